"""What goes into a calendar: days by plain counting, names that stay, numbers that grow."""

import calendar
from datetime import date, datetime, timedelta, timezone
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.age import Age
from amma_cli.domain.agenda import (
    WEEKS,
    Planned,
    Series,
    appointments,
    cancelled,
    for_her,
    removed,
    seed_of,
    tests_and_vaccines,
    uid_of,
    week_starts,
)
from amma_cli.domain.week import Window

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


def series(due: date, seed: str = "seed") -> Series:
    return Series(seed, due)


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
    before, after = week_starts(series(due)), week_starts(series(later))
    assert [one.uid for one in before] == [one.uid for one in after]


def test_what_is_taken_back_keeps_its_name_and_says_nothing() -> None:
    made = tests_and_vaccines(series(date(2027, 4, 11)), [window("swab", 252, 265)])
    (own,) = appointments([Planned("a", datetime(2027, 1, 12, 9, 30), "Clinic")], date(2027, 1, 1))
    for one, back in zip((*made, own), cancelled([*made, own]), strict=True):
        assert (back.uid, back.start, back.cancelled) == (one.uid, one.start, True)
        assert (back.window, back.words) == (None, "")


def test_an_appointment_that_is_gone_has_the_name_that_it_had() -> None:
    when = datetime(2027, 1, 12, 9, 30)
    (there,) = appointments([Planned("0123456789ab", when, "Clinic")], date(2027, 1, 1))
    (gone,) = removed(["0123456789ab"], date(2026, 1, 1))
    assert (gone.uid, gone.cancelled, gone.words) == (there.uid, True, "")
    assert gone.start == date(2026, 1, 1)  # not a day of hers


def test_no_two_names_are_the_same_and_none_says_anything() -> None:
    windows = [window(f"test-{n}", n, n + 7) for n in range(1, 43)]
    one, other = series(date(2027, 4, 11)), series(date(2027, 4, 11), seed="another")
    found = [
        o.uid for s in (one, other) for o in (*week_starts(s), *tests_and_vaccines(s, windows))
    ]
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


def window(key: str, first: int | None, last: int | None, where: str = "UK") -> Window:
    ages = [None if days is None else Age(days) for days in (first, last)]
    return Window(key, where, "A test", "", ages[0], ages[1], "A test is offered.")


@given(DUES, st.integers(0, 293), st.integers(0, 150))
def test_a_window_is_every_day_from_its_first_to_its_last(due: date, first: int, more: int) -> None:
    (one,) = tests_and_vaccines(series(due), [window("scan", first, first + more)])
    assert ordinal(due) - ordinal(one.start) == 280 - first
    assert ordinal(one.end) - ordinal(one.start) == more + 1  # the end is the day after it
    assert type(one.start) is date


@given(DUES, st.integers(6, 293))
def test_of_an_open_window_seven_days_are_shown_at_the_end_that_is_known(
    due: date, day: int
) -> None:
    (late,) = tests_and_vaccines(series(due), [window("scan", day, None)])
    (early,) = tests_and_vaccines(series(due), [window("scan", None, day)])
    assert ordinal(due) - ordinal(late.start) == 280 - day
    assert ordinal(due) - ordinal(early.end) == 280 - day - 1
    assert [ordinal(one.end) - ordinal(one.start) for one in (late, early)] == [7, 7]


@pytest.mark.parametrize(
    ("keys", "denied", "hers"),
    [
        ((), ("twins",), True), (("twins",), (), True), (("twins",), ("twins",), False),
        (("loss-before", "preterm-birth-before"), ("loss-before",), True),
        (("loss-before", "preterm-birth-before"), ("preterm-birth-before", "loss-before"), False),
    ],
)  # fmt: skip
def test_a_window_is_left_out_only_where_everything_that_it_is_for_was_denied(
    keys: tuple[str, ...], denied: tuple[str, ...], hers: bool
) -> None:
    windows = [window("scan", 1, 2)._replace(keys=keys), window("scan", 1, 2, "US")]
    assert bool(for_her(windows, "UK", denied)) is hers
    assert for_her(windows, "US", denied) == (windows[1],)


def test_a_window_without_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="scan"):
        tests_and_vaccines(series(date(2027, 4, 11)), [window("scan", None, None)])


def test_windows_stand_in_order_of_time_and_one_key_is_one_event() -> None:
    """20+0 to 20+6 of a due date of 11 April 2027, counted on a paper calendar."""
    windows = [window("swab", 252, 265), window("scan", 140, 146), window("scan", 126, 154, "US")]
    found = tests_and_vaccines(series(date(2027, 4, 11)), windows)
    assert [(one.window.key, one.window.where) for one in found if one.window] == [
        ("scan", "US"), ("swab", "UK"),
    ]  # fmt: skip
    (uk,) = tests_and_vaccines(series(date(2027, 4, 11)), windows[1:2])
    assert uk.uid == found[0].uid
    assert (uk.start, uk.end) == (date(2026, 11, 22), date(2026, 11, 29))


@given(st.lists(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)), max_size=6),
       st.integers(-12, 12))  # fmt: skip
def test_an_appointment_keeps_the_time_on_the_clock(times: list[datetime], hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    planned = [Planned(str(n), t.replace(tzinfo=zone), "Visit") for n, t in enumerate(times)]
    found = appointments(planned, date(2027, 1, 1))
    assert [one.start for one in found] == sorted(t.replace(second=0, microsecond=0) for t in times)
    assert all(one.end - one.start == timedelta(hours=1) for one in found)
    assert all(one.past is (one.start < datetime(2027, 1, 1)) for one in found)
    assert {one.words for one in found} <= {"Visit"}
