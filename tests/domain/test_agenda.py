"""What goes into a calendar: days by plain counting, names that stay, numbers that grow."""

import calendar
from datetime import date, datetime, timedelta, timezone
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.agenda import (
    CARE_FROM,
    WEEKS,
    Planned,
    Series,
    appointments,
    cancelled,
    every_care_week,
    seed_of,
    tests_and_vaccines,
    uid_of,
    week_starts,
)
from amma_cli.domain.week import Care

tests_and_vaccines.__test__ = False  # type: ignore[attr-defined]
DUES = st.dates(date(1950, 1, 1), date(2099, 12, 31))
# Around a change of clocks in Europe and the US, around 29 February, around a turn of the year.
EDGES = [date(2028, 2, 29), date(2024, 3, 1), date(2000, 2, 29), date(2027, 3, 28),
         date(2026, 11, 1), date(2027, 1, 1), date(2100, 1, 1)]  # fmt: skip


YEARS = list(accumulate(365 + calendar.isleap(y) for y in range(1, 2102)))


def ordinal(day: date) -> int:
    """Days since 1 January of year 1, by the lengths of months and years alone."""
    years = YEARS[day.year - 2]
    months = sum(calendar.monthrange(day.year, m)[1] for m in range(1, day.month))
    return years + months + day.day


def series(due: date, changes: int = 0, seed: str = "seed") -> Series:
    return Series(seed, due, changes)


@given(DUES)
def test_each_week_starts_280_days_less_seven_a_week_before_the_due_date(due: date) -> None:
    for one in week_starts(series(due)):
        assert ordinal(due) - ordinal(one.start) == 280 - 7 * one.week
        assert type(one.start) is date
        assert ordinal(one.end) - ordinal(one.start) == 1


@pytest.mark.parametrize("due", EDGES, ids=str)
def test_a_leap_day_and_a_change_of_clocks_move_nothing(due: date) -> None:
    starts = {one.week: one.start for one in week_starts(series(due))}
    assert starts[40] == due
    assert sorted(starts) == list(WEEKS) == list(range(1, 43))
    assert len({day.weekday() for day in starts.values()}) == 1


@given(DUES, DUES)
def test_the_names_stay_while_the_due_date_moves(due: date, later: date) -> None:
    before, after = week_starts(series(due)), week_starts(series(later, 1))
    assert [one.uid for one in before] == [one.uid for one in after]
    assert all(a.sequence > b.sequence for a, b in zip(after, before, strict=True))


@given(st.integers(0, 9))
def test_a_cancellation_is_newer_and_the_next_change_newer_again(changes: int) -> None:
    due = date(2027, 4, 11)
    now, back = week_starts(series(due, changes)), cancelled(week_starts(series(due, changes)))
    again = week_starts(series(due, changes + 1))
    for first, second, third in zip(now, back, again, strict=True):
        assert first.sequence < second.sequence < third.sequence
        assert (second.uid, second.cancelled, second.words) == (first.uid, True, ())


def test_no_two_names_are_the_same_and_none_says_anything() -> None:
    one, other = series(date(2027, 4, 11)), series(date(2027, 4, 11), seed="another")
    found = [o.uid for s in (one, other) for o in (*week_starts(s), *every_care_week(s))]
    assert len(set(found)) == len(found) == 4 * len(WEEKS)
    assert all(set(uid) <= set("0123456789abcdef-") and len(uid) == 36 for uid in found)


def test_the_seed_follows_from_the_first_dating_whatever_the_order_of_its_inputs() -> None:
    day = date(2026, 8, 20)
    inputs = {"lmp": "2026-07-05", "cycle": 30}
    first = seed_of(1, day, "lmp", inputs)
    assert first == seed_of(1, day, "lmp", dict(reversed(inputs.items())))
    shorter = {**inputs, "cycle": 28}
    others = [seed_of(2, day, "lmp", inputs), seed_of(1, day, "lmp", shorter),
              seed_of(1, day + timedelta(1), "lmp", inputs)]  # fmt: skip
    assert first not in others
    assert uid_of(first, "week", "20") != uid_of(first, "care", "20")


def line(week: int, say: str) -> Care:
    return Care(week, "UK", say, ("source",))


def test_a_week_of_tests_is_seven_days_and_holds_all_its_lines() -> None:
    due = date(2027, 4, 11)
    care = [line(18, "The scan is offered now."), line(18, "Ask about a swab."),
            line(19, "Talk about leave."), line(28, "The RSV vaccine is offered.")]  # fmt: skip
    found = tests_and_vaccines(series(due), care)
    assert [one.week for one in found] == [18, 28]
    assert found[0].words == (care[0].say, care[1].say)
    assert [(one.start, one.end) for one in found] == [
        (date(2026, 11, 8), date(2026, 11, 15)), (date(2027, 1, 17), date(2027, 1, 24)),
    ]  # fmt: skip


@pytest.mark.parametrize("week", [0, CARE_FROM - 1, 43])
def test_a_week_without_routine_tests_is_left_out(week: int) -> None:
    assert tests_and_vaccines(series(date(2027, 4, 11)), [line(week, "No scan yet.")]) == ()


@pytest.mark.parametrize("words", ["A contest of latest swabbing.", "Protest and rest."])
def test_a_part_of_a_word_is_no_test(words: str) -> None:
    assert tests_and_vaccines(series(date(2027, 4, 11)), [line(20, words)]) == ()


@given(st.lists(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)), max_size=6),
       st.integers(-12, 12))  # fmt: skip
def test_an_appointment_keeps_the_time_on_the_clock(times: list[datetime], hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    planned = [Planned(str(n), t.replace(tzinfo=zone), "Visit", n) for n, t in enumerate(times)]
    found = appointments(planned, date(2027, 1, 1), 2)
    assert [one.start for one in found] == sorted(t.replace(second=0, microsecond=0) for t in times)
    assert all(one.end - one.start == timedelta(hours=1) for one in found)
    assert all(one.past is (one.start < datetime(2027, 1, 1)) for one in found)
    assert sorted(one.sequence for one in found) == [4 + 2 * n for n in range(len(times))]
