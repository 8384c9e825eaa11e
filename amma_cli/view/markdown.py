"""blocks -> Markdown that reads well as text."""

import re
from collections.abc import Callable
from typing import Any

from amma_cli.blocks import (
    Bullets,
    Chapter,
    Chart,
    Contents,
    Diagram,
    Entries,
    Facts,
    Heading,
    HelpBox,
    Meter,
    Note,
    Page,
    Paragraph,
    References,
    Span,
    Steps,
    Table,
    Text,
    Title,
)
from amma_cli.view.characters import clean

_SPECIAL = {ord(c): "\\" + c for c in "\\`*_[]<>#|&~"}
# What begins a list, a rule or an underlined heading when it stands first.
_LEAD = re.compile(r"^(\s*)(?:([-+=])|(\d{1,9})([.)]))")


def paint_markdown(page: Page) -> str:
    """Return a page as CommonMark; text is escaped, so that nothing in it acts as markup."""
    return "\n\n".join(PAINTERS[type(block)](block) for block in page) + "\n"


def _escape(words: str) -> str:
    return clean(words).translate(_SPECIAL)


def _text(spans: Text) -> str:
    return _led("".join(_span(span) for span in spans).strip())


def _led(words: str) -> str:
    """Escape what would begin a list or a rule at the start of a block."""
    return _LEAD.sub(lambda m: m[1] + (f"\\{m[2]}" if m[2] else f"{m[3]}\\{m[4]}"), words)


def _span(span: Span) -> str:
    words = _escape(span.text)
    mark = {"strong": "**", "em": "*"}.get(span.style, "")
    if mark and words.strip():  # a mark beside a space would be a star in the text
        before, inside, after = words.partition(words.strip())
        return f"{before}{mark}{inside}{mark}{after}"
    if span.style == "command":
        return "`" + clean(span.text).replace("`", "") + "`"
    return words


def _list(items: tuple[Text, ...], numbered: bool = False) -> str:
    leads = (f"{n}. " if numbered else "- " for n in range(1, len(items) + 1))
    return "\n".join(lead + _text(item) for lead, item in zip(leads, items, strict=True))


def _title(block: Title) -> str:
    return f"# {_text(block.spans)}" + (f"\n\n*{_text(block.under)}*" if block.under else "")


def _chapter(block: Chapter) -> str:
    under = f"\n\n*{_text(block.under)}*" if block.under else ""
    return f"## {block.lead}{_text(block.spans)}{under}"


def _contents(block: Contents) -> str:
    chapters = _list(tuple(one.spans for one in block.chapters if one.number), numbered=True)
    more = "".join(f"\n\n{_text(one.spans)}" for one in block.chapters if not one.number)
    return f"## {_escape(block.heading)}\n\n{chapters}{more}"


def _help(block: HelpBox) -> str:
    marks = "#" * block.level
    parts = [f"{marks} {_escape(block.heading)}", *(_text(contact) for contact in block.contacts)]
    for group in block.groups:
        parts += [f"{marks}# {_escape(group.heading)}", _list(group.items)]
    return "\n\n".join(parts)


def _table(block: Table) -> str:
    rows = [block.head, tuple("---" for _ in block.head), *block.rows]
    return "\n".join("| " + " | ".join(_escape(cell) for cell in row) + " |" for row in rows)


def _entries(block: Entries) -> str:
    lines = []
    for entry in block.items:
        beside = f" ({_escape(entry.beside)})" if entry.beside else ""
        body = f"\n  {_text(entry.body)}" if entry.body else ""
        lines.append(f"- {_text(entry.title)}{beside}{body}")
    return "\n".join(lines)


def _diagram(block: Diagram) -> str:
    drawing = "\n".join("    " + clean(line) for line in block.lines)
    return f"**{_escape(block.caption)}**\n\n{drawing}\n\n{_text(block.words)}"


def _references(block: References) -> str:
    lines = []
    for item in block.items:
        address = f"\n   <{clean(item.address)}>" if item.address else ""
        lines.append(f"{item.number}. {_led(_escape(item.words))}{address}")
    return "\n".join(lines)


def _facts(block: Facts) -> str:
    return "\n".join(f"- {_led(_escape(label))}: {_text(spans)}" for label, spans in block.rows)


PAINTERS: dict[type, Callable[[Any], str]] = {
    Title: _title,
    Heading: lambda block: "#" * block.level + " " + _text(block.spans),
    Chapter: _chapter,
    Contents: _contents,
    Paragraph: lambda block: _text(block.spans),
    Note: lambda block: f"*{_text(block.spans)}*",
    Bullets: lambda block: _list(block.items),
    Steps: lambda block: _list(block.items, numbered=True),
    Facts: _facts,
    HelpBox: _help,
    Table: _table,
    Entries: _entries,
    Meter: lambda block: _led(_escape(block.label)),
    Chart: lambda block: f"{_led(_escape(block.caption))}\n\n{_table(block.table)}",
    Diagram: _diagram,
    References: _references,
}
