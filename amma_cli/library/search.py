"""Search: words as people type them -> passages, ranked up to their articles (FTS5)."""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from amma_cli.domain.article import Card
from amma_cli.domain.query import Query, Term, phrases_of, read_terms
from amma_cli.domain.worry import one_slip
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
BEGINNING = 5  # letters of a word that may be the beginning of a longer one
SOME = 0.3  # of the score of an article that holds only some of the words
ELSEWHEN = 0.5  # of the score of an article of another time than hers
FREQUENT = 0.3  # of all articles: a word in more of them says nothing of the subject by itself
SURE_FROM, TWO_SLIPS_FROM = 5, 11  # letters of a word that is corrected at all; by two letters
# Spelled right though no text holds them: not to be read as a word that is near.
REAL = frozenset(
    "bleach bridge convulsion drowning knife litter nite paint raped rape sauna scalded stabbed"
    " tablet tick tiles toilet whiplash wifi wife".split()
)
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
    """What a search gives; `read` is how the words were read after correction.

    unknown: the words that no text holds.
    """

    hits: tuple[Hit, ...]
    read: tuple[str, ...]
    meaning: Meaning | None = None
    unknown: tuple[str, ...] = ()


class Lived(NamedTuple):
    """When somebody searches: the completed week of pregnancy, or the week after a birth; both None
    after an end. without_baby: what is for those who care for a newborn comes later.
    """

    week: int | None
    after: int | None
    without_baby: bool = False


NOTHING = Found((), ())
NUMBER = re.compile(r"\d+(?:w|wk|wks|weeks?|d|days?)?")  # a week or a reading that no text names


def put_first(shelf: Shelf, found: Found, slugs: Sequence[str], limit: int) -> Found:
    """Return what was found with these articles first, those that were not among it too."""
    there = {hit.card.slug: hit for hit in found.hits}
    best = found.hits[0].score if found.hits else 1.0
    first = [
        there.get(card.slug) or Hit(card, best, card.title, card.summary)
        for card in shelf.cards(slugs)
    ]
    rest = [hit for hit in found.hits if hit.card.slug not in set(slugs)]
    ranked = [hit._replace(score=best) for hit in first]
    return found._replace(hits=(*ranked, *rest)[:limit])


def search(shelf: Shelf, query: Query, limit: int = HITS, *, time: Lived | None = None) -> Found:
    """Return the best articles for the words of a query.

    All words together first; where nothing holds them all, any of them, but none at all where
    the words that say something are in no text. time: what is for another time comes later.
    Raises errors.Failed where this Python's SQLite has no FTS5.
    """
    if not shelf.rows("SELECT 1 FROM sqlite_master WHERE name = 'passage_text'"):
        raise Failed("Search needs SQLite with FTS5, which this Python lacks.", "amma list")
    meaning = _meaning(shelf, query)
    terms = read_terms(query, _lay(shelf, query))
    if meaning is None:  # a word of the glossary is spelled as it should be
        terms = tuple(term if term.also else Term(_known(shelf, term.said)) for term in terms)
    read = tuple(term.said for term in terms)
    spread = {term.said: _spread(shelf, _either(term)) for term in terms}
    spread = {said: share for said, share in spread.items() if share or not NUMBER.fullmatch(said)}
    unknown = tuple(said for said in read if spread.get(said) == 0)
    known = [_either(term) for term in terms if spread.get(term.said)]
    if not known or (unknown and not any(0 < share <= FREQUENT for share in spread.values())):
        return Found((), read, meaning, unknown)
    hits = _best(shelf, " AND ".join(known), limit, time) if not unknown else ()
    if len(terms) > 1 and len(hits) < limit:
        hits = _filled(hits, _best(shelf, " OR ".join(known), limit, time))
    return Found(hits[:limit], read, meaning, unknown)


def _spread(shelf: Shelf, expression: str) -> float:
    """Return in which share of all articles a term stands."""
    rows = shelf.rows(
        "SELECT count(DISTINCT p.slug) FROM passage_text JOIN passage AS p"
        " ON p.id = passage_text.rowid WHERE passage_text MATCH ?",
        expression,
    )
    every = shelf.rows("SELECT count(*) FROM article")
    return int(rows[0][0]) / max(1, int(every[0][0]))


def _best(shelf: Shelf, expression: str, limit: int, time: Lived | None) -> tuple[Hit, ...]:
    """Return the best articles for an expression of FTS5, each with its best passage."""
    scored = _scored(shelf, expression)
    cards = {card.slug: card for card in shelf.cards(scored)}
    if time is not None:
        babys = _for_newborns(shelf) if time.without_baby else frozenset()
        scored = {
            slug: (score * (1 if _fits(cards[slug], time, babys) else ELSEWHEN), rowid)
            for slug, (score, rowid) in scored.items()
        }
    best = sorted(scored.items(), key=lambda pair: (-pair[1][0], pair[0]))[:limit]
    return tuple(
        Hit(cards[slug], round(score, 3), *_passage(shelf, slug, rowid, expression))
        for slug, (score, rowid) in best
    )


def _for_newborns(shelf: Shelf) -> frozenset[str]:
    """Return the slugs of what is for those who care for a newborn."""
    rows = shelf.rows("SELECT slug FROM whom WHERE key IN ('newborn', 'breastfeeding')")
    return frozenset(slug for (slug,) in rows)


def _fits(card: Card, time: Lived, babys: frozenset[str]) -> bool:
    """Whether an article is for pregnancy, or for the time after a birth, whichever it is now."""
    if time.without_baby and (card.topic == "baby" or card.slug in babys):
        return False
    if time.week is None and time.after is None:
        return True
    return (card.weeks if time.after is None else card.after_birth) is not None


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
    return quoted + "*" if len(word) >= BEGINNING and " " not in word else quoted


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
    if len(word) < SURE_FROM or word in REAL or not re.fullmatch("[a-z]+", word):
        return word
    near = shelf.rows(
        "SELECT word FROM vocabulary WHERE substr(word, 1, 1) = ? AND length(word) BETWEEN ? AND ?"
        " ORDER BY hits DESC LIMIT 5000",
        word[0], len(word) - 2, len(word) + 2,
    )  # fmt: skip
    return next((other for (other,) in near if _slipped(word, str(other))), word)


def _slipped(word: str, other: str) -> bool:
    """Whether a word is another one with a slip; in a short one no letter may be another."""
    if one_slip(word, other):
        long = len(word) > SURE_FROM + 1
        return long or len(word) != len(other) or sorted(word) == sorted(other)
    if len(word) < TWO_SLIPS_FROM:
        return False
    import difflib

    return difflib.SequenceMatcher(None, word, other).ratio() >= 0.9
