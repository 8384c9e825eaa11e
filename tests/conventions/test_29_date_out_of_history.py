"""Convention 29: the due date need never stand on a command line, and what to do when it does."""

from pathlib import Path

import pytest

from amma_cli.messages import METHOD
from tests.inside import Amma as Inside
from tests.program import DUE, TODAY, Amma
from tests.stages import said
from tests.terminal import Key, in_terminal

ADVICE = "shell's history"
TYPED = [
    ["due", DUE],
    ["due", "--date", DUE],
    ["due", f"--date={DUE}"],
    ["due", "--lmp", "2026-07-05"],
    ["due", "--conceived", "2026-07-19"],
    ["due", "--insemination", "2026-07-19"],
    ["due", "--retrieval", "2026-07-19"],
    ["due", "--transfer", "2026-07-24", "--embryo-day", "5"],
    ["due", "--scan", "2026-09-30", "--at", "12+3"],
]


@pytest.mark.parametrize("words", TYPED, ids=" ".join)
def test_convention_29_a_date_on_the_command_line_brings_the_advice(
    words: list[str], tmp_path: Path, frozen_library: Path
) -> None:
    shown = said(Inside(tmp_path, frozen_library), [*words, "--on", TODAY])
    assert ADVICE in shown.out
    assert "run 'amma due'" in " ".join(shown.out.split())


@pytest.mark.parametrize(
    ("shell", "how"),
    [
        ("/bin/bash", "history -d -2"), ("/usr/bin/zsh", "$HISTFILE"),
        ("/usr/bin/fish", "history delete"), ("/bin/tcsh", "its manual"), (None, "its manual"),
    ],
)  # fmt: skip
def test_convention_29_the_advice_is_for_the_shell_in_use(
    amma: Amma, shell: str | None, how: str
) -> None:
    done = amma("due", DUE, "--on", TODAY, "--width", "300", env={"SHELL": shell})
    assert done.code == 0
    assert ADVICE in done.out
    assert how in done.out


def test_convention_29_nothing_is_said_where_no_date_was_stored_or_typed(
    tmp_path: Path, frozen_library: Path
) -> None:
    amma = Inside(tmp_path, frozen_library)
    assert ADVICE not in said(amma, ["due", DUE, "--dry-run", "--on", TODAY]).out
    amma("due", DUE, "--on", TODAY)
    for words in (["due"], ["due", "--undo"], ["due", "--redo"], ["due", "--country", "GB"]):
        assert ADVICE not in said(amma, [*words, "--on", TODAY]).out, words


@pytest.mark.parametrize("words", [["due", "-"], ["due", "--date", "-"], ["due", "--date=-"]])
def test_convention_29_a_date_from_stdin_is_stored_and_stands_nowhere_else(
    amma: Amma, words: list[str]
) -> None:
    done = amma(*words, "--on", TODAY, stdin=f"{DUE}\n".encode())
    assert (done.code, ADVICE in done.out) == (0, False)
    assert amma("status", "--short", "--on", TODAY).out == "20+0\n"


def test_convention_29_a_date_typed_when_asked_brings_no_advice(amma: Amma) -> None:
    keys = [Key("Your due date", DUE.encode() + b"\n"), Key("Your country", b"\n")]
    seen = in_terminal(amma, "due", "--on", TODAY, keys=keys, env={"SHELL": "/bin/bash"})
    assert seen.code == 0
    assert "Sunday, 11 April 2027" in seen.text
    assert ADVICE not in seen.text
    assert amma("status", "--short", "--on", TODAY).out == "20+0\n"


def test_convention_29_a_period_typed_when_asked_does_too(amma: Amma) -> None:
    keys = [
        Key("Your due date", b"\n"), Key("last period", b"2026-07-05\n"), Key("country", b"GB\n"),
    ]  # fmt: skip
    seen = in_terminal(amma, "due", "--on", TODAY, keys=keys)
    assert seen.code == 0
    assert ADVICE not in seen.text
    assert METHOD["lmp"] in " ".join(amma("due", "--on", TODAY).out.split())
