"""What is stored and who can read it, the proof of it, and the doctor's findings."""

from collections.abc import Sequence
from typing import Any

from amma_cli import messages as say
from amma_cli import messages_own as own
from amma_cli.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Facts,
    Heading,
    Note,
    Page,
    Paragraph,
    Span,
    Title,
    text,
)

Row = tuple[str, str, str, str, bool]


def privacy(rows: Sequence[Row]) -> Page:
    """Return the table of paths in words, what is there now, who can read it, how to delete it."""
    return (
        Title(text(own.PRIVACY)),
        Paragraph(text(own.PRIVACY_STORED)),
        Heading(text(say.FILES_NOW)),
        _files([row for row in rows if row[4]]),
        Heading(text(say.FILES_CAN)),
        _files([row for row in rows if not row[4]]),
        Heading(text(say.FILES_WHO)),
        Paragraph(text(own.PRIVACY_WHO)),
        Paragraph(text(own.PRIVACY_CANNOT)),
        Paragraph(text(own.PRIVACY_HISTORY, Span("amma due", "command"), ".")),
        Paragraph(text(own.PRIVACY_DELETE, Span("amma forget", "command"), ".")),
        Paragraph(text(own.PRIVACY_SAFE, Span("amma read domestic-abuse", "command"), ".")),
    )


def _files(rows: Sequence[Row]) -> Block:
    if not rows:
        return Paragraph(text("None."))
    return Entries(
        tuple(
            Entry("", text(Span(path, "strong")), "",
                  text(f"{purpose[0].upper()}{purpose[1:]}: {content}. Kept: {lifetime}."))
            for path, purpose, content, lifetime, _ in rows
        )
    )  # fmt: skip


def proof(found: dict[str, Any]) -> Page:
    """Return what a run of every reading command touched."""
    ran = own.PROVE_RAN.format(
        count=len(found["commands"]), sockets=found["sockets"] or "none",
        processes=found["processes"] or "none",
    )  # fmt: skip
    blocks: list[Block] = [Title(text(own.PROVE)), Paragraph(text(ran))]
    blocks += [Heading(text(own.PROVE_WRITTEN))]
    blocks.append(_list(found["written"]) if found["written"] else Paragraph(text(own.PROVE_NONE)))
    blocks += [Heading(text(own.PROVE_READ)), _list(found["read"])]
    blocks += [Heading(text("Commands")), _list([f"amma {c}" for c in found["commands"]])]
    return tuple(blocks)


def _list(lines: Sequence[str]) -> Block:
    return Bullets(tuple(text(line) for line in lines)) if lines else Paragraph(text("None."))


def doctor(facts: Sequence[tuple[str, str]], problems: Sequence[str]) -> Page:
    """Return facts and problems."""
    blocks: list[Block] = [
        Title(text(own.DOCTOR)),
        Facts(tuple((name, text(value)) for name, value in facts)),
    ]
    if not problems:
        return (*blocks, Paragraph(text(own.DOCTOR_FINE)))
    return (*blocks, Heading(text(own.DOCTOR_PROBLEMS)), _list(problems))


def listed(files: Sequence[str], after: str) -> Page:
    """Return what would be deleted."""
    blocks: list[Block] = [Title(text(own.FORGET)), _list(files)]
    if after:
        blocks.append(Paragraph(text(after)))
    command = Span("amma calendar --remove", "command")
    return (*blocks, Note(text(own.FORGET_CALENDAR, command)))


def nothing() -> Page:
    """Return that there is nothing to delete."""
    return (Title(text(own.FORGET_NOTHING)), Note(text(own.FORGET_REACH)))


def forgotten(files: Sequence[str]) -> Page:
    """Return what was deleted and what cannot be reached."""
    blocks: list[Block] = [Title(text(own.FORGET_DONE))]
    if files:
        blocks.append(_list(files))
    return (*blocks, Paragraph(text(own.FORGET_REACH)))
