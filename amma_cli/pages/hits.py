"""The hits of a search, and lists of articles."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from amma_cli import messages as say
from amma_cli.blocks import (
    Block,
    Entries,
    Entry,
    Heading,
    HelpBox,
    HelpGroup,
    Note,
    Page,
    Paragraph,
    Span,
    Table,
    Text,
    Title,
    Urgency,
    text,
)
from amma_cli.domain.age import plural
from amma_cli.domain.article import HELP_HEADINGS, Card
from amma_cli.domain.contact import Contacts, filled
from amma_cli.domain.safety import Fired, Judgement
from amma_cli.domain.week import Region
from amma_cli.pages.parts import card_entry, contact_lines, worried
from amma_cli.pages.signs import OPENING

MOST_HEARD = 3  # signs of one level that are named: the call is the same for each
HEARD_TOGETHER: tuple[Urgency, ...] = ("emergency", "urgent")


class Answer(NamedTuple):
    """What a search found, for the page. query: as typed, shortened for showing.

    read: the words after correction, "" where nothing was corrected. meaning: a medical word that
    was asked for, what it means, the slug of its article or "". unknown: words that no text holds.
    """

    query: str
    found: Sequence[tuple[Card, str, str]]
    read: str = ""
    meaning: tuple[str, str, str] | None = None
    unknown: tuple[str, ...] = ()


def hits(answer: Answer, box: HelpBox | None, who: Contacts, marks: tuple[str, str]) -> Page:
    """Return what was found: each with week, minutes and the passage that answers.

    box: what to do first where a warning sign was heard; without one, whom to call stands last.
    """
    blocks: list[Block] = []
    if answer.meaning:
        term, words, _ = answer.meaning
        blocks.append(Paragraph(text(Span(f"{term[0].upper()}{term[1:]}: ", "strong"), words)))
    call = [] if box else [Paragraph(text(filled(say.NO_HITS_CALL, who)))]
    first = [box] if box else []
    if not answer.found:
        title = Title(text(say.NO_HITS.format(query=answer.query)))
        rest = Note(text(say.ALL_THERE_IS, Span("amma list", "command")))
        return (title, *first, *blocks, *call, rest)
    count = plural(len(answer.found), "article")
    title = Title(text(say.HITS.format(count=count, query=answer.query)))
    if answer.unknown:
        words = ", ".join(f"“{word}”" for word in answer.unknown)
        blocks += [Paragraph(text(say.NOT_ANSWERED.format(words=words))), *call]
    if answer.read:
        blocks.append(Note(text(f"Read as: {answer.read}")))
    entries = Entries(tuple(_entry(*one, marks) for one in answer.found))
    last = [] if box or answer.unknown else [worried(who)]
    return (title, *first, *blocks, entries, *last)


def no_words(query: str, box: HelpBox | None, who: Contacts) -> Page:
    """Return what is said where no word that was typed can be looked for."""
    example = Span("amma search spotting", "command")
    said = text(say.STOP_SEARCH.format(query=query), example) if query else text(say.NO_WORD_SEARCH)
    call = Paragraph(text(filled(say.NO_HITS_CALL, who)))
    return (box or call, Note(said))


def heard_box(
    judgement: Judgement, labels: Mapping[str, str], region: Region | None, who: Contacts
) -> HelpBox:
    """Return what to do first if what was heard is so: the call, then each sign with its reason.

    labels: the names of signs by their keys. What was heard may be heard wrong, so the level
    below an emergency stands under it; less than that only where nothing more was heard.
    """
    if judgement.level == "none":
        raise ValueError("nothing was heard")
    fired_levels = {f.level for f in judgement.fired}
    levels = [level for level in HEARD_TOGETHER if level in fired_levels]
    groups = []
    for level in levels or [judgement.level]:
        fired = [f for f in judgement.fired if f.level == level][:MOST_HEARD]
        items = tuple(dict.fromkeys(_named(one, labels, who) for one in fired))
        groups.append(HelpGroup(level, HELP_HEADINGS[level], items))
    keys = [f.key for f in judgement.fired]
    return HelpBox(say.HEARD, tuple(groups), tuple(contact_lines(region, who, keys)))


def _named(fired: Fired, labels: Mapping[str, str], who: Contacts) -> Text:
    reason = filled(OPENING.sub("", fired.say, count=1), who)
    if fired.key not in labels:
        return text(reason)
    return text(Span(f"{labels[fired.key]}: ", "strong"), reason)


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
