"""blocks -> PDF through typst: tagged (PDF/UA-1), with bookmarks, fonts inside, page numbers.

The page is written as a typst source in which every text is a string literal, so nothing in a
text acts as markup. Needs the package typst, of the extra `pdf`.
"""

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
    plain,
)
from amma_cli.view.characters import cells, clean
from amma_cli.view.typst_text import content, literal, replaced

SIZES = {"a4": "a4", "letter": "us-letter"}
POINTS, LARGE_POINTS = 11.5, 18.0
MARGIN = 62  # points at the sides
WIDE = {"a4": 595, "letter": 612}  # points
FONT = "Libertinus Serif"
ROW = 500  # characters of a cell up to which a row stays on its page
MONO = 0.602  # of the size is what a character of DejaVu Sans Mono takes
INDENT = 24  # points; what a figure may not use of the line
# Beyond so many sources citations are no links and the contents are no outline: typst keeps all
# that asks where something stands in memory twice (measured: 440 MB for 98 articles, else 620).
LINKED = 300

# The embedded fonts alone: the same page gives the same bytes on every machine.
PREAMBLE = """
#set document(title: TITLE, date: none)
#set page(paper: "PAPER", margin: (x: MARGINpt, top: 52pt, bottom: 60pt), numbering: "1 / 1")
#set text(lang: LANGUAGE, size: SIZEpt, hyphenate: false, font: "FONT")
#set par(leading: 0.68em, spacing: 1.15em)
#set list(spacing: 0.8em, indent: 0.2em, body-indent: 0.6em)
#set enum(spacing: 0.8em, indent: 0.2em, body-indent: 0.6em)
#show heading: set block(above: 1.6em, below: 0.8em)
#show heading.where(level: 1): set text(size: 1.25em)
#show heading.where(level: 2): set text(size: 1.1em)
#show raw: set text(font: "DejaVu Sans Mono")
#let raised(it) = text(size: 0.68em, baseline: -0.5em, it)
#let cited(n) = link(label("source-" + n), raised("[" + n + "]"))
#let boxed(it) = block(width: 100%, above: 1.6em, below: 1.6em, inset: 10pt,
  stroke: 1.2pt + black, it)
#let quiet(it) = text(size: NOTEem, it)
#let ruled(n) = grid(rows: n * (2.4em,), align: bottom, ..n * (line(length: 100%, stroke: 0.6pt),))
"""


def installed() -> bool:
    """Whether typst is there."""
    try:
        import typst
    except ImportError:
        return False
    return bool(typst)


class NotInstalled(Exception):
    """The package typst is not there."""


def paint_pdf(page: Page, *, paper: str = "a4", large: bool = False, language: str = "en") -> bytes:
    """Return a PDF of a page that begins with its title and skips no level of headings.

    paper: a key of SIZES. Raises NotInstalled without typst.
    """
    try:
        import typst
    except ImportError:
        raise NotInstalled from None

    def made(shown: Page, *, system_fonts: bool) -> bytes:
        source = typst_source(shown, paper=paper, large=large, language=language)
        document = typst.compile(
            source.encode("utf-8"), format="pdf", pdf_standards="ua-1",
            ignore_system_fonts=not system_fonts,
        )  # fmt: skip
        return bytes(document)

    # PDF/UA allows no character without a shape: other fonts are asked before it is replaced.
    for system_fonts in (False, True):
        try:
            return made(page, system_fonts=system_fonts)
        except typst.TypstError:
            continue
    return made(replaced(page), system_fonts=False)


def typst_source(page: Page, *, paper: str, large: bool, language: str) -> str:
    """Return the typst source of a page."""
    first = page[0]
    title = plain(first.spans) if isinstance(first, Title) else "amma"
    size = LARGE_POINTS if large else POINTS
    filled = {
        "TITLE": literal(title), "PAPER": SIZES[paper], "MARGIN": str(MARGIN),
        "LANGUAGE": literal(language), "FONT": FONT, "SIZE": str(size),
        "NOTE": "1" if large else "0.92",
    }  # fmt: skip
    words = PREAMBLE
    for key, value in reversed(filled.items()):  # the title last: it may hold any word
        words = words.replace(key, value)
    painter = _Painter(page, WIDE[paper] - 2 * MARGIN, size)
    return words + "\n\n".join("#" + painter.block(block) for block in page) + "\n"


def _cell(words: str) -> str:
    """Return a cell; one that could fill a page may go on on the next."""
    return f"table.cell(breakable: {'true' if len(words) > ROW else 'false'}, {content(words)})"


class _Painter:
    """Writes one block after another as a call of typst; knows what can be linked to."""

    def __init__(self, page: Page, wide: float, size: float) -> None:
        self.wide = wide  # points of a line
        self.size = size
        self.names = {block.name for block in page if isinstance(block, Chapter)}
        self.numbers = {
            str(item.number)
            for block in page
            if isinstance(block, References)
            for item in block.items
        }
        self.linked = len(self.numbers) <= LINKED
        self.table: dict[type, Callable[[Any], str]] = {
            Title: self.title, Heading: self.heading, Chapter: self.chapter,
            Contents: self.contents, Paragraph: lambda b: f"par({self.text(b.spans)})",
            Note: lambda b: f"par(quiet({self.text(b.spans)}))",
            Bullets: lambda b: self.items("list", b.items), Facts: self.facts,
            Steps: lambda b: self.items("enum", b.items), HelpBox: self.help, Table: self.rows,
            Entries: self.entries, Meter: lambda b: f"par({content(b.label)})",
            Chart: self.chart, Diagram: self.diagram, References: self.references,
        }  # fmt: skip

    def block(self, block: object) -> str:
        return self.table[type(block)](block)

    def text(self, spans: Text, lead: str = "") -> str:
        """Return a block of code whose parts join to one content."""
        return "{" + "; ".join([content(lead), *(self.span(span) for span in spans)]) + "}"

    def span(self, span: Span) -> str:
        words = content(span.text)
        number = clean(span.text).strip("[]")
        if span.style == "cite":
            shown = self.linked and number in self.numbers
            return f"cited({literal(number)})" if shown else f"raised({literal(f'[{number}]')})"
        if span.style == "link" and span.target in self.names:
            return f"link(label({literal(span.target)}), {words})"
        return {"strong": f"strong({words})", "em": f"emph({words})"}.get(span.style, words)

    def title(self, block: Title) -> str:
        under = f"\n\n#par(quiet({self.text(block.under)}))" if block.under else ""
        return f"heading(level: 1, {self.text(block.spans)}){under}"

    def heading(self, block: Heading) -> str:
        return f"heading(level: {block.level}, {self.text(block.spans)})"

    def chapter(self, block: Chapter) -> str:
        under = f"\n\n#par(quiet({self.text(block.under)}))" if block.under else ""
        heading = f"heading(level: 2, {self.text(block.spans, block.lead)})"
        label = f"#label({literal(block.name)})"
        return f"pagebreak(weak: true)\n#[#set text(size: 1.2em); #{heading}{label}]{under}"

    def contents(self, block: Contents) -> str:
        """Return heading and outline: chapters alone, whose headings are outlined, with pages."""
        heading = f"heading(level: 2, outlined: false, bookmarked: true, {literal(block.heading)})"
        if self.linked:
            return f"{heading}\n\n#outline(title: none, target: heading.where(level: 2))"
        return "\n\n#".join((heading, *map(self.content_line, block.chapters)))

    def content_line(self, chapter: Chapter) -> str:
        """Return a line of the contents that asks for the page of one label alone."""
        label = f"label({literal(chapter.name)})"
        page = f"context str(locate({label}).page())"
        words = self.text(chapter.spans, chapter.lead)
        return f"par({{link({label}, {words}); box(width: 1fr, repeat[.#h(3pt)]); {page}}})"

    def items(self, kind: str, items: tuple[Text, ...]) -> str:
        return f"{kind}({', '.join(self.text(item) for item in items)})"

    def facts(self, block: Facts) -> str:
        rows = (f"terms.item({content(label)}, {self.text(spans)})" for label, spans in block.rows)
        return f"terms({', '.join(rows)})"

    def help(self, block: HelpBox) -> str:
        level = block.level
        shown = literal(block.heading)
        parts = [f"heading(level: {level}, outlined: false, bookmarked: true, {shown})"]
        parts += [f"par({self.text(contact)})" for contact in block.contacts]
        for group in block.groups:
            parts.append(f"heading(level: {level + 1}, {literal(group.heading)})")
            parts.append(self.items("list", group.items))
        inside = "; ".join(parts)
        return f"boxed({{{inside}}})"

    def rows(self, block: Table) -> str:
        sides = ("right" if n in block.numeric else "left" for n in range(len(block.head)))
        head = ", ".join(f"strong({content(cell)})" for cell in block.head)
        cells = ", ".join(_cell(cell) for row in block.rows for cell in row)
        header = f"table.header({head}), " if any(block.head) else ""
        return (
            f"table(columns: {len(block.head)}, align: ({', '.join(sides)},),"
            f" stroke: none, inset: (left: 0pt, right: 10pt, y: 0.38em), {header}{cells})"
        )

    def entries(self, block: Entries) -> str:
        items = []
        for entry in block.items:
            beside = (Span(f" ({entry.beside})"),) if entry.beside else ()
            body = (Span(" "), *entry.body) if entry.body else ()
            items.append((*entry.title, *beside, *body))
        return self.items("list", tuple(items)) if items else "par([])"

    def chart(self, block: Chart) -> str:
        """Return caption and picture, never apart, then the table that says the same."""
        from amma_cli.view.svg_paper import paper_svg

        size = self.size if self.size >= LARGE_POINTS else self.size * 0.82
        drawn = paper_svg(block, self.wide, size, FONT)
        parts = [f"par(strong({content(block.caption)}))"]
        if drawn:
            names = [*(one.label for one in block.series), *(name for name, _ in block.limits)]
            alt = literal(f"{block.caption}: {', '.join(names)}")
            picture = f'image(bytes({literal(drawn)}), format: "svg", width: {self.wide}pt)'
            parts.append(f"figure(alt: {alt}, {picture})")
        kept = f"block(breakable: false, sticky: true, {{{'; '.join(parts)}}})"
        return f"{kept}\n\n#{self.rows(block.table)}"

    def diagram(self, block: Diagram) -> str:
        """Return the drawing as a figure whose alternative text is its words, and the words."""
        wide = max((cells(clean(line)) for line in block.lines), default=1)
        size = min(self.size * 0.9, (self.wide - INDENT) / MONO / max(wide, 1))
        lines = '" + "\\n" + "'.join(literal(line)[1:-1] for line in block.lines)
        drawing = f'text(size: {size:.2f}pt, raw(block: true, "{lines}"))'
        ruled = not set("".join(block.lines)) - {"."}  # lines to write on, and what follows them
        if ruled:
            drawing = f"ruled({sum(map(bool, block.lines))})"
        kept = "true" if ruled else "false"
        return (
            f"block(sticky: true, strong({content(block.caption)}))\n\n"
            f"#block(width: 100%, sticky: {kept}, "
            f"figure(alt: {literal(plain(block.words))}, {drawing}))\n\n"
            f"#block(sticky: {kept}, par({self.text(block.words)}))"
        )

    def references(self, block: References) -> str:
        items = []
        for item in block.items:
            words = [literal(item.words)]
            if item.address:
                address = literal(item.address)
                words.append(f"linebreak(); link({address}, {address})")
            label = f'#metadata(none)#label("source-{item.number}")' if self.linked else ""
            items.append(f"enum.item({item.number}, [{label}#{{{'; '.join(words)}}}])")
        return f"enum({', '.join(items)})" if items else "par([])"
