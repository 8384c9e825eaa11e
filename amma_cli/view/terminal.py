"""blocks -> terminal, by rich: styles, a box around help, bars and charts."""

import io
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from amma_cli.blocks import (
    Bullets,
    Chart,
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
)
from amma_cli.blocks import text as spans
from amma_cli.view.characters import cells, clean
from amma_cli.view.plain import drawable, joined
from amma_cli.view.theme import THEMES, color_system, theme_name

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text as RichText

STYLES = {"strong": "bold", "em": "italic"}


def paint_terminal(
    page: Page, width: int, environ: Mapping[str, str], *, color: bool, draw: bool
) -> str:
    """Return the page with escape codes. draw: whether boxes and braille can be written."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.theme import Theme

    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=True,
        color_system=color_system(environ),  # type: ignore[arg-type]
        no_color=not color,
        theme=Theme(THEMES[theme_name(environ, color=color)], inherit=True),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        safe_box=False,
        _environ={},
    )
    margin = 2 if width >= 60 else 0
    painter = _Painter(console, width - 2 * margin, draw)
    for number, block in enumerate(page):
        if number and not joined(page[number - 1], block):
            console.print()
        for part in painter.parts(block):
            if isinstance(part, Address):
                console.print(" " * margin + part, style="cite", soft_wrap=True)
            else:
                console.print(Padding(part, (0, margin)))
    lines = (line.rstrip() for line in out.getvalue().split("\n"))
    return "\n".join(lines)


class Address(str):
    """A web address: on a line of its own and never broken, however long."""

    __slots__ = ()


class _Painter:
    """Turns one block after another into rich renderables of a fixed width."""

    def __init__(self, console: "Console", width: int, draw: bool) -> None:
        self.console = console
        self.width = width
        self.draw = draw
        self.table: dict[type, Callable[[Any], Iterator[RenderableType]]] = {
            Title: self.title, Heading: self.heading, Paragraph: self.paragraph,
            Note: self.note, Bullets: self.bullets, Steps: self.steps, Facts: self.facts,
            HelpBox: self.help, Table: self.rows, Entries: self.entries, Meter: self.meter,
            Chart: self.chart, Diagram: self.diagram, References: self.references,
        }  # fmt: skip

    def parts(self, block: object) -> "Iterator[RenderableType]":
        return self.table[type(block)](block)

    def text(self, spans: Text, style: str = "") -> "RichText":
        from rich.text import Text as RichText

        out = RichText(style=style, overflow="fold")
        for span in spans:
            out.append(clean(span.text), STYLES.get(span.style, span.style) or None)
        return out

    def hanging(self, lead: str, body: "RichText", style: str = "") -> "RenderableType":
        """Text led by a mark, its further lines indented below itself."""
        from rich.text import Text as RichText

        wide = cells(lead)
        if wide >= self.width // 2:  # too long to hang below: it opens the text
            body = RichText.assemble((lead, style), body)
            lead, wide = "", 0
        out = RichText()
        lines = body.wrap(self.console, max(4, self.width - wide), overflow="fold")
        for number, line in enumerate(lines):
            out.append(lead if number == 0 else " " * wide, style)
            line.rstrip()
            out.append_text(line)
            if number < len(lines) - 1:
                out.append("\n")
        return out

    def title(self, block: Title) -> "Iterator[RenderableType]":
        yield self.text(block.spans, "title")
        if block.under:
            yield self.text(block.under, "muted")

    def heading(self, block: Heading) -> "Iterator[RenderableType]":
        yield self.text(block.spans, "heading" if block.level == 2 else "bold")

    def paragraph(self, block: Paragraph) -> "Iterator[RenderableType]":
        yield self.text(block.spans)

    def note(self, block: Note) -> "Iterator[RenderableType]":
        yield self.text(block.spans, "muted")

    def bullets(self, block: Bullets) -> "Iterator[RenderableType]":
        for item in block.items:
            yield self.hanging("\u2022 " if self.draw else "- ", self.text(item), "muted")

    def steps(self, block: Steps) -> "Iterator[RenderableType]":
        for number, item in enumerate(block.items, 1):
            yield self.hanging(f"{number}. ", self.text(item), "muted")

    def facts(self, block: Facts) -> "Iterator[RenderableType]":
        wide = max((cells(clean(label)) for label, _ in block.rows), default=0) + 2
        if wide > self.width // 3:
            for label, spans in block.rows:
                yield self.hanging(f"{clean(label)}: ", self.text(spans), "muted")
            return
        for label, spans in block.rows:
            gap = " " * (wide - cells(clean(label)))
            yield self.hanging(clean(label) + gap, self.text(spans), "muted")

    def help(self, block: HelpBox) -> "Iterator[RenderableType]":
        from rich.console import Group

        fits = self.width >= max(50, cells(clean(block.heading)) + 6)  # else rich cuts it short
        boxed = self.draw and fits
        outer = self.width
        self.width = outer - 4 if boxed else outer
        inside: list[RenderableType] = [self.text(contact) for contact in block.contacts]
        for group in block.groups:
            if inside:
                inside.append("")
            inside.append(self.text(spans(clean(group.heading)), group.urgency))
            bullet = "\u2022 " if self.draw else "- "
            inside.extend(
                self.hanging(group.lead(place, bullet), self.text(item))
                for place, item in enumerate(group.items)
            )
        self.width = outer
        if not boxed:
            yield self.text(spans(block.heading), "bold")
            yield from inside
            return
        from rich.box import ROUNDED
        from rich.panel import Panel

        worst = block.groups[0].urgency if block.groups else "mention"
        heading = self.text(spans(block.heading), "bold")
        yield Panel(
            Group(*inside), title=heading, title_align="left", box=ROUNDED,
            border_style=worst, width=outer,
        )  # fmt: skip

    def rows(self, block: Table) -> "Iterator[RenderableType]":
        from rich.table import Table as RichTable
        from rich.text import Text as RichText

        table = RichTable(
            show_header=any(block.head),
            box=None,
            pad_edge=False,
            header_style="muted",
            padding=(0, 2, 0, 0),
        )
        for number, head in enumerate(block.head):
            table.add_column(
                clean(head), justify="right" if number in block.numeric else "left",
                overflow="fold",
            )  # fmt: skip
        for row in block.rows:
            table.add_row(*(RichText(clean(cell)) for cell in row))
        yield table

    def entries(self, block: Entries) -> "Iterator[RenderableType]":
        mark, room = ("\u25b8 " if self.draw else "> "), self.width
        for entry in block.items:
            lead = mark if entry.mark else "  "
            beside = clean(entry.beside)
            title = self.text(entry.title, "bold" if entry.mark else "")
            gap = room - len(lead) - cells(title.plain) - cells(beside)
            if beside and gap >= 2:
                title.append(" " * gap + beside, "muted")
            elif beside:
                title.append(f" ({beside})", "muted")
            yield self.hanging(lead, title, "bar")
            if entry.body:
                yield self.hanging("    ", self.text(entry.body))
            if entry.name:
                yield self.hanging("    ", self.text(spans(entry.name), "command"))

    def meter(self, block: Meter) -> "Iterator[RenderableType]":
        from rich.text import Text as RichText

        label = clean(block.label)
        bar = min(40, self.width - cells(label) - 2)
        if not self.draw or bar < 10:
            yield RichText(label, "muted")
            return
        full = max(0, min(bar, round(bar * block.done / block.total)))
        yield RichText.assemble(
            ("\u2501" * full, "bar"), ("\u2500" * (bar - full), "rest"), f"  {label}"
        )

    def chart(self, block: Chart) -> "Iterator[RenderableType]":
        yield self.text(spans(block.caption), "bold")
        if not self.draw or self.width < 36:
            yield from self.rows(block.table)
            return
        from rich.text import Text as RichText

        from amma_cli.view.braille import draw

        yield RichText("\n".join(draw(block, self.width)), no_wrap=True)

    def diagram(self, block: Diagram) -> "Iterator[RenderableType]":
        from rich.text import Text as RichText

        yield self.text(spans(block.caption), "bold")
        if drawable(block, self.width):
            yield RichText("\n".join(clean(line) for line in block.lines), no_wrap=True)
            yield ""
        yield self.text(block.words)

    def references(self, block: References) -> "Iterator[RenderableType]":
        from rich.text import Text as RichText

        for item in block.items:
            yield self.hanging(f"[{item.number}] ", RichText(clean(item.words)), "cite")
            if item.address:
                yield Address("    " + clean(item.address))
