"""Blocks of articles <-> the JSON in library.db, as short lists to keep reading cheap."""

from collections.abc import Iterable
from typing import Any

from amma_cli.blocks import Block, Bullets, Diagram, Heading, Paragraph, Span, Steps, Text
from amma_cli.domain.article import HelpItem, Review, Section


def pack_text(spans: Text) -> list[list[str]]:
    """Return a text as lists, leaving out styles and targets that are empty to the end."""
    return [list(span[: 3 if span.target else 2 if span.style else 1]) for span in spans]


def unpack_text(packed: Iterable[list[str]]) -> Text:
    """Return the text of `pack_text`."""
    return tuple(Span(*part) for part in packed)  # type: ignore[arg-type]


def pack_blocks(blocks: Iterable[Block]) -> list[list[Any]]:
    """Return the blocks that Markdown makes as lists; others raise TypeError."""
    out: list[list[Any]] = []
    for block in blocks:
        if isinstance(block, Heading):
            out.append(["h", pack_text(block.spans), block.level])
        elif isinstance(block, Paragraph):
            out.append(["p", pack_text(block.spans)])
        elif isinstance(block, Bullets):
            out.append(["ul", [pack_text(item) for item in block.items]])
        elif isinstance(block, Steps):
            out.append(["ol", [pack_text(item) for item in block.items]])
        elif isinstance(block, Diagram):
            out.append(["d", block.caption, pack_text(block.words), list(block.lines)])
        else:
            raise TypeError(f"{type(block).__name__} does not stand in an article")
    return out


def unpack_blocks(packed: Iterable[list[Any]]) -> tuple[Block, ...]:
    """Return the blocks of `pack_blocks`."""
    return tuple(_unpack(row) for row in packed)


def _unpack(row: list[Any]) -> Block:
    kind, content = row[0], row[1]
    if kind == "h":
        return Heading(unpack_text(content), row[2])
    if kind == "p":
        return Paragraph(unpack_text(content))
    if kind == "d":
        return Diagram(content, unpack_text(row[2]), tuple(row[3]))
    items = tuple(unpack_text(item) for item in content)
    return Bullets(items) if kind == "ul" else Steps(items)


def pack_sections(sections: Iterable[Section]) -> list[list[Any]]:
    """Return sections as [title, blocks]."""
    return [[section.title, pack_blocks(section.blocks)] for section in sections]


def unpack_sections(packed: Iterable[list[Any]]) -> tuple[Section, ...]:
    """Return the sections of `pack_sections`."""
    return tuple(Section(title, unpack_blocks(blocks)) for title, blocks in packed)


def pack_help(items: Iterable[HelpItem]) -> list[list[Any]]:
    """Return help bullets as [urgency, text, keys of signs]."""
    return [[item.urgency, pack_text(item.spans), list(item.signs)] for item in items]


def unpack_help(packed: Iterable[list[Any]]) -> tuple[HelpItem, ...]:
    """Return the bullets of `pack_help`."""
    return tuple(HelpItem(u, unpack_text(spans), tuple(signs)) for u, spans, signs in packed)


def unpack_review(packed: list[str]) -> Review:
    """Return the review that stands in a record as a list."""
    return Review(*packed)


def pack_worry(row: dict[str, Any]) -> list[str]:
    """Return a table of worries.toml as four texts: read quicker than thousands of phrases."""
    lists = ("\n".join(row.get(key, ())) for key in ("said", "weak", "but"))
    return [row.get("read", ""), *lists]
