"""Where a pregnancy stands on a day, and what is written of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.article import Card
from amma_cli.domain.moment import (
    WeekView,
    card_record,
    moment_on,
    moment_record,
    size_record,
    week_dates,
    week_record,
)
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import Care, Length, Reading, Size, Weight, care_place, sign_week
from tests.domain.worked import julian

DUE = date(2027, 4, 11)
ZERO = date(2026, 7, 5)  # 280 days before it
COUNTING = {"week", "age", "ordinal_week", "trimester", "days_to_go"}


def at(weeks: int, days: int = 0) -> date:
    return ZERO + timedelta(days=7 * weeks + days)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(-300, 400))
def test_on_every_day_that_counts_age_and_days_to_go_make_280(due: date, after_zero: int) -> None:
    day = due + timedelta(days=after_zero - 280)
    moment = moment_on(day, due)
    assert moment.days_to_go == julian(due) - julian(day)
    if moment.age is None:
        assert after_zero < 0 or after_zero >= 301
        assert (moment.week, moment.guide_week, moment.trimester) == (None, None, None)
    else:
        assert moment.age.days + moment.days_to_go == 280
        assert moment.age.days == after_zero
        assert moment.week == after_zero // 7
        assert moment.guide_week == min(max(after_zero // 7, 1), 42)


@pytest.mark.parametrize(
    ("country", "second", "third"),
    [("GB", (13, 0), (28, 0)), ("IE", (13, 0), (28, 0)), ("US", (14, 0), (28, 0)),
     ("", (14, 0), (28, 0)), ("DE", (14, 0), (28, 0))],
)  # fmt: skip
def test_trimesters_begin_where_the_country_says(
    country: str, second: tuple[int, int], third: tuple[int, int]
) -> None:
    found = [moment_on(at(0, d), DUE, country=country).trimester for d in range(281)]
    days = [7 * weeks + rest for weeks, rest in (second, third)]
    assert found == [1] * days[0] + [2] * (days[1] - days[0]) + [3] * (281 - days[1])


@pytest.mark.parametrize(
    ("day", "recorded", "stage", "keys"),
    [
        (at(0, -1), {}, "not-yet", {"due", "starts"}),
        (at(0), {}, "expecting", COUNTING | {"due"}),
        (at(20), {}, "expecting", COUNTING | {"due"}),
        (at(40, 1), {}, "past-due", COUNTING | {"due"}),
        (at(43), {}, "unknown", set()),
        (at(43), {"still_pregnant": at(43)}, "past-due", COUNTING | {"due"}),
        (at(20), {"ended": True}, "ended", set()),
        (at(41), {"born": at(40)}, "after-birth", {"born", "days_since_birth"}),
        (at(39), {"born": at(40)}, "expecting", COUNTING | {"due"}),
        (at(41), {"born": at(40), "ended": at(41)}, "ended", set()),
    ],
)
def test_a_record_counts_only_in_the_stages_that_count(
    day: date, recorded: dict[str, Any], stage: str, keys: set[str]
) -> None:
    record = moment_record(moment_on(day, DUE, **recorded))
    assert set(record) == {"schema", "on", "stage"} | keys
    assert (record["schema"], record["on"], record["stage"]) == (1, day.isoformat(), stage)


def test_the_record_of_a_day() -> None:
    assert moment_record(moment_on(date(2026, 11, 25), DUE)) == {
        "schema": 1, "on": "2026-11-25", "stage": "expecting", "week": 20,
        "age": {"weeks": 20, "days": 3}, "ordinal_week": 21, "trimester": 2,
        "due": "2027-04-11", "days_to_go": 137,
    }  # fmt: skip
    assert moment_record(moment_on(date(2026, 7, 1), DUE)) == {
        "schema": 1, "on": "2026-07-01", "stage": "not-yet", "due": "2027-04-11",
        "starts": "2026-07-05",
    }  # fmt: skip
    period = moment_record(moment_on(date(2026, 7, 11), DUE))
    assert (period["week"], period["age"], period["ordinal_week"]) == (
        0, {"weeks": 0, "days": 6}, 1,
    )  # fmt: skip


def test_days_since_a_birth_are_counted_from_its_day() -> None:
    born = date(2027, 4, 9)
    for days in (0, 3, 41, 366):
        moment = moment_on(born + timedelta(days=days), DUE, born=born)
        assert moment.stage is Stage.AFTER_BIRTH
        assert moment.days_since_birth == days
        assert moment_record(moment)["days_since_birth"] == days
    assert moment_on(born - timedelta(days=1), DUE, born=born).days_since_birth is None


def test_a_week_has_seven_days_from_its_first() -> None:
    assert week_dates(DUE, 20) == (date(2026, 11, 22), date(2026, 11, 28))
    assert week_dates(DUE, 0) == (ZERO, date(2026, 7, 11))
    assert week_dates(DUE, 40)[0] == DUE


LENGTH = Length(257.0, "crown-heel", "20+0", 240.0, 270.0, "b", "S", "k", "", "Near.")
WEIGHT = Weight(330, "20+0", 286, 380, "W", "who", "", "By scan.")
CARD = Card("a", "A?", "body", (10, 27), None, 20, 9, "Sum.")


def test_the_record_of_a_size_has_its_figures_its_standard_and_what_to_know() -> None:
    assert size_record(Size(20, LENGTH, WEIGHT, "a can", "weight")) == {
        "length": {"mm": 257.0, "kind": "crown-heel", "at": "20+0", "low": 240.0, "high": 270.0,
                   "standard": "S", "source": "k"},
        "weight": {"g": 330, "at": "20+0", "p10": 286, "p90": 380, "standard": "W",
                   "source": "who"},
        "like": "a can",
        "note": "Near. By scan.",
    }  # fmt: skip
    assert size_record(Size(4, None, None, "", "")) == {}
    assert size_record(None) == {}


def test_the_record_of_a_week_names_its_lead_its_articles_and_its_care() -> None:
    reading = Reading((CARD,), "a", "", True, "So.", True)
    care = (Care(20, "UK", "A scan.", ("k",)),)
    record = week_record(WeekView(20, None, None, reading, care, None))
    assert record == {
        "schema": 1, "week": 20, "why": "So.", "size": {}, "lead": "a", "lead_written": True,
        "guide_written": True,
        "articles": [{"slug": "a", "title": "A?", "topic": "body", "minutes": 9, "lead": True}],
        "care": [{"week": 20, "where": "UK", "say": "A scan.", "sources": ["k"]}],
    }  # fmt: skip
    mine = week_record(WeekView(20, moment_on(at(20, 3), DUE), None, reading, care, None))
    assert {**moment_record(moment_on(at(20, 3), DUE)), **record} == mine
    assert card_record(CARD, False)["lead"] is False


@pytest.mark.parametrize(
    ("weeks", "since", "asked"),
    [(0, None, 4), (3, None, 4), (4, None, 4), (20, None, 20), (42, None, 42), (44, None, 42),
     (40, 0, 43), (40, 6, 43), (40, 7, 44), (0, 34, 47), (0, 35, 48), (0, 300, 48)],
)  # fmt: skip
def test_signs_are_asked_by_the_week_rule_of_the_evidence(
    weeks: int, since: int | None, asked: int
) -> None:
    assert sign_week(weeks, since) == asked


def test_only_the_uk_and_the_us_have_a_schedule_of_their_own() -> None:
    assert [care_place(c) for c in ("GB", "US", "", "IE", "DE")] == [
        "UK", "US", "WHO", "WHO", "WHO",
    ]  # fmt: skip
