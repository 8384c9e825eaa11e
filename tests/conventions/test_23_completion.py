"""Convention 23: completion for four shells, of commands, options, articles and topics."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from amma_cli.commands.help import TOPICS
from amma_cli.commands.registry import COMMANDS
from amma_cli.commands.run import EVERY, build
from tests.program import Amma

SHELLS = ("bash", "zsh", "fish", "powershell")
PROGRAMS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "pwsh"}
CHECKS = {"bash": ["bash", "-n"], "zsh": ["zsh", "-fn"], "fish": ["fish", "--no-execute"]}
NAMES = {command.name for command in COMMANDS}


@pytest.fixture(scope="module")
def amma(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Amma:
    """The program, used for the first time; nothing here changes anything of it."""
    return Amma(tmp_path_factory.mktemp("completion"), library)


@pytest.fixture(scope="module")
def scripts(amma: Amma) -> Path:
    """A folder with every script, and amma itself by its name."""
    folder = amma.folder / "scripts"
    folder.mkdir()
    for shell in SHELLS:
        (folder / shell).write_bytes(amma("completion", shell).stdout)
    program = folder / "amma"
    words = " ".join(f"'{word}'" for word in amma.command())
    program.write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


def run(scripts: Path, amma: Amma, shell: list[str], line: str) -> list[str]:
    done = subprocess.run(
        [*shell, line], capture_output=True, check=False, cwd=scripts, timeout=30,
        env=amma.environment({"PATH": f"{scripts}:{amma.env['PATH']}"}), stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.stderr == b"", done.stderr.decode()
    return done.stdout.decode().split("\n")[:-1]


def in_bash(scripts: Path, amma: Amma, *words: str) -> set[str]:
    """What Tab offers in bash behind `amma WORDS`, the last of them unfinished."""
    typed = " ".join(f"'{word}'" for word in ("amma", *words))
    line = (
        f"source ./bash; COMP_WORDS=({typed}); COMP_CWORD={len(words)};"
        " $(complete -p amma | sed 's/.*-F \\([^ ]*\\) .*/\\1/') amma; "
        ' [ ${#COMPREPLY[@]} -eq 0 ] || printf "%s\\n" "${COMPREPLY[@]}"'
    )
    return set(run(scripts, amma, ["bash", "--norc", "-c"], line))


def in_zsh(scripts: Path, amma: Amma, *words: str) -> set[str]:
    """The same in zsh, whose compadd prints what it was given."""
    typed = " ".join(f"'{word}'" for word in ("amma", *words))
    line = (
        "compadd() { shift; print -l -- ${(M)@:#${PREFIX}*} }; compdef() { :; };"
        f" words=({typed}); CURRENT={len(words) + 1}; PREFIX='{words[-1]}'; source ./zsh"
    )
    return {word for word in run(scripts, amma, ["zsh", "-f", "-c"], line) if word}


def in_fish(scripts: Path, amma: Amma, *words: str) -> set[str]:
    typed = " ".join(("amma", *words))
    lines = run(scripts, amma, ["fish", "--no-config", "-c"], f"source fish; complete -C '{typed}'")
    return {line.split("\t")[0] for line in lines}


OFFERS = {"bash": in_bash, "zsh": in_zsh, "fish": in_fish}


def slugs(amma: Amma) -> set[str]:
    return {row["slug"] for row in amma("list", "--json").record["articles"]}


@pytest.mark.parametrize("shell", CHECKS)
def test_convention_23_the_shell_itself_finds_no_fault_in_its_script(
    scripts: Path, amma: Amma, shell: str
) -> None:
    if not shutil.which(PROGRAMS[shell]):
        pytest.skip(f"{shell} is not on this machine")
    done = subprocess.run(
        [*CHECKS[shell], str(scripts / shell)], capture_output=True, check=False, timeout=30
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize("shell", OFFERS)
def test_convention_23_a_shell_completes_commands_options_articles_and_topics(
    scripts: Path, amma: Amma, shell: str
) -> None:
    if not shutil.which(PROGRAMS[shell]):
        pytest.skip(f"{shell} is not on this machine")

    def offer(*words: str) -> set[str]:
        return OFFERS[shell](scripts, amma, *words)

    assert offer("") >= NAMES
    assert offer("se") == {"search", "settings"}
    articles = slugs(amma)
    assert offer("read", "") >= articles
    assert offer("read", "short-c") == {"short-cervix"}
    assert offer("print", "hos") == {"hospital-bag"}
    assert offer("cite", "short-c") == {"short-cervix"}
    topics = {row["topic"] for row in amma("topics", "--json").record["topics"]}
    assert offer("list", "--topic", "") == topics
    assert offer("list", "--topic", "comp") == {"complications"}
    assert offer("help", "exit") == {"exit-codes"}
    assert "status" in offer("help", "sta")
    assert offer("today", "--pl") == {"--plain"}
    assert {"--on", "--json", "--no-pager"} <= offer("week", "--")
    assert offer("read", "nothing-has-this-name") == set()


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_convention_23_articles_are_completed_behind_an_option_too(
    scripts: Path, amma: Amma, shell: str
) -> None:
    if not shutil.which(PROGRAMS[shell]):
        pytest.skip(f"{shell} is not on this machine")
    assert OFFERS[shell](scripts, amma, "read", "--plain", "short-c") == {"short-cervix"}
    assert OFFERS[shell](scripts, amma, "--plain", "se") == {"search", "settings"}
    assert OFFERS[shell](scripts, amma, "today", "--color", "al") == {"always"}


@pytest.mark.parametrize("shell", SHELLS)
def test_convention_23_every_command_help_topic_and_visible_option_is_in_the_script(
    amma: Amma, shell: str
) -> None:
    text = amma("completion", shell).out
    known = set(re.findall(r"[a-z][a-z-]*", text))
    assert known >= NAMES
    assert known >= set(TOPICS) or shell == "powershell"
    for command in build(EVERY).commands.values():
        for option in command.params:
            if option.param_type_name == "option" and not option.hidden:
                missing = {o[2:] for o in option.opts if o.startswith("--")} - known
                assert missing == set(), f"amma {command.name}"


def test_convention_23_the_powershell_script_is_closed_and_asks_for_articles(amma: Amma) -> None:
    text = amma("completion", "powershell").out
    assert "Register-ArgumentCompleter -Native -CommandName amma" in text
    for opening, closing in ("{}", "()", "[]"):
        assert text.count(opening) == text.count(closing)
    assert text.count("'") % 2 == 0
    assert "amma list --slugs" in text
    assert "amma topics --names" in text


def test_convention_23_completing_leaves_no_trace(scripts: Path, amma: Amma) -> None:
    in_bash(scripts, amma, "read", "short")
    assert amma.files() == {}


def test_convention_23_an_unknown_shell_is_refused(amma: Amma) -> None:
    done = amma("completion", "tcsh")
    assert (done.code, done.out) == (2, "")
    assert "powershell" in done.err
