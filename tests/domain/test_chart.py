"""What a chart shows: weights of the Institute of Medicine, lines of pressure, values by week."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.chart import (
    PRESSURE_LIMITS,
    Band,
    Line,
    Logged,
    clipped,
    gain_range,
    lines_of,
    value_at,
    weight_band,
)
from tests.domain.evidence import DATA, table

GAIN = table(DATA / "weight_gain.toml")["weight_gain"]
ONE, TWO = GAIN["iom_2009"], GAIN["iom_2009_twins_provisional"]
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def numbers(words: str) -> tuple[float, ...]:
    return tuple(float(n) for n in re.findall(r"\d+(?:\.\d+)?", words))


def inside(words: str) -> list[float]:
    """Body mass indices that a row of the table means, up to both of its ends."""
    found = numbers(words)
    if words.startswith("under"):
        return [10.0, found[0] - 0.01]
    if words.endswith("or more"):
        return [found[0], 60.0]
    return [found[0], sum(found) / 2, found[1], found[1] + 0.09]  # 24.9 and 25: nothing between


# The table: every row, at the ends of its body mass indices.


@pytest.mark.parametrize("row", ONE, ids=lambda row: row["bmi"])
def test_the_gain_for_one_baby_is_that_of_the_table(row: dict[str, str]) -> None:
    for bmi in inside(row["bmi"]):
        assert gain_range(bmi, twins=False) == numbers(row["total_kg"])


@pytest.mark.parametrize("row", TWO, ids=lambda row: row["bmi"])
def test_the_gain_for_two_babies_is_that_of_the_table_or_none(row: dict[str, str]) -> None:
    expected = numbers(row["total_kg"]) or None
    for bmi in inside(row["bmi"]):
        assert gain_range(bmi, twins=True) == expected


@pytest.mark.parametrize(
    ("bmi", "one", "two"),
    [
        (18.49, (12.5, 18.0), None), (18.5, (11.5, 16.0), (17.0, 25.0)),
        (24.99, (11.5, 16.0), (17.0, 25.0)), (25.0, (7.0, 11.5), (14.0, 23.0)),
        (29.99, (7.0, 11.5), (14.0, 23.0)), (30.0, (5.0, 9.0), (11.0, 19.0)),
    ],
)  # fmt: skip
def test_a_body_mass_index_at_a_limit_belongs_to_the_upper_row(
    bmi: float, one: tuple[float, float], two: tuple[float, float] | None
) -> None:
    assert gain_range(bmi, twins=False) == one
    assert gain_range(bmi, twins=True) == two


# The band


@pytest.mark.parametrize("row", ONE, ids=lambda row: row["bmi"])
def test_the_band_begins_at_her_weight_and_ends_with_the_gain_of_the_table(
    row: dict[str, str],
) -> None:
    first = numbers(GAIN["basis"])[:2]  # 0.5 to 2 kg in the first trimester
    low, high = numbers(row["total_kg"])
    band = weight_band(inside(row["bmi"])[0], 61.0)
    assert band.low == ((0.0, 61.0), (14.0, 61.0 + first[0]), (40.0, 61.0 + low))
    assert band.high == ((0.0, 61.0), (14.0, 61.0 + first[1]), (40.0, 61.0 + high))


@pytest.mark.parametrize("row", ONE, ids=lambda row: row["bmi"])
def test_the_slope_of_the_band_is_near_the_gain_by_week_of_the_table(row: dict[str, str]) -> None:
    """The table rounds its gains by week (0.44 to 0.58 kg); a straight line lies within 0.08."""
    band = weight_band(inside(row["bmi"])[0], 61.0)
    for line, by_week in zip((band.low, band.high), numbers(row["per_week_kg"]), strict=True):
        slope = (value_at(line, 40) - value_at(line, 14)) / 26
        assert slope == pytest.approx(by_week, abs=0.08)


def test_the_band_says_whose_it_is_and_for_which_index() -> None:
    assert weight_band(22.413, 61.0).name == (
        "IOM 2009, for a body mass index of 22.4 before pregnancy"
    )


# Values along a line


@pytest.mark.parametrize(
    ("week", "value"),
    [
        (-5.0, 10.0), (0.0, 10.0), (5.0, 15.0), (10.0, 20.0), (15.0, 10.0), (20.0, 0.0),
        (19.0, 2.0), (99.0, 0.0),
    ],
)  # fmt: skip
def test_a_value_lies_straight_between_points_and_level_beyond_them(
    week: float, value: float
) -> None:
    assert value_at(((0.0, 10.0), (10.0, 20.0), (20.0, 0.0)), week) == value


def test_two_points_in_one_week_and_a_single_point_have_a_value() -> None:
    assert value_at(((5.0, 1.0),), 7.0) == 1.0
    assert value_at(((5.0, 1.0), (5.0, 3.0)), 5.0) == 1.0
    assert value_at(((5.0, 1.0), (5.0, 3.0)), 6.0) == 3.0


POINTS = st.lists(
    st.tuples(st.integers(0, 42), st.integers(40, 120)), min_size=1, max_size=8,
    unique_by=lambda p: p[0],
).map(lambda points: tuple((float(x), float(y)) for x, y in sorted(points)))  # fmt: skip


@given(POINTS, st.floats(-5, 50))
def test_a_value_is_never_outside_its_neighbors(
    line: tuple[tuple[float, float], ...], week: float
) -> None:
    before = [p for p in line if p[0] <= week][-1:]
    after = [p for p in line if p[0] >= week][:1]
    near = [p[1] for p in (*before, *after)]
    assert min(near) - 1e-9 <= value_at(line, week) <= max(near) + 1e-9


@given(POINTS)
def test_a_line_goes_through_its_points(line: tuple[tuple[float, float], ...]) -> None:
    assert [value_at(line, x) for x, _ in line] == [y for _, y in line]


@given(st.floats(0, 44), st.floats(0.5, 30))
def test_a_clipped_band_has_its_ends_at_the_ends_and_lies_on_the_band(
    first: float, weeks: float
) -> None:
    last = first + weeks
    band = weight_band(22.0, 61.0)
    shown = clipped(band, first, last)
    assert shown.name == band.name
    for cut, whole in ((shown.low, band.low), (shown.high, band.high)):
        assert (cut[0][0], cut[-1][0]) == (first, last)
        assert all(y == pytest.approx(value_at(whole, x)) for x, y in cut)
        assert [x for x, _ in cut[1:-1]] == [x for x, _ in whole if first < x < last]


def test_a_band_that_is_clipped_at_its_own_points_has_none_twice() -> None:
    band = Band("b", ((0.0, 1.0), (14.0, 2.0), (40.0, 3.0)), ((0.0, 4.0), (14.0, 5.0), (40.0, 6.0)))
    assert clipped(band, 0.0, 40.0) == band
    assert clipped(band, 14.0, 40.0).low == ((14.0, 2.0), (40.0, 3.0))


# Lines across the chart of blood pressure


def test_the_lines_of_pressure_are_where_the_rules_change_their_call() -> None:
    """From the rules of the evidence: bp-140-90 is soon, bp-150-100 urgent."""
    rules = {r["key"]: r for r in table(DATA / "safety_evidence.toml")["measure"]}
    expected = {}
    for key, call in (("bp-140-90", "call within 24 hours"), ("bp-150-100", "call now")):
        assert rules[key]["level"] == {"call within 24 hours": "soon", "call now": "urgent"}[call]
        for condition in rules[key]["when"]["any"]:
            name = {"sys": "upper", "dia": "lower"}[condition["field"]]
            expected[f"{name} {condition['value']}: {call}"] = float(condition["value"])
    assert dict(PRESSURE_LIMITS) == expected
    assert len(PRESSURE_LIMITS) == 4


# Lines of what was logged


def logged(kind: str, week: float, **data: Any) -> Logged:
    return Logged(NOW + timedelta(weeks=week), week, kind, data)


ROWS = [
    logged("weight", 21.0, values={"kg": 69.0}),
    logged("weight", 20.0, values={"kg": 68.2}),
    logged("weight", 22.0, values={}),
    logged("blood-pressure", 20.5, values={"sys": 118, "dia": 76}),
    logged("glucose", 24.0, values={"glucose_mmol": 5.1, "fasting_mmol": 5.1}),
    logged("glucose", 25.0, values={"glucose_mmol": 7.0, "two_hour_mmol": 7.0}),
    logged("glucose", 26.0, values={"glucose_mmol": 6.0}),
    logged("glucose", 27.0, values={"glucose_mmol": 7.5, "one_hour_mmol": 7.5}),
    logged("glucose", 28.0, values={"glucose_mmol": 5.0, "fasting_mmol": 5.0}),
    logged("checkin", 20.0, mood=4, sleep=2),
    logged("checkin", 21.0, mood=3, energy=1),
    logged("checkin", 22.0, mood="broken"),
    logged("note", 23.0, text="x"),
]


def test_lines_are_in_order_of_time_and_of_their_kind_alone() -> None:
    assert lines_of("weight", ROWS) == (Line("weight", ((20.0, 68.2), (21.0, 69.0))),)
    assert lines_of("bp", ROWS) == (
        Line("upper", ((20.5, 118.0),)),
        Line("lower", ((20.5, 76.0),)),
    )


def test_sugars_have_a_line_for_each_time_of_the_day() -> None:
    assert {line.name: line.points for line in lines_of("glucose", ROWS)} == {
        "fasting": ((24.0, 5.1), (28.0, 5.0)),
        "2 hours after a meal": ((25.0, 7.0),),
        "at another time": ((26.0, 6.0),),
        "1 hour after a meal": ((27.0, 7.5),),
    }


def test_mood_shows_three_lines_sleep_one_and_what_was_never_said_none() -> None:
    mood = {line.name: line.points for line in lines_of("mood", ROWS)}
    assert mood == {
        "mood": ((20.0, 4.0), (21.0, 3.0)),
        "sleep": ((20.0, 2.0),),
        "energy": ((21.0, 1.0),),
    }
    assert lines_of("sleep", ROWS) == (Line("sleep", ((20.0, 2.0),)),)
    assert lines_of("sleep", ROWS[:5]) == ()


@pytest.mark.parametrize("kind", ["weight", "bp", "glucose", "mood", "sleep"])
def test_without_entries_there_are_no_lines(kind: str) -> None:
    assert lines_of(kind, []) == ()
