"""content/ -> library.db. The build hook and a checkout call the same function.

The same content gives the same bytes: rows go in by a fixed order, no time of
day is written, and the file is built in memory and written in one piece.
"""

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from amma_cli.blocks import Block, Bullets, Paragraph, Span, Steps, Text, plain
from amma_cli.domain.article import EVERYDAY, Section, led_week, reading_minutes
from amma_cli.errors import LibraryDamaged
from amma_cli.library import codec
from amma_cli.library.files import Library, content_files, read_library
from amma_cli.library.label import label
from amma_cli.library.parse import WrittenArticle, WrittenGuide
from amma_cli.library.records import folded
from amma_cli.library.schema import SCHEMA, SEARCH, TABLES
from amma_cli.library.texts import article_text, block_texts

if TYPE_CHECKING:
    import sqlite3

FITTING = 40  # articles noted for a week; a list of more than a handful is asked for
WORD = re.compile(r"[a-z]{3,}")


def compile_library(content: Path, out: Path) -> str:
    """Compile `content` into `out` and write its version beside it; return the version.

    Raises LibraryDamaged when a file of the content cannot be read.
    """
    import sqlite3

    library = read_library(content)
    if library.problems:
        first = library.problems[0]
        raise LibraryDamaged(
            f"The library cannot be compiled: {first.file}, line {first.line}: {first.message}.",
            "Run 'amma library check' for all of it.",
        )
    version = _version(content, library)
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(TABLES)
        if has_search(connection):
            connection.executescript(SEARCH)
        for fill in (_articles, _fits, _guides, _tables, _search):
            fill(connection, library)
        _meta(connection, library, version)
        connection.commit()
        connection.execute("VACUUM")
        image = connection.serialize()
    finally:
        connection.close()
    for folder in (*reversed(out.parent.parents), out.parent):
        folder.mkdir(mode=0o700, exist_ok=True)
    _replace(out, image)
    _replace(out.with_suffix(".version"), (version + "\n").encode())
    return version


def has_search(connection: "sqlite3.Connection") -> bool:
    """Whether this Python's SQLite has FTS5."""
    rows = connection.execute("PRAGMA compile_options").fetchall()
    return any(row[0] == "ENABLE_FTS5" for row in rows)


def _version(content: Path, library: Library) -> str:
    digest = hashlib.sha256()
    for path in content_files(content):
        digest.update(path.relative_to(content).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    days = [a.review.checked for a in library.articles] + ["0000-00-00"]
    return f"{max(days)} {digest.hexdigest()[:8]}"


def _replace(path: Path, data: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    with open(beside, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _insert(connection: "sqlite3.Connection", table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    for row in rows:
        marks = ",".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def _articles(connection: "sqlite3.Connection", library: Library) -> None:
    written = {a.slug for a in library.articles}
    leads = {row["lead"]: row["week"] for row in library.plan.get("week", [])}
    for article in library.articles:
        _insert(connection, "article", [_article_row(article, written, leads.get(article.slug))])
    whom = {(key, a.slug) for a in library.articles for key in a.fields.get("for", [])}
    _insert(connection, "whom", sorted(whom))
    names: dict[tuple[str, str], None] = {}
    for article in library.articles:
        for name in (article.fields["title"], *article.fields.get("aliases", [])):
            names[(folded(name), article.slug)] = None
    _insert(connection, "alias", sorted(names))
    _insert(connection, "planned", (row for row in library.planned if row[0] not in written))


def _fits(connection: "sqlite3.Connection", library: Library) -> None:
    """Note for every week which articles fit it best, so that a week opens as fast in any library.

    What meets everybody first, then what is at its peak, then by title.
    """
    known = ",".join(f"'{topic}'" for topic in EVERYDAY)
    peak = "coalesce(peak_first <= :week AND peak_last >= :week, 0) DESC,"
    for kind, first, last, order, weeks in (
        ("pregnancy", "first", "last", peak, range(43)),
        ("after-birth", "after_first", "after_last", "", range(53)),
    ):
        for week in weeks:
            rows = connection.execute(
                f"SELECT slug FROM article WHERE {first} <= :week AND {last} >= :week"
                f" ORDER BY topic NOT IN ({known}), {order} title, slug LIMIT {FITTING}",
                {"week": week},
            ).fetchall()
            _insert(connection, "fit", ((kind, week, n, slug) for n, (slug,) in enumerate(rows)))


def _article_row(a: WrittenArticle, written: set[str], leads: int | None) -> tuple[Any, ...]:
    def shown(section: Section) -> Section:
        return Section(section.title, tuple(_linked(b, written) for b in section.blocks))

    sections = [shown(s) for s in a.sections]
    questions = [shown(s) for s in a.questions]
    record = {
        "aliases": a.fields.get("aliases", []),
        "related": [s for s in a.fields.get("related", []) if s in written],
        "for": a.fields.get("for", []),
        "takeaways": a.fields.get("takeaways", []),
        "help": codec.pack_help(a.help),
        "sections": codec.pack_sections(sections),
        "questions": codec.pack_sections(questions),
        "sources": list(a.sources),
        "review": list(a.review),
    }
    first, last = a.weeks or (None, None)
    after_first, after_last = a.after_birth or (None, None)
    peak_first, peak_last = a.peak or (None, None)
    minutes = reading_minutes(len(article_text(a).split()))
    return (
        a.slug, a.fields["title"], a.topic, first, last, peak_first, peak_last,
        after_first, after_last, led_week(leads, a.peak), minutes,
        a.fields["summary"], _json(record),
    )  # fmt: skip


def _linked(block: Block, written: set[str]) -> Block:
    """Turn links to articles that are not written into plain text."""

    def mended(spans: Text) -> Text:
        return tuple(
            Span(s.text) if s.style == "link" and s.target not in written else s for s in spans
        )

    if isinstance(block, Paragraph):
        return Paragraph(mended(block.spans))
    if isinstance(block, Bullets):
        return Bullets(tuple(mended(item) for item in block.items))
    if isinstance(block, Steps):
        return Steps(tuple(mended(item) for item in block.items))
    return block


def _guides(connection: "sqlite3.Connection", library: Library) -> None:
    written = {a.slug for a in library.articles}
    for kind, guide in library.guides:
        _insert(connection, "guide", [_guide_row(kind, guide, written)])
    for kind, name in (("pregnancy", "week"), ("after-birth", "after_birth")):
        for row in library.plan.get(name, []):
            values = (kind, row["week"], row["lead"], _json(row["read"]), row["why"])
            _insert(connection, "plan", [values])


def _guide_row(kind: str, guide: WrittenGuide, written: set[str]) -> tuple[Any, ...]:
    sections = [
        Section(s.title, tuple(_linked(b, written) for b in s.blocks)) for s in guide.sections
    ]
    record = {
        "read": guide.fields.get("read", []),
        "sections": codec.pack_sections(sections),
        "sources": list(guide.sources),
        "review": list(guide.review),
    }
    return kind, guide.week, guide.fields["lead"], guide.fields["why"], _json(record)


def _window_row(number: int, row: dict[str, Any]) -> tuple[Any, ...]:
    ends = (row.get(key, "") for key in ("only", "first", "last"))
    keys = _json(row.get("for", []))
    return number, row["key"], row["where"], row["title"], *ends, row["say"], keys


def _tables(connection: "sqlite3.Connection", library: Library) -> None:
    def plain_json(value: dict[str, Any]) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)

    _insert(connection, "source", ((k, plain_json(v)) for k, v in sorted(library.sources.items())))
    growth = sorted(library.growth, key=lambda row: int(row["week"]))
    _insert(
        connection, "growth",
        ((r["week"], plain_json({**r, "like": library.likes.get(r["week"])})) for r in growth),
    )  # fmt: skip
    _insert(
        connection, "care",
        ((n, r["week"], r["where"], r["say"], _json(r["sources"]))
         for n, r in enumerate(library.care)),
    )  # fmt: skip
    _insert(connection, "care_window", map(_window_row, count(), library.windows))
    _insert(
        connection, "region", ((r["iso"], r["country"], plain_json(r)) for r in library.regions)
    )
    facts = sorted(library.facts.items())
    _insert(connection, "fact", ((k, v["say"], _json(v["sources"])) for k, v in facts))
    lay = library.words.get("lay", {})
    _insert(connection, "lay", ((k, _json(v)) for k, v in sorted(lay.items())))
    written = {a.slug for a in library.articles}
    terms = sorted(library.words.get("glossary", {}).items())
    _insert(
        connection, "glossary",
        ((k, v["say"], v["see"] if v.get("see") in written else "") for k, v in terms),
    )  # fmt: skip
    signs = library.safety.get("sign", [])
    _insert(
        connection, "sign",
        ((n, s["key"], s["level"], *s["weeks"], plain_json(s)) for n, s in enumerate(signs)),
    )  # fmt: skip
    for kind in ("measure", "combination", "implies"):
        rules = enumerate(library.safety.get(kind, []))
        _insert(connection, "rule", ((kind, n, plain_json(rule)) for n, rule in rules))


def _search(connection: "sqlite3.Connection", library: Library) -> None:
    rows = [row for article in library.articles for row in _passages(article)]
    _insert(connection, "passage", ((n, *row) for n, row in enumerate(rows, 1)))
    if has_search(connection):
        connection.execute("INSERT INTO passage_text (passage_text) VALUES ('rebuild')")
        connection.execute("INSERT INTO passage_text (passage_text) VALUES ('optimize')")
    counted: Counter[str] = Counter()
    for row in rows:
        counted.update(WORD.findall(f"{row[1]} {row[3]}".lower()))
    _insert(connection, "vocabulary", sorted(counted.items()))


def _passages(a: WrittenArticle) -> Iterator[tuple[str, str, str, str]]:
    title = a.fields["title"]
    names = [*a.fields.get("aliases", []), a.slug.replace("-", " ")]
    for name in names:
        yield a.slug, title, "names", name
    for way in a.fields.get("asked", []):
        yield a.slug, title, "asked", way
    yield a.slug, title, "summary", a.fields["summary"]
    yield a.slug, title, "takeaways", " ".join(a.fields.get("takeaways", []))
    for item in a.help:
        yield a.slug, "When to get help", "help", plain(item.spans)
    for kind, sections in (("body", a.sections), ("question", a.questions)):
        for section in sections:
            for block in section.blocks:
                for text in block_texts(block):
                    yield a.slug, section.title, kind, text


def _meta(connection: "sqlite3.Connection", library: Library, version: str) -> None:
    rows = {
        "schema": str(SCHEMA),
        "version": version,
        "languages": "en",
        "levels": _json(library.safety.get("levels", {})),
        "always": library.safety.get("always", ""),
        "who": _json(library.words.get("who", {})),
        "worries": _json({key: codec.pack_worry(row) for key, row in library.worries.items()}),
        "symptoms": _json(library.symptoms),
        "label": _json(label(library, version)),
        "next_checks": _json(sorted(a.review.next_check for a in library.articles)),
    }
    _insert(connection, "meta", sorted(rows.items()))
