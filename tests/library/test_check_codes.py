"""Every code of the linter is documented, raised somewhere, and broken by a test."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r'"([A-Z]\d\d)"')
DOCUMENT = (ROOT / "docs" / "articles.md").read_text(encoding="utf-8").partition("## Lint codes")[2]
DOCUMENTED = set(re.findall(r"^\| ([A-Z]\d\d) \|", DOCUMENT, re.MULTILINE))
WARNINGS = set(re.findall(r"^\| ([A-Z]\d\d) \|[^|]*\(warning\) \|", DOCUMENT, re.MULTILINE))


def codes_in(folder: str, pattern: str) -> set[str]:
    files = (ROOT / folder).glob(pattern)
    return {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}


def test_every_code_of_the_linter_is_documented_and_no_other() -> None:
    assert codes_in("amma_cli/library", "*.py") == DOCUMENTED


def test_every_code_is_broken_by_a_test() -> None:
    assert codes_in("tests/library", "test_check_*.py") >= DOCUMENTED


def test_four_codes_are_warnings() -> None:
    assert {"M11", "C05", "L03", "T06"} == WARNINGS
