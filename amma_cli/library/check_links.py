"""Rules over links and names: L01 to L08."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from amma_cli.library.records import folded
from amma_cli.library.rules import Draft, key_line
from amma_cli.library.source_text import Problem

LINK = re.compile(r"(?<!\\)\]\(([^)]*)\)")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_links(
    draft: Draft, written: frozenset[str], planned: frozenset[str]
) -> Iterator[Problem]:
    """Yield what is wrong with where a draft sends its reader."""
    if draft.kind == "article":
        yield from _related(draft)
        if not SLUG.fullmatch(draft.slug):
            yield draft.find("L05", 1, f"slug {draft.slug!r}", "lower case letters and hyphens")
    targets: dict[str, int] = {}
    for key in ("related", "read"):
        for slug in _slugs(draft, key):
            targets.setdefault(slug, key_line(draft.raw, key))
    for match in LINK.finditer(draft.raw, draft.raw.find("\n+++\n") + 1):
        line = draft.raw.count("\n", 0, match.start()) + 1
        slug = match[1].removesuffix(".md")
        if not match[1].endswith(".md") or not SLUG.fullmatch(slug):
            yield draft.find("L05", line, f"link to {match[1]!r}", "the slug of an article and .md")
        else:
            targets.setdefault(slug, line)
    for slug, line in targets.items():
        yield from _target(draft, slug, line, written, planned)


def _target(
    draft: Draft, slug: str, line: int, written: frozenset[str], planned: frozenset[str]
) -> Iterator[Problem]:
    if slug == draft.slug and draft.kind == "article":
        yield draft.find("L04", line, "a link to itself", "drop it")
    elif slug in planned - written:
        late = draft.find("L03", line, f"{slug} is planned, not written", "write it")
        yield late._replace(level="warning")
    elif slug not in written:
        yield draft.find("L02", line, f"{slug} is neither written nor planned", "a known slug")


def _slugs(draft: Draft, key: str) -> list[str]:
    value = draft.fields.get(key, [])
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def _related(draft: Draft) -> Iterator[Problem]:
    related = _slugs(draft, "related")
    if not 2 <= len(related) <= 5 or len(set(related)) != len(related):
        message = f"{len(set(related))} related articles"
        yield draft.find("L01", key_line(draft.raw, "related"), message, "2 to 5 slugs, each once")


def check_names(drafts: Iterable[Draft]) -> Iterator[Problem]:
    """Yield aliases and slugs that belong to two articles."""
    owners: dict[str, Draft] = {}
    slugs: dict[str, Draft] = {}
    for draft in (d for d in drafts if d.kind == "article"):
        first = slugs.setdefault(draft.slug, draft)
        if first is not draft:
            yield draft.find("L07", 1, f"the slug stands in {first.file} too", "one file a slug")
            continue
        for name in {folded(alias): alias for alias in _slugs(draft, "aliases")}:
            owner = owners.setdefault(name, draft)
            if owner is not draft:
                message = f"the alias {name!r} belongs to {owner.slug} too"
                yield draft.find("L06", key_line(draft.raw, "aliases"), message, "keep it in one")


def check_leads(drafts: Iterable[Draft]) -> Iterator[Problem]:
    """Yield guides whose lead article does not matter in their week."""
    known = list(drafts)
    articles: dict[str, dict[str, Any]] = {d.slug: d.fields for d in known if d.kind == "article"}
    for draft in (d for d in known if d.kind != "article"):
        lead, week = draft.fields.get("lead"), draft.fields.get("week")
        if type(week) is not int:
            continue
        fields = articles.get(str(lead), {})
        span = fields.get("weeks" if draft.kind == "pregnancy" else "after_birth", [])
        # What is no range is M03's to say.
        broken = not isinstance(span, list) or (span and span != sorted(span))
        if fields and not broken and not (span and span[0] <= week <= span[-1]):
            message = f"{lead} does not cover week {week}"
            yield draft.find("L08", key_line(draft.raw, "lead"), message, "widen its weeks")
