"""amma journal: what was logged; edit, remove, undo."""

from contextlib import nullcontext
from datetime import date, datetime
from typing import Annotated, Any

import typer

from amma_cli import messages_journal as words
from amma_cli.commands.calling import NO_CALL, Call, call_first, shown
from amma_cli.commands.house import House
from amma_cli.commands.log import entry_record, only_output, row_of, when_of
from amma_cli.commands.measuring import call_of, highest_call, measure, readings_of
from amma_cli.commands.show import show, tell
from amma_cli.commands.weighing import past_points
from amma_cli.domain.dates import parse_date
from amma_cli.domain.logged import KINDS, MEASURED, STORED, kind_of
from amma_cli.domain.moment import SCHEMA, week_dates
from amma_cli.errors import AmmaError, Failed, NoProfile, Usage
from amma_cli.messages import NO_DUE, NO_DUE_HINT
from amma_cli.pages import journal as page
from amma_cli.store.journal import Entry, lines_in, stored_time
from amma_cli.store.journal_change import change_entry, find_entry, undo_last
from amma_cli.view.characters import clean

SHOWN = 50
VERBS = ("edit", "remove", "undo")


def journal(
    ctx: typer.Context,
    verb: Annotated[str | None, typer.Argument(metavar="[edit|remove|undo]")] = None,
    name: Annotated[str | None, typer.Argument(metavar="NAME")] = None,
    value: Annotated[list[str] | None, typer.Argument(metavar="VALUE")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="from a day")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="one kind")] = None,
    week: Annotated[int | None, typer.Option("--week", metavar="N", help="of one week")] = None,
    whole: Annotated[bool, typer.Option("--all", help="not the latest 50 alone")] = False,
    at: Annotated[
        str | None, typer.Option("--at", metavar="WHEN", help="edit: when it was")
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="edit: words beside it")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="it is right, do not ask")] = False,
) -> None:
    """Show what you logged; change an entry, remove it, or take the last change back.

    \b
    Examples:
      amma journal --kind bp --since 2026-11-01
      amma journal edit 3f9a 118/74
      amma journal remove last
      amma journal undo
    """
    house: House = ctx.obj
    if verb is None:
        _list(house, since, kind, week, whole=whole)
    elif verb == "undo" and name is None:
        _undo(house)
    elif verb in ("edit", "remove") and name:
        if verb == "remove":
            _remove(house, name)
        else:
            _edit(house, name, clean(" ".join(value or ())), at, note, yes=yes)
    else:
        raise Usage("journal takes nothing, edit NAME, remove NAME, or undo.", "amma journal -h")


def _list(
    house: House, since: str | None, kind: str | None, week: int | None, *, whole: bool
) -> None:
    wanted = None if kind is None else KINDS.get(kind_of([kind])[0], kind)
    if wanted is not None and wanted not in STORED:
        known = ", ".join(sorted({*KINDS, "checkin", "kicks", "contractions"}))
        raise Usage(
            f'There is no kind "{clean(str(kind))[:30]}".', words.KINDS_ARE.format(kinds=known)
        )
    first, last = _span(house, since, week)
    number = house.profile.pregnancy
    entries = [entry for _, entry in lines_in(house.paths.journal)]  # None for one cut short
    found = [
        (stored_time(entry), entry)
        for entry in entries
        if entry is not None
        and entry.pregnancy == number
        and (wanted is None or entry.kind == wanted)
    ]
    found = [(when, entry) for when, entry in found if first <= when.date() <= last]
    found.sort(key=lambda pair: pair[0])
    found.reverse()  # of one minute, the one recorded last stands first
    shown = [entry for _, entry in (found if whole or house.env.options.json else found[:SHOWN])]
    record: dict[str, Any] = {"schema": SCHEMA, "entries": [entry_record(e) for e in shown]}
    rows = [row_of(house, entry) for entry in shown]
    show(house.env, page.listed(rows, len(found), entries.count(None)), record)


def _span(house: House, since: str | None, week: int | None) -> tuple[date, date]:
    first, last = date.min, date.max
    if since is not None:
        first = parse_date(since, region=house.country or None, name="--since").date
    if week is not None:
        due = house.profile.due
        if due is None:
            raise NoProfile(NO_DUE, NO_DUE_HINT)
        if not 0 <= week <= 44:
            raise Usage("--week is a completed week, 0 to 44.", "amma journal --week 20")
        began, ended = week_dates(due, week)
        first, last = max(first, began), min(last, ended)
    return first, last


def _undo(house: House) -> None:
    done = undo_last(house.paths.journal, house.paths.undo, house.profile.pregnancy)
    row = row_of(house, done.entry)
    again = "amma journal undo" if done.what == "added" else f"amma journal remove {row.name}"
    lead = words.UNDO_AGAIN if done.what == "added" else words.SAVED_HOW
    record = {"schema": SCHEMA, "undone": done.what, "entry": entry_record(done.entry)}
    noted = done.what == "added" and _given_up(house, done.entry)
    show(house.env, page.one(words.UNDONE[done.what], row, lead, again), record)
    if noted:
        tell(house.env, words.IN_CALENDAR)


def _given_up(house: House, entry: Entry) -> bool:
    """Note that a calendar is to give up an appointment that was taken out; False for another.

    Raises errors.Failed where that cannot be noted.
    """
    if entry.kind != "appointment":
        return False
    try:
        house.change(lambda profile: profile.with_removed(entry.id))
    except AmmaError as error:
        raise Failed(words.STAYS_IN_CALENDAR, error.say) from None
    return True


def _remove(house: House, name: str) -> None:
    entry = find_entry(house.paths.journal, name, house.profile.pregnancy)
    change_entry(house.paths.journal, house.paths.undo, entry, None)
    noted = _given_up(house, entry)
    record = {"schema": SCHEMA, "removed": entry_record(entry)}
    shown = page.one(words.REMOVED, row_of(house, entry), words.SAVED_HOW, "amma journal undo")
    show(house.env, shown, record)
    if noted:
        tell(house.env, words.IN_CALENDAR)


def _edit(
    house: House, name: str, typed: str, at: str | None, note: str | None, *, yes: bool
) -> None:
    if not typed and at is None and note is None:
        raise Usage(
            "Say what it should be: a value, --at or --note.", "amma journal edit NAME VALUE"
        )
    if typed:
        house.warn_first()
    with call_first(house, lambda: NO_CALL) if typed else nullcontext():
        profile = house.read_profile if typed else house.profile
        old = find_entry(house.paths.journal, name, profile.pregnancy)
    kind = next((k for k, stored in MEASURED.items() if stored == old.kind), "")
    if not typed or not kind:
        house.settle()
        _change(house, old, _revised(house, old, typed, at, note), NO_CALL)
        return
    with call_first(house, lambda: _so_far(house, old, kind, typed)):
        new = _revised(house, old, "", at, note)
        when = stored_time(new)
        found = measure(house, kind, typed, _meal(old), yes=yes, when=when, but=old.id)
        new = new._replace(data={**old.data, "typed": found.typed, "values": found.values})
        # Weighed first: once it is changed, nothing may fail.
        call = call_of(house, found, when, past_points(house, but=old.id))
        house.settle()
        _change(house, old, new, call)


def _so_far(house: House, old: Entry, kind: str, typed: str) -> Call:
    found = readings_of(house, kind, typed, _meal(old))
    return highest_call(house, found, house.env.now(), but=old.id)


def _revised(house: House, old: Entry, typed: str, at: str | None, note: str | None) -> Entry:
    """Return an entry with another text, time or note. Raises errors.Usage for a text of none."""
    new = old
    if typed:
        if "text" not in old.data:
            raise Usage(f"A {old.kind} entry has no value to change.", "--note or --at")
        new = new._replace(data={**old.data, "text": typed})
    if at is not None:
        when: datetime = when_of(house, old.kind, at)
        new = new._replace(when=when.isoformat(timespec="seconds"))
    return new if note is None else new._replace(note=clean(note))


def _change(house: House, old: Entry, new: Entry, call: Call) -> None:
    row, was = row_of(house, new), row_of(house, old)
    change_entry(house.paths.journal, house.paths.undo, old, new)
    changed = page.one(
        words.CHANGED, row, words.SAVED_HOW, "amma journal undo",
        f"{was.said} ({was.day}, {was.time})",
    )  # fmt: skip
    record = {
        "schema": SCHEMA, "entry": entry_record(new), "was": entry_record(old),
        "judgement": call.record,
    }  # fmt: skip
    shown(house, (*call.page, *changed), record, call, only_output(row))


def _meal(entry: Entry) -> str:
    values = entry.data.get("values", {})
    fields = {"fasting_mmol": "fasting", "one_hour_mmol": "1h", "two_hour_mmol": "2h"}
    return next((meal for field, meal in fields.items() if field in values), "")
