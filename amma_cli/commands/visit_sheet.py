"""What a sheet for an appointment is made from, fetched from the profile and the journal."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from amma_cli.commands.house import House
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.stage import Stage, counts
from amma_cli.domain.visit import Noted, questions, since
from amma_cli.pages.visit import Dates, Part, Sheet
from amma_cli.store.journal import Entry, stored_time


def noted_of(house: House) -> tuple[Noted, ...]:
    """Return the journal of this pregnancy. Raises errors.DataDamaged."""
    return tuple(map(noted, house.entries()))


def noted(entry: Entry) -> Noted:
    """Return an entry with the time on her clock. Raises errors.Failed for one without a time."""
    when = stored_time(entry).replace(tzinfo=None)
    return Noted(entry.id, when, entry.kind, entry.data, entry.note)


def sheet_of(
    house: House, noted: Sequence[Noted], start: datetime | None, now: datetime, *,
    named: Sequence[str],
) -> Sheet:  # fmt: skip
    """Return what the sheet shows; after an end movements only where she names them."""
    ended = bool(house.profile.ended)
    found = since(noted, start, now)
    if ended and "kicks" not in named:
        found = tuple(one for one in found if one.kind != "kicks")
    labels = _labels(house, loss=ended)
    return Sheet(
        now, start, dates_of(house), found, questions(noted), labels, house.manner.units
    )  # fmt: skip


def dates_of(house: House) -> Dates | None:
    """Return the datings, None without one and after an end."""
    profile, moment = house.profile, house.moment()
    chosen = profile.active
    if chosen is None or moment is None or moment.stage == Stage.ENDED:
        return None
    born = profile.born if moment.stage == Stage.AFTER_BIRTH else None
    return Dates(chosen, profile.kept, born, counts(moment.stage))


def _labels(house: House, *, loss: bool) -> dict[str, str]:
    signs = {
        rule.key: rule.named(loss=loss)
        for rule in house.rules.signs
        if not (loss and rule.rule.after_loss == "hide")
    }
    return {**{one.key: one.label for one in house.symptoms}, **signs}


def record_of(sheet: Sheet, chosen: Sequence[Part], dates: Dates | None) -> dict[str, Any]:
    """Return what `amma visit --json` writes: the parts that stay and their entries."""
    keys = [part.key for part in chosen]
    dating = None
    if dates is not None and "dating" in keys:
        made = dates.chosen.dating
        dating = {"due": made.due.isoformat(), "method": made.method, "inputs": dict(made.inputs)}
    return {
        "schema": SCHEMA,
        "on": sheet.now.date().isoformat(),
        "since": sheet.start.isoformat(timespec="seconds") if sheet.start else None,
        "parts": keys,
        "dating": dating,
        "entries": [entry_record(one) for part in chosen for one in part.entries],
    }


def entry_record(one: Noted) -> dict[str, Any]:
    """Return an entry as it is written: local time, what it holds."""
    return {
        "id": one.id, "when": one.when.isoformat(timespec="seconds"), "kind": one.kind,
        "data": one.data, "note": one.note,
    }  # fmt: skip
