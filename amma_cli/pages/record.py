"""All that is kept, to be read: settings, dates, and the journal day by day."""

from collections.abc import Sequence
from typing import NamedTuple

from amma_cli import messages_exchange as words
from amma_cli.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Note,
    Page,
    Paragraph,
    Span,
    Title,
    text,
)
from amma_cli.pages.journal import Row, by_day

Pairs = Sequence[tuple[str, str]]


class Part(NamedTuple):
    """One pregnancy: "" or its heading, what stands above its journal, its entries by time."""

    heading: str
    facts: Sequence[tuple[str, Pairs]]
    rows: Sequence[Row]


def record(settings: Pairs, parts: Sequence[Part]) -> Page:
    """Return the whole record; parts: the one that goes on first, then those put aside."""
    blocks: list[Block] = [Title(text(words.TITLE))]
    for part in parts:
        level = 3 if part.heading else 2
        if part.heading:
            blocks.append(Heading(text(part.heading)))
        blocks += _facts(part.facts, level)
        blocks += _days(part.rows, level)
    blocks += _facts([(words.SETTINGS, settings)], 2)
    blocks.append(Note(text(words.WHOLE_IN_JSON, Span("amma export --to json", "command"))))
    return tuple(blocks)


def _facts(many: Sequence[tuple[str, Pairs]], level: int) -> list[Block]:
    blocks: list[Block] = []
    for heading, pairs in many:
        if pairs:
            rows = tuple((label, text(value)) for label, value in pairs)
            blocks += [Heading(text(heading), level), Facts(rows)]
    return blocks


def _days(rows: Sequence[Row], level: int) -> list[Block]:
    blocks: list[Block] = [Heading(text(words.JOURNAL), level)]
    if not rows:
        return [*blocks, Paragraph(text(words.NO_JOURNAL))]
    for day, of_day in by_day(rows).items():
        blocks.append(Heading(text(day), 3))
        blocks.append(Bullets(tuple(_line(row) for row in of_day)))
    return blocks


def _line(row: Row) -> tuple[Span, ...]:
    return text(Span(f"{row.time} {row.kind}", "strong"), f": {row.said}" if row.said else "")
