"""Rules on windows.toml: a wrong day there is a test or a vaccine that somebody misses."""

import re
from collections.abc import Iterator
from typing import Any

from amma_cli.library.check_tables import SLUG, check_row_sources
from amma_cli.library.check_words import wrong_words
from amma_cli.library.rules import line_of
from amma_cli.library.source_text import Problem

FILE = "en/windows.toml"
PLACES = ("UK", "US", "WHO")
AGE = re.compile(r"(\d|[1-3]\d|4[0-2])\+([0-6])")
TITLE_AT_MOST, ONLY_AT_MOST = 40, 60


def check_windows(
    rows: list[dict[str, Any]], sources: dict[str, Any], who: dict[str, Any], raw: str
) -> Iterator[Problem]:
    """Yield what is wrong with windows.toml. who: what may apply to a person, by key."""
    seen: set[tuple[Any, Any]] = set()
    for row in rows:
        line = line_of(raw, f'say = "{str(row.get("say", ""))[:40]}')
        key, where = row.get("key"), row.get("where")
        name = f"{where} {key}"
        if where not in PLACES:
            yield Problem("E02", FILE, line, f"where {where!r}", ", ".join(PLACES))
        if not isinstance(key, str) or not SLUG.fullmatch(key) or (key, where) in seen:
            yield Problem("E05", FILE, line, f"{name}: a key in lower case, once a place")
        seen.add((key, where))
        yield from check_row_sources("E05", FILE, line, name, row, sources)
        for unknown in [one for one in row.get("for", []) if one not in who]:
            yield Problem("E05", FILE, line, f"{name}: for {unknown!r}", "a key of [who]")
        yield from _words(row, line, name)
        yield from _ages(row, line, name)


def _words(row: dict[str, Any], line: int, name: str) -> Iterator[Problem]:
    for field, most, stop in (("title", TITLE_AT_MOST, False), ("only", ONLY_AT_MOST, False),
                              ("say", 400, True)):  # fmt: skip
        words = row.get(field, "" if field == "only" else None)
        if not isinstance(words, str) or len(words) > most or words != words.strip():
            yield Problem("E05", FILE, line, f"{name}: {field} of at most {most} characters")
            continue
        if words and words.endswith(".") is not stop:
            what = "a sentence with a stop" if stop else "no sentence, so no stop"
            yield Problem("E05", FILE, line, f"{name}: {field} is {what}")
        for code, message, fix in wrong_words(words):
            yield Problem(code, FILE, line, message, fix)


def _ages(row: dict[str, Any], line: int, name: str) -> Iterator[Problem]:
    ends = [row[end] for end in ("first", "last") if end in row]
    found = [AGE.fullmatch(str(end)) for end in ends]
    days = [7 * int(age[1]) + int(age[2]) for age in found if age]
    if not days or len(days) < len(ends) or days != sorted(days):
        yield Problem("E06", FILE, line, f"{name}: from {ends}", "first, last or both as 11+2")
        return
    say = str(row.get("say", ""))
    for end, day in zip(ends, days, strict=True):
        if not _stands_in(say, *divmod(day, 7)):
            yield Problem("E06", FILE, line, f"{name}: say does not hold {end}", "its sources do")


def _stands_in(say: str, weeks: int, rest: int) -> bool:
    """Whether a sentence names an age: 28+0, 28 for 28+0, "before 32" for 31+6."""
    forms = [rf"{weeks}\+{rest}"]
    if rest == 0:
        forms.append(rf"{weeks}(?![+\d])")
    if rest == 6:
        forms.append(rf"before {weeks + 1}(?![+\d])")
    return any(re.search(rf"(?<![\d+.]){form}", say) for form in forms)
