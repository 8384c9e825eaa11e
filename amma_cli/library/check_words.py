"""Rules over words: T07 to T15 and T18."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from amma_cli.library import wording
from amma_cli.library.rules import Draft, bare, key_line, sentences_of
from amma_cli.library.source_text import Problem

QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
ASIDE = re.compile(r"\([^()]*\)|\bor praevia\b")
UNSEEN = frozenset(("Cc", "Cf", "Co", "Cs", "Zl", "Zp"))
Found = tuple[str, str, str]  # code, message, fix


def check_words(draft: Draft) -> Iterator[Problem]:
    """Yield words of a draft that the library does not use, and characters that hide."""
    hidden = list(unseen(draft.raw)) or [
        (key_line(draft.raw, key), what)  # written as an escape
        for key, value in draft.fields.items()
        for _, what in unseen(texts_in(value))
    ]
    for line, what in hidden:
        yield draft.find("T12", line, f"the character {what}", "type it as plain text")
    for p in draft.passages:
        for code, message, fix in wrong_words(bare(p.text), draft.topic):
            yield draft.find(code, p.line, message, fix)


def unseen(raw: str) -> Iterator[tuple[int, str]]:
    """Yield line and name of each control, direction or private character."""
    for number, line in enumerate(raw.split("\n"), 1):
        for character in line:
            if unicodedata.category(character) in UNSEEN or character == "\ufffd":
                yield number, f"U+{ord(character):04X}"


def texts_in(value: Any) -> str:
    """Return all texts inside a value of TOML, one a line."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        value = list(value.values())
    return "\n".join(texts_in(v) for v in value) if isinstance(value, list) else ""


def wrong_words(text: str, topic: str = "") -> Iterator[Found]:
    """Yield code, message and fix for each word that a text may not hold."""
    unquoted = QUOTED.sub('""', text)
    for found in wording.BANNED.finditer(unquoted):
        yield "T07", f"banned: {found[0]!r}", "say it calmly, or leave it out"
    for sentence in sentences_of(unquoted):
        old = wording.OLD_TERMS.search(sentence)
        if old and not wording.SAID_TO_BE_OLD.search(sentence):
            yield "T07", f"a term that blames: {old[0]!r}", "only as an old term, said to be old"
    if "!" in text:
        yield "T08", "an exclamation mark", "end with a stop"
    fruit = wording.FRUIT_JOKE.search(text) if topic == "complications" else None
    if fruit:
        yield "T09", f"fruit in a complication: {fruit[0]!r}", "say the size in numbers"
    for found in wording.BRANDS.finditer(text):
        if found[0][0].isupper():
            yield "T10", f"brand: {found[0]!r}", "the generic name; brands stand in aliases"
    yield from _british(unquoted)
    yield from _addresses(text)
    claim = wording.CLAIMS_REVIEW.search(text)
    if claim:
        yield "T15", f"claims a review: {claim[0][:60]!r}", "nobody may be said to have reviewed it"
    imperial = wording.IMPERIAL.search(ASIDE.sub("", text))
    if imperial:
        yield "T18", f"imperial first: {imperial[0]!r}", "metric, then imperial in brackets"


def _british(unquoted: str) -> Iterator[Found]:
    for sentence in sentences_of(ASIDE.sub("", unquoted)):
        for found in wording.BRITISH.finditer(sentence):
            is_name = found[0][0].isupper() and found.start() > 0  # "the Birth Centre at Leeds"
            if not is_name:
                yield "T11", f"British spelling: {found[0]!r}", "American, the other in brackets"


def _addresses(text: str) -> Iterator[Found]:
    address = wording.ADDRESS.search(text)
    if address:
        yield "T13", f"a web address: {address[0]!r}", "cite a source"
    short = wording.SHORT_NUMBER.search(text)
    if short:
        yield "T14", f"a country's number: {short[0]!r}", "the program prints whom to call"
    for run in wording.LONG_NUMBER.finditer(text):
        digits = sum(c.isdigit() for c in run[0])
        if digits >= 7 and not wording.NOT_A_PHONE.search(run[0]):
            yield "T14", f"a telephone number: {run[0]!r}", "the program prints whom to call"
