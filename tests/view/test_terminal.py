"""The terminal by rich: the same words, within the width, colors only where asked for."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.blocks import (
    Bullets,
    Chart,
    Heading,
    HelpBox,
    HelpGroup,
    Meter,
    Page,
    Paragraph,
    Reference,
    References,
    Series,
    Span,
    Table,
    Title,
    text,
)
from amma_cli.view.terminal import paint_terminal
from tests.view.pages_made import ANYTHING, columns, pages, squeezed, strings_of

STYLE = re.compile("\x1b\\[[0-9;]*m")
COLOR = re.compile("\x1b\\[[0-9;]*(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])[0-9;]*m")
BOX = "─│╭╮╰╯━▸•"
FULL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
TABLE = Table(("Week", "Weight"), (("20", "330 g"), ("21", "398 g")), (0,))


def painted(page: Page, width: int = 80, *, color: bool = False, draw: bool = True) -> str:
    return paint_terminal(page, width, FULL, color=color, draw=draw)


def bare(shown: str) -> str:
    """Without styles, boxes and marks."""
    return STYLE.sub("", shown).translate(dict.fromkeys(map(ord, BOX)))


@given(pages(), st.sampled_from([40, 60, 80, 120]), st.booleans(), st.booleans())
@settings(max_examples=100, deadline=None)
def test_no_line_is_wider_than_the_width(page: Page, width: int, color: bool, draw: bool) -> None:
    shown = STYLE.sub("", painted(page, width, color=color, draw=draw))
    assert [line for line in shown.split("\n") if columns(line) > width] == []


@given(pages(), st.sampled_from([60, 80]))
@settings(max_examples=60, deadline=None)
def test_no_word_of_running_text_is_lost(page: Page, width: int) -> None:
    running = tuple(b for b in page if not isinstance(b, Table | Chart))
    shown = squeezed(bare(painted(running, width)))
    for string in strings_of(running):
        assert squeezed(string.translate(dict.fromkeys(map(ord, BOX)))) in shown


@given(pages(ANYTHING), st.booleans())
@settings(max_examples=60, deadline=None)
def test_whatever_the_text_the_only_escapes_are_styles_of_ours(page: Page, draw: bool) -> None:
    shown = STYLE.sub("", painted(page, 80, color=True, draw=draw))
    assert [c for c in shown if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)] == []


def test_markup_of_rich_in_a_text_is_text() -> None:
    shown = bare(painted((Paragraph(text("[bold red]x[/] :smile: [link=http://y]z[/link]")),)))
    assert shown.strip() == "[bold red]x[/] :smile: [link=http://y]z[/link]"


def test_without_color_there_is_no_color_and_with_it_there_is() -> None:
    page = (
        Title(text("Week 20")),
        HelpBox("Help", (HelpGroup("emergency", "Call", (text("Now"),)),)),
        Paragraph(text(Span("[1]", "cite"), Span("amma week", "command"))),
    )
    assert not COLOR.search(painted(page, color=False))
    assert COLOR.search(painted(page, color=True))
    assert STYLE.sub("", painted(page, color=False)) == STYLE.sub("", painted(page, color=True))


def test_where_nothing_can_be_drawn_there_is_only_ascii() -> None:
    page = (
        HelpBox("Help", (HelpGroup("urgent", "Call now", (text("Bleeding"),)),)),
        Bullets((text("One"),)),
        Meter(140, 280, "halfway"),
        Chart("Weight", "g", (Series("a", ((20, 330), (21, 398))),), 20, TABLE),
    )
    assert painted(page, draw=False).isascii()
    drawn = painted(page)
    assert all(mark in drawn for mark in "╭╯•━")
    assert re.search("[\u2801-\u28ff]", drawn)


def test_a_help_box_is_closed_on_every_line() -> None:
    items = (text("A sign that takes many words to say, " * 4), text("Another"))
    page = (HelpBox("When to get help", (HelpGroup("urgent", "Call now", items),)),)
    for width in (60, 80):
        lines = [line.strip() for line in STYLE.sub("", painted(page, width)).strip().split("\n")]
        assert {len(line) for line in lines} == {width - 4}
        assert lines[0].startswith("╭─ When to get help ")
        assert {line[0] + line[-1] for line in lines[1:-1]} == {"││"}


def test_an_address_is_alone_on_its_line_and_never_broken() -> None:
    address = "https://example.org/" + "a" * 120
    page = (References((Reference(1, "A guideline", address),)),)
    for width in (40, 80):
        lines = [line.strip() for line in STYLE.sub("", painted(page, width)).split("\n")]
        assert address in lines


@pytest.mark.parametrize(("done", "full"), [(0, 0), (70, 10), (140, 20), (280, 40), (500, 40)])
def test_a_meter_is_filled_as_far_as_it_says(done: int, full: int) -> None:
    shown = STYLE.sub("", painted((Meter(done, 280, "far"),)))
    assert shown.count("━") == full
    assert shown.count("━") + shown.count("─") == 40
    assert "far" in shown


def test_at_forty_columns_no_word_of_a_table_is_broken() -> None:
    head = ("Week", "Length", "Middle weight", "8 in 10 babies")
    rows = (("42", "50.6 cm (19.9 in)", "3.54 kg (7 lb 13 oz) at birth", "3.05 kg to 4.09 kg"),)
    for width in (40, 60):
        shown = bare(painted((Table(head, rows, (0,)),), width)).split()
        wanted = " ".join((*head, *rows[0])).split()
        assert sorted(word for word in wanted if word not in shown) == []


def test_a_heading_stands_right_above_what_it_heads() -> None:
    page = (Title(text("T")), Heading(text("H")), Paragraph(text("P")))
    lines = [line.strip() for line in STYLE.sub("", painted(page)).split("\n")]
    assert lines == ["T", "", "H", "P", ""]
