"""A chart -> one self-contained SVG picture with a title and the table's words for readers."""

from html import escape

from amma_cli.blocks import Chart, Series
from amma_cli.view.characters import clean

WIDE, HIGH = 820, 420
LEFT, RIGHT, TOP, BOTTOM = 64, 250, 48, 48  # RIGHT: room for a line's name
LINE, LETTER = 14, 8  # what a line of words and a letter take at most
COLORS = ("#1a5276", "#922b21", "#196f3d", "#6c3483")
SPACE, LABELS = "http://www.w3.org/2000/svg", 'aria-labelledby="title desc"'
STYLE = "font: 13px system-ui, sans-serif; fill: #222"


def paint_svg(chart: Chart) -> str:
    """Return the picture; every line has its name beside it, no meaning is by color alone."""
    said = "; ".join(", ".join(cell for cell in row if cell) for row in chart.table.rows)
    caption = xml_text(chart.caption)
    parts = [
        f'<svg xmlns="{SPACE}" viewBox="0 0 {WIDE} {HIGH}" role="img" {LABELS}>',
        f'<title id="title">{caption}</title>',
        f'<desc id="desc">{xml_text(said)}</desc>',
        f'<rect width="{WIDE}" height="{HIGH}" fill="#fff"/>',
        f'<text x="{LEFT}" y="24" style="{STYLE}; font-weight: 600">{caption}</text>',
        *_drawn(chart),
    ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _drawn(chart: Chart) -> list[str]:
    frame = _Frame(chart)
    parts = frame.axes()
    for series in chart.series:
        parts.extend(frame.band(series))
    for name, value in chart.limits:
        parts.extend(frame.limit(name, value))
    for number, series in enumerate(chart.series):
        parts.extend(frame.line(series, COLORS[number % len(COLORS)]))
    return parts


def xml_text(words: str) -> str:
    """Return words as XML may hold them: two characters that are none are left out as well."""
    return escape(clean(words).translate({0xFFFE: None, 0xFFFF: None}), quote=True)


def _label(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" style="{STYLE}">{words}</text>'


class _Frame:
    def __init__(self, chart: Chart) -> None:
        points = [p for s in chart.series for line in (s.points, s.low, s.high) for p in line]
        self.x = min(p[0] for p in points), max(p[0] for p in points)
        highest = max([p[1] for p in points] + [value for _, value in chart.limits])
        self.named: list[float] = []
        self.y = chart.floor, highest + (highest - chart.floor) * 0.05 or 1.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        over = (x - self.x[0]) / ((self.x[1] - self.x[0]) or 1)
        up = (y - self.y[0]) / ((self.y[1] - self.y[0]) or 1)
        return (
            round(LEFT + over * (WIDE - LEFT - RIGHT), 1),
            round(HIGH - BOTTOM - up * (HIGH - TOP - BOTTOM), 1),
        )

    def axes(self) -> list[str]:
        left, bottom = self.at(self.x[0], self.y[0])
        right = WIDE - RIGHT
        parts = [f'<path d="M{left} {TOP}V{bottom}H{right}" fill="none" stroke="#444"/>']
        span = self.x[1] - self.x[0]
        step = 1 if span <= 10 else 2 if span <= 20 else 4 if span <= 44 else int(span / 10)
        for week in range(int(self.x[0]), int(self.x[1]) + 1, step):
            if week >= self.x[0]:
                x, _ = self.at(week, self.y[0])
                parts.append(_label(x, bottom + 20, str(week), "middle"))
        digits = 0 if self.y[1] - self.y[0] >= 4 else 1
        for n in range(5):
            value = self.y[0] + (self.y[1] - self.y[0]) * n / 4
            _, y = self.at(self.x[0], value)
            parts.append(_label(left - 8, y + 4, f"{value:.{digits}f}", "end"))
        return parts

    def band(self, series: Series) -> list[str]:
        if not series.low or not series.high:
            return []
        edge = [*series.low, *reversed(series.high)]
        points = " ".join(f"{x},{y}" for x, y in (self.at(*p) for p in edge))
        x, y = self.at(*series.high[-1])
        name = xml_text(series.label.partition(",")[0])
        return [
            f'<polygon points="{points}" fill="#dfe9f2" stroke="#8aa5bd" stroke-dasharray="4 3"/>',
            f'<text x="{x + 8}" y="{y + 4}" style="{STYLE}">{name}</text>',
        ]

    def limit(self, name: str, value: float) -> list[str]:
        x, (_, y) = WIDE - RIGHT, self.at(self.x[1], value)
        return [
            f'<path d="M{LEFT} {y}H{x}" stroke="#922b21" stroke-dasharray="6 4"/>',
            f'<text x="{x + 8}" y="{y + 4}" style="{STYLE}">{xml_text(name)}</text>',
        ]

    def line(self, series: Series, color: str) -> list[str]:
        if not series.points:
            return []
        at = [self.at(*p) for p in series.points]
        path = " ".join(f"{x},{y}" for x, y in at)
        dots = [f'<circle cx="{x}" cy="{y}" r="3" fill="{color}"/>' for x, y in at]
        return [
            f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>',
            *dots,
            self.name(*at[-1], series.label),
        ]

    def name(self, x: float, y: float, label: str) -> str:
        """Return a line's name beside its last point, clear of other names and of the limits'."""
        step = -LINE if y > HIGH / 3 else LINE
        place = y - 6
        while any(abs(place - other) < LINE for other in self.named):
            place += step
        self.named.append(place)
        if x - 8 - len(label) * LETTER < LEFT:
            return _label(x + 8, place, xml_text(label), "start")
        return _label(x - 8, place, xml_text(label), "end")
