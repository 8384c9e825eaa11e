"""What somebody typed, and the words that carry it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.query import LONGEST, MOST_WORDS, STOP_WORDS, read_query


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("weak cervix", ("weak", "cervix")),
        ("What is a WEAK cervix?", ("weak", "cervix")),
        ("is it normal that my belly gets hard", ("belly", "gets", "hard")),
        ("pressure   down\tthere", ("pressure", "down")),
        ("spotting, spotting; spotting!", ("spotting",)),
        ("baby's heart, and the baby’s kick", ("babys", "heart", "kick")),
        ("I can't sleep", ("sleep",)),
        ("12+3 scan", ("12", "3", "scan")),
        ("38.5 fever", ("38", "5", "fever")),
        ('AND OR NEAR( " * ^ -', ("near",)),
        ("café Übelkeit 子宮", ("café", "übelkeit", "子宮")),
        ("snake_case", ("snake", "case")),
        ("🤰👶🏽", ()),
        ("what is it", ()),
        ("", ()),
        ("   ", ()),
        ("\x00\x1b[31m", ("31m",)),
    ],
)
def test_words_that_say_something_are_kept_in_their_order(
    typed: str, words: tuple[str, ...]
) -> None:
    assert read_query(typed).words == words


@given(st.text())
def test_whatever_is_typed_the_words_are_few_lower_case_and_each_once(typed: str) -> None:
    query = read_query(typed)
    assert len(query.words) <= MOST_WORDS
    assert len(set(query.words)) == len(query.words)
    assert not set(query.words) & STOP_WORDS
    for word in query.words:
        assert word
        assert not set(word) & set(" \"'*^-()_\x00")
    assert len(query.shown) <= 80
    assert "\n" not in query.shown


def test_only_the_beginning_of_a_very_long_text_is_looked_at() -> None:
    began = time.perf_counter()
    query = read_query("x " * 5_000_000 + "cervix")
    assert time.perf_counter() - began < 1
    assert query.words == ("x",)
    assert read_query("a" * LONGEST + "b").words == ("a" * LONGEST,)


def test_a_query_of_many_words_keeps_the_first_ones() -> None:
    many = [f"word{n}" for n in range(100)]
    assert read_query(" ".join(many)).words == tuple(many[:24])
