"""Convention 13: one valid document a command, held against the schemas in docs/schemas/."""

import json
import re
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.batch import each
from tests.program import CALLS, ROOT, TODAY, Amma
from tests.terminal import in_terminal

SCHEMAS = ROOT / "docs" / "schemas"
ON = ["--on", TODAY]
# Further calls, by the schema of what they write.
MORE: list[tuple[str, list[str]]] = [
    ("today", []),
    ("today", ["--on", "2026-07-01"]),  # not yet
    ("today", ["--on", "2026-07-05"]),  # 0+0
    ("today", ["--on", "2027-04-11"]),
    ("today", ["--on", "2027-04-14"]),  # past due
    ("today", ["--on", "2027-05-09"]),  # unknown
    ("week", ["week", "0"]),
    ("week", ["week", "13", *ON]),
    ("week", ["week", "42"]),
    ("week", ["week", *ON]),
    ("week-after-birth", ["week", "0", "--after-birth"]),
    ("size", ["size", "1"]),
    ("size", ["size", "41"]),
    ("size", ["size", "--on", "2026-07-01"]),
    ("why", ["why", "--on", "2026-07-01"]),
    ("why", ["why", "--on", "2027-05-09"]),
    ("due", ["due", "--lmp", "2026-07-06", "--dry-run", *ON]),
    ("due", ["due", "--scan", "2026-09-30", "--crl", "58.2", "--dry-run", *ON]),
    ("due", ["due", "--transfer", "2026-07-24", "--embryo-day", "5", *ON]),
    ("due", ["due", "--undo", *ON]),
    ("search", ["search", "zzqxv"]),
    ("list", ["list", "--week", "20"]),
    ("list", ["list", "--topic", "complications"]),
    ("topics", ["list", "--topics"]),
    ("library-check", ["library", "check", *ON]),
    ("checkin", ["checkin", "--note", "slept better", *ON]),
    ("checkin", ["checkin", "--on", "2026-07-01"]),
    ("checkin", ["checkin", "--on", "2027-05-09"]),
    ("checkin", ["checkin", "--mood", "3", "--weight", "68kg", "--sign", "fever", *ON]),
    ("signs-judged", ["signs", "--tick", "fever", "--bp", "150/95", *ON]),
    ("signs-judged", ["signs", "--week", "20", "--pulse", "80"]),
    ("signs-judged", ["signs", "--bp", "290/190", *ON]),
    ("signs", ["signs", "--after-loss", "2"]),
    ("log", ["log", "bp", "118/76", *ON]),
    ("log", ["log", "note", "slept", *ON]),
    ("journal", ["journal", *ON]),
    ("kicks", ["kicks", "--press", *ON]),
    ("chart", ["chart", "bp", *ON]),
    ("about-me", ["about-me", "twins", "yes", *ON]),
    ("print", ["print", "short-cervix", "--to", "html", "-o", "-"]),
    ("print", ["print", "short-cervix", "-o", "paper.md"]),
    ("print", ["print", "short-cervix", "--to", "pdf", "-o", "-"]),
    ("print", ["print", "short-cervix", "hospital-bag", "--large", "-o", "-"]),
    ("print", ["print", "--week", "20", "--paper", "letter", "--to", "pdf", "-o", "week.pdf"]),
    ("visit", ["visit", "--to", "html", "-o", "-", *ON]),
    ("visit", ["visit", "--only", "space", "-o", "sheet.md", *ON]),
    ("visit", ["visit", "--to", "pdf", "--large", "-o", "-", *ON]),
    ("visit", ["visit", "--paper", "letter", "-o", "sheet.pdf", *ON]),
    ("export", ["export", "--to", "md", "-o", "-", *ON]),
    ("export", ["export", "-o", "mine.json", *ON]),
    ("export-file", ["export", "-o", "-", *ON]),
    ("import", ["import", str(ROOT / "tests/data/exports/schema-1.json"), "--theirs", *ON]),
    ("visit-questions", ["visit", "ask", "Who calls?", *ON]),
    ("visit-questions", ["visit", "list", *ON]),
    ("visit-questions", ["visit", "done", *ON]),
    ("calendar", ["calendar", "-o", "weeks.ics", *ON]),
    ("calendar", ["calendar", "--care", "--plain-titles", "-o", "-", *ON]),
    ("completion", ["completion", "fish"]),
    ("help", ["-h"]),
    ("help", ["help", "options"]),
    ("help", ["help", "exit-codes"]),
    ("help", ["help", "week"]),
    *(("help", [name, "-h"]) for name in CALLS),
]


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=FormatChecker())


def assert_valid(name: str, text: str) -> Any:
    """One document and nothing else, as its schema says."""
    document = json.loads(text)
    assert text.endswith("}\n")
    problems = [f"{e.json_path}: {e.message}" for e in validator(name).iter_errors(document)]
    assert problems == []
    assert type(document["schema"]) is int
    assert ambiguous_dates(document) == []
    return document


def ambiguous_dates(value: Any) -> list[str]:
    """Texts that are a date alone, but not in the form of ISO 8601."""
    if isinstance(value, dict):
        return [found for each in value.values() for found in ambiguous_dates(each)]
    if isinstance(value, list):
        return [found for each in value for found in ambiguous_dates(each)]
    slashed = isinstance(value, str) and re.fullmatch(
        r"\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2} [A-Z][a-z]+ \d{4}", value
    )
    return [value] if slashed else []


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.stem)
def test_convention_13_each_schema_is_one(path: Any) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["schema"]["type"] == "integer"
    assert "schema" in schema["required"]
    assert schema["additionalProperties"] is True


def test_convention_13_each_command_has_a_schema() -> None:
    assert set(CALLS) <= {path.stem for path in SCHEMAS.glob("*.json")}


@pytest.mark.parametrize("name", CALLS)
def test_convention_13_each_command_writes_one_valid_document(expecting: Amma, name: str) -> None:
    done = expecting.call(name, "--json")
    assert done.code == 0, done.err
    assert_valid(name, done.out)


@pytest.mark.parametrize("schema", sorted({name for name, _ in MORE}))
def test_convention_13_each_form_of_a_document_is_valid(expecting: Amma, schema: str) -> None:
    calls = [[*args, "--json"] for name, args in MORE if name == schema]
    for args, done in zip(calls, each(expecting, calls), strict=True):
        assert done.code in (0, 1), (args, done.err)
        assert_valid(schema, done.out)


def test_convention_13_a_first_run_without_a_due_date_is_a_document_too(amma: Amma) -> None:
    assert assert_valid("today", amma("--json").out)["stage"] == "no-profile"
    assert assert_valid("week", amma("week", "20", "--json").out)["week"] == 20


def test_convention_13_after_a_birth_and_after_an_end_nothing_counts(expecting: Amma) -> None:
    assert expecting("born", "2027-04-09", "--on", "2027-04-12").code == 0
    for name in ("today", "checkin", "due", "why"):
        assert_valid(name, expecting(name, "--json", "--on", "2027-04-20").out)
    assert_valid("week-after-birth", expecting("week", "--json", "--on", "2027-04-12").out)
    assert expecting("end", *ON).code == 0
    for name in ("today", "checkin", "due", "why"):
        record = assert_valid(name, expecting(name, "--json", *ON).out)
        assert record["stage"] == "ended"
        assert not {"week", "age", "size", "days_to_go"} & set(record)


ERRORS = [
    (2, "usage", ["wek"]),
    (2, "usage", ["week", "--nope"]),
    (2, "usage", ["week", "20", "--width", "7"]),
    (2, "usage", ["--on"]),
    (2, "usage", ["read"]),
    (1, "not-found", ["read", "no-such-article"]),
    (1, "not-found", ["week", "43"]),
    (3, "no-profile", ["week"]),
    (3, "no-profile", ["signs"]),
    (3, "no-profile", ["checkin", "--sign", "seizure"]),
    (2, "usage", ["log", "bp", "240/150"]),
    (2, "usage", ["log", "glucose", "30"]),
    (2, "usage", ["signs", "--tick", "seizure", "--bp", "foo"]),
    (3, "no-profile", ["due", "--no-input"]),
    (2, "no-such-date", ["due", "2027-13-01"]),
    (2, "ambiguous-date", ["due", "04/11/2027"]),
    (2, "needs-answer", ["due", "-"]),
]


@pytest.mark.parametrize(("code", "name", "args"), ERRORS, ids=str)
def test_convention_13_an_error_is_a_document_on_stderr(
    amma: Amma, code: int, name: str, args: list[str]
) -> None:
    calls = [["--json", *args]] if args == ["--on"] else [[*args, "--json"], ["--json", *args]]
    for done in each(amma, calls):
        assert (done.code, done.out) == (code, "")
        assert assert_valid("error", done.err)["error"]["code"] == name


def test_convention_13_a_damaged_profile_and_library_are_documents_too(amma: Amma) -> None:
    amma.profile = b"schema = 99\n"
    amma.reset()
    assert assert_valid("error", amma("today", "--json").err)["error"]["code"] == "data-damaged"
    done = amma("topics", "--json", env={"AMMA_LIBRARY": str(amma.folder / "none.db")})
    assert (done.code, done.out) == (5, "")
    assert assert_valid("error", done.err)["error"]["code"] == "library-damaged"


def test_convention_13_a_terminal_gets_the_same_document(expecting: Amma) -> None:
    for name in ("today", "read", "checkin"):
        piped = expecting.call(name, "--json").out
        expecting.reset()
        args = [*CALLS[name], *ON, "--json"]
        seen = in_terminal(expecting, *args, piped="stderr", columns=40, rows=10)
        assert seen.screen == piped


def test_convention_13_options_for_people_change_nothing_in_a_document(expecting: Amma) -> None:
    plain = expecting.call("today", "--json")
    for extra in (["--plain"], ["--color", "always"], ["--width", "40"], ["--no-pager"]):
        assert expecting.call("today", "--json", *extra) == plain
    narrow = expecting.call("today", "--json", env={"PYTHONIOENCODING": "ascii"})
    assert json.loads(narrow.out) == json.loads(plain.out)
