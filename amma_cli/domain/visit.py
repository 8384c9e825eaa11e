"""What a sheet for an appointment is made of: what was logged since the last one, by kind."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

# The parts of a sheet in their order, and the kinds of entries that each holds.
PARTS: dict[str, tuple[str, ...]] = {
    "dating": (),
    "questions": ("question",),
    "weight": ("weight",),
    "bp": ("blood-pressure",),
    "glucose": ("glucose",),
    "temp": ("temperature",),
    "readings": ("pulse", "ketones", "oxygen", "breaths"),
    "symptoms": ("symptom", "checkin"),
    "kicks": ("kicks",),
    "contractions": ("contractions",),
    "medicines": ("medicine",),
    "space": (),
}


class Noted(NamedTuple):
    """An entry of the journal; `when` is the time on her clock, without a zone."""

    id: str
    when: datetime
    kind: str
    data: dict[str, Any]
    note: str

    @property
    def text(self) -> str:
        """What was written, "" where nothing was."""
        return str(self.data.get("text", ""))


class Taken(NamedTuple):
    """A medicine: how often it was logged, on which day first and last."""

    what: str
    times: int
    first: date
    last: date


def last_visit(noted: Iterable[Noted], now: datetime) -> datetime | None:
    """Return the time of the latest appointment that is past, None where none is."""
    past = [one.when for one in noted if one.kind == "appointment" and one.when < now]
    return max(past, default=None)


def since(noted: Iterable[Noted], start: datetime | None, now: datetime) -> tuple[Noted, ...]:
    """Return what was logged from `start` until now in order of time; None begins with all."""
    found = (one for one in noted if (start is None or one.when >= start) and one.when <= now)
    return tuple(sorted(found, key=lambda one: one.when))


def questions(noted: Iterable[Noted], *, done: bool = False) -> tuple[Noted, ...]:
    """Return the questions that are open, or those that are done, in order of time."""
    found = (one for one in noted if one.kind == "question" and bool(one.data.get("done")) is done)
    return tuple(sorted(found, key=lambda one: one.when))


def medicines(noted: Iterable[Noted]) -> tuple[Taken, ...]:
    """Return each medicine once, as it was written first, in order of first use."""
    found: dict[str, list[Noted]] = {}
    for one in noted:
        if one.kind == "medicine":
            found.setdefault(" ".join(said(one).casefold().split()), []).append(one)
    return tuple(
        Taken(said(rows[0]), len(rows), rows[0].when.date(), rows[-1].when.date())
        for rows in found.values()
    )


def said(one: Noted) -> str:
    """Return the words of an entry with the note beside it."""
    return "; ".join(part for part in (one.text, one.note) if part)


def left(known: Sequence[str], only: Sequence[str], without: Sequence[str]) -> tuple[str, ...]:
    """Return the parts that stay: those of `only`, or all, less those of `without`."""
    return tuple(key for key in known if (not only or key in only) and key not in without)
