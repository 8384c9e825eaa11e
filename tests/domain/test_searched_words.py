"""What was typed to search for: the words that carry it, each once, and not too many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.query import Query, read_query


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("is it normal that my belly gets hard", ("belly", "gets", "hard")),
        ("Pressure down THERE", ("pressure", "down")),
        ("bleeding bleeding Bleeding", ("bleeding",)),
        ("baby's kicks", ("babys", "kicks")),
        ("baby\u2019s kicks", ("babys", "kicks")),
        ("i'm don't can't", ()),
        ("what is it", ()),
        ("", ()),
        ("group_b strep-b", ("group", "b", "strep")),
        ("7 weeks spotting", ("7", "spotting")),
        ("кровотечение 出血", ("кровотечение", "出血")),
        ('"bleeding" OR (pain*) ^x', ("bleeding", "pain", "x")),
    ],
)
def test_words_that_say_nothing_are_left_out(typed: str, words: tuple[str, ...]) -> None:
    assert read_query(typed).words == words


def test_at_most_24_words_of_the_first_500_characters_are_looked_for() -> None:
    assert len(read_query(" ".join(f"w{n}" for n in range(100))).words) == 24
    assert read_query(" " * 496 + "abcdefgh").words == ("abcd",)
    assert read_query(" " * 500 + "abcdefgh").words == ()


def test_what_is_shown_is_one_line_of_at_most_80_characters() -> None:
    assert read_query("  a\n b\tc  ") == Query(("b", "c"), "a b c")
    assert read_query("x" * 200).shown == "x" * 80


@given(st.text(max_size=200))
def test_a_word_is_letters_and_digits_alone(typed: str) -> None:
    for word in read_query(typed).words:
        assert word
        assert not set(word) & set(" \t\n_'\"*()^:-+")
