"""What an import brings or would bring, and where the file and what is here differ."""

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
    Text,
    Title,
    text,
)

SHOWN = 20  # differences; the record of --json has them all


class Brought(NamedTuple):
    """What an import brings: counts, names, sentences; differences as (what, name, here, there).

    dates: the sentence on the due date, "" where it stays or must not be said. spoken: whether
    the dates of a difference may be said.
    """

    new: int
    same: int
    differ: int
    datings: int
    put_aside: int
    taken: Sequence[tuple[str, str]]
    goes_on: int
    dates: str
    differences: Sequence[tuple[str, str, str, str]]
    spoken: bool


def brought(found: Brought, *, dry: bool, theirs: bool, changes: bool) -> Page:
    """Return what comes or came, what differs and which of both stays, and what to do next."""
    title = words.WOULD if dry else words.CAME
    blocks: list[Block] = [Title(text(title if changes else words.NOTHING))]
    blocks.append(Facts(tuple(_counts(found))))
    if found.goes_on:
        blocks.append(Paragraph(text(words.GOES_ON.format(number=found.goes_on))))
    if found.dates:
        blocks.append(Paragraph(text(found.dates)))
    blocks += _differences(found, theirs=theirs)
    return (*blocks, *_next(dry=dry, changes=changes))


def _counts(found: Brought) -> list[tuple[str, Text]]:
    counts = words.ENTRY_COUNTS.format(new=found.new, same=found.same, differ=found.differ)
    rows = [(words.ENTRIES, text(counts))]
    if found.datings:
        many = words.DATING_COUNT.format(count=found.datings)
        rows.append((words.DATINGS, text(words.DATING_ONE if found.datings == 1 else many)))
    if found.put_aside:
        rows.append((words.ASIDE, text(words.ASIDE_COUNT.format(count=found.put_aside))))
    if found.taken:
        named = [words.SET[what].format(name=name) for what, name in found.taken]
        rows.append((words.TAKEN, text(", ".join(named))))
    return rows


def _differences(found: Brought, *, theirs: bool) -> list[Block]:
    if not found.differences:
        return []
    items = [text(_difference(*one, found.spoken)) for one in found.differences[:SHOWN]]
    if len(found.differences) > SHOWN:
        items.append(text(words.MORE.format(count=len(found.differences) - SHOWN)))
    heading = words.GIVEN if theirs else words.KEPT
    blocks: list[Block] = [Heading(text(heading)), Bullets(tuple(items))]
    if not theirs:
        blocks.append(Note(text(words.THEIRS, Span("amma import FILE --theirs", "command"))))
    return blocks


def _difference(what: str, name: str, here: str, there: str, spoken: bool) -> str:
    if what not in ("entry", "setting", "answer") and not spoken:
        return words.DIFFERS_DATE.format(name=name)
    return words.DIFFERS[what].format(name=name, here=here, there=there)


def _next(*, dry: bool, changes: bool) -> list[Block]:
    if not changes:
        return []
    if dry:
        return [
            Note(text(words.TO_DO, Span("amma import FILE", "command"))),
            Note(text(words.BACK, Span("amma export -o FILE", "command"))),
        ]
    return [
        Note(text(words.AFTER, Span("amma journal", "command"))),
        Note(text(words.AFTER_ONE, Span("amma journal remove NAME", "command"))),
    ]
