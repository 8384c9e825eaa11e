"""The profile inside an export: its shape, each value of the right type, days made dates."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from amma_cli.domain.dating import METHODS
from amma_cli.domain.exchange import (
    HIGHEST_ID,
    ID,
    NotTaken,
    check_keys,
    check_schema,
    check_settings,
    check_values,
    day_of,
    is_number,
)

Reader = Callable[[Any, str], Any]
MOST_ROWS = 10_000  # datings of a pregnancy, pregnancies, appointments that were removed


def profile_values(record: Any, place: str, newest: int) -> dict[str, Any]:
    """Return a profile's record with dates for days. Raises domain.exchange.NotTaken.

    newest: the schema of a profile that is known.
    """
    if isinstance(record, dict):
        check_schema(record.get("schema"), place, newest)
    check_values(record, place)
    found = _read(record, place, TOP, ("schema", "pregnancy", "live", "undone", "dating"))
    numbers = [past["number"] for past in found.get("past", [])]
    if len(set(numbers)) < len(numbers) or any(n >= found["pregnancy"] for n in numbers):
        raise NotTaken(f"{place}, past,", "has numbers that do not count up to this one")
    if set(found["live"]) & set(found["undone"]):
        raise NotTaken(f"{place}, undone,", "names a dating that is in use")
    return found


def _read(record: Any, place: str, of: Mapping[str, Reader], needed: Any) -> dict[str, Any]:
    check_keys(record, place, of, needed)
    return {key: of[key](value, f"{place}, {key},") for key, value in record.items()}


def _whole(value: Any, place: str) -> int:
    if type(value) is not int or not 1 <= value <= HIGHEST_ID:
        raise NotTaken(place, "is no whole number from 1 on")
    return value


def _ids(value: Any, place: str) -> list[int]:
    if not isinstance(value, list):
        raise NotTaken(place, "is no list")
    ids = [_whole(item, place) for item in value]
    if len(set(ids)) < len(ids):
        raise NotTaken(place, "names one twice")
    return ids


def _yes_no(value: Any, place: str) -> bool:
    if type(value) is not bool:
        raise NotTaken(place, "is not true or false")
    return value


def _ended(value: Any, place: str) -> date | bool:
    return True if value is True else day_of(value, place)


def _settings(value: Any, place: str) -> Any:
    check_settings(value, place)
    return value


def _about(value: Any, place: str) -> Any:
    if not isinstance(value, dict):
        raise NotTaken(place, "is no table")
    for key, answer in value.items():
        if type(answer) is not bool and not (is_number(answer) and answer >= 0):
            raise NotTaken(f'{place} "{key}",', "is neither true nor false nor a number")
    return value


def _method(value: Any, place: str) -> str:
    if value not in METHODS:
        raise NotTaken(place, f"is none of {', '.join(METHODS)}")
    return str(value)


def _inputs(value: Any, place: str) -> Any:
    if not isinstance(value, dict) or not all(
        isinstance(item, str) or is_number(item) for item in value.values()
    ):
        raise NotTaken(place, "is no table of texts and numbers")
    return value


def _datings(value: Any, place: str) -> list[dict[str, Any]]:
    needed = ("id", "method", "on", "due", "inputs")
    return [_read(row, f"{place} number {n}", DATING, needed) for n, row in _rows(value, place)]


def _past(value: Any, place: str) -> list[dict[str, Any]]:
    needed = ("number", "on", "live", "dating")
    return [_read(row, f"{place} number {n}", PAST, needed) for n, row in _rows(value, place)]


def _rows(value: Any, place: str) -> list[tuple[int, Any]]:
    if not isinstance(value, list):
        raise NotTaken(place, "is no list")
    if len(value) > MOST_ROWS:
        raise NotTaken(place, f"holds more than {MOST_ROWS}")
    return list(enumerate(value, 1))


def _removed(value: Any, place: str) -> list[str]:
    names = [name for _, name in _rows(value, place)]
    if not all(isinstance(name, str) and ID.fullmatch(name) for name in names):
        raise NotTaken(place, "has an id that is not 12 characters of 0-9 and a-f")
    if len(set(names)) < len(names):
        raise NotTaken(place, "names one twice")
    return names


DATING: dict[str, Reader] = {
    "id": _whole, "method": _method, "on": day_of, "due": day_of, "replace": _yes_no,
    "inputs": _inputs,
}  # fmt: skip
PAST: dict[str, Reader] = {
    "number": _whole, "on": day_of, "live": _ids, "born": day_of, "ended": _ended,
    "hidden": _yes_no, "dating": _datings,
}  # fmt: skip
TOP: dict[str, Reader] = {
    "schema": _whole, "due": day_of, "pregnancy": _whole, "live": _ids, "undone": _ids,
    "born": day_of, "newborn": _yes_no, "ended": _ended, "hidden": _yes_no,
    "still_pregnant": day_of, "settings": _settings, "about": _about, "dating": _datings,
    "past": _past, "removed_appointments": _removed, "changes": _whole,
}  # fmt: skip
