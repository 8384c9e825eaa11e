"""The block types: what a page is made of, and all that a painter knows.

Every block is a NamedTuple: frozen, slotted in effect, and cheap to define,
since a start pays for each class. Painters know nothing of pregnancies.
"""

from datetime import date
from typing import Literal, NamedTuple

# Styles a span may have; "" is plain text.
# cite: a number in brackets, target is the source's key; link: target is a slug,
# on paper the name of a chapter.
Style = Literal["", "strong", "em", "cite", "link", "muted", "command"]
Urgency = Literal["emergency", "urgent", "soon", "mention"]


class Span(NamedTuple):
    """A run of text in one style."""

    text: str
    style: Style = ""
    target: str = ""


Text = tuple[Span, ...]


def text(*parts: str | Span) -> Text:
    """Build a text from plain strings and spans."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def plain(spans: Text) -> str:
    """Return the characters of a text without its styles."""
    return "".join(span.text for span in spans)


class Title(NamedTuple):
    """The first line of a page, with a smaller line under it."""

    spans: Text
    under: Text = ()


class Heading(NamedTuple):
    """A heading inside a page, level 2 or 3; one lower inside a chapter."""

    spans: Text
    level: int = 2


class Chapter(NamedTuple):
    """Where a text of a booklet begins, on paper only: a heading of level 2 on a new page.

    name: what a link to it has as its target. number: 0 for a part that is not counted.
    """

    name: str
    number: int
    spans: Text
    under: Text = ()

    @property
    def lead(self) -> str:
        """What stands before its words: "3. ", nothing for a part that is not counted."""
        return f"{self.number}. " if self.number else ""


class Contents(NamedTuple):
    """The contents of a booklet: every chapter of the page, in order, the numbered ones first."""

    heading: str
    chapters: tuple[Chapter, ...]


class Paragraph(NamedTuple):
    """Running text."""

    spans: Text


class Bullets(NamedTuple):
    """An unordered list."""

    items: tuple[Text, ...]


class Steps(NamedTuple):
    """A numbered list."""

    items: tuple[Text, ...]


class Facts(NamedTuple):
    """Labels with values, one a line."""

    rows: tuple[tuple[str, Text], ...]


class HelpGroup(NamedTuple):
    """Signs that need the same call: the heading says the call in words.

    first: the number of the first item where they are numbered to choose from, 0 where not.
    """

    urgency: Urgency
    heading: str
    items: tuple[Text, ...]
    first: int = 0

    def lead(self, place: int, bullet: str) -> str:
        """Return what stands before the item at a place, counted from 0."""
        return f"{self.first + place}. " if self.first else bullet


class HelpBox(NamedTuple):
    """When to get help: whom to call first of all, then groups from the most urgent.

    level: of its heading; those of its groups are one lower.
    """

    heading: str
    groups: tuple[HelpGroup, ...]
    contacts: tuple[Text, ...] = ()
    level: int = 2


class Table(NamedTuple):
    """Rows under a head; `numeric` names the columns set to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


class Entry(NamedTuple):
    """One thing to choose from: its title, what is said beside it, a text."""

    name: str
    title: Text
    beside: str = ""
    body: Text = ()
    mark: bool = False


class Entries(NamedTuple):
    """A list of things to choose from."""

    items: tuple[Entry, ...]


class Meter(NamedTuple):
    """How far along: `done` of `total`, said in `label`."""

    done: int
    total: int
    label: str


class Series(NamedTuple):
    """A line of a chart; low and high draw its band where both are given."""

    label: str
    points: tuple[tuple[float, float], ...]
    low: tuple[tuple[float, float], ...] = ()
    high: tuple[tuple[float, float], ...] = ()


class Chart(NamedTuple):
    """Values over weeks. `table` says the same in text and always exists.

    floor: where the axis of values begins. limits: lines across, each with its name.
    """

    caption: str
    unit: str
    series: tuple[Series, ...]
    here: float | None
    table: Table
    floor: float = 0.0
    limits: tuple[tuple[str, float], ...] = ()


class Diagram(NamedTuple):
    """A drawing in plain characters; `words` says the same and always stands beside it."""

    caption: str
    words: Text
    lines: tuple[str, ...]


class Reference(NamedTuple):
    """A numbered source; the address stands on a line of its own."""

    number: int
    words: str
    address: str = ""


class References(NamedTuple):
    """The sources of a page, in order of first use."""

    items: tuple[Reference, ...]


class Event(NamedTuple):
    """An entry of a calendar, no part of a page.

    start, end: days, or local times without a zone; the end is the first one after it.
    lines: what is said under the title.
    """

    uid: str
    start: date
    end: date
    title: str
    lines: tuple[str, ...]
    alarm: bool = False
    cancelled: bool = False


class Note(NamedTuple):
    """A quiet closing line: disclaimer, review status, the next command."""

    spans: Text


Block = (
    Title
    | Heading
    | Chapter
    | Contents
    | Paragraph
    | Bullets
    | Steps
    | Facts
    | HelpBox
    | Table
    | Entries
    | Meter
    | Chart
    | Diagram
    | References
    | Note
)
Page = tuple[Block, ...]
