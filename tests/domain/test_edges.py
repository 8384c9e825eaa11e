"""Edges that no worked example reaches: found by changing the code and seeing no test fail."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from amma_cli.domain.age import Age, trimester
from amma_cli.domain.dates import AmbiguousDate, parse_date
from amma_cli.domain.dating import (
    compute,
    from_conceived,
    from_crl,
    from_date,
    from_insemination,
    from_lmp,
    from_retrieval,
    from_scan,
    from_transfer,
    scan_of,
)
from amma_cli.domain.moment import moment_on
from amma_cli.domain.redating import NiceAdvice, nice_advice
from amma_cli.domain.refusals import DueTooFar, DueTooOld

TODAY = date(2026, 11, 22)
OLD = date(2025, 7, 19)


@pytest.mark.parametrize(
    ("weeks", "words"),
    [(0, "1st"), (1, "2nd"), (2, "3rd"), (3, "4th"), (4, "5th"), (8, "9th"), (9, "10th"),
     (10, "11th"), (12, "13th"), (13, "14th"), (23, "24th"), (28, "29th"), (40, "41st"),
     (110, "111th"), (111, "112th"), (112, "113th"), (120, "121st")],
)  # fmt: skip
def test_weeks_are_counted_as_english_counts(weeks: int, words: str) -> None:
    assert Age(7 * weeks).ordinal_words == f"{words} week"


# Before 0+0 days are counted back from it: age.py, Age.weeks and Age.rest.
@pytest.mark.parametrize(
    ("days", "weeks", "rest"), [(-1, 0, -1), (-6, 0, -6), (-7, -1, 0), (-10, -1, -3), (0, 0, 0)]
)
def test_before_the_count_weeks_and_days_run_back(days: int, weeks: int, rest: int) -> None:
    assert (Age(days).weeks, Age(days).rest) == (weeks, rest)
    assert isinstance(Age(days).weeks, int)


def test_uk_is_another_word_for_gb_in_the_trimester_of_the_nhs() -> None:
    assert [trimester(Age(91), region) for region in ("GB", "UK", "uk", "US", "", None)] == [
        2, 2, 2, 1, 1, 1,
    ]  # fmt: skip


@pytest.mark.parametrize("region", ["CA", "ca"])
def test_in_canada_both_orders_are_written_so_neither_is_chosen(region: str) -> None:
    with pytest.raises(AmbiguousDate):
        parse_date("04/11/2027", region=region)


@pytest.mark.parametrize("region", [None, "US", "GB", "CA"])
@pytest.mark.parametrize("text", ["01/31/2027", "31/01/2027", "31.1.2027"])
def test_the_last_day_of_a_month_is_a_day(text: str, region: str | None) -> None:
    assert parse_date(text, region=region) == (date(2027, 1, 31), "read as 31 January 2027")


@pytest.mark.parametrize(
    "dating",
    [
        lambda: from_date(date(2026, 4, 11), today=TODAY),
        lambda: from_lmp(date(2025, 7, 5), today=TODAY),
        lambda: from_conceived(OLD, today=TODAY),
        lambda: from_insemination(OLD, today=TODAY),
        lambda: from_retrieval(OLD, today=TODAY),
        lambda: from_transfer(OLD, 5, today=TODAY),
        lambda: from_scan(date(2024, 9, 30), Age(87), today=TODAY),
        lambda: from_crl(date(2024, 9, 30), 58.2, "robinson", today=TODAY),
        lambda: compute("lmp", {"lmp": "2025-07-05"}, today=TODAY),
    ],
)
def test_a_date_far_away_is_refused_unless_it_is_forced(dating: Callable[[], Any]) -> None:
    with pytest.raises(DueTooOld):
        dating()


def test_a_likely_year_is_named_up_to_the_very_day() -> None:
    with pytest.raises(DueTooOld, match="2021") as refused:
        from_lmp(date(2020, 11, 22), today=TODAY)
    assert refused.value.hint.startswith("Did you mean 2026-11-22? ")


def test_a_likely_year_can_be_the_one_before() -> None:
    with pytest.raises(DueTooFar) as refused:
        from_date(date(2030, 11, 20), today=date(2026, 1, 10))
    assert refused.value.hint.startswith("Did you mean 2025-11-20? ")  # 51 days past


def test_the_length_of_a_scan_is_kept() -> None:
    inputs = {"scan": "2026-09-30", "crl": 62.2, "formula": "robinson"}
    scan = scan_of(compute("crl", inputs, today=TODAY))
    assert scan is not None
    # 8.052 x sqrt(62.2 x 1.037) + 23.73 = 88.4 days, so 88
    assert scan == (date(2026, 9, 30), Age(88), 62.2)


# NICE NG201 (2021): CRL 45 to 84 mm, or 11+2 to 14+1 where it was not measured
@pytest.mark.parametrize(
    ("crl", "age", "sets", "why"),
    [
        (44.9, 85, False, "this scan was earlier"),
        (45, 79, True, ""),
        (84, 99, True, ""),
        (84.1, 98, False, "this scan was later; the baby's head is measured then"),
        (None, 78, False, "this scan was earlier"),
        (None, 79, True, ""),
        (None, 99, True, ""),
        (None, 100, False, "this scan was later; the baby's head is measured then"),
    ],
)
def test_nice_dates_by_a_scan_of_its_range_alone(
    crl: float | None, age: int, sets: bool, why: str
) -> None:
    from amma_cli.domain.dating import Scan

    scan = Scan(date(2026, 9, 30), Age(age), crl)
    due = date.fromordinal(date(2026, 9, 30).toordinal() + 280 - age)
    assert nice_advice(scan) == NiceAdvice(sets, due, why)
    kept = NiceAdvice(False, due, "a date from the embryo's age is kept")
    assert nice_advice(scan, embryo=True) == kept


def test_without_a_country_a_moment_has_none() -> None:
    assert moment_on(TODAY, date(2027, 4, 11)).country == ""
