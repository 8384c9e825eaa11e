"""A chart -> an SVG picture for a document: black alone, each line with marks of its own.

The names stand in a column beside the picture, each after a sample of its line, so that none lies
on a line or on another name; caption and table stand around it in the document.
"""

from collections.abc import Callable, Iterator
from math import ceil, floor, log10
from typing import NamedTuple

from amma_cli.blocks import Chart
from amma_cli.view.characters import cells, clean
from amma_cli.view.svg import SPACE, xml_text

# In parts of the size of the letters
HIGH = 12.0  # of a picture, more where the names need it
LINE = 1.25  # from a line of words to the next
SAMPLE, GAP, DOT = 2.6, 0.5, 0.26
BESIDE = 1.8  # from the picture to a sample, which is no value more
NAMES = 0.44  # of the width is what the column of names may take
MOST = 3  # lines of a name; what is longer ends in dots
LONGEST = 200  # characters of a name that are looked at
DASHES, BAND, LIMIT = ("none", "6 3", "2 2", "9 3 2 3"), "4 3", "1 3"
SHAPES: tuple[tuple[tuple[float, float], ...], ...] = (  # the first is a circle
    (), ((-1, -1), (1, -1), (1, 1), (-1, 1)), ((0, -1.3), (1.3, 1), (-1.3, 1)),
    ((0, -1.5), (1.5, 0), (0, 1.5), (-1.5, 0)),
)  # fmt: skip
NARROW, BROAD = " .,:;'|!()[]ijltfrI-/", "mwMW@%&"

Point = tuple[float, float]


class _Name(NamedTuple):
    """What stands in the column: the value that it belongs to, its lines, how its sample is."""

    value: float
    lines: list[str]
    sample: Callable[[float, float, float], list[str]]


def inline_svg(chart: Chart) -> str:
    """Return the picture for HTML, "" without a value.

    Readers of screens pass over it: the table says the same.
    """
    return _svg(chart, 360, 15, 'aria-hidden="true" focusable="false"')


def paper_svg(chart: Chart, wide: float, size: float, font: str) -> str:
    """Return the picture as a file of that width, its letters of that size; "" without a value."""
    return _svg(chart, wide, size, f'xmlns="{SPACE}" font-family="{xml_text(font)}"')


def _svg(chart: Chart, wide: float, size: float, head: str) -> str:
    if not any(series.points or series.low for series in chart.series):
        return ""
    drawing = _Drawing(chart, wide, size)
    parts = [
        f'<svg viewBox="0 0 {wide:g} {drawing.high:.1f}" {head} font-size="{size:g}">',
        *drawing.axes(), *drawing.bands(), *drawing.limits(), *drawing.lines(), *drawing.names(),
    ]  # fmt: skip
    return "\n".join([*parts, "</svg>"])


def reach(words: str) -> float:
    """Return how wide words are at most, in parts of the size of the letters."""
    return sum(map(_breadth, words))


def _breadth(character: str) -> float:
    if character in NARROW:
        return 0.4
    if character in BROAD:
        return 1.02
    return {0: 0.0, 2: 1.1}.get(cells(character), 0.82 if character.isupper() else 0.66)


def wrapped(words: str, room: float) -> list[str]:
    """Return words on few lines no wider than `room`; a word that is wider itself is broken."""
    lines: list[str] = []
    for word in clean(words)[:LONGEST].split():
        if lines and reach(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, room)
    if len(lines) > MOST:
        lines = [*lines[: MOST - 1], f"{lines[MOST - 1][:-2]}…"]
    return lines


def _pieces(word: str, room: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and reach(pieces[-1] + character) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def ticks(low: float, high: float) -> list[float]:
    """Return round values, the first not over `low`, the last not under `high`."""
    rough = (high - low) / 4 or 1.0
    unit = 10.0 ** floor(log10(rough))
    step = next(unit * n for n in (1, 2, 5, 10) if unit * n >= rough * 0.999)
    first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
    return [n * step for n in range(first, last + 1)]


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{xml_text(words)}</text>'


def _stroke(path: str, dash: str = "none", wide: float = 1.0) -> str:
    return (
        f'<path d="{path}" fill="none" stroke="#000" stroke-width="{wide:g}"'
        f' stroke-dasharray="{dash}"/>'
    )


def _dot(x: float, y: float, r: float, shape: int) -> str:
    """Return a mark: a circle, a square, a triangle or a diamond."""
    if not SHAPES[shape]:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="#000"/>'
    corners = " ".join(f"{x + r * over:.1f},{y + r * down:.1f}" for over, down in SHAPES[shape])
    return f'<polygon points="{corners}" fill="#000"/>'


class _Drawing:
    """Where everything stands, found once; then one kind of part after another."""

    def __init__(self, chart: Chart, wide: float, size: float) -> None:
        self.chart, self.wide, self.size = chart, wide, size
        points = [p for s in chart.series for line in (s.points, s.low, s.high) for p in line]
        first = floor(min(x for x, _ in points))
        self.x = first, max(*(x for x, _ in points), first + 1.0)
        values = [*(y for _, y in points), *(value for _, value in chart.limits)]
        self.ticks = ticks(min(chart.floor, *values), max(values))
        digits = max(0, -floor(log10(self.ticks[1] - self.ticks[0]) + 1e-9))
        self.scale = [f"{tick:.{digits}f}" if abs(tick) < 1e6 else f"{tick:g}"
                      for tick in self.ticks]  # fmt: skip
        self.left = (max(map(reach, self.scale)) + GAP) * size
        room = wide * NAMES / size - SAMPLE - GAP - BESIDE
        self.column = list(self._column(room))
        widest = max((reach(line) for name in self.column for line in name.lines), default=0.0)
        self.right = wide - (BESIDE + SAMPLE + GAP + widest) * size
        named = sum(len(name.lines) * LINE + GAP for name in self.column)
        self.high = max(HIGH, named + 3) * size
        most = max(len(series.points) for series in chart.series)
        self.dot = max(min(DOT * size, (self.right - self.left) / (3 * (most or 1))), size / 8)
        self.top, self.bottom = size, self.high - 1.8 * size

    def _column(self, room: float) -> Iterator[_Name]:
        for name, value in self.chart.limits:
            yield _Name(value, wrapped(name, room), self._sample(LIMIT, None))
        for number, series in enumerate(self.chart.series):
            if series.points:
                shown = wrapped(series.label, room)
                dash, shape = self._look(number)
                yield _Name(series.points[-1][1], shown, self._sample(dash, shape))
            elif series.low and series.high:
                shown = wrapped(series.label.partition(",")[0], room)
                yield _Name(series.high[-1][1], shown, self._sample(BAND, None))

    def _look(self, number: int) -> tuple[str, int]:
        return DASHES[number % len(DASHES)], number % len(DASHES)

    def _sample(self, dash: str, shape: int | None) -> Callable[[float, float, float], list[str]]:
        def drawn(x: float, y: float, wide: float) -> list[str]:
            line = _stroke(f"M{x:.1f} {y:.1f}h{wide:.1f}", dash)
            return [line] + ([] if shape is None else [self._dot(x + wide / 2, y, shape)])

        return drawn

    def _dot(self, x: float, y: float, shape: int) -> str:
        return _dot(x, y, self.dot, shape)

    def at(self, x: float, y: float) -> Point:
        over = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])
        return (
            self.left + over * (self.right - self.left),
            self.bottom - up * (self.bottom - self.top),
        )

    def axes(self) -> Iterator[str]:
        yield _stroke(f"M{self.left:.1f} {self.top:.1f}V{self.bottom:.1f}H{self.right:.1f}")
        weeks = self.x[1] - self.x[0]
        fit = (self.right - self.left) / (3.0 * self.size)  # labels that fit beside each other
        step = next(n for n in (1, 2, 4, 5, 10, 20, 50, 10**9) if weeks / n <= max(fit, 1))
        for week in range(self.x[0], floor(self.x[1]) + 1, step):
            x, y = self.at(week, self.ticks[0])
            yield _stroke(f"M{x:.1f} {y:.1f}v{self.size * 0.3:.1f}")
            yield _text(x, y + 1.4 * self.size, str(week), "middle")
        for tick, shown in zip(self.ticks, self.scale, strict=True):
            x, y = self.at(self.x[0], tick)
            yield _stroke(f"M{x:.1f} {y:.1f}h{-self.size * 0.3:.1f}")
            yield _text(x - GAP * self.size, y + 0.35 * self.size, shown, "end")

    def bands(self) -> Iterator[str]:
        for series in self.chart.series:
            if series.low and series.high:
                edge = [*series.low, *reversed(series.high)]
                yield (
                    f'<polygon points="{self._points(edge)}" fill="#000" fill-opacity="0.07"'
                    f' stroke="#000" stroke-dasharray="{BAND}"/>'
                )

    def limits(self) -> Iterator[str]:
        for _, value in self.chart.limits:
            x, y = self.at(self.x[0], value)
            yield _stroke(f"M{x:.1f} {y:.1f}H{self.right:.1f}", LIMIT)

    def lines(self) -> Iterator[str]:
        for number, series in enumerate(self.chart.series):
            dash, shape = self._look(number)
            if series.points:
                yield _stroke(f"M{self._points(series.points)}", dash, 1.4)
            for point in series.points:
                yield self._dot(*self.at(*point), shape)

    def _points(self, points: "tuple[Point, ...] | list[Point]") -> str:
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in (self.at(*point) for point in points))

    def names(self) -> Iterator[str]:
        """Yield the column of names, each as near to its value as the others let it."""
        line = LINE * self.size
        ordered = sorted(self.column, key=lambda name: -name.value)
        free = self.high - GAP * self.size - sum(self._takes(name) for name in ordered)
        y = 0.0
        for name in ordered:
            wanted = self.at(self.x[0], name.value)[1] - 0.5 * line
            start = min(max(y, wanted), y + max(free, 0.0))
            free -= start - y
            x = self.right + BESIDE * self.size
            yield from name.sample(x, start + 0.55 * line, SAMPLE * self.size)
            for number, words in enumerate(name.lines):
                place = start + number * line + 0.85 * line
                yield _text(x + (SAMPLE + GAP) * self.size, place, words)
            y = start + self._takes(name)

    def _takes(self, name: _Name) -> float:
        return (max(len(name.lines), 1) * LINE + GAP * 0.5) * self.size
