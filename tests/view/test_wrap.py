"""Breaking lines."""

import time

from hypothesis import given
from hypothesis import strategies as st

from amma_cli.view.wrap import wrap
from tests.view.pages_made import WORDS, columns, squeezed


@given(WORDS, st.integers(12, 100), st.sampled_from([("", ""), ("- ", "  "), ("[10] ", "    ")]))
def test_lines_fit_lead_and_words_stay_in_order(
    words: str, width: int, lead: tuple[str, str]
) -> None:
    lines = list(wrap(words, width, *lead))
    assert all(columns(line) <= width for line in lines)
    assert lines[0].startswith(lead[0].rstrip())
    assert all(line.startswith(lead[1]) for line in lines[1:])
    joined = "".join([lines[0].removeprefix(lead[0]), *lines[1:]])
    assert squeezed(joined) == squeezed(words)


@given(WORDS, st.integers(30, 100))
def test_words_that_fit_are_not_broken(words: str, width: int) -> None:
    assert [w for line in wrap(words, width) for w in line.split()] == words.split()


def test_lines_are_filled_before_they_are_broken() -> None:
    assert list(wrap("one two three four", 9)) == ["one two", "three", "four"]
    assert list(wrap("one two three", 7, "- ", "  ")) == ["- one", "  two", "  three"]


def test_a_word_longer_than_a_line_is_broken_at_the_width() -> None:
    assert list(wrap("abcdefgh ij", 3)) == ["abc", "def", "gh", "ij"]
    assert list(wrap("日本語", 5)) == ["日本", "語"]


def test_nothing_is_one_empty_line() -> None:
    assert list(wrap("", 20)) == [""]
    assert list(wrap("", 20, "- ")) == ["-"]


def test_a_very_long_word_takes_no_longer_than_as_many_words() -> None:
    began = time.perf_counter()
    lines = list(wrap("x" * 200_000, 80))
    assert time.perf_counter() - began < 5
    assert len(lines) == 2500
