"""amma log: one thing into the journal, said back, and weighed at once."""

import datetime
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from amma_cli import messages_journal as words
from amma_cli.commands import types
from amma_cli.commands.ask import from_stdin
from amma_cli.commands.calling import NO_CALL, Call, call_first, shown, together
from amma_cli.commands.hearing import heard_call
from amma_cli.commands.house import House
from amma_cli.commands.measuring import call_of, highest_call, measure, readings_of
from amma_cli.commands.weighing import past_points, worried
from amma_cli.domain.checkin import SCALES
from amma_cli.domain.logged import (
    KINDS,
    MEASURED,
    kind_of,
    line_of,
    near_kinds,
)
from amma_cli.domain.measure import NotRead
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.spoken import read_at
from amma_cli.errors import Usage
from amma_cli.pages import journal as page
from amma_cli.store.journal import Entry, append_entries, new_entry, stored_time
from amma_cli.view.characters import clean

HEARD = ("symptom", "medicine", "question", "note")  # texts in which a worry is heard
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
    kind, rest = named_kind(house, [clean(word) for word in (kind, *(value or ()))])
    typed = from_stdin(house.env, " ".join(rest), f"amma log {kind} VALUE").strip()
    if not typed:
        raise Usage(words.NO_VALUE, f"amma log {kind} VALUE")
    if kind in MEASURED:
        house.warn_first()
        with call_first(house, lambda: _so_far(house, kind, typed, meal, note)):
            _log_measured(house, kind, typed, at, meal, note, yes=yes, dry_run=dry_run)
        return
    call = heard_call(house, f"{typed} {note}") if kind in HEARD else NO_CALL
    with call_first(house, lambda: call):
        when = when_of(house, kind, at)
        data: dict[str, Any] = {"text": typed[:LONGEST]}
        if kind == "appointment" and house.profile.ended:
            data["after_end"] = True  # a calendar keeps it when it takes the others back
        entry = _entry(house, when, kind, data, note)
        _end(house, entry, call, dry_run=dry_run)


def named_kind(house: House, typed: Sequence[str]) -> tuple[str, list[str]]:
    """Return the kind that words begin with, and the rest. Raises errors.Usage for no kind."""
    kind, rest = kind_of(typed)
    if kind:
        return kind, rest
    first = typed[0][:30]
    if first.lower() in SCALES:
        name = first.lower()
        said = words.IN_CHECKIN.format(kind=name.capitalize())
        raise Usage(said, words.IN_CHECKIN_HINT.format(kind=name))
    near = near_kinds(first)
    hint = words.NEAR_KIND.format(near=", ".join(near)) if near else ""
    hint = hint or words.KINDS_ARE.format(kinds=", ".join(KINDS))
    raise Usage(f"{words.NO_KIND.format(kind=first)} {worried(house)}", hint)


def _so_far(house: House, kind: str, typed: str, meal: str, note: str) -> Call:
    call = highest_call(house, readings_of(house, kind, typed, meal), house.env.now())
    return together(call, heard_call(house, note))


def _log_measured(
    house: House, kind: str, typed: str, at: str | None, meal: str, note: str, *, yes: bool,
    dry_run: bool,
) -> None:  # fmt: skip
    when = when_of(house, kind, at)
    measured = measure(house, kind, typed, meal, yes=yes, when=when)
    data = {"typed": measured.typed, "values": measured.values}
    call = call_of(house, measured, when, past_points(house))
    call = together(call, heard_call(house, note))
    house.settle()
    _end(house, _entry(house, when, kind, data, note), call, dry_run=dry_run)


def _entry(
    house: House, when: datetime.datetime, kind: str, data: dict[str, Any], note: str
) -> Entry:
    number = house.profile.pregnancy
    return new_entry(when, KINDS[kind], data, clean(note)[:LONGEST], number)


def _end(house: House, entry: Entry, call: Call, *, dry_run: bool) -> None:
    """Store an entry and show it, what needs a call before it."""
    row = row_of(house, entry)
    if not dry_run:
        append_entries(house.paths.journal, [entry])
    entry = entry._replace(id=NO_NAME) if dry_run else entry
    saved = page.one(words.SAVED, row, words.SAVED_HOW, "amma journal undo")
    what = page.dry(row) if dry_run else saved
    record = {"schema": SCHEMA, "saved": entry_record(entry), "judgement": call.record}
    said = "" if dry_run else only_output(row)
    shown(house, (*call.page, *what), record, call, said)


def only_output(row: page.Row) -> str:
    """Return that an entry was saved, for where nothing else can be shown."""
    what = f"{row.kind}: {row.said}" if row.said else row.kind
    saved = words.SAVED.format(what=what, when=f"{row.day}, {row.time}")
    return words.ONLY_OUTPUT.format(saved=saved)


def when_of(house: House, kind: str, at: str | None) -> datetime.datetime:
    """Return the time of an entry. Raises errors.Usage for one that is to come or long past."""
    now = house.env.now()
    if at is None:
        return now
    before = f"--at {now.date() - datetime.timedelta(days=1)}"
    try:
        when = read_at(at, now, house.country or None, ahead=kind == "appointment")
    except NotRead as error:
        raise Usage(str(error), f"{before}T08:30") from None
    if when > now + datetime.timedelta(minutes=1) and kind != "appointment":
        raise Usage(words.FUTURE, before)
    if when < now - YEAR:
        raise Usage(words.TOO_EARLY, before)
    return when


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
