"""amma log: one thing into the journal, said back, and weighed at once."""

import datetime
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from amma_cli import messages_journal as words
from amma_cli.blocks import Page
from amma_cli.commands import types
from amma_cli.commands.ask import agrees, from_stdin
from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.commands.weighing import body_of, known_time, past_points, record_of
from amma_cli.domain.derived import Point, derive
from amma_cli.domain.logged import (
    KINDS,
    MEASURED,
    line_of,
    read_at,
    read_measured,
)
from amma_cli.domain.measure import MEALS, Measured, NotRead
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.safety import Asked, Judgement, judge
from amma_cli.errors import Usage
from amma_cli.pages import journal as page
from amma_cli.pages import signs as signs_page
from amma_cli.store.journal import Entry, append_entries, new_entry, stored_time
from amma_cli.view.characters import clean

YEAR = datetime.timedelta(days=366)
LONGEST = 2000
NO_NAME = "0" * 12  # of an entry that is not stored


def log(
    ctx: typer.Context, kind: Annotated[str, typer.Argument(metavar="KIND")],
    value: Annotated[list[str] | None, typer.Argument(metavar="VALUE")] = None,
    at: types.At = None, meal: types.Meal = "", note: types.Beside = "", yes: types.Right = False,
    dry_run: types.Dry = False,
) -> None:  # fmt: skip
    """Put one thing into your journal: a measurement, a symptom, a note, a question, a visit.

    \b
    Examples:
      amma log weight 68.2kg
      amma log bp 118/76 --at 08:30
      amma log glucose 5.1 --meal fasting
      amma log question "Can I fly in March?"
    """
    house: House = ctx.obj
    if kind not in KINDS:
        known = words.KINDS_ARE.format(kinds=", ".join(KINDS))
        raise Usage(words.NO_KIND.format(kind=clean(kind)[:30]), known)
    typed = from_stdin(house.env, clean(" ".join(value or ())), f"amma log {kind} VALUE").strip()
    if not typed:
        raise Usage(words.NO_VALUE, f"amma log {kind} VALUE")
    when = when_of(house, kind, at)
    if kind in MEASURED:
        measured = measure(house, kind, typed, meal, yes=yes)
        data: dict[str, Any] = {"typed": measured.typed, "values": measured.values}
        judgement = weigh(house, [Point(when, measured.values)], past_points(house))
    else:
        data, judgement = {"text": typed[:LONGEST]}, None
    entry = new_entry(
        when, KINDS[kind], data, clean(note)[:LONGEST], house.profile.pregnancy
    )  # fmt: skip
    saved = _stored(house, entry, dry_run=dry_run)
    entry = entry._replace(id=NO_NAME) if dry_run else entry
    record = {"schema": SCHEMA, "saved": entry_record(entry), **judged_record(house, judgement)}
    show(house.env, (*first_of(house, judgement, typed), *saved), record)


def _stored(house: House, entry: Entry, *, dry_run: bool) -> Page:
    if dry_run:
        return page.dry(row_of(house, entry))
    append_entries(house.paths.journal, [entry])
    return page.one(words.SAVED, row_of(house, entry), words.SAVED_HOW, "amma journal undo")


def when_of(house: House, kind: str, at: str | None) -> datetime.datetime:
    """Return the time of an entry. Raises errors.Usage for one that is to come or long past."""
    now = house.env.now()
    if at is None:
        return now
    try:
        when = read_at(at, now, house.country or None)
    except NotRead as error:
        raise Usage(str(error), "--at 08:30") from None
    if when > now + datetime.timedelta(minutes=1) and kind != "appointment":
        raise Usage(words.FUTURE, "--at 08:30")
    if when < now - YEAR:
        raise Usage(words.TOO_EARLY, "--at 2026-11-28")
    return when


def measure(house: House, kind: str, typed: str, meal: str, *, yes: bool) -> Measured:
    """Read a measurement and ask about one that looks like a slip of the finger.

    Raises errors.Usage for what is no measurement, and for a doubt that nobody can answer.
    """
    if meal not in MEALS or (meal and kind != "glucose"):
        raise Usage("--meal is fasting, 1h or 2h, with glucose.", "amma log glucose 5.1 --meal 1h")
    units = {"US": "lb"}.get(house.country, "kg")
    try:
        measured = read_measured(kind, typed, units, meal)
    except NotRead as error:
        raise Usage(str(error), f"amma log {kind} VALUE") from None
    if measured.doubt and not yes:
        doubt = {"typed": measured.typed, "doubt": measured.doubt}
        if not house.env.can_ask or house.env.options.json:
            raise Usage(words.DOUBTED.format(**doubt), words.DOUBTED_HINT)
        if not agrees(house.env, words.SURE.format(**doubt), "--yes"):
            raise Usage(words.NOT_SURE)
    return measured


def weigh(house: House, new: Sequence[Point], before: Sequence[Point]) -> Judgement:
    """Return what the safety rules say of new measurements beside earlier ones."""
    time = known_time(house)
    readings = derive(new, before, time.week, body_of(house))
    flags = house.profile.about.flags
    return judge(house.rules, Asked(time.week, frozenset(), readings, flags, time.loss))


def first_of(house: House, judgement: Judgement | None, typed: str) -> Page:
    """Return what needs a call, before anything else."""
    if judgement is None or judgement.level == "none":
        return ()
    always = house.shelf.meta("always")
    return signs_page.judged(judgement, [typed], "", always, house.region, house.who)


def row_of(house: House, entry: Entry) -> page.Row:
    """Return an entry as it is shown."""
    from amma_cli.domain.dates import format_date

    line = line_of(entry.kind, entry.data, entry.note, house.manner.units)
    when = stored_time(entry)
    return page.Row(entry.id[:6], format_date(when.date()), f"{when:%H:%M}", line.kind, line.words)


def entry_record(entry: Entry) -> dict[str, Any]:
    """Return an entry as `--json` writes it."""
    return {
        "id": entry.id, "when": entry.when, "kind": entry.kind, "data": entry.data,
        "note": entry.note,
    }  # fmt: skip


def judged_record(house: House, judgement: Judgement | None) -> dict[str, Any]:
    """Return the judgement of a new measurement for `--json`."""
    if judgement is None:
        return {"judgement": None}
    return {"judgement": record_of(judgement, house, house.shelf.meta("always"))}
