"""What an article, a guide and a source are, once read from the library."""

from typing import NamedTuple

from amma_cli.blocks import Block, Text, Urgency

# The four headings of help, the most urgent first, and the urgency of each.
HELP_HEADINGS: dict[Urgency, str] = {
    "emergency": "Call the emergency number now",
    "urgent": "Call your maternity unit now, day or night",
    "soon": "Call within 24 hours",
    "mention": "Mention at the next visit",
}
WORDS_A_MINUTE = 200

# Topics that meet everybody; of what fits a week they come before illness and loss.
EVERYDAY = ("baby", "basics", "birth", "body", "care", "food", "living", "medicines", "partners")


class HelpItem(NamedTuple):
    """A bullet of "When to get help" with the keys of its warning signs."""

    urgency: Urgency
    spans: Text
    signs: tuple[str, ...]


class Section(NamedTuple):
    """A part of an article's body under one heading."""

    title: str
    blocks: tuple[Block, ...]


class Review(NamedTuple):
    """Who has looked at a text and when. Dates are ISO."""

    status: str
    written: str
    checked: str
    next_check: str
    reviewer: str = ""


class Source(NamedTuple):
    """A source as it is cited. `day` is when it was last looked at (ISO)."""

    key: str
    title: str
    publisher: str
    year: int | None
    kind: str
    address: str
    seen: str
    seen_in: str
    day: str


class Card(NamedTuple):
    """What a list shows of an article."""

    slug: str
    title: str
    topic: str
    weeks: tuple[int, int] | None
    after_birth: tuple[int, int] | None
    week: int | None
    minutes: int
    summary: str


class Article(NamedTuple):
    """A whole article. `sources` are keys in order of first use."""

    card: Card
    aliases: tuple[str, ...]
    related: tuple[Card, ...]
    takeaways: tuple[str, ...]
    help: tuple[HelpItem, ...]
    sections: tuple[Section, ...]
    questions: tuple[Section, ...]
    sources: tuple[Source, ...]
    review: Review


class Guide(NamedTuple):
    """A weekly guide. `kind` is "pregnancy" or "after-birth"."""

    kind: str
    week: int
    lead: str
    read: tuple[str, ...]
    why: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    review: Review


def led_week(leads: int | None, peak: tuple[int, int] | None) -> int | None:
    """Return the week shown beside an article: the one it leads, else its middle peak."""
    if leads is not None:
        return leads
    if peak is None:
        return None
    return (peak[0] + peak[1]) // 2


def reading_minutes(words: int) -> int:
    """Return whole minutes for `words` at 200 words a minute, rounded up, at least 1."""
    return max(1, -(-words // WORDS_A_MINUTE))
