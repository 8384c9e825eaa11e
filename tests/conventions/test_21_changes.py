"""Conventions 21 and 22: what changed and how to undo it; a crash holds nothing of the user's."""

import subprocess
import sys

import pytest

from tests.program import DUE, TODAY, Amma

ON = ["--on", TODAY, "--no-input"]
UNDO = {
    "due 2027-04-12": "amma due --undo",
    "due --country US": "amma settings country GB",
    "due --still-pregnant": "amma end",
    "settings calm on": "amma settings calm off",
    "born 2026-11-21": "amma resume",
    "end": "amma resume",
    "new --yes": "amma new --show 1",
    "checkin --note x": "amma journal",
}
MARKS = ("MARKARGV", "MARKPROFILE", "MARKNOTE", "MARKLOCAL", "2027-04-11")
DEFECT = """
import sys
from amma_cli.store import journal
import amma_cli.commands.checkin as checkin
def broken(*values):
    secret = "MARKLOCAL"
    raise {kind}(f"{{secret}} {{values}}")
checkin.append_entries = broken
sys.argv = ["amma", *sys.argv[1:]]
from amma_cli.__main__ import main
main()
"""


@pytest.mark.parametrize("words", UNDO)
def test_convention_21_after_a_change_it_is_said_how_to_undo_it(
    expecting: Amma, words: str
) -> None:
    done = expecting(*words.split(), *ON)
    assert done.code == 0, done.err
    assert UNDO[words] in " ".join((done.out + done.err).split())


def test_convention_21_undo_names_redo_and_they_do_what_they_say(expecting: Amma) -> None:
    assert expecting("due", "2027-04-12", "--replace", *ON).code == 0
    assert "amma due --redo" in expecting("due", "--undo", *ON).out
    assert expecting("due", "--json", *ON).record["due"] == DUE
    assert "amma due --undo" in expecting("due", "--redo", *ON).out
    assert expecting("due", "--json", *ON).record["due"] == "2027-04-12"


@pytest.mark.parametrize("words", [["forget"], ["end", "--erase"], ["new", "--remove", "1"]])
def test_convention_21_what_destroys_lists_asks_and_has_yes_and_dry_run(
    expecting: Amma, words: list[str]
) -> None:
    assert expecting("checkin", "--note", "x", *ON).code == 0
    assert expecting("new", "--yes", *ON).code == 0
    before = expecting.files()
    dry = expecting(*words, "--dry-run", *ON)
    assert dry.code == 0
    assert "journal.jsonl" in dry.out
    assert "profile.toml" in dry.out
    asked = expecting(*words, *ON)
    assert (asked.code, asked.out) == (2, "")
    assert "--yes" in asked.err
    assert expecting.files() == before
    assert expecting(*words, "--yes", *ON).code == 0
    assert expecting.files() != before


@pytest.mark.parametrize("kind", ["RuntimeError", "ValueError", "RecursionError", "MemoryError"])
def test_convention_22_a_crash_is_one_sentence_and_a_log_without_a_value(
    expecting: Amma, kind: str
) -> None:
    assert expecting("settings", "unit-phone", "1 MARKPROFILE", *ON).code == 0
    (expecting.home / "journal.jsonl").write_bytes(b'"MARKNOTE"\n')
    done = subprocess.run(
        [sys.executable, "-c", DEFECT.format(kind=kind), "checkin", "--note", "MARKARGV", *ON],
        capture_output=True, text=True, env=expecting.environment(), check=False,
    )  # fmt: skip
    log = expecting.home / "cache" / "amma.log"
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 2
    assert str(log) in done.stderr
    assert "report it" in done.stderr
    text = log.read_text("utf-8")
    assert kind in text
    assert "checkin" in text
    for mark in MARKS:
        assert mark not in text + done.stderr


def test_convention_22_without_a_place_for_the_log_it_is_said_too(expecting: Amma) -> None:
    (expecting.home / "cache").write_bytes(b"")
    done = subprocess.run(
        [sys.executable, "-c", DEFECT.format(kind="KeyError"), "checkin", "--note", "a", *ON],
        capture_output=True, text=True, env=expecting.environment(), check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "inside amma" in done.stderr


def test_convention_22_bytes_that_are_no_text_end_in_no_crash(expecting: Amma) -> None:
    assert expecting("checkin", "--note", "a\udcffb", *ON).code == 0
    version = expecting.folder / "library.version"
    version.write_bytes(b"\xff\xfe")
    library = str(expecting.folder / "library.db")
    done = expecting("--version", env={"AMMA_LIBRARY": library})
    assert (done.code, done.err) == (0, "")
