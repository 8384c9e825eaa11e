"""The files of content/, read once: articles, guides and the tables beside them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from amma_cli.library.parse import (
    ParseError,
    WrittenArticle,
    WrittenGuide,
    parse_article,
    parse_guide,
)
from amma_cli.library.source_text import Problem

LANGUAGE = "en"


class Library(NamedTuple):
    """All of content/ in memory. `problems` are files that could not be read."""

    articles: tuple[WrittenArticle, ...]
    guides: tuple[tuple[str, WrittenGuide], ...]
    sources: dict[str, dict[str, Any]]
    growth: tuple[dict[str, Any], ...]
    likes: dict[int, dict[str, Any]]
    care: tuple[dict[str, Any], ...]
    windows: tuple[dict[str, Any], ...]
    regions: tuple[dict[str, Any], ...]
    safety: dict[str, Any]
    words: dict[str, Any]
    symptoms: dict[str, Any]
    worries: dict[str, Any]
    planned: tuple[tuple[str, str, str], ...]
    plan: dict[str, Any]
    facts: dict[str, Any]
    readings: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]


def content_files(content: Path) -> list[Path]:
    """Return every file of a library in a fixed order."""
    return sorted(p for p in content.rglob("*") if p.suffix in (".md", ".toml", ".tsv"))


def read_library(content: Path) -> Library:
    """Read a content folder. Files that cannot be parsed become problems, none is raised."""
    problems: list[Problem] = []
    home = content / LANGUAGE
    safety = _table(home / "safety.toml", problems)
    planned = tuple(
        (row[0], row[2], row[-1]) for row in _rows(content / "planned.tsv") if row[0] != "slug"
    )
    likes = _table(home / "likes.toml", problems).get("like", [])
    return Library(
        articles=tuple(_articles(content, problems)),
        guides=tuple(_guides(content, problems)),
        sources=_table(content / "sources.toml", problems),
        growth=tuple(_table(content / "growth.toml", problems).get("week", [])),
        likes={row["week"]: row for row in likes},
        care=tuple(_table(home / "care.toml", problems).get("care", [])),
        windows=tuple(_table(home / "windows.toml", problems).get("window", [])),
        regions=tuple(_table(content / "regions.toml", problems).get("region", [])),
        safety=safety,
        words=_table(home / "words.toml", problems),
        symptoms=_table(home / "symptoms.toml", problems),
        worries=_table(home / "worries.toml", problems),
        planned=planned,
        facts=_table(home / "facts.toml", problems),
        plan=_table(content / "reading-plan.toml", problems),
        readings=tuple(_rows(content / "readings.tsv")),
        problems=tuple(problems),
    )


def _articles(content: Path, problems: list[Problem]) -> Iterator[WrittenArticle]:
    for path in sorted((content / LANGUAGE / "articles").glob("*/*.md")):
        file = path.relative_to(content).as_posix()
        try:
            yield parse_article(_text(path), path.stem, path.parent.name, file)
        except ParseError as error:
            problems.append(error.problem)


def _guides(content: Path, problems: list[Problem]) -> Iterator[tuple[str, WrittenGuide]]:
    for folder, kind in (("weeks", "pregnancy"), ("after-birth", "after-birth")):
        for path in sorted((content / LANGUAGE / folder).glob("*.md")):
            file = path.relative_to(content).as_posix()
            try:
                yield kind, parse_guide(_text(path), file)
            except ParseError as error:
                problems.append(error.problem)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ParseError(Problem("F01", path.name, 1, f"cannot be read: {error}")) from None


def _table(path: Path, problems: list[Problem]) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(Problem("F02", path.name, 1, f"cannot be read: {error}"))
        return {}


def _rows(path: Path) -> list[tuple[str, ...]]:
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line.strip()]
