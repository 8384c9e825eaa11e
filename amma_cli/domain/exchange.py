"""What an export may hold: every value is looked at before anything of it is taken over.

Rows and records are JSON values. What passes can be stored and shown: texts without control
characters, days of a calendar that is used, numbers that are numbers, times with their offset.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from amma_cli.domain.dates import YEARS
from amma_cli.domain.settings import CHOICES, PHONE_LONGEST, WIDTHS

DEEPEST = 16  # lists and tables inside one another; what amma writes has three
LARGEST_NUMBER = 1e15  # beyond it a number is no measurement, and a float is no whole number
FIRST, LAST = date(YEARS[0] - 2, 1, 1), date(YEARS[1] + 2, 12, 31)  # a due date follows a day
HIGHEST_ID = 1_000_000
ID = re.compile("[0-9a-f]{12}")  # of an entry
ENTRY_KEYS = ("schema", "id", "when", "kind", "data", "note", "pregnancy")
# What amma takes out of every text that it stores (the same as in view/characters.py, but that
# a line end may stay), and lone surrogates, which no file can hold.
HIDDEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
SETTING: dict[str, Callable[[Any], bool]] = {
    "country": lambda v: isinstance(v, str) and bool(re.fullmatch("[A-Z]{2}", v)),
    "units": lambda v: v in CHOICES["units"],
    "theme": lambda v: v in CHOICES["theme"],
    "width": lambda v: type(v) is int and WIDTHS[0] <= v <= WIDTHS[1],
    "calm": lambda v: v is True,
    "accessible": lambda v: v is True,
    "unit_phone": lambda v: isinstance(v, str) and 0 < len(v) <= PHONE_LONGEST,
}


class NotTaken(ValueError):
    """A value that is not taken over: where it stands, and why."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place} {why}")
        self.place = place
        self.why = why


def named(key: object) -> str:
    """Return a key of a foreign file as it may be shown."""
    return ascii(key)[:40]


def check_values(value: Any, place: str, depth: int = 0) -> None:
    """Raise NotTaken for a text, number or nesting that cannot be stored and shown."""
    inside = place.rstrip(",")
    if depth > DEEPEST:
        raise NotTaken(place, f"holds more than {DEEPEST} levels inside one another")
    if isinstance(value, str):
        found = HIDDEN.search(value)
        if found:
            raise NotTaken(place, f"holds a control character (U+{ord(found[0]):04X})")
    elif isinstance(value, dict):
        for key, inner in value.items():
            check_values(key, f"{inside}, a key of it,")
            check_values(inner, f"{inside}, {named(key)},", depth + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            check_values(inner, f"{inside}, number {number},", depth + 1)
    elif isinstance(value, int | float) and not is_number(value) and type(value) is not bool:
        raise NotTaken(place, "is no number that amma can use")


def is_number(value: Any) -> bool:
    """Whether a value is a number, finite and of a size that occurs."""
    if type(value) not in (int, float):
        return False
    return abs(value) <= LARGEST_NUMBER and math.isfinite(value)


def check_entry(row: Any, place: str, newest: int) -> None:
    """Raise NotTaken for what is no entry of a journal; `newest` is the schema that is known."""
    check_keys(row, place, ENTRY_KEYS, ENTRY_KEYS)
    check_schema(row["schema"], place, newest)
    check_values({key: value for key, value in row.items() if key != "schema"}, place)
    if not isinstance(row["id"], str) or not ID.fullmatch(row["id"]):
        raise NotTaken(place, "has an id that is not 12 characters of 0-9 and a-f")
    if not isinstance(row["kind"], str) or not re.fullmatch("[a-z][a-z0-9-]{0,39}", row["kind"]):
        raise NotTaken(place, "has a kind that is none")
    if not isinstance(row["note"], str):
        raise NotTaken(place, "has a note that is no text")
    if type(row["pregnancy"]) is not int or not 1 <= row["pregnancy"] <= HIGHEST_ID:
        raise NotTaken(place, 'has a "pregnancy" that is no number from 1 on')
    _check_when(row["when"], place)
    _check_data(row["data"], place)


def _check_when(typed: Any, place: str) -> None:
    """A time without its offset could not be sorted among the others."""
    try:
        when = datetime.fromisoformat(typed)
    except (TypeError, ValueError):
        raise NotTaken(place, 'has a "when" that is no time') from None
    if when.utcoffset() is None:
        raise NotTaken(place, 'has a "when" without its offset, as in 2026-11-28T08:30:00+01:00')
    if not FIRST <= when.date() <= LAST:
        raise NotTaken(place, f'has a "when" outside {FIRST.year} to {LAST.year}')


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _numbers(value: Any) -> bool:
    return isinstance(value, list) and all(is_number(item) for item in value)


# What rules, charts and lists read of an entry's data; other keys may hold anything.
DATA: dict[str, tuple[Callable[[Any], bool], str]] = {
    "values": (
        lambda v: isinstance(v, dict) and all(is_number(item) for item in v.values()),
        "is no table of numbers",
    ),
    **dict.fromkeys(("typed", "text", "summary"), (lambda v: isinstance(v, str), "is no text")),
    **dict.fromkeys(("mood", "sleep", "energy"), (lambda v: type(v) is int, "is no whole number")),
    **dict.fromkeys(("signs", "symptoms"), (_texts, "is no list of texts")),
    "presses": (_numbers, "is no list of numbers"),
    "seconds": (is_number, "is no number"),
    "mood_questions": (lambda v: type(v) is bool, "is not true or false"),
}


def _check_data(data: Any, place: str) -> None:
    if not isinstance(data, dict):
        raise NotTaken(place, 'has a "data" that is no table')
    for key, value in data.items():
        fits, why = DATA.get(key, (None, ""))
        if fits is not None and not fits(value):
            raise NotTaken(f'{place} data, "{key}",', why)


def check_keys(record: Any, place: str, known: Any, needed: Any) -> None:
    """Raise NotTaken for what is no table, has a key that is not known, or lacks a needed one."""
    if not isinstance(record, dict):
        raise NotTaken(place, "is no table")
    strange = [key for key in record if key not in known]
    if strange:
        raise NotTaken(place, f"has a key that amma does not know, {named(strange[0])}")
    missing = [key for key in needed if key not in record]
    if missing:
        raise NotTaken(place, f'has no "{missing[0]}"')


def check_schema(schema: Any, place: str, newest: int) -> None:
    """Raise NotTaken for what is no schema number, or a newer amma's."""
    if type(schema) is not int or schema < 1:
        raise NotTaken(place, "carries no schema number")
    if schema > newest:
        raise NotTaken(place, f"was written by a newer amma (this one reads schema {newest})")


def check_settings(table: Any, place: str) -> None:
    """Raise NotTaken for a setting that cannot be set; what is not set is left out of a file."""
    check_keys(table, place, SETTING, ())
    for key, value in table.items():
        if not SETTING[key](value):
            raise NotTaken(f'{place}, "{key}",', "cannot be set to that")


def day_of(value: Any, place: str) -> date:
    """Return the day of a text such as 2027-04-11. Raises NotTaken."""
    if not isinstance(value, str) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise NotTaken(place, "is no day such as 2027-04-11")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise NotTaken(place, "is no day of the calendar") from None
    if not FIRST <= day <= LAST:
        raise NotTaken(place, f"is outside {FIRST.year} to {LAST.year}")
    return day


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two tables hold the same, true and 1 told apart, whatever the order of keys."""
    import json

    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
