"""Convention 33: no diagnosis, no score, no reassurance in anything that the program says."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program import ROOT
from tests.stages import STANDINGS, Standing, made, said

GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.txt"))
REASSURES = re.compile(
    r"\b(?:is|are|was|looks?|seems?|sounds?|be|being) (?:\w+ )?(?:normal|fine|ok|okay|harmless)\b"
    r"|\b(?:perfectly|completely|totally|quite|entirely) (?:normal|fine|safe|healthy|harmless)\b"
    r"|nothing (?:to worry|wrong|serious)|no need to (?:worry|call)|(?:don't|do not) worry"
    r"|\ball is well\b|\ball(?:'s| is) (?:fine|good)|everything(?:'s| is| will be)\b"
    r"|no cause for|rest assured|\bwe are sure|is not (?:serious|dangerous)\b|low[- ]risk for you"
    r"|\byour baby is (?:safe|healthy|well|fine|growing)|you are (?:safe|healthy|fine|well)\b",
    re.IGNORECASE,
)
DIAGNOSES = re.compile(
    r"(?<!\bdo )(?<!\bif )"
    r"\byou (?:have|might have|may have|probably have|are having|suffer from|are at)"
    r" (?:a |an |the )?(?:miscarriage|pre-?eclampsia|sepsis|infection|preterm|diabetes|anemia"
    r"|depression|ectopic|placent\w+|cholestasis|thrombosis|high risk|low risk)"
    r"|\byou are (?:miscarrying|depressed|in labor)\b|\bthis (?:is|means) (?:a |an )?"
    r"(?:miscarriage|pre-?eclampsia|sepsis|labor)\b|diagnos(?:is|ed) (?:is|as)|\byour risk is\b",
    re.IGNORECASE,
)
SCORES = re.compile(
    r"\b(?:your|risk|health|overall) score\b|\bscore(?:d| is|:)|\bpoints?:|\b\d+ (?:out )?of 10\b"
    r"|\b(?:green|amber|red) light\b|\brisk level\b",
    re.IGNORECASE,
)
# Sentences that deny it, ask for it or make it a condition, word for word.
DENIALS = (
    "This does not mean that all is well.",
    "If this is your first baby, your risk is low and your dates are certain,",
    "That the library is silent says nothing about what you feel.",
    'amma search "is it normal that my belly gets hard"',
)


def judged(text: str) -> list[str]:
    """What a text may not say, each with the words around it."""
    text = " ".join(text.split())
    for denial in DENIALS:
        text = text.replace(denial, "")
    return [
        f"...{text[max(0, m.start() - 50) : m.end() + 30]}..."
        for pattern in (REASSURES, DIAGNOSES, SCORES)
        for m in pattern.finditer(text)
    ]


def strings_of(path: Path) -> Iterator[str]:
    """Every text of a module but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def texts_of(record: object) -> Iterator[str]:
    if isinstance(record, str):
        yield record
    elif isinstance(record, dict | list):
        for value in record.values() if isinstance(record, dict) else record:
            yield from texts_of(value)


OUR_WORDS = [
    *sorted((ROOT / "amma_cli").glob("messages*.py")),
    *sorted((ROOT / "amma_cli" / "pages").glob("*.py")),
    *sorted((ROOT / "amma_cli" / "commands").glob("*.py")),
    *sorted((ROOT / "amma_cli" / "domain").glob("*.py")),
]


@pytest.mark.parametrize("path", OUR_WORDS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_convention_33_no_sentence_of_the_program_reassures_or_diagnoses(path: Path) -> None:
    assert [found for text in strings_of(path) for found in judged(text)] == []


@pytest.mark.parametrize("name", ["safety", "facts", "care", "likes"])
def test_convention_33_no_sentence_of_the_tables_does(name: str) -> None:
    table = tomllib.loads((ROOT / "content" / "en" / f"{name}.toml").read_text(encoding="utf-8"))
    texts = list(texts_of(table))
    assert texts
    assert [found for text in texts for found in judged(text)] == []


@pytest.mark.parametrize("path", GOLDEN, ids=lambda p: p.stem)
def test_convention_33_no_golden_screen_does(path: Path) -> None:
    assert judged(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda s: s.name.replace(" ", "-"))
def test_convention_33_no_card_or_checkin_of_any_stage_does(
    standing: Standing, tmp_path: Path, real_library: Path
) -> None:
    amma = made(standing, tmp_path, real_library)
    for words in ([], ["checkin"], ["status"], ["size"], ["why"], ["due"], ["doctor"], ["privacy"]):
        assert judged(said(amma, [*words, "--on", standing.day]).text) == [], words


def test_convention_33_every_warning_sign_names_whom_to_call_and_how_soon(
    tmp_path: Path, real_library: Path
) -> None:
    amma = made(STANDINGS[1], tmp_path, real_library)
    text = amma("checkin", "--on", "2026-11-22").out
    assert "Is any of this so right now?" in text
    for words in ("Call the emergency number now", "now, day or night", "Emergency: 999"):
        assert words in text


@pytest.mark.parametrize(
    "sentence",
    [
        "This is normal at 20 weeks.", "A little blood is fine.", "There is nothing to worry about",
        "Don't worry.", "All is well.", "Your baby is healthy.", "You have preeclampsia.",
        "You may have an infection.", "Your risk score: 3", "This is completely harmless",
        "Everything will be fine", "You are at high risk", "No need to call.",
    ],
)  # fmt: skip
def test_convention_33_such_a_sentence_is_found(sentence: str) -> None:
    assert judged(sentence)
