"""Charts of the journal: what was logged by week, the band or limits that apply, and a table."""

from collections.abc import Sequence
from typing import NamedTuple

from amma_cli import messages_chart as words
from amma_cli.blocks import (
    Block,
    Chart,
    Note,
    Page,
    Paragraph,
    Series,
    Span,
    Table,
    Title,
    text,
)
from amma_cli.domain.age import Age
from amma_cli.domain.applies import About
from amma_cli.domain.chart import (
    PRESSURE_LIMITS,
    Band,
    Line,
    Logged,
    clipped,
    gain_range,
    weight_band,
)
from amma_cli.domain.checkin import SCALES
from amma_cli.domain.derived import TARGETS
from amma_cli.domain.logged import value_words

MARGIN = 0.5  # weeks beside the first and last value


class Drawn(NamedTuple):
    """A chart with what stands under it."""

    chart: Chart
    notes: tuple[str, ...]
    ask_body: bool = False


def nothing(kind: str) -> Page:
    """Return what is said where nothing was logged."""
    command = Span(words.NOTHING_HOW[kind], "command")
    return (Title(text(words.TITLE[kind])), Paragraph(text(words.NOTHING + " ", command)))


def by_day(kind: str, table: Table) -> Page:
    """Return the values by day alone, where no week may be shown."""
    return (Title(text(words.TITLE[kind])), Note(text(words.ENDED)), table)


def page(kind: str, drawn: Drawn) -> Page:
    """Return a chart as a page."""
    blocks: list[Block] = [Title(text(words.TITLE[kind])), drawn.chart]
    blocks.extend(Note(text(note)) for note in drawn.notes)
    if drawn.ask_body:
        command = Span("amma about-me --height 165cm --start-weight 61kg", "command")
        blocks.append(Note(text(words.BAND_HOW, command)))
    blocks.append(Note(text(words.CHANGE)))
    return tuple(blocks)


def drawn(
    kind: str, lines: Sequence[Line], table: Table, about: About, *, twins: bool,
    here: float | None, after_birth: bool,
) -> Drawn:  # fmt: skip
    """Return the chart of a kind with its band or limits; `here` is today's week."""
    caption = words.CAPTION_AFTER if after_birth else words.CAPTION
    caption = caption.format(title=words.TITLE[kind], unit=words.UNIT[kind])
    points = [point for line in lines for point in line.points]
    first, last = min(p[0] for p in points), max(p[0] for p in points)
    band, notes, ask = _beside(kind, about, twins=twins, after_birth=after_birth)
    limits = _limits(kind, about)
    series = tuple(Series(line.name, line.points) for line in lines)
    if band is not None:
        first, last = max(0.0, first - MARGIN), last + MARGIN
        shown = clipped(band, first, last)
        series = (*series, Series(band.name, (), shown.low, shown.high))
    low = min([p[1] for s in series for line in (s.points, s.low) for p in line])
    low = min([low, *(value for _, value in limits)])
    floor = 0.0 if words.UNIT[kind] == "of 5" else max(0.0, low - 3 - low % 5)
    chart = Chart(caption, words.UNIT[kind], series, here, table, floor, limits)
    return Drawn(chart, notes, ask)


def _beside(
    kind: str, about: About, *, twins: bool, after_birth: bool
) -> tuple[Band | None, tuple[str, ...], bool]:
    """Return the band, the notes, and whether height and weight would give a band."""
    if kind == "bp":
        return None, (words.PRESSURE,), False
    if kind == "glucose":
        return None, (words.SUGAR_OWN if about.targets else words.SUGAR,), False
    if kind != "weight" or after_birth:
        return None, (), False
    bmi = about.bmi
    if bmi is None:
        return None, (), True
    gain = gain_range(bmi, twins=twins)
    if twins:
        note = words.BAND_TWINS.format(low=gain[0], high=gain[1]) if gain else words.BAND_NONE
        return None, (note,), False
    band = weight_band(bmi, about.start_kg)
    low, high = gain or (0.0, 0.0)
    return band, (words.BAND.format(name=band.name, low=low, high=high),), False


def _limits(kind: str, about: About) -> tuple[tuple[str, float], ...]:
    if kind == "bp":
        return PRESSURE_LIMITS
    if kind == "glucose":
        named = {"fasting_mmol": "fasting", "one_hour_mmol": "1 hour", "two_hour_mmol": "2 hours"}
        own = {**TARGETS, **dict(about.targets)}
        return tuple((f"{named[field]}: {value:g}", value) for field, value in own.items())
    return ()


def table_of(kind: str, rows: Sequence[Logged], units: str, *, weeks: bool) -> Table:
    """Return the entries of a chart as rows, the oldest first."""
    stored = {"weight": "weight", "bp": "blood-pressure", "glucose": "glucose"}.get(kind, "checkin")
    found = []
    for row in sorted(rows, key=lambda r: r.when):
        if row.kind != stored:
            continue
        said = _said(kind, row, units)
        if said:
            week = (Age(int(row.week * 7 + 1e-6)).short,) if weeks else ()
            found.append((f"{row.when:%Y-%m-%d %H:%M}", *week, said))
    head = (words.DAY, words.WEEK, words.TITLE[kind]) if weeks else (words.DAY, words.TITLE[kind])
    return Table(head, tuple(found))


def _said(kind: str, row: Logged, units: str) -> str:
    if kind in ("mood", "sleep"):
        names = SCALES if kind == "mood" else ("sleep",)
        return ", ".join(f"{n} {row.data[n]}" for n in names if isinstance(row.data.get(n), int))
    return value_words(row.kind, row.data.get("values", {}), units)
