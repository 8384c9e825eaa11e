"""Warning signs, readings, combinations and windows of library.db -> the rules of the domain."""

import json
from typing import Any, NamedTuple

from amma_cli.domain.age import Age, parse_age
from amma_cli.domain.safety import Combination, Condition, MeasureRule, Rules, Say, SignRule
from amma_cli.domain.week import Window
from amma_cli.domain.worry import Worry
from amma_cli.library.shelf import Shelf, damage_said


@damage_said
def read_rules(shelf: Shelf) -> Rules:
    """Return every rule of the library. Raises errors.LibraryDamaged."""
    signs = shelf.rows("SELECT record FROM sign ORDER BY ord")
    return Rules(
        tuple(_sign(json.loads(record)) for (record,) in signs),
        tuple(_measure(record) for record in _records(shelf, "measure")),
        tuple(_combination(record) for record in _records(shelf, "combination")),
        tuple((row["measure"], row["sign"]) for row in _records(shelf, "implies")),
        shelf.meta("always"),
    )


def _records(shelf: Shelf, kind: str) -> list[dict[str, Any]]:
    rows = shelf.rows("SELECT record FROM rule WHERE kind = ? ORDER BY ord", kind)
    return [json.loads(record) for (record,) in rows]


def _say(row: dict[str, Any]) -> Say:
    first, last = row["weeks"]
    return Say(
        row["level"], (first, last), row["say"], row.get("after_loss", ""), tuple(row["sources"])
    )  # fmt: skip


def _sign(row: dict[str, Any]) -> SignRule:
    return SignRule(
        row["key"], row["label"], row["ask"], row["who"], row.get("later", ""), _say(row),
        row.get("after_loss_ask", ""), row.get("after_loss_label", ""),
    )  # fmt: skip


def _measure(row: dict[str, Any]) -> MeasureRule:
    when = row["when"]
    return MeasureRule(
        row["key"], row["measure"], _conditions(when.get("all", [])),
        _conditions(when.get("any", [])), _say(row),
    )  # fmt: skip


def _conditions(rows: list[dict[str, Any]]) -> tuple[Condition, ...]:
    return tuple(Condition(row["field"], row["op"], float(row["value"])) for row in rows)


def _combination(row: dict[str, Any]) -> Combination:
    def keys(name: str) -> frozenset[str]:
        return frozenset(row.get(name, ()))

    return Combination(
        row["key"], keys("all_signs"), keys("any_signs"), row.get("min_any_signs", 0),
        keys("all_measures"), keys("any_measures"), keys("flags"), _say(row),
    )  # fmt: skip


@damage_said
def read_levels(shelf: Shelf) -> dict[str, dict[str, str]]:
    """Return what each level of the warning signs says: say, and after_loss where it differs."""
    found: dict[str, dict[str, str]] = json.loads(shelf.meta("levels"))
    return found


@damage_said
def read_who(shelf: Shelf) -> dict[str, str]:
    """Return what may apply to a person: key -> a sentence that says so."""
    found: dict[str, str] = json.loads(shelf.meta("who"))
    return found


@damage_said
def read_windows(shelf: Shelf) -> tuple[Window, ...]:
    """Return the windows of tests and vaccines of every place, in the order written."""
    rows = shelf.rows(
        "SELECT key, place, title, only, first, last, say, keys FROM care_window ORDER BY ord"
    )
    return tuple(
        Window(key, place, title, only, _age(first), _age(last), say, tuple(json.loads(keys)))
        for key, place, title, only, first, last, say, keys in rows
    )


def _age(written: str) -> Age | None:
    return parse_age(written) if written else None


@damage_said
def read_worries(shelf: Shelf) -> tuple[Worry, ...]:
    """Return what people type for each warning sign."""
    rows: dict[str, list[str]] = json.loads(shelf.meta("worries"))
    return tuple(
        Worry(key, _phrases(said), _phrases(weak), frozenset(but.split()), read)
        for key, (read, said, weak, but) in rows.items()
    )


def _phrases(written: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in written.splitlines())


class Symptom(NamedTuple):
    """An everyday complaint of a check-in; `sign` is what a tick counts as, or ""."""

    key: str
    label: str
    weeks: tuple[int, int]
    article: str
    sign: str


@damage_said
def read_symptoms(shelf: Shelf) -> tuple[Symptom, ...]:
    """Return the everyday complaints that a check-in offers."""
    rows: dict[str, dict[str, Any]] = json.loads(shelf.meta("symptoms"))
    return tuple(
        Symptom(key, row["label"], (row["weeks"][0], row["weeks"][1]), row["article"],
                row.get("sign", ""))
        for key, row in rows.items()
    )  # fmt: skip
