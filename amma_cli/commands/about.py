"""amma about-me: what applies, each yes, no or not said, each with why it is asked."""

import re
from typing import Annotated, Any

import typer

from amma_cli import messages_about as words
from amma_cli.commands import types
from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.domain.applies import AFTER_AN_END, HEIGHTS_CM, About
from amma_cli.domain.logged import weight_words
from amma_cli.domain.measure import NotRead, read_weight
from amma_cli.domain.moment import SCHEMA
from amma_cli.errors import Usage
from amma_cli.library.rulebook import read_who
from amma_cli.pages import about as page

ANSWERS = {"yes": True, "y": True, "no": False, "n": False, "forget": None}
FEET = re.compile(r"(\d)\s*(?:ft|'|feet)\s*(\d{1,2})?\s*(?:in|\"|inches)?")
CM = re.compile(r"(\d{2,3}(?:\.\d)?)\s*(cm)?|(\d\.\d{1,2})\s*m")
CM_AN_INCH = 2.54


def about_me(
    ctx: typer.Context, key: Annotated[str | None, typer.Argument(metavar="WHAT")] = None,
    answer: Annotated[str | None, typer.Argument(metavar="yes|no|forget")] = None,
    height: types.Height = None, start: types.Start = None,
) -> None:  # fmt: skip
    """Show or say what applies to you, so that reading and warning signs fit.

    \b
    Examples:
      amma about-me
      amma about-me twins yes
      amma about-me --height 165cm --start-weight 61kg
    """
    house: House = ctx.obj
    known = known_of(house)
    if key is None and height is None and start is None:
        _show(house, known)
        return
    _check(key, answer, known)
    tall = None if height is None else read_height(height)
    heavy = None if start is None else _weight(start)

    def change(about: About) -> About:
        if key is not None:
            about = about.answered(key, ANSWERS[str(answer)])
        if tall is not None:
            about = about._replace(height_cm=tall)
        return about if heavy is None else about._replace(start_kg=heavy)

    changed = house.change(lambda p: p._replace(about=change(p.about)))
    if key is None:
        _show(house, known)
        return
    show(house.env, page.changed(known, key, changed.about), _record(changed.about, known))


def known_of(house: House) -> dict[str, str]:
    """Return what may apply; after an end only what stays true of her, in words that fit it."""
    known = read_who(house.shelf)
    if not house.profile.ended:
        return known
    return {key: sentence for key, sentence in known.items() if key in AFTER_AN_END}


def _check(key: str | None, answer: str | None, known: dict[str, str]) -> None:
    if key is None:
        return
    if key not in known:
        raise Usage(words.UNKNOWN.format(key=key[:40]), f"Known are {', '.join(known)}.")
    if answer not in ANSWERS:
        raise Usage("Say yes, no or forget.", f"amma about-me {key} yes")


def read_height(typed: str) -> float:
    """Return cm of "165cm", "1.65 m" or "5ft5in". Raises errors.Usage."""
    text = typed.strip().lower().replace(",", ".")
    feet, metric = FEET.fullmatch(text), CM.fullmatch(text)
    if feet:
        cm = (int(feet[1]) * 12 + int(feet[2] or 0)) * CM_AN_INCH
    elif metric:
        cm = float(metric[3]) * 100 if metric[3] else float(metric[1])
    else:
        raise Usage(words.BAD_HEIGHT, "--height 165cm")
    if not HEIGHTS_CM[0] <= cm <= HEIGHTS_CM[1]:
        raise Usage(words.BAD_HEIGHT, "--height 165cm")
    return round(cm, 1)


def _weight(typed: str) -> float:
    try:
        measured = read_weight(typed)
    except NotRead as error:
        raise Usage(str(error), "--start-weight 61kg") from None
    if measured.doubt:
        raise Usage(f"{measured.doubt} Nothing was saved.", "--start-weight 61kg")
    return measured.values["kg"]


def _show(house: House, known: dict[str, str]) -> None:
    about, units = house.profile.about, house.manner.units
    tall = f"{about.height_cm:g} cm" if about.height_cm else ""
    heavy = weight_words(about.start_kg, units) if about.start_kg else ""
    show(house.env, page.listed(about, known, tall, heavy), _record(about, known))


def _record(about: About, known: dict[str, str]) -> dict[str, Any]:
    said = dict(about.said)
    return {
        "schema": SCHEMA,
        "applies": {key: said.get(key) for key in known},
        "height_cm": about.height_cm or None,
        "start_kg": about.start_kg or None,
    }
