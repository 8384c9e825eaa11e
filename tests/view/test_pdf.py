"""PDF by typst, read back by pikepdf (tags, fonts, addresses) and pypdf (words, bookmarks)."""

import io
import itertools
import re
import sys

import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from amma_cli.blocks import (
    Bullets,
    Chapter,
    Chart,
    Contents,
    Diagram,
    Entries,
    Entry,
    Facts,
    Heading,
    HelpBox,
    HelpGroup,
    Meter,
    Note,
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
from amma_cli.view.pdf import NotInstalled, paint_pdf
from tests.view.pages_made import squeezed
from tests.view.pdf_read import bookmarks, colors, fonts_inside, opened, read, tags_of

WORDS = "Left shut, right open."
ADDRESS = "https://example.org/a_very/long-address?with=1&more=~2#here"
CHAPTERS = (
    Chapter("first", 1, text("First text"), text("Under it")),
    Chapter("sources", 0, text("Sources")),
)
EVERY: Page = (
    Title(text("A title"), text("a line under it")),
    HelpBox("Worried?", (), (text("Call."),)),
    Contents("Contents", CHAPTERS),
    CHAPTERS[0],
    HelpBox("Get help", (HelpGroup("urgent", "Call now", (text("a sign"),)),), (), 3),
    Heading(text("A heading"), 3),
    Paragraph(text("It is so ", Span("[2]", "cite", "k"), ", see ", Span("it", "link", "first"))),
    Heading(text("A lower one"), 4),
    Paragraph(text(Span("bold", "strong"), " ", Span("slanted", "em"), " ", Span("[9]", "cite"))),
    Bullets((text("one"), text("two"))),
    Steps((text("before"), text("after"))),
    Facts((("Length", text("26 cm")),)),
    Table(("Week", "Weight"), (("20", "330 g"),), (0,)),
    Chart("A chart", "g", (Series("s", ((1.0, 2.0),)),), None, Table(("W", "g"), (("1", "2"),))),
    Diagram("A drawing", text(WORDS), ("|  |   # #", "|__|   |_|")),
    Entries((Entry("amma read x", text("An entry"), "9 min", text("its text")),)),
    Meter(1, 2, "half"),
    Note(text("A note.")),
    CHAPTERS[1],
    References((Reference(1, "First source."), Reference(2, "Second source.", ADDRESS))),
)


@pytest.fixture(scope="module")
def every() -> bytes:
    return paint_pdf(EVERY)


def test_it_says_that_it_is_tagged_accessible_and_in_which_language(every: bytes) -> None:
    pdf = opened(every)
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo.Title) == "A title"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "A title"


def test_every_tag_is_of_its_kind_and_no_level_of_headings_is_left_out(every: bytes) -> None:
    found = [tag for tag, _ in tags_of(every)]
    assert {"/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/TOC",
            "/TOCI", "/Link", "/Figure"} <= set(found)  # fmt: skip
    levels = [int(tag[2]) for tag in found if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(low <= high + 1 for high, low in itertools.pairwise(levels))


def test_a_chart_and_a_drawing_have_their_words_as_alternative_text(every: bytes) -> None:
    assert [alt for tag, alt in tags_of(every) if tag == "/Figure"] == ["A chart: s", WORDS]


def test_all_words_are_there_in_order_and_every_page_has_its_number(every: bytes) -> None:
    words = squeezed(read(every))
    at = 0
    for part in (
        "A title", "a line under it", "Worried?", "Call.", "Contents", "1. First text", "Sources",
        "1. First text", "Under it", "Get help", "Call now", "a sign", "A heading", "It is so [2]",
        "A lower one", "bold slanted [9]", "one", "two", "1. before", "2. after", "Length",
        "26 cm", "Week", "330 g", "A chart", "A drawing", "|__|", WORDS, "An entry (9 min)",
        "its text", "half", "A note.", "Sources", "1. First source.", "2. Second source.", ADDRESS,
    ):  # fmt: skip
        at = words.index(squeezed(part), at)
    pages = PdfReader(io.BytesIO(every)).pages
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page.extract_text()


def test_the_bookmarks_are_the_headings(every: bytes) -> None:
    assert bookmarks(every) == [
        "A title", "Worried?", "Contents", "1. First text", "Get help", "Call now", "A heading",
        "A lower one", "Sources",
    ]  # fmt: skip


def test_fonts_are_inside_and_nothing_is_fetched_or_run(every: bytes) -> None:
    pdf = opened(every)
    fonts = fonts_inside(every)
    assert len(fonts) >= 3
    assert all(fonts)
    links = [str(o.A.URI) for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
             and o.get("/Subtype") == "/Link" and "/A" in o and "/URI" in o.A]  # fmt: skip
    assert set(links) == {ADDRESS}
    raw = b"".join(o.unparse() for o in pdf.objects if isinstance(o, pikepdf.Dictionary))
    assert b"/JavaScript" not in raw
    assert b"/OpenAction" not in raw
    assert b"/EmbeddedFile" not in raw


def test_black_only(every: bytes) -> None:
    assert colors(every) == {0.0}


def test_no_day_stands_in_it_and_the_same_page_gives_the_same_bytes(every: bytes) -> None:
    assert paint_pdf(EVERY) == every
    pdf = opened(every)
    assert "/CreationDate" not in pdf.docinfo
    assert b"Date>" not in pdf.Root.Metadata.read_bytes()
    assert "/Author" not in pdf.docinfo


def test_paper_and_large_print() -> None:
    page = (Title(text("T")), Paragraph(text("x " * 4000)))
    small, letter, large = (
        PdfReader(io.BytesIO(document)).pages
        for document in (
            paint_pdf(page), paint_pdf(page, paper="letter"), paint_pdf(page, large=True),
        )
    )  # fmt: skip
    # ISO 216: A4 is 210 by 297 mm; ANSI A: 8.5 by 11 inches
    assert [round(float(v) / 72 * 25.4) for v in small[0].mediabox[2:]] == [210, 297]
    assert [float(v) / 72 for v in letter[0].mediabox[2:]] == [8.5, 11.0]
    assert len(large) >= 2 * len(small)
    sizes: list[float] = []
    large[1].extract_text(visitor_text=lambda w, c, t, f, size: sizes.append(size * abs(t[0])))
    assert max(sizes) >= 18


HOSTILE = st.text('abc \\"#$*_`[]{}<>@=/-+~;:.,!?&%()^|0123456789', min_size=1, max_size=30)


@given(HOSTILE)
@example('"; panic("x"); "')
@example('\\" #read("/etc/passwd")')
@example("= no heading #[x] <label> @ref $x$ https://x.org // no comment /* nor */ ---")
@settings(max_examples=25, deadline=None)
def test_no_text_acts_as_markup(words: str) -> None:
    span = Span(words, "strong")
    document = paint_pdf(
        (Title(text(words)), Heading(text(words)), Bullets((text(span),)), Note(text(words)))
    )
    assert squeezed(read(document)) == squeezed(f"{words}{words}•{words}{words}1/1")


def test_characters_that_no_font_has_are_replaced_and_the_page_is_still_made() -> None:
    document = paint_pdf((Title(text("A \U0010fffd title")), Paragraph(text("\U000e0041日本 y"))))
    assert "title" in read(document)
    assert "y" in read(document)


def test_without_typst_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NotInstalled):
        paint_pdf(EVERY)
