"""A chart in braille dots: lines and a band on a grid of two by four dots a character."""

from itertools import pairwise
from math import ceil, floor

from amma_cli.blocks import Chart, Series

# Bit of each dot by column and row inside a braille character (Unicode block 2800).
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
LEFT = 8


def draw(chart: Chart, width: int, height: int = 14) -> list[str]:
    """Return the lines of a chart with its axes, at most `width` columns."""
    points = [p for s in chart.series for line in (s.points, s.low, s.high) for p in line]
    x_low, x_high = min(p[0] for p in points), max(p[0] for p in points)
    y_low, y_high = chart.floor, max([p[1] for p in points] + [v for _, v in chart.limits])
    columns = max(8, min(width - LEFT - 1, 60))
    grid = _Grid(columns, height, (x_low, x_high), (y_low, y_high))
    for _, limit in chart.limits:
        grid.across(limit)
    for series in chart.series:
        _series(grid, series)
    if chart.here is not None and x_low <= chart.here <= x_high:
        grid.upright(chart.here)
    lines = []
    labels = _labels(chart, height, y_low, y_high)
    for row, dots in enumerate(grid.lines()):
        label = labels.get(row, "")
        lines.append(f"{label:>{LEFT - 1}} {dots}".rstrip())
    lines.append(" " * LEFT + _axis(x_low, x_high, columns))
    return lines


def _labels(chart: Chart, height: int, low: float, high: float) -> dict[int, str]:
    """Return the values beside the rows: both ends, the middle, and each limit at its row."""
    digits = 0 if high - low >= 4 else 1
    labels = {
        row: f"{high - (high - low) * row / (height - 1):,.{digits}f}"
        for row in (0, height - 1, (height - 1) // 2)
    }
    for _, limit in chart.limits:
        row = round((high - limit) / ((high - low) or 1) * (height - 1))
        for near in (row - 1, row + 1):
            if near in labels and near not in (0, height - 1):
                del labels[near]
        labels[row] = f"{limit:g}"
    return labels


def _axis(low: float, high: float, columns: int) -> str:
    """Return the weeks under a chart, every fourth or more of a short span, and the last in it."""
    line = [" "] * columns
    first, last, span = ceil(low), floor(high), high - low
    step = 1 if span <= 8 else 2 if span <= 16 else 4
    within = [*range(first, last - step // 2, step), last]
    for week in within if first <= last else [last]:
        at = round((week - low) / ((high - low) or 1) * (columns - 1))
        label = str(week)
        at = max(0, min(at, columns - len(label)))
        line[at : at + len(label)] = label
    return "".join(line).rstrip()


def _series(grid: "_Grid", series: Series) -> None:
    for line in (series.low, series.high):
        grid.path(line, step=3)
    grid.path(series.points, step=1, thick=True)


class _Grid:
    def __init__(
        self, columns: int, rows: int, x: tuple[float, float], y: tuple[float, float]
    ) -> None:
        self.cells = [[0] * columns for _ in range(rows)]
        self.wide, self.high = columns * 2 - 1, rows * 4 - 1
        self.x, self.y = x, y

    def _at(self, x: float, y: float) -> tuple[int, int]:
        over = (x - self.x[0]) / ((self.x[1] - self.x[0]) or 1)
        up = (y - self.y[0]) / ((self.y[1] - self.y[0]) or 1)
        return round(over * self.wide), round((1 - up) * self.high)

    def _dot(self, column: int, row: int) -> None:
        if 0 <= column <= self.wide and 0 <= row <= self.high:
            self.cells[row // 4][column // 2] |= _BITS[column % 2][row % 4]

    def path(self, points: tuple[tuple[float, float], ...], step: int, thick: bool = False) -> None:
        """Join the points; `step` above 1 leaves gaps, so that a band differs from a middle."""
        for a, b in pairwise(points):
            (x1, y1), (x2, y2) = self._at(*a), self._at(*b)
            length = max(abs(x2 - x1), abs(y2 - y1), 1)
            for i in range(length + 1):
                column = round(x1 + (x2 - x1) * i / length)
                if step == 1 or column % step == 0:
                    row = round(y1 + (y2 - y1) * i / length)
                    self._dot(column, row)
                    if thick:
                        self._dot(column, row + 1)
        if len(points) == 1:
            self._dot(*self._at(*points[0]))

    def across(self, y: float) -> None:
        """Draw the line of a limit."""
        row = self._at(self.x[0], y)[1]
        for column in range(0, self.wide + 1, 3):
            self._dot(column, row)

    def upright(self, x: float) -> None:
        """Draw the line of today."""
        column = self._at(x, self.y[0])[0]
        for row in range(0, self.high + 1, 2):
            self._dot(column, row)

    def lines(self) -> list[str]:
        """Return the characters of every row."""
        return ["".join(chr(0x2800 + bits) if bits else " " for bits in row) for row in self.cells]
