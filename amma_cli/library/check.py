"""amma library check: every rule over a folder of content."""

import datetime
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from amma_cli.library import check_tables
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
from amma_cli.library.check_words import check_words, texts_in, unseen
from amma_cli.library.files import LANGUAGE, Library, read_library
from amma_cli.library.rules import Draft, drafts
from amma_cli.library.source_text import Problem

MALFORMED = (KeyError, IndexError, TypeError, AttributeError, ValueError)
READABLE = ("M00", "F02")  # a more exact finding in the same file takes their place


def check_library(content: Path, today: datetime.date) -> tuple[Problem, ...]:
    """Return what is wrong with a folder of content, in the order of files and lines.

    Never raises on what stands in the files.
    """
    if not (content / LANGUAGE).is_dir():
        return (Problem("F03", content.name, 1, f"no folder {LANGUAGE} in it", "name content/"),)
    found: list[Problem] = []
    try:
        library = read_library(content)
    except MALFORMED as error:
        library = Library((), (), {}, (), {}, (), (), {}, {}, (), {}, (), ())
        message = f"a record of a table lacks {error}"
        found.append(Problem("F03", LANGUAGE, 1, message, "see docs/articles.md"))
    texts = drafts(content, library)
    found.extend(_over_texts(content, library, texts, today))
    found.extend(_over_tables(content, library, texts, today))
    exact = {(p.file) for p in found if p.code.startswith("M")}
    found.extend(p for p in library.problems if p.code != "M00" or p.file not in exact)
    return tuple(sorted(set(found), key=lambda p: (p.file, p.line, p.code, p.message)))


def _over_texts(
    content: Path, library: Library, texts: tuple[Draft, ...], today: datetime.date
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
    yield from check_names(texts)
    yield from check_leads(texts)
    yield from check_guides(texts)
    yield from check_repetition(texts)
    yield from check_median(texts)


def _over_tables(
    content: Path, library: Library, texts: tuple[Draft, ...], today: datetime.date
) -> Iterator[Problem]:
    home, sources = content / LANGUAGE, library.sources
    slugs = frozenset(d.slug for d in texts if d.kind == "article")
    guides = {f"week-{int(d.slug)}" for d in texts if d.kind == "pregnancy" and d.slug.isdigit()}
    guides |= {f"after-birth-{d.slug}" for d in texts if d.kind == "after-birth"}
    known = slugs | {row[0] for row in library.planned}
    yield from check_sources(library, _raw(content / "sources.toml"), not library.problems, today)
    yield from check_safety(library.safety, sources, _raw(home / "safety.toml"))
    yield from check_tables.check_regions(
        list(library.regions), sources, _raw(content / "regions.toml")
    )
    yield from check_tables.check_growth(
        list(library.growth), sources, _raw(content / "growth.toml")
    )
    yield from check_tables.check_care(list(library.care), sources, _raw(home / "care.toml"))
    likes = _rows(home / "likes.toml", "like")
    yield from check_tables.check_likes(likes, _raw(home / "likes.toml"))
    yield from check_tables.check_planned(_raw(content / "planned.tsv").split("\n"))
    readings = _raw(content / "readings.tsv").split("\n")
    yield from check_tables.check_readings(readings, slugs | guides, today)
    yield from check_tables.check_plan(library.plan, known, _raw(content / "reading-plan.toml"))
    yield from _unseen_in_tables(content)


def _raw(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
    except OSError:
        return ""


def _rows(path: Path, table: str) -> list[dict[str, Any]]:
    try:
        found = tomllib.loads(_raw(path)).get(table, [])
    except tomllib.TOMLDecodeError:
        return []
    return [row for row in found if isinstance(row, dict)]


def _unseen_in_tables(content: Path) -> Iterator[Problem]:
    for path in sorted((*content.rglob("*.toml"), *content.rglob("*.tsv"))):
        raw, file = _raw(path), path.relative_to(content).as_posix()
        text = raw.replace("\t", " ") if path.suffix == ".tsv" else raw
        hidden = list(unseen(text))
        if not hidden and path.suffix == ".toml":
            try:
                hidden = [(1, what) for _, what in unseen(texts_in(tomllib.loads(raw)))]
            except tomllib.TOMLDecodeError:
                hidden = []
        for line, what in hidden:
            message = f"the character {what}"
            yield Problem("T12", file, line, message, "type it as plain text")
