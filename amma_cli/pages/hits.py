"""The hits of a search, and lists of articles."""

from collections.abc import Sequence

from amma_cli import messages as say
from amma_cli.blocks import (
    Block,
    Entries,
    Entry,
    Heading,
    Note,
    Page,
    Paragraph,
    Span,
    Table,
    Text,
    Title,
    text,
)
from amma_cli.domain.age import plural
from amma_cli.domain.article import Card
from amma_cli.domain.contact import Contacts, filled
from amma_cli.pages.parts import card_entry


def hits(
    query: str, read: str, found: Sequence[tuple[Card, str, str]], who: Contacts,
    marks: tuple[str, str], meaning: tuple[str, str, str] | None = None,
) -> Page:  # fmt: skip
    """Return what was found: each with week, minutes and the passage that answers.

    read: the words after correction, "" where nothing was corrected. meaning: a medical word
    that was asked for, what it means, and the slug of its article or "".
    """
    blocks: list[Block] = []
    if meaning:
        term, words, _ = meaning
        blocks.append(Paragraph(text(Span(f"{term[0].upper()}{term[1:]}: ", "strong"), words)))
    if not found:
        return (
            Title(text(say.NO_HITS.format(query=query))),
            *blocks,
            Paragraph(text(filled(say.NO_HITS_CALL, who))),
            Note(text(say.ALL_THERE_IS, Span("amma list", "command"))),
        )
    count = plural(len(found), "article")
    blocks.insert(0, Title(text(say.HITS.format(count=count, query=query))))
    if read:
        blocks.append(Note(text(f"Read as: {read}")))
    blocks.append(
        Entries(tuple(_entry(card, heading, passage, marks) for card, heading, passage in found))
    )
    return tuple(blocks)


def _entry(card: Card, heading: str, passage: str, marks: tuple[str, str]) -> Entry:
    beside = [say.MINUTES.format(minutes=card.minutes)]
    if card.week is not None:
        beside.insert(0, say.WEEK_SHOWN.format(week=card.week))
    body = marked(passage, *marks)
    if heading != card.title:
        end = "" if heading.endswith(("?", ":", ".")) else ":"
        body = (Span(f"{heading}{end} ", "muted"), *body)
    return Entry(
        f"amma read {card.slug}", text(Span(card.title, "strong")), ", ".join(beside), body
    )


def marked(passage: str, opening: str, closing: str) -> Text:
    """Turn marks around matches into strong spans."""
    spans: list[Span] = []
    for number, part in enumerate(passage.split(opening)):
        if number == 0:
            spans.append(Span(part))
            continue
        match, _, rest = part.partition(closing)
        spans += [Span(match, "strong"), Span(rest)]
    return tuple(span for span in spans if span.text)


def articles(cards: Sequence[Card], title: str, *, by_topic: bool) -> Page:
    """Return a list of articles, under the headings of their topics where asked."""
    if not cards:
        return (Title(text(title)), Paragraph(text(say.NO_ARTICLES)))
    blocks: list[Block] = [Title(text(title))]
    several = len({card.topic for card in cards}) > 1 and by_topic
    for topic in dict.fromkeys(card.topic for card in cards) if several else ("",):
        group = [card for card in cards if not several or card.topic == topic]
        if several:
            blocks.append(Heading(text(topic.capitalize())))
        blocks.append(Entries(tuple(card_entry(card) for card in group)))
    return tuple(blocks)


def topics(rows: Sequence[tuple[str, int, int]]) -> Page:
    """Return topics with the articles written and planned."""
    table = tuple((topic, str(written), str(planned)) for topic, written, planned in rows)
    return (
        Title(text("Topics")),
        Table(("Topic", "Written", "Planned"), table, (1, 2)),
        Note(text(say.OF_ONE_TOPIC, Span("amma list --topic TOPIC", "command"))),
    )
