"""amma due: what stands under the date at every stage, and flags that do not go together."""

from pathlib import Path

import pytest

from amma_cli.errors import Usage
from tests.inside import Amma
from tests.stages import STANDINGS, Standing, made

UNDER = {
    "not yet": "The count begins on", "expecting": "Today, 22 November 2026: 20 weeks",
    "unknown": "Nothing is counted until you say how things stand: type amma.",
    "after birth": "1 week 4 days since the birth.",
    "after birth, calm": "The day of the birth.", "a year after": "amma shows no weeks any more.",
}  # fmt: skip


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda standing: standing.name)
@pytest.mark.parametrize("command", ["due", "why"])
def test_under_the_due_date_stands_the_stage_and_no_empty_line(
    command: str, standing: Standing, tmp_path: Path, frozen_library: Path
) -> None:
    lines = made(standing, tmp_path, frozen_library)(command, "--on", standing.day).out.splitlines()
    if not lines[0].startswith("Your due date is"):
        return
    assert lines[1], "an empty line stands where the stage should"
    assert UNDER.get(standing.name, "") in lines[1]


def test_a_period_long_ago_says_at_once_how_it_stands(tmp_path: Path, frozen_library: Path) -> None:
    amma = Amma(tmp_path, frozen_library)
    lines = amma("due", "--lmp", "2025-11-28", "--on", "2026-11-28").out.splitlines()
    assert lines[1] == UNDER["unknown"]


def test_a_scan_takes_the_age_or_the_length_and_two_are_named(
    tmp_path: Path, frozen_library: Path
) -> None:
    amma = Amma(tmp_path, frozen_library)
    for more, said in (
        (("--at", "12+3", "--crl", "58"), "One of --at and --crl, not both."),
        ((), "A scan needs the age it found or the length it measured."),
    ):
        with pytest.raises(Usage) as refused:
            amma("due", "--scan", "2026-09-30", *more)
        assert refused.value.say == said


@pytest.mark.parametrize("flag", ["--date", "--lmp"])
def test_an_age_typed_as_a_due_date_is_answered_with_the_ways_that_take_one(
    flag: str, tmp_path: Path, frozen_library: Path
) -> None:
    with pytest.raises(Usage) as refused:
        Amma(tmp_path, frozen_library)("due", flag, "20 weeks")
    assert "is an age, not a date" in refused.value.say
    assert ("--scan" in refused.value.hint) == (flag == "--date")
