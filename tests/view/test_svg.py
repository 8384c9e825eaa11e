"""The picture of a chart: well-formed, nothing outside it, every line with its name."""

import unicodedata
import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.blocks import Chart, Series, Table
from amma_cli.domain.applies import About
from amma_cli.domain.chart import PRESSURE_LIMITS, Logged, lines_of
from amma_cli.pages.chart import drawn, table_of
from amma_cli.view.svg import paint_svg
from tests.view.pages_made import ANYTHING

SVG = "{http://www.w3.org/2000/svg}"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
# A letter is on average at most this wide, in parts of its size, in the sans-serif fonts that
# systems show by default; DejaVu Sans, the widest of them, has 0.6.
EM = 0.6
SIZE = 13
FIELDS: dict[str, list[tuple[str, dict[str, tuple[float, float]]]]] = {
    "weight": [("weight", {"kg": (35, 220)})],
    "bp": [("blood-pressure", {"sys": (70, 220), "dia": (35, 140)})],
    "glucose": [
        ("glucose", {"glucose_mmol": (1.5, 30)}),
        ("glucose", {"glucose_mmol": (1.5, 30), "fasting_mmol": (1.5, 30)}),
        ("glucose", {"glucose_mmol": (1.5, 30), "one_hour_mmol": (1.5, 30)}),
        ("glucose", {"glucose_mmol": (1.5, 30), "two_hour_mmol": (1.5, 30)}),
    ],
}
BODIES = [About(), About(height_cm=165.0, start_kg=61.0), About(height_cm=230.0, start_kg=35.0),
          About(height_cm=150.0, start_kg=200.0, fasting_mmol=5.0)]  # fmt: skip


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Any chart that amma draws: of one entry or many, in one week or forty."""
    kind = draw(st.sampled_from([*FIELDS, "mood", "sleep"]))
    rows = []
    for _ in range(draw(st.integers(1, 8))):
        week = draw(st.integers(0, 300)) / 7
        if kind in FIELDS:
            stored, fields = draw(st.sampled_from(FIELDS[kind]))
            values = {f: round(draw(st.floats(*ends)), 2) for f, ends in fields.items()}
            rows.append(Logged(NOW + timedelta(weeks=week), week, stored, {"values": values}))
        else:
            data = {name: draw(st.integers(1, 5)) for name in ("mood", "sleep", "energy")}
            rows.append(Logged(NOW + timedelta(weeks=week), week, "checkin", data))
    table = table_of(kind, rows, "both", weeks=True)
    return drawn(
        kind, lines_of(kind, rows), table, draw(st.sampled_from(BODIES)), twins=False, here=None,
        after_birth=draw(st.booleans()),
    ).chart  # fmt: skip


def read(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)


def words_of(root: ElementTree.Element) -> list[str]:
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


def outside(root: ElementTree.Element) -> list[str]:
    """Labels, dots and lines that are not wholly inside the picture."""
    _, _, wide, high = (float(part) for part in root.attrib["viewBox"].split())
    found = []
    for node in root.iter(f"{SVG}text"):
        words = "".join(node.itertext())
        x, y = float(node.attrib["x"]), float(node.attrib["y"])
        length = len(words) * EM * SIZE
        left = x - length * {"middle": 0.5, "end": 1.0}.get(node.get("text-anchor", ""), 0.0)
        if left < 0 or left + length > wide or y - SIZE < 0 or y + SIZE * 0.3 > high:
            found.append(f"{words} at {left:.0f} to {left + length:.0f}, {y:.0f}")
    for node in root.iter(f"{SVG}circle"):
        x, y = float(node.attrib["cx"]), float(node.attrib["cy"])
        if not (0 <= x <= wide and 0 <= y <= high):
            found.append(f"a dot at {x}, {y}")
    for name in ("polygon", "polyline"):
        for node in root.iter(f"{SVG}{name}"):
            for pair in node.attrib["points"].split():
                x, y = map(float, pair.split(","))
                if not (0 <= x <= wide and 0 <= y <= high):
                    found.append(f"{name} at {pair}")
    return found


@given(charts())
@settings(max_examples=200, deadline=None)
def test_a_picture_is_well_formed_and_everything_in_it_is_inside(chart: Chart) -> None:
    root = read(paint_svg(chart))
    assert root.tag == f"{SVG}svg"
    assert outside(root) == []


@given(charts())
@settings(max_examples=100, deadline=None)
def test_every_line_limit_and_band_has_its_name_in_words(chart: Chart) -> None:
    words = words_of(read(paint_svg(chart)))
    assert chart.caption in words
    assert [s.label for s in chart.series if s.points and s.label not in words] == []
    assert [name for name, _ in chart.limits if name not in words] == []
    bands = [s.label.partition(",")[0] for s in chart.series if s.low]
    assert [name for name in bands if name not in words] == []


@given(charts())
@settings(max_examples=100, deadline=None)
def test_the_table_is_said_to_who_cannot_see_the_picture(chart: Chart) -> None:
    root = read(paint_svg(chart))
    names = root.attrib["aria-labelledby"].split()
    ids = {node.get("id"): node for node in root.iter() if node.get("id")}
    assert ids[names[0]].text == chart.caption
    said = ids[names[1]].text or ""
    assert all(cell in said for row in chart.table.rows for cell in row if cell)


@pytest.mark.parametrize("name", [name for name, _ in PRESSURE_LIMITS])
def test_the_lines_of_pressure_say_their_call_beside_the_picture(name: str) -> None:
    rows = [Logged(NOW, 20.0, "blood-pressure", {"values": {"sys": 118, "dia": 76}})]
    table = table_of("bp", rows, "metric", weeks=True)
    chart = drawn(
        "bp", lines_of("bp", rows), table, About(), twins=False, here=None, after_birth=False
    ).chart
    root = read(paint_svg(chart))
    assert name in words_of(root)
    assert outside(root) == []


def boxes(root: ElementTree.Element) -> list[tuple[str, float, float, float, float]]:
    """Every label with its left, right, top and bottom, a letter narrower than at most."""
    found = []
    for node in root.iter(f"{SVG}text"):
        words = "".join(node.itertext())
        x, y, length = float(node.attrib["x"]), float(node.attrib["y"]), len(words) * 0.5 * SIZE
        left = x - length * {"middle": 0.5, "end": 1.0}.get(node.get("text-anchor", ""), 0.0)
        found.append((words, left, left + length, y - 0.7 * SIZE, y))
    return found


@given(charts())
@settings(max_examples=200, deadline=None)
def test_the_name_of_a_line_is_written_over_no_other_name(chart: Chart) -> None:
    names = {s.label for s in chart.series if s.points}
    placed = boxes(read(paint_svg(chart)))
    lines = [box for box in placed if box[0] in names]
    others = {name for name, _ in chart.limits} | {chart.caption}
    for line in lines:
        for other in placed:
            if other[0] == line[0] or other[0] not in names | others:
                continue
            apart = (
                line[2] <= other[1] or other[2] <= line[1]
                or line[4] <= other[3] or other[4] <= line[3]
            )  # fmt: skip
            assert apart, (line, other)


def hostile(words: str, cell: str) -> Chart:
    table = Table(("Day", words), ((cell, words),))
    series = (Series(words, ((1.0, 2.0), (3.0, 4.0)), ((1.0, 1.0),), ((1.0, 5.0),)),)
    return Chart(words, words, series, None, table, 0.0, ((words, 3.0),))


@given(ANYTHING, ANYTHING)
@settings(max_examples=200, deadline=None)
def test_whatever_words_a_chart_holds_the_file_is_xml_without_control_characters(
    words: str, cell: str
) -> None:
    picture = paint_svg(hostile(words, cell))
    read(picture)
    picture.encode("utf-8")
    for character in set(picture) - {"\n"}:
        assert unicodedata.category(character) != "Cc"
        assert not 0x202A <= ord(character) <= 0x202E
        assert not 0x2066 <= ord(character) <= 0x2069


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", '"><a href="x">', "&amp; &#0; ]]>", "\x1b[31mred", "\x00",
     "\ud800", "\ufffe\uffff", "a\u202eb", "a\nb\tc"],
)  # fmt: skip
def test_words_are_words_and_never_markup(words: str) -> None:
    root = read(paint_svg(hostile(words, words)))
    names = {node.tag.removeprefix(SVG) for node in root.iter()}
    assert names <= {"svg", "title", "desc", "rect", "text", "path", "polygon", "polyline",
                     "circle"}  # fmt: skip
    assert "href" not in {key for node in root.iter() for key in node.attrib}


def test_a_higher_value_stands_higher_and_a_later_one_to_the_right() -> None:
    series = (Series("a", ((20.0, 60.0), (21.0, 70.0), (30.0, 65.0))),)
    root = read(paint_svg(Chart("c", "kg", series, None, Table((), ()), 50.0)))
    dots = [(float(n.attrib["cx"]), float(n.attrib["cy"])) for n in root.iter(f"{SVG}circle")]
    assert [x for x, _ in dots] == sorted(x for x, _ in dots)
    assert dots[1][1] < dots[2][1] < dots[0][1]
    whole = dots[2][0] - dots[0][0]
    assert (dots[1][0] - dots[0][0]) / whole == pytest.approx(0.1, abs=0.002)
    # 60, 65 and 70 are as far apart on paper
    assert dots[0][1] - dots[2][1] == pytest.approx(dots[2][1] - dots[1][1], abs=0.2)
