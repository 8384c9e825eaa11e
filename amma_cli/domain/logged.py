"""What can be logged: its kinds, how each is typed, and how it is said again."""

import re
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from amma_cli.domain.checkin import SCALES
from amma_cli.domain.dates import format_date, parse_date
from amma_cli.domain.measure import (
    LB_A_KG,
    MG_DL_A_MMOL,
    Measured,
    NotRead,
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
OFFSET_FORMS = "2026-11-28 08:30, 08:30, yesterday 21:15 or 2026-11-28"
# A time, never a part of a date with dots (28.11.2026).
CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})[:.](\d{2})(?![\d.:])\s*(am|pm)?")
ISO_T = re.compile(r"(?<=\d)t(?=\d)")  # between a day and its time


def read_measured(kind: str, typed: str, units: str, meal: str = "") -> Measured:
    """Read a measurement as typed after its kind. Raises NotRead.

    units: "kg" or "lb" for a weight without a unit, "" where it must be typed.
    """
    if kind == "weight":
        return read_weight(typed, units)
    if kind == "bp":
        return read_pressure(typed)
    if kind == "temp":
        return read_temperature(typed)
    if kind == "glucose":
        return read_glucose(typed, meal)
    return read_plain(kind, typed)


def read_at(typed: str, now: datetime, region: str | None) -> datetime:
    """Return the local time that was typed after --at.

    Raises NotRead for what is no time, errors.Usage for a date that is none.
    """
    text = " ".join(ISO_T.sub(" ", typed.lower()).split())
    clock = CLOCK.search(text)
    time = now.time().replace(second=0, microsecond=0)
    if clock:
        time = _clock(clock, time)
        text = (text[: clock.start()] + text[clock.end() :]).strip(" ,")
    if text in ("", "today", "now"):
        day = now.date()
    elif text == "yesterday":
        day = now.date() - timedelta(days=1)
    else:
        day = parse_date(text, region=region, name="--at").date
    return datetime.combine(day, time, now.tzinfo)


def _clock(found: "re.Match[str]", time: Any) -> Any:
    hour, minute = int(found[1]), int(found[2])
    if found[3] and not 1 <= hour <= 12:
        raise NotRead(f"A time is typed as {OFFSET_FORMS}.")
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    if hour > 23 or minute > 59:
        raise NotRead(f"A time is typed as {OFFSET_FORMS}.")
    return time.replace(hour=hour, minute=minute)


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
            return f"{values['sys']:g}/{values['dia']:g} mmHg"
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
