"""Convention 11: widths of 40, 60, 80 and 120 columns, in a pipe and in a terminal."""

import re

import pytest

from amma_cli.view.characters import cells
from tests.batch import each
from tests.program import CALLS, Amma, words_of
from tests.terminal import Seen, in_terminal

WIDTHS = (40, 60, 80, 120)
ADDRESS = re.compile(r"\s*https?://\S+\s*")
# A script for a shell and a document for paper are not laid out for this terminal.
PATHS = {"privacy", "doctor", "forget"}
NOT_LAID_OUT = {"completion", "export", "print"}
SHOWN = [name for name in CALLS if name not in NOT_LAID_OUT]
HELP = [[name, "-h"] for name in CALLS] + [["help", "options"], ["help", "environment"]]


def too_long(text: str, width: int) -> list[str]:
    return [
        line
        for line in text.splitlines()
        if cells(line.rstrip()) > width and not ADDRESS.fullmatch(line)
    ]


def words(text: str) -> set[str]:
    """The words that carry something: no drawing, no bullets, no commas or brackets around."""
    letters = re.sub(r"[^\w\s./:%+\-\"',?()\[\]]", " ", text)
    bare = (word.strip(".,:?()[]\"'") for word in letters.split())
    return {word for word in bare if re.search(r"\w", word)}


def lost(wide: str, narrow: str, paths: bool = False) -> list[str]:
    """Words of the wide text that the narrow one lacks, those broken over lines not counted.

    paths: whether long paths of the tests stand in both, broken at other places.
    """
    run = re.sub(r"\s+", "", narrow)
    missing = words(wide) - words(narrow) - {"80"}  # the doctor says how wide it is
    broken = {word for word in missing if (paths or len(word) > 29) and word in run}
    return sorted(missing - broken)


def shown(amma: Amma, args: list[str], columns: int) -> Seen:
    seen = in_terminal(amma, *args, "--no-input", "--no-pager", columns=columns)
    assert seen.code == 0, seen.screen
    return seen


@pytest.mark.parametrize("name", SHOWN)
def test_convention_11_no_line_of_a_pipe_is_too_long_and_no_word_is_lost(
    expecting: Amma, name: str
) -> None:
    texts = {}
    calls = [[*words_of(name), "--width", str(width)] for width in WIDTHS]
    for width, done in zip(WIDTHS, each(expecting, calls), strict=True):
        assert done.code == 0
        texts[width] = done.out
        assert too_long(done.out, width) == []
    for width in WIDTHS:
        assert lost(texts[80], texts[width], name in PATHS) == [], width


@pytest.mark.parametrize("name", SHOWN)
def test_convention_11_no_line_of_a_terminal_is_too_long_and_no_word_is_lost(
    expecting: Amma, name: str
) -> None:
    texts = {}
    for width in WIDTHS:
        expecting.reset()
        texts[width] = shown(expecting, words_of(name), width).text
        assert too_long(texts[width], min(width, 80)) == []
    if name != "size":  # a narrow terminal shows the table and a wide one the chart
        for width in WIDTHS:
            assert lost(texts[80], texts[width], name in PATHS) == [], width


def test_convention_11_the_chart_of_a_wide_terminal_is_a_table_in_a_narrow_one(
    expecting: Amma,
) -> None:
    piped = expecting("size", "20").out
    narrow = shown(expecting, ["size", "20"], 34).text
    assert lost(piped, narrow) == []


@pytest.mark.parametrize("args", HELP, ids=" ".join)
def test_convention_11_help_fits_forty_columns(amma: Amma, args: list[str]) -> None:
    wide, narrow = each(amma, [args, [*args, "--width", "40"]])
    assert narrow.code == 0
    assert too_long(narrow.out, 40) == []
    assert lost(wide.out, narrow.out) == []


def test_convention_11_help_fits_a_narrow_terminal(amma: Amma) -> None:
    for args in (["-h"], ["due", "-h"], ["help", "options"]):
        assert too_long(shown(amma, args, 40).text, 40) == []


def longest(text: str) -> int:
    return max(cells(line.rstrip()) for line in text.splitlines() if not ADDRESS.fullmatch(line))


def test_convention_11_prose_is_80_wide_at_most_unless_asked(amma: Amma) -> None:
    read = ["read", "short-cervix"]
    assert longest(shown(amma, read, 200).text) <= 80
    assert 80 < longest(shown(amma, [*read, "--width", "110"], 200).text) <= 110
    assert longest(amma(*read).out) <= 80
    assert 80 < longest(amma(*read, "--width", "110").out) <= 110
    assert 80 < longest(amma(*read, env={"COLUMNS": "110"}).out) <= 110
    assert longest(amma(*read, "--width", "50", env={"COLUMNS": "110"}).out) <= 50
    for odd in ("", "0", "-5", "wide", "9" * 30, "\u0665"):
        assert longest(amma(*read, env={"COLUMNS": odd}).out) <= 80


def addresses(text: str) -> list[str]:
    return re.findall(r"https?://\S+", text)


def test_convention_11_addresses_stand_alone_and_whole(amma: Amma) -> None:
    for name in ("short-cervix", "cervical-insufficiency"):
        wide = amma("read", name, "--width", "300").out
        assert addresses(wide)
        for width in ("40", "60"):
            narrow = amma("read", name, "--width", width).out
            assert addresses(narrow) == addresses(wide)
            assert all(ADDRESS.fullmatch(line) for line in narrow.splitlines() if "://" in line)
        seen = shown(amma, ["read", name], 40).text
        assert addresses(seen) == addresses(wide)


def test_convention_11_errors_are_readable_at_any_width(amma: Amma) -> None:
    done = amma("read", "cervical-insuficiency", "--width", "40")
    assert done.code == 1
    assert "cervical-insufficiency" in done.err
