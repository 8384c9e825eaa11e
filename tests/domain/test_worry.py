"""What is heard in the words of somebody who is worried; slips against the textbook's distance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.worry import Worry, asks_meaning, heard, one_slip, slipped, stem, words_heard

LETTERS = st.text("abcde", max_size=7)


def same(one: str, other: str) -> bool:
    """Whether two words are one for the rule of the phrases."""
    return one == other or stem(one) == stem(other) or slipped(one, other)


def distance(one: str, other: str) -> int:
    """Optimal string alignment (Damerau 1964, restricted), by its recurrence."""
    rows = [[max(i, j) if not i or not j else 0 for j in range(len(other) + 1)]
            for i in range(len(one) + 1)]  # fmt: skip
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            cost = one[i - 1] != other[j - 1]
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


@given(LETTERS, LETTERS)
def test_one_slip_is_a_distance_of_one_at_most(one: str, other: str) -> None:
    assert one_slip(one, other) is (distance(one, other) <= 1)


@given(LETTERS, LETTERS)
def test_sameness_has_no_direction(one: str, other: str) -> None:
    assert same(one, other) is same(other, one)


@pytest.mark.parametrize(
    "group",
    [
        "kick kicks kicking kicked", "bleed bleeds bleeding", "move moves moving moved",
        "stop stops stopping stopped", "pad pads", "baby babies", "itch itches itching",
        "need needs needed",
        "breathe breathes breathing", "push pushes pushing pushed", "swell swelling swelled",
    ],
)  # fmt: skip
def test_forms_of_a_word_have_one_stem(group: str) -> None:
    assert len({stem(word) for word in group.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("bleding", "bleeding"), ("waetrs", "waters"), ("seizur", "seizure"), ("swolen", "swollen")],
)
def test_a_slip_in_a_longer_word_is_forgiven(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("spots", "shots"),
        ("piles", "pills"),
        ("scared", "scars"),
        ("fit", "fat"),
        ("wee", "see"),
        ("cord", "card"),
        ("clots", "slots"),
        ("water", "later"),
    ],
)
def test_short_words_and_first_letters_must_be_right(one: str, other: str) -> None:
    assert not same(one, other)


WORRIES = (
    Worry("quiet", (("not", "moving"), ("fewer", "kicks"))),
    Worry("blood", (("soaking", "pads"),), (("bleeding",),), frozenset(("gums", "nose"))),
    Worry("voices", (("=hearing", "=voices"),)),
)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("baby is not moving since last night", ("quiet",)),
        ("moving house not today", ("quiet",)),  # too much rather than too little
        ("kick fewer", ("quiet",)),
        ("i am bleding and fewer kicks", ("quiet", "blood")),
        ("bleeding gums", ()),
        ("soaking beans", ()),
        ("", ()),
    ],
)
def test_every_word_of_a_phrase_must_be_there_in_any_order(
    typed: str, keys: tuple[str, ...]
) -> None:
    assert heard(WORRIES, typed.split()) == keys


@pytest.mark.parametrize("words", ["what is a mucus plug", "whats lochia", "what are contractions"])
def test_the_meaning_of_a_term_is_no_worry(words: str) -> None:
    assert asks_meaning(words.split())


@pytest.mark.parametrize(
    "words",
    ["what is this blood", "what is coming out of me", "mucus plug", "what is wrong with her",
     "what is a lot of bleeding in an hour", "whats my temp 39"],
)  # fmt: skip
def test_what_speaks_of_somebody_is_a_worry(words: str) -> None:
    assert not asks_meaning(words.split())


@given(st.lists(st.sampled_from("the my is so and very today please".split()), max_size=12),
       st.randoms())  # fmt: skip
def test_more_words_take_nothing_away(more: list[str], random: "st.DataObject") -> None:
    words = ["not", "moving", *more]
    random.shuffle(words)  # type: ignore[attr-defined]
    assert "quiet" in heard(WORRIES, words)


SPELLED = st.text("abcdegins", min_size=1, max_size=8)


@given(
    st.lists(SPELLED, max_size=6), st.lists(st.lists(SPELLED, min_size=1, max_size=2), max_size=6)
)
def test_it_is_heard_as_the_rule_says(typed: list[str], phrases: list[list[str]]) -> None:
    worries = [Worry(str(n), (tuple(phrase),)) for n, phrase in enumerate(phrases)]
    plainly = tuple(
        worry.key
        for worry in worries
        if all(any(same(word, other) for other in typed) for word in worry.said[0])
    )
    assert heard(worries, typed) == plainly


@pytest.mark.parametrize(
    ("text", "there", "gone"),
    [
        ("no bleeding but fewer kicks", "kicks", "bleeding"),
        ("No chest pain at all", "at", "chest"),
        ("without any pain", "without", "pain"), ("no movement today", "no", ""),
        ("no energy and bleeding", "bleeding", ""),
        ("no bleeding yesterday, bleeding now", "bleeding", ""),
    ],
)  # fmt: skip
def test_what_is_said_not_to_be_there_is_not_heard(text: str, there: str, gone: str) -> None:
    words = words_heard(text)
    assert there in words or there == "without"
    assert gone not in words


@pytest.mark.parametrize(
    "text",
    ["i can\u2018t breathe", "i can\u00b4t breathe", "I can`t breathe", "i c\u00e1nt breathe",
     "\uff49 \uff43\uff41\uff4e't breathe"],
)  # fmt: skip
def test_apostrophes_accents_and_wide_letters_are_plain(text: str) -> None:
    assert words_heard(text) == ("i", "cant", "breathe")


def test_the_end_of_a_long_text_is_heard() -> None:
    assert "bleeding" in words_heard("all is quiet here " * 500 + "bleeding")
