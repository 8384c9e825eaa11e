"""Times as people say them: what is clear is read, a part of a day is no time."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.dates import WEEKDAYS
from amma_cli.domain.measure import NotRead
from amma_cli.domain.spoken import forms, read_at
from amma_cli.errors import Usage

ZONE = timezone(timedelta(hours=-3, minutes=-30))
NOW = datetime(2026, 11, 28, 14, 37, 21, 987654, ZONE)  # a Saturday


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("08:30", "2026-11-28 08:30"), ("8:30", "2026-11-28 08:30"), ("8.30", "2026-11-28 08:30"),
        ("8:30 am", "2026-11-28 08:30"), ("8:30am", "2026-11-28 08:30"),
        ("8:30 PM", "2026-11-28 20:30"), ("12:05 am", "2026-11-28 00:05"),
        ("12:05 pm", "2026-11-28 12:05"), ("1:05pm", "2026-11-28 13:05"),
        ("00:00", "2026-11-28 00:00"), ("23:59", "2026-11-28 23:59"),
        ("today", "2026-11-28 14:37"), ("now", "2026-11-28 14:37"), ("", "2026-11-28 14:37"),
        ("Today 08:30", "2026-11-28 08:30"), ("TODAY", "2026-11-28 14:37"),
        ("08:30 today", "2026-11-28 08:30"), ("today, 08:30", "2026-11-28 08:30"),
        ("yesterday", "2026-11-27 14:37"), ("Yesterday  21:15", "2026-11-27 21:15"),
        ("2026-11-20", "2026-11-20 14:37"), ("2026-11-20 08:30", "2026-11-20 08:30"),
        ("2026-11-20T08:30", "2026-11-20 08:30"), ("2026-11-20t08:30", "2026-11-20 08:30"),
        ("20 October 2026 08:30", "2026-10-20 08:30"), ("20 OCT 2026", "2026-10-20 14:37"),
        ("Oct 20 2026, 9:05", "2026-10-20 09:05"), ("2026.11.20", "2026-11-20 14:37"),
        ("2026.11.20 08.30", "2026-11-20 08:30"), ("20.11.2026 8:30", "2026-11-20 08:30"),
        ("28.11.2026", "2026-11-28 14:37"), ("8pm", "2026-11-28 20:00"),
        ("8 pm", "2026-11-28 20:00"), ("12am", "2026-11-28 00:00"), ("12 PM", "2026-11-28 12:00"),
        ("at 8am", "2026-11-28 08:00"), ("yesterday at 9pm", "2026-11-27 21:00"),
        ("8 am yesterday", "2026-11-27 08:00"), ("noon", "2026-11-28 12:00"),
        ("yesterday noon", "2026-11-27 12:00"), ("3 days ago", "2026-11-25 14:37"),
        ("a day ago", "2026-11-27 14:37"), ("two weeks ago", "2026-11-14 14:37"),
        ("3 days ago 8pm", "2026-11-25 20:00"), ("an hour ago", "2026-11-28 13:37"),
        ("20 minutes ago", "2026-11-28 14:17"), ("5 min ago", "2026-11-28 14:32"),
        ("16 hours ago", "2026-11-27 22:37"), ("monday", "2026-11-23 14:37"),
        ("Monday 8:30pm", "2026-11-23 20:30"), ("last sunday", "2026-11-22 14:37"),
        ("on fri 21:00", "2026-11-27 21:00"), ("the day before yesterday", "2026-11-26 14:37"),
        ("yesterday evening 9pm", "2026-11-27 21:00"), ("last night 23:00", "2026-11-27 23:00"),
        ("this morning 8:30", "2026-11-28 08:30"),
        ("yesterday evening 12:00", "2026-11-27 12:00"), ("this morning 00:00", "2026-11-28 00:00"),
        ("8:30 in the morning", "2026-11-28 08:30"),
        ("yesterday in the evening at 9 pm", "2026-11-27 21:00"),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_type_it(typed: str, said: str) -> None:
    found = read_at(typed, NOW, "GB")
    assert f"{found:%Y-%m-%d %H:%M}" == said
    assert (found.second, found.microsecond, found.utcoffset()) == (0, 0, NOW.utcoffset())


FORMS = "A time is typed as 2026-11-27 08:30, 08:30, yesterday 21:15, 3 days ago or 2026-11-27."


@pytest.mark.parametrize(
    "typed", ["24:00", "12:60", "13:05 pm", "0:30 am", "99:99", "today 25:00", "13pm", "0 am",
              "2 hours ago 08:30"]
)  # fmt: skip
def test_a_time_that_no_clock_shows_is_refused_with_the_forms(typed: str) -> None:
    with pytest.raises(NotRead) as refused:
        read_at(typed, NOW, "GB")
    assert str(refused.value) == FORMS


@pytest.mark.parametrize("typed", ["tomorrow", "half past eight", "08:30:15", "last week",
                                   "11.12.26 08:30", "8", "08:30 09:30", "20 October"])  # fmt: skip
def test_what_is_no_day_is_refused_with_the_forms(typed: str) -> None:
    with pytest.raises(NotRead) as refused:
        read_at(typed, NOW, "GB")
    assert str(refused.value) == f"'{typed}' is no time that can be read. {FORMS}"


def test_a_day_that_no_calendar_has_is_refused_in_words() -> None:
    with pytest.raises(Usage):
        read_at("2026-02-30", NOW, "GB")


def test_a_day_that_has_two_readings_is_refused_without_a_country_and_read_with_one() -> None:
    with pytest.raises(Usage):
        read_at("04/11/2026 08:30", NOW, None)
    assert read_at("04/11/2026 08:30", NOW, "GB").date().isoformat() == "2026-11-04"
    assert read_at("04/11/2026 08:30", NOW, "US").date().isoformat() == "2026-04-11"


@given(st.datetimes(datetime(2020, 1, 1), datetime(2029, 12, 31)), st.sampled_from(" T"))
def test_a_time_that_is_written_in_full_comes_back(when: datetime, between: str) -> None:
    found = read_at(f"{when:%Y-%m-%d}{between}{when:%H:%M}", NOW, None)
    assert found == when.replace(second=0, microsecond=0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("yesterday evening", "yesterday 21:00"), ("last night", "yesterday 21:00"),
        ("Last Night", "yesterday 21:00"), ("yesterday morning", "yesterday 21:00"),
        ("this morning", "08:30"), ("tonight", "08:30"), ("evening", "08:30"),
        ("in the afternoon", "08:30"), ("monday evening", "monday 21:00"),
    ],
)  # fmt: skip
def test_a_part_of_a_day_is_no_time_and_a_form_that_works_is_named(typed: str, form: str) -> None:
    with pytest.raises(NotRead) as refused:
        read_at(typed, NOW, "GB")
    said = f"'{typed}' names no time, and none is made up. Type it as {form}."
    assert str(refused.value) == said
    assert read_at(form, NOW, "GB") < NOW


@pytest.mark.parametrize("typed", ["last night 1am", "yesterday evening 8:30", "this morning 2pm",
                                   "evening 11:00", "afternoon 18:00"])  # fmt: skip
def test_a_time_outside_its_part_of_the_day_has_two_readings(typed: str) -> None:
    with pytest.raises(NotRead, match="can be read in two ways"):
        read_at(typed, NOW, "GB")


def test_the_weekday_of_today_is_today_or_a_week_ago() -> None:
    with pytest.raises(NotRead, match="today, or a week ago"):
        read_at("saturday", NOW, "GB")


@given(st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_last_one(now: datetime, day: str) -> None:
    now = now.replace(tzinfo=ZONE)
    if WEEKDAYS[now.weekday()] == day:
        return
    found = read_at(day.lower(), now, None)
    assert WEEKDAYS[found.weekday()] == day
    assert timedelta(0) < now.date() - found.date() < timedelta(days=7)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)))
def test_no_example_is_still_to_come_and_each_can_be_typed(now: datetime) -> None:
    now = now.replace(tzinfo=ZONE)
    shown = forms(now).removeprefix("A time is typed as ").removesuffix(".")
    for example in shown.replace(" or ", ", ").split(", "):
        assert read_at(example, now, None) <= now
    assert read_at(forms(now, "today").removeprefix("Type it as ")[:-1], now, None) <= now


@given(st.integers(0, 999), st.sampled_from(["minute", "hour", "day", "week"]))
def test_ago_is_that_long_before_now(many: int, unit: str) -> None:
    found = read_at(f"{many} {unit}s ago", NOW, None)
    assert NOW.replace(second=0, microsecond=0) - found == timedelta(**{f"{unit}s": many})


@given(st.text(max_size=20))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    try:
        found = read_at(typed, NOW, "GB")
    except (NotRead, Usage):
        return
    assert found.tzinfo is ZONE


def test_a_weekday_of_an_appointment_is_the_last_or_the_next_and_neither_is_chosen() -> None:
    for typed in ("monday", "monday 9:30", "on fri 8am"):
        with pytest.raises(NotRead, match="the last one, or the next"):
            read_at(typed, NOW, "GB", ahead=True)
    assert f"{read_at('last monday 9:30', NOW, 'GB', ahead=True):%Y-%m-%d}" == "2026-11-23"
    assert f"{read_at('yesterday 9:30', NOW, 'GB', ahead=True):%Y-%m-%d}" == "2026-11-27"
