"""What somebody typed who is worried -> the warning signs that stand in it.

It hears too much rather than too little: what is found is shown as "if this is happening now",
beside what was searched for. The phrases are content/en/worries.toml; how dangerous a sign is,
the safety rules alone say. Readings: domain/spoken_readings.py.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from amma_cli.domain.query import bare, words_of

EXACT = "="
LONGEST = 20_000  # characters that are heard
SLIP_FROM, OTHER_FROM = 5, 6  # letters of a word in which a slip, another letter, is forgiven
ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s")
HERS = frozenset("my i im me ive this that it shes hes her his wrong happening coming".split())
MEANING = re.compile(
    r"(?:what is|what are|whats|meaning of|what does) (?:(?:a|an|the) )?\w+(?: \w+){0,2}(?: mean)?"
)


class Worry(NamedTuple):
    """A warning sign's key with the phrases that mean it, and those that mean it only in a query
    without a word of `but`.

    A word of a phrase with EXACT before it stands there as it is. read: the slug of the article on
    the sign, "" for none.
    """

    key: str
    said: tuple[tuple[str, ...], ...]
    weak: tuple[tuple[str, ...], ...] = ()
    but: frozenset[str] = frozenset()
    read: str = ""


# What is said not to be there; "no movement" and the like are phrases and stay.
DENIED = re.compile(
    r"\b(?:no|not|without|zero)\s+(?:any\s+|more\s+)?(?:(?:chest|belly|tummy|stomach|vision|vaginal)\s+)?"
    r"(?:bleeding|spotting|pains?|cramps|cramping|contractions|fever|headaches?|changes|discharge)\b"
)


def words_heard(text: str) -> tuple[str, ...]:
    """Return the words of a text that may mean a sign, without what it says is not there."""
    return words_of(DENIED.sub(" ", bare(text[:LONGEST])))


def heard(worries: Sequence[Worry], typed: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of the signs of which a phrase stands in the words typed.

    typed: words in lower case without apostrophes. Every word of a phrase must be there, in any
    order, by its stem or with one slip (see stem, slipped).
    """
    words = frozenset(typed)
    stems = frozenset(map(stem, words))
    long: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= SLIP_FROM:
            long.setdefault(word[0], []).append(word)
    known: dict[str, bool] = {}

    def there(word: str) -> bool:
        if word not in known:
            known[word] = (
                word.removeprefix(EXACT) in words
                if word.startswith(EXACT)
                else word in words
                or stem(word) in stems
                or (
                    len(word) >= SLIP_FROM
                    and any(slipped(word, other) for other in long.get(word[0], ()))
                )
            )
        return known[word]

    return tuple(
        worry.key
        for worry in worries
        if any(all(map(there, phrase)) for phrase in worry.said)
        or (not worry.but & words and any(all(map(there, phrase)) for phrase in worry.weak))
    )


def asks_meaning(typed: Sequence[str]) -> bool:
    """Whether nothing but the meaning of a term is asked: "what is a mucus plug"."""
    text = " ".join(typed)
    return bool(MEANING.fullmatch(text)) and not HERS & set(typed)


def stem(word: str) -> str:
    """Return a word without its plural, -ing or -ed: kicks, kicking and kicked are kick."""
    if word == "scared":  # no scar
        return word
    for ending in ENDINGS:
        if len(word) - len(ending) < 3 or word.endswith(("ss", "eed")):
            continue
        if word.endswith(ending):
            word = word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def slipped(one: str, other: str) -> bool:
    """Whether a word is another with a slip: both long, with the same first letter."""
    if min(len(one), len(other)) < SLIP_FROM or one[0] != other[0] or not one_slip(one, other):
        return False
    return len(one) >= OTHER_FROM or len(one) != len(other) or sorted(one) == sorted(other)


def one_slip(one: str, other: str) -> bool:
    """Whether one letter was changed, left out, added, or two neighbors changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    rests = (one[at + 1 :], other[at + 1 :])
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or rests[0] == rests[1] or one[at:] == rests[1] or rests[0] == other[at:]
