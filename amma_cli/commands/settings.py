"""amma settings: show and change how amma shows things."""

from typing import Annotated, Any

import typer

from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.settings import (
    CHOICES,
    PHONE_LONGEST,
    SETTINGS,
    SWITCH,
    UNSET,
    WIDTHS,
)
from amma_cli.errors import Usage
from amma_cli.options import country_code
from amma_cli.pages import settings as page
from amma_cli.view.characters import clean

NAMES = tuple(setting.name for setting in SETTINGS)


def settings(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]")] = None,
    value: Annotated[str | None, typer.Argument(metavar="[VALUE]")] = None,
) -> None:
    """Show or change settings: country, units, theme, width, calm, accessible, unit-phone.

    \b
    Examples:
      amma settings
      amma settings country GB
      amma settings unit-phone "01234 567890"
      amma settings calm on
    """
    house: House = ctx.obj
    if name is None:
        _show(house, "")
        return
    if name not in NAMES:
        raise Usage(f'There is no setting "{name[:40]}".', "There are: " + ", ".join(NAMES))
    if value is None:
        _show(house, name)
        return
    key = name.replace("-", "_")
    before = getattr(house.profile.settings, key)
    wanted = _value(house, name, value)
    house.change(lambda profile: profile.with_settings(**{key: wanted}))
    back = f"amma settings {name} {_typed(before)}"
    show(house.env, page.changed(name, _shown(wanted), back), _record(house))


def _value(house: House, name: str, typed: str) -> Any:
    """Return what a setting becomes. Raises errors.Usage where it cannot take the value."""
    said = clean(typed).strip()
    low = said.lower()
    if name in ("calm", "accessible"):
        if low not in SWITCH:
            raise Usage(f'{name} is on or off, not "{said[:40]}".', f"amma settings {name} on")
        return SWITCH[low]
    if low in UNSET:
        return 0 if name == "width" else ""
    if name == "country":
        return house.known_country(country_code(said))
    if name in CHOICES:
        if low not in CHOICES[name]:
            known = ", ".join((*CHOICES[name], "auto"))
            raise Usage(f'{name} is one of {known}, not "{said[:40]}".', f"amma settings {name}")
        return low
    if name == "width":
        return _width(said)
    if len(said) > PHONE_LONGEST or not any(c.isdigit() for c in said):
        raise Usage("A phone number has digits and at most 40 characters.", "01234 567890")
    return said


def _width(said: str) -> int:
    low, high = WIDTHS
    if not (said.isascii() and said.isdigit() and len(said) < 5 and low <= int(said) <= high):
        raise Usage(
            f'width is {low} to {high}, or auto, not "{said[:40]}".', "amma settings width 72"
        )
    return int(said)


def _typed(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return f'"{value}"' if isinstance(value, str) and " " in value else str(value or "none")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value) if value else "not set"


def _record(house: House) -> dict[str, Any]:
    return {"schema": SCHEMA, "settings": house.profile.settings._asdict()}


def _show(house: House, name: str) -> None:
    now = house.profile.settings._asdict()
    rows = [
        (s.name, _shown(now[s.name.replace("-", "_")]), s.takes, s.does)
        for s in SETTINGS
        if name in ("", s.name)
    ]
    show(house.env, page.listed(rows), _record(house))
