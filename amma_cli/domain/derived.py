"""What several measurements say together: readings that no single one gives."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from amma_cli.domain.safety import Readings

# A pressure of 160/110 or more that is found twice is an emergency: again within 15 minutes
# (safety evidence, [blood_pressure]; ACOG Committee Opinion 767: lasting 15 minutes). A second one
# later on the same day counts as well: the program raises.
SEVERE_SYS, SEVERE_DIA = 160, 110
AGAIN_WITHIN = timedelta(hours=24)
# Blood sugar above target (NICE NG3), counted over a week; the targets of her own team come first.
TARGETS = {"fasting_mmol": 5.3, "one_hour_mmol": 7.8, "two_hour_mmol": 6.4}
WEEK = timedelta(days=7)
TWO_WEEKS = timedelta(days=14)
CORRECTED = timedelta(hours=1)  # a weight again within the hour replaces the one before
FIRST_GAIN_WEEK = 20


class Point(NamedTuple):
    """A measurement at a time: its values by field."""

    when: datetime
    values: dict[str, float]


class Body(NamedTuple):
    """What is known beside the journal: her weight before pregnancy, her own sugar targets."""

    start_kg: float = 0.0
    targets: tuple[tuple[str, float], ...] = ()


UNKNOWN_BODY = Body()


def derive(
    new: Sequence[Point], before: Iterable[Point], week: int, body: Body = UNKNOWN_BODY
) -> dict[str, tuple[float, ...]]:
    """Return the readings of what was just measured, with what it means beside earlier ones.

    week: 4 to 48 as in the safety rules; weight is read in pregnancy alone (to 42).
    """
    readings: dict[str, tuple[float, ...]] = {}
    for point in new:
        for field, value in point.values.items():
            if field != "kg":
                readings[field] = (*readings.get(field, ()), value)
    earlier = sorted(before, key=lambda p: p.when)
    if _severe_twice(new, earlier):
        readings["bp_confirmed"] = (1.0,)
    highs = _highs(new, earlier, dict(body.targets))
    if highs:
        readings["highs_in_7_days"] = (float(highs),)
    if week <= 42:
        readings.update(_weight(new, earlier, week, body.start_kg))
    return readings


def _is_severe(point: Point) -> bool:
    high, low = point.values.get("sys", 0), point.values.get("dia", 0)
    return high >= SEVERE_SYS or low >= SEVERE_DIA


def _severe_twice(new: Sequence[Point], earlier: Sequence[Point]) -> bool:
    now = [point for point in new if _is_severe(point)]
    return len(now) > 1 or any(
        _is_severe(other) and abs(point.when - other.when) <= AGAIN_WITHIN
        for point in now
        for other in earlier
    )


def _highs(new: Sequence[Point], earlier: Sequence[Point], own: dict[str, float]) -> int:
    """Return how many sugars above target seven days hold that end at or after a new one of them.

    0 unless one is new; one that is entered late counts with those that came after it.
    """
    limits = {**TARGETS, **own}

    def high(point: Point) -> bool:
        return any(point.values.get(field, 0) >= limit for field, limit in limits.items())

    latest = [point for point in new if high(point)]
    if not latest:
        return 0
    highs = [p for p in (*earlier, *new) if high(p)]
    ends = [p.when for p in highs if any(timedelta(0) <= p.when - n.when <= WEEK for n in latest)]
    return max(sum(end - WEEK <= p.when <= end for p in highs) for end in ends)


def _weight(
    new: Sequence[Point], earlier: Sequence[Point], week: int, start: float
) -> dict[str, tuple[float, ...]]:
    weighed = [point for point in new if "kg" in point.values]
    if not weighed:
        return {}
    now = weighed[-1]
    others = [p for p in (*earlier, *weighed[:-1]) if "kg" in p.values]
    found: dict[str, tuple[float, ...]] = {}
    gain = max((_gain(*sorted((p, now), key=lambda q: q.when)) for p in others), default=0.0)
    if week >= FIRST_GAIN_WEEK and gain > 0:
        found["gain_kg_week"] = (round(gain, 2),)
    # Without a weight before pregnancy the highest before this one: the program raises.
    first = start or max((p.values["kg"] for p in others if p.when < now.when), default=0.0)
    if first > 0 and now.values["kg"] < first:
        found["loss_percent"] = (round((first - now.values["kg"]) / first * 100, 2),)
    return found


def _gain(earlier: Point, later: Point) -> float:
    """Return the kg gained in a week: as found within seven days, in proportion up to fourteen."""
    apart = later.when - earlier.when
    gain = later.values["kg"] - earlier.values["kg"]
    if apart < CORRECTED or apart > TWO_WEEKS:
        return 0.0
    return gain if apart <= WEEK else gain * (WEEK / apart)


def joined(*many: Readings) -> dict[str, tuple[float, ...]]:
    """Return readings of several origins together, every value kept."""
    found: dict[str, tuple[float, ...]] = {}
    for readings in many:
        for field, values in readings.items():
            found[field] = (*found.get(field, ()), *values)
    return found
