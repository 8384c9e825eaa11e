"""blocks -> one self-contained HTML file: semantic, for paper and screen, no script."""

from collections.abc import Callable
from html import escape
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

STYLE = """
@page { size: auto; margin: 18mm 18mm 20mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 10pt Georgia, serif; } }
html { font: 12pt/1.5 Georgia, 'Times New Roman', serif; color: #000; background: #fff; }
a { color: #000; }
body { max-width: 42em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.7em; line-height: 1.2; margin: 0 0 .3em; }
h2 { font-size: 1.25em; margin: 1.4em 0 .4em; break-after: avoid; }
h3 { font-size: 1.05em; margin: 1em 0 .3em; break-after: avoid; }
p, li { orphans: 3; widows: 3; }
.note { font-size: .9em; break-before: avoid; }
.cite { font-size: .75em; vertical-align: super; line-height: 0; text-decoration: none; }
.chapter { font-size: 1.45em; line-height: 1.2; margin: 2em 0 .3em; break-before: page; }
.help { border: 2pt solid #000; padding: .4em 1em; margin: 1.2em 0; break-inside: auto;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.help h2 { margin-top: .2em; }
.address { overflow-wrap: anywhere; font-size: .9em; }
figure { margin: 1.2em 0; break-inside: avoid; } figcaption { font-weight: bold; }
.chart { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 1.5em; }
.chart figcaption { width: 100%; } .chart svg { flex: 1 1 15em; max-width: 22em; }
pre { font: .9em/1.25 Menlo, Consolas, 'DejaVu Sans Mono', monospace; margin: .4em 0;
  font-size: min(.9em, calc(145vw / var(--columns))); }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .15em .8em .15em 0; }
.number { text-align: right; }
@media print { body { max-width: none; margin: 0; padding: 0; } a { text-decoration: none; }
  .chart { margin: .4em 0; } .chart svg { max-width: 17em; } }
""".strip()
LARGE = """
html { font: 18pt/1.6 Verdana, 'DejaVu Sans', Arial, sans-serif; }
.note, .address { font-size: 1em; } .cite { font-size: .8em; }
h3 { font-size: 1.1em; } .chart svg { max-width: 100%; flex-basis: 100%; }
@page { @bottom-center { font: 15pt Verdana, Arial, sans-serif; } }
""".strip()
SIZES = {"": "auto", "a4": "A4", "letter": "letter"}


def paint_html(
    page: Page, *, language: str = "en", generator: str = "amma", paper: str = "",
    large: bool = False,
) -> str:  # fmt: skip
    """Return a whole HTML document of a page.

    paper: a key of SIZES; "" leaves it to the printer. large: for large print, 18 points.
    """
    first = page[0]
    title = clean(plain(first.spans)) if isinstance(first, Title) else "amma"
    body = "\n".join(PAINTERS[type(block)](block) for block in page)
    style = STYLE.replace("size: auto", f"size: {SIZES[paper]}") + (f"\n{LARGE}" if large else "")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{escape(generator)}">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}\n</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _text(spans: Text) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    words = escape(clean(span.text), quote=False)
    if span.style == "cite":
        number = clean(span.text).strip("[]")
        return f'<a class="cite" href="#source-{escape(number)}">[{escape(number)}]</a>'
    if span.style == "link" and span.target:
        return f'<a href="#{escape(clean(span.target))}">{words}</a>'
    tag = {"strong": "strong", "em": "em", "command": "code"}.get(span.style)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _title(block: Title) -> str:
    under = f'\n<p class="under">{_text(block.under)}</p>' if block.under else ""
    return f"<h1>{_text(block.spans)}</h1>{under}"


def _heading(block: Heading) -> str:
    return f"<h{block.level}>{_text(block.spans)}</h{block.level}>"


def _chapter(block: Chapter) -> str:
    under = f'\n<p class="under">{_text(block.under)}</p>' if block.under else ""
    name = escape(clean(block.name))
    return f'<h2 class="chapter" id="{name}">{block.lead}{_text(block.spans)}</h2>{under}'


def _contents(block: Contents) -> str:
    links = [
        (one.number, f'<a href="#{escape(clean(one.name))}">{_text(one.spans)}</a>')
        for one in block.chapters
    ]
    items = "\n".join(f"<li>{link}</li>" for number, link in links if number)
    more = "".join(f"\n<p>{link}</p>" for number, link in links if not number)
    heading = escape(clean(block.heading))
    return (
        f'<nav aria-labelledby="contents">\n<h2 id="contents">{heading}</h2>\n'
        f"<ol>\n{items}\n</ol>{more}\n</nav>"
    )


def _paragraph(block: Paragraph) -> str:
    return f"<p>{_text(block.spans)}</p>"


def _note(block: Note) -> str:
    return f'<p class="note">{_text(block.spans)}</p>'


def _items(items: tuple[Text, ...]) -> str:
    return "\n".join(f"<li>{_text(item)}</li>" for item in items)


def _bullets(block: Bullets) -> str:
    return f"<ul>\n{_items(block.items)}\n</ul>"


def _steps(block: Steps) -> str:
    return f"<ol>\n{_items(block.items)}\n</ol>"


def _facts(block: Facts) -> str:
    rows = "\n".join(
        f'<tr><th scope="row">{escape(clean(label))}</th><td>{_text(spans)}</td></tr>'
        for label, spans in block.rows
    )
    return f"<table>\n{rows}\n</table>"


def _help(block: HelpBox) -> str:
    outer, inner = f"h{block.level}", f"h{block.level + 1}"
    parts = [f'<section class="help">\n<{outer}>{escape(clean(block.heading))}</{outer}>']
    parts.extend(f"<p>{_text(contact)}</p>" for contact in block.contacts)
    parts.extend(
        f"<{inner}>{escape(clean(group.heading))}</{inner}>\n<ul>\n{_items(group.items)}\n</ul>"
        for group in block.groups
    )
    return "\n".join(parts) + "\n</section>"


def _table(block: Table) -> str:
    def row(cells: tuple[str, ...], tag: str) -> str:
        shown = "".join(
            f"<{tag}{' class=number' if n in block.numeric else ''}>{escape(clean(c))}</{tag}>"
            for n, c in enumerate(cells)
        )
        return f"<tr>{shown}</tr>"

    body = "\n".join(row(cells, "td") for cells in block.rows)
    return f"<table>\n<thead>{row(block.head, 'th')}</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _entries(block: Entries) -> str:
    items = []
    for entry in block.items:
        beside = (
            f' <span class="under">({escape(clean(entry.beside))})</span>' if entry.beside else ""
        )
        body = f"<br>{_text(entry.body)}" if entry.body else ""
        items.append(f"<li>{_text(entry.title)}{beside}{body}</li>")
    return "<ul>\n" + "\n".join(items) + "\n</ul>"


def _meter(block: Meter) -> str:
    return f"<p>{escape(clean(block.label))}</p>"


def _chart(block: Chart) -> str:
    from amma_cli.view.svg_paper import inline_svg

    caption = f"<figcaption>{escape(clean(block.caption))}</figcaption>"
    inside = f"{caption}\n{inline_svg(block)}\n{_table(block.table)}"
    return f'<figure class="chart">\n{inside}\n</figure>'


def _diagram(block: Diagram) -> str:
    drawing = escape("\n".join(clean(line) for line in block.lines), quote=False)
    wide = max((cells(clean(line)) for line in block.lines), default=1)
    return (
        f"<figure>\n<figcaption>{escape(clean(block.caption))}</figcaption>\n"
        f'<pre aria-hidden="true" style="--columns: {max(wide, 1)}">{drawing}</pre>\n'
        f"<p>{_text(block.words)}</p>\n</figure>"
    )


def _references(block: References) -> str:
    items = []
    for item in block.items:
        address = escape(clean(item.address))
        link = f'<br><a class="address" href="{address}">{address}</a>' if address else ""
        words = escape(clean(item.words), quote=False)
        items.append(f'<li id="source-{item.number}" value="{item.number}">{words}{link}</li>')
    return "<ol>\n" + "\n".join(items) + "\n</ol>"


PAINTERS: dict[type, Callable[[Any], str]] = {
    Title: _title, Heading: _heading, Chapter: _chapter, Contents: _contents,
    Paragraph: _paragraph, Note: _note, Bullets: _bullets,
    Steps: _steps, Facts: _facts, HelpBox: _help, Table: _table, Entries: _entries,
    Meter: _meter, Chart: _chart, Diagram: _diagram, References: _references,
}  # fmt: skip
