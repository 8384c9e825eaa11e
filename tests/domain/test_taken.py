"""A reading with something around it reads as without, or is left unread; never as another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.logged import MEASURED, read_measured
from amma_cli.domain.measure import (
    JUMP_KG,
    Measured,
    NotRead,
    TwoReadings,
    read_glucose,
    read_plain,
    read_pressure,
    read_temperature,
    read_weight,
    weight_beside,
)
from amma_cli.domain.taken import NAMES, OTHER_UNITS, TURNS, UNITS, glimpses

# One reading of each kind that is in no doubt, and one that needs a call.
PLAIN = {
    "weight": ["72kg", "11st 4lb"], "bp": ["118/76", "170/115"], "temp": ["37.2", "101F", "39C"],
    "pulse": ["84", "132"], "glucose": ["5.1", "240 mg/dl", "14 mmol/L"], "ketones": ["0.6", "3.1"],
    "oxygen": ["98", "91"], "breaths": ["16", "26"],
}  # fmt: skip
BEFORE = ("", " ", "it is ", "it was ", "my ", "about ", "today ", ": ", "(", "= ", "- ", "now: ")
AFTER = (
    "",
    ".",
    "!",
    " left arm",
    " just now",
    ", sitting",
    " (again)",
    " after a rest",
    "?",
    " ok",
)


def read(kind: str, typed: str) -> Measured:
    return read_measured(kind, typed, "kg")


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("165/112mmHg", (165, 112)), ("170/115 left arm", (170, 115)), ("BP: 170/115", (170, 115)),
        ("170,115", (170, 115)), ("170 115", (170, 115)), ("170 over 115.", (170, 115)),
        ("120 over 80", (120, 80)), ("170/115 mm Hg L", (170, 115)), ("118//76", (118, 76)),
        ("BP - 170/115", (170, 115)), ("sys 170, dia 115", (170, 115)), ("170 / 115.", (170, 115)),
        ("it was 170/115 just now", (170, 115)), ("170/115/80", (170, 115, 80)),
        ("170/115, pulse 80", (170, 115, 80)), ("170/115 HR 80 bpm", (170, 115, 80)),
        ("118/76/50", (118, 76, 50)), ("170:115", (170, 115)),
    ],
)  # fmt: skip
def test_a_pressure_is_taken_out_of_what_stands_around_it(
    typed: str, values: tuple[int, ...]
) -> None:
    found = read_pressure(typed)
    assert tuple(found.values.values()) == values
    assert tuple(found.values) == ("sys", "dia", "hr")[: len(values)]


@pytest.mark.parametrize(
    "typed",
    [
        "bp 170 pulse 115", "170/115 80", "dia 115 sys 170", "pulse 80 170/115", "22/15 kPa",
        "not 170/115", "170/115 yesterday", "170/115 or 150/90", "35 weeks 170/115", "170/115 8:30",
        "170 then 115", "-170/115", "BP -170/115", "<170/115", "170+/115", "170/115 pulse",
        "170.5/115", "1700/115", "170/1150", "170/115/8", "170\\115", "170/115 bpm",
        "usually 118/76", "118/76 " + "x" * 80, "pulse 170/115/80",
    ],
)  # fmt: skip
def test_a_pressure_that_may_mean_another_thing_is_left_unread(typed: str) -> None:
    with pytest.raises(NotRead):
        read_pressure(typed)


@pytest.mark.parametrize(
    ("typed", "celsius"),
    [("fever 39", 39.0), ("39 celsius", 39.0), ("38,5", 38.5), ("101F", 38.33), ("38.1C", 38.1),
     ("102 fahrenheit", 38.89), ("T 38.5.", 38.5), ("38.1 \u00baC", 38.1), ("101\u00baF", 38.33),
     ("fever of 102", 38.89), ("temp=39", 39.0), ("up to 39.4", 39.4),
     ("temp: 37,2 degrees C.", 37.2)],
)  # fmt: skip
def test_a_temperature_is_taken_out_of_what_stands_around_it(typed: str, celsius: float) -> None:
    assert read_temperature(typed).values == {"temp_c": celsius}


@pytest.mark.parametrize(
    "typed", ["over 38", "under 36", "38 and a half", "38 to 39", "temp -37", "sugar 39",
              "38C 101F",
              "pulse 39", "38 kg", "39 mmhg", "38.555 now", "38 or so", "fever", "39 c f now"]
)  # fmt: skip
def test_a_temperature_that_may_mean_another_thing_is_left_unread(typed: str) -> None:
    with pytest.raises(NotRead):
        read_temperature(typed)


@pytest.mark.parametrize(
    ("typed", "when", "values"),
    [
        ("sugar 14", "", {"glucose_mmol": 14.0}), ("BG: 240 mg/dl", "", {"glucose_mmol": 13.3}),
        ("5.9 fasting", "", {"glucose_mmol": 5.9, "fasting_mmol": 5.9}),
        ("fasting 5,9", "fasting", {"glucose_mmol": 5.9, "fasting_mmol": 5.9}),
        ("8.1 after lunch", "1h", {"glucose_mmol": 8.1, "one_hour_mmol": 8.1}),
        ("30 mgs", "", {"glucose_mmol": 1.7}), ("14.2 mmol per l", "", {"glucose_mmol": 14.2}),
    ],
)  # fmt: skip
def test_a_sugar_is_taken_out_with_its_unit_and_its_meal(
    typed: str, when: str, values: dict[str, float]
) -> None:
    assert read_glucose(typed, when).values == values


@pytest.mark.parametrize(
    ("typed", "when"),
    [("fasting 5.9", "1h"), ("fasting 5.9", "2h"), ("5.1 l", ""), ("5.1 mg mmol", ""),
     ("5.1 after 2 hours", ""), ("under 3.9", ""), ("ketones 1.5", "")],
)  # fmt: skip
def test_a_sugar_that_contradicts_itself_is_left_unread(typed: str, when: str) -> None:
    with pytest.raises(NotRead):
        read_glucose(typed, when)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [("oxygen", "sats 91", 91), ("oxygen", "91 %", 91), ("oxygen", "SpO2 91%", 91),
     ("oxygen", "o2: 91", 91), ("oxygen", "91 percent", 91), ("oxygen", "sats dropped to 88", 88),
     ("pulse", "heart rate 132", 132), ("pulse", "132 beats per minute", 132),
     ("breaths", "26 per minute", 26), ("ketones", "ketones 1,6", 1.6)],
)  # fmt: skip
def test_a_plain_number_is_taken_out_of_what_stands_around_it(
    kind: str, typed: str, value: float
) -> None:
    found = read_plain(kind, typed)
    assert list(found.values.values()) == [value]


@pytest.mark.parametrize(
    ("kind", "typed"),
    [("oxygen", "84 bpm"), ("oxygen", "pulse 91"), ("pulse", "98%"), ("pulse", "sats 98"),
     ("oxygen", "sats 91 pulse 110"), ("breaths", "26 bpm"), ("pulse", "84 x"), ("pulse", "1/2"),
     ("pulse", "84\u00bd")],
)  # fmt: skip
def test_the_number_of_another_measurement_is_left_unread(kind: str, typed: str) -> None:
    with pytest.raises(NotRead):
        read_plain(kind, typed)


@pytest.mark.parametrize(
    ("typed", "kg"),
    [("11 st 4", 71.67), ("72,5kg", 72.5), ("weight 72.5", 72.5), ("about 158 lbs", 71.67),
     ("11 stone and 4 pounds", 71.67), ("11 stone!", 69.85), ("72.5 kilograms", 72.5)],
)  # fmt: skip
def test_a_weight_is_taken_out_of_what_stands_around_it(typed: str, kg: float) -> None:
    assert read_weight(typed, "kg").values == {"kg": kg}


@pytest.mark.parametrize(
    "typed", ["72 kg 158 lb", "gained 2 kg", "72 kg lb", "158 lb 4 oz", "5 st kg 4", "72 or 73 kg"]
)  # fmt: skip
def test_a_weight_with_two_readings_is_left_unread(typed: str) -> None:
    with pytest.raises(NotRead):
        read_weight(typed, "kg")


@given(
    st.sampled_from([(kind, typed) for kind, many in PLAIN.items() for typed in many]),
    st.sampled_from(BEFORE), st.sampled_from(AFTER),
)  # fmt: skip
def test_every_reading_with_noise_around_it_reads_the_same_as_without(
    what: tuple[str, str], before: str, after: str
) -> None:
    kind, typed = what
    plain = read(kind, typed)
    found = read(kind, f"{before}{typed}{after}")
    assert (found.kind, found.values, found.doubt) == (plain.kind, plain.values, plain.doubt)
    assert found.typed == f"{before}{typed}{after}".strip()
    assert found.taken or found.typed == typed


@given(
    st.sampled_from([(kind, typed) for kind, many in PLAIN.items() for typed in many]),
    st.sampled_from(sorted(TURNS)),
)
def test_no_word_that_turns_the_meaning_is_read_over(what: tuple[str, str], word: str) -> None:
    kind, typed = what
    for text in (f"{word} {typed}", f"{typed} {word}"):
        with pytest.raises(NotRead):
            read(kind, text)


@given(
    st.sampled_from([(kind, typed) for kind, many in PLAIN.items() for typed in many]),
    st.sampled_from(sorted(MEASURED)), st.booleans(),
)  # fmt: skip
def test_the_name_or_unit_of_another_measurement_is_never_read_over(
    what: tuple[str, str], other: str, unit: bool
) -> None:
    kind, typed = what
    own = UNITS[kind] | NAMES[kind]
    also = UNITS["pulse"] | NAMES["pulse"] if kind == "bp" else frozenset()
    for word in sorted((UNITS[other] if unit else NAMES[other]) - own - also):
        with pytest.raises(NotRead):
            read(kind, f"{typed} {word}")


@pytest.mark.parametrize("kind", sorted(MEASURED))
def test_a_unit_that_no_measurement_here_has_is_never_read_over(kind: str) -> None:
    for word in sorted(OTHER_UNITS - NAMES[kind] - NAMES["pulse"]):
        with pytest.raises(NotRead):
            read(kind, f"{PLAIN[kind][0]} {word}")


@given(st.sampled_from(sorted(MEASURED)), st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused_with_its_form(kind: str, typed: str) -> None:
    try:
        found = read(kind, typed)
    except TwoReadings as two:
        found = two.readings["mmol/L"]
    except NotRead as error:
        said = str(error)
        assert "typed as" in said
        return
    assert found.values


# A number without a unit that two units can have.


@pytest.mark.parametrize(
    ("units", "asked", "read_as"),
    [
        ("mg", ["10", "14", "30", "35.9"], {"9.9": 9.9, "5.1": 5.1, "36": 2.0, "95": 5.3}),
        ("", ["20", "30", "35.9"], {"19.9": 19.9, "14": 14.0, "36": 2.0}),
        ("mmol", ["27", "30", "35"], {"26.9": 26.9, "14": 14.0, "36": 2.0, "240": 13.3}),
    ],
)
def test_a_bare_sugar_is_asked_where_both_units_can_have_it(
    units: str, asked: list[str], read_as: dict[str, float]
) -> None:
    for typed in asked:
        with pytest.raises(TwoReadings) as two:
            read_glucose(typed, "1h", units)
        mmol, mg = two.value.readings["mmol/L"], two.value.readings["mg/dL"]
        assert mmol.values["one_hour_mmol"] == float(typed)
        assert mg.values["glucose_mmol"] == round(float(typed) / 18, 1)
        assert {m.typed for m in (mmol, mg)} == {typed}
        assert mmol.taken
        assert mg.taken
    for typed, found in read_as.items():
        assert read_glucose(typed, "", units).values == {"glucose_mmol": found}


def test_a_sugar_among_words_is_asked_as_it_was_typed() -> None:
    with pytest.raises(TwoReadings) as two:
        read_glucose("sugar 30 fasting", "", "mg")
    assert [m.typed for m in two.value.readings.values()] == ["sugar 30 fasting"] * 2
    assert all("fasting_mmol" in m.values for m in two.value.readings.values())


@pytest.mark.parametrize("units", ["mg", "", "mmol"])
@given(st.integers(1, 400))
def test_a_unit_that_is_typed_always_wins(units: str, number: int) -> None:
    assert read_glucose(f"{number} mmol/L", "", units).values["glucose_mmol"] == number
    assert read_glucose(f"{number} mg/dL", "", units).values["glucose_mmol"] == round(
        number / 18, 1
    )


def beside(typed: str, last: float, units: str = "kg") -> Measured:
    return weight_beside(typed, read_weight(typed, units), [last])


@pytest.mark.parametrize(
    ("typed", "last", "units"),
    [("158", 72.0, "kg"), ("72", 71.7, "lb"), ("weight 158", 72.0, "kg"), ("200", 80.72, "kg")],
)
def test_a_bare_weight_that_fits_the_last_in_the_other_unit_is_asked(
    typed: str, last: float, units: str
) -> None:
    with pytest.raises(TwoReadings) as two:
        beside(typed, last, units)
    kg, lb = two.value.readings["kg"], two.value.readings["lb"]
    assert kg.values["kg"] > 2 * lb.values["kg"]
    assert {m.typed for m in (kg, lb)} == {typed}


def test_a_bare_weight_just_ten_kilograms_from_the_last_in_the_other_unit_is_asked() -> None:
    with pytest.raises(TwoReadings):
        beside("100", 55.36)  # 100 lb are 45.36 kg
    assert beside("100", 55.37).doubt == "The last weight was 55.4 kg."


def test_a_weight_near_the_last_or_with_its_unit_or_without_a_last_is_not_asked() -> None:
    assert beside("82", 72.0).doubt == ""
    assert beside("82.1", 72.0).doubt == "The last weight was 72.0 kg."
    assert beside("61.9", 72.0).doubt == "The last weight was 72.0 kg."
    assert beside("62", 72.0).doubt == ""
    for typed in ("158kg", "348lb", "24st 12"):
        assert beside(typed, 72.0).doubt == ""
    assert weight_beside("158", read_weight("158", "kg"), []).doubt == ""
    assert JUMP_KG == 10


@pytest.mark.parametrize(
    ("kind", "typed", "seen"),
    [
        ("bp", "170/115 yesterday", ["170/115"]),
        ("bp", "118/76, 170 over 115", ["118/76", "170/115"]),
        ("bp", "170 115", []), ("bp", "1700/115", []), ("bp", "170/115.5", []), ("bp", "none", []),
        ("temp", "38 to 39", ["38", "39"]), ("temp", "not 38,5", ["38.5"]),
        ("temp", "102 or so", ["102"]),
        ("temp", "33.9 34 42 42.1 93.9 94 108 108.1 or", ["34", "42", "94", "108"]),
        ("temp", "sugar 39 or", []), ("temp", "39 kg", []), ("temp", "2026-11-39", []),
        ("temp", "39:10", []), ("oxygen", "91 or 92", []), ("weight", "72 or 73", []),
        ("bp", "170/115 " * 9, ["170/115"] * 4),
    ],
)  # fmt: skip
def test_what_stands_in_an_unread_reading_is_seen_for_its_call(
    kind: str, typed: str, seen: list[str]
) -> None:
    assert glimpses(kind, typed) == seen
