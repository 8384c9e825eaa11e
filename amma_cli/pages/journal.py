"""The journal: what was saved, what changed, and the list."""

from collections.abc import Sequence
from typing import NamedTuple

from amma_cli import messages_journal as words
from amma_cli.blocks import (
    Block,
    Entries,
    Entry,
    Heading,
    Note,
    Page,
    Paragraph,
    Span,
    Title,
    text,
)
from amma_cli.domain.age import plural


class Row(NamedTuple):
    """An entry as it is shown: its name, its day and time in words, its kind, what it says."""

    name: str
    day: str
    time: str
    kind: str
    said: str


def one(template: str, row: Row, lead: str, command: str, before: str = "") -> Page:
    """Return the answer to a change: what it was, and how to take it back."""
    what = f"{row.kind}: {row.said}" if row.said else row.kind
    said = template.format(what=what, when=f"{row.day}, {row.time}")
    blocks: list[Block] = [Paragraph(text(said))]
    if before:
        blocks.append(Paragraph(text(words.WAS.format(what=before))))
    blocks.append(Note(text(lead, Span(command, "command"))))
    return tuple(blocks)


def dry(row: Row) -> Page:
    """Return how something would be saved."""
    what = f"{row.kind}: {row.said}"
    return (Paragraph(text(words.WOULD.format(what=what, when=f"{row.day}, {row.time}"))),)


def listed(rows: Sequence[Row], total: int, torn: int) -> Page:
    """Return entries under their days, the newest first."""
    if not rows:
        command = Span('amma log note "..."', "command")
        return (
            Title(text(words.JOURNAL)), Paragraph(text(words.NOTHING)), *_cut_short(torn),
            Note(text(words.NOTHING_HOW, command)),
        )  # fmt: skip
    blocks: list[Block] = [
        Title(
            text(words.JOURNAL), text(words.COUNT.format(count=plural(total, "entry", "entries")))
        )
    ]
    for day, of_day in by_day(rows).items():
        blocks.append(Heading(text(day)))
        blocks.append(Entries(tuple(_entry(row) for row in of_day)))
    return (*blocks, *_cut_short(torn))


def _cut_short(torn: int) -> Page:
    """Return how many lines of the file cannot be read, nothing where there are none."""
    return (Note(text(words.TORN.format(count=torn))),) if torn else ()


def by_day(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return entries under their days, each day once, in the order in which they come."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.day, []).append(row)
    return found


def _entry(row: Row) -> Entry:
    body = text(row.said) if row.said else ()
    return Entry("", text(Span(f"{row.time} {row.kind}", "strong")), row.name, body)
