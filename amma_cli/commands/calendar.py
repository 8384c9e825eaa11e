"""amma calendar: weeks, tests and vaccines, own appointments, as a file for any calendar."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from amma_cli import messages_calendar as words
from amma_cli.blocks import Event
from amma_cli.commands import types
from amma_cli.commands.house import House
from amma_cli.commands.outfile import refuse_taken, to_stdout, write_private
from amma_cli.commands.show import show, tell
from amma_cli.domain import agenda
from amma_cli.domain.agenda import Occasion, Planned, Series
from amma_cli.domain.logged import revisions
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import care_place
from amma_cli.errors import Failed, NoProfile
from amma_cli.messages import NO_DUE, NO_DUE_HINT
from amma_cli.pages import calendar as page
from amma_cli.store.journal import stored_time
from amma_cli.view.characters import clean, to_json

FILE = "calendar.ics"  # no date of hers in a name that others see
NO_DAY = date(2026, 1, 1)  # of the file's entries where no due date is recorded


class Wanted(NamedTuple):
    """What goes in."""

    weeks: bool
    care: bool
    appointments: bool


def calendar(
    ctx: typer.Context,
    weeks: Annotated[bool, typer.Option("--weeks", help="the first day of each week")] = False,
    care: Annotated[bool, typer.Option("--care", help="weeks of tests and vaccines")] = False,
    appointments: Annotated[
        bool, typer.Option("--appointments", help="your own, with an alarm a day before")
    ] = False,
    plain_titles: Annotated[
        bool, typer.Option("--plain-titles", help="say what each entry is")
    ] = False,
    out: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="a file; - is stdout")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="replace the file")] = False,
    dry_run: types.Would = False,
) -> None:
    """Make a file for any calendar: week starts, tests and vaccines, your own appointments.

    \b
    Examples:
      amma calendar
      amma calendar --appointments -o visits.ics
      amma calendar --care --dry-run
    """
    house: House = ctx.obj
    every = not (weeks or care or appointments)
    wanted = Wanted(weeks or every, care or every, appointments or every)
    _ = house.profile  # damaged data is said first: a country not read would leave weeks out
    place = care_place(house.country)
    occasions = _occasions(house, wanted, place, insist=weeks or care)
    shown = page.events(occasions, plain=plain_titles, place=place)
    if not shown:
        raise Failed(words.NOTHING, words.NOTHING_HOW)
    if dry_run:
        show(house.env, page.would(occasions), _record(shown))
        return
    target = out or (FILE if house.env.terminal else "-")
    _write(house, shown, target, plain=plain_titles, force=force)


def _occasions(house: House, wanted: Wanted, place: str, *, insist: bool) -> list[Occasion]:
    """Return what goes in; after an end all that could have been imported, taken back.

    insist: whether she asked for what needs a due date. Raises errors.NoProfile without one.
    """
    moment, own = house.moment(), _appointments(house)
    if moment is None:
        if insist or not own:
            raise NoProfile(NO_DUE, NO_DUE_HINT)
        return own
    series = _series(house, moment.due)
    every = [*agenda.week_starts(series), *agenda.every_care_week(series)]
    if moment.stage == Stage.ENDED:
        return list(agenda.cancelled([*every, *own]))
    found: list[Occasion] = []
    if moment.stage == Stage.AFTER_BIRTH:
        found += agenda.cancelled(every) if wanted.weeks or wanted.care else ()
    elif moment.stage == Stage.UNKNOWN:
        if wanted.weeks or wanted.care:
            tell(house.env, words.UNKNOWN)
    else:
        found += agenda.week_starts(series) if wanted.weeks else ()
        lines = house.shelf.care(agenda.WEEKS[0], agenda.WEEKS[-1], place) if wanted.care else ()
        found += agenda.tests_and_vaccines(series, lines)
    return [*found, *(own if wanted.appointments else ())]


def _series(house: House, due: date) -> Series:
    profile = house.profile
    first = profile.datings[0].kept
    seed = agenda.seed_of(profile.pregnancy, first.on, first.dating.method, first.dating.inputs)
    return Series(seed, due, profile.changes)


def _appointments(house: House) -> list[Occasion]:
    planned = [
        Planned(entry.id, stored_time(entry), _said(entry.data, entry.note), revisions(entry.data))
        for entry in house.entries()
        if entry.kind == "appointment"
    ]
    return list(agenda.appointments(planned, house.env.today(), house.profile.changes))


def _said(data: dict[str, Any], note: str) -> str:
    return "; ".join(part for part in (clean(str(data.get("text", ""))), clean(note)) if part)


def _write(
    house: House, shown: tuple[Event, ...], target: str, *, plain: bool, force: bool
) -> None:
    from amma_cli.view.ical import paint_ical

    if target != "-":
        refuse_taken(Path(target), force)
    document = paint_ical(shown, _stamp(house))
    record = _record(shown)
    if target != "-":
        write_private(Path(target), document)
        said = page.written(str(Path(target)), shown, plain=plain)
        show(house.env, said, {**record, "path": str(Path(target))})
    elif house.env.options.json:
        record["document"] = document.decode("utf-8")
        house.env.stdout.write(to_json(record, house.env.encoding))
    else:
        to_stdout(house.env, document)


def _record(shown: tuple[Event, ...]) -> dict[str, Any]:
    back = sum(event.cancelled for event in shown)
    return {"schema": SCHEMA, "path": None, "entries": len(shown), "cancelled": back}


def _stamp(house: House) -> datetime:
    """Return the time that each entry carries: the day on which a dating was last recorded."""
    days = [stored.kept.on for stored in house.profile.datings]
    return datetime.combine(max(days, default=NO_DAY), time(), UTC)
