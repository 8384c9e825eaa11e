"""What goes into a calendar: starts of weeks, tests and vaccines, her own appointments.

Each has a name of its own (UID) that stays while the due date moves, so that a calendar that
is imported again replaces what was there. It follows from the first dating that was recorded,
so it differs from person to person and says nothing to anybody who reads it.
"""

import re
import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple

from amma_cli.domain.age import Age, day_of
from amma_cli.domain.week import Care

Kind = Literal["week", "care", "appointment"]
WEEKS = range(1, 43)  # the weeks that have a guide
CARE_FROM = 7  # before, the lines of care name tests only to say that it is too early
SPACE = uuid.UUID("6f0f5c1e-6b0b-5a39-9d6e-0d3c7a1f4b52")  # of the names; made up once
TESTS = re.compile(
    r"\b(?:scans?|ultrasound|tests?|screening|swab|vaccine|injection|anti-D|CVS|amniocentesis"
    r"|contact)\b",
    re.IGNORECASE,
)


class Series(NamedTuple):
    """What the names and numbers of one pregnancy's events follow from.

    seed: see seed_of. changes: how often the due date has moved, 0 at first.
    """

    seed: str
    due: date
    changes: int


class Planned(NamedTuple):
    """An appointment of hers: its entry's id, local time, words, how often it was changed."""

    id: str
    when: datetime
    words: str
    changes: int


class Occasion(NamedTuple):
    """An event: `end` is the day or time after it. sequence: greater replaces smaller.

    week: 0 for an appointment. words: lines that say what it is. past: begun before today.
    """

    uid: str
    kind: Kind
    start: date
    end: date
    week: int
    words: tuple[str, ...]
    sequence: int
    past: bool = False
    cancelled: bool = False


def seed_of(number: int, on: date, method: str, inputs: Mapping[str, Any]) -> str:
    """Return what names follow from: the first dating of a pregnancy and its number."""
    given = ",".join(f"{key}={inputs[key]}" for key in sorted(inputs))
    return f"{number}/{on.isoformat()}/{method}/{given}"


def uid_of(seed: str, kind: Kind, which: str) -> str:
    """Return the name of an event, the same for the same seed, kind and number (RFC 7986, 5.3)."""
    return str(uuid.uuid5(SPACE, f"{seed}/{kind}/{which}"))


def week_starts(series: Series) -> tuple[Occasion, ...]:
    """Return the first day of every week, one day each: due - 280 + 7 x week days."""
    return tuple(_of_week(series, "week", week, 1, ()) for week in WEEKS)


def tests_and_vaccines(series: Series, care: Sequence[Care]) -> tuple[Occasion, ...]:
    """Return the weeks in which a test or a vaccine comes up, seven days each."""
    found: dict[int, tuple[str, ...]] = {}
    for line in care:
        if line.week >= CARE_FROM and line.week in WEEKS and TESTS.search(line.say):
            found[line.week] = (*found.get(line.week, ()), line.say)
    return tuple(_of_week(series, "care", week, 7, words) for week, words in sorted(found.items()))


def every_care_week(series: Series) -> tuple[Occasion, ...]:
    """Return every week that could hold a test or a vaccine, in whatever country."""
    return tuple(_of_week(series, "care", week, 7, ()) for week in WEEKS)


def _of_week(series: Series, kind: Kind, week: int, days: int, words: tuple[str, ...]) -> Occasion:
    start = day_of(series.due, Age(7 * week))
    uid = uid_of(series.seed, kind, str(week))
    sequence = _sequence(series.changes)
    return Occasion(uid, kind, start, start + timedelta(days=days), week, words, sequence)


def appointments(planned: Sequence[Planned], today: date, changes: int) -> tuple[Occasion, ...]:
    """Return her appointments in order of time, as local time without a zone.

    What she typed is the time on the clock of that day, whatever the clocks did in between. An
    hour is what a calendar shows where no end is known.
    """
    found = []
    for one in sorted(planned, key=lambda p: (p.when.replace(tzinfo=None), p.id)):
        start = one.when.replace(tzinfo=None, second=0, microsecond=0)
        found.append(Occasion(
            uid_of(one.id, "appointment", ""), "appointment", start, start + timedelta(hours=1),
            0, (one.words,) if one.words else (), _sequence(changes + one.changes),
            start.date() < today,
        ))  # fmt: skip
    return tuple(found)


def cancelled(occasions: Sequence[Occasion]) -> tuple[Occasion, ...]:
    """Return events as taken back: no words, and a number above the one they had."""
    return tuple(o._replace(words=(), sequence=o.sequence + 1, cancelled=True) for o in occasions)


def _sequence(changes: int) -> int:
    """Return an even number that grows with every change; the odd one above it is a cancellation.

    So what is changed after a cancellation is newer than it again.
    """
    return 2 * changes
