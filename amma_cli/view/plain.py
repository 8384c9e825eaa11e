"""blocks -> plain text: for pipes, for --plain and screen readers, for files.

No boxes, no escape codes; urgency and headings are words. `columns` allows
aligned tables (pipes); without it every row is a line of words (--plain).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from amma_cli.blocks import (
    Block,
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
    Steps,
    Table,
    Text,
    Title,
    plain,
)
from amma_cli.view.characters import cells, clean
from amma_cli.view.wrap import wrap

Lines = Iterator[str]


def paint_plain(page: Page, width: int, *, columns: bool = True) -> str:
    """Return the page as text, each line at most `width` columns but for addresses."""
    out: list[str] = []
    for number, block in enumerate(page):
        lines = list(_lines(block, width, columns))
        if lines and number and not joined(page[number - 1], block):
            out.append("")
        out.extend(lines)
    return "\n".join(out) + "\n"


def joined(before: Block, block: Block) -> bool:
    """Whether no empty line stands between two blocks: under a heading, and above a bar."""
    return isinstance(before, Heading) or isinstance(block, Meter)


def _words(spans: Text) -> str:
    return clean(plain(spans))


def _lines(block: Block, width: int, columns: bool) -> Lines:
    if isinstance(block, Table):
        return _table(block, width, columns)
    if isinstance(block, Chart):
        return _chart(block, width, columns)
    if isinstance(block, Diagram):
        return _diagram(block, width, columns)
    return PAINTERS[type(block)](block, width)


def _title(block: Title, width: int) -> Lines:
    yield from wrap(_words(block.spans), width)
    if block.under:
        yield from wrap(_words(block.under), width)


def _heading(block: Heading, width: int) -> Lines:
    yield from wrap(_headed(_words(block.spans)), width)


def _chapter(block: Chapter, width: int) -> Lines:
    yield ""
    yield ""
    yield from wrap(_words(block.spans), width, block.lead, " " * len(block.lead))
    if block.under:
        yield from wrap(_words(block.under), width)


def _contents(block: Contents, width: int) -> Lines:
    yield from wrap(_headed(clean(block.heading)), width)
    for one in block.chapters:
        yield from wrap(_words(one.spans), width, one.lead, " " * len(one.lead))


def _headed(words: str) -> str:
    """Mark a heading by its colon; a question needs none."""
    return words if words.endswith(("?", ":", ".")) else words + ":"


def _paragraph(block: Paragraph | Note, width: int) -> Lines:
    yield from wrap(_words(block.spans), width)


def _bullets(block: Bullets, width: int) -> Lines:
    for item in block.items:
        yield from wrap(_words(item), width, "- ", "  ")


def _steps(block: Steps, width: int) -> Lines:
    for number, item in enumerate(block.items, 1):
        lead = f"{number}. "
        yield from wrap(_words(item), width, lead, " " * len(lead))


def _facts(block: Facts, width: int) -> Lines:
    for label, spans in block.rows:
        yield from wrap(f"{clean(label)}: {_words(spans)}", width, "", "  ")


def _help(block: HelpBox, width: int) -> Lines:
    yield from wrap(_headed(clean(block.heading)), width)
    for contact in block.contacts:
        yield from wrap(_words(contact), width)
    for group in block.groups:
        yield ""
        yield from wrap(_headed(clean(group.heading)), width)
        for place, item in enumerate(group.items):
            lead = group.lead(place, "- ")
            yield from wrap(_words(item), width, lead, " " * len(lead))


def _entries(block: Entries, width: int) -> Lines:
    for entry in block.items:
        beside = f" ({clean(entry.beside)})" if entry.beside else ""
        yield from wrap(_words(entry.title) + beside, width, "- ", "  ")
        if entry.body:
            yield from wrap(_words(entry.body), width, "  ", "  ")
        if entry.name:
            yield from wrap(clean(entry.name), width, "  ", "  ")


def _meter(block: Meter, width: int) -> Lines:
    yield from wrap(clean(block.label), width)


def _references(block: References, width: int) -> Lines:
    for item in block.items:
        lead = f"[{item.number}] "
        yield from wrap(clean(item.words), width, lead, "    ")
        if item.address:
            yield "    " + clean(item.address)


def _table(block: Table, width: int, columns: bool) -> Lines:
    head, *rows = [tuple(clean(cell) for cell in row) for row in (block.head, *block.rows)]
    if columns:
        lines = list(_aligned(head, rows, block.numeric))
        if all(cells(line) <= width for line in lines):
            yield from lines
            return
    for row in rows:
        pairs = [f"{h} {c}".strip() for h, c in zip(head, row, strict=True) if c]
        between = ", " if any(block.head) else ": "
        yield from wrap(between.join(pairs), width, "- ", "  ")


def _aligned(head: Iterable[str], rows: list[tuple[str, ...]], numeric: tuple[int, ...]) -> Lines:
    heads = tuple(head)
    table = [heads, *rows] if any(heads) else rows
    wide = [max(cells(row[i]) for row in table) for i in range(len(table[0]))]
    for row in table:
        parts = []
        for i, cell in enumerate(row):
            gap = " " * (wide[i] - cells(cell))
            parts.append(gap + cell if i in numeric else cell + gap)
        yield "  ".join(parts).rstrip()


def _chart(block: Chart, width: int, columns: bool) -> Lines:
    yield from wrap(clean(block.caption), width)
    yield from _table(block.table, width, columns)


def drawable(block: Diagram, width: int) -> bool:
    """Whether every line of a drawing fits."""
    return all(cells(clean(line)) <= width for line in block.lines)


def _diagram(block: Diagram, width: int, columns: bool) -> Lines:
    yield from wrap(_headed(clean(block.caption)), width)
    if columns and drawable(block, width):
        yield from (clean(line).rstrip() for line in block.lines)
        yield ""
    yield from wrap(_words(block.words), width)


PAINTERS: dict[type, Callable[[Any, int], Lines]] = {
    Title: _title,
    Heading: _heading,
    Chapter: _chapter,
    Contents: _contents,
    Paragraph: _paragraph,
    Note: _paragraph,
    Bullets: _bullets,
    Steps: _steps,
    Facts: _facts,
    HelpBox: _help,
    Entries: _entries,
    Meter: _meter,
    References: _references,
}
