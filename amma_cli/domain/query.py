"""What somebody typed to search for -> the words that carry it."""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

LONGEST = 500  # characters that are looked at; a search is a sentence, not a book
MOST_WORDS = 24
APOSTROPHES = re.compile("[\u2018\u2019\u00b4`\u02bc\u2032\uff07]")
JOINED = str.maketrans({"\u00e6": "ae", "\u0153": "oe", "\u00df": "ss"})
LONGEST_PHRASE = 4  # words of a phrase that people type for one thing ("throwing up")

# Words that stand in nearly every question and say nothing of its subject.
STOP_WORDS = frozenset(
    "a about after all am an and any are as at be been being but by can could did do does doing for"
    " from get getting go got had has have having he her here hers him his how i if in into is it"
    " its just may me might mine more most must my myself no nor not now of off on one or our out"
    " over own same she should so some such than that the their them then there these they thing"
    " this those to too up us very was way we were what when where which while who why will with"
    " would you your yours ok okay please help pregnant pregnancy weeks week normal mean means"
    " im ive dont cant u ur".split()
)


class Query(NamedTuple):
    """The words to look for, what was typed shortened for showing, and every word typed."""

    words: tuple[str, ...]
    shown: str
    typed: tuple[str, ...] = ()


class Term(NamedTuple):
    """Something to look for: a word or phrase as typed, and what the library calls it."""

    said: str
    also: tuple[str, ...] = ()


def read_query(typed: str) -> Query:
    """Return the words of a query, stop words left out, each once, at most 24.

    Nothing but stop words gives no words at all. Letters of any script count.
    """
    every = words_of(typed[:LONGEST])
    carrying = [word for word in dict.fromkeys(every) if word not in STOP_WORDS]
    shown = " ".join(typed[:80].split())
    return Query(tuple(carrying[:MOST_WORDS]), shown, every)


def words_of(text: str) -> tuple[str, ...]:
    """Return every word of a text, in lower case and without apostrophes."""
    lowered = APOSTROPHES.sub("'", text.lower())
    found = re.findall(r"[^\W_]+(?:'[^\W_]+)*", lowered)
    return tuple(word.replace("'", "") for word in found)


def bare(text: str) -> str:
    """Return a text in lower case with plain letters: no accents, no wide forms, no joined ones."""
    lowered = APOSTROPHES.sub("'", text.lower()).translate(JOINED)
    parts = unicodedata.normalize("NFKD", lowered)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def phrases_of(query: Query) -> tuple[str, ...]:
    """Return every run of one to four words that was typed, for looking up what it is called."""
    runs = (
        " ".join(query.typed[start : start + size])
        for start in range(len(query.typed))
        for size in range(1, LONGEST_PHRASE + 1)
        if start + size <= len(query.typed)
    )
    return tuple(dict.fromkeys(runs))


def read_terms(query: Query, lay: Mapping[str, tuple[str, ...]]) -> tuple[Term, ...]:
    """Return what to look for: lay words and phrases with the words of the library beside them.

    lay: a phrase as people type it -> what the library calls it. The longest phrase wins, and
    its words are not looked for one by one; stop words count inside a phrase alone.
    """
    terms: dict[str, Term] = {}
    at = 0
    while at < len(query.typed):
        for size in range(min(LONGEST_PHRASE, len(query.typed) - at), 0, -1):
            phrase = " ".join(query.typed[at : at + size])
            if phrase in lay:
                terms.setdefault(phrase, Term(phrase, lay[phrase]))
                break
        else:
            size, phrase = 1, query.typed[at]
            if phrase not in STOP_WORDS:
                terms.setdefault(phrase, Term(phrase))
        at += size
    return tuple(terms.values())[:MOST_WORDS]
