"""Conventions 1 to 4: the first minute, help, near misses, versions."""

import re

import pytest

from amma_cli import __version__
from amma_cli.commands.registry import COMMANDS
from tests.batch import each
from tests.program import CALLS, Amma
from tests.terminal import in_terminal

NAMES = [command.name for command in COMMANDS]
SCREEN = 24


def test_every_command_of_the_registry_has_a_call_in_these_tests() -> None:
    assert sorted(CALLS) == sorted(NAMES)


def examples(text: str) -> list[str]:
    return re.findall(r"\bamma (?:[a-z]+|--?[a-z]+)\b[^\n]*", text)


def assert_welcoming(text: str) -> None:
    lines = text.splitlines()
    assert len(lines) <= SCREEN
    assert all(len(line) <= 80 for line in lines)
    assert "pregnancy companion" in lines[0] + lines[1]
    assert "amma week 20" in text
    assert "amma search" in text
    assert "amma due" in " ".join(text.split())


@pytest.mark.parametrize("args", [[], ["today"]], ids=["amma", "today"])
def test_convention_01_without_a_profile_one_screen_says_what_it_is(
    amma: Amma, args: list[str]
) -> None:
    done = amma(*args)
    assert (done.code, done.err) == (0, "")
    assert_welcoming(done.out)
    assert amma.files() == {}


def test_convention_01_the_first_screen_fits_a_small_terminal(amma: Amma) -> None:
    seen = in_terminal(amma, rows=SCREEN + 1, columns=80)
    assert seen.code == 0
    assert_welcoming(seen.text)


@pytest.mark.parametrize("name", NAMES)
def test_convention_02_help_of_every_command_starts_with_an_example(amma: Amma, name: str) -> None:
    short, long, named = each(amma, [[name, "-h"], [name, "--help"], ["help", name]])
    assert (short.code, short.err) == (0, "")
    assert short == long
    first_screen = "\n".join(short.out.splitlines()[:SCREEN])
    assert [e for e in examples(first_screen) if "[" not in e], "no example on the first screen"
    assert named == short
    assert amma.files() == {}


@pytest.mark.parametrize("word", ["-h", "--help", "help"])
def test_convention_02_help_of_the_program_names_every_command(amma: Amma, word: str) -> None:
    done = amma(word)
    assert (done.code, done.err) == (0, "")
    assert len(examples("\n".join(done.out.splitlines()[:SCREEN]))) >= 2
    for name in NAMES:
        assert re.search(rf"^\W*{name}\b", done.out, re.MULTILINE), name


def near(err: str) -> list[str]:
    """What follows "Did you mean"."""
    found = re.search(r"Did you mean:? (.*)\?", err)
    return found[1].split(", ") if found else []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("serch", "search"), ("wek", "week"), ("tody", "today"), ("lst", "list"), ("Week", "week")],
)
def test_convention_03_an_unknown_command_names_near_ones_and_runs_nothing(
    amma: Amma, typed: str, meant: str
) -> None:
    done = amma(typed, "bleeding")
    assert (done.code, done.out) == (2, "")
    assert typed in done.err
    assert meant in near(done.err)
    assert 1 <= len(near(done.err)) <= 3
    assert amma.files() == {}


@pytest.mark.parametrize(
    "typed", [["bleeding"], ["emergency"], ["i", "am", "bleeding"], ["i am bleeding"], ["cramps"]]
)
def test_convention_03_a_worry_is_no_command_and_hears_whom_to_call_and_how_to_search(
    amma: Amma, typed: list[str]
) -> None:
    for where, number in ((["--region", "GB"], "call 999."), ([], "112 in Europe")):
        done = amma(*typed, *where)
        assert (done.code, done.out) == (2, "")
        assert near(done.err) == []
        assert number in done.err
        assert "Call your maternity unit, day or night" in done.err
        words = " ".join(typed)
        assert f'amma search "{words}".' in done.err or f"amma search {words}." in done.err
    assert amma.files() == {}


def test_convention_03_the_numbers_of_a_worry_need_no_library(amma: Amma) -> None:
    done = amma("bleeding", env={"AMMA_LIBRARY": str(amma.folder / "none.db")})
    assert done.code == 2
    assert "Call your maternity unit, day or night" in done.err


@pytest.mark.parametrize("name", [n for n in NAMES if len(n) > 3])
def test_convention_03_commands_are_not_abbreviated(expecting: Amma, name: str) -> None:
    before = expecting.files()
    done = expecting(name[:-1], *CALLS.get(name, [name])[1:])
    assert (done.code, done.out) == (2, "")
    assert expecting.files() == before


def test_convention_03_options_are_not_abbreviated(expecting: Amma) -> None:
    before = expecting.files()
    for args in (["due", "--dry"], ["list", "--top", "food"], ["week", "20", "--js"]):
        done = expecting(*args)
        assert (done.code, done.out) == (2, ""), args
    assert expecting.files() == before


@pytest.mark.parametrize("command", ["read", "print", "cite"])
def test_convention_03_an_unknown_article_names_near_ones(amma: Amma, command: str) -> None:
    done = amma(command, "cervical-insuficiency", *(["1"] if command == "cite" else []))
    assert (done.code, done.out) == (1, "")
    assert "cervical-insufficiency" in near(done.err)
    assert 1 <= len(near(done.err)) <= 3
    nothing = amma(command, "zzzzqqqq", *(["1"] if command == "cite" else []))
    assert (nothing.code, nothing.out) == (1, "")
    assert near(nothing.err) == []
    assert "amma list" in nothing.err
    assert not list(amma.folder.glob("*.html"))


@pytest.mark.parametrize("args", [["--version"], ["-V"], ["--plain", "--version"]], ids=" ".join)
def test_convention_04_the_version_names_program_and_library_with_its_date(
    amma: Amma, args: list[str]
) -> None:
    done = amma(*args)
    assert (done.code, done.err) == (0, "")
    assert done.out.count("\n") == 1
    assert done.out.startswith(f"amma {__version__}, library ")
    assert re.search(r"library [0-9a-f]{8} of 20\d\d-\d\d-\d\d\b", done.out)
    assert "not affiliated with the amma app" in done.out
