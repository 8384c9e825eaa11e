"""The picture of a chart in a document: black, inside its edges, no name on another one."""

import itertools
import json
import string
import unicodedata
import xml.etree.ElementTree as ElementTree

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.blocks import Chart, Heading, Page, Paragraph, Series, Table, Title, text
from amma_cli.view.html import paint_html
from amma_cli.view.pdf import paint_pdf
from amma_cli.view.svg_paper import inline_svg, paper_svg, reach, ticks, wrapped
from tests.view.pages_made import ANYTHING
from tests.view.pdf_read import colors, fonts_inside, pages, read, tags_of
from tests.view.test_svg import SVG, charts, words_of

FONT = "Libertinus Serif"
WIDE, SIZE = 471.0, 9.5
NAMES = ["upper", "2 hours after a meal", "W" * 40, "mW" * 60, "supercalifragilistic" * 5,
         "a name that is very long, goes on until the line is full and far beyond it"]  # fmt: skip
HOSTILE = [
    '"; #panic("x"); "', '\\" #read("/etc/passwd")', "</text></svg><script>alert(1)</script>",
    "a & b &amp; &#0; ]]> <!-- <![CDATA[", "\x1b[31mred\x00\x07", "line\nline\ttab",
    "\U0001f600 \U0001f930\U0001f3fd", "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\u202eabc\u202c\u2066x", "\ud800 \ufffe\uffff", "\U0010fffd \uff02; #panic(1) \uff3c\u2264",
]  # fmt: skip


def chart(
    *names: str, caption: str = "Caption", limits: tuple[tuple[str, float], ...] = ()
) -> Chart:
    lines = tuple(
        Series(name, ((16.2, 5.0 + n / 9), (18.0, 6.0), (19.9, 5.5 + n / 9)))
        for n, name in enumerate(names)
    )
    table = Table(("Day", caption), (("2026-11-15", names[0]),))
    return Chart(caption, "kg", lines, None, table, 4.0, limits)


def labels(picture: str) -> list[tuple[str, float, float, float]]:
    """Every label with its left, right and base line, as wide as it is at most."""
    found = []
    root = ElementTree.fromstring(picture)
    size = float(root.attrib["font-size"])
    for node in root.iter(f"{SVG}text"):
        words = node.text or ""
        x, length = float(node.attrib["x"]), reach(words) * size
        left = x - length * {"middle": 0.5, "end": 1.0}.get(node.attrib["text-anchor"], 0.0)
        found.append((words, left, left + length, float(node.attrib["y"])))
    return found


def assert_apart_and_inside(picture: str) -> None:
    root = ElementTree.fromstring(picture)
    _, _, wide, high = (float(part) for part in root.attrib["viewBox"].split())
    size, found = float(root.attrib["font-size"]), labels(picture)
    for words, left, right, base in found:
        assert left >= -0.1, words
        assert right <= wide + 0.1, words
        assert size * 0.6 <= base <= high, words
    for one, other in itertools.combinations(found, 2):
        level = abs(one[3] - other[3]) < size * 0.9
        beside = one[2] <= other[1] + 0.1 or other[2] <= one[1] + 0.1
        assert beside or not level, (one, other)


@given(charts())
@settings(max_examples=200, deadline=None)
def test_labels_of_any_chart_are_inside_and_apart(drawn: Chart) -> None:
    for picture in (paper_svg(drawn, WIDE, SIZE, FONT), paper_svg(drawn, WIDE, 18, FONT)):
        assert_apart_and_inside(picture)


@given(charts())
@settings(max_examples=100, deadline=None)
def test_every_line_and_limit_has_its_name_and_black_is_the_only_color(drawn: Chart) -> None:
    picture = paper_svg(drawn, WIDE, SIZE, FONT)
    said = "".join(words_of(ElementTree.fromstring(picture))).replace(" ", "")
    names = [*(s.label for s in drawn.series if s.points), *(name for name, _ in drawn.limits)]
    assert [name for name in names if name.replace(" ", "") not in said] == []
    nodes = ElementTree.fromstring(picture).iter()
    shades = {node.get(key) for node in nodes for key in ("fill", "stroke")}
    assert shades <= {None, "none", "#000"}


@pytest.mark.parametrize("size", [SIZE, 18.0])
@pytest.mark.parametrize("names", [NAMES[:1], NAMES[:4], NAMES[2:], NAMES])
def test_long_names_are_broken_and_lie_on_no_other(names: list[str], size: float) -> None:
    limits = (("upper 140: call within 24 hours", 6.01), ("upper 150: call now", 6.0))
    assert_apart_and_inside(paper_svg(chart(*names, limits=limits), WIDE, size, FONT))


def test_lines_differ_by_marks_and_dashes() -> None:
    root = ElementTree.fromstring(paper_svg(chart("a", "b", "c", "d"), WIDE, SIZE, FONT))
    dashes = [n.attrib["stroke-dasharray"] for n in root.iter(f"{SVG}path")
              if n.attrib["stroke-width"] == "1.4"]  # fmt: skip
    assert len(set(dashes)) == 4
    assert len(list(root.iter(f"{SVG}circle"))) == 4  # three values and the sample
    assert len(list(root.iter(f"{SVG}polygon"))) == 12


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (62.1, 65.6, [62, 63, 64, 65, 66]), (60, 121, [60, 80, 100, 120, 140]),
        (4, 7.3, [4, 5, 6, 7, 8]), (36.2, 36.8, [36.2, 36.4, 36.6, 36.8]), (5, 5, [5, 6]),
    ],
)  # fmt: skip
def test_the_scale_has_round_values(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == pytest.approx(expected)


@given(st.floats(0, 500), st.floats(0, 500))
def test_the_scale_holds_every_value(low: float, more: float) -> None:
    found = ticks(low, low + more)
    step = found[1] - found[0]
    assert found[0] <= low + step * 1e-6
    assert found[-1] >= low + more - step * 1e-6
    assert 2 <= len(found) <= 7


@given(ANYTHING, st.floats(1, 40))
def test_a_name_takes_few_lines_of_the_room(words: str, room: float) -> None:
    lines = wrapped(words, room)
    assert len(lines) <= 3
    assert all(reach(line) <= max(room, 1.2) + 1.1 or len(line) <= 2 for line in lines)


def test_no_word_is_wider_in_the_font_than_thought() -> None:
    shown = [*string.printable[:94], *NAMES, "upper 140: call within 24 hours", "é…–ßÄ€"]
    source = "\n".join(
        f"#context [#metadata(measure(text(size: 100pt, font: {json.dumps(FONT)},"
        f" {json.dumps(words, ensure_ascii=False)})).width.pt()) <w>]"
        for words in shown
    )
    found = json.loads(typst.query(source.encode(), "<w>", field="value"))
    assert len(found) == len(shown)
    assert [w for w, wide in zip(shown, found, strict=True) if wide > reach(w) * 100] == []


def page(drawn: Chart) -> Page:
    return (Title(text("T")), Heading(text("H")), drawn)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words_and_the_page_is_made(words: str) -> None:
    drawn = chart(words, words, caption=words, limits=((words, 5.2),))
    document = paint_pdf(page(drawn))
    found = tags_of(document)
    assert [tag for tag, _ in found].count("/Figure") == 1
    assert [tag for tag, _ in found].count("/Table") == 1
    assert all(fonts_inside(document))
    (alt,) = (alt for tag, alt in found if tag == "/Figure")
    assert alt
    for said in (alt, inline_svg(drawn), paper_svg(drawn, WIDE, SIZE, FONT)):
        kinds = {(c, unicodedata.category(c)) for c in said}
        assert {c for c, kind in kinds if kind in ("Cc", "Cs")} <= {"\n"}
        assert not any(0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 for c, _ in kinds)
    names = {node.tag.removeprefix(SVG) for node in
             ElementTree.fromstring(paper_svg(drawn, WIDE, SIZE, FONT)).iter()}  # fmt: skip
    assert names <= {"svg", "text", "path", "polygon", "circle"}
    assert "<script" not in paint_html(page(drawn))


@given(ANYTHING, ANYTHING)
@settings(max_examples=25, deadline=None)
def test_whatever_a_chart_is_called_the_page_is_made(words: str, name: str) -> None:
    document = paint_pdf(page(chart(name, caption=words)))
    assert [tag for tag, _ in tags_of(document)].count("/Figure") == 1
    assert "2026-11-15" in read(document)


def test_a_chart_is_a_figure_in_black_with_its_words_and_its_table_below() -> None:
    document = paint_pdf(page(chart("upper", "lower", caption="Pressure", limits=(("top", 7.0),))))
    assert [alt for tag, alt in tags_of(document) if tag == "/Figure"] == [
        "Pressure: upper, lower, top"
    ]
    said = read(document)
    assert said.index("Pressure") < said.index("upper") < said.index("2026-11-15")
    assert colors(document) == {0.0}


def test_a_chart_stays_with_its_heading_caption_and_the_head_of_its_table() -> None:
    for lines in range(0, 32, 2):
        filled = [Paragraph(text(f"Filler {n}")) for n in range(lines)]
        document = paint_pdf((Title(text("T")), *filled, Heading(text("H8")), chart("upper")))
        (where,) = (one for one in pages(document) if "Caption" in one and "upper" in one)
        assert "H8" in where
        assert "2026-11-15" in where


def test_without_a_value_there_is_no_picture() -> None:
    empty = Chart("Caption", "kg", (Series("a", ()),), None, Table(("a",), (("1",),)))
    assert inline_svg(empty) == ""
    document = paint_pdf(page(empty))
    assert "/Figure" not in [tag for tag, _ in tags_of(document)]
    assert "Caption" in read(document)
