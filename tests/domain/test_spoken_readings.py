"""Readings in the words of somebody who is worried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.spoken_readings import baby_temperatures, is_overdose, readings_in


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bp 165/112", {"sys": (165.0,), "dia": (112.0,)}),
        ("BP is 165 over 112 help", {"sys": (165.0,), "dia": (112.0,)}),
        ("165/112 and then 170/115", {"sys": (165.0, 170.0), "dia": (112.0, 115.0)}),
        ("temp 39", {"temp_c": (39.0,)}), ("fever of 38,5", {"temp_c": (38.5,)}),
        ("temperature 101F", {"temp_c": (38.33,)}), ("39 degrees", {"temp_c": (39.0,)}),
        ("sats 91", {"spo2": (91.0,)}), ("my oxygen is 91%", {"spo2": (91.0,)}),
        ("91% sats", {"spo2": (91.0,)}),
        ("sugar 14", {"glucose_mmol": (14.0,)}), ("blood sugar 250", {"glucose_mmol": (13.9,)}),
        ("sugar 250 mg/dl", {"glucose_mmol": (13.9,)}),
        ("sugar 48 mg dl", {"glucose_mmol": (2.7,)}),
        ("sugar 30", {"glucose_mmol": (30.0, 1.7)}), ("sugar of 2.8", {"glucose_mmol": (2.8,)}),
        ("ketones 3.1", {"ketones_mmol": (3.1,)}),
        ("pulse 135", {"hr": (135.0,)}), ("135 bpm", {"hr": (135.0,)}),
        ("breathing 28 times a minute", {"breaths_min": (28.0,)}),
        ("28 breaths", {"breaths_min": (28.0,)}),
        ("30 weeks", {}), ("the 11/04 2027", {}), ("due 11/04/2027", {}),
        ("temp 34 weeks 2", {}), ("sugar 2 hours after dinner", {}),
        ("breathing hard for 20 minutes", {}), ("breathing exercises week 30", {}),
        ("vitamin d 400", {}), ("sugar free 0", {}), ("1/2 a glass", {}), ("open 24/7", {}),
    ],
)  # fmt: skip
def test_a_reading_is_found_by_its_name_in_the_unit_of_the_rules(
    typed: str, found: dict[str, tuple[float, ...]]
) -> None:
    """39 C and 101 F = 38.33 C by the definition; 250 mg/dL / 18 = 13.9 mmol/L."""
    assert readings_in(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("is the baby ok my oxygen is 88", {"spo2": (88.0,)}),
        ("twins, and my oxygen is 88", {"spo2": (88.0,)}),
        ("my baby is kicking fine but my pulse is 140", {"hr": (140.0,)}),
        ("sats on my watch say 88", {"spo2": (88.0,)}),
        ("my oxygen on the finger thing reads 89", {"spo2": (89.0,)}),
        ("my pulse after 10 minutes rest is 135", {"hr": (135.0,)}),
        ("resting heart rate on my watch has been 135", {"hr": (135.0,)}),
        ("sugar two hours after dinner 14", {"glucose_mmol": (14.0,)}),
        ("sugar 2 hours after dinner 14", {"glucose_mmol": (14.0,)}),
        ("38.9 on the thermometer", {"temp_c": (38.9,)}), ("38.5\u00baC", {"temp_c": (38.5,)}),
        ("thermometer says 39", {"temp_c": (39.0,)}),
        ("bp 165 112", {"sys": (165.0,), "dia": (112.0,)}),
        ("bp 165-112", {"sys": (165.0,), "dia": (112.0,)}),
        ("systolic 170", {"sys": (170.0,)}), ("diastolic 112", {"dia": (112.0,)}),
        ("blood pressure 185", {"sys": (185.0,)}),
        ("bp of 175 this morning", {"sys": (175.0,)}),
    ],
)  # fmt: skip
def test_hers_are_heard_with_words_between_and_beside_a_baby(
    typed: str, found: dict[str, tuple[float, ...]]
) -> None:
    assert readings_in(typed) == found


@pytest.mark.parametrize(
    "typed",
    ["heart rate 150 at the scan", "fetal heart rate 150", "baby heart rate 150", "baby temp 39",
     "breathing exercise 30", "wash at 40 degrees", "weather 40 degrees outside", "bra 38 c",
     "holiday in 35 degrees heat", "34 f bra size", "how much sugar 25g a day",
     "baby bath temperature 37 degrees"],
)  # fmt: skip
def test_what_is_no_reading_of_hers_is_none(typed: str) -> None:
    assert readings_in(typed) == {}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("baby temp 36.8", (36.8,)),
        ("baby's temp is 37.8", (37.8,)),
        ("my temp 36.9", ()),
        ("newborn temperature 100.9", (38.28,)),
        ("baby fever 38.2", (38.2,)),
        ("baby bath temperature 37 degrees", ()),
    ],
)
def test_a_babys_temperature_is_told_from_hers(typed: str, found: tuple[float, ...]) -> None:
    assert baby_temperatures(typed) == found


@pytest.mark.parametrize(
    "typed",
    ["took 20 paracetamol", "took 30 sleeping tablets", "i have taken about 16 tylenol",
     "swallowed 10 pills", "took 30 tablets of paracetamol"],
)  # fmt: skip
def test_many_tablets_at_once_are_an_overdose(typed: str) -> None:
    assert is_overdose(typed)


@pytest.mark.parametrize(
    "typed",
    ["took 2 paracetamol", "took 20 mg citalopram tablets", "took the test at 12 weeks pills",
     "taken folic acid 400 mcg tablets", "20 paracetamol in the cupboard"],
)  # fmt: skip
def test_a_dose_or_a_number_of_something_else_is_none(typed: str) -> None:
    assert not is_overdose(typed)


@given(st.text(max_size=200))
def test_whatever_is_typed_every_reading_is_a_number_that_can_be(typed: str) -> None:
    for values in readings_in(typed).values():
        assert all(0 <= value <= 300 for value in values)
