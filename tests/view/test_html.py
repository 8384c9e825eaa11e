"""One HTML file: well formed, everything escaped, nothing fetched, no script."""

import re

from hypothesis import given, settings

from amma_cli.blocks import (
    Bullets,
    Heading,
    HelpBox,
    HelpGroup,
    Page,
    Paragraph,
    Reference,
    References,
    Span,
    Table,
    Title,
    text,
)
from amma_cli.view.html import paint_html
from tests.golden.structure import outline_of
from tests.view.pages_made import ANYTHING, pages, squeezed, strings_of

ATTACK = '<script>alert("x")</script><img src=x onerror=y>&amp; \'"]]>'


@given(pages())
@settings(max_examples=100, deadline=None)
def test_a_document_is_well_formed_and_every_word_of_the_page_is_in_it(page: Page) -> None:
    outline = outline_of(paint_html(page))
    assert outline.problems == []
    shown = squeezed("".join(outline.words))
    for string in strings_of(_without_commands(page)):
        assert _bare(string) in _bare(shown)


def _bare(string: str) -> str:
    """Citations are painted with brackets of their own, so brackets are not compared."""
    return squeezed(string).replace("[", "").replace("]", "")


def _without_commands(page: Page) -> Page:
    """Paper has no command line: the names of entries are left out."""
    from amma_cli.blocks import Entries

    return tuple(
        Entries(tuple(e._replace(name="") for e in block.items))
        if isinstance(block, Entries)
        else block
        for block in page
    )


@given(pages(ANYTHING))
@settings(max_examples=60, deadline=None)
def test_whatever_the_text_the_document_is_well_formed_and_has_only_our_tags(page: Page) -> None:
    document = paint_html(page)
    outline = outline_of(document)
    assert outline.problems == []
    assert {line.split()[0] for line in outline.lines} <= OURS
    controls = [c for c in document if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]
    assert controls == []


OURS = set(
    "html head meta title style body main nav h1 h2 h3 h4 p ul ol li section table thead "
    "tbody tr th td strong em code a span br figure figcaption pre svg path text circle "
    "polyline polygon".split()
)


def test_every_text_is_escaped_wherever_it_stands() -> None:
    span = Span(ATTACK, "strong")
    page = (
        Title(text(ATTACK), text(ATTACK)),
        Heading(text(ATTACK)),
        Paragraph(text(span, Span(ATTACK, "cite", ATTACK), Span(ATTACK, "command"))),
        Bullets((text(ATTACK),)),
        HelpBox(ATTACK, (HelpGroup("urgent", ATTACK, (text(ATTACK),)),), (text(ATTACK),)),
        Table((ATTACK,), ((ATTACK,),)),
        References((Reference(1, ATTACK, 'https://example.org/"onclick="x'),)),
    )
    document = paint_html(page, language='e"n', generator="<x>")
    outline = outline_of(document)
    assert outline.problems == []
    assert {line.split()[0] for line in outline.lines} <= OURS
    assert "".join(outline.words).count('<script>alert("x")</script>') == 14
    assert "onclick=" not in " ".join(outline.lines).replace('"onclick="x', "")


def test_the_document_is_complete_and_fetches_nothing() -> None:
    page = (Title(text("A & B")), References((Reference(1, "S", "https://example.org/a?b&c"),)))
    document = paint_html(page)
    assert document.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert '<meta charset="utf-8">' in document
    assert "<title>A &amp; B</title>" in document
    assert "<script" not in document
    assert not re.search(r"(src|@import|url\()", document)
    assert re.findall(r'href="([^"]*)"', document) == ["https://example.org/a?b&amp;c"]
    assert "@media print" in document


def test_a_citation_leads_to_its_source() -> None:
    page = (
        Paragraph(text("So it is ", Span("[2]", "cite", "key"), ".")),
        References((Reference(1, "First"), Reference(2, "Second"))),
    )
    document = paint_html(page)
    assert '<a class="cite" href="#source-2">[2]</a>' in document
    assert '<li id="source-2" value="2">Second</li>' in document
