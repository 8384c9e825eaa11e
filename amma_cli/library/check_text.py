"""Rules over the text itself: lengths and grades, T01 to T06, and what repeats, T16 and T17."""

import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from amma_cli.domain.article import HELP_HEADINGS
from amma_cli.library.readability import grade, words_of
from amma_cli.library.rules import Draft, Sentence, bare, in_sentences, sentences_of
from amma_cli.library.source_text import Problem

READ = ("summary", "takeaway", "help", "body", "figure", "answer")
LONGEST, MEAN, PARAGRAPH = 35, 20.0, 5
WHOLE, QUICK, MEDIAN = 8.0, 6.5, 7.0
COMMON_RUNS = 0.15
REPEATED = ("summary", "takeaway", "body", "answer")
LONG_RUN = 8  # words that make a phrase somebody's own
Run = tuple[str, ...]


def check_lengths(draft: Draft) -> Iterator[Problem]:
    """Yield sentences and paragraphs that are too long, and grades that are too high."""
    counts = []
    for sentence in in_sentences(draft.passages, *READ, "question", "why"):
        count = _count(sentence)
        counts.append(count)
        if count > LONGEST:
            message = f"a sentence of {count} words: {bare(sentence.text)[:60]!r}"
            yield draft.find("T01", sentence.line, message, f"at most {LONGEST}: make it two")
    if counts and statistics.fmean(counts) > MEAN:
        message = f"{statistics.fmean(counts):.1f} words a sentence"
        yield draft.find("T02", 1, message, f"at most {MEAN:.0f} on average")
    for p in draft.passages:
        if p.paragraph and len(sentences_of(p.text)) > PARAGRAPH:
            message = f"a paragraph of {len(sentences_of(p.text))} sentences"
            yield draft.find("T03", p.line, message, f"at most {PARAGRAPH}: one idea each")
    if draft.pieces:
        yield from _grades(draft)


def _count(sentence: Sentence) -> int:
    return len(bare(sentence.text).split())


def _grades(draft: Draft) -> Iterator[Problem]:
    whole, quick = grade(whole_text(draft)), grade(_joined(draft, ("takeaway", "help")))
    if whole > WHOLE:
        yield draft.find(
            "T04", 1, f"grade {whole:.1f}", f"at most {WHOLE}: shorter words, sentences"
        )
    if quick > QUICK:
        yield draft.find("T05", 1, f"takeaways and help: grade {quick:.1f}", f"at most {QUICK}")


def whole_text(draft: Draft) -> str:
    """Return all that is read of a draft as running text, each part ended by a stop."""
    return _joined(draft, (*READ, "heading", "question"))


def _joined(draft: Draft, parts: tuple[str, ...]) -> str:
    texts = [bare(p.text).strip() for p in draft.passages if p.part in parts]
    return " ".join(_stopped(text) for text in texts if text)


def _stopped(text: str) -> str:
    ended = text.rstrip("\"”')").endswith((".", "?", "!"))
    return text if ended else text + "."


def check_median(drafts: Iterable[Draft]) -> Iterator[Problem]:
    """Yield a warning when the library as a whole reads too hard."""
    grades = [grade(whole_text(d)) for d in drafts if d.pieces]
    if grades and statistics.median(grades) > MEDIAN:
        message = f"the median grade of the library is {statistics.median(grades):.1f}"
        yield Problem("T06", "en", 1, message, f"at most {MEDIAN}", "warning")


def check_repetition(drafts: Iterable[Draft], fixed: str) -> Iterator[Problem]:
    """Yield runs of eight words that stand in more than three articles, one for each set of them.

    The words of signs are meant to be the same everywhere: those of `fixed`, the texts of
    safety.toml, the headings of help and its bullets.
    """
    articles = [d for d in drafts if d.kind == "article"]
    lines = (*fixed.split("\n"), *HELP_HEADINGS.values())
    phrases = {run for line in lines for run in _long_runs(line)}
    places: dict[Run, dict[str, tuple[Draft, int]]] = defaultdict(dict)
    for draft in articles:
        for passage in draft.passages:
            runs = _long_runs(bare(passage.text)) if passage.part in REPEATED else ()
            for run in runs:
                places[run].setdefault(draft.file, (draft, passage.line))
            if passage.part == "help":
                phrases.update(_long_runs(passage.text))
    said: set[frozenset[str]] = set()
    for run, found in places.items():
        if len(found) > 3 and run not in phrases and frozenset(found) not in said:
            said.add(frozenset(found))
            draft, line = next(iter(found.values()))
            message = f"in {len(found)} articles: {' '.join(run)!r}"
            yield draft.find("T16", line, message, "say it anew")


def _long_runs(text: str) -> Iterator[Run]:
    for sentence in sentences_of(text):
        words = words_of(sentence)
        yield from zip(*(words[start:] for start in range(LONG_RUN)), strict=False)


def check_guides(drafts: Iterable[Draft]) -> Iterator[Problem]:
    """Yield pairs of guides that share too many runs of four words."""
    runs = [(d, _runs(d)) for d in drafts if d.kind != "article" and d.pieces]
    for (one, first), (two, second) in combinations(runs, 2):
        share = len(first & second) / max(1, min(len(first), len(second)))
        if share > COMMON_RUNS:
            message = f"{share:.0%} of its runs of four words stand in {one.file} too"
            yield two.find("T17", 1, message, f"at most {COMMON_RUNS:.0%}")


def _runs(draft: Draft) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for passage in draft.passages:
        if passage.part == "body":
            words = words_of(bare(passage.text))
            found.update(zip(words, words[1:], words[2:], words[3:], strict=False))
    return frozenset(found)
