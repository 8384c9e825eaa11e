"""amma born, end, resume: how a pregnancy goes on, in her words and nobody else's."""

import datetime
from typing import Annotated

import typer

from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.domain.dates import format_date, parse_date
from amma_cli.domain.moment import SCHEMA, moment_record
from amma_cli.errors import NoProfile, Usage
from amma_cli.messages import NO_DUE, NO_DUE_HINT
from amma_cli.pages import life as page
from amma_cli.store.profile import Profile


def _day(house: House, typed: str, name: str) -> datetime.date:
    day = parse_date(typed, region=house.country or None, name=name).date
    if day > house.env.today():
        raise Usage(f"The {name} {format_date(day)} is in the future.", f"amma {name} 2026-11-22")
    return day


def _change(house: House, **fields: object) -> Profile:
    def changed(profile: Profile) -> Profile:
        if profile.due is None:
            raise NoProfile(NO_DUE, NO_DUE_HINT)
        return profile._replace(**fields)  # type: ignore[arg-type]

    return house.change(changed)


def born(
    ctx: typer.Context,
    date: Annotated[str, typer.Argument(metavar="DATE", help="the day of the birth")],
) -> None:
    """Record the day of a birth: amma turns to the weeks after it.

    \b
    Examples:
      amma born 2027-04-09
      amma born "9 April 2027"
    """
    house: House = ctx.obj
    if house.profile.due is None:
        raise NoProfile(NO_DUE, NO_DUE_HINT)
    day = _day(house, date, "born")
    _change(house, born=day, ended=False)
    moment = house.need_moment()
    show(house.env, page.born(format_date(day)), moment_record(moment))


def end(
    ctx: typer.Context,
    date: Annotated[str | None, typer.Argument(metavar="[DATE]", help="a day, if you want")] = None,
) -> None:
    """Stop all counting. No reason is asked, nothing is deleted, resume undoes it.

    \b
    Examples:
      amma end
      amma end 2026-11-20
    """
    house: House = ctx.obj
    day: datetime.date | bool = True
    if date is not None:
        day = _day(house, date, "end")
    _change(house, ended=day)
    show(house.env, page.end(), {"schema": SCHEMA, "stage": "ended"})


def resume(ctx: typer.Context) -> None:
    """Take back born or end: amma counts again as before.

    \b
    Examples:
      amma resume
    """
    house: House = ctx.obj
    _change(house, ended=False, born=None)
    moment = house.need_moment()
    show(house.env, page.resumed(moment), moment_record(moment))
