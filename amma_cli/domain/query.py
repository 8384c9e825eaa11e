"""What somebody typed to search for -> the words that carry it."""

import re
from typing import NamedTuple

LONGEST = 500  # characters that are looked at; a search is a sentence, not a book
MOST_WORDS = 24

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
    """The words to look for, and what was typed, shortened for showing."""

    words: tuple[str, ...]
    shown: str


def read_query(typed: str) -> Query:
    """Return the words of a query, stop words left out, each once, at most 24.

    Nothing but stop words gives no words at all. Letters of any script count.
    """
    lowered = typed[:LONGEST].lower().replace("\u2019", "'")
    found = re.findall(r"[^\W_]+(?:'[^\W_]+)*", lowered)
    every = list(dict.fromkeys(word.replace("'", "") for word in found))
    carrying = [word for word in every if word not in STOP_WORDS]
    shown = " ".join(typed[:80].split())
    return Query(tuple(carrying[:MOST_WORDS]), shown)
