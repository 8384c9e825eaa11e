"""Conventions 9 and 10: nothing but text in a pipe, and when color may be written."""

import re
import unicodedata

import pytest

from tests.program import CALLS, Amma, words_of
from tests.terminal import COLORS, in_terminal

Env = dict[str, str | None]
HELP = [["-h"], ["help", "options"], ["due", "-h"], ["--version"], ["library", "check"]]
READ = ["read", "short-cervix", "--short", "--no-pager"]


def drawn(text: str) -> list[str]:
    """Box-drawing characters, blocks, braille patterns and controls other than the line end."""
    return [
        c
        for c in text
        if 0x2500 <= ord(c) < 0x25A0
        or 0x2800 <= ord(c) < 0x2900
        or (unicodedata.category(c) == "Cc" and c != "\n")
    ]


@pytest.mark.parametrize("name", CALLS)
def test_convention_09_a_pipe_gets_no_escape_codes_and_no_boxes(expecting: Amma, name: str) -> None:
    done = expecting.call(name)
    assert done.code == 0
    assert drawn(done.out) == []
    assert drawn(done.err) == []


@pytest.mark.parametrize("args", HELP, ids=" ".join)
def test_convention_09_help_in_a_pipe_is_text_too(amma: Amma, args: list[str]) -> None:
    done = amma(*args)
    assert drawn(done.out + done.err) == []


@pytest.mark.parametrize("name", ["size", "read", "today"])
def test_convention_09_color_in_a_pipe_brings_no_boxes(expecting: Amma, name: str) -> None:
    done = expecting.call(name, "--color", "always")
    assert "\x1b[" in done.out
    assert [c for c in drawn(done.out) if c != "\x1b"] == []


def test_convention_09_errors_in_a_terminal_are_plain_sentences(amma: Amma) -> None:
    seen = in_terminal(amma, "read", "no-such-article")
    assert seen.code == 1
    assert drawn(seen.screen) == []


# What is set, and whether color stands in a pipe and in a terminal.
MATRIX: list[tuple[Env, list[str], bool, bool]] = [
    ({}, [], False, True),
    ({"NO_COLOR": ""}, [], False, True),
    ({"NO_COLOR": "1"}, [], False, False),
    ({"NO_COLOR": "0"}, [], False, False),
    ({"FORCE_COLOR": "1"}, [], True, True),
    ({"FORCE_COLOR": "0"}, [], False, False),
    ({"FORCE_COLOR": ""}, [], False, True),
    ({"FORCE_COLOR": "1", "NO_COLOR": ""}, [], True, True),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False, False),
    ({"TERM": "dumb"}, [], False, False),
    ({"TERM": "dumb", "FORCE_COLOR": "1"}, [], False, False),
    ({"TERM": None}, [], False, True),
    ({}, ["--color", "auto"], False, True),
    ({}, ["--color", "always"], True, True),
    ({}, ["--color", "never"], False, False),
    ({"NO_COLOR": "1"}, ["--color", "always"], True, True),
    ({"TERM": "dumb"}, ["--color", "always"], True, True),
    ({"FORCE_COLOR": "0"}, ["--color", "always"], True, True),
    ({"FORCE_COLOR": "1"}, ["--color", "never"], False, False),
    ({"FORCE_COLOR": "1"}, ["--color", "auto"], True, True),
    ({"NO_COLOR": "1"}, ["--color", "auto"], False, False),
    ({"COLORTERM": "truecolor"}, ["--color", "always"], True, True),
]


def label(value: object) -> str:
    if isinstance(value, dict):
        return ",".join(f"{k}={v}" for k, v in value.items()) or "nothing"
    return "=".join(value) if isinstance(value, list) else str(value)


@pytest.mark.parametrize(("env", "flags", "pipe", "terminal"), MATRIX, ids=label)
def test_convention_10_color_by_flag_then_environment_then_detection(
    amma: Amma, env: Env, flags: list[str], pipe: bool, terminal: bool
) -> None:
    piped = amma(*READ, *flags, env=env)
    assert piped.code == 0
    assert bool(COLORS.search(piped.out)) is pipe
    if not pipe:
        assert "\x1b" not in piped.out
    shown = in_terminal(amma, *READ, *flags, env=env)
    assert shown.code == 0
    assert bool(COLORS.search(shown.screen)) is terminal


@pytest.mark.parametrize("name", CALLS)
def test_convention_10_a_dumb_terminal_gets_no_escape_codes(expecting: Amma, name: str) -> None:
    seen = in_terminal(expecting, *words_of(name), "--no-input", "--no-pager", env={"TERM": "dumb"})
    assert seen.code == 0
    assert "\x1b" not in seen.screen


def test_convention_10_the_words_are_the_same_in_every_color(amma: Amma) -> None:
    shown = {
        flag: re.sub(r"\s+", " ", in_terminal(amma, *READ, "--color", flag).text)
        for flag in ("always", "never", "auto")
    }
    assert len(set(shown.values())) == 1


@pytest.mark.parametrize("theme", ["light", "dark", "mono", "auto"])
def test_convention_10_a_theme_changes_colors_alone(amma: Amma, theme: str) -> None:
    plain = in_terminal(amma, *READ)
    seen = in_terminal(amma, *READ, env={"AMMA_THEME": theme})
    assert seen.text == plain.text
    assert bool(COLORS.search(seen.screen)) is (theme != "mono")
