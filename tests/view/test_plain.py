"""Plain text: within the width, no word lost, no control character."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.blocks import (
    Bullets,
    Chart,
    Diagram,
    Entries,
    Entry,
    Heading,
    Meter,
    Page,
    Paragraph,
    Reference,
    References,
    Series,
    Span,
    Steps,
    Table,
    Title,
    text,
)
from amma_cli.view.plain import paint_plain
from tests.view.pages_made import ANYTHING, columns, pages, squeezed, strings_of

WIDTHS = st.sampled_from([20, 40, 60, 80, 132])
TABLE = Table(("Week", "Weight"), (("20", "330 g"), ("21", "398 g")), (0,))


@given(pages(), WIDTHS, st.booleans())
@settings(max_examples=200, deadline=None)
def test_no_line_is_wider_than_the_width_and_no_word_is_lost(
    page: Page, width: int, aligned: bool
) -> None:
    shown = paint_plain(page, width, columns=aligned)
    assert [line for line in shown.split("\n") if columns(line) > width] == []
    for string in strings_of(page):
        assert squeezed(string) in squeezed(shown)


@given(pages(ANYTHING), WIDTHS)
@settings(max_examples=100, deadline=None)
def test_whatever_the_text_no_control_character_is_shown(page: Page, width: int) -> None:
    shown = paint_plain(page, width)
    hidden = [c for c in shown if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]
    assert hidden == []
    shown.encode("utf-8")
    assert not set(shown) & set("\u202e\u2066\u2067\u2069\u200e\ufeff")


def test_an_address_stands_on_its_own_line_and_is_never_broken() -> None:
    address = "https://example.org/" + "a" * 150
    page = (References((Reference(3, "A guideline with a long name. 2022.", address),)),)
    lines = paint_plain(page, 20).split("\n")
    assert "    " + address in lines
    assert lines[0] == "[3] A guideline with"


def test_headings_urgency_and_choices_are_words() -> None:
    page = (
        Title(text("Week 20"), text("20+0 to 20+6")),
        Heading(text("Your baby")),
        Paragraph(text("It ", Span("sleeps", "strong"), ".")),
        Heading(text("Can I run?"), 3),
        Bullets((text("One"), text("Two"))),
        Steps((text("First"), text("Second"))),
        Entries((Entry("amma read a", text("A"), "9 min", text("Why."), True),)),
    )
    assert paint_plain(page, 40) == (
        "Week 20\n20+0 to 20+6\n\nYour baby:\nIt sleeps.\n\nCan I run?\n- One\n- Two\n\n"
        "1. First\n2. Second\n\n- A (9 min)\n  Why.\n  amma read a\n"
    )


def test_a_table_is_columns_where_they_are_wanted_and_fit() -> None:
    assert paint_plain((TABLE,), 40) == "Week  Weight\n  20  330 g\n  21  398 g\n"
    assert paint_plain((TABLE,), 40, columns=False) == (
        "- Week 20, Weight 330 g\n- Week 21, Weight 398 g\n"
    )


def test_a_table_too_wide_for_the_width_is_lines_of_words() -> None:
    wide = Table(("Week", "Measured"), (("20", "a very long cell that needs more room"),))
    shown = paint_plain((wide,), 30)
    assert shown.startswith("- Week 20, Measured a very")
    assert max(map(len, shown.split("\n"))) <= 30


def test_a_chart_is_its_table() -> None:
    chart = Chart("Weight", "g", (Series("scan", ((20, 330), (21, 398))),), 20, TABLE)
    assert paint_plain((chart,), 40) == "Weight\nWeek  Weight\n  20  330 g\n  21  398 g\n"


@pytest.mark.parametrize("done", [0, 140, 280, 400])
def test_a_meter_is_its_sentence(done: int) -> None:
    page = (Title(text("20 weeks")), Meter(done, 280, "140 days to go"))
    assert paint_plain(page, 40) == "20 weeks\n140 days to go\n"


DRAWING = Diagram("The cervix", text("It is long and closed."), ("  ||  ||", "  ||  ||"))


def test_a_drawing_stands_above_its_words_where_it_fits() -> None:
    shown = paint_plain((DRAWING,), 40)
    assert shown == "The cervix:\n  ||  ||\n  ||  ||\n\nIt is long and closed.\n"


@pytest.mark.parametrize(("width", "columns"), [(40, False), (7, True)])
def test_a_drawing_is_words_alone_for_a_screen_reader_and_where_it_does_not_fit(
    width: int, columns: bool
) -> None:
    shown = paint_plain((DRAWING,), width, columns=columns)
    assert "||" not in shown
    assert " ".join(shown.split()) == "The cervix: It is long and closed."
