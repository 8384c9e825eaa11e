"""An article as a page: help before explanation, references, review line, both dates."""

from amma_cli import messages as say
from amma_cli.blocks import (
    Block,
    Bullets,
    Diagram,
    Entries,
    Facts,
    Heading,
    HelpBox,
    HelpGroup,
    Note,
    Page,
    Paragraph,
    References,
    Span,
    Text,
    Title,
    plain,
    text,
)
from amma_cli.domain.article import HELP_HEADINGS, Article, Card, Section, Source
from amma_cli.domain.contact import Contacts
from amma_cli.domain.week import Region
from amma_cli.pages.parts import card_entry, contact_lines, reference, review_note


def article(
    whole: Article, region: Region | None, who: Contacts, day: str, *, short: bool = False
) -> Page:
    """Return an article in the order of the editorial rules; `short` stops after the help box.

    day: today, ISO, for the review line.
    """
    blocks: list[Block] = _head(whole)
    if whole.help:
        blocks.append(help_box(whole, region, who))
    if short:
        command = Span(f"amma read {whole.card.slug}", "command")
        blocks.append(Note(text(say.WHOLE_ARTICLE, command)))
        return tuple(blocks)
    for section in whole.sections:
        blocks += section_blocks(section)
    if whole.questions:
        blocks.append(Heading(text(say.QUESTIONS)))
        for question in whole.questions:
            blocks.append(Heading(text(question.title), 3))
            blocks.extend(question.blocks)
    blocks += source_blocks(whole)
    blocks += _end(whole, day)
    return tuple(blocks)


def section_blocks(section: Section) -> list[Block]:
    """Return one part of the body under its heading."""
    return [Heading(text(section.title)), *section.blocks]


def _head(whole: Article) -> list[Block]:
    card = whole.card
    return [
        Title(text(card.title), text(under(card))),
        Paragraph(text(Span(card.summary, "strong"))),
        Heading(text(say.TAKEAWAYS)),
        Bullets(tuple(text(words) for words in whole.takeaways)),
    ]


def under(card: Card) -> str:
    """Return topic, weeks and minutes as they stand under a title."""
    parts = [card.topic.capitalize()]
    if card.weeks:
        weeks = say.WEEKS_SHOWN.format(first=card.weeks[0], last=card.weeks[1])
        if card.week is not None:
            weeks = f"{say.WEEK_SHOWN.format(week=card.week)} ({weeks})"
        parts.append(weeks)
    if card.after_birth:
        first, last = card.after_birth
        one = say.AFTER_WEEK_SHOWN if first == last else say.AFTER_SHOWN
        parts.append(one.format(first=first, last=last))
    parts.append(say.MINUTES_READ.format(minutes=card.minutes))
    shown = ", ".join(parts)
    return shown[0].upper() + shown[1:]


def help_box(whole: Article, region: Region | None, who: Contacts) -> Block:
    """Return when to get help, most urgent first, with the numbers of the region."""
    groups = []
    for urgency, heading in HELP_HEADINGS.items():
        items = tuple(item.spans for item in whole.help if item.urgency == urgency)
        if items:
            groups.append(HelpGroup(urgency, heading, items))
    signs = [key for item in whole.help for key in item.signs]
    return HelpBox(say.GET_HELP, tuple(groups), tuple(contact_lines(region, who, signs)))


def source_blocks(whole: Article) -> list[Block]:
    """Return the numbered sources."""
    items = tuple(reference(n, source) for n, source in enumerate(whole.sources, 1))
    return [Heading(text(say.SOURCES)), References(items)] if items else []


def _end(whole: Article, day: str) -> list[Block]:
    blocks: list[Block] = [review_note(whole.review, day), Note(text(say.DISCLAIMER))]
    blocks.append(Note(text(say.REPORT.format(where=say.REPORT_WHERE))))
    if whole.related:
        blocks.append(Heading(text(say.RELATED)))
        blocks.append(Entries(tuple(card_entry(card) for card in whole.related)))
    return blocks


def parts(whole: Article) -> dict[str, tuple[Block, ...]]:
    """Return the parts of an article by name, as `--section` takes them."""
    out: dict[str, tuple[Block, ...]] = {
        say.TAKEAWAYS: (Bullets(tuple(text(words) for words in whole.takeaways)),)
    }
    for section in whole.sections:
        out[section.title] = section.blocks
    for question in whole.questions:
        out[question.title] = question.blocks
    return out


def one_part(whole: Article, name: str) -> Page:
    """Return one section with the sources it cites, under their own numbers."""
    blocks = parts(whole)[name]
    numbers = {
        span.target for block in blocks for words in texts_of(block) for span in words
        if span.style == "cite"
    }  # fmt: skip
    cited = tuple(
        reference(n, source)
        for n, source in enumerate(whole.sources, 1)
        if source.key in numbers
    )  # fmt: skip
    page: list[Block] = [Title(text(name), text(whole.card.title)), *blocks]
    if cited:
        page += [Heading(text(say.SOURCES)), References(cited)]
    return tuple(page)


def texts_of(block: Block) -> tuple[Text, ...]:
    """Return the texts of a block of an article."""
    if isinstance(block, Paragraph | Heading):
        return (block.spans,)
    if isinstance(block, Bullets):
        return block.items
    if isinstance(block, Diagram):
        return (block.words,)
    return getattr(block, "items", ())


def sentences_on(whole: Article, key: str) -> list[str]:
    """Return the sentences of an article that rest on a source."""
    found: list[str] = []
    for section in (*whole.sections, *whole.questions):
        for block in section.blocks:
            for words in texts_of(block):
                found.extend(_citing(words, key))
    return list(dict.fromkeys(found))


def _citing(words: Text, key: str) -> list[str]:
    """Split a text at its sentence ends and keep those in which the source is cited."""
    import re

    marked = "".join(
        f"\x00{span.target}\x00" if span.style == "cite" else span.text for span in words
    )
    sentences = re.split(r"(?<=[.?!])\s+(?=[A-Z0-9\"(])", marked)
    out = []
    for sentence in sentences:
        if f"\x00{key}\x00" in sentence:
            bare = re.sub(r"\s*\x00[^\x00]*\x00", "", sentence)
            out.append(bare.strip())
    return out


def citation(whole: Article, number: int, source: Source) -> Page:
    """Return one source: what it is, how far it was seen, and what rests on it."""
    seen = say.SEEN.get(source.seen, source.seen).format(day=source.day, where=source.seen_in)
    rows: list[tuple[str, Text]] = [
        ("Source", text(source.title)),
        ("By", text(source.publisher)),
        ("Year", text(str(source.year) if source.year else "not given")),
        ("Kind", text(say.KIND.get(source.kind, source.kind))),
        ("Seen", text(seen)),
    ]
    page: list[Block] = [
        Title(text(f"[{number}] in “{whole.card.title}”")), Facts(tuple(rows)),
    ]  # fmt: skip
    if source.address:
        page.append(References((reference(number, source),)))
    sentences = sentences_on(whole, source.key)
    if sentences:
        page.append(Heading(text(say.CITE_SENTENCES)))
        page.append(Bullets(tuple(text(s) for s in sentences)))
    return tuple(page)


def words_of(block: Block) -> str:
    """Return the words of a block without citations, for records."""
    return " ".join(
        plain(tuple(span for span in words if span.style != "cite")).replace(" .", ".")
        for words in texts_of(block)
    )
