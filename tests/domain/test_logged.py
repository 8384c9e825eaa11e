"""What can be logged: times as people type them, and entries said again in words."""

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.logged import (
    KINDS,
    NAMES,
    STORED,
    Line,
    glucose_words,
    line_of,
    read_at,
    read_measured,
    temperature_words,
    value_words,
    weight_words,
    when_words,
)
from amma_cli.domain.measure import NotRead
from amma_cli.errors import Usage

ZONE = timezone(timedelta(hours=-3, minutes=-30))
NOW = datetime(2026, 11, 28, 14, 37, 21, 987654, ZONE)


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
        ("28.11.2026", "2026-11-28 14:37"),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_type_it(typed: str, said: str) -> None:
    found = read_at(typed, NOW, "GB")
    assert f"{found:%Y-%m-%d %H:%M}" == said
    assert (found.second, found.microsecond, found.utcoffset()) == (0, 0, NOW.utcoffset())


@pytest.mark.parametrize("typed", ["24:00", "12:60", "13:05 pm", "0:30 am", "99:99", "today 25:00"])
def test_a_time_that_no_clock_shows_is_refused_with_the_forms(typed: str) -> None:
    with pytest.raises(NotRead, match="2026-11-28 08:30, 08:30, yesterday 21:15 or 2026-11-28"):
        read_at(typed, NOW, "GB")


@pytest.mark.parametrize("typed", ["tomorrow", "half past eight", "2026-02-30", "08:30:15",
                                   "11.12.26 08:30", "8", "08:30 09:30"])  # fmt: skip
def test_what_is_no_day_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Usage):
        read_at(typed, NOW, "GB")


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
    ("kind", "typed", "units", "meal", "stored", "values"),
    [
        ("weight", "150", "lb", "", "weight", {"kg": 68.04}),
        ("weight", "68.2", "kg", "", "weight", {"kg": 68.2}),
        ("bp", "118/76", "", "", "blood-pressure", {"sys": 118, "dia": 76}),
        ("temp", "100.4F", "", "", "temperature", {"temp_c": 38.0}),
        ("pulse", "84", "", "", "pulse", {"hr": 84.0}),
        ("glucose", "95", "", "fasting", "glucose", {"glucose_mmol": 5.3, "fasting_mmol": 5.3}),
        ("ketones", "0.6", "", "", "ketones", {"ketones_mmol": 0.6}),
        ("oxygen", "98%", "", "", "oxygen", {"spo2": 98.0}),
        ("breaths", "16", "", "", "breaths", {"breaths_min": 16.0}),
    ],
)  # fmt: skip
def test_every_kind_is_read_by_its_own_form(
    kind: str, typed: str, units: str, meal: str, stored: str, values: dict[str, float]
) -> None:
    found = read_measured(kind, typed, units, meal)
    assert (found.kind, found.values) == (stored, values)
    assert KINDS[kind] == stored


def test_every_kind_that_is_stored_has_a_name() -> None:
    assert set(NAMES) == STORED
    assert {"checkin", "kicks", "contractions"} <= STORED


@pytest.mark.parametrize(
    ("kind", "values", "metric", "both"),
    [
        ("weight", {"kg": 68.2}, "68.2 kg", "68.2 kg (150.4 lb)"),
        ("blood-pressure", {"sys": 118, "dia": 76}, "118/76 mmHg", "118/76 mmHg"),
        ("temperature", {"temp_c": 38.0}, "38.0 C", "38.0 C (100.4 F)"),
        ("glucose", {"glucose_mmol": 5.3}, "5.3 mmol/L", "5.3 mmol/L (95 mg/dL)"),
        ("pulse", {"hr": 84.0}, "84 a minute", "84 a minute"),
        ("ketones", {"ketones_mmol": 0.6}, "0.6 mmol/L", "0.6 mmol/L"),
        ("oxygen", {"spo2": 98.0}, "98%", "98%"),
        ("breaths", {"breaths_min": 16.0}, "16 a minute", "16 a minute"),
    ],
)  # fmt: skip
def test_every_measurement_is_said_again_in_her_units(
    kind: str, values: dict[str, float], metric: str, both: str
) -> None:
    assert value_words(kind, values, "metric") == metric
    assert value_words(kind, values, "both") == both


@pytest.mark.parametrize(
    ("field", "words"),
    [("fasting_mmol", " fasting"), ("one_hour_mmol", " after 1 hour"),
     ("two_hour_mmol", " after 2 hours")],
)  # fmt: skip
def test_a_sugar_says_when_it_was_measured(field: str, words: str) -> None:
    assert (
        glucose_words({"glucose_mmol": 5.0, field: 5.0}, "both") == f"5.0 mmol/L (90 mg/dL){words}"
    )


@pytest.mark.parametrize(
    ("kind", "values"),
    [("weight", {}), ("weight", {"kg": "heavy"}), ("weight", {"kg": None}), ("no-such", {"x": 1}),
     ("blood-pressure", {"sys": 118}), ("pulse", {"hr": []})],
)  # fmt: skip
def test_a_value_that_somebody_broke_by_hand_is_said_as_nothing(
    kind: str, values: dict[str, Any]
) -> None:
    assert value_words(kind, values, "both") == ""


def test_weights_and_temperatures_are_rounded_to_a_tenth() -> None:
    assert weight_words(68.04, "both") == "68.0 kg (150.0 lb)"
    assert temperature_words(36.65, "both") in ("36.6 C (98.0 F)", "36.7 C (98.0 F)")


@pytest.mark.parametrize(
    ("kind", "data", "note", "line"),
    [
        ("weight", {"typed": "150lb", "values": {"kg": 68.04}}, "after lunch",
         Line("Weight", "68.0 kg; after lunch")),
        ("question", {"text": "Can I fly?"}, "", Line("Question", "Can I fly?")),
        ("kicks", {"summary": "10 movements in 31 min 05 s"}, "left side",
         Line("Movements", "10 movements in 31 min 05 s; left side")),
        ("contractions", {}, "", Line("Contractions", "")),
        ("checkin", {"mood": 4, "energy": 2, "signs": ["fever", "shivering"]}, "tired",
         Line("Check-in", "mood 4 of 5, energy 2 of 5, signs: fever, shivering; tired")),
        ("checkin", {"symptoms": ["heartburn"], "sleep": 1}, "",
         Line("Check-in", "sleep 1 of 5, symptoms: heartburn")),
        ("checkin", {}, "", Line("Check-in", "")),
        ("newer-kind", {"text": "x"}, "", Line("Newer-kind", "x")),
        ("weight", {"values": "broken"}, "", Line("Weight", "")),
    ],
)  # fmt: skip
def test_an_entry_is_listed_as_its_kind_and_what_it_says(
    kind: str, data: dict[str, Any], note: str, line: Line
) -> None:
    assert line_of(kind, data, note, "metric") == line


def test_a_time_is_said_in_words() -> None:
    assert when_words(datetime(2026, 11, 28, 8, 5, tzinfo=ZONE)) == "28 November 2026, 08:05"
