"""What is typed of a measurement -> its value, its unit, and whether it is worth asking again.

Stored as typed; the value beside it is in one unit (kg, mmHg, C, mmol/L) for rules and charts.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from amma_cli.domain.taken import taken

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
# From this number on a sugar without a unit may be in mg/dL, by the unit of the country: "mg",
# "mmol", or "" where none is known (27 mg/dL is 1.5 mmol/L, below 20 meters show no number).
# From 36 on it is in mg/dL.
MAYBE_MG = {"mg": 10, "": 20, "mmol": 27}
SURELY_MG = 36
JUMP_KG = 10.0  # from the last weight, within four weeks


class Measured(NamedTuple):
    """A measurement: kind, as typed, values by field, and "" or a sentence on what looks odd.

    taken: whether the numbers were taken out of other words, so that she is told how.
    """

    kind: str
    typed: str
    values: dict[str, float]
    doubt: str = ""
    taken: bool = False


class NotRead(ValueError):
    """What was typed is no measurement of that kind; says which forms there are."""


class TwoReadings(NotRead):
    """A number without a unit that can be meant in two units; `readings` by the unit."""

    def __init__(self, said: str, readings: dict[str, Measured]) -> None:
        super().__init__(said)
        self.readings = readings


def read_weight(typed: str, units: str = "") -> Measured:
    """Read "68.2kg", "150 lb", "10st 7lb" or, with units known, a bare number.

    units: "kg" or "lb" for a number without one; "" refuses it. Raises NotRead.
    """
    kg, loose = _kg(typed, units), ""
    if kg is None:
        loose = _weight_in(typed)
        kg = _kg(loose, units)
    if kg is None:
        raise NotRead("A weight is typed as 68.2kg, 150lb or 10st 7lb.")
    doubt = _odd("kg", kg, f"{kg:g} kg")
    return Measured("weight", typed.strip(), {"kg": kg}, doubt, taken=bool(loose))


def _kg(typed: str, units: str) -> float | None:
    """Return the kilograms of a weight with nothing around it, None for what is none."""
    text = typed.strip().lower().replace(",", ".")
    stones = re.fullmatch(r"(\d{1,2})\s*st(?:ones?)?(?:\s*(\d{1,2}(?:\.\d)?)\s*(?:lbs?)?)?", text)
    one = re.fullmatch(NUMBER + r"\s*(kg|kilos?|lbs?|pounds?)?", text)
    if stones:
        pounds = int(stones[1]) * LB_A_STONE + float(stones[2] or 0)
        return round(pounds * LB_A_KG, 2)
    if one is None:
        return None
    unit = one[2] or units
    if not unit:
        raise NotRead("A weight needs its unit: 68.2kg, 150lb or 10st 7lb.")
    return round(float(one[1]) * (1 if unit.startswith("k") else LB_A_KG), 2)


def _weight_in(typed: str) -> str:
    """Return the number and unit of a weight with other words around them, "" for none or two."""
    found = taken("weight", typed)
    if found is None or len(found.numbers) not in (1, 2):
        return ""
    said = [word for part in found.words[1:] for word in part if word.isalpha()]
    stones = [word for word in said if word.startswith("st")]
    pounds = [word for word in said if word in ("lb", "lbs", "pound", "pounds")]
    kilos = [word for word in said if word.startswith(("kg", "kilo"))]
    if len(found.numbers) == 2:
        # The stones stand between the numbers, pounds after them if anywhere.
        fits = not kilos and found.words[1] and found.words[1][0] in stones
        return "{}st {}lb".format(*found.numbers) if fits else ""
    units = [unit for unit, words in (("st", stones), ("lb", pounds), ("kg", kilos)) if words]
    return found.numbers[0] + "".join(units) if len(units) <= 1 else ""


def is_bare(typed: str) -> bool:
    """Return whether a weight or sugar was typed without any unit."""
    return not re.search(r"kg|kilo|lb|pound|\d\s*st|mg|mmol", typed.lower())


def read_pressure(typed: str) -> Measured:
    """Read "118/76", also "118/76/80" whose third number is the pulse. Raises NotRead."""
    found = re.fullmatch(r"(\d{2,3})\s*(?:/|over|-)\s*(\d{2,3})", typed.strip().lower())
    numbers = found.groups() if found else _pressure_in(typed)
    if not numbers:
        raise NotRead("Blood pressure is typed as 118/76, the higher number first.")
    values: dict[str, float] = dict(zip(("sys", "dia", "hr"), map(int, numbers), strict=False))
    high, low = values["sys"], values["dia"]
    if high <= low:
        doubt = "The first number is usually the higher one."
    else:
        doubt = _odd("sys", high, f"{high:g}", " as the first number")
        doubt = doubt or _odd("dia", low, f"{low:g}", " as the second number")
    if "hr" in values:
        doubt = doubt or _odd("hr", values["hr"], f"{values['hr']:g}", " as a pulse")
    return Measured("blood-pressure", typed.strip(), values, doubt, taken=not found)


# What may stand between the two numbers of a pressure, and what between it and a pulse.
BETWEEN = frozenset("/ over on - \u2013 , : ; | dia diastolic bottom lower mmhg mm hg".split())
LOWER = frozenset(("dia", "diastolic", "bottom", "lower"))
PULSES = frozenset("pulse hr heart heartbeat rate".split())


def _pressure_in(typed: str) -> tuple[str, ...]:
    """Return two numbers, or three with the pulse, that stand among other words; () for none."""
    found = taken("bp", typed, also="pulse")
    if found is None or len(found.numbers) not in (2, 3):
        return ()
    if any("." in number or len(number) not in (2, 3) for number in found.numbers):
        return ()
    before, between, *after = found.words
    pulse = PULSES.intersection(word for part in after for word in part)
    if not BETWEEN.issuperset(between) or LOWER.intersection(before) or PULSES & set(before):
        return ()
    if len(found.numbers) == 2:
        return () if pulse or "bpm" in found.said else found.numbers
    slashed = after[0] == ("/",) and not pulse
    return found.numbers if slashed or PULSES.intersection(after[0]) else ()


def read_temperature(typed: str, units: str = "") -> Measured:
    """Read "37.2", "37.2C", "99 F"; a bare number from 90 on is Fahrenheit. Raises NotRead."""
    found = re.fullmatch(NUMBER + r"\s*(?:°|deg(?:rees)?)?\s*([cf])?", typed.strip().lower())
    if not found:
        return _temperature_in(typed, units)
    value = float(found[1].replace(",", "."))
    fahrenheit = (found[2] or units or ("f" if value >= 90 else "c")) == "f"
    celsius = round((value - 32) * 5 / 9, 2) if fahrenheit else value
    return Measured("temperature", typed.strip(), {"temp_c": celsius},
                    _odd("temp_c", celsius, f"{celsius:.1f} C"))  # fmt: skip


def _temperature_in(typed: str, units: str) -> Measured:
    number = _one_number("temp", typed)
    found = taken("temp", typed)
    said = found.said if found and number else frozenset()
    scales = {
        scale
        for scale, words in (("c", ("c", "celsius", "centigrade")), ("f", ("f", "fahrenheit")))
        if said.intersection(words)
    }
    if not number or len(scales) > 1:
        raise NotRead("A temperature is typed as 37.2 or 99F.")
    read = read_temperature(number + "".join(scales), units)
    return read._replace(typed=typed.strip(), taken=True)


def read_glucose(typed: str, when: str = "", units: str = "mmol") -> Measured:
    """Read "5.1" (mmol/L) or "92 mg/dl"; a bare number from 36 on is mg/dL.

    when: "fasting", "1h" or "2h" after a meal, "" at any time. units: "mg" or "mmol" as the
    country has it, "" where that is not known. Raises NotRead, TwoReadings for a bare number
    that can be in either unit.
    """
    text = typed.strip().lower().replace(" ", "")
    found = re.fullmatch(NUMBER + r"(mmol(?:/l)?|mg(?:/dl)?)?", text)
    if when not in MEALS or not found:
        return _glucose_in(typed, when, units)
    value = float(found[1].replace(",", "."))
    unit = found[2] or ("mg" if value >= SURELY_MG else "mmol")
    if not found[2] and MAYBE_MG[units] <= value < SURELY_MG:
        number = found[1].replace(",", ".")
        both = {u: read_glucose(number + u, when) for u in ("mmol/L", "mg/dL")}
        kept = {u: m._replace(typed=typed.strip(), taken=True) for u, m in both.items()}
        raise TwoReadings("A blood sugar needs its unit here: mmol/L or mg/dL.", kept)
    # To one decimal, as meters show it and as the limits are written: 95 mg/dL is 5.3 mmol/L.
    mmol = round(value / MG_DL_A_MMOL, 1) if unit.startswith("mg") else value
    values = {"glucose_mmol": mmol}
    if MEALS[when]:
        values[MEALS[when]] = mmol
    doubt = _odd("glucose_mmol", mmol, f"{mmol:g} mmol/L")
    return Measured("glucose", typed.strip(), values, doubt)


def _glucose_in(typed: str, when: str, units: str) -> Measured:
    number, found = _one_number("glucose", typed), taken("glucose", typed)
    said = found.said if found and number else frozenset()
    unit = {u for u in ("mmol", "mg") if said.intersection((u, u + "s"))}
    fasting = bool(said.intersection(("fasting", "fasted")))
    lost = bool(said.intersection(("l", "dl"))) and not unit
    if not number or len(unit) > 1 or lost or when not in MEALS or (fasting and "h" in when):
        raise NotRead("Blood sugar is typed as 5.1 (mmol/L) or 92mg/dl, with fasting, 1h or 2h.")
    try:
        read = read_glucose(number + "".join(unit), "fasting" if fasting else when, units)
    except TwoReadings as error:
        kept = {u: m._replace(typed=typed.strip(), taken=True) for u, m in error.readings.items()}
        raise TwoReadings(str(error), kept) from None
    return read._replace(typed=typed.strip(), taken=True)


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
    number = found[1] if found else _one_number(kind, typed)
    if not number:
        raise NotRead(f"{kind.capitalize()} is typed as a number ({unit}).")
    value = float(number.replace(",", "."))
    doubt = _odd(field, value, f"{value:g} {unit}")
    return Measured(kind, typed.strip(), {field: value}, doubt, taken=not found)


def _one_number(kind: str, typed: str) -> str:
    """Return the one number that stands among other words, "" where there is none or another."""
    found = taken(kind, typed)
    if found is None or len(found.numbers) != 1 or not re.fullmatch(NUMBER, found.numbers[0]):
        return ""
    return found.numbers[0]


def _odd(field: str, value: float, words: str, where: str = "") -> str:
    low, high = PLAUSIBLE[field]
    return "" if low <= value <= high else f"{words} is rare{where}."


def weight_beside(typed: str, read: Measured, last: Sequence[float]) -> Measured:
    """Return a weight as read, with a doubt where it is far from the last one.

    last: the weight before it within four weeks, where there is one. Raises TwoReadings for a
    bare number that fits the last weight in the other unit alone.
    """
    if not last or not is_bare(typed) or abs(read.values["kg"] - last[-1]) <= JUMP_KG:
        return read
    both = {u: read_weight(_bare_number(typed) + u) for u in ("kg", "lb")}
    kept = {u: m._replace(typed=read.typed, taken=True) for u, m in both.items()}
    other = next(m for m in kept.values() if m.values != read.values)
    if abs(other.values["kg"] - last[-1]) <= JUMP_KG:
        raise TwoReadings(
            f"The last weight was {last[-1]:.1f} kg, so the unit may be another: kg or lb.", kept
        )
    return read._replace(doubt=read.doubt or f"The last weight was {last[-1]:.1f} kg.")


def _bare_number(typed: str) -> str:
    found = re.search(r"\d+(?:[.,]\d+)?", typed)
    return found[0] if found else ""
