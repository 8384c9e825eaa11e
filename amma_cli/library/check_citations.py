"""Rules over citations and sources: C01 to C09."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

from amma_cli.library.figures import has_figure
from amma_cli.library.files import Library
from amma_cli.library.rules import Draft, Sentence, bare, cited, sentences_of
from amma_cli.library.source_text import Problem
from amma_cli.library.wording import KINDS_OF_SOURCE, SEEN, STRONG_KINDS

Sources = dict[str, dict[str, Any]]
KEY = re.compile(r"[a-z0-9][a-z0-9-]*")
DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
URL = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
AFTER_THE_STOP = re.compile(r"[.?!]\s*\[@")
FIELDS = frozenset("title publisher year kind doi url seen seen_in day".split())
FILE = "sources.toml"


def check_citations(draft: Draft, sources: Sources) -> Iterator[Problem]:
    """Yield what is wrong with the citations of a draft that was parsed."""
    keys: dict[str, int] = {}
    for passage in draft.passages:
        for key in cited(passage.text):
            keys.setdefault(key, passage.line)
        if cited(passage.text) and passage.part in ("title", "summary", "takeaway", "help", "why"):
            yield draft.find(
                "C08", passage.line, f"a citation in {passage.part}", "cite in the body"
            )
        if AFTER_THE_STOP.search(passage.text):
            yield draft.find("C08", passage.line, "a citation after the stop", "put it before")
    for key, line in keys.items():
        if not KEY.fullmatch(key):
            yield draft.find("C08", line, f"not a citation: [@{key}]", "[@key] or [@key; @key2]")
        elif key not in sources:
            yield draft.find("C01", line, f"no source {key!r}", "add it to sources.toml")
    for group in _groups(draft):
        yield from _figures(draft, group, sources)
    if draft.kind == "article":
        yield from _enough(draft, [sources[k] for k in keys if k in sources])


def _enough(draft: Draft, found: list[dict[str, Any]]) -> Iterator[Problem]:
    strong = sum(source.get("kind") in STRONG_KINDS for source in found)
    if len(found) < 3 or strong < 2:
        message = f"{len(found)} sources, {strong} of them guideline, review or national body"
        yield draft.find("C04", 1, message, "at least 3, of which 2")


def _groups(draft: Draft) -> Iterator[list[Sentence]]:
    """Yield the sentences of each paragraph or bullet that needs sources.

    The citations of a paragraph that leads into a list ("In the UK [@key]:") are those of each
    bullet that has none.
    """
    lead: tuple[str, ...] = ()
    for p in draft.passages:
        if p.paragraph or p.part in ("heading", "question", "label"):
            lead = cited(sentences_of(p.text)[-1]) if bare(p.text).endswith(":") else ()
        if p.part in ("body", "figure", "answer") and p.section != "Ask at your next visit":
            above = () if p.paragraph else lead
            yield [
                Sentence(p.line, p.part, p.section, text, cited(text) or above)
                for text in sentences_of(p.text)
            ]


def _figures(draft: Draft, group: list[Sentence], sources: Sources) -> Iterator[Problem]:
    for place, sentence in enumerate(group):
        text = bare(sentence.text)
        if text.endswith("?") or not has_figure(text):  # a question claims nothing
            continue
        # The sentence's own citation, or the one that ends the group in the sentence after it.
        keys = sentence.cites or (group[place + 1].cites if place + 1 < len(group) else ())
        seen = [sources[key].get("seen") for key in keys if key in sources]
        if not keys:
            message = f"a figure without a source: {text[:70]!r}"
            fix = "cite it in this sentence, or say it without"
            yield draft.find("C02", sentence.line, message, fix)
        elif len(seen) == len(keys) and set(seen) == {"not-seen"}:
            message = f"a figure on sources that nobody opened: {text[:60]!r}"
            fix = "open one, or say it without the figure"
            yield draft.find("C03", sentence.line, message, fix)


def check_sources(
    library: Library, raw: str, whole: bool, today: datetime.date
) -> Iterator[Problem]:
    """Yield what is wrong with sources.toml; `whole` when every file could be parsed."""
    lines = {
        m[1]: raw.count("\n", 0, m.start()) + 1
        for m in re.finditer(r"^\[([^\]]+)\]", raw, re.MULTILINE)
    }
    used = set(used_sources(library))
    for key, source in library.sources.items():
        line = lines.get(key, 1)
        for message in _record(key, source, today):
            yield Problem("C06", FILE, line, f"{key}: {message}", "see docs/articles.md")
        for message in _address(source):
            yield Problem("C07", FILE, line, f"{key}: {message}")
        if whole and key not in used:
            yield Problem("C05", FILE, line, f"{key} is not used", "cite it or drop it", "warning")


def _record(key: str, source: dict[str, Any], today: datetime.date) -> Iterator[str]:
    if not KEY.fullmatch(key):
        yield "a key is lower case letters, digits and hyphens"
    for field in ("title", "publisher"):
        if not isinstance(source.get(field), str) or not source[field].strip():
            yield f"no {field}"
    if source.get("kind") not in KINDS_OF_SOURCE:
        yield f"kind {source.get('kind')!r}"
    if source.get("seen") not in SEEN:
        yield f"seen {source.get('seen')!r}"
    if (source.get("seen") == "quoted") != ("seen_in" in source):
        yield "seen_in stands with quoted, and with nothing else"
    day, year = source.get("day"), source.get("year")
    if type(day) is not datetime.date or day > today:
        yield f"day {day}: the day it was last looked at"
    if year is not None and (type(year) is not int or not 1900 <= year <= today.year + 1):
        yield f"year {year}"
    for field in sorted(set(source) - FIELDS):
        yield f"no field {field!r} is known"


def _address(source: dict[str, Any]) -> Iterator[str]:
    doi, url = source.get("doi"), source.get("url")
    if doi is not None and not (isinstance(doi, str) and DOI.fullmatch(doi)):
        yield f"doi {doi!r} is not of the form 10.1111/1471-0528.17003"
    if url is not None and not (isinstance(url, str) and URL.fullmatch(url)):
        yield f"url {url!r} is not http or https"


def used_sources(library: Library) -> Iterator[str]:
    """Yield every key of sources.toml that something rests on."""
    for article in library.articles:
        yield from article.sources
    for _, guide in library.guides:
        yield from guide.sources
    tables = [library.care, library.windows, library.regions, tuple(library.facts.values())]
    tables += [tuple(library.safety.get(t, [])) for t in ("sign", "measure", "combination")]
    for table in tables:
        for row in table:
            yield from row.get("sources", [])
    for row in library.growth:
        yield from (row[k]["source"] for k in ("length", "weight") if "source" in row.get(k, {}))
