"""The card of a day, one for each stage."""

from amma_cli import messages as say
from amma_cli.blocks import (
    Block,
    Entries,
    Entry,
    Heading,
    Meter,
    Note,
    Page,
    Paragraph,
    Span,
    Title,
    text,
)
from amma_cli.domain.age import Age, day_of, plural
from amma_cli.domain.contact import Contacts, filled
from amma_cli.domain.dates import format_date, format_weekday
from amma_cli.domain.moment import TERM, Moment, WeekView
from amma_cli.domain.settings import Manner
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import Reading, care_place
from amma_cli.pages.parts import (
    Numbered,
    care_blocks,
    reading_blocks,
    size_blocks,
    worried,
)

YEAR = 365  # days after birth from which nothing is counted (design, Stage)


def welcome(who: Contacts) -> Page:
    """Return the first minute: what it is, two examples, the next command, whom to call."""
    return (
        Title(text(say.WHAT_IT_IS)),
        Paragraph(text(say.WHAT_IT_DOES)),
        Entries(
            (
                Entry("amma week 20", text(say.TRY_WEEK)),
                Entry('amma search "pressure down there"', text(say.TRY_SEARCH)),
            )
        ),
        Paragraph(text(say.GIVE_DUE + " ", Span("amma due", "command"))),
        worried(who),
    )


def today(view: WeekView, moment: Moment, method: str, who: Contacts, manner: Manner) -> Page:
    """Return the card of a day that counts: week, size, reading, care, whom to call."""
    week = moment.guide_week or 1
    blocks = top(view, moment, method, who, manner)
    blocks += reading_blocks(view.reading, say.READ_WEEK)
    place = care_place(moment.country)
    known = place != "WHO"
    blocks += care_blocks(view.care, place, known, Numbered((), shown=False))
    command = Span(f"amma week {week}", "command")
    whole = say.WHOLE_GUIDE if view.reading.guide_written else say.NO_GUIDE.format(week=week)
    blocks.append(Note(text(whole, command)))
    blocks.append(worried(who))
    return tuple(blocks)


def top(view: WeekView, moment: Moment, method: str, who: Contacts, manner: Manner) -> list[Block]:
    """Return the upper part of the card, with which a check-in begins too: week, size, thread."""
    week = moment.guide_week or 1
    blocks = _head(moment, method, who, manner)
    if not manner.calm:
        blocks += size_blocks(view.size, week, manner.units, mine=True)
    if view.reading.why:
        thread = say.THREAD.format(week=week, why=view.reading.why)
        blocks.append(Paragraph(text(thread)))
    return blocks


def _head(moment: Moment, method: str, who: Contacts, manner: Manner) -> list[Block]:
    age = moment.age or Age(0)
    due = say.DUE_ON.format(date=format_weekday(moment.due), method=say.METHOD[method])
    words = age.words if age.weeks else f"0 weeks {plural(age.days, 'day')}"
    blocks: list[Block] = [Title(text(f"{words} ({_ordinal(age)})"), text(due))]
    if moment.stage == Stage.PAST_DUE:
        late = plural(-moment.days_to_go, "day")
        blocks.append(Heading(text(say.PAST_DUE.format(days=late))))
        blocks.append(Paragraph(text(Span(filled(say.PAST_DUE_FIRST, who), "strong"))))
        blocks.append(Paragraph(text(say.PAST_DUE_CARE)))
    elif moment.days_to_go == 0:
        blocks.append(Paragraph(text(Span(say.DUE_TODAY, "strong"))))
    elif manner.calm:
        blocks.append(Paragraph(text(say.TRIMESTERS[moment.trimester or 1])))
    else:
        blocks.append(_meter(moment, age))
    if moment.week == 0:
        blocks.append(Paragraph(text(say.PERIOD_DAYS)))
    return blocks


def _meter(moment: Moment, age: Age) -> Meter:
    percent = 100 * age.days // TERM
    far = say.FAR.format(percent=percent, days=plural(moment.days_to_go, "day"))
    return Meter(age.days, TERM, f"{say.TRIMESTERS[moment.trimester or 1]}: {far}")


def _ordinal(age: Age) -> str:
    return say.ORDINAL.format(ordinal=age.ordinal_words)


def not_yet(moment: Moment) -> Page:
    """Return the card before 0+0: the date of 0+0, and what to do before."""
    start = format_weekday(day_of(moment.due, Age(0)))
    check = say.NOT_YET_CHECK.format(command="amma why")
    return (
        Title(text(say.NOT_YET.format(date=start))),
        Paragraph(text(say.NOT_YET_WHY.format(due=format_date(moment.due)))),
        Paragraph(text(say.NOT_YET_DO)),
        Note(text(check)),
    )


def unknown(moment: Moment, who: Contacts) -> Page:
    """Return the card from 43+0 with nothing recorded: the same four ways on, no week."""
    ways = tuple(Entry(command, text(words)) for command, words in say.UNKNOWN_WAYS)
    return (
        Title(text(say.UNKNOWN)),
        Paragraph(text(say.UNKNOWN_WHY.format(due=format_date(moment.due)))),
        Entries(ways),
        Paragraph(text(Span(filled(say.UNKNOWN_CALL, who), "strong"))),
    )


def after_birth(moment: Moment, reading: Reading, who: Contacts) -> Page:
    """Return the card after a birth: days and weeks since, and the reading of that week."""
    days = moment.days_since_birth or 0
    if days > YEAR:
        return (Title(text(say.AFTER_BIRTH_LATE)), worried(who))
    blocks = since_birth(days, reading)
    blocks += reading_blocks(reading, say.READ_WEEK)
    if reading.guide_written:
        command = f"amma week {days // 7} --after-birth"
        blocks.append(Note(text(say.WHOLE_GUIDE_AFTER, Span(command, "command"))))
    blocks.append(worried(who))
    return tuple(blocks)


def since_words(days: int) -> str:
    """Return the time since a birth in words; after a year only that nothing is counted."""
    if days > YEAR:
        return say.AFTER_BIRTH_LATE
    return say.AFTER_BIRTH.format(weeks=Age(days).words) if days else say.AFTER_BIRTH_DAY


def since_birth(days: int, reading: Reading) -> list[Block]:
    """Return the upper part of the card after a birth: the time since, and the thread."""
    blocks: list[Block] = [Title(text(since_words(days)))]
    if reading.why and days <= YEAR:
        blocks.append(Paragraph(text(reading.why)))
    return blocks


def ended() -> Page:
    """Return the card after an end: no date, no count, nothing assumed."""
    more = say.ENDED_MORE.format(read="amma search WORDS", resume="amma resume")
    return (Title(text(say.ENDED)), Note(text(more)))
