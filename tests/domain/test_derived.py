"""What measurements say together: found twice, high again and again, gained, lost."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.domain.derived import UNKNOWN_BODY, Body, Point, derive, joined
from amma_cli.domain.safety import LEVELS, Asked, Rules, judge
from amma_cli.library.rulebook import read_rules
from amma_cli.library.shelf import Shelf

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SECOND = timedelta(seconds=1)


@pytest.fixture(scope="session")
def rules(real_shelf: Shelf) -> Rules:
    return read_rules(real_shelf)


def at(ago: timedelta, **values: float) -> Point:
    return Point(NOW - ago, values)


def pressure(ago: timedelta, high: float, low: float) -> Point:
    return at(ago, sys=high, dia=low)


def level(rules: Rules, readings: Any, week: int = 30) -> str:
    return judge(rules, Asked(week, frozenset(), readings)).level


# What was measured now stands as it is, weight alone has meaning only beside another.


def test_what_was_just_measured_is_read_as_it_is_and_a_weight_by_itself_says_nothing() -> None:
    new = [pressure(timedelta(0), 118, 76), at(timedelta(0), temp_c=37.2, kg=70.0)]
    assert derive(new, [], 30) == {"sys": (118,), "dia": (76,), "temp_c": (37.2,)}


def test_of_two_new_values_both_are_kept_and_earlier_ones_are_not_judged_again() -> None:
    new = [pressure(MINUTE, 118, 76), pressure(timedelta(0), 121, 80)]
    readings = derive(new, [pressure(HOUR, 199, 119)], 30)
    assert readings == {"sys": (118, 121), "dia": (76, 80)}


def test_of_nothing_new_nothing_is_said() -> None:
    assert derive([], [pressure(HOUR, 170, 115), at(DAY, kg=80, fasting_mmol=9.0)], 30) == {}


# 160/110 found twice: within 15 minutes by the evidence, and within 24 hours, since the program
# raises (safety evidence, [blood_pressure]; ACOG Committee Opinion 767).


@pytest.mark.parametrize(
    ("ago", "twice"),
    [
        (MINUTE, True), (15 * MINUTE, True), (16 * MINUTE, True), (24 * HOUR, True),
        (24 * HOUR + SECOND, False), (48 * HOUR, False),
        (-15 * MINUTE, True), (-24 * HOUR, True), (-24 * HOUR - SECOND, False),  # entered late
    ],
)  # fmt: skip
def test_severe_again_within_a_day_is_an_emergency(
    rules: Rules, ago: timedelta, twice: bool
) -> None:
    readings = derive([pressure(timedelta(0), 165, 90)], [pressure(ago, 150, 112)], 30)
    assert ("bp_confirmed" in readings) is twice
    assert level(rules, readings) == ("emergency" if twice else "urgent")


@pytest.mark.parametrize(
    ("now", "before", "twice"),
    [
        ((160, 80), (160, 80), True), ((159, 110), (160, 80), True), ((159, 110), (120, 110), True),
        ((159, 109), (170, 115), False), ((170, 115), (159, 109), False),
        ((160, 80), (159, 109), False),
    ],
)  # fmt: skip
def test_severe_is_160_or_110_each_for_itself(
    now: tuple[float, float], before: tuple[float, float], twice: bool
) -> None:
    readings = derive([pressure(timedelta(0), *now)], [pressure(10 * MINUTE, *before)], 30)
    assert readings.get("bp_confirmed") == ((1.0,) if twice else None)


def test_two_of_one_sitting_are_twice_and_one_is_not() -> None:
    one, other = pressure(MINUTE, 165, 100), pressure(timedelta(0), 140, 110)
    assert derive([one, other], [], 30)["bp_confirmed"] == (1.0,)
    assert "bp_confirmed" not in derive([one], [], 30)


def test_another_measurement_in_between_changes_nothing() -> None:
    before = [at(5 * MINUTE, temp_c=39.0), pressure(20 * MINUTE, 160, 90), at(HOUR, kg=70)]
    assert "bp_confirmed" in derive([pressure(timedelta(0), 160, 90)], before, 30)
    assert "bp_confirmed" not in derive([at(timedelta(0), hr=80)], before, 30)


# Sugars above target: three or more in seven days are a call (safety evidence, [glucose].alerts).


def fasting(ago: timedelta, value: float) -> Point:
    return at(ago, glucose_mmol=value, fasting_mmol=value)


@pytest.mark.parametrize(
    ("agos", "count"),
    [
        ([], 1), ([DAY], 2), ([DAY, 7 * DAY], 3), ([DAY, 7 * DAY + SECOND], 2),
        ([DAY, 2 * DAY, 3 * DAY, 30 * DAY], 4), ([timedelta(0)], 2),
        ([-DAY, -7 * DAY], 3), ([-DAY, -7 * DAY - SECOND], 2),  # entered late
        ([3 * DAY, -3 * DAY, -4 * DAY], 4), ([4 * DAY, -4 * DAY], 2), ([2 * DAY, 9 * DAY], 2),
    ],
)  # fmt: skip
def test_highs_are_counted_over_seven_days_with_the_new_one_among_them(
    rules: Rules, agos: list[timedelta], count: int
) -> None:
    readings = derive([fasting(timedelta(0), 5.3)], [fasting(ago, 5.6) for ago in agos], 30)
    assert readings["highs_in_7_days"] == (float(count),)
    assert level(rules, readings) == ("soon" if count >= 3 else "mention")


def test_only_what_reaches_its_target_counts_each_meal_with_its_own() -> None:
    below = [at(DAY, fasting_mmol=5.2), at(DAY, one_hour_mmol=7.7), at(DAY, two_hour_mmol=6.3),
             at(DAY, glucose_mmol=9.0)]  # fmt: skip
    reached = [at(DAY, fasting_mmol=5.3), at(DAY, one_hour_mmol=7.8), at(DAY, two_hour_mmol=6.4)]
    new = [fasting(timedelta(0), 5.3)]
    assert derive(new, below, 30)["highs_in_7_days"] == (1,)
    assert derive(new, below + reached, 30)["highs_in_7_days"] == (4,)


def test_without_a_new_high_none_is_counted() -> None:
    before = [fasting(n * HOUR, 6.0) for n in range(1, 5)]
    assert "highs_in_7_days" not in derive([fasting(timedelta(0), 5.2)], before, 30)
    assert "highs_in_7_days" not in derive([at(timedelta(0), glucose_mmol=12.0)], before, 30)


def test_the_targets_of_her_own_team_come_first_and_the_others_stay() -> None:
    own = Body(targets=(("fasting_mmol", 5.0),))
    before = [fasting(DAY, 5.0), at(DAY, one_hour_mmol=7.8)]
    assert derive([fasting(timedelta(0), 5.0)], before, 30, own)["highs_in_7_days"] == (3,)
    assert "highs_in_7_days" not in derive([fasting(timedelta(0), 5.0)], before, 30)
    higher = Body(targets=(("fasting_mmol", 5.6),))
    assert "highs_in_7_days" not in derive([fasting(timedelta(0), 5.5)], before, 30, higher)


# Weight: 2 kg in a week from week 20 (safety evidence, [weight_gain].alerts).


def weighed(ago: timedelta, kg: float) -> Point:
    return at(ago, kg=kg)


@pytest.mark.parametrize(
    ("ago", "before", "gain"),
    [
        (7 * DAY, 68.0, 2.0), (3 * DAY, 68.0, 2.0), (HOUR, 68.0, 2.0), (6 * DAY, 68.1, 1.9),
        (HOUR - SECOND, 68.0, None), (timedelta(0), 68.0, None),
        (DAY, 69.2, 0.8), (8 * DAY, 69.0, 0.88),  # 7/8 kg
        (14 * DAY, 66.0, 2.0), (10 * DAY, 68.0, 1.4), (14 * DAY + SECOND, 60.0, None),
        (7 * DAY, 70.0, None), (7 * DAY, 71.0, None),
    ],
)  # fmt: skip
def test_a_gain_is_as_found_in_a_week_and_in_proportion_up_to_two(
    rules: Rules, ago: timedelta, before: float, gain: float | None
) -> None:
    readings = derive([weighed(timedelta(0), 70.0)], [weighed(ago, before)], 30)
    assert readings.get("gain_kg_week") == (None if gain is None else (gain,))
    judged = level(rules, {k: v for k, v in readings.items() if k == "gain_kg_week"})
    assert judged == ("soon" if gain is not None and gain >= 2 else "none")


@pytest.mark.parametrize(("week", "said"), [(19, False), (20, True), (42, True), (43, False)])
def test_a_gain_is_read_from_week_20_and_never_after_a_birth(week: int, said: bool) -> None:
    readings = derive([weighed(timedelta(0), 70.0)], [weighed(7 * DAY, 67.0)], week)
    assert ("gain_kg_week" in readings) is said


def test_of_several_earlier_weights_the_greatest_gain_counts() -> None:
    before = [weighed(7 * DAY, 69.5), weighed(5 * DAY, 67.5), weighed(2 * DAY, 69.0)]
    assert derive([weighed(timedelta(0), 70.0)], before, 30)["gain_kg_week"] == (2.5,)


def test_a_weight_entered_late_is_seen_beside_the_later_one() -> None:
    readings = derive([weighed(5 * DAY, 67.0)], [weighed(timedelta(0), 70.0)], 30)
    assert readings == {"gain_kg_week": (3.0,)}


def test_of_two_new_weights_the_last_is_compared_with_the_first_too() -> None:
    new = [weighed(6 * DAY, 67.0), weighed(timedelta(0), 70.0)]
    assert derive(new, [], 30) == {"gain_kg_week": (3.0,)}
    between = [weighed(6 * DAY, 69.0), weighed(3 * DAY, 66.5), weighed(timedelta(0), 70.0)]
    assert derive(between, [], 30)["gain_kg_week"] == (3.5,)


# Loss: five percent of the weight before pregnancy (safety evidence, [weight_gain].alerts).


@pytest.mark.parametrize(
    ("start", "now", "percent"),
    [
        (60.0, 57.0, 5.0), (60.0, 57.01, 4.98), (80.0, 72.0, 10.0), (60.0, 60.0, None),
        (60.0, 61.0, None),
    ],
)  # fmt: skip
def test_a_loss_is_a_part_of_the_weight_before_pregnancy(
    rules: Rules, start: float, now: float, percent: float | None
) -> None:
    readings = derive([weighed(timedelta(0), now)], [], 10, Body(start_kg=start))
    assert readings == ({} if percent is None else {"loss_percent": (percent,)})
    assert level(rules, readings, 10) == ("soon" if percent and percent >= 5 else "none")


def test_a_known_start_weight_counts_whatever_was_logged_since() -> None:
    before = [weighed(30 * DAY, 66.0), weighed(20 * DAY, 55.0)]
    readings = derive([weighed(timedelta(0), 62.0)], before, 10, Body(start_kg=60.0))
    assert "loss_percent" not in readings


def test_without_one_the_highest_earlier_weight_counts() -> None:
    before = [weighed(90 * DAY, 60.0), weighed(60 * DAY, 64.0), weighed(30 * DAY, 62.0)]
    later = [weighed(-DAY, 90.0)]
    readings = derive([weighed(timedelta(0), 60.8)], before + later, 10)
    assert readings == {"loss_percent": (5.0,)}


def test_a_weight_of_the_same_moment_is_no_earlier_one() -> None:
    assert derive([weighed(timedelta(0), 60.0)], [weighed(timedelta(0), 66.0)], 10) == {}


@pytest.mark.parametrize(("week", "said"), [(4, True), (42, True), (43, False), (48, False)])
def test_no_loss_is_said_after_a_birth(week: int, said: bool) -> None:
    readings = derive([weighed(timedelta(0), 57.0)], [], week, Body(start_kg=60.0))
    assert bool(readings) is said


# Properties

FIELDS = {
    "sys": (80, 200), "dia": (50, 130), "temp_c": (35, 40), "hr": (60, 140), "kg": (50, 90),
    "fasting_mmol": (3, 9), "one_hour_mmol": (4, 11), "two_hour_mmol": (4, 11),
    "glucose_mmol": (2, 15), "ketones_mmol": (0, 4),
}  # fmt: skip
MOMENTS = st.integers(-20 * 24 * 60, 0).map(lambda m: NOW + m * MINUTE)


@st.composite
def points(draw: st.DrawFn, when: st.SearchStrategy[datetime] = MOMENTS) -> Point:
    fields = draw(st.sets(st.sampled_from(sorted(FIELDS)), min_size=1, max_size=3))
    return Point(draw(when), {f: draw(st.integers(*FIELDS[f])) for f in sorted(fields)})


WEEKS = st.integers(4, 48)
BODIES = st.sampled_from([UNKNOWN_BODY, Body(60.0), Body(80.0, (("fasting_mmol", 5.0),))])


@given(
    st.lists(points(st.just(NOW)), max_size=2), st.lists(points(), max_size=6), points(), WEEKS,
    BODIES,
)  # fmt: skip
@settings(max_examples=400, deadline=None)
def test_an_earlier_measurement_more_never_lowers_the_level(
    rules: Rules, new: list[Point], before: list[Point], more: Point, week: int, body: Body
) -> None:
    levels = [
        LEVELS.index(judge(rules, Asked(week, frozenset(), derive(new, given_, week, body))).level)
        for given_ in (before, [*before, more], [more, *before])
    ]
    assert levels[0] <= levels[1] == levels[2]


@given(st.lists(points(), max_size=5), st.lists(points(), max_size=5), WEEKS, BODIES, st.randoms())
@settings(max_examples=200, deadline=None)
def test_the_order_in_which_earlier_ones_are_given_does_not_matter(
    new: list[Point], before: list[Point], week: int, body: Body, random: Any
) -> None:
    mixed = list(before)
    random.shuffle(mixed)
    assert derive(new, mixed, week, body) == derive(new, before, week, body)


@given(st.lists(points(), max_size=3), st.lists(points(), max_size=5), WEEKS)
@settings(max_examples=200, deadline=None)
def test_every_new_value_but_a_weight_is_among_the_readings(
    new: list[Point], before: list[Point], week: int
) -> None:
    readings = derive(new, before, week)
    for field in FIELDS.keys() - {"kg"}:
        given_ = [p.values[field] for p in new if field in p.values]
        assert list(readings.get(field, ())) == given_
    assert "kg" not in readings


def test_readings_of_several_origins_are_joined_with_every_value() -> None:
    assert joined({"sys": (118.0,), "hr": (80.0,)}, {}, {"sys": (160.0, 150.0)}) == {
        "sys": (118.0, 160.0, 150.0),
        "hr": (80.0,),
    }
    assert joined() == {}
