"""What is typed of a measurement -> its value, its unit, and whether it is worth asking again.

Stored as typed; the value beside it is in one unit (kg, mmHg, C, mmol/L) for rules and charts.
"""

import re
from typing import NamedTuple

LB_A_KG = 0.45359237  # exact, international yard and pound agreement 1959
LB_A_STONE = 14
MG_DL_A_MMOL = 18.0  # glucose, as the rules convert it (safety evidence, [glucose].unit)
NUMBER = r"(\d{1,3}(?:[.,]\d{1,2})?)"

# What is asked again before it is stored: outside these a slip of the finger is likelier than
# the value. They are no limits of health, and what she confirms is stored as typed.
PLAUSIBLE = {
    "kg": (35.0, 220.0),
    "sys": (70, 220),
    "dia": (35, 140),
    "temp_c": (34.0, 42.0),
    "hr": (35, 220),
    "glucose_mmol": (1.5, 30.0),
    "ketones_mmol": (0.0, 10.0),
    "breaths_min": (6, 60),
    "spo2": (60, 100),
}


class Measured(NamedTuple):
    """A measurement: kind, as typed, values by field, and "" or what looks odd about it."""

    kind: str
    typed: str
    values: dict[str, float]
    doubt: str = ""


class NotRead(ValueError):
    """What was typed is no measurement of that kind; says which forms there are."""


def read_weight(typed: str, units: str = "") -> Measured:
    """Read "68.2kg", "150 lb", "10st 7lb" or, with units known, a bare number.

    units: "kg" or "lb" for a number without one; "" refuses it. Raises NotRead.
    """
    text = typed.strip().lower().replace(",", ".")
    stones = re.fullmatch(r"(\d{1,2})\s*st(?:ones?)?(?:\s*(\d{1,2}(?:\.\d)?)\s*(?:lbs?)?)?", text)
    one = re.fullmatch(NUMBER + r"\s*(kg|kilos?|lbs?|pounds?)?", text)
    if stones:
        pounds = int(stones[1]) * LB_A_STONE + float(stones[2] or 0)
        kg = pounds * LB_A_KG
    elif one:
        unit = one[2] or units
        if not unit:
            raise NotRead("A weight needs its unit: 68.2kg, 150lb or 10st 7lb.")
        kg = float(one[1]) * (1 if unit.startswith("k") else LB_A_KG)
    else:
        raise NotRead("A weight is typed as 68.2kg, 150lb or 10st 7lb.")
    kg = round(kg, 2)
    return Measured("weight", typed.strip(), {"kg": kg}, _odd("kg", kg, f"{kg:g} kg"))


def read_pressure(typed: str) -> Measured:
    """Read "118/76". Raises NotRead."""
    found = re.fullmatch(r"(\d{2,3})\s*(?:/|over|-)\s*(\d{2,3})", typed.strip().lower())
    if not found:
        raise NotRead("Blood pressure is typed as 118/76, the higher number first.")
    high, low = int(found[1]), int(found[2])
    if high <= low:
        doubt = f"the first number ({high}) is usually the higher one"
    else:
        doubt = _odd("sys", high, str(high)) or _odd("dia", low, str(low))
    return Measured("blood-pressure", typed.strip(), {"sys": high, "dia": low}, doubt)


def read_temperature(typed: str, units: str = "") -> Measured:
    """Read "37.2", "37.2C", "99 F"; a bare number from 90 on is Fahrenheit. Raises NotRead."""
    found = re.fullmatch(NUMBER + r"\s*(?:°|deg(?:rees)?)?\s*([cf])?", typed.strip().lower())
    if not found:
        raise NotRead("A temperature is typed as 37.2 or 99F.")
    value = float(found[1].replace(",", "."))
    fahrenheit = (found[2] or units or ("f" if value >= 90 else "c")) == "f"
    celsius = round((value - 32) * 5 / 9, 2) if fahrenheit else value
    return Measured("temperature", typed.strip(), {"temp_c": celsius},
                    _odd("temp_c", celsius, f"{celsius:.1f} C"))  # fmt: skip


def read_glucose(typed: str, when: str = "") -> Measured:
    """Read "5.1" (mmol/L) or "92 mg/dl"; a bare number from 36 on is mg/dL. Raises NotRead.

    when: "fasting", "1h" or "2h" after a meal, "" at any time.
    """
    text = typed.strip().lower().replace(" ", "")
    found = re.fullmatch(NUMBER + r"(mmol(?:/l)?|mg(?:/dl)?)?", text)
    if not found or when not in MEALS:
        raise NotRead("Blood sugar is typed as 5.1 (mmol/L) or 92mg/dl, with fasting, 1h or 2h.")
    value = float(found[1].replace(",", "."))
    milligrams = found[2].startswith("mg") if found[2] else value >= 36
    # To one decimal, as meters show it and as the limits are written: 95 mg/dL is 5.3 mmol/L.
    mmol = round(value / MG_DL_A_MMOL, 1) if milligrams else value
    values = {"glucose_mmol": mmol}
    if MEALS[when]:
        values[MEALS[when]] = mmol
    return Measured(
        "glucose", typed.strip(), values, _odd("glucose_mmol", mmol, f"{mmol:g} mmol/L")
    )


MEALS = {"": "", "fasting": "fasting_mmol", "1h": "one_hour_mmol", "2h": "two_hour_mmol"}
PLAIN = {
    "pulse": ("hr", "beats a minute", "bpm"),
    "ketones": ("ketones_mmol", "mmol/L", "mmol(?:/l)?"),
    "breaths": ("breaths_min", "breaths a minute", "/min"),
    "oxygen": ("spo2", "%", "%"),
}


def read_plain(kind: str, typed: str) -> Measured:
    """Read a number of pulse, ketones, breaths or oxygen, which have one unit. Raises NotRead."""
    field, unit, written = PLAIN[kind]
    found = re.fullmatch(NUMBER + rf"\s*(?:{written})?", typed.strip().lower())
    if not found:
        raise NotRead(f"{kind.capitalize()} is typed as a number ({unit}).")
    value = float(found[1].replace(",", "."))
    return Measured(kind, typed.strip(), {field: value}, _odd(field, value, f"{value:g} {unit}"))


def _odd(field: str, value: float, words: str) -> str:
    low, high = PLAUSIBLE[field]
    return "" if low <= value <= high else words
