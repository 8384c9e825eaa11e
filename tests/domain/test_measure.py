"""What is typed of a measurement is read as it was meant, and what looks like a slip is asked."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.measure import (
    Measured,
    NotRead,
    read_glucose,
    read_plain,
    read_pressure,
    read_temperature,
    read_weight,
)

# Exact by definition: one pound is 0.45359237 kg (1959), a stone 14 pounds.
POUND = Fraction(45359237, 100_000_000)


def close(found: float, exact: Fraction, within: Fraction) -> bool:
    return abs(Fraction(found) - exact) <= within + Fraction(1, 10**9)


# Weight: kilograms of what was typed, from tables of the National Institute of Standards.


@pytest.mark.parametrize(
    ("typed", "units", "kg"),
    [
        ("68.2kg", "", 68.2),
        ("68,2 kg", "", 68.2),
        (" 68.25 KG ", "", 68.25),
        ("68 kilos", "", 68.0),
        ("68kilo", "", 68.0),
        ("150lb", "", 68.04),
        ("150 lbs", "", 68.04),
        ("150 pounds", "", 68.04),
        ("150pound", "", 68.04),
        ("10st 7lb", "", 66.68),
        ("10st7", "", 66.68),
        ("10 stone 7 lbs", "", 66.68),
        ("10stones", "", 63.5),
        ("10st 7.5lb", "", 66.9),
        ("9 st", "lb", 57.15),
        ("68.2", "kg", 68.2),
        ("150", "lb", 68.04),
        ("68.2kg", "lb", 68.2),
        ("150lb", "kg", 68.04),
    ],
)
def test_every_form_of_a_weight(typed: str, units: str, kg: float) -> None:
    assert read_weight(typed, units) == Measured("weight", typed.strip(), {"kg": kg}, "")


@pytest.mark.parametrize(
    "typed",
    ["", "kg", "heavy", "68.2", "68.222kg", "1500lb", "-68kg", "68.2 g", "10st 7lb 2oz",
     "10st -7lb", "6 8kg", "68kg 2", "1e2kg", "nan kg", "100st"],
)  # fmt: skip
def test_what_is_no_weight_is_refused_with_the_forms(typed: str) -> None:
    with pytest.raises(NotRead) as refused:
        read_weight(typed)
    needs = "needs its unit:" if typed == "68.2" else "is typed as"
    assert str(refused.value) == f"A weight {needs} 68.2kg, 150lb or 10st 7lb."


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("34.99kg", "34.99 kg is rare."), ("35kg", ""), ("220kg", ""),
        ("220.01kg", "220.01 kg is rare."), ("600lb", "272.16 kg is rare."),
        ("6kg", "6 kg is rare."), ("77lb", "34.93 kg is rare."), ("78lb", ""),
    ],
)  # fmt: skip
def test_a_weight_that_looks_like_a_slip_says_how_it_was_read(typed: str, doubt: str) -> None:
    assert read_weight(typed).doubt == doubt


@given(st.integers(0, 99), st.integers(0, 139))
def test_stones_and_pounds_are_the_pounds_that_they_are(stones: int, tenths: int) -> None:
    pounds = stones * 14 + Fraction(tenths, 10)
    read = read_weight(f"{stones}st {tenths // 10}.{tenths % 10}lb")
    assert close(read.values["kg"], pounds * POUND, Fraction(1, 200))


@given(st.integers(0, 99_999), st.sampled_from(["kg", "lb"]))
def test_a_weight_of_two_decimals_comes_back(hundredths: int, unit: str) -> None:
    read = read_weight(f"{hundredths // 100}.{hundredths % 100:02d}{unit}")
    exact = Fraction(hundredths, 100) * (POUND if unit == "lb" else 1)
    assert close(read.values["kg"], exact, Fraction(1, 200))
    assert bool(read.doubt) is not (35 <= read.values["kg"] <= 220)


# Blood pressure


@pytest.mark.parametrize("typed", ["118/76", " 118 / 76 ", "118 over 76", "118over76", "118-76",
                                   "118 OVER 76"])  # fmt: skip
def test_every_form_of_a_pressure(typed: str) -> None:
    assert read_pressure(typed) == Measured(
        "blood-pressure", typed.strip(), {"sys": 118, "dia": 76}, ""
    )


@pytest.mark.parametrize("typed", ["", "118", "118/", "/76", "1180/76", "118/7", "8/76",
                                   "118.5/76", "a/b", "118/76/5", "118/76 50"])  # fmt: skip
def test_what_is_no_pressure_is_refused_with_the_form(typed: str) -> None:
    with pytest.raises(
        NotRead, match=r"^Blood pressure is typed as 118/76, the higher number first\.$"
    ):
        read_pressure(typed)


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("70/35", ""), ("69/40", "69 is rare as the first number."), ("220/140", ""),
        ("221/90", "221 is rare as the first number."),
        ("120/34", "34 is rare as the second number."),
        ("150/141", "141 is rare as the second number."),
        ("76/118", "The first number is usually the higher one."),
        ("90/90", "The first number is usually the higher one."),
        ("230/150", "230 is rare as the first number."), ("118/76/34", "34 is rare as a pulse."),
        ("118/76/35", ""), ("118/76/220", ""), ("118/76/221", "221 is rare as a pulse."),
    ],
)  # fmt: skip
def test_a_pressure_that_looks_like_a_slip_names_the_odd_number(typed: str, doubt: str) -> None:
    assert read_pressure(typed).doubt == doubt


@given(st.integers(10, 999), st.integers(10, 999))
def test_a_pressure_keeps_both_numbers_in_their_order(high: int, low: int) -> None:
    read = read_pressure(f"{high}/{low}")
    assert read.values == {"sys": high, "dia": low}
    assert bool(read.doubt) is not (low < high and 70 <= high <= 220 and 35 <= low <= 140)


# Temperature: 100.4 F is 38.0 C, 96.8 F is 36.0 C (safety evidence, [temperature]).


@pytest.mark.parametrize(
    ("typed", "units", "celsius"),
    [
        ("37.2", "", 37.2), ("37,2", "", 37.2), ("37.2C", "", 37.2), ("37.2 °C", "", 37.2),
        ("37 degrees", "", 37.0), ("37.2 deg c", "", 37.2), ("36.65", "", 36.65),
        ("100.4F", "", 38.0), ("100.4 f", "", 38.0), ("100.4°F", "", 38.0), ("100.4", "", 38.0),
        ("98.6", "", 37.0), ("96.8F", "", 36.0), ("99.5F", "", 37.5), ("104F", "", 40.0),
        ("90", "", 32.22), ("89.9", "", 89.9), ("89F", "", 31.67), ("95", "c", 95.0),
        ("38", "f", 3.33), ("38C", "f", 38.0),
    ],
)  # fmt: skip
def test_every_form_of_a_temperature(typed: str, units: str, celsius: float) -> None:
    read = read_temperature(typed, units)
    assert units or read_temperature(typed) == read
    assert (read.kind, read.typed, read.values) == ("temperature", typed, {"temp_c": celsius})


@pytest.mark.parametrize("typed", ["", "hot", "37.2K", "-37", "37.222", "1000", "37.2 C F", "C"])
def test_what_is_no_temperature_is_refused_with_the_forms(typed: str) -> None:
    with pytest.raises(NotRead, match=r"^A temperature is typed as 37\.2 or 99F\.$"):
        read_temperature(typed)


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [("34", ""), ("33.9", "33.9 C is rare."), ("42", ""), ("42.1", "42.1 C is rare."),
     ("93.2F", ""), ("93F", "33.9 C is rare."), ("107.6F", ""), ("108F", "42.2 C is rare."),
     ("72", "72.0 C is rare.")],
)  # fmt: skip
def test_a_temperature_that_looks_like_a_slip_is_said_in_celsius(typed: str, doubt: str) -> None:
    assert read_temperature(typed).doubt == doubt


@given(st.integers(900, 1150))
def test_fahrenheit_is_celsius_and_lies_on_the_same_side_of_the_limits(tenths: int) -> None:
    exact = (Fraction(tenths, 10) - 32) * 5 / 9
    found = read_temperature(f"{tenths // 10}.{tenths % 10}F").values["temp_c"]
    assert close(found, exact, Fraction(1, 200))
    for limit in (36.0, 37.5, 38.0):
        assert (found >= limit) is (exact >= Fraction(limit))


# Blood sugar: mg/dL is mmol/L times 18; 95, 140, 115, 200, 70, 54 are 5.3, 7.8, 6.4, 11.1, 3.9, 3.0
# (safety evidence, [glucose]).


@pytest.mark.parametrize(
    ("typed", "mmol"),
    [
        ("5.1", 5.1), ("5,1 mmol", 5.1), ("5.1 mmol/L", 5.1), ("5.12mmol/l", 5.12), ("26.9", 26.9),
        ("95", 5.3), ("95 mg/dL", 5.3), ("95mg", 5.3), ("94mg/dl", 5.2), ("140mg/dl", 7.8),
        ("139mg/dl", 7.7), ("115mg/dl", 6.4), ("114mg/dl", 6.3), ("200mg/dl", 11.1),
        ("70mg/dl", 3.9), ("54mg/dl", 3.0), ("53mg/dl", 2.9), ("36", 2.0), ("30 mg/dl", 1.7),
        ("36 mmol/l", 36.0),
    ],
)  # fmt: skip
def test_every_form_of_a_sugar(typed: str, mmol: float) -> None:
    read = read_glucose(typed)
    assert (read.kind, read.typed, read.values) == ("glucose", typed, {"glucose_mmol": mmol})


@pytest.mark.parametrize(
    ("when", "field"),
    [("fasting", "fasting_mmol"), ("1h", "one_hour_mmol"), ("2h", "two_hour_mmol")],
)
def test_a_sugar_counts_for_its_meal_as_well(when: str, field: str) -> None:
    assert read_glucose("6.4", when).values == {"glucose_mmol": 6.4, field: 6.4}


@pytest.mark.parametrize(
    ("typed", "when"),
    [("", ""), ("sweet", ""), ("5.1 g/l", ""), ("1000", ""), ("5.123", ""), ("-5", ""),
     ("5.1", "3h"), ("5.1", "Fasting")],
)  # fmt: skip
def test_what_is_no_sugar_is_refused_with_the_forms(typed: str, when: str) -> None:
    with pytest.raises(NotRead) as refused:
        read_glucose(typed, when)
    forms = "Blood sugar is typed as 5.1 (mmol/L) or 92mg/dl, with fasting, 1h or 2h."
    assert str(refused.value) == forms


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [("1.5", ""), ("1.4", "1.4 mmol/L is rare."), ("30mmol", ""),
     ("30.1mmol", "30.1 mmol/L is rare."), ("540", ""), ("600", "33.3 mmol/L is rare."),
     ("27mg/dl", "")],
)  # fmt: skip
def test_a_sugar_that_looks_like_a_slip_is_said_in_mmol(typed: str, doubt: str) -> None:
    assert read_glucose(typed).doubt == doubt


@given(st.integers(36, 600))
def test_milligrams_are_eighteen_to_a_millimole_and_no_limit_is_missed(milligrams: int) -> None:
    found = read_glucose(f"{milligrams}mg/dl").values["glucose_mmol"]
    assert read_glucose(str(milligrams)).values["glucose_mmol"] == found
    assert close(found, Fraction(milligrams, 18), Fraction(1, 20))
    for high, limit in ((95, 5.3), (140, 7.8), (115, 6.4), (200, 11.1)):
        assert found >= limit or milligrams < high
    for low, limit in ((70, 3.9), (54, 3.0)):
        assert (found < limit) is (milligrams < low)


# What has one unit


@pytest.mark.parametrize(
    ("kind", "typed", "field", "value"),
    [
        ("pulse", "84", "hr", 84.0), ("pulse", "84 bpm", "hr", 84.0),
        ("pulse", "84BPM", "hr", 84.0),
        ("ketones", "0.6", "ketones_mmol", 0.6), ("ketones", "0,6 mmol/L", "ketones_mmol", 0.6),
        ("ketones", "1.5mmol", "ketones_mmol", 1.5), ("breaths", "16", "breaths_min", 16.0),
        ("breaths", "16/min", "breaths_min", 16.0), ("oxygen", "98", "spo2", 98.0),
        ("oxygen", " 98 % ", "spo2", 98.0),
    ],
)  # fmt: skip
def test_every_form_of_a_plain_number(kind: str, typed: str, field: str, value: float) -> None:
    assert read_plain(kind, typed) == Measured(kind, typed.strip(), {field: value}, "")


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("pulse", "fast", r"Pulse is typed as a number \(beats a minute\)"),
        ("pulse", "98%", r"Pulse is typed as a number \(beats a minute\)"),
        ("pulse", "", r"Pulse is typed"), ("pulse", "8 4", r"Pulse is typed"),
        ("ketones", "1.5 bpm", r"Ketones is typed as a number \(mmol/L\)"),
        ("breaths", "-1", r"Breaths is typed as a number \(breaths a minute\)"),
        ("oxygen", "84 bpm", r"Oxygen is typed as a number \(%\)"),
        ("oxygen", "9800", r"Oxygen is typed as a number \(%\)"),
    ],
)  # fmt: skip
def test_another_unit_or_no_number_is_refused_by_name(kind: str, typed: str, said: str) -> None:
    with pytest.raises(NotRead, match=said):
        read_plain(kind, typed)


@pytest.mark.parametrize(
    ("kind", "inside", "outside", "doubt"),
    [
        ("pulse", ("35", "220"), ("34", "221"), "34 beats a minute"),
        ("ketones", ("0", "10"), ("10.01", "11"), "10.01 mmol/L"),
        ("breaths", ("6", "60"), ("5", "61"), "5 breaths a minute"),
        ("oxygen", ("60", "100"), ("59", "101"), "59 %"),
    ],
)
def test_a_plain_number_that_looks_like_a_slip_is_said_with_its_unit(
    kind: str, inside: tuple[str, ...], outside: tuple[str, ...], doubt: str
) -> None:
    assert [read_plain(kind, typed).doubt for typed in inside] == ["", ""]
    assert read_plain(kind, outside[0]).doubt == f"{doubt} is rare."
    assert read_plain(kind, outside[1]).doubt


@given(st.text(max_size=20))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    readers: list[Callable[[], Measured]] = [
        lambda: read_weight(typed, "kg"), lambda: read_pressure(typed),
        lambda: read_temperature(typed), lambda: read_glucose(typed),
        lambda: read_plain("pulse", typed),
    ]  # fmt: skip
    for read in readers:
        try:
            found = read()
        except NotRead:
            continue
        assert found.typed == typed.strip()
        assert found.values
