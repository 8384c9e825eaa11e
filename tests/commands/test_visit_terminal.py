"""amma visit in a real terminal: a list to leave parts out of, the sheet, then the file."""

from pathlib import Path

import pytest

from tests.program import DUE, TODAY, Amma
from tests.terminal import CONTROL_C, Key, in_terminal

ON = ["--on", TODAY]


@pytest.fixture
def amma(tmp_path: Path, frozen_library: Path) -> Amma:
    made = Amma(tmp_path, frozen_library)
    assert made("due", DUE, *ON, "--no-input").code == 0
    assert made("log", "bp", "118/74", "--at", "08:00", *ON).code in (0, 2)
    assert made("log", "symptom", "Backache", "--on", "2026-11-20").code == 0
    assert made("visit", "ask", "May I swim?", *ON).code == 0
    return made


def test_parts_are_unticked_and_the_sheet_is_seen_before_it_is_written(amma: Amma) -> None:
    before = amma.files()
    keys = [Key("leave out", b"9\n"), Key("leave out", b"2\n"), Key("Write this", b"yes\n")]
    seen = in_terminal(amma, "visit", "--no-pager", *ON, keys=keys)
    assert seen.code == 0, seen.text
    listed, _, rest = seen.text.partition("leave out")
    assert "My questions (1 entry)" in listed
    assert "Backache" not in listed
    sheet, _, end = rest.partition("Write this")
    assert "Backache" in sheet
    assert "swim" not in sheet
    assert "visit.html" in end
    document = (amma.folder / "visit.html").read_text(encoding="utf-8")
    assert "Backache" in document
    assert "swim" not in document
    assert amma.files() == before


@pytest.mark.parametrize("answer", [b"no\n", b"\n", CONTROL_C], ids=["no", "Enter", "Ctrl-C"])
def test_without_a_yes_nothing_is_written(amma: Amma, answer: bytes) -> None:
    keys = [Key("leave out", b"\n"), Key("Write this", answer)]
    seen = in_terminal(amma, "visit", "--no-pager", *ON, keys=keys)
    assert seen.code == (130 if answer == CONTROL_C else 0)
    assert not list(amma.folder.glob("*visit*"))


def test_nothing_is_asked_where_the_list_would_go_into_a_pipe(amma: Amma) -> None:
    seen = in_terminal(amma, "visit", "--to", "txt", "-o", "-", *ON, piped="stdout")
    assert seen.code == 0, seen.text
    assert "leave out" not in seen.text
    assert "My questions" in seen.piped
    assert "Backache" in seen.piped


def test_named_parts_are_not_asked_for_again(amma: Amma) -> None:
    keys = [Key("Write this", b"y\n")]
    args = ["visit", "--only", "symptoms", "-o", "mine.txt", "--no-pager", *ON]
    seen = in_terminal(amma, *args, keys=keys)
    assert seen.code == 0, seen.text
    assert "leave out" not in seen.text
    text = (amma.folder / "mine.txt").read_text(encoding="utf-8")
    assert "Backache" in text
    assert "118/74" not in text
