"""Convention 24: amma status --short, for a shell prompt."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from amma_cli.commands.run import EVERY, build
from amma_cli.options import SWITCHES, VALUES
from amma_cli.status import SCHEMA, short
from amma_cli.store import profile_file
from tests.program import DUE, ROOT, TODAY, Amma
from tests.stages import STANDINGS, Standing, made

PROBE = """
import sys
sys.argv = ["amma", *sys.argv[1:]]
from amma_cli.__main__ import main
try:
    main()
finally:
    sys.stderr.write(" ".join(sys.modules))
"""
# The due date is 11 April 2027; the birth was on 9 April.
SHOWN = {
    "not yet": "", "expecting": "20+0", "all there is": "21+2", "due today": "40+0",
    "past due": "40+3", "unknown": "", "still pregnant": "44+1", "after birth": "1w",
    "after birth, calm": "0d", "without newborn": "1w", "a year after": "", "undone": "20+0",
    "the second": "20+0",
}  # fmt: skip


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda s: s.name.replace(" ", "-"))
def test_convention_24_every_stage_and_neutral_without_a_letter(
    standing: Standing, tmp_path: Path, frozen_library: Path
) -> None:
    amma = made(standing, tmp_path, frozen_library)
    words = short(["--on", standing.day], amma.environ, date(2026, 11, 22))
    assert words == SHOWN[standing.name]
    neutral = short(["--neutral", "--on", standing.day], amma.environ, date(2026, 11, 22))
    assert re.fullmatch(r"(\d+\.)?\d+|", neutral), neutral
    assert bool(neutral) == bool(words)


def test_convention_24_it_loads_neither_typer_nor_rich(expecting: Amma) -> None:
    for words in (["--short"], ["--short", "--neutral"]):
        done = subprocess.run(
            [sys.executable, "-c", PROBE, "status", *words, "--on", TODAY],
            capture_output=True, env=expecting.environment(), check=True, text=True,
        )  # fmt: skip
        assert done.stdout in ("20+0\n", "20.0\n")
        loaded = set(done.stderr.split())
        assert loaded.isdisjoint({"typer", "click", "rich", "platformdirs", "sqlite3", "json"})


def damaged(amma: Amma) -> dict[str, bytes]:
    whole = amma.profile or b""
    newer = whole.replace(b"schema = 3", b"schema = 4")
    assert newer != whole
    return {
        "empty": b"", "binary": b"\xff\x00\xfe" * 50, "half": whole[: len(whole) // 2],
        "newer": newer, "no schema": whole.replace(b"schema = 3\n", b""),
        "schema as text": whole.replace(b"schema = 3", b'schema = "3"'),
        "due as text": whole.replace(b"due = 2027-04-11", b'due = "x"'),
        "due with a time": whole.replace(b"due = 2027-04-11", b"due = 2027-04-11T10:00:00"),
        "no due": whole.replace(b"due = 2027-04-11", b""),
        "born as number": b"born = 5\n" + whole, "deep": b"a = " + b"[" * 5000,
    }  # fmt: skip


def test_convention_24_nothing_is_printed_on_any_error(expecting: Amma) -> None:
    asked = ["status", "--short", "--on", TODAY]
    path = expecting.home / "profile.toml"
    for name, content in damaged(expecting).items():
        path.write_bytes(content)
        for words in (asked, [*asked, "--neutral"]):
            assert short(words, expecting.env, date(2026, 11, 22)) == "", name
        if name in ("half", "newer", "binary"):
            assert expecting(*asked) == (0, b"", b""), name
    path.unlink(missing_ok=True)
    path.mkdir()
    assert expecting(*asked) == (0, b"", b"")
    path.rmdir()
    assert expecting(*asked) == (0, b"", b""), "no profile"
    for home in ("/proc/1/nothing", str(ROOT / "README.md"), "/dev/null"):
        assert expecting(*asked, env={"AMMA_HOME": home}) == (0, b"", b""), home


def test_convention_24_a_bad_day_prints_nothing(expecting: Amma) -> None:
    for words in (["--on"], ["--on", "nonsense"], ["--on="], ["--on", "2026-02-30"]):
        assert expecting("status", "--short", *words) == (0, b"", b""), words


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_convention_24_output_that_cannot_be_written_prints_nothing(expecting: Amma) -> None:
    done = expecting.shell(f"$AMMA status --short --on {TODAY} > /dev/full")
    assert (done.stdout, done.stderr) == (b"", b"")
    other = expecting.shell(f"$AMMA status --on {TODAY} > /dev/full")
    assert other.code == 1
    assert "The output could not be written" in other.err


def test_convention_24_common_options_may_stand_before_it(expecting: Amma) -> None:
    for words in (
        ["--on", TODAY, "status", "--short"],
        ["--width", "40", "status", f"--on={TODAY}", "--short"],
        ["status", "--on", "22 November 2026", "--short"],
        ["--color", "always", "--plain", "status", "--short", "--on", TODAY],
    ):
        assert expecting(*words) == (0, b"20+0\n", b""), words
    for words in (["--on", "nonsense", "status", "--short"], ["--width", "x", "status", "--short"]):
        assert expecting(*words).stderr == b"", words


def test_convention_24_help_and_json_are_not_swallowed(expecting: Amma) -> None:
    assert "Examples" in expecting("status", "--short", "-h").out
    for words in (["status", "--short", "--json"], ["--json", "status", "--short"]):
        assert expecting(*words, "--on", TODAY).record["due"] == DUE


def test_convention_24_it_knows_the_schema_that_the_store_writes() -> None:
    assert SCHEMA == profile_file.SCHEMA


def recipes() -> list[str]:
    text = (ROOT / "docs" / "prompt.md").read_text(encoding="utf-8")
    return re.findall(r"\bamma (?:status|end)\b[^)`\"'\n]*", text)


def test_convention_24_the_recipes_name_options_that_exist() -> None:
    text = (ROOT / "docs" / "prompt.md").read_text(encoding="utf-8")
    for shell in ("bash", "zsh", "fish", "starship", "tmux"):
        assert f"**{shell}**" in text
    commands = build(EVERY).commands
    assert len(recipes()) >= 5
    for line in recipes():
        _, name, *words = line.split()
        known = {o for p in commands[name].params for o in p.opts} | {*VALUES, *SWITCHES}
        used = {word for word in words if word.startswith("-")}
        assert used <= known, line


def test_convention_24_the_bash_recipe_shows_it(expecting: Amma) -> None:
    text = (ROOT / "docs" / "prompt.md").read_text(encoding="utf-8")
    found = re.search(r"^PS1='(.*)'$", text, re.MULTILINE)
    assert found
    line = found[1].replace("amma status", f'"$AMMA" status --on {TODAY}')
    program = expecting.folder / "amma"
    words = " ".join(f"'{word}'" for word in expecting.command())
    program.write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        ["bash", "--norc", "-c", f"PS1='{line}'; printf %s \"${{PS1@P}}\""],
        capture_output=True, env=expecting.environment({"AMMA": str(program)}), text=True,
        check=True, cwd=expecting.folder,
    )  # fmt: skip
    assert done.stdout.startswith("20.0 ")
