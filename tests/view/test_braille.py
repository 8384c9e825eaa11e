"""The chart in dots, checked dot by dot against the table of the Unicode block."""

from hypothesis import given
from hypothesis import strategies as st

from amma_cli.blocks import Chart, Series, Table
from amma_cli.view.braille import draw

TABLE = Table(("Week", "g"), (("1", "1"),))
POINTS = st.lists(
    st.tuples(st.floats(0, 45), st.floats(0, 5000)), min_size=1, max_size=8
).map(tuple)  # fmt: skip
# Unicode 15, block 2800: dots 1 to 8 by column and row, each a power of two.
DOT = {(0, 0): 1, (0, 1): 2, (0, 2): 4, (1, 0): 8, (1, 1): 16, (1, 2): 32, (0, 3): 64, (1, 3): 128}


def dots(lines: list[str]) -> set[tuple[int, int]]:
    """The (column, row) of every dot, the axis labels cut off."""
    found = set()
    for y, line in enumerate(lines[:-1]):
        for x, c in enumerate(line[8:]):
            bits = ord(c) - 0x2800 if c != " " else 0
            found |= {(2 * x + dx, 4 * y + dy) for (dx, dy), bit in DOT.items() if bits & bit}
    return found


def chart(*series: Series, here: float | None = None) -> Chart:
    return Chart("Weight", "g", series, here, TABLE)


@given(POINTS, POINTS, st.integers(20, 200), st.none() | st.floats(0, 45))
def test_whatever_the_points_the_chart_fits_and_holds_dots(
    points: tuple[tuple[float, float], ...], low: tuple[tuple[float, float], ...], width: int,
    here: float | None,
) -> None:  # fmt: skip
    lines = draw(chart(Series("a", points, low, ()), here=here), width)
    assert len(lines) == 15
    assert max(map(len, lines)) <= width
    assert all(c.isprintable() for line in lines for c in line)
    assert dots(lines)


def test_a_rising_line_goes_from_the_lower_left_to_the_upper_right() -> None:
    lines = draw(chart(Series("a", ((0, 0), (10, 100)))), 80)
    found = dots(lines)
    assert (0, 55) in found
    assert (119, 0) in found
    assert {x for x, _ in found} == set(range(120))
    heights = [min(y for x, y in found if x == column) for column in range(120)]
    assert heights == sorted(heights, reverse=True)


def test_a_band_has_gaps_so_that_it_differs_from_the_middle() -> None:
    level = ((0.0, 50.0), (10.0, 50.0))
    middle = dots(draw(chart(Series("a", level), Series("top", ((0, 100),))), 80))
    band = dots(draw(chart(Series("a", (), level, ()), Series("top", ((0, 100),))), 80))
    row = {x for x, y in middle if y == 28}
    assert len(row) == 120
    assert 0 < len({x for x, y in band if y == 28}) < 60


def test_series_are_not_joined_to_each_other() -> None:
    scanned = Series("scan", ((0, 0), (4, 100)))
    born = Series("birth", ((8, 20), (10, 60)))
    found = dots(draw(chart(scanned, born), 80))
    assert {x for x, _ in found if 52 < x < 90} == set()


def test_the_week_asked_for_is_an_upright_line_and_outside_the_weeks_there_is_none() -> None:
    line = Series("a", ((0, 0), (10, 100)))
    found = dots(draw(chart(line, here=5), 80))
    column = max({x for x, _ in found}, key=lambda x: len({y for c, y in found if c == x}))
    assert column in (59, 60)
    assert len({y for c, y in found if c == column}) >= 28
    assert dots(draw(chart(line, here=20), 80)) == dots(draw(chart(line), 80))


def test_every_week_under_the_axis_stands_where_it_is() -> None:
    for first, last in ((16.1, 19.8), (15.6, 20.4), (20.2, 20.6), (7.5, 40.5), (20.3, 20.3)):
        axis = draw(chart(Series("a", ((first, 90), (last, 95)))), 80)[-1][8:]
        weeks = [int(week) for week in axis.split()]
        assert weeks == sorted(set(weeks)), axis
        for week in weeks if int(last) > first else []:
            assert first <= week <= last
            place = (week - first) / (last - first) * 59
            assert abs(axis.index(str(week)) - place) <= 2, axis


def test_a_short_scale_has_a_decimal() -> None:
    lines = draw(chart(Series("a", ((14, 36.1), (40, 36.8))))._replace(floor=35.0), 80)
    assert [line[:8].strip() for line in lines if line[:8].strip()] == ["36.8", "36.0", "35.0"]


def test_the_axes_name_the_highest_value_the_first_and_the_last_week() -> None:
    lines = draw(chart(Series("a", ((14, 90), (40, 3617)))), 80)
    assert lines[0].startswith("  3,617 ")
    assert lines[13].startswith("      0 ")
    assert lines[-1].split()[0] == "14"
    assert lines[-1].split()[-1] == "40"


def test_one_point_alone_is_a_dot() -> None:
    assert len(dots(draw(chart(Series("a", ((20, 330),))), 40))) == 1
