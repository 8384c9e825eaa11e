"""Rules over worries.toml, V03: a sign that nobody can type about is a call that nobody sees."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from amma_cli.library.rules import line_of
from amma_cli.library.source_text import Problem

FILE = "en/worries.toml"
PHRASE = re.compile(r"=?[a-z0-9]+(?: =?[a-z0-9]+){0,4}")
WORD = re.compile(r"[a-z0-9]+")
NEEDED = ("emergency", "urgent")
FEWEST = 3


def check_worries(
    worries: dict[str, Any], levels: dict[str, str], known: Collection[str], raw: str
) -> Iterator[Problem]:
    """Yield what is wrong with the phrases. levels: of every warning sign, by its key.

    known: the slugs of articles.
    """
    for key, row in worries.items():
        line = line_of(raw, f"[{key}]")
        if key not in levels:
            yield Problem("V03", FILE, line, f"no warning sign {key!r}", "a key of safety.toml")
        if row.get("read", "") and row["read"] not in known:
            yield Problem("V03", FILE, line, f"{key}: no article {row['read']!r}", "one that is")
        yield from _phrases(key, row, line)
    for key, level in levels.items():
        if level in NEEDED and len(worries.get(key, {}).get("said", [])) < FEWEST:
            message = f"{key}: fewer than {FEWEST} phrases for what is {level}"
            yield Problem("V03", FILE, 1, message, "what people type who mean it")


def _phrases(key: str, row: dict[str, Any], line: int) -> Iterator[Problem]:
    said = [*row.get("said", []), *row.get("weak", [])]
    if row.get("but") and not row.get("weak"):
        yield Problem("V03", FILE, line, f"{key}: but without weak", "weak, or no but")
    if len(said) != len({tuple(sorted(str(phrase).split())) for phrase in said}):
        yield Problem("V03", FILE, line, f"{key}: a phrase stands twice", "once")
    for words, form in ((said, PHRASE), (row.get("but", []), WORD)):
        for phrase in words:
            if not isinstance(phrase, str) or not form.fullmatch(phrase):
                fix = "words in lower case, no sign but letters; of but, one word"
                yield Problem("V03", FILE, line, f"{key}: {phrase!r}", fix)
