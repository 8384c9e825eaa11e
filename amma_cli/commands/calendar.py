"""amma calendar: weeks, tests and vaccines, own appointments, as a file for any calendar."""

from collections.abc import Sequence
from datetime import date
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
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import care_place
from amma_cli.errors import Failed, NoProfile, Usage
from amma_cli.messages import NO_DUE, NO_DUE_HINT
from amma_cli.pages import calendar as page
from amma_cli.store.journal import Entry, read_entries, stored_time
from amma_cli.store.profile import Stored
from amma_cli.view.characters import clean, to_json

FILE = "calendar.ics"  # no date of hers in a name that others see
NO_DAY = date(2026, 1, 1)  # of an appointment that is gone: its day is not kept


Own = Annotated[bool, typer.Option("--appointments", help="your own, with an alarm a day before")]
Plain = Annotated[bool, typer.Option("--plain-titles", help="say what each entry is")]
Remove = Annotated[bool, typer.Option("--remove", help="take out all that amma ever put in")]


class Wanted(NamedTuple):
    """What goes in; `remove`: nothing, but what could have been put in is taken back."""

    weeks: bool
    care: bool
    appointments: bool
    remove: bool


def calendar(
    ctx: typer.Context,
    weeks: Annotated[bool, typer.Option("--weeks", help="the first day of each week")] = False,
    care: Annotated[bool, typer.Option("--care", help="windows of tests and vaccines")] = False,
    appointments: Own = False,
    plain_titles: Plain = False,
    remove: Remove = False,
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
      amma calendar --remove -o gone.ics
    """
    house: House = ctx.obj
    some = weeks or care or appointments
    if remove and (some or plain_titles):
        raise Usage(words.REMOVE_ALONE, "amma calendar --remove")
    every = not (some or remove)
    wanted = Wanted(weeks or every, care or every, appointments or every, remove)
    occasions = _occasions(house, wanted, insist=weeks or care)
    shown = page.events(occasions, plain=plain_titles)
    if not shown:
        raise Failed(words.NOTHING_BACK) if remove else Failed(words.NOTHING, words.NOTHING_HOW)
    if dry_run:
        show(house.env, page.would(occasions), _record(shown))
        return
    target = out or (FILE if house.env.terminal else "-")
    _write(house, shown, target, plain=plain_titles, force=force)


def _occasions(house: House, wanted: Wanted, *, insist: bool) -> list[Occasion]:
    """Return what goes in; after an end all that could have been imported, taken back.

    insist: whether she asked for what needs a due date. Raises errors.NoProfile without one.
    """
    moment, own = house.moment(), _appointments(house)
    if wanted.remove or (moment is not None and moment.stage == Stage.ENDED):
        return _everything_back(house, but=not wanted.remove)
    if moment is None:
        if insist or not own:
            raise NoProfile(NO_DUE, NO_DUE_HINT)
        return own
    found: list[Occasion] = []
    series = _series(house.profile.pregnancy, house.profile.datings, moment.due)
    if moment.stage == Stage.AFTER_BIRTH:
        found += _counted_back(house, series) if wanted.weeks or wanted.care else ()
    elif moment.stage == Stage.UNKNOWN:
        if wanted.weeks or wanted.care:
            tell(house.env, words.UNKNOWN)
    else:
        found += agenda.week_starts(series) if wanted.weeks else ()
        windows = house.windows if wanted.care else ()
        hers = agenda.for_her(windows, care_place(house.country), house.profile.about.denied)
        found += agenda.tests_and_vaccines(series, hers)
    return [*found, *(own if wanted.appointments else ())]


def _series(number: int, datings: Sequence[Stored], due: date) -> Series:
    first = datings[0].kept
    seed = agenda.seed_of(number, first.on, first.dating.method, first.dating.inputs)
    return Series(seed, due)


def _counted_back(house: House, series: Series) -> tuple[Occasion, ...]:
    """Return what was counted for one pregnancy, in whatever country, as taken back."""
    counted = (*agenda.week_starts(series), *agenda.tests_and_vaccines(series, house.windows))
    return agenda.cancelled(counted)


def _everything_back(house: House, *, but: bool) -> list[Occasion]:
    """Return all that could have been imported, of every pregnancy, as taken back.

    but: keep the appointments that were made after the end.
    """
    profile = house.profile
    found: list[Occasion] = []
    for number, datings, due in (
        *((past.number, past.datings, past.due) for past in profile.past),
        (profile.pregnancy, profile.datings, profile.due),
    ):
        if datings:
            day = due or datings[0].kept.dating.due
            found += _counted_back(house, _series(number, datings, day))
    own = _appointments(house, every=True)
    stay = [one for one in own if one.cancelled or (but and one.after_end)]
    return [*found, *stay, *agenda.cancelled([one for one in own if one not in stay])]


def _appointments(house: House, *, every: bool = False) -> list[Occasion]:
    """Return her appointments, those that were removed as taken back; every: of past ones too."""
    number, removed = house.profile.pregnancy, house.profile.removed
    kept = [e for e in read_entries(house.paths.journal) if e.kind == "appointment"]
    planned = [_planned(entry) for entry in kept if every or entry.pregnancy == number]
    there = {entry.id for entry in kept}
    gone = agenda.removed([one for one in removed if one not in there], NO_DAY)
    return [*agenda.appointments(planned, house.env.today()), *gone]


def _planned(entry: Entry) -> Planned:
    after_end = entry.data.get("after_end") is True
    return Planned(entry.id, stored_time(entry), _said(entry.data, entry.note), after_end)


def _said(data: dict[str, Any], note: str) -> str:
    return "; ".join(part for part in (clean(str(data.get("text", ""))), clean(note)) if part)


def _write(
    house: House, shown: tuple[Event, ...], target: str, *, plain: bool, force: bool
) -> None:
    from amma_cli.view.ical import paint_ical

    if target != "-":
        refuse_taken(Path(target), force)
    document = paint_ical(shown, house.env.made())
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
