"""Live sessions: what the last contractions look like, and what the safety rules say of them."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.domain.safety import LEVELS, Asked, Judgement, Rules, judge
from amma_cli.domain.tracker import (
    Contraction,
    Picture,
    clock_words,
    contraction_readings,
    contractions_of,
    contractions_summary,
    kicks_summary,
    left_lying,
    movement_readings,
    picture,
)
from amma_cli.library.rulebook import read_rules
from amma_cli.library.shelf import Shelf

HOUR = 3600


@pytest.fixture(scope="session")
def rules(real_shelf: Shelf) -> Rules:
    return read_rules(real_shelf)


def paced(count: int, every: float, length: float, begin: float = 0.0) -> list[Contraction]:
    return [Contraction(begin + n * every, begin + n * every + length) for n in range(count)]


def judged(
    rules: Rules, found: Sequence[Contraction], now: float, week: int, *flags: str
) -> Judgement:
    readings = contraction_readings(picture(found, now), week, flags)
    return judge(rules, Asked(week, frozenset(), readings, frozenset(flags)))


def keys(judgement: Judgement) -> set[str]:
    return {fired.key for fired in judgement.fired}


# Presses


@pytest.mark.parametrize(
    ("presses", "found"),
    [
        ((), ()),
        ((5.0,), (Contraction(5.0, None),)),
        ((5.0, 50.0), (Contraction(5.0, 50.0),)),
        ((5.0, 50.0, 300.0), (Contraction(5.0, 50.0), Contraction(300.0, None))),
        ((0.0, 1.0, 2.0, 3.0), (Contraction(0.0, 1.0), Contraction(2.0, 3.0))),
    ],
)
def test_presses_begin_and_end_contractions_in_turn(
    presses: tuple[float, ...], found: tuple[Contraction, ...]
) -> None:
    assert contractions_of(presses) == found


def test_a_contraction_that_lasts_has_no_length_yet() -> None:
    assert Contraction(5.0, None).length is None
    assert Contraction(5.0, 50.5).length == 45.5


# The picture


def test_without_contractions_there_is_nothing_to_see() -> None:
    assert picture((), 100.0) == Picture(None, None, 0, 0.0, 0, 0.0)
    assert contraction_readings(picture((), 100.0), 30) == {}


def test_one_that_lasts_has_no_mean_but_counts() -> None:
    seen = picture([Contraction(10.0, None)], 70.0)
    assert seen == Picture(None, None, 1, 60.0, 1, 60.0)
    term = {"hours": (60 / 3600,), "in_10_min": (1.0,)}
    assert contraction_readings(seen, 37) == term
    assert contraction_readings(seen, 36) == {**term, "per_hour": (1.0,)}
    assert contraction_readings(seen, 40, {"breech"}) == term
    for flag in ("twins", "fast-labour-before"):
        assert contraction_readings(seen, 40, {flag, "breech"}) == {**term, "per_hour": (1.0,)}


def test_the_means_are_those_of_the_last_three() -> None:
    found = [Contraction(0, 99), Contraction(400, 430), Contraction(700, 745),
             Contraction(1000, 1060), Contraction(1330, None)]  # fmt: skip
    seen = picture(found, 1350)
    assert seen.length == (30 + 45 + 60) / 3
    assert seen.interval == (300 + 300 + 330) / 3
    assert (seen.in_hour, seen.longest) == (5, 99)
    assert seen.run == 1350
    assert seen.in_ten == 2


@pytest.mark.parametrize(("now", "count"), [(3600.0, 2), (3600.5, 1), (4000.0, 1), (7300.0, 0)])
def test_an_hour_is_an_hour(now: float, count: int) -> None:
    seen = picture([Contraction(0.0, 150.0), Contraction(3500.0, 3550.0)], now)
    assert seen.in_hour == count
    assert seen.longest == {2: 150.0, 1: 50.0, 0: 0.0}[count]


def test_the_most_in_ten_minutes_are_found_wherever_they_lie() -> None:
    starts = [0, 700, 800, 900, 1299, 1300, 2000, 2600]
    seen = picture([Contraction(s, s + 30) for s in starts], 2700)
    assert seen.in_ten == 4  # 700 to 1299; 1300 is ten minutes after 700 and no longer within


@pytest.mark.parametrize(
    ("starts", "now", "run"),
    [
        ((0, 300, 600), 700, 700), ((0, 420, 840), 900, 900), ((0, 421, 841), 900, 479),
        ((0, 300, 600), 1020, 1020), ((0, 300, 600), 1021, 0), ((0,), 100, 100), ((0,), 421, 0),
        ((0, 300, 900, 1200), 1250, 350),
    ],
)  # fmt: skip
def test_a_run_goes_back_as_far_as_they_come_close_together(
    starts: tuple[int, ...], now: float, run: float
) -> None:
    assert picture([Contraction(s, s + 40) for s in starts], now).run == run


def test_a_pause_of_hours_says_nothing_of_contractions_that_have_come_again(rules: Rules) -> None:
    again = paced(3, 300, 50, begin=3 * HOUR)
    assert picture([Contraction(0, 40), *again], 3 * HOUR + 660).interval == 300
    alone = judged(rules, again, 3 * HOUR + 660, 30)
    assert judged(rules, [Contraction(0, 40), *again], 3 * HOUR + 660, 30) == alone
    assert "contractions-preterm" in keys(alone)


def test_fewer_than_three_in_an_hour_make_no_interval() -> None:
    two = contraction_readings(picture(paced(2, 300, 50), 400), 30)
    assert "interval_min" not in two
    assert contraction_readings(picture(paced(3, 300, 50), 700), 30)["interval_min"] == (5.0,)
    assert "interval_min" not in contraction_readings(picture(paced(9, 300, 50), 3 * HOUR), 30)


@pytest.mark.parametrize(("last", "said"), [(119, 73.0), (120, 120.0), (200, 200.0)])
def test_one_of_two_minutes_counts_by_itself_and_not_only_in_the_mean(
    last: float, said: float
) -> None:
    found = [Contraction(0, last), *paced(3, 300, 73, begin=300)]
    assert contraction_readings(picture(found, 1000), 30)["duration_s"] == (said,)


# The rules of labor (safety evidence, [contractions]): from 37 weeks every 5 minutes or less, 45
# seconds or longer, for an hour; before 37 weeks every 10 minutes or less, or 6 in an hour; at any
# time 6 in ten minutes, or one of 2 minutes.


@pytest.mark.parametrize(
    ("every", "length", "now", "fires"),
    [
        (300, 60, 3600, True), (300, 45, 3600, True), (300, 44.9, 3600, False),
        (300, 60, 3599, False), (301, 60, 3700, False), (240, 50, 3600, True),
        (180, 46, 3599.9, False), (180, 46, 3600, True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("week", [37, 40, 42])
def test_5_1_1_fires_exactly_when_the_rule_says(
    rules: Rules, every: float, length: float, now: float, fires: bool, week: int
) -> None:
    count = int(now // every) + 1
    found = paced(count, every, length)
    if now - found[-1].start < length:  # the last one lasts
        found[-1] = Contraction(found[-1].start, None)
    judgement = judged(rules, found, now, week)
    assert ("contractions-511" in keys(judgement)) is fires
    assert judgement.level == ("urgent" if fires else "none")


@pytest.mark.parametrize("week", [37, 40, 42])
def test_a_run_that_has_stopped_fires_no_longer(rules: Rules, week: int) -> None:
    found = paced(14, 300, 60)
    assert judged(rules, found, 13 * 300 + 420, week).level == "urgent"
    assert judged(rules, found, 13 * 300 + 421, week).level == "none"


@pytest.mark.parametrize(
    ("starts", "now", "fires"),
    [
        ((0, 600, 1200), 1250, True), ((0, 601, 1202), 1250, False),
        ((0, 600), 700, False),
        ((0, 700, 1400, 2100, 2800, 3500), 3600, True),  # six in an hour
        ((0, 700, 1400, 2100, 2800, 3500), 3601, False),
        ((0, 700, 1400, 2100, 2800), 3600, False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("week", [20, 30, 36])
def test_before_37_weeks_every_ten_minutes_or_six_an_hour_are_a_call(
    rules: Rules, starts: tuple[int, ...], now: float, fires: bool, week: int
) -> None:
    found = [Contraction(s, s + 40) for s in starts]
    judgement = judged(rules, found, now, week)
    assert ("contractions-preterm" in keys(judgement)) is fires
    assert judgement.level == ("urgent" if fires else "none")


@pytest.mark.parametrize(
    ("found", "now", "fires"),
    [
        (paced(6, 110, 40), 600, True), (paced(6, 120, 40), 660, False),
        (paced(5, 100, 40), 600, False), ([Contraction(0, 120)], 130, True),
        ([Contraction(0, 119)], 130, False), ([Contraction(0, None)], 119, False),
        ([Contraction(0, None)], 120, True), ([Contraction(0, 150)], 3601, True),
    ],
)  # fmt: skip
def test_too_many_or_one_of_two_minutes_is_a_call_from_week_20(
    rules: Rules, found: list[Contraction], now: float, fires: bool
) -> None:
    for week in (20, 37, 42):
        assert ("contractions-too-many" in keys(judged(rules, found, now, week))) is fires


@pytest.mark.parametrize(("flag", "level"), [("breech", "none"), ("twins", "urgent"),
                                             ("fast-labour-before", "urgent")])  # fmt: skip
def test_at_term_six_in_an_hour_are_a_call_only_where_any_contraction_is(
    rules: Rules, flag: str, level: str
) -> None:
    found = paced(6, 700, 40)
    assert judged(rules, found, 3600, 38, flag).level == level
    assert judged(rules, found[:5], 3600, 38, flag).level == "none"


@given(st.integers(60, 900), st.integers(20, 150), st.integers(1, 40), st.integers(14, 42),
       st.integers(0, 59))  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_one_more_contraction_at_the_same_pace_never_lowers_the_level(
    rules: Rules, every: int, length: int, count: int, week: int, after: int
) -> None:
    length = min(length, every)
    fewer, more = paced(count, every, length), paced(count + 1, every, length)
    before = judged(rules, fewer, fewer[-1].start + after, week)
    then = judged(rules, more, more[-1].start + after, week)
    assert LEVELS.index(then.level) >= LEVELS.index(before.level)
    assert keys(before) <= keys(then)


@given(st.lists(st.integers(1, 2000), min_size=1, max_size=40), st.integers(0, 5000))
def test_the_picture_is_what_counting_by_hand_gives(gaps: list[int], after: int) -> None:
    presses = [float(sum(gaps[: n + 1])) for n in range(len(gaps))]
    now = presses[-1] + after
    seen = picture(contractions_of(presses), now)
    starts = presses[::2]
    hour = [s for s in starts if s >= now - 3600]
    assert seen.in_hour == len(hour)
    assert seen.in_ten == max((len([s for s in hour if a <= s < a + 600]) for a in hour), default=0)
    closed = [e - s for s, e in zip(starts, presses[1::2], strict=False)]
    assert (seen.length is None) is (not closed)
    if closed:
        assert seen.length == pytest.approx(sum(closed[-3:]) / len(closed[-3:]))
    apart = [b - a for a, b in pairwise(hour if len(hour) >= 3 else starts)][-3:]
    assert seen.interval == (pytest.approx(sum(apart) / len(apart)) if apart else None)


# Movements: no number is a verdict before two hours have been looked at.


@pytest.mark.parametrize(
    ("presses", "elapsed", "readings"),
    [
        ((), 7199.9, {}), ((1.0, 2.0), 7199.9, {}), ((), 7200.0, {"movements_2h": (0.0,)}),
        ((0.0, 1.0, 7200.0), 7200.0, {"movements_2h": (3.0,)}),
        ((0.0, 1.0, 7200.0), 7201.0, {"movements_2h": (2.0,)}),
        ((5.0,), 9000.0, {"movements_2h": (0.0,)}),
    ],
)  # fmt: skip
def test_movements_are_counted_over_the_last_two_hours(
    presses: tuple[float, ...], elapsed: float, readings: dict[str, tuple[float, ...]]
) -> None:
    assert movement_readings(presses, elapsed) == readings


@pytest.mark.parametrize(("count", "level"), [(9, "urgent"), (10, "none")])
def test_fewer_than_ten_in_two_hours_is_a_call(rules: Rules, count: int, level: str) -> None:
    readings = movement_readings([float(n) for n in range(100, 100 + count)], 7200)
    assert judge(rules, Asked(30, frozenset(), readings)).level == level


# A session that was left: longer than a night without a press is no picture of now.


@pytest.mark.parametrize(
    ("presses", "elapsed", "left"),
    [
        ((), 12 * HOUR, False), ((), 12 * HOUR + 1, True), ((0.0, 60.0), 12 * HOUR + 60, False),
        ((0.0, 60.0), 12 * HOUR + 61, True), ((0.0, 13.0 * HOUR), 14 * HOUR, False),
        ((0.0, 60.0, 13.0 * HOUR), 14 * HOUR, False),
    ],
)  # fmt: skip
def test_a_session_without_a_press_for_half_a_day_was_left(
    presses: tuple[float, ...], elapsed: float, left: bool
) -> None:
    assert left_lying(presses, elapsed) is left


# Words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"), (59.9, "59 s"), (60, "1 min 00 s"), (245, "4 min 05 s"),
        (3599.9, "59 min 59 s"), (3600, "1 h 00 min"), (4320, "1 h 12 min"), (90000, "25 h 00 min"),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read_at_a_glance(seconds: float, words: str) -> None:
    assert clock_words(seconds) == words


@pytest.mark.parametrize(
    ("presses", "words"),
    [
        ((), "0 movements in 31 min 05 s"), ((3.0,), "1 movement in 31 min 05 s"),
        (tuple(float(60 * n) for n in range(9)), "9 movements in 31 min 05 s"),
        (tuple(float(60 * n) for n in range(11)),
         "11 movements in 31 min 05 s, the tenth after 9 min 00 s"),
        (tuple(float(60 * n) for n in range(10)),
         "10 movements in 31 min 05 s, the tenth after 9 min 00 s"),
    ],
)  # fmt: skip
def test_a_session_of_movements_is_said_without_a_verdict(
    presses: tuple[float, ...], words: str
) -> None:
    assert kicks_summary(presses, 1865) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([Contraction(0, None)], "1 contraction"),
        ([Contraction(0, 50)], "1 contraction, last ones 50 s long"),
        (paced(4, 300, 50), "4 contractions, last ones 50 s long, 5 min 00 s from start to start"),
    ],
)
def test_a_session_of_contractions_is_said_in_words(found: list[Contraction], words: str) -> None:
    assert contractions_summary(found, picture(found, 1000)) == words
