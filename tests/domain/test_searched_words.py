"""What was typed to search for: the words that carry it, each once, and not too many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.query import Query, Term, phrases_of, read_query, read_terms


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
    assert read_query("  a\n b\tc  ") == Query(("b", "c"), "a b c", ("a", "b", "c"))
    assert read_query("x" * 200).shown == "x" * 80


@given(st.text(max_size=200))
def test_a_word_is_letters_and_digits_alone(typed: str) -> None:
    for word in read_query(typed).words:
        assert word
        assert not set(word) & set(" \t\n_'\"*()^:-+")


LAY = {
    "throwing up": ("vomiting",),
    "pee": ("urine",),
    "down there": ("vagina", "vulva"),
    "down": ("low mood",),
}


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("throwing up at night", (Term("throwing up", ("vomiting",)), Term("night"))),
        ("it burns when I pee", (Term("burns"), Term("pee", ("urine",)))),
        ("itching down there", (Term("itching"), Term("down there", ("vagina", "vulva")))),
        ("pee pee", (Term("pee", ("urine",)),)),
        ("what is it", ()),
    ],
)
def test_lay_words_stand_beside_those_of_the_library_and_the_longest_phrase_wins(
    typed: str, terms: tuple[Term, ...]
) -> None:
    assert read_terms(read_query(typed), LAY) == terms


def test_phrases_are_runs_of_one_to_four_words() -> None:
    assert set(phrases_of(read_query("a b c d e"))) == {
        "a", "b", "c", "d", "e", "a b", "b c", "c d", "d e", "a b c", "b c d", "c d e",
        "a b c d", "b c d e",
    }  # fmt: skip


@given(st.text(max_size=200))
def test_without_lay_words_the_terms_are_the_words(typed: str) -> None:
    query = read_query(typed)
    assert tuple(term.said for term in read_terms(query, {})) == query.words
