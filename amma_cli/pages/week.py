"""A week's guide in full, and the growth figures of all weeks."""

from collections.abc import Sequence

from amma_cli import messages as say
from amma_cli.blocks import (
    Block,
    Chart,
    Heading,
    Note,
    Page,
    Paragraph,
    Series,
    Span,
    Table,
    Title,
    text,
)
from amma_cli.domain.article import Guide, Source
from amma_cli.domain.contact import Contacts
from amma_cli.domain.dates import format_date
from amma_cli.domain.moment import WeekView, week_dates
from amma_cli.domain.settings import Manner
from amma_cli.domain.units import length_words, weight_words
from amma_cli.domain.week import Size, care_place
from amma_cli.pages.parts import (
    Numbered,
    care_blocks,
    reading_blocks,
    review_note,
    size_blocks,
    worried,
)

FIRST_WEIGHED = 14  # scan formulas run far too high before (weeks.toml, meta.weights)
BIRTH_WEIGHTS = 41  # from here weights are birth weights: another series


def week(
    view: WeekView, sources: Sequence[Source], manner: Manner, who: Contacts, day: str
) -> Page:
    """Return the guide of a week, with her own dates where there is a profile.

    sources: those of the care lines. day: today, ISO, for the review line.
    """
    guide = view.guide
    numbers = Numbered(sources)
    if guide:
        numbers.start(guide.sources)
    blocks: list[Block] = [Title(text(f"Week {view.week}"), text(_dates(view)))]
    if view.week == 0:
        blocks.append(Paragraph(text(say.PERIOD_DAYS)))
    if view.reading.why:
        blocks.append(Paragraph(text(view.reading.why)))
    if not guide and view.week:
        blocks.append(Note(text(say.GUIDE_UNWRITTEN.format(week=view.week))))
    if not manner.calm:
        blocks += size_blocks(view.size, view.week, manner.units, mine=bool(view.moment))
    blocks += guide_sections(guide)
    blocks += reading_blocks(view.reading, say.READ_WEEK if guide else say.READ_ARTICLES)
    place = care_place(manner.country)
    blocks += care_blocks(view.care, place, place != "WHO", numbers)
    blocks.append(worried(who))
    blocks += numbers.blocks()
    if guide:
        blocks.append(review_note(guide.review, day))
    return tuple(blocks)


def _dates(view: WeekView) -> str:
    span = f"{view.week}+0 to {view.week}+6"
    if view.moment and view.moment.age is not None:
        first, last = week_dates(view.moment.due, view.week)
        span += f", for you {format_date(first)} to {format_date(last)}"
        if view.moment.week == view.week:
            span += " (this week)"
    return span


def guide_sections(guide: Guide | None) -> list[Block]:
    """Return the sections of a guide, each under its heading."""
    blocks: list[Block] = []
    for section in guide.sections if guide else ():
        blocks.append(Heading(text(section.title)))
        blocks.extend(section.blocks)
    return blocks


def after_birth_week(guide: Guide, reading_page: list[Block], who: Contacts, day: str) -> Page:
    """Return the guide of a week after birth."""
    numbers = Numbered(())
    numbers.start(guide.sources)
    title = "The first week" if guide.week == 0 else f"Week {guide.week}"
    blocks: list[Block] = [Title(text(f"{title} after birth")), Paragraph(text(guide.why))]
    blocks += guide_sections(guide)
    blocks += reading_page
    blocks.append(worried(who))
    blocks += numbers.blocks()
    blocks.append(review_note(guide.review, day))
    return tuple(blocks)


def size(
    week_number: int | None, sizes: Sequence[Size], manner: Manner, sources: Sequence[Source],
    mine: bool,
) -> Page:  # fmt: skip
    """Return the figures of a week and the growth chart; without a week the chart alone."""
    if manner.calm:
        return (Title(text(say.CALM_SIZES)), Note(text(Span("amma settings calm off", "command"))))
    units = manner.units
    blocks: list[Block] = []
    if week_number is None:
        blocks.append(Title(text(say.GROWTH)))
    else:
        blocks.append(Title(text(say.SIZE_WEEK.format(week=week_number))))
        one = next((s for s in sizes if s.week == week_number), None)
        blocks += size_blocks(one, week_number, units, mine)
    numbers = Numbered(sources)
    blocks += [_weights(sizes, week_number, units), *_notes(numbers, sizes)]
    blocks.append(Note(text(say.GROWTH_SAY)))
    return (*blocks, *numbers.blocks())


def _notes(numbers: Numbered, sizes: Sequence[Size]) -> list[Block]:
    lengths = list(dict.fromkeys(s.length.source for s in sizes if s.length))
    weights = list(dict.fromkeys(s.weight.source for s in sizes if s.weight))
    return [
        Paragraph(numbers.cited(say.CHART_BAND,
                                weights[:1])),
        Paragraph(numbers.cited(
            say.CHART_BIRTH, weights[1:])),
        Paragraph(numbers.cited(
            say.CHART_LENGTH, lengths)),
    ]  # fmt: skip


def _weights(sizes: Sequence[Size], here: int | None, units: str) -> Chart:
    scanned = [s for s in sizes if s.weight and FIRST_WEIGHED <= s.week < BIRTH_WEIGHTS]
    born = [s for s in sizes if s.weight and s.week >= BIRTH_WEIGHTS]
    series = tuple(
        _series(label, part)
        for label, part in ((say.BY_SCAN, scanned), (say.AT_BIRTH, born))
        if part
    )
    rows = tuple(_row(s, units) for s in sizes if s.length or s.weight)
    table = Table(("Week", "Length", "Middle weight", "8 in 10 babies"), rows, (0,))
    marked = "" if here is None else f"; drawn, the upright line is week {here}"
    return Chart(f"Weight in grams by week{marked}", "g", series, here, table)


def _series(label: str, part: list[Size]) -> Series:
    def line(pick: str) -> tuple[tuple[float, float], ...]:
        values = [(s.week, getattr(s.weight, pick)) for s in part]
        return tuple((float(w), float(v)) for w, v in values if v is not None)

    return Series(label, line("g"), line("p10"), line("p90"))


def _row(s: Size, units: str) -> tuple[str, ...]:
    length = length_words(s.length.mm, units) if s.length else ""
    if not s.weight:
        return str(s.week), length, "", ""
    middle = weight_words(s.weight.g, units)
    if s.week >= BIRTH_WEIGHTS:
        middle += " at birth"
    band = ""
    if s.weight.p10 is not None and s.weight.p90 is not None:
        band = f"{weight_words(s.weight.p10, 'metric')} to {weight_words(s.weight.p90, 'metric')}"
    return str(s.week), length, middle, band
