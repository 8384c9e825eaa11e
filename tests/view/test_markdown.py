"""Markdown: read again by markdown-it it holds the same words, and nothing in a text is markup."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from amma_cli.blocks import (
    Block,
    Bullets,
    Heading,
    Page,
    Paragraph,
    Reference,
    References,
    Span,
    Steps,
    Table,
    Title,
    text,
)
from amma_cli.view.markdown import paint_markdown
from tests.golden.structure import outline_of
from tests.view.pages_made import LETTERS, WORDS, blocks, squeezed, strings_of

READER = MarkdownIt("commonmark", {"html": False}).enable("table")
# Words without styles: emphasis that touches a letter is a question of CommonMark, not of words.
PLAIN_WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=8).map(
    " ".join
)


def reread(page: Page) -> str:
    """The words that a reader of Markdown shows."""
    outline = outline_of(READER.render(paint_markdown(page)))
    assert outline.problems == []
    return squeezed("".join(outline.words))


@given(PLAIN_WORDS)
@example("1. not a list")
@example("- not a list")
@example("+ nor this")
@example("# no heading")
@example("--- === ~~~ ```")
@example("=")
@example("1986) A great melon season")
@example("&amp; &copy; &#35;")
@example("![no](image) <b>bold</b> [x]: http://y")
@example("| no | table |")
@example("a_b_c * d ** e \\ f")
@example("ends in a backslash\\")
def test_no_text_acts_as_markup(words: str) -> None:
    page = (
        Title(text(words)),
        Heading(text(words), 3),
        Paragraph(text(words)),
        Bullets((text(words), text(words))),
        Steps((text(words),)),
        Heading(text(words)),
        References((Reference(1, words),)),
    )
    assert reread(page) == squeezed(words) * 8
    html = READER.render(paint_markdown(page))
    tags = [html.count(f"<{tag}") for tag in ("h1", "h2", "h3", "p>", "ul", "ol", "li", "a", "hr")]
    assert tags == [1, 1, 1, 1, 1, 2, 4, 0, 0]


@given(st.lists(blocks(WORDS), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_every_word_of_a_page_is_in_it(made: list[Block]) -> None:
    page = tuple(made)
    shown = _bare(reread(page))
    for string in strings_of(_without_commands(page)):
        assert _bare(string) in shown


def _bare(string: str) -> str:
    """Stars and backticks are left out: those around styles and those of a text look alike."""
    return squeezed(string).translate(dict.fromkeys(map(ord, "*`\\_")))


def _without_commands(page: Page) -> Page:
    from amma_cli.blocks import Entries

    return tuple(
        Entries(tuple(e._replace(name="") for e in block.items))
        if isinstance(block, Entries)
        else block
        for block in page
    )


def test_styles_are_styles_also_beside_a_space() -> None:
    page = (Paragraph(text(Span("Emergency: ", "strong"), "999 ", Span(" now", "em"), " ok.")),)
    assert READER.render(paint_markdown(page)) == (
        "<p><strong>Emergency:</strong> 999  <em>now</em> ok.</p>\n"
    )


def test_an_address_is_a_link() -> None:
    page = (References((Reference(1, "A guideline.", "https://example.org/a_b?c=1"),)),)
    assert '<a href="https://example.org/a_b?c=1">' in READER.render(paint_markdown(page))


def test_a_table_is_a_table() -> None:
    page = (Table(("Week", "a|b"), (("20", "330 g"),)),)
    html = READER.render(paint_markdown(page))
    assert html.count("<th>") == 2
    assert html.count("<td>") == 2
    assert "<th>a|b</th>" in html
