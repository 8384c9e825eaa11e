"""amma due and amma why: the date, how it was found, the sum behind today's number."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from amma_cli import messages as say
from amma_cli import messages_due as words
from amma_cli.blocks import (
    Block,
    Bullets,
    Entries,
    Entry,
    Facts,
    Heading,
    Note,
    Page,
    Paragraph,
    Span,
    Text,
    Title,
    text,
)
from amma_cli.domain.age import TERM_DAYS, Age, day_of, plural
from amma_cli.domain.article import Source
from amma_cli.domain.contact import Contacts
from amma_cli.domain.dates import format_date, format_weekday
from amma_cli.domain.dating import Dating
from amma_cli.domain.moment import SCHEMA, Moment
from amma_cli.domain.redating import Kept, explain_choice
from amma_cli.domain.stage import Stage
from amma_cli.pages.parts import Numbered, worried
from amma_cli.pages.today import since_words

Fact = tuple[str, tuple[str, ...]]
SHELLS = {
    "bash": "history -d -2",
    "zsh": "remove it from the file named by $HISTFILE",
    "fish": "history delete --contains 'amma due'",
}
INPUTS = {
    "date": "given on", "lmp": "period began", "cycle": "cycle", "conceived": "conception",
    "insemination": "insemination", "retrieval": "egg collection", "transfer": "transfer",
    "embryo_day": "age of the embryo", "scan": "scan", "at": "age at the scan",
    "crl": "length at the scan", "formula": "formula",
}  # fmt: skip
UNITS = {"cycle": "days", "embryo_day": "days", "crl": "mm"}


def record(
    chosen: Kept | None, kept: Sequence[Kept], moment: Moment | None, echoes: Sequence[str]
) -> dict[str, Any]:
    """Return what `amma due --json` writes; no age in stages that must not count."""
    out: dict[str, Any] = {"schema": SCHEMA, "due": None, "method": None, "inputs": {}}
    if chosen is not None and moment is not None and moment.stage != Stage.ENDED:
        out["due"] = chosen.dating.due.isoformat()
        out["method"] = chosen.dating.method
        out["inputs"] = dict(chosen.dating.inputs)
    if moment is not None:
        out["on"] = moment.on.isoformat()
        out["stage"] = moment.stage
        if moment.age is not None:
            out["age"] = {"weeks": moment.age.weeks, "days": moment.age.rest}
    notes = list(chosen.dating.notes) if chosen and out["due"] else []
    out["notes"] = [*echoes, *notes, *(explain_choice(kept) if out["due"] else ())]
    return out


def answer(
    kept: Sequence[Kept], chosen: Kept | None, new: Dating | None, moment: Moment | None,
    echoes: Sequence[str], *, stored: bool, undo: str, shell: str | None,
) -> Page:  # fmt: skip
    """Return the answer to a change: the date, what follows, how to take it back.

    shell: the path of the shell in whose history the date stands, None where it stands in none.
    """
    if chosen is None or moment is None:
        back = Span(undo, "command")
        return (Title(text(say.NO_DUE)), Note(text(say.BRING_BACK, back)))
    sentence = say.STORED if stored else say.WOULD
    title = sentence.format(date=format_weekday(chosen.dating.due))
    blocks: list[Block] = [Title(text(title), _under(moment))]
    notes = list(echoes)
    if new is not None:
        notes += new.notes
    if new is None or new.due != chosen.dating.due:
        notes += [n for n in chosen.dating.notes if n not in notes]
    notes += explain_choice(kept)
    if notes:
        blocks.append(Bullets(tuple(text(note) for note in notes)))
    if stored:
        blocks.append(Note(text(say.TAKE_BACK, Span(undo, "command"))))
        blocks.append(Note(text(say.YOUR_WEEK, Span("amma", "command"))))
    if shell is not None:
        how = next((h for name, h in SHELLS.items() if shell.endswith(name)), "see its manual")
        blocks.append(Note(text(say.HISTORY.format(how=how))))
    return tuple(blocks)


def _under(moment: Moment | None) -> Text:
    standing = _standing(moment) if moment else ""
    return text(standing) if standing else ()


def _standing(moment: Moment) -> str:
    if moment.age is not None:
        return f"Today, {format_date(moment.on)}: {moment.age.words}."
    if moment.stage == Stage.NOT_YET:
        start = format_date(day_of(moment.due, Age(0)))
        return say.COUNT_BEGINS.format(start=start)
    if moment.stage == Stage.AFTER_BIRTH:
        return f"{since_words(moment.days_since_birth or 0).rstrip('.')}."
    return say.UNKNOWN_HOW if moment.stage == Stage.UNKNOWN else ""


def without(who: Contacts) -> Page:
    """Return how a date is found where she knows none, and what works until then."""
    return (
        Title(text(words.WITHOUT)),
        Paragraph(text(words.WITHOUT_HOW, Span("amma due", "command"))),
        Heading(text(words.WITHOUT_WAYS)),
        Entries((
            Entry("amma search WORDS", text(words.WITHOUT_SEARCH)),
            Entry("amma week 20", text(words.WITHOUT_WEEK)),
            Entry("amma signs --week 20", text(words.WITHOUT_SIGNS)),
        )),
        worried(who),
    )  # fmt: skip


def shown(kept: Sequence[Kept], chosen: Kept, moment: Moment | None) -> Page:
    """Return the due date with how it was found, and the other datings."""
    if moment is not None and moment.stage == Stage.ENDED:
        return (
            Title(text(say.ENDED)),
            Note(text(say.CHANGE_THIS, Span("amma resume", "command"))),
        )
    due = format_weekday(chosen.dating.due)
    blocks: list[Block] = [Title(text(say.STORED.format(date=due)), _under(moment))]
    blocks.append(Facts(found(chosen)))
    notes = [*chosen.dating.notes, *explain_choice(kept)]
    blocks.append(Bullets(tuple(text(note) for note in notes)))
    blocks.append(Entries((
        Entry("amma why", text(say.GO_WHY)),
        Entry("amma due DATE", text(say.GO_DUE)),
    )))  # fmt: skip
    return tuple(blocks)


def found(chosen: Kept) -> tuple[tuple[str, Text], ...]:
    """Return how a due date was found and when it was recorded, as labelled values."""
    dating = chosen.dating
    how = say.METHOD[dating.method]
    parts = []
    for key, value in dating.inputs.items():
        if key == "date":
            continue
        words = str(value)
        if key in ("lmp", "conceived", "insemination", "retrieval", "transfer", "scan"):
            words = format_date(date.fromisoformat(words))
        parts.append(f"{INPUTS[key]} {words} {UNITS.get(key, '')}".strip())
    if parts:
        how += f": {', '.join(parts)}"
    return (("Found", text(how)), ("Recorded", text(format_date(chosen.on))))


def why(
    moment: Moment, chosen: Kept, kept: Sequence[Kept], facts: Mapping[str, Fact],
    sources: Sequence[Source], *, calm: bool,
) -> Page:  # fmt: skip
    """Return the sum: the date, who gave it, the days counted, what would change it."""
    if moment.age is None:
        return _why_uncounted(moment, kept, chosen)
    numbers = Numbered(sources)
    age, start = moment.age, day_of(moment.due, Age(0))
    blocks: list[Block] = [Title(text(f"Why {age.words}?"))]
    counted = f"{format_date(start)} to {format_date(moment.on)}: {plural(age.days, 'day')}"
    blocks.append(Facts((
        ("Due date", text(format_weekday(moment.due))),
        *found(chosen),
        ("Day 0", text(f"{format_weekday(start)}, {TERM_DAYS} days before the due date")),
        ("Counted", text(f"{counted} = {age.weeks} x 7 + {age.rest}")),
        ("To go", text(f"{TERM_DAYS} - {age.days} = {plural(moment.days_to_go, 'day')}")),
    )))  # fmt: skip
    blocks.append(Paragraph(numbers.cited(*facts["counting"])))
    blocks += [Heading(text(say.OTHER_WORDS)), Facts(_names(age))]
    rule = "trimester-nhs" if moment.country in ("GB", "IE") else "trimester-acog"
    blocks.append(Paragraph(numbers.cited(*facts[rule])))
    if not calm:
        blocks += _range(moment, numbers, facts)
    blocks += _changes(kept, chosen, numbers, facts)
    if moment.country == "GB":
        blocks += _work(moment.due, numbers, facts)
    return (*blocks, *numbers.blocks())


def _why_uncounted(moment: Moment, kept: Sequence[Kept], chosen: Kept) -> Page:
    if moment.stage in (Stage.ENDED, Stage.AFTER_BIRTH):
        return shown(kept, chosen, moment)
    title = say.WHY_NONE
    reason = say.UNKNOWN_WHY.format(due=format_date(moment.due))
    if moment.stage == Stage.NOT_YET:
        reason = say.NOT_YET_WHY.format(due=format_date(moment.due))
    return (Title(text(title)), Paragraph(text(reason)), Facts(found(chosen)))


def _names(age: Age) -> tuple[tuple[str, Text], ...]:
    rows = [
        ("Your midwife", text(f"{age.words}, or “{age.weeks} plus {age.rest}”")),
        ("A scan report", text(f"{age.short}, or {age.weeks} {age.rest}/7")),
        ("Some apps", text(f"week {age.ordinal_week}: they name the week you are in,"
                           f" {age.weeks} is how many are complete")),
    ]  # fmt: skip
    if age.days >= 14:
        since = Age(age.days - 14)
        rows.append(("Embryology", text(f"{since.words} since conception, two weeks less")))
    return tuple(rows)


def _range(moment: Moment, numbers: Numbered, facts: Mapping[str, Fact]) -> list[Block]:
    two = timedelta(days=14)
    span = f"{format_date(moment.due - two)} to {format_date(moment.due + two)}"
    return [
        Heading(text(say.WHEN_BABIES)),
        Paragraph(numbers.cited(*facts["on-the-day"])),
        Paragraph(numbers.cited(*facts["around"])),
        Paragraph(text(say.TWO_WEEKS.format(span=span))),
        Paragraph(numbers.cited(*facts["natural-spread"])),
    ]


def _changes(
    kept: Sequence[Kept], chosen: Kept, numbers: Numbered, facts: Mapping[str, Fact]
) -> list[Block]:
    items = [text(sentence) for sentence in explain_choice(kept)]
    if chosen.dating.method in ("retrieval", "transfer"):
        items.append(numbers.cited(*facts["embryo-date"]))
    else:
        items.append(numbers.cited(*facts["scan-date"]))
        items.append(numbers.cited(*facts["rarely-changed"]))
    items.append(text(say.NOTES_FIRST, Span("amma due DATE", "command"), "."))
    return [Heading(text(say.WHAT_CHANGES)), Bullets(tuple(items))]


def _work(due: date, numbers: Numbered, facts: Mapping[str, Fact]) -> list[Block]:
    from amma_cli.domain.work_dates import work_dates

    dates = work_dates(due)
    weeks = f"{format_date(dates.expected_week_starts)} to {format_date(dates.expected_week_ends)}"
    tell = (
        f"{format_date(dates.qualifying_week_starts)} to {format_date(dates.qualifying_week_ends)}:"
        " tell your employer by its end"
    )
    return [
        Heading(text(say.FOR_WORK)),
        Facts((
            ("Expected week", text(weeks)),
            ("Qualifying week", text(tell)),
            ("Earliest leave", text(format_date(dates.earliest_leave))),
            ("MAT B1 from", text(format_date(dates.mat_b1_from))),
        )),
        Paragraph(numbers.cited(*facts["work"])),
    ]  # fmt: skip


def why_record(moment: Moment, chosen: Kept) -> dict[str, Any]:
    """Return what `amma why --json` writes."""
    out = record(chosen, (chosen,), moment, ())
    if moment.age is not None:
        out["day_zero"] = day_of(moment.due, Age(0)).isoformat()
        out["days"] = moment.age.days
        out["days_to_go"] = moment.days_to_go
        out["names"] = {"short": moment.age.short, "ordinal_week": moment.age.ordinal_week}
    return out
