"""What people see, whole screens at 80 columns on the frozen library.

How to judge a changed file: CONTRIBUTING.md, "A changed golden file".
"""

import re
from pathlib import Path

import pytest

from tests.golden.cases import Case, cases
from tests.golden.structure import structure_of
from tests.inside import Amma

FOLDER = Path(__file__).parent
WIDTH = 80
PRINTED = "print html hospital-bag"
STYLES = re.compile("\x1b\\[[0-9;]*m")


def file_of(name: str) -> Path:
    return FOLDER / (re.sub(r"[^0-9A-Za-z+]+", "-", name) + ".txt")


def shown(case: Case, home: Path, library: Path) -> str:
    amma = Amma(home, library)
    for words in case.before:
        amma(*words)
    screen = amma(*case.words, "--no-pager", terminal=case.terminal).out
    return STYLES.sub("", screen) if case.terminal else screen


def compare(name: str, now: str, update: bool) -> None:
    path = file_of(name)
    if update:
        path.write_text(now, encoding="utf-8", newline="\n")
    assert path.exists(), f"{path.name} is missing: pytest --update-golden writes it"
    assert now == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_screen_is_as_it_was_when_somebody_last_read_it(
    case: Case, tmp_path: Path, frozen_library: Path, request: pytest.FixtureRequest
) -> None:
    update = bool(request.config.getoption("--update-golden"))
    compare(case.name, shown(case, tmp_path, frozen_library), update)


def test_the_structure_of_a_printed_article_is_as_it_was(
    tmp_path: Path, frozen_library: Path, request: pytest.FixtureRequest
) -> None:
    amma = Amma(tmp_path, frozen_library)
    page = amma("print", "hospital-bag", "--to", "html", "-o", "-", "--on", "2026-11-22").out
    compare(PRINTED, structure_of(page), bool(request.config.getoption("--update-golden")))


def test_every_golden_file_belongs_to_a_case() -> None:
    known = {file_of(case.name).name for case in cases()} | {file_of(PRINTED).name}
    known.add("after-end.txt")  # tests/conventions/test_31_after_end.py writes it
    assert {path.name for path in FOLDER.glob("*.txt")} == known


def test_no_line_of_a_golden_file_is_wider_than_it_says_but_addresses() -> None:
    files = sorted(FOLDER.glob("*.txt"))
    assert files
    for path in files:
        lines = path.read_text(encoding="utf-8").splitlines()
        wide = [line for line in lines if len(line) > WIDTH and "https://" not in line]
        assert wide == [], path.name


def test_no_golden_file_holds_a_control_character() -> None:
    for path in FOLDER.glob("*.txt"):
        text = path.read_text(encoding="utf-8").replace("\n", "")
        assert text.isprintable(), path.name
