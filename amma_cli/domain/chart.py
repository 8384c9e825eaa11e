"""What a chart of the journal shows: values by week, the band and the limits that apply."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

from amma_cli.domain.checkin import SCALES

# Weight to gain by term in kg, one baby, by body mass index before pregnancy: Institute of
# Medicine, Weight Gain During Pregnancy, 2009 (adopted by ACOG). 0.5 to 2 kg in the first
# trimester is its assumption; no such target is set in the UK.
IOM_TOTAL = ((18.5, 12.5, 18.0), (25.0, 11.5, 16.0), (30.0, 7.0, 11.5), (float("inf"), 5.0, 9.0))
# Twins, by term, provisional; none is given for a body mass index under 18.5. No band by week.
IOM_TWINS = ((18.5, 0.0, 0.0), (25.0, 17.0, 25.0), (30.0, 14.0, 23.0), (float("inf"), 11.0, 19.0))
FIRST_TRIMESTER_END, TERM = 14.0, 40.0
FIRST_GAIN = (0.5, 2.0)
# Lines across the chart of blood pressure (safety evidence, [blood_pressure].bands).
PRESSURE_LIMITS = (
    ("upper 140: call within 24 hours", 140.0), ("upper 150: call now", 150.0),
    ("lower 90: call within 24 hours", 90.0), ("lower 100: call now", 100.0),
)  # fmt: skip
SUGAR_FIELDS = {
    "fasting_mmol": "fasting", "one_hour_mmol": "1 hour after a meal",
    "two_hour_mmol": "2 hours after a meal", "glucose_mmol": "at another time",
}  # fmt: skip
KINDS = ("weight", "bp", "glucose", "mood", "sleep", "size")


class Line(NamedTuple):
    """One line of a chart: its name and (week, value) in order of time."""

    name: str
    points: tuple[tuple[float, float], ...]


class Band(NamedTuple):
    """A recommended band by week, and what it is called."""

    name: str
    low: tuple[tuple[float, float], ...]
    high: tuple[tuple[float, float], ...]


class Logged(NamedTuple):
    """An entry for a chart: when, which week (a part of a week counts), what it holds."""

    when: datetime
    week: float
    kind: str
    data: dict[str, Any]


def lines_of(kind: str, entries: Iterable[Logged]) -> tuple[Line, ...]:
    """Return the lines of a kind of chart: weight, bp, glucose, temp, mood or sleep."""
    rows = sorted(entries, key=lambda entry: entry.when)
    if kind == "weight":
        return _lines([("weight", "kg")], rows, "weight")
    if kind == "bp":
        return _lines([("upper", "sys"), ("lower", "dia")], rows, "blood-pressure")
    if kind == "glucose":
        return _sugars(rows)
    if kind == "temp":
        return _lines([("temperature", "temp_c")], rows, "temperature")
    names = SCALES if kind == "mood" else ("sleep",)
    found = (
        Line(name, tuple(_scored(rows, name)))
        for name in names
    )  # fmt: skip
    return tuple(line for line in found if line.points)


def _scored(rows: Sequence[Logged], name: str) -> Iterable[tuple[float, float]]:
    for row in rows:
        if row.kind == "checkin" and isinstance(row.data.get(name), int):
            yield row.week, float(row.data[name])


def _lines(
    fields: Sequence[tuple[str, str]], rows: Sequence[Logged], kind: str
) -> tuple[Line, ...]:
    found = []
    for name, field in fields:
        points = tuple(
            (row.week, float(row.data["values"][field]))
            for row in rows
            if row.kind == kind and field in row.data.get("values", {})
        )
        if points:
            found.append(Line(name, points))
    return tuple(found)


def _sugars(rows: Sequence[Logged]) -> tuple[Line, ...]:
    found: dict[str, list[tuple[float, float]]] = {}
    for row in rows:
        values = row.data.get("values", {}) if row.kind == "glucose" else {}
        field = next((f for f in SUGAR_FIELDS if f in values), None)
        if field is not None:
            found.setdefault(SUGAR_FIELDS[field], []).append((row.week, float(values[field])))
    return tuple(Line(name, tuple(points)) for name, points in found.items())


def gain_range(bmi: float, *, twins: bool) -> tuple[float, float] | None:
    """Return the kg to gain by term for a body mass index, None where no figure is given."""
    for limit, low, high in IOM_TWINS if twins else IOM_TOTAL:
        if bmi < limit:
            return (low, high) if high else None
    return None


def weight_band(bmi: float, start: float) -> Band:
    """Return the weights by week that lead to the recommended gain for one baby.

    Straight from the weight before pregnancy at week 0 to 0.5 and 2 kg more at the end of the
    first trimester, then straight to the range by term.
    """
    low, high = gain_range(bmi, twins=False) or (0.0, 0.0)
    weeks = (0.0, FIRST_TRIMESTER_END, TERM)
    return Band(
        f"IOM 2009, for a body mass index of {bmi:.1f} before pregnancy",
        tuple(zip(weeks, (start, start + FIRST_GAIN[0], start + low), strict=True)),
        tuple(zip(weeks, (start, start + FIRST_GAIN[1], start + high), strict=True)),
    )


def clipped(band: Band, first: float, last: float) -> Band:
    """Return the part of a band that a chart from `first` to `last` week shows."""
    return Band(band.name, _clip(band.low, first, last), _clip(band.high, first, last))


def _clip(
    line: tuple[tuple[float, float], ...], first: float, last: float
) -> tuple[tuple[float, float], ...]:
    inside = [p for p in line if first < p[0] < last]
    return ((first, value_at(line, first)), *inside, (last, value_at(line, last)))


def value_at(line: Sequence[tuple[float, float]], week: float) -> float:
    """Return the value of a line at a week, straight between its points, level beyond them."""
    if week <= line[0][0]:
        return line[0][1]
    for (x1, y1), (x2, y2) in pairwise(line):
        if week <= x2:
            return y1 + (y2 - y1) * (week - x1) / ((x2 - x1) or 1)
    return line[-1][1]
