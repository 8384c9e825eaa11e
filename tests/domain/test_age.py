"""Completed weeks and days, and the words for them."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli import errors
from amma_cli.domain.age import (
    Age,
    BadAge,
    age_on,
    day_of,
    days_to_go,
    parse_age,
    term_category,
    trimester,
)
from tests.domain.worked import DATA, assert_in_words, days_of, examples, julian, name_of

DAYS = st.dates(date(1901, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize("example", examples("ga-from-lmp") + examples("ga-from-edd"), ids=name_of)
def test_worked_examples_of_age_and_days_to_go(example: dict[str, Any]) -> None:
    given_, expect = example["input"], example["expect"]
    due = given_.get("edd") or given_["lmp"] + timedelta(days=280)
    age = age_on(due, given_["on"])
    assert (age.days, age.short) == (expect["days"], expect["ga"])
    assert days_to_go(due, given_["on"]) == expect["days_to_go"]
    if "edd" in given_:
        assert day_of(due, Age(0)) == expect["equivalent_lmp"]
        assert day_of(due, Age(14)) == expect["equivalent_conception"]


@pytest.mark.parametrize("example", examples("categories"), ids=name_of)
def test_worked_examples_of_trimester_and_term(example: dict[str, Any]) -> None:
    due = example["input"]["lmp"] + timedelta(days=280)
    age, expect = age_on(due, example["input"]["on"]), example["expect"]
    assert age.short == expect["ga"]
    assert trimester(age, None) == expect["trimester_acog"]
    if age.weeks >= 24:
        assert term_category(age) == expect["if_born_that_day"]
    else:
        assert term_category(age) is None


@given(DAYS, st.integers(-400, 500))
def test_age_and_days_to_go_make_280_on_every_day(due: date, offset: int) -> None:
    day = due + timedelta(days=offset)
    age = age_on(due, day)
    assert age.days + days_to_go(due, day) == 280
    assert age.days == 280 + julian(day) - julian(due)
    assert day_of(due, age) == day


@given(DAYS, st.integers(-400, 500))
def test_age_grows_by_one_day_every_day(due: date, offset: int) -> None:
    day = due + timedelta(days=offset)
    assert age_on(due, day + timedelta(days=1)).days == age_on(due, day).days + 1


@given(st.integers(-500, 500))
def test_weeks_and_rest_make_the_days(days: int) -> None:
    age = Age(days)
    assert 7 * age.weeks + age.rest == days
    assert abs(age.rest) <= 6


@given(st.integers(0, 6999))
def test_every_age_that_is_written_is_read_back(days: int) -> None:
    age = Age(days)
    for text in (age.short, f"{age.weeks}w{age.rest}d", f"{age.weeks} {age.rest}/7"):
        assert parse_age(text) == age
    if age.weeks:
        assert parse_age(age.words) == age


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12+3", 87),
        ("12+0", 84),
        ("12 + 3", 87),
        ("12w3d", 87),
        ("12w 3d", 87),
        ("12W3D", 87),
        ("12 3/7", 87),
        ("12w", 84),
        ("12", 84),
        ("12 weeks", 84),
        ("12 weeks 3 days", 87),
        ("12 weeks and 3 days", 87),
        ("1 week 1 day", 8),
        ("0+0", 0),
        ("12+6", 90),
        (" 12+3\n", 87),
    ],
)
def test_an_age_is_read_in_the_forms_people_write(text: str, days: int) -> None:
    assert parse_age(text) == Age(days)


@pytest.mark.parametrize("text", ["12+7", "12w7d", "12 7/7", "12 weeks 7 days"])
def test_a_days_part_of_seven_is_refused_with_the_next_week(text: str) -> None:
    with pytest.raises(BadAge) as refused:
        parse_age(text, name="age at the scan")
    assert "13+0" in refused.value.hint
    assert "age at the scan" in refused.value.say


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "-1",
        "12+",
        "+3",
        "12.3",
        "12,3",
        "12+3+1",
        "1234",
        "12++3",
        "१२+३",
        "12 3",
        "1e2",
        "12+3\x00",
        "12\n3/7",
        pytest.param("9" * 10000000, id="ten-megabytes"),
        "12+-3",
        "12+100",
    ],
)
def test_what_is_not_an_age_is_refused(text: str) -> None:
    with pytest.raises(BadAge) as refused:
        parse_age(text)
    assert refused.value.hint
    assert len(refused.value.say) < 100


def test_a_decimal_age_is_not_guessed_but_its_near_form_named() -> None:
    with pytest.raises(BadAge) as refused:
        parse_age("12.3")
    assert "12+3" in refused.value.hint


@given(st.text(max_size=60))
def test_any_text_is_an_age_or_a_refusal(text: str) -> None:
    try:
        assert parse_age(text).days >= 0
    except errors.Usage as refused:
        assert_in_words(refused)


@pytest.mark.parametrize(
    ("days", "short", "words", "ordinal"),
    [
        (-10, "0-10", "10 days before 0+0", ""),
        (-1, "0-1", "1 day before 0+0", ""),
        (0, "0+0", "0 days", "1st week"),
        (6, "0+6", "6 days", "1st week"),
        (7, "1+0", "1 week", "2nd week"),
        (8, "1+1", "1 week 1 day", "2nd week"),
        (14, "2+0", "2 weeks", "3rd week"),
        (76, "10+6", "10 weeks 6 days", "11th week"),
        (77, "11+0", "11 weeks", "12th week"),
        (84, "12+0", "12 weeks", "13th week"),
        (140, "20+0", "20 weeks", "21st week"),
        (143, "20+3", "20 weeks 3 days", "21st week"),
        (147, "21+0", "21 weeks", "22nd week"),
        (280, "40+0", "40 weeks", "41st week"),
        (294, "42+0", "42 weeks", "43rd week"),
    ],
)
def test_an_age_is_said_in_weeks_and_days(days: int, short: str, words: str, ordinal: str) -> None:
    age = Age(days)
    assert (age.short, age.words, age.ordinal_words) == (short, words, ordinal)


def test_trimesters_begin_where_their_tables_say() -> None:
    acog, nhs = DATA["trimester_convention"]
    second, third = days_of(acog["second"][0]), days_of(acog["third"][0])
    nhs_second = 7 * int(nhs["second"][0].removeprefix("week "))
    for days in range(308):
        assert trimester(Age(days), "US") == 1 + (days >= second) + (days >= third)
        for region in ("GB", "gb", "IE"):
            assert trimester(Age(days), region) == 1 + (days >= nhs_second) + (days >= third)


def test_term_categories_begin_and_end_where_their_table_says() -> None:
    named = {"preterm", "term-who-uk"}  # the wider classes over the others
    for category in DATA["term_category"]:
        if category["id"] in named:
            continue
        first = days_of(category["from"] or "24+0")
        last = days_of(category["to"] or "45+0")
        assert {term_category(Age(days)) for days in range(first, last + 1)} == {category["id"]}
    assert term_category(Age(24 * 7 - 1)) is None
