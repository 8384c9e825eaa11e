"""Whose care lines a country gets, the week of the warning signs, what an article leads."""

import pytest

from amma_cli.domain.article import led_week, reading_minutes
from amma_cli.domain.settings import Manner, Settings, manner_of
from amma_cli.domain.week import care_place, sign_week


@pytest.mark.parametrize(
    ("country", "place"), [("GB", "UK"), ("US", "US"), ("IE", "WHO"), ("DE", "WHO"), ("", "WHO")]
)
def test_regions_other_than_uk_and_us_get_the_schedule_of_the_who(country: str, place: str) -> None:
    assert care_place(country) == place


# safety.toml, meta.week_rule: 4 for anything earlier, 42 for anyone still pregnant beyond
@pytest.mark.parametrize(
    ("weeks", "asked"), [(-3, 4), (0, 4), (3, 4), (4, 4), (5, 5), (41, 41), (42, 42), (43, 42)]
)
def test_signs_of_a_pregnancy_are_asked_by_weeks_4_to_42(weeks: int, asked: int) -> None:
    assert sign_week(weeks, None) == asked


# the same rule: 43 to 48 are the weeks after a birth, 48 from the sixth week on
@pytest.mark.parametrize(
    ("days", "asked"),
    [(-1, 43), (0, 43), (6, 43), (7, 44), (13, 44), (14, 45), (34, 47), (35, 48), (400, 48)],
)
def test_signs_after_a_birth_are_asked_by_weeks_43_to_48(days: int, asked: int) -> None:
    assert sign_week(30, days) == asked


@pytest.mark.parametrize(
    ("leads", "peak", "week"),
    [(20, (10, 14), 20), (0, (10, 14), 0), (20, None, 20), (None, None, None),
     (None, (18, 22), 20), (None, (18, 23), 20), (None, (12, 12), 12), (None, (4, 5), 4)],
)  # fmt: skip
def test_the_week_of_an_article_is_the_one_it_leads_else_its_middle_peak(
    leads: int | None, peak: tuple[int, int] | None, week: int | None
) -> None:
    assert led_week(leads, peak) == week


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (400, 2), (401, 3), (2000, 10)]
)
def test_minutes_are_words_by_200_rounded_up(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes


@pytest.mark.parametrize(
    ("settings", "country", "manner"),
    [
        (Settings(), "", Manner("", "both", False)),
        (Settings(), "DE", Manner("DE", "metric", False)),
        (Settings(units="both"), "DE", Manner("DE", "both", False)),
        (Settings(units="metric", calm=True), "US", Manner("US", "metric", True)),
        (Settings(country="DE"), "US", Manner("US", "both", False)),
    ],
)
def test_set_units_come_before_those_of_the_country(
    settings: Settings, country: str, manner: Manner
) -> None:
    assert manner_of(settings, country) == manner
