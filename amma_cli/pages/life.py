"""What is said when a birth or an end is recorded: little, and kind."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from amma_cli import messages as say
from amma_cli import messages_own as own
from amma_cli.blocks import Bullets, Entries, Entry, Note, Page, Paragraph, Span, Title, text
from amma_cli.domain.article import Card
from amma_cli.domain.contact import Contacts, filled
from amma_cli.domain.dates import format_date
from amma_cli.domain.moment import Moment
from amma_cli.domain.stage import Stage
from amma_cli.pages.parts import card_entry


class Aside(Protocol):
    """What a list shows of a pregnancy that was put aside."""

    @property
    def number(self) -> int: ...
    @property
    def on(self) -> date: ...
    @property
    def due(self) -> date | None: ...


def _back(command: str) -> Note:
    return Note(text(say.TAKE_BACK, Span(command, "command")))


def born(day: str, iso: str, newborn: bool) -> Page:
    """Return the answer to a recorded birth; it congratulates nobody, it cannot know."""
    turn = ("amma born " + iso) + (" --no-newborn" if newborn else " --newborn")
    words = own.BORN_WITHOUT if newborn else own.BORN_WITH
    return (
        Title(text(own.BORN.format(day=day))),
        Paragraph(text(own.BORN_NOW, Span("amma", "command"))),
        Note(text(words, Span(turn, "command"))),
        _back("amma resume"),
    )


def end(hidden: bool, who: Contacts) -> Page:
    """Return the answer to an end: nothing is counted any more, nothing was deleted."""
    return (
        Title(text(own.END)),
        Paragraph(text(own.END_HIDDEN if hidden else own.END_KEPT)),
        Paragraph(text(filled(own.END_UNWELL, who))),
        Note(text(own.END_READING, Span("amma end --reading", "command"))),
        Note(text(own.END_CALENDAR, Span("amma calendar", "command"))),
        _back("amma resume"),
    )


def erased() -> Page:
    """Return the answer to --erase."""
    return (Title(text(own.FORGET_DONE)), Paragraph(text(own.FORGET_REACH)))


def support(cards: Sequence[Card]) -> Page:
    """Return the reading that is offered after an end, on request only."""
    if not cards:
        return (Title(text(own.NO_SUPPORT)),)
    return (Title(text(own.SUPPORT)), Entries(tuple(card_entry(card) for card in cards)))


def resumed(moment: Moment) -> Page:
    """Return the answer to resume."""
    words = moment.age.words if moment.age else ""
    if moment.stage == Stage.UNKNOWN:
        words = say.UNKNOWN
    page: Page = (Title(text(own.RESUMED)),)
    return (*page, Paragraph(text(words))) if words else page


def anew(number: int) -> Page:
    """Return the answer to new."""
    return (
        Title(text(own.NEW)),
        Paragraph(text(own.NEW_ASIDE.format(number=number))),
        Entries((
            Entry("amma due", text(own.NEW_DUE)),
            Entry("amma resume", text(own.NEW_BACK)),
            Entry("amma calendar --remove", text(own.NEW_CALENDAR)),
            Entry(f"amma new --show {number}", text(own.NEW_SHOW)),
            Entry(f"amma new --remove {number}", text(own.NEW_REMOVE)),
        )),
    )  # fmt: skip


def past(items: Sequence[Aside]) -> Page:
    """Return what was put aside: number and day, nothing else by itself."""
    if not items:
        return (Title(text(own.NEW_NONE)),)
    lines = tuple(text(own.NEW_LINE.format(number=p.number, day=format_date(p.on))) for p in items)
    return (Title(text(own.NEW_LIST)), Bullets(lines))


def one_past(item: Aside, notes: Sequence[tuple[str, str]]) -> Page:
    """Return one of them, asked for by its number."""
    lines = tuple(text(Span(f"{when[:10]} ", "muted"), note) for when, note in notes)
    page: Page = (
        Title(text(own.NEW_LINE.format(number=item.number, day=format_date(item.on)))),
        Paragraph(text(own.NEW_DATE.format(day=format_date(item.due) if item.due else "none"))),
    )
    return (*page, Bullets(lines)) if lines else page


def removed(number: int) -> Page:
    """Return the answer to a removal."""
    return (Title(text(own.NEW_REMOVED.format(number=number))),)
