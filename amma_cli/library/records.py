"""Rows and JSON of library.db -> the values of the domain."""

import re
from typing import Any

from amma_cli.domain.article import Article, Card, Source
from amma_cli.domain.week import Length, Region, Sign, Size, Weight
from amma_cli.library import codec


def folded(name: str) -> str:
    """Return a title or alias as it is compared: lower case, letters and digits only."""
    return " ".join(re.findall(r"[a-z0-9]+", name.lower()))


def card(row: tuple[Any, ...]) -> Card:
    """Build a card from the columns of shelf.CARD."""
    slug, title, topic, first, last, after_first, after_last, week, minutes, summary = row
    weeks = None if first is None else (first, last)
    after_birth = None if after_first is None else (after_first, after_last)
    return Card(slug, title, topic, weeks, after_birth, week, minutes, summary)


def article(
    shown: Card, record: dict[str, Any], related: tuple[Card, ...], sources: tuple[Source, ...]
) -> Article:
    """Build an article from its record."""
    return Article(
        shown,
        tuple(record["aliases"]),
        related,
        tuple(record["takeaways"]),
        codec.unpack_help(record["help"]),
        codec.unpack_sections(record["sections"]),
        codec.unpack_sections(record["questions"]),
        sources,
        codec.unpack_review(record["review"]),
    )


def source(key: str, record: dict[str, Any]) -> Source:
    """Build a source; a DOI becomes an address where there is no other."""
    doi = record.get("doi")
    address = record.get("url") or (f"https://doi.org/{doi}" if doi else "")
    return Source(
        key,
        record["title"],
        record["publisher"],
        record.get("year"),
        record["kind"],
        address,
        record["seen"],
        record.get("seen_in", ""),
        str(record["day"]),
    )


def size(week: int, record: dict[str, Any]) -> Size:
    """Build the growth figures of a week."""
    length, weight, like = record.get("length"), record.get("weight"), record.get("like") or {}
    return Size(
        week,
        _length(length) if length else None,
        _weight(weight) if weight else None,
        like.get("say", ""),
        like.get("of", ""),
    )


def _length(record: dict[str, Any]) -> Length:
    return Length(
        record["mm"], record["kind"], record["at"], record.get("low"), record.get("high"),
        record.get("band", ""), record["standard"], record["source"],
        record.get("measured", ""), record.get("note", ""),
    )  # fmt: skip


def _weight(record: dict[str, Any]) -> Weight:
    return Weight(
        record["g"], record["at"], record.get("p10"), record.get("p90"), record["standard"],
        record["source"], record.get("measured", ""), record.get("note", ""),
    )  # fmt: skip


def region(record: dict[str, Any]) -> Region:
    """Build a country's numbers."""

    def many(key: str) -> tuple[str, ...]:
        return tuple(record.get(key, ()))

    return Region(
        record["iso"], record["country"], many("emergency"), many("ambulance"),
        many("maternity"), many("crisis"), many("domestic_abuse"), record.get("note", ""),
        record["confirmed"], record["helplines_confirmed"], many("sources"), str(record["day"]),
    )  # fmt: skip


def sign(record: dict[str, Any]) -> Sign:
    """Build a warning sign."""
    first, last = record["weeks"]
    return Sign(
        record["key"], record["label"], record["ask"], record["say"], record["level"],
        (first, last), record["who"], record.get("later", ""), tuple(record["sources"]),
    )  # fmt: skip
