"""Rules over words.toml: what people say and what the library calls it, V01 and V02."""

import re
from collections.abc import Iterator
from typing import Any

from amma_cli.library.check_words import wrong_words
from amma_cli.library.figures import has_figure
from amma_cli.library.rules import line_of, sentences_of
from amma_cli.library.source_text import Problem

FILE = "en/words.toml"
PHRASE = re.compile(r"[a-z0-9]+(?: [a-z0-9]+){0,3}")
LONGEST_MEANING, MOST_TARGETS = 40, 6


def check_vocabulary(
    words: dict[str, Any], known: frozenset[str], slugs: frozenset[str], raw: str
) -> Iterator[Problem]:
    """Yield what is wrong with lay words and the glossary.

    known: every word of the articles in lower case. slugs: every article written or planned.
    """
    for phrase, targets in words.get("lay", {}).items():
        yield from _lay(phrase, targets, known, _line(raw, phrase))
    for term, meaning in words.get("glossary", {}).items():
        yield from _meaning(term, meaning, slugs, _line(raw, term))


def _line(raw: str, key: str) -> int:
    return max(line_of(raw, f'"{key}" ='), line_of(raw, f"{key} ="))


def _lay(phrase: str, targets: Any, known: frozenset[str], line: int) -> Iterator[Problem]:
    def found(message: str, fix: str) -> Problem:
        return Problem("V01", FILE, line, f"{phrase}: {message}", fix)

    if not PHRASE.fullmatch(phrase):
        yield found("not a phrase", "one to four words in lower case, no sign but letters")
    if (
        not isinstance(targets, list)
        or not 1 <= len(targets) <= MOST_TARGETS
        or not all(isinstance(t, str) for t in targets)
    ):
        yield found("not a list of words", f"1 to {MOST_TARGETS} words or phrases of the library")
        return
    for target in targets:
        missing = [word for word in target.split() if word not in known]
        if target != target.lower() or target == phrase or missing:
            yield found(f"{target!r} stands in no article", "a word that the library uses")


def _meaning(term: str, meaning: Any, slugs: frozenset[str], line: int) -> Iterator[Problem]:
    def found(message: str, fix: str) -> Problem:
        return Problem("V02", FILE, line, f"{term}: {message}", fix)

    if not PHRASE.fullmatch(term):
        yield found("not a term", "one to four words in lower case, no sign but letters")
    if not isinstance(meaning, dict) or set(meaning) - {"say", "see"} or "say" not in meaning:
        yield found("not a meaning", '{ say = "...", see = "slug" }')
        return
    say = str(meaning["say"])
    if len(say.split()) > LONGEST_MEANING or len(sentences_of(say)) > 2 or not say.endswith("."):
        yield found(f"{len(say.split())} words", f"one or two sentences of {LONGEST_MEANING} words")
    if has_figure(say):
        yield found("a figure, which nothing cites here", "say it without; the article has it")
    if meaning.get("see", "") and meaning["see"] not in slugs:
        yield found(f"see {meaning['see']!r}", "an article written or planned")
    for code, message, fix in wrong_words(say):
        yield Problem(code, FILE, line, f"{term}: {message}", fix)
