"""What can be logged: its kinds, how each is typed, and how it is said again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from amma_cli.domain.checkin import SCALES
from amma_cli.domain.dates import format_date
from amma_cli.domain.measure import (
    LB_A_KG,
    MG_DL_A_MMOL,
    Measured,
    read_glucose,
    read_plain,
    read_pressure,
    read_temperature,
    read_weight,
)

# Kind as typed -> kind as stored. Texts are kept as they are; sessions come from the trackers.
MEASURED = {
    "weight": "weight", "bp": "blood-pressure", "temp": "temperature", "pulse": "pulse",
    "glucose": "glucose", "ketones": "ketones", "oxygen": "oxygen", "breaths": "breaths",
}  # fmt: skip
WRITTEN = {
    "symptom": "symptom", "medicine": "medicine", "appointment": "appointment",
    "question": "question", "note": "note", "read": "read",
}  # fmt: skip
KINDS = {**MEASURED, **WRITTEN}
STORED = frozenset((*KINDS.values(), "checkin", "kicks", "contractions"))
# What people call a kind -> the kind as it is typed.
ALIASES = {
    "weigh": "weight", "body weight": "weight", "blood pressure": "bp", "pressure": "bp",
    "temperature": "temp", "fever": "temp", "body temperature": "temp", "heart rate": "pulse",
    "heartrate": "pulse", "heartbeat": "pulse", "hr": "pulse", "pulse rate": "pulse",
    "blood sugar": "glucose", "sugar": "glucose", "blood glucose": "glucose", "bg": "glucose",
    "ketone": "ketones", "oxygen saturation": "oxygen", "saturation": "oxygen", "sats": "oxygen",
    "spo2": "oxygen", "o2": "oxygen", "blood oxygen": "oxygen", "breath": "breaths",
    "breathing": "breaths", "breathing rate": "breaths", "respiratory rate": "breaths",
    "medication": "medicine", "visit": "appointment", "symptoms": "symptom",
}  # fmt: skip
LONGEST_ALIAS = 2  # words
# What the rules call a reading that is typed as NAME=VALUE -> how its value is read.
FIELDS = {
    "temp_c": "temp", "hr": "pulse", "spo2": "oxygen", "breaths_min": "breaths",
    "glucose_mmol": "glucose", "ketones_mmol": "ketones",
}  # fmt: skip


def kind_of(words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the kind that words begin with, under any of its names, and the words after it.

    The kind is "" where they begin with none.
    """
    for many in range(min(LONGEST_ALIAS, len(words)), 0, -1):
        name = " ".join(" ".join(words[:many]).lower().replace("-", " ").split()).strip(":")
        name = ALIASES.get(name, name)
        if name in KINDS:
            return name, list(words[many:])
    return "", list(words)


def near_kinds(word: str) -> list[str]:
    """Return the kinds whose names are spelled like a word, each once."""
    import difflib

    names = {**{kind: kind for kind in KINDS}, **ALIASES}
    found = difflib.get_close_matches(word[:30].lower(), names, 3, 0.6)
    return list(dict.fromkeys(names[name] for name in found))


def read_measured(
    kind: str, typed: str, units: str, meal: str = "", sugar: str = "mmol"
) -> Measured:
    """Read a measurement as typed after its kind. Raises NotRead, TwoReadings.

    units: "kg" or "lb" for a weight without a unit, "" where it must be typed. sugar: "mg" or
    "mmol" for a blood sugar without one, "" where the country is not known.
    """
    if kind == "weight":
        return read_weight(typed, units)
    if kind == "bp":
        return read_pressure(typed)
    if kind == "temp":
        return read_temperature(typed)
    if kind == "glucose":
        return read_glucose(typed, meal, sugar)
    return read_plain(kind, typed)


def units_of(country: str) -> tuple[str, str]:
    """Return the units of a weight and of a blood sugar that are typed without one."""
    return ("lb", "mg") if country == "US" else ("kg", "mmol" if country else "")


class Line(NamedTuple):
    """An entry as it is listed: its kind in words, what it says."""

    kind: str
    words: str


NAMES = {
    "weight": "Weight", "blood-pressure": "Blood pressure", "temperature": "Temperature",
    "pulse": "Pulse", "glucose": "Blood sugar", "ketones": "Ketones", "oxygen": "Oxygen",
    "breaths": "Breaths", "symptom": "Symptom", "medicine": "Medicine taken",
    "appointment": "Appointment", "question": "Question", "note": "Note", "read": "Read",
    "checkin": "Check-in", "kicks": "Movements", "contractions": "Contractions",
}  # fmt: skip


def line_of(kind: str, data: dict[str, Any], note: str, units: str) -> Line:
    """Return an entry in words; units: "metric" or "both"."""
    values = data.get("values")
    words = value_words(kind, values, units) if isinstance(values, dict) else ""
    text = str(data.get("text", ""))
    if kind in ("kicks", "contractions"):
        words = str(data.get("summary", ""))
    if kind == "checkin":
        words = checkin_words(data)
    said = "; ".join(part for part in (words, text, note) if part)
    return Line(NAMES.get(kind, kind.capitalize()), said)


def value_words(kind: str, values: dict[str, float], units: str) -> str:
    """Return a measurement in words, converted from what is stored."""
    try:
        if kind == "weight":
            return weight_words(values["kg"], units)
        if kind == "blood-pressure":
            beside = f", pulse {values['hr']:g}" if "hr" in values else ""
            return f"{values['sys']:g}/{values['dia']:g} mmHg{beside}"
        if kind == "temperature":
            return temperature_words(values["temp_c"], units)
        if kind == "glucose":
            return glucose_words(values, units)
        field, unit = {
            "pulse": ("hr", " a minute"), "ketones": ("ketones_mmol", " mmol/L"),
            "oxygen": ("spo2", "%"), "breaths": ("breaths_min", " a minute"),
        }[kind]  # fmt: skip
        return f"{values[field]:g}{unit}"
    except (KeyError, TypeError, ValueError):
        return ""


def said_words(measured: Measured, units: str) -> str:
    """Return a measurement as typed; as it was read beside it, where it stood in other words."""
    if not measured.taken:
        return measured.typed
    read = value_words(measured.kind, measured.values, units)
    return f"{measured.typed}, read as {read}"


def weight_words(kg: float, units: str) -> str:
    """Return a person's weight: kg, and pounds beside them for "both"."""
    return f"{kg:.1f} kg" + (f" ({kg / LB_A_KG:.1f} lb)" if units == "both" else "")


def temperature_words(celsius: float, units: str) -> str:
    """Return a temperature: Celsius, and Fahrenheit beside it for "both"."""
    return f"{celsius:.1f} C" + (f" ({celsius * 9 / 5 + 32:.1f} F)" if units == "both" else "")


def glucose_words(values: dict[str, float], units: str) -> str:
    """Return a blood sugar with when it was measured."""
    mmol = values["glucose_mmol"]
    when = {"fasting_mmol": " fasting", "one_hour_mmol": " after 1 hour",
            "two_hour_mmol": " after 2 hours"}  # fmt: skip
    meal = next((words for field, words in when.items() if field in values), "")
    beside = f" ({round(mmol * MG_DL_A_MMOL)} mg/dL)" if units == "both" else ""
    return f"{mmol:.1f} mmol/L{beside}{meal}"


def checkin_words(data: dict[str, Any]) -> str:
    """Return what a check-in holds in words."""
    parts = [f"{key} {data[key]} of 5" for key in SCALES if key in data]
    for key, lead in (("signs", "signs"), ("symptoms", "symptoms")):
        if data.get(key):
            parts.append(f"{lead}: {', '.join(str(value) for value in data[key])}")
    return ", ".join(parts)


def when_words(when: datetime) -> str:
    """Return a local time in words: 28 November 2026, 08:30."""
    return f"{format_date(when.date())}, {when:%H:%M}"
