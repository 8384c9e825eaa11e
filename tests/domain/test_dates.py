"""Dates as people type them: read, chosen aloud, or refused in one sentence."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli import errors
from amma_cli.domain.dates import (
    MONTHS,
    AgeNotDate,
    AmbiguousDate,
    NoSuchDate,
    UnreadableDate,
    WrongWeekday,
    format_date,
    format_weekday,
    parse_date,
    quoted,
)
from tests.domain.worked import assert_in_words

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
REGIONS = st.sampled_from([None, "", "US", "us", "GB", "DE", "PH", "ZZ"])


@pytest.mark.parametrize(
    "text",
    [
        "2027-04-11",
        "2027/04/11",
        "2027-4-11",
        "2027.04.11",
        "11 April 2027",
        "11 Apr 2027",
        "11 apr. 2027",
        "11th April 2027",
        "11 April, 2027",
        "Apr 11 2027",
        "April 11, 2027",
        "APRIL 11th, 2027",
        "11-Apr-2027",
        "  2027-04-11\n",
        "Sunday, 11 April 2027",
        "sunday 11 april 2027",
        "Sun. Apr 11 2027",
        "sun 2027-04-11",
        "11th of April, 2027",
        "the 11th of April 2027",
        "April 11th 2027",
        "April the 11th, 2027",
    ],
)
def test_a_date_with_one_reading_is_read_without_an_echo(text: str) -> None:
    for region in (None, "US", "GB"):
        assert parse_date(text, region=region) == (date(2027, 4, 11), "")


@pytest.mark.parametrize("text", ["04/11/2027", "04.11.2027", "04-11-2027", "4/11/2027"])
def test_convention_26_a_date_with_two_readings_is_refused_and_both_are_named(text: str) -> None:
    with pytest.raises(AmbiguousDate) as refused:
        parse_date(text, region=None, name="due date")
    assert "4 November 2027" in refused.value.say
    assert "11 April 2027" in refused.value.say
    assert "due date" in refused.value.say
    assert refused.value.hint == "Write 2027-11-04 or 2027-04-11."


@pytest.mark.parametrize(
    ("region", "day", "words"),
    [
        ("US", date(2027, 4, 11), "11 April 2027"),
        ("us", date(2027, 4, 11), "11 April 2027"),
        ("PH", date(2027, 4, 11), "11 April 2027"),
        ("GU", date(2027, 4, 11), "11 April 2027"),
        ("GB", date(2027, 11, 4), "4 November 2027"),
        ("IN", date(2027, 11, 4), "4 November 2027"),
        ("AU", date(2027, 11, 4), "4 November 2027"),
    ],
)
def test_convention_26_a_region_chooses_the_reading_and_the_echo_says_it(
    region: str, day: date, words: str
) -> None:
    parsed = parse_date("04/11/2027", region=region)
    assert parsed.date == day
    assert parsed.echo.startswith(f"read as {words}")


@pytest.mark.parametrize("region", [None, "US", "GB"])
@pytest.mark.parametrize("text", ["13/04/2027", "04/13/2027", "13.4.2027"])
def test_a_date_with_one_possible_reading_is_accepted_with_an_echo(
    region: str | None, text: str
) -> None:
    assert parse_date(text, region=region) == (date(2027, 4, 13), "read as 13 April 2027")


def test_a_date_whose_readings_agree_is_accepted() -> None:
    assert parse_date("04/04/2027", region=None).date == date(2027, 4, 4)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("2027-02-30", "2027-02-28"),
        ("2028-02-30", "2028-02-29"),
        ("2027-02-29", "2027-02-28"),
        ("30 February 2027", "2027-02-28"),
        ("Feb 30 2027", "2027-02-28"),
        ("2027-04-31", "2027-04-30"),
        ("2027-13-04", "2027-04-13"),
        ("2027-00-10", "2027-01-10"),
        ("2027-04-00", "2027-04-01"),
        ("2027-99-99", "2027-12-31"),
        ("31/04/2027", "2027-04-30"),
        ("45/45/2027", "2027-12-31"),
    ],
)
def test_a_date_that_does_not_exist_is_refused_with_a_near_one(text: str, near: str) -> None:
    with pytest.raises(NoSuchDate) as refused:
        parse_date(text, region=None)
    assert near in refused.value.hint
    date.fromisoformat(near)


def test_an_impossible_date_is_corrected_in_the_order_of_the_region() -> None:
    with pytest.raises(NoSuchDate, match="September 2027") as refused:
        parse_date("09/31/2027", region="US")
    assert "2027-09-30" in refused.value.hint


@pytest.mark.parametrize("year", [1900, 2100])
def test_the_first_and_last_year_are_read(year: int) -> None:
    assert parse_date(f"{year}-04-11", region=None).date.year == year


@pytest.mark.parametrize("text", ["1899-12-31", "2101-01-01", "31/12/1899", "0000-01-01"])
def test_a_year_outside_1900_to_2100_is_refused(text: str) -> None:
    with pytest.raises(NoSuchDate, match="1900 to 2100"):
        parse_date(text, region="GB")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("11 April", "11 April 2027"),
        ("April 11", "11 April 2027"),
        ("11/04", "2027-04-11"),
        ("11 April 27", "11 April 2027"),
        ("Apr 11, 27", "11 April 2027"),
        ("Apr 11 '27", "11 April 2027"),
        ("11/04/27", "2027-04-11"),
        ("27-04-11", "2027-04-11"),
        ("11 Aprl 2027", "11 April 2027"),
        ("11 foo 2027", "11 April 2027"),
    ],
)
def test_a_date_without_a_whole_year_or_month_is_refused_with_a_near_form(
    text: str, hint: str
) -> None:
    with pytest.raises(UnreadableDate) as refused:
        parse_date(text, region="GB")
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "20270411",
        "2027-W15-7",
        "2027-04-11T00:00",
        "2027-04/11",
        "-2027-04-11",
        "2027-04-11\x00",
        "2027\n04\n11",
        "\x1b[31m2027-04-11",
        "11 Avril 2027 é",
        "2027-04-11 x",
    ],
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDate):
        parse_date(text, region=None)


@pytest.mark.parametrize("text", ["२०२७-०४-११", "２０２７-０４-１１", "2027-04-1١"])
def test_digits_of_other_scripts_are_refused_with_the_plain_form(text: str) -> None:
    with pytest.raises(UnreadableDate, match="digits other than 0 to 9") as refused:
        parse_date(text, region=None)
    assert "2027-04-11" in refused.value.hint


def test_ten_megabytes_are_refused_at_once_and_quoted_short() -> None:
    for text in ("1" * 10_000_000, "2027-04-11 " * 1_000_000, "\x1b" * 10_000_000):
        start = time.perf_counter()
        with pytest.raises(UnreadableDate) as refused:
            parse_date(text, region=None)
        assert time.perf_counter() - start < 1
        assert len(refused.value.say) < 100


@given(st.text(max_size=500))
def test_a_quoted_value_is_short_and_holds_no_control_character(text: str) -> None:
    assert len(quoted(text)) <= 42
    assert quoted(text).isprintable()


@given(st.text(max_size=80), REGIONS)
def test_any_text_is_a_date_or_a_refusal_in_words(text: str, region: str | None) -> None:
    try:
        parsed = parse_date(text, region=region)
    except errors.Usage as refused:
        assert_in_words(refused)
    else:
        assert 1900 <= parsed.date.year <= 2100


@given(
    st.from_regex(r"[0-9]{1,5}[-/. ][0-9a-z]{1,5}[-/. ,]{1,2}[0-9]{1,5}", fullmatch=True), REGIONS
)
def test_what_looks_like_a_date_is_a_date_or_a_refusal(text: str, region: str | None) -> None:
    try:
        parse_date(text, region=region)
    except errors.Usage as refused:
        assert_in_words(refused)


@given(DAYS, REGIONS)
def test_every_date_that_is_written_is_read_back(day: date, region: str | None) -> None:
    assert parse_date(format_date(day), region=region) == (day, "")
    assert parse_date(day.isoformat(), region=region) == (day, "")


@given(DAYS)
def test_a_region_reads_its_own_order_on_every_day(day: date) -> None:
    assert parse_date(f"{day.day}/{day.month}/{day.year}", region="GB").date == day
    assert parse_date(f"{day.month}/{day.day}/{day.year}", region="US").date == day


@given(DAYS)
def test_a_day_after_the_end_of_its_month_is_refused_and_the_last_day_accepted(day: date) -> None:
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    assert parse_date(f"{last.day} {MONTHS[last.month - 1]} {last.year}", region=None).date == last
    with pytest.raises(NoSuchDate):
        parse_date(f"{last.day + 1} {MONTHS[last.month - 1]} {last.year}", region=None)


def test_a_weekday_is_written_before_its_date() -> None:
    assert format_weekday(date(2027, 4, 11)) == "Sunday, 11 April 2027"
    assert format_weekday(date(2024, 2, 29)) == "Thursday, 29 February 2024"


@given(DAYS)
def test_every_date_with_its_weekday_is_read_back_and_with_another_refused(day: date) -> None:
    assert parse_date(format_weekday(day), region=None) == (day, "")
    other = format_weekday(day + timedelta(days=1)).split(",")[0]
    with pytest.raises(WrongWeekday) as refused:
        parse_date(f"{other}, {format_date(day)}", region=None)
    assert f"{format_date(day)} is a {format_weekday(day).split(',')[0]}" in refused.value.say


def test_a_weekday_never_chooses_between_day_and_month() -> None:
    with pytest.raises(AmbiguousDate):
        parse_date("Sunday 11/04/2027", region=None)
    assert parse_date("Sunday 11/04/2027", region="GB").date == date(2027, 4, 11)
    with pytest.raises(WrongWeekday):
        parse_date("Sunday 11/04/2027", region="US")


@pytest.mark.parametrize(
    ("text", "past", "ahead"),
    [
        ("5 July", "5 July 2026", "5 July 2027"), ("Dec 1", "1 December 2025", "1 December 2026"),
        ("22 November", "22 November 2026", "22 November 2026"),
        ("29 Feb", "29 February 2024", "29 February 2028"),
        ("Sunday, April 11", "11 April 2026", "11 April 2027"),
    ],
)  # fmt: skip
def test_a_missing_year_is_offered_on_the_side_of_today_where_the_day_lies(
    text: str, past: str, ahead: str
) -> None:
    today = date(2026, 11, 22)
    for side, whole in ((False, past), (True, ahead)):
        with pytest.raises(UnreadableDate) as refused:
            parse_date(text, region=None, today=today, ahead=side)
        assert refused.value.hint == f"Add the year with four digits, as in {whole}."


@pytest.mark.parametrize(
    "text", ["20 weeks", "20+3", "week 20", "20w3d", "20 wks", "20 weeks 3 days", "5 months"]
)
def test_an_age_is_no_date_and_no_month_is_read_into_it(text: str) -> None:
    with pytest.raises(AgeNotDate) as refused:
        parse_date(text, region=None, name="due date")
    assert refused.value.say == f"The due date '{text}' is an age, not a date."
    assert "year" not in refused.value.hint


@pytest.mark.parametrize("text", ["11 foo", "20", "3 cats", "sunday"])
def test_no_month_is_made_up_for_a_word_that_is_none(text: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        parse_date(text, region=None)
    assert "cannot be read" in refused.value.say
