"""The rules that the program judges by are those of the evidence, field by field."""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from amma_cli.domain.safety import LEVELS, Combination, MeasureRule, Rules, Say, SignRule
from amma_cli.errors import LibraryDamaged
from amma_cli.library.rulebook import read_levels, read_rules, read_symptoms, read_who
from amma_cli.library.shelf import Shelf
from tests.domain.evidence import CONTENT, DATA, table

EVIDENCE = table(DATA / "safety_evidence.toml")
ADDED = {row["key"] for row in table(DATA / "safety_added.toml")["sign"]}
WORDS = table(CONTENT / "en" / "words.toml")
SYMPTOMS = table(CONTENT / "en" / "symptoms.toml")


@pytest.fixture(scope="session")
def rules(real_shelf: Shelf) -> Rules:
    return read_rules(real_shelf)


def said(say: Say) -> dict[str, Any]:
    return {"level": say.level, "weeks": list(say.weeks)}


def conditions(rows: list[dict[str, Any]]) -> list[tuple[str, str, float]]:
    return [(row["field"], row["op"], float(row["value"])) for row in rows]


def test_every_sign_of_the_evidence_is_read_with_its_level_and_weeks(rules: Rules) -> None:
    found = {rule.key: rule for rule in rules.signs}
    assert set(found) == {row["key"] for row in EVIDENCE["sign"]} | ADDED
    assert len(found) == len(rules.signs)
    for row in EVIDENCE["sign"]:
        rule = found[row["key"]]
        assert said(rule.rule) == {"level": row["level"], "weeks": row["weeks"]}, row["key"]
        assert rule.who == row["who"]


def test_every_measure_of_the_evidence_is_read_with_its_conditions(rules: Rules) -> None:
    found: dict[str, MeasureRule] = {rule.key: rule for rule in rules.measures}
    assert set(found) == {row["key"] for row in EVIDENCE["measure"]}
    for row in EVIDENCE["measure"]:
        rule = found[row["key"]]
        assert said(rule.rule) == {"level": row["level"], "weeks": row["weeks"]}, row["key"]
        assert rule.measure == row["measure"]
        assert [tuple(c) for c in rule.every] == conditions(row["when"].get("all", []))
        assert [tuple(c) for c in rule.either] == conditions(row["when"].get("any", []))
        assert rule.every or rule.either, "a rule without conditions would always fire"


def test_every_combination_of_the_evidence_is_read_with_all_its_parts(rules: Rules) -> None:
    found: dict[str, Combination] = {rule.key: rule for rule in rules.combinations}
    assert set(found) == {row["key"] for row in EVIDENCE["combination"]}
    for row in EVIDENCE["combination"]:
        rule = found[row["key"]]
        assert said(rule.rule) == {"level": row["level"], "weeks": row["weeks"]}, row["key"]
        for name in ("all_signs", "any_signs", "all_measures", "any_measures", "flags"):
            assert getattr(rule, name) == frozenset(row.get(name, ())), (row["key"], name)
        assert rule.least == row.get("min_any_signs", 0)


def test_what_means_the_same_is_read_in_pairs(rules: Rules) -> None:
    pairs = [(row["measure"], row["sign"]) for row in EVIDENCE["implies"]]
    assert list(rules.implies) == pairs


def test_every_rule_says_something_with_a_source_and_refers_to_what_there_is(
    rules: Rules,
) -> None:
    signs = {rule.key for rule in rules.signs}
    many: tuple[Sequence[SignRule | MeasureRule | Combination], ...] = (
        rules.signs, rules.measures, rules.combinations,
    )  # fmt: skip
    every = [rule for kind in many for rule in kind]
    assert [rule.key for rule in every if not rule.rule.say or not rule.rule.sources] == []
    assert {rule.later for rule in rules.signs if rule.later} <= signs
    assert all(rule.label and rule.ask for rule in rules.signs)
    assert "{unit}" in rules.always
    assert "{emergency}" in rules.always


def test_the_levels_are_those_of_the_domain_each_with_its_sentence(real_shelf: Shelf) -> None:
    levels = read_levels(real_shelf)
    assert set(levels) == set(LEVELS)
    assert all(level["say"] for level in levels.values())
    assert "not mean that all is well" in levels["none"]["say"]


def test_what_may_apply_is_the_vocabulary_of_the_words(real_shelf: Shelf, rules: Rules) -> None:
    who = read_who(real_shelf)
    assert set(who) == set(WORDS["who"])
    assert all(who.values())
    assert {flag for rule in rules.combinations for flag in rule.flags} <= set(who)


def test_the_complaints_of_a_check_in_are_read_in_order_and_count_as_signs_to_mention(
    real_shelf: Shelf, rules: Rules
) -> None:
    found = read_symptoms(real_shelf)
    assert [s.key for s in found] == list(SYMPTOMS)
    levels = {rule.key: rule.rule.level for rule in rules.signs}
    for symptom in found:
        row = SYMPTOMS[symptom.key]
        assert (symptom.label, list(symptom.weeks), symptom.article, symptom.sign) == (
            row["label"], row["weeks"], row["article"], row.get("sign", ""),
        )  # fmt: skip
        assert not symptom.sign or levels[symptom.sign] == "mention"


def broken(library: Path, folder: Path, change: str) -> Shelf:
    copy = folder / "library.db"
    copy.write_bytes(library.read_bytes())
    with sqlite3.connect(copy) as db:
        db.execute(change)
    db.close()
    return Shelf(copy)


def test_a_rule_without_its_fields_is_a_damaged_library(real_library: Path, tmp_path: Path) -> None:
    change = "UPDATE rule SET record = '{}' WHERE kind = 'measure'"
    with pytest.raises(LibraryDamaged):
        read_rules(broken(real_library, tmp_path, change))


@pytest.mark.parametrize("record", ["no json", json.dumps([1])])
def test_a_sign_that_cannot_be_read_is_a_damaged_library(
    real_library: Path, tmp_path: Path, record: str
) -> None:
    with pytest.raises(LibraryDamaged):
        read_rules(broken(real_library, tmp_path, f"UPDATE sign SET record = '{record}'"))


@pytest.mark.parametrize(
    ("read", "name"), [(read_levels, "levels"), (read_who, "who"), (read_symptoms, "symptoms")]
)
def test_a_table_that_is_gone_is_a_damaged_library(
    real_library: Path, tmp_path: Path, read: Any, name: str
) -> None:
    with pytest.raises(LibraryDamaged):
        read(broken(real_library, tmp_path, f"DELETE FROM meta WHERE key = '{name}'"))
