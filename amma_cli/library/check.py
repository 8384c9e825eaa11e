"""amma library check: every rule over a folder of content."""

import datetime
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from amma_cli.library import check_tables as tables
from amma_cli.library.check_citations import check_citations, check_sources
from amma_cli.library.check_front import check_front
from amma_cli.library.check_help import check_help
from amma_cli.library.check_links import check_leads, check_links, check_names
from amma_cli.library.check_safety import check_safety
from amma_cli.library.check_structure import check_structure
from amma_cli.library.check_text import (
    check_guides,
    check_lengths,
    check_median,
    check_repetition,
)
from amma_cli.library.check_urgency import check_urgency
from amma_cli.library.check_vocabulary import check_vocabulary
from amma_cli.library.check_windows import check_windows
from amma_cli.library.check_words import check_words, texts_in, unseen
from amma_cli.library.check_worries import check_worries
from amma_cli.library.files import LANGUAGE, Library, read_library
from amma_cli.library.readability import words_of
from amma_cli.library.rules import Draft, drafts
from amma_cli.library.source_text import Problem

# What readings.tsv calls a guide, and the tables that are read like texts.
GUIDE_NAMES = {"pregnancy": "week-", "after-birth": "after-birth-"}
TABLES_READ = frozenset(("warning-signs", "care-lines", "care-windows"))
MALFORMED = (KeyError, IndexError, TypeError, AttributeError, ValueError)


def check_library(content: Path, today: datetime.date) -> tuple[Problem, ...]:
    """Return what is wrong with a folder of content, in the order of files and lines.

    Never raises on what stands in the files.
    """
    if not (content / LANGUAGE).is_dir():
        return (Problem("F03", content.name, 1, f"no folder {LANGUAGE} in it", "name content/"),)
    try:
        library = read_library(content)
    except MALFORMED as error:
        found = _malformed(content, error, today)
    else:
        texts = drafts(content, library)
        found = list(_over_texts(library, texts, today))
        found.extend(_over_tables(content, library, texts, today))
        exact = {p.file for p in found if p.code.startswith("M")}
        found.extend(p for p in library.problems if p.code != "M00" or p.file not in exact)
    return tuple(sorted(set(found), key=lambda p: (p.file, p.line, p.code, p.message)))


def _malformed(content: Path, error: Exception, today: datetime.date) -> list[Problem]:
    """Return what can be said of a library that cannot be read as a whole."""
    nothing = read_library(content / "nothing")
    found = [
        problem
        for draft in drafts(content, nothing)
        for problem in check_front(draft, _table(content / LANGUAGE / "words.toml"), today)
    ]
    found.extend(tables.check_planned(_raw(content / "planned.tsv").split("\n")))
    found.extend(_likes(content))
    message = f"a record of a table cannot be read: {error!r}"
    return found or [Problem("F03", LANGUAGE, 1, message, "see docs/articles.md")]


def _over_texts(
    library: Library, texts: tuple[Draft, ...], today: datetime.date
) -> Iterator[Problem]:
    written = frozenset(d.slug for d in texts if d.kind == "article")
    planned = frozenset(row[0] for row in library.planned)
    for draft in texts:
        yield from check_front(draft, library.words, today)
        yield from check_links(draft, written, planned)
        yield from check_words(draft)
        if draft.pieces:
            yield from check_structure(draft, library.plan)
            yield from check_citations(draft, library.sources)
            yield from check_lengths(draft)
            if draft.kind == "article":
                yield from check_help(draft, library.safety)
                yield from check_urgency(draft)
    yield from check_names(texts)
    yield from check_leads(texts)
    yield from check_guides(texts)
    yield from check_repetition(texts, texts_in(library.safety))
    yield from check_median(texts)


def _over_tables(
    content: Path, library: Library, texts: tuple[Draft, ...], today: datetime.date
) -> Iterator[Problem]:
    sources = library.sources
    slugs = frozenset(d.slug for d in texts if d.kind == "article")
    guides = {GUIDE_NAMES[d.kind] + d.slug for d in texts if d.kind in GUIDE_NAMES}
    planned, readings = (_raw(content / f"{name}.tsv") for name in ("planned", "readings"))
    known = slugs | {row[0] for row in library.planned}
    levels = {row["key"]: row["level"] for row in library.safety.get("sign", [])}
    regions, growth = list(library.regions), list(library.growth)
    who, windows = library.words.get("who", {}), list(library.windows)
    rules: tuple[tuple[str, Callable[[str], Iterator[Problem]]], ...] = (
        ("sources.toml", lambda raw: check_sources(library, raw, not library.problems, today)),
        ("en/safety.toml", lambda raw: check_safety(library.safety, sources, raw)),
        ("regions.toml", lambda raw: tables.check_regions(regions, sources, raw)),
        ("growth.toml", lambda raw: tables.check_growth(growth, sources, raw)),
        ("en/care.toml", lambda raw: tables.check_care(list(library.care), sources, raw)),
        ("en/windows.toml", lambda raw: check_windows(windows, sources, who, raw)),
        ("en/facts.toml", lambda raw: tables.check_facts(library.facts, sources, raw)),
        ("en/words.toml", lambda raw: check_vocabulary(library.words, _spoken(texts), known, raw)),
        (
            "en/symptoms.toml",
            lambda raw: tables.check_symptoms(library.symptoms, known, levels, raw),
        ),
        ("en/worries.toml", lambda raw: check_worries(library.worries, levels, slugs, raw)),
        ("reading-plan.toml", lambda raw: tables.check_plan(library.plan, known, raw)),
    )
    for file, rule in rules:
        try:
            yield from rule(_raw(content / file))
        except MALFORMED as error:
            message = f"a record cannot be read: {error!r}"
            yield Problem("F03", file, 1, message, "see docs/articles.md")
    yield from _likes(content)
    yield from tables.check_planned(planned.split("\n"))
    yield from tables.check_readings(readings.split("\n"), slugs | guides | TABLES_READ, today)
    yield from _unseen_in_tables(content)


def _spoken(texts: tuple[Draft, ...]) -> frozenset[str]:
    """Return every word that stands in a text, in lower case."""
    return frozenset(w for d in texts for p in d.passages for w in words_of(p.text))


def _likes(content: Path) -> Iterator[Problem]:
    file = content / LANGUAGE / "likes.toml"
    rows = [row for row in _table(file).get("like", []) if isinstance(row, dict)]
    yield from tables.check_likes(rows, _raw(file))


def _raw(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
    except OSError:
        return ""


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_raw(path))
    except tomllib.TOMLDecodeError:
        return {}


def _unseen_in_tables(content: Path) -> Iterator[Problem]:
    for path in sorted((*content.rglob("*.toml"), *content.rglob("*.tsv"))):
        raw, file = _raw(path), path.relative_to(content).as_posix()
        text = raw.replace("\t", " ") if path.suffix == ".tsv" else raw
        hidden = list(unseen(text))
        if not hidden and path.suffix == ".toml":
            hidden = [(1, what) for _, what in unseen(texts_in(_table(path)))]
        for line, what in hidden:
            message = f"the character {what}"
            yield Problem("T12", file, line, message, "type it as plain text")
