"""The honest label of the library, and what its linter found."""

from collections.abc import Sequence
from typing import Any, Protocol

from amma_cli import messages as say
from amma_cli.blocks import Block, Bullets, Facts, Heading, Note, Page, Paragraph, Span, Title, text
from amma_cli.domain.age import plural


class Found(Protocol):
    """What the linter says of one place."""

    @property
    def code(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def message(self) -> str: ...
    @property
    def fix(self) -> str: ...
    @property
    def level(self) -> str: ...


def label(known: dict[str, Any]) -> Page:
    """Return what is written, planned, read and reviewed, without flattery."""
    written, planned = known["written"], known["planned"]
    missing = known["weeks_without_guide"]
    after = known["guides_after_birth"]
    grade = f"{known['median_grade']:.1f} in the middle"
    rows = (
        ("Articles", f"{written} written, {planned} more planned"),
        ("Weekly guides", f"{known['guides']} of 42 written, {after} of 6 after birth"),
        ("Weeks without", _ranges(missing) or "none"),
        ("Languages", ", ".join(known["languages"])),
        ("Reading grade", f"{grade} (Flesch-Kincaid; 8 is the most an article may have)"),
        ("Clinicians", f"{known['reviewed_by_clinician']} of {written} reviewed by one"),
        ("Three readings", f"{known['read_by_three']} of {written}, by others than the writer"),
        ("Oldest check", str(known["oldest_check"])),
        ("Overdue", f"{known['overdue']} past the day of their next check"),
        ("Version", known["version"]),
    )
    facts = tuple((name, text(words)) for name, words in rows)
    return (
        Title(text(say.LABEL)),
        Facts(facts),
        Paragraph(text(
            say.LABEL_TRUTH
        )),
        Note(text("By topic: ", Span("amma topics", "command"))),
    )  # fmt: skip


def _ranges(weeks: Sequence[int]) -> str:
    """Return "1 to 4, 6, 8 to 11" for a list of weeks."""
    runs: list[list[int]] = []
    for week in weeks:
        if runs and runs[-1][-1] == week - 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]} to {r[-1]}" for r in runs)


def problems(found: Sequence[Found]) -> Page:
    """Return what the linter found: errors, then warnings, each with place and fix."""
    errors = [p for p in found if p.level == "error"]
    warnings = [p for p in found if p.level != "error"]
    count = f"{plural(len(errors), 'error')}, {plural(len(warnings), 'warning')}"
    blocks: list[Block] = [Title(text(f"Library check: {count}"))]
    for name, group in (("Errors", errors), ("Warnings", warnings)):
        if group:
            blocks += [Heading(text(name)), Bullets(tuple(text(_line(p)) for p in group))]
    return tuple(blocks)


def _line(p: Found) -> str:
    fix = f" Fix: {p.fix}" if p.fix else ""
    return f"{p.file}:{p.line} {p.code}: {p.message}{fix}"
