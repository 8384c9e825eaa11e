"""What goes into a calendar: starts of weeks, tests and vaccines, her own appointments.

Each has a name of its own (UID) that stays while the due date moves, so that a calendar that
is imported again replaces what was there. It follows from the first dating that was recorded,
so it differs from person to person and says nothing to anybody who reads it.
"""

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple

from amma_cli.domain.age import Age, day_of
from amma_cli.domain.week import Window

Kind = Literal["week", "care", "appointment"]
WEEKS = range(1, 43)  # the weeks that have a guide
SPACE = uuid.UUID("6f0f5c1e-6b0b-5a39-9d6e-0d3c7a1f4b52")  # of the names; made up once


class Series(NamedTuple):
    """What the events of one pregnancy follow from. seed: see seed_of."""

    seed: str
    due: date


class Planned(NamedTuple):
    """An appointment of hers: its entry's id, local time, words; if it was made after an end."""

    id: str
    when: datetime
    words: str
    after_end: bool = False


class Occasion(NamedTuple):
    """An event: `end` is the day or time after it. past: begun before today.

    week: 0 where it is no week's start. window: of a test or a vaccine. words: of an appointment.
    """

    uid: str
    kind: Kind
    start: date
    end: date
    week: int = 0
    window: Window | None = None
    words: str = ""
    past: bool = False
    cancelled: bool = False
    after_end: bool = False


def seed_of(number: int, on: date, method: str, inputs: Mapping[str, Any]) -> str:
    """Return what names follow from: the first dating of a pregnancy and its number."""
    given = ",".join(f"{key}={inputs[key]}" for key in sorted(inputs))
    return f"{number}/{on.isoformat()}/{method}/{given}"


def uid_of(seed: str, kind: Kind, which: str) -> str:
    """Return the name of an event, the same for the same seed, kind and number (RFC 7986, 5.3)."""
    return str(uuid.uuid5(SPACE, f"{seed}/{kind}/{which}"))


def week_starts(series: Series) -> tuple[Occasion, ...]:
    """Return the first day of every week, one day each: due - 280 + 7 x week days."""
    starts = ((week, day_of(series.due, Age(7 * week))) for week in WEEKS)
    return tuple(
        Occasion(uid_of(series.seed, "week", str(week)), "week", day, day + timedelta(1), week)
        for week, day in starts
    )


def for_her(windows: Sequence[Window], place: str, denied: Collection[str]) -> tuple[Window, ...]:
    """Return the windows of a place but those that are for what she said does not apply."""
    return tuple(
        one
        for one in windows
        if one.where == place and not (one.keys and all(key in denied for key in one.keys))
    )


def tests_and_vaccines(series: Series, windows: Sequence[Window]) -> tuple[Occasion, ...]:
    """Return the windows as days, in order of time; one alone of those that share a key."""
    found: dict[str, Occasion] = {}
    for window in windows:
        first, last = (day_of(series.due, age) for age in window.span)
        uid = uid_of(series.seed, "care", window.key)
        found[uid] = Occasion(uid, "care", first, last + timedelta(1), window=window)
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end)))


def appointments(planned: Sequence[Planned], today: date) -> tuple[Occasion, ...]:
    """Return her appointments in order of time, as local time without a zone.

    What she typed is the time on the clock of that day, whatever the clocks did in between. An
    hour is what a calendar shows where no end is known.
    """
    found = []
    for one in sorted(planned, key=lambda p: (p.when.replace(tzinfo=None), p.id)):
        start = one.when.replace(tzinfo=None, second=0, microsecond=0)
        found.append(Occasion(
            uid_of(one.id, "appointment", ""), "appointment", start, start + timedelta(hours=1),
            words=one.words, past=start.date() < today, after_end=one.after_end,
        ))  # fmt: skip
    return tuple(found)


def removed(ids: Sequence[str], day: date) -> tuple[Occasion, ...]:
    """Return appointments that are in the journal no more, as taken back; of `day`, any day."""
    uids = (uid_of(one, "appointment", "") for one in ids)
    return cancelled([Occasion(uid, "appointment", day, day + timedelta(1)) for uid in uids])


def cancelled(occasions: Sequence[Occasion]) -> tuple[Occasion, ...]:
    """Return events as taken back, without words."""
    return tuple(one._replace(words="", window=None, cancelled=True) for one in occasions)
