"""The due date 11 April 2027, found in five ways, and the weeks that follow from it.

0+0 is 5 July 2026, so 20+0 is 140 days later, 22 November 2026. Real content; only its structure.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.inside import Amma

WAYS = {
    "due date": ("2027-04-11",),
    "period": ("--lmp", "2026-07-05"),
    "conception": ("--conceived", "2026-07-19"),
    "transfer": ("--transfer", "2026-07-24", "--embryo-day", "5"),
    "scan": ("--scan", "2026-09-30", "--at", "12+3"),
}
DAYS = [
    ("2026-11-21", "19+6", "first-kicks"),
    ("2026-11-22", "20+0", "cervical-insufficiency"),
    ("2026-11-28", "20+6", "cervical-insufficiency"),
    ("2026-11-29", "21+0", None),
]


@pytest.fixture(params=WAYS.values(), ids=list(WAYS))
def dated(request: pytest.FixtureRequest, tmp_path: Path, real_library: Path) -> Amma:
    amma = Amma(tmp_path, real_library)
    amma("due", *request.param, "--on", "2026-11-21")
    return amma


@pytest.mark.parametrize(("day", "age", "lead"), DAYS)
def test_the_week_and_its_lead_article_turn_on_the_right_day(
    dated: Amma, day: str, age: str, lead: str | None
) -> None:
    weeks, rest = map(int, age.split("+"))
    record = dated("today", "--on", day, "--json").record
    assert record["due"] == "2027-04-11"
    assert record["stage"] == "expecting"
    assert (record["week"], record["age"]) == (weeks, {"weeks": weeks, "days": rest})
    assert record["ordinal_week"] == weeks + 1
    assert 7 * weeks + rest + record["days_to_go"] == 280
    if lead is None:
        return
    assert record["lead"] == lead
    shown = dated("today", "--on", day).out
    if record["lead_written"]:
        assert record["articles"][0]["slug"] == lead
        assert record["articles"][0]["lead"] is True
        assert f"amma read {lead}" in shown
    else:
        assert lead not in [card["slug"] for card in record["articles"]]
        assert "is not written yet" in " ".join(shown.split())


def test_week_20_leads_with_an_article_that_is_written(dated: Amma) -> None:
    record = dated("today", "--on", "2026-11-22", "--json").record
    assert record["lead_written"]
    assert record["guide_written"]
    words = " ".join(dated("today", "--on", "2026-11-22").out.split())
    assert "20 weeks" in words
    assert "21st week" in words


def test_the_guide_of_week_20_shows_her_own_dates(dated: Amma) -> None:
    words = " ".join(dated("week", "20", "--on", "2026-11-29").out.split())
    assert "22 November 2026 to 28 November 2026" in words
    assert "this week" not in words.split("Your baby")[0]


def test_every_day_of_the_year_around_has_a_card(tmp_path: Path, real_library: Path) -> None:
    amma = Amma(tmp_path, real_library)
    amma("due", "2027-04-11", "--on", "2026-11-21")
    for days in range(-30, 320, 3):
        day = date(2026, 7, 5) + timedelta(days=days)
        shown = amma("today", "--on", day.isoformat())
        assert shown.code == 0
        assert shown.err == ""
        lines = [x for x in shown.out.splitlines() if len(x) > 80 and "://" not in x]
        assert lines == []
