"""Live sessions: movements and contractions, in seconds since the session began.

Durations come from the monotonic clock; a session taken up again goes on by the wall clock.
No verdict is ever made of movements: fewer or different means call, before any counting.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

HOUR, TEN_MINUTES = 3600.0, 600.0
TWO_HOURS = 7200.0
LEFT_LYING = 12 * HOUR  # without a press: longer than a night; no picture of now any more
LAST = 3  # contractions that a mean looks at (safety evidence, [contractions].measure)
TERM = 37  # week; from here on six in an hour are no sign of early labor
# With these any regular contraction is a call, at term too (rules twins-any-contraction and
# fast-labour-before).
AT_ONCE = frozenset(("twins", "fast-labour-before"))
TWO_MINUTES = 120.0  # what one contraction alone is a call for
RUN_GAP = 420.0  # seconds between starts up to which contractions belong to one run


class Contraction(NamedTuple):
    """From its start to its end in seconds since the session began; `end` None while it lasts."""

    start: float
    end: float | None

    @property
    def length(self) -> float | None:
        """How long it lasted."""
        return None if self.end is None else self.end - self.start


class Picture(NamedTuple):
    """What the last contractions look like; None where there are too few.

    length: mean of the last three, s. interval: start to start, mean of the last three, s.
    in_hour: starts within the last hour. run: s since the run of close contractions began.
    in_ten: the most starts within any ten minutes of the last hour. longest: s, last hour.
    """

    length: float | None
    interval: float | None
    in_hour: int
    run: float
    in_ten: int
    longest: float


def left_lying(presses: Sequence[float], elapsed: float) -> bool:
    """Return whether a session was left: nothing pressed for half a day."""
    return elapsed - (presses[-1] if presses else 0.0) > LEFT_LYING


def contractions_of(presses: Sequence[float]) -> tuple[Contraction, ...]:
    """Return contractions of presses that start and stop them in turn."""
    starts, ends = presses[0::2], presses[1::2]
    return tuple(
        Contraction(start, ends[n] if n < len(ends) else None) for n, start in enumerate(starts)
    )


def picture(contractions: Sequence[Contraction], now: float) -> Picture:
    """Return what the last contractions look like at `now`, seconds since the session began."""
    recent = [c for c in contractions if now - c.start <= HOUR]
    lengths = [c.length for c in contractions if c.length is not None][-LAST:]
    # A pause of hours says nothing of contractions that have come again.
    latest = _gaps(recent if len(recent) >= LAST else contractions)[-LAST:]
    return Picture(
        sum(lengths) / len(lengths) if lengths else None,
        sum(latest) / len(latest) if latest else None,
        len(recent),
        _run(contractions, now),
        max((sum(0 <= c.start - d.start < TEN_MINUTES for c in recent) for d in recent), default=0),
        max((_lasted(c, now) for c in recent), default=0.0),
    )


def _gaps(contractions: Sequence[Contraction]) -> list[float]:
    return [after.start - before.start for before, after in pairwise(contractions)]


def _lasted(contraction: Contraction, now: float) -> float:
    return (now if contraction.end is None else contraction.end) - contraction.start


def _run(contractions: Sequence[Contraction], now: float) -> float:
    """Return how long contractions have come close together, until now; 0 where they stopped."""
    if not contractions or now - contractions[-1].start > RUN_GAP:
        return 0.0
    began = contractions[-1].start
    for earlier in reversed(contractions[:-1]):
        if began - earlier.start > RUN_GAP:
            break
        began = earlier.start
    return now - began


def contraction_readings(
    seen: Picture, week: int, flags: Collection[str] = ()
) -> dict[str, tuple[float, ...]]:
    """Return the readings of the safety rules: fields of "contractions" in safety.toml.

    An interval needs three contractions; a rule of an hour needs an hour of them. How many an
    hour holds is looked at before `week` 37 alone, or with flags of AT_ONCE.
    """
    readings: dict[str, tuple[float, ...]] = {}
    if seen.interval is not None and seen.in_hour >= LAST:
        readings["interval_min"] = (seen.interval / 60,)
    length = max(seen.length or 0.0, seen.longest if seen.longest >= TWO_MINUTES else 0.0)
    if length:
        readings["duration_s"] = (length,)
    if seen.run:
        readings["hours"] = (seen.run / HOUR,)
    if seen.in_hour:
        readings["in_10_min"] = (float(seen.in_ten),)
    if seen.in_hour and (week < TERM or AT_ONCE.intersection(flags)):
        readings["per_hour"] = (float(seen.in_hour),)
    return readings


def movement_readings(presses: Sequence[float], elapsed: float) -> dict[str, tuple[float, ...]]:
    """Return the movements of two hours, only once two hours have been looked at."""
    if elapsed < TWO_HOURS:
        return {}
    return {"movements_2h": (float(sum(elapsed - p <= TWO_HOURS for p in presses)),)}


def clock_words(seconds: float) -> str:
    """Return a length of time as it is read at a glance: "45 s", "4 min 05 s", "1 h 12 min"."""
    whole = int(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < HOUR:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


def kicks_summary(presses: Sequence[float], elapsed: float) -> str:
    """Return a finished session of movements in words; a record, never a verdict."""
    tenth = f", the tenth after {clock_words(presses[9])}" if len(presses) >= 10 else ""
    many = f"{len(presses)} movement{'' if len(presses) == 1 else 's'}"
    return f"{many} in {clock_words(elapsed)}{tenth}"


def contractions_summary(contractions: Sequence[Contraction], seen: Picture) -> str:
    """Return a finished session of contractions in words."""
    many = f"{len(contractions)} contraction{'' if len(contractions) == 1 else 's'}"
    parts = [many]
    if seen.length is not None:
        parts.append(f"last ones {clock_words(seen.length)} long")
    if seen.interval is not None:
        parts.append(f"{clock_words(seen.interval)} from start to start")
    return ", ".join(parts)
