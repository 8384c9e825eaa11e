"""Where a pregnancy stands on a day, and what its record holds in each stage."""

from datetime import date, timedelta
from typing import Any

import pytest

from amma_cli.domain.age import Age
from amma_cli.domain.article import Card
from amma_cli.domain.moment import (
    Moment,
    WeekView,
    card_record,
    moment_on,
    moment_record,
    size_record,
    week_dates,
    week_record,
)
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import Care, Length, Reading, Size, Weight

DUE = date(2027, 4, 11)  # 0+0 is 2026-07-05, 20+0 is 2026-11-22 (by hand, 280 days)
LENGTH = Length(164, "crown-rump", "20+0", 150, 178, "10 to 90", "s", "src", "fetuses", "Long.")
WEIGHT = Weight(331, "20+0", 286, 382, "w", "wsrc", "fetuses", "Heavy.")
CARD = Card("slug", "Title", "topic", (18, 22), None, 20, 3, "Summary.")


def on(days: int, **recorded: Any) -> Moment:
    """The moment `days` after 0+0."""
    return moment_on(date(2026, 7, 5) + timedelta(days=days), DUE, **recorded)


@pytest.mark.parametrize(
    ("days", "stage", "week", "guide", "to_go"),
    [
        (-1, Stage.NOT_YET, None, None, 281),
        (0, Stage.EXPECTING, 0, 1, 280),
        (6, Stage.EXPECTING, 0, 1, 274),
        (7, Stage.EXPECTING, 1, 1, 273),
        (14, Stage.EXPECTING, 2, 2, 266),
        (140, Stage.EXPECTING, 20, 20, 140),
        (280, Stage.EXPECTING, 40, 40, 0),
        (281, Stage.PAST_DUE, 40, 40, -1),
        (300, Stage.PAST_DUE, 42, 42, -20),
        (301, Stage.UNKNOWN, None, None, -21),
    ],
)
def test_a_week_is_counted_only_in_the_stages_that_count(
    days: int, stage: Stage, week: int | None, guide: int | None, to_go: int
) -> None:
    moment = on(days)
    assert (moment.stage, moment.week, moment.guide_week) == (stage, week, guide)
    assert moment.days_to_go == to_go
    assert moment.days_since_birth is None
    assert (moment.trimester is None) == (week is None)


def test_still_pregnant_past_43_weeks_shows_the_last_guide() -> None:
    moment = on(303, still_pregnant=date(2026, 7, 5) + timedelta(days=302))
    assert (moment.stage, moment.week, moment.guide_week) == (Stage.PAST_DUE, 43, 42)


# ACOG from 14+0, NHS from 13+0: design.md
@pytest.mark.parametrize(("country", "trimester"), [("GB", 2), ("IE", 2), ("US", 1), ("", 1)])
def test_the_trimester_is_that_of_the_country(country: str, trimester: int) -> None:
    assert on(91, country=country).trimester == trimester
    assert on(91, country=country).country == country


def test_days_since_a_birth_count_from_its_day() -> None:
    born = date(2027, 4, 9)
    before, day, later = (on(n, born=born) for n in (277, 278, 290))
    assert (before.days_since_birth, before.stage) == (None, Stage.EXPECTING)
    assert (day.days_since_birth, later.days_since_birth) == (0, 12)
    assert (day.age, day.stage, day.born) == (None, Stage.AFTER_BIRTH, born)


def test_after_an_end_nothing_is_counted() -> None:
    for ended in (True, date(2026, 10, 1)):
        assert (on(140, ended=ended).stage, on(140, ended=ended).age) == (Stage.ENDED, None)
    assert on(140, ended=False).age == Age(140)


def test_a_week_begins_at_its_first_day_and_ends_six_later() -> None:
    assert week_dates(DUE, 0) == (date(2026, 7, 5), date(2026, 7, 11))
    assert week_dates(DUE, 20) == (date(2026, 11, 22), date(2026, 11, 28))


def test_the_record_of_a_counting_day() -> None:
    assert moment_record(on(143, country="GB")) == {
        "schema": 1,
        "on": "2026-11-25",
        "stage": "expecting",
        "week": 20,
        "age": {"weeks": 20, "days": 3},
        "ordinal_week": 21,
        "trimester": 2,
        "due": "2027-04-11",
        "days_to_go": 137,
    }


def test_records_of_days_that_count_nothing() -> None:
    assert moment_record(on(-2)) == {
        "schema": 1,
        "on": "2026-07-03",
        "stage": "not-yet",
        "due": "2027-04-11",
        "starts": "2026-07-05",
    }
    assert moment_record(on(290, born=date(2027, 4, 9))) == {
        "schema": 1,
        "on": "2027-04-21",
        "stage": "after-birth",
        "born": "2027-04-09",
        "days_since_birth": 12,
    }
    for moment, stage in ((on(301), "unknown"), (on(140, ended=True), "ended")):
        assert moment_record(moment) == {
            "schema": 1, "on": moment.on.isoformat(), "stage": stage,
        }  # fmt: skip


def test_the_record_of_a_size_holds_what_is_known() -> None:
    assert size_record(None) == {}
    assert size_record(Size(20, None, None, "", "")) == {}
    length = {
        "mm": 164, "kind": "crown-rump", "at": "20+0", "low": 150, "high": 178,
        "standard": "s", "source": "src",
    }  # fmt: skip
    weight = {
        "g": 331, "at": "20+0", "p10": 286, "p90": 382, "standard": "w", "source": "wsrc",
    }  # fmt: skip
    assert size_record(Size(20, LENGTH, WEIGHT, "a mango", "length")) == {
        "length": length, "weight": weight, "like": "a mango", "note": "Long. Heavy.",
    }  # fmt: skip
    bare = Size(20, LENGTH._replace(note=""), None, "", "")
    assert size_record(bare) == {"length": length}
    assert size_record(Size(20, None, WEIGHT, "", "")) == {"weight": weight, "note": "Heavy."}


def test_the_record_of_a_card() -> None:
    for lead in (True, False):
        assert card_record(CARD, lead) == {
            "slug": "slug", "title": "Title", "topic": "topic", "minutes": 3, "lead": lead,
        }  # fmt: skip


def test_the_record_of_a_week_with_and_without_a_day() -> None:
    other = CARD._replace(slug="other")
    view = WeekView(
        19, None, Size(20, None, WEIGHT, "", ""),
        Reading((other, CARD), "slug", "", True, "Because.", False),
        (Care(21, "UK", "A scan.", ("nhs",)),), None,
    )  # fmt: skip
    record = week_record(view)
    assert record == {
        "schema": 1,
        "week": 19,
        "why": "Because.",
        "size": size_record(view.size),
        "lead": "slug",
        "lead_written": True,
        "guide_written": False,
        "articles": [card_record(other, False), card_record(CARD, True)],
        "care": [{"week": 21, "where": "UK", "say": "A scan.", "sources": ["nhs"]}],
    }
    dated = week_record(view._replace(moment=on(143)))
    assert dated == {**record, **moment_record(on(143))}
    assert dated["week"] == 20
    nothing = view._replace(reading=Reading((), "", "", False, "", True), care=())
    assert week_record(nothing)["lead"] is None
