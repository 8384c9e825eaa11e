"""The sheet for an appointment: its parts, what may be left out, the questions."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from amma_cli import messages_visit as words
from amma_cli.blocks import (
    Block,
    Bullets,
    Chart,
    Diagram,
    Entries,
    Entry,
    Facts,
    Heading,
    Note,
    Page,
    Paragraph,
    Series,
    Span,
    Steps,
    Table,
    Text,
    Title,
    text,
)
from amma_cli.domain.age import Age, age_on, day_of, plural
from amma_cli.domain.chart import Logged, lines_of
from amma_cli.domain.dates import format_date, format_weekday
from amma_cli.domain.logged import value_words
from amma_cli.domain.redating import BY, Kept
from amma_cli.domain.visit import PARTS, Noted, medicines, said
from amma_cli.pages.due import found

CHARTED = 3  # values from which a line is worth drawing
RULES = (*("." * 60, "") * 5, "." * 60)  # lines to write on
DRAWN = ("weight", "bp", "glucose", "temp")


class Dates(NamedTuple):
    """The dating that counts and the others, and a birth; `counting`: an age may be shown."""

    chosen: Kept
    kept: tuple[Kept, ...]
    born: date | None
    counting: bool


class Sheet(NamedTuple):
    """All that a sheet is made from.

    start: since when. dates: None where none may be shown. labels: signs and symptoms by key;
    what is not in it is not shown. units: "metric" or "both".
    """

    now: datetime
    start: datetime | None
    dates: Dates | None
    noted: tuple[Noted, ...]
    questions: tuple[Noted, ...]
    labels: Mapping[str, str]
    units: str


class Part(NamedTuple):
    """A part that can be left out: its key, what is in it, and the entries behind it."""

    key: str
    blocks: tuple[Block, ...]
    entries: tuple[Noted, ...] = ()

    @property
    def title(self) -> str:
        """What it is called, with how many entries it holds."""
        name = words.PARTS[self.key]
        if not self.entries:
            return name
        count = plural(len(self.entries), "entry", "entries")
        return words.COUNTED.format(title=name, count=count)


def parts(sheet: Sheet) -> tuple[Part, ...]:
    """Return the parts that have something in them; the space to write always has."""
    found: list[Part] = []
    for key, kinds in PARTS.items():
        entries = tuple(one for one in sheet.noted if one.kind in kinds)
        if key == "dating" and sheet.dates is not None:
            found.append(Part(key, (Facts(_dating(sheet, sheet.dates)),)))
        elif key == "questions" and sheet.questions:
            items = tuple(text(said(one)) for one in sheet.questions)
            found.append(Part(key, (Bullets(items),), sheet.questions))
        elif key == "space":
            found.append(Part(key, (Diagram(words.PARTS[key], text(words.SPACE), RULES),)))
        elif key == "medicines" and entries:
            found.append(Part(key, (_medicines(entries),), entries))
        elif key == "symptoms":
            told = tuple(one for one in entries if _told(one, sheet.labels))
            rows = [(one, _told(one, sheet.labels)) for one in told]
            found += [Part(key, (_table(sheet, words.WHAT, rows),), told)] if told else []
        elif entries and key not in ("dating", "questions"):
            found.append(Part(key, (_logged(sheet, key, entries),), entries))
    return tuple(found)


def _dating(sheet: Sheet, dates: Dates) -> tuple[tuple[str, Text], ...]:
    chosen, day = dates.chosen, sheet.now.date()
    due = chosen.dating.due
    rows = [(words.DUE, text(format_weekday(due))), *found(chosen)]
    if dates.counting:
        age = age_on(due, day)
        rows.append((words.AGE.format(on=format_date(day)), text(f"{age.words} ({age.short})")))
    if dates.born is not None:
        rows.append((words.BORN, text(format_date(dates.born))))
    others = [one for one in dates.kept if one != chosen]
    if others:
        listed = "; ".join(
            f"{BY[one.dating.method]}: {format_date(one.dating.due)}" for one in others
        )
        rows.append((words.OTHERS, text(listed)))
    return tuple(rows)


def _told(one: Noted, labels: Mapping[str, str]) -> str:
    """Return a symptom, or what was ticked at a check-in, in words; notes of those stay hers."""
    if one.kind == "symptom":
        return said(one)
    keys = [*_keys(one, "signs"), *_keys(one, "symptoms")]
    return "; ".join(labels[key] for key in keys if key in labels)


def _keys(one: Noted, name: str) -> list[str]:
    found = one.data.get(name, [])
    return [str(key) for key in found] if isinstance(found, list) else []


def _logged(sheet: Sheet, key: str, entries: Sequence[Noted]) -> Block:
    """Return entries of a kind: a chart with its table where there is enough for a line."""
    several = key == "readings"
    rows = [(one, _measured(one, sheet.units, named=several)) for one in entries]
    table = _table(sheet, words.PARTS[key], [row for row in rows if row[1]])
    lines = lines_of(key, _points(sheet, entries)) if key in DRAWN else ()
    points = [point for line in lines for point in line.points]
    if max((len(line.points) for line in lines), default=0) < CHARTED:
        return table
    caption = words.CAPTION if _weeks(sheet) is not None else words.CAPTION_DAYS
    low = min(value for _, value in points)
    series = tuple(Series(line.name, line.points) for line in lines)
    name = caption.format(title=words.PARTS[key], unit=words.UNITS[key])
    floor = max(0.0, low - (1 if key in ("temp", "glucose") else 3 + low % 5))
    return Chart(name, words.UNITS[key], series, None, table, floor)


def _measured(one: Noted, units: str, *, named: bool) -> str:
    values = one.data.get("values")
    measured = value_words(one.kind, values, units) if isinstance(values, dict) else ""
    if named and measured:
        measured = f"{one.kind}: {measured}"
    summary = str(one.data.get("summary", ""))
    return "; ".join(part for part in (measured, summary, one.note) if part)


def _weeks(sheet: Sheet) -> date | None:
    """Return the due date that weeks are counted by, None where none may be shown."""
    return sheet.dates.chosen.dating.due if sheet.dates and sheet.dates.counting else None


def _points(sheet: Sheet, entries: Sequence[Noted]) -> list[Logged]:
    """Return entries with their place on the line of time: weeks, or days since the first."""
    due = _weeks(sheet)
    zero = datetime.combine(entries[0].when.date(), datetime.min.time())
    if due is not None:
        zero = datetime.combine(day_of(due, Age(0)), datetime.min.time())
    unit = timedelta(days=1 if due is None else 7)
    return [Logged(one.when, (one.when - zero) / unit, one.kind, one.data) for one in entries]


def _table(sheet: Sheet, head: str, rows: Sequence[tuple[Noted, str]]) -> Table:
    due = _weeks(sheet)
    cells = []
    for one, words_of in rows:
        week = () if due is None else (age_on(due, one.when.date()).short,)
        cells.append((f"{one.when:%Y-%m-%d %H:%M}", *week, words_of))
    heads = (words.DAY, head) if due is None else (words.DAY, words.WEEK, head)
    return Table(heads, tuple(cells))


def _medicines(entries: Sequence[Noted]) -> Table:
    rows = tuple(
        (one.what, str(one.times), one.first.isoformat(), one.last.isoformat())
        for one in medicines(entries)
    )
    return Table((words.WHAT, words.TIMES, words.FIRST, words.LAST), rows, (1,))


def sheet_page(sheet: Sheet, chosen: Sequence[Part]) -> Page:
    """Return the sheet with the parts that stay."""
    on = format_date(sheet.now.date())
    under = words.EVERYTHING.format(on=on)
    if sheet.start is not None:
        under = words.SINCE.format(on=on, since=format_date(sheet.start.date()))
    blocks: list[Block] = [Title(text(words.TITLE), text(under))]
    for part in chosen:
        if part.key != "space":
            blocks.append(Heading(text(words.PARTS[part.key])))
        blocks += part.blocks
    if not any(part.entries for part in chosen):
        command = Span(words.ASK_COMMAND, "command")
        blocks += [Paragraph(text(words.NOTHING)), Note(text(words.NOTHING_HOW, command))]
    blocks.append(Note(text(words.RECORD)))
    return tuple(blocks)


def choice(found: Sequence[Part]) -> Page:
    """Return the numbered list of what can be left out."""
    items = tuple(text(part.title) for part in found)
    return (Heading(text(words.CHOICE)), Steps(items))


def asked(question: str) -> Page:
    """Return the answer to a question that was kept."""
    command = Span("amma journal undo", "command")
    return (Paragraph(text(words.ASKED.format(question=question))),
            Note(text(words.BACK, command)))  # fmt: skip


def question_list(still: Sequence[Noted], done: Sequence[Noted]) -> Page:
    """Return the open questions, then those that are done."""
    blocks: list[Block] = [Title(text(words.QUESTIONS))]
    if not still and not done:
        blocks.append(Paragraph(text(words.NO_QUESTIONS)))
    if still:
        blocks.append(Entries(tuple(_question(one) for one in still)))
        blocks.append(Note(text(words.TICK_HOW, Span(f"amma visit done {still[0].id[:6]}",
                                                     "command"))))  # fmt: skip
    if done:
        blocks.append(Heading(text(words.ANSWERED)))
        blocks.append(Entries(tuple(_question(one) for one in done)))
    blocks.append(Note(text(words.ASK_HOW, Span(words.ASK_COMMAND, "command"))))
    return tuple(blocks)


def _question(one: Noted) -> Entry:
    return Entry("", text(said(one)), one.id[:6])


def changed(ticked: Sequence[Noted], *, done: bool) -> Page:
    """Return the answer to questions that were ticked, or opened again."""
    if not ticked:
        return (Paragraph(text(words.NONE_OPEN)),)
    template = words.DONE if done else words.OPEN
    lines = [Paragraph(text(template.format(question=said(one)))) for one in ticked]
    verb = "open" if done else "done"
    names = " ".join(one.id[:6] for one in ticked)
    return (*lines, Note(text(words.BACK, Span(f"amma visit {verb} {names}", "command"))))
