"""Search: words as people type them -> passages, ranked up to their articles (FTS5)."""

import json
import re
from typing import NamedTuple

from amma_cli.domain.article import Card
from amma_cli.domain.query import Query, Term, phrases_of, read_terms
from amma_cli.errors import Failed
from amma_cli.library.shelf import Shelf

HITS = 10
PASSAGES = 300
MOST_PHRASES = 900  # SQLite takes 999 values in one question
# Weight of a passage by what it is; names are titles, aliases and ways of asking.
WEIGHT = {
    "names": 2.2, "asked": 1.6, "summary": 1.3, "takeaways": 1.2, "help": 1.1, "question": 1.1,
    "body": 1.0,
}  # fmt: skip
SOME = 0.3  # of the score of an article that holds only some of the words
OPEN, CLOSE = "\x02", "\x03"


class Hit(NamedTuple):
    """An article found: score (higher is better) and its best passage, matches between marks."""

    card: Card
    score: float
    heading: str
    passage: str


class Meaning(NamedTuple):
    """What a medical word means; `see` is the slug of its article, or empty."""

    term: str
    say: str
    see: str


class Found(NamedTuple):
    """What a search gives; `read` is how the words were read after correction."""

    hits: tuple[Hit, ...]
    read: tuple[str, ...]
    meaning: Meaning | None = None


def search(shelf: Shelf, query: Query, limit: int = HITS) -> Found:
    """Return the best articles for the words of a query.

    All words together first; where nothing holds them all, any of them. Raises
    errors.Failed where this Python's SQLite has no FTS5.
    """
    if not shelf.rows("SELECT 1 FROM sqlite_master WHERE name = 'passage_text'"):
        raise Failed("Search needs SQLite with FTS5, which this Python lacks.", "amma list")
    meaning = _meaning(shelf, query)
    terms = read_terms(query, _lay(shelf, query))
    if meaning is None:  # a word of the glossary is spelled as it should be
        terms = tuple(term if term.also else Term(_known(shelf, term.said)) for term in terms)
    hits = _best(shelf, " AND ".join(_either(term) for term in terms), limit)
    if len(terms) > 1 and len(hits) < limit:
        hits = _filled(hits, _best(shelf, " OR ".join(_either(term) for term in terms), limit))
    return Found(hits[:limit], tuple(term.said for term in terms), meaning)


def _best(shelf: Shelf, expression: str, limit: int) -> tuple[Hit, ...]:
    """Return the best articles for an expression of FTS5, each with its best passage."""
    scored = _scored(shelf, expression)
    best = sorted(scored.items(), key=lambda pair: (-pair[1][0], pair[0]))[:limit]
    cards = {card.slug: card for card in shelf.cards(slug for slug, _ in best)}
    return tuple(
        Hit(cards[slug], round(score, 3), *_passage(shelf, slug, rowid, expression))
        for slug, (score, rowid) in best
    )


def _filled(hits: tuple[Hit, ...], more: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Add what holds some of the words to what holds all of them.

    An article that holds only some counts for less: SOME is set so that the ways of asking that
    are known keep their place, and unknown ones find more (tests/library/test_search.py).
    """
    best = {hit.card.slug: hit._replace(score=round(hit.score * SOME, 3)) for hit in more}
    for hit in hits:
        other = best.get(hit.card.slug)
        best[hit.card.slug] = hit._replace(score=max(hit.score, other.score if other else 0.0))
    return tuple(sorted(best.values(), key=lambda hit: (-hit.score, hit.card.slug)))


def _lay(shelf: Shelf, query: Query) -> dict[str, tuple[str, ...]]:
    """Return what the library calls the words and phrases of a query that it calls otherwise."""
    phrases = phrases_of(query)[:MOST_PHRASES]
    marks = ",".join("?" * len(phrases))
    rows = shelf.rows(f"SELECT phrase, words FROM lay WHERE phrase IN ({marks})", *phrases)
    return {phrase: tuple(json.loads(words)) for phrase, words in rows}


def _meaning(shelf: Shelf, query: Query) -> Meaning | None:
    """Return what a medical word means, where it is all that was asked."""
    asked = (" ".join(query.words), " ".join(query.typed))
    rows = shelf.rows("SELECT term, say, see FROM glossary WHERE term IN (?, ?) LIMIT 1", *asked)
    return Meaning(*rows[0]) if rows else None


def _either(term: Term) -> str:
    """Return a term for FTS5: as typed, or as the library calls it."""
    ways = [_term(way) for way in (term.said, *term.also)]
    return ways[0] if len(ways) == 1 else "(" + " OR ".join(ways) + ")"


def _term(word: str) -> str:
    """Quote a word for FTS5; longer ones also match as the beginning of a word."""
    quoted = '"' + word.replace('"', '""') + '"'
    return quoted + "*" if len(word) >= 4 and " " not in word else quoted


def _scored(shelf: Shelf, expression: str) -> dict[str, tuple[float, int]]:
    """Return slug -> (score, best passage): the best passage counts whole, others a little."""
    rows = shelf.rows(
        "SELECT p.slug, p.kind, p.id, f.r FROM (SELECT rowid AS id,"
        " bm25(passage_text, 2.0, 1.0) AS r FROM passage_text WHERE passage_text MATCH ?"
        " ORDER BY r LIMIT ?) AS f JOIN passage AS p ON p.id = f.id",
        expression, PASSAGES,
    )  # fmt: skip
    out: dict[str, tuple[float, int]] = {}
    for slug, kind, rowid, rank in rows:
        score = -rank * WEIGHT[kind]
        known = out.get(slug)
        if known is None:
            out[slug] = (score, rowid)
        else:
            top = max(known[0], score)
            out[slug] = (top + 0.05 * min(known[0], score), rowid if score > known[0] else known[1])
    return out


def _passage(shelf: Shelf, slug: str, rowid: int, expression: str) -> tuple[str, str]:
    """Return heading and passage; a hit in the names shows the article's best text or summary."""
    rows = shelf.rows(
        "SELECT p.heading, snippet(passage_text, 1, ?, ?, '…', 28) FROM passage_text"
        " JOIN passage AS p ON p.id = passage_text.rowid WHERE passage_text MATCH ?"
        " AND p.slug = ? AND p.kind NOT IN ('names', 'asked') ORDER BY p.id != ?, rank LIMIT 1",
        OPEN, CLOSE, expression, slug, rowid,
    )  # fmt: skip
    if rows:
        return rows[0][0], rows[0][1]
    summary = shelf.rows("SELECT title, summary FROM article WHERE slug = ?", slug)
    return summary[0][0], summary[0][1]


def _known(shelf: Shelf, word: str) -> str:
    """Return the word, or the nearest word of the library where no passage answers to it."""
    if shelf.rows(
        "SELECT 1 FROM passage_text WHERE passage_text MATCH ? LIMIT 1", _term(word)
    ):  # fmt: skip
        return word
    if len(word) < 4 or not re.fullmatch("[a-z]+", word):
        return word
    import difflib

    near = shelf.rows(
        "SELECT word FROM vocabulary WHERE substr(word, 1, 1) = ? AND length(word) BETWEEN ? AND ?"
        " ORDER BY hits DESC LIMIT 5000",
        word[0], len(word) - 2, len(word) + 2,
    )  # fmt: skip
    close = difflib.get_close_matches(word, [row[0] for row in near], 1, 0.7)
    return str(close[0]) if close else word
