"""Convention 12: a pager where it helps, and nowhere else."""

import re
from pathlib import Path

import pytest

from tests.program import Amma
from tests.terminal import COLORS, in_terminal

LONG = ["read", "cervical-insufficiency"]
FAKE = """#!/bin/sh
cat > "$RECORD"
env > "$RECORD.env"
printf '%s\\n' "$@" > "$RECORD.args"
"""


class Pager:
    """A pager that shows nothing and keeps what it was given."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "fake pager"
        self.path.write_text(FAKE, encoding="utf-8")
        self.path.chmod(0o755)
        self.record = folder / "paged"

    def env(self, **more: str) -> dict[str, str | None]:
        return {"PAGER": f"'{self.path}' --flag", "RECORD": str(self.record), **more}

    @property
    def used(self) -> bool:
        return self.record.exists()

    @property
    def text(self) -> str:
        return self.record.read_text(encoding="utf-8")

    @property
    def surroundings(self) -> dict[str, str]:
        lines = Path(f"{self.record}.env").read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines if "=" in line)


@pytest.fixture
def pager(tmp_path: Path) -> Pager:
    return Pager(tmp_path)


def test_convention_12_a_text_taller_than_the_screen_goes_through_the_pager(
    amma: Amma, pager: Pager
) -> None:
    seen = in_terminal(amma, *LONG, rows=24, env=pager.env())
    assert seen.code == 0
    assert seen.screen.strip() == ""
    assert "What is cervical insufficiency?" in pager.text
    assert COLORS.search(pager.text), "color is lost"
    assert "\u256d" in pager.text, "the box around help is lost"
    assert Path(f"{pager.record}.args").read_text(encoding="utf-8") == "--flag\n"
    whole = in_terminal(amma, *LONG, "--no-pager")
    assert re.sub(r"\s+$", "", pager.text) == re.sub(r"\s+$", "", whole.screen)


def test_convention_12_less_keeps_no_search_history_and_shows_color(
    amma: Amma, pager: Pager
) -> None:
    in_terminal(amma, *LONG, rows=24, env=pager.env())
    assert pager.surroundings["LESSHISTFILE"] in ("-", "/dev/null")
    assert "R" in pager.surroundings["LESS"]
    in_terminal(amma, *LONG, rows=24, env=pager.env(LESS="i", LESSHISTFILE="/tmp/mine"))
    assert pager.surroundings["LESSHISTFILE"] in ("-", "/dev/null")
    assert {"i", "R"} <= set(pager.surroundings["LESS"])


@pytest.mark.parametrize("flag", ["--no-pager", "--plain"])
def test_convention_12_no_pager_when_it_is_not_wanted(amma: Amma, pager: Pager, flag: str) -> None:
    seen = in_terminal(amma, *LONG, flag, rows=24, env=pager.env())
    assert seen.code == 0
    assert not pager.used
    assert "What is cervical insufficiency?" in seen.text


def test_convention_12_no_pager_for_a_short_text(amma: Amma, pager: Pager) -> None:
    seen = in_terminal(amma, "topics", rows=60, env=pager.env())
    assert seen.code == 0
    assert not pager.used
    assert "complications" in seen.text


def test_convention_12_no_pager_in_a_pipe(amma: Amma, pager: Pager) -> None:
    for extra in ([], ["--color", "always"], ["--json"]):
        assert amma(*LONG, *extra, env=pager.env()).code == 0
    seen = in_terminal(amma, *LONG, rows=24, env=pager.env(), piped="stdout")
    assert "What is cervical insufficiency?" in seen.piped
    assert not pager.used


def test_convention_12_no_pager_for_a_record(amma: Amma, pager: Pager) -> None:
    seen = in_terminal(amma, *LONG, "--json", rows=24, env=pager.env())
    assert seen.code == 0
    assert not pager.used
    assert '"slug": "cervical-insufficiency"' in seen.text


@pytest.mark.parametrize(
    "value", ["", "cat", " ", "no-such-pager-anywhere", "'unfinished", "cat -A"]
)
def test_convention_12_no_pager_or_one_that_is_not_there_shows_the_text(
    amma: Amma, value: str
) -> None:
    seen = in_terminal(amma, *LONG, rows=24, env={"PAGER": value})
    assert seen.code == 0
    assert "What is cervical insufficiency?" in seen.text
    assert "Traceback" not in seen.text
    assert len(seen.lines) > 24


def test_convention_12_help_taller_than_the_screen_is_paged_too(amma: Amma, pager: Pager) -> None:
    in_terminal(amma, "-h", rows=10, env=pager.env())
    assert "companion" in pager.text


def test_convention_12_a_pager_that_quits_at_once_is_no_error(amma: Amma) -> None:
    seen = in_terminal(amma, *LONG, rows=24, env={"PAGER": "true"})
    assert (seen.code, seen.text.strip()) == (0, "")
