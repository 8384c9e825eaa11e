"""What can be logged: its kinds under every name, and entries said again in words."""

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from amma_cli.domain.logged import (
    ALIASES,
    KINDS,
    MEASURED,
    NAMES,
    STORED,
    Line,
    glucose_words,
    kind_of,
    line_of,
    near_kinds,
    read_measured,
    said_words,
    temperature_words,
    units_of,
    value_words,
    weight_words,
    when_words,
)

ZONE = timezone(timedelta(hours=-3, minutes=-30))


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


@pytest.mark.parametrize(
    ("typed", "kind", "rest"),
    [
        ("bp 118/76", "bp", "118/76"), ("BP 118/76", "bp", "118/76"),
        ("bp: 118/76", "bp", "118/76"),
        ("blood pressure 175/118", "bp", "175/118"), ("blood-pressure 118/76", "bp", "118/76"),
        ("pressure 118/76", "bp", "118/76"), ("temperature 39", "temp", "39"),
        ("fever 39", "temp", "39"), ("sugar 14", "glucose", "14"),
        ("blood sugar 14", "glucose", "14"), ("oxygen saturation 91", "oxygen", "91"),
        ("oxygen 91", "oxygen", "91"), ("sats 91 %", "oxygen", "91 %"),
        ("heart rate 130", "pulse", "130"), ("Heart Rate 130", "pulse", "130"),
        ("respiratory rate 26", "breaths", "26"), ("note blood pressure", "note", "blood pressure"),
        ("weight 72 kg", "weight", "72 kg"),
    ],
)  # fmt: skip
def test_a_kind_is_known_by_every_name_that_people_have_for_it(
    typed: str, kind: str, rest: str
) -> None:
    assert kind_of(typed.split()) == (kind, rest.split())


@pytest.mark.parametrize("words", [[], [""], ["mood", "3"], ["blood", "175/118"], ["175/118"]])
def test_what_names_no_kind_is_given_back_whole(words: list[str]) -> None:
    assert kind_of(words) == ("", words)


def test_every_other_name_leads_to_a_kind_and_hides_none() -> None:
    assert set(ALIASES.values()) <= set(KINDS)
    assert not set(ALIASES) & set(KINDS)
    assert set(ALIASES.values()) >= set(MEASURED)


@pytest.mark.parametrize(
    ("typed", "near"),
    [("bpp", ["bp"]), ("temprature", ["temp"]), ("xyzzy", []), ("weigth", ["weight"])],
)  # fmt: skip
def test_a_wrong_name_has_the_nearest_beside_it(typed: str, near: list[str]) -> None:
    assert near_kinds(typed)[: len(near)] == near
    assert bool(near_kinds(typed)) is bool(near)


def test_the_units_of_a_number_without_one_are_those_of_the_country() -> None:
    assert units_of("US") == ("lb", "mg")
    assert units_of("GB") == ("kg", "mmol")
    assert units_of("") == ("kg", "")


def test_a_reading_that_stood_in_other_words_is_said_as_it_was_read() -> None:
    plain = read_measured("bp", "118/76", "kg")
    assert said_words(plain, "both") == "118/76"
    read = read_measured("bp", "170/115/80", "kg")
    assert said_words(read, "both") == "170/115/80, read as 170/115 mmHg, pulse 80"
    assert (
        said_words(read_measured("temp", "fever 39", "kg"), "metric") == "fever 39, read as 39.0 C"
    )
