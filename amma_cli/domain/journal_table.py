"""The journal as one table: a row an entry, every value in a column of its own."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from amma_cli.domain.logged import NAMES

Cell = str | int | float

# Values with their unit in the name of the column: as stored -> as headed.
VALUES = {
    "kg": "weight_kg", "sys": "pressure_upper_mmhg", "dia": "pressure_lower_mmhg",
    "temp_c": "temperature_c", "hr": "pulse_per_minute", "glucose_mmol": "glucose_mmol_l",
    "fasting_mmol": "glucose_fasting_mmol_l", "one_hour_mmol": "glucose_after_1_hour_mmol_l",
    "two_hour_mmol": "glucose_after_2_hours_mmol_l", "ketones_mmol": "ketones_mmol_l",
    "spo2": "oxygen_percent", "breaths_min": "breaths_per_minute",
}  # fmt: skip
SCORES = {"mood": "mood_1_to_5", "sleep": "sleep_1_to_5", "energy": "energy_1_to_5"}
LISTS = ("signs", "symptoms")
TEXTS = ("text", "typed", "summary")
SESSION = {"seconds": "session_seconds", "presses": "session_presses_seconds"}
FIRST = ("id", "when", "date", "time", "kind", "name", "number")
HEAD = (
    *FIRST, *VALUES.values(), *SCORES.values(), *LISTS, *TEXTS, *SESSION.values(), "note", "other",
)  # fmt: skip


class Recorded(NamedTuple):
    """An entry of the journal, as stored; `pregnancy` is the number that it belongs to."""

    id: str
    when: str
    kind: str
    data: dict[str, Any]
    note: str
    pregnancy: int


def table_of(entries: Iterable[Recorded]) -> tuple[Sequence[str], list[list[Cell]]]:
    """Return the head and the rows; what has no column of its own is JSON under "other"."""
    return HEAD, [_row(entry) for entry in entries]


def _row(entry: Recorded) -> list[Cell]:
    rest = dict(entry.data)
    values = rest.pop("values", {})
    measured = dict(values) if isinstance(values, dict) else {"values": values}
    cells: list[Cell] = [
        entry.id, entry.when, entry.when[:10], entry.when[11:16], entry.kind,
        NAMES.get(entry.kind, entry.kind), entry.pregnancy,
    ]  # fmt: skip
    cells += [_cell(measured.pop(field, "")) for field in VALUES]
    cells += [_cell(rest.pop(field, "")) for field in SCORES]
    cells += [_listed(rest.pop(field, [])) for field in LISTS]
    cells += [_cell(rest.pop(field, "")) for field in TEXTS]
    cells += [_cell(rest.pop("seconds", "")), _listed(rest.pop("presses", []))]
    other = rest | ({"values": measured} if measured else {})
    words = json.dumps(other, ensure_ascii=False, sort_keys=True) if other else ""
    return [*cells, entry.note, words]


def _cell(value: Any) -> Cell:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return value
    return json.dumps(value, ensure_ascii=False)


def _listed(value: Any) -> str:
    if not isinstance(value, list):
        return str(_cell(value))
    return "; ".join(str(_cell(item)) for item in value)
