"""What several pages share: sizes, reading lists, care, references, whom to call."""

from collections.abc import Sequence

from amma_cli import messages as say
from amma_cli.blocks import (
    Block,
    Entries,
    Entry,
    Facts,
    Heading,
    Note,
    Paragraph,
    Reference,
    References,
    Span,
    Text,
    text,
)
from amma_cli.domain.article import Card, Review, Source
from amma_cli.domain.contact import UNIT, Contacts, filled
from amma_cli.domain.units import length_words, weight_words
from amma_cli.domain.week import Care, Reading, Region, Size

# How the keys of signs, readings and combinations begin that a crisis line can help with.
OF_THE_MIND = (
    "self-harm", "harm-", "psychosis", "low-mood", "anxiety", "depression", "bipolar",
    "phq", "gad2", "epds", "whooley",
)  # fmt: skip


def size_facts(size: Size, units: str) -> tuple[tuple[str, Text], ...]:
    """Return length, weight and comparison of a week as labelled values."""
    rows: list[tuple[str, Text]] = []
    if size.length:
        known = size.length
        words = say.LENGTH.format(value=length_words(known.mm, units), kind=say.KINDS[known.kind])
        if known.low is not None and known.high is not None:
            band = say.LENGTH_BAND.format(
                low=length_words(known.low, "metric"), high=length_words(known.high, "metric")
            )
            words += f"; {band}"
        rows.append(("Length", text(words + ".", *_standard(known.standard, known.note))))
    if size.weight:
        heavy = size.weight
        value = weight_words(heavy.g, units)
        if heavy.p10 is None or heavy.p90 is None:
            words = say.WEIGHT_NO_BAND.format(value=value)
        else:
            words = say.WEIGHT.format(
                value=value,
                low=weight_words(heavy.p10, "metric"),
                high=weight_words(heavy.p90, "metric"),
            )
        rows.append(("Weight", text(words + ".", *_standard(heavy.standard, heavy.note))))
    if size.like:
        rows.append(("Like", text(say.LIKE[size.like_of or "size"].format(like=size.like))))
    return tuple(rows)


def _standard(standard: str, note: str) -> tuple[Span, ...]:
    words = f" {say.STANDARD.format(standard=standard)}."
    return (Span(words + (f" {note}" if note else ""), "muted"),)


def size_blocks(size: Size | None, week: int, units: str, mine: bool) -> list[Block]:
    """Return the size of a week, or the sentence that there is nothing to measure yet."""
    if week < 3:
        return [Paragraph(text(say.NO_BABY))]
    heading = (say.SIZE if mine else say.SIZE_ANY).format(at=f"{week}+0")
    if size is None or not (size.length or size.weight or size.like):
        return [Heading(text(heading)), Paragraph(text(say.SMALL))]
    blocks: list[Block] = [Heading(text(heading)), Facts(size_facts(size, units))]
    if not size.length:
        blocks.append(Note(text(say.SMALL)))
    return blocks


def card_entry(card: Card, lead: bool = False) -> Entry:
    """Return an article as one thing to choose from."""
    beside = say.MINUTES.format(minutes=card.minutes)
    if lead:
        beside = f"{say.START_HERE}, {beside}"
    return Entry(f"amma read {card.slug}", text(card.title), beside, (), lead)


def reading_blocks(reading: Reading, heading: str) -> list[Block]:
    """Return the reading of a week, the lead first, and what is planned but not written."""
    blocks: list[Block] = [Heading(text(heading))]
    if reading.lead and not reading.lead_written:
        title = reading.lead_title or reading.lead
        blocks.append(Note(text(say.LEAD_UNWRITTEN.format(title=title))))
    if reading.cards:
        blocks.append(
            Entries(tuple(card_entry(c, c.slug == reading.lead) for c in reading.cards))
        )  # fmt: skip
    else:
        blocks.append(Paragraph(text(say.NO_ARTICLES)))
    return blocks


def care_blocks(care: Sequence[Care], place: str, known: bool, numbers: "Numbered") -> list[Block]:
    """Return what comes up in care; `known` says whether her country has its own schedule here."""
    blocks: list[Block] = [Heading(text(say.CARE))]
    if not care:
        return [*blocks, Paragraph(text(say.CARE_NONE))]
    rows = tuple(
        (say.CARE_WEEK.format(week=line.week), numbers.cited(line.say, line.sources))
        for line in care
    )
    blocks.append(Facts(rows))
    blocks.append(Note(text(say.CARE_WHO if not known else say.CARE_WHOSE[place] + ".")))
    return blocks


class Numbered:
    """Gives sources their numbers on one page, in order of first use."""

    def __init__(self, known: Sequence[Source], shown: bool = True) -> None:
        self.known = {source.key: source for source in known}
        self.keys: list[str] = []
        self.shown = shown

    def start(self, sources: Sequence[Source]) -> None:
        """Take over the numbers that a text already carries."""
        self.keys.extend(source.key for source in sources)
        self.known.update({source.key: source for source in sources})

    def cited(self, sentence: str, keys: Sequence[str]) -> Text:
        """Return a sentence with the numbers of its sources before the full stop."""
        spans: list[Span] = []
        for key in keys if self.shown else ():
            if key in self.known:
                if key not in self.keys:
                    self.keys.append(key)
                spans.append(Span(f"[{self.keys.index(key) + 1}]", "cite", key))
        return (Span(sentence), Span(" "), *spans) if spans else (Span(sentence),)

    def blocks(self) -> list[Block]:
        """Return the heading and list of sources, nothing where none was cited."""
        if not self.keys:
            return []
        items = [
            reference(number, self.known[key])
            for number, key in enumerate(self.keys, 1)
            if key in self.known
        ]
        return [Heading(text(say.SOURCES)), References(tuple(items))]


def reference(number: int, source: Source) -> Reference:
    """Return a source as it stands in a numbered list."""
    year = f", {source.year}" if source.year else ""
    kind = say.KIND.get(source.kind, source.kind)
    title = source.title if source.title.endswith((".", "?", "!")) else source.title + "."
    return Reference(number, f"{title} {source.publisher}{year}. ({kind})", source.address)


def review_note(review: Review, today: str) -> Note:
    """Return the line that says plainly who has looked at a text and when."""
    who = say.NO_CLINICIAN
    if review.status == "clinician" and review.reviewer:
        who = say.CLINICIAN.format(reviewer=review.reviewer)
    dates = say.DATES.format(written=review.written, checked=review.checked)
    late = " " + say.OVERDUE.format(day=review.next_check) if review.next_check < today else ""
    return Note(text(f"{who} {dates}{late}"))


def contact_lines(region: Region | None, who: Contacts, signs: Sequence[str] = ()) -> list[Text]:
    """Return whom to call: the number of her own unit first where she has given it.

    Then the emergency number, what is known of a unit, and lines that the signs ask for.
    """
    check = "" if region is None or region.helplines_confirmed else f" ({say.CHECK_NUMBER})"
    own = who.unit != UNIT
    unit = who.unit.removeprefix(UNIT).strip(" ()") if own else say.UNIT_IN_NOTES
    if region and region.maternity and not own:
        unit = "; ".join(region.maternity) + check
    emergency = text(Span(say.EMERGENCY_LINE, "strong"), who.emergency)
    maternity = text(Span(say.UNIT_LINE, "strong"), unit)
    lines = [maternity, emergency] if own else [emergency, maternity]
    if region is None:
        return lines
    if any(key.startswith(OF_THE_MIND) for key in signs):
        lines += [
            text(Span(say.CRISIS_LINE, "strong"), "; ".join(region.crisis) + check)
        ] if region.crisis else []  # fmt: skip
    if any(key.endswith("at-home") for key in signs) and region.domestic_abuse:
        lines.append(text(Span(say.ABUSE_LINE, "strong"), "; ".join(region.domestic_abuse) + check))
    return lines


def worried(who: Contacts) -> Paragraph:
    """Return whom to call when worried, as the last line of a card."""
    return Paragraph(text(Span(filled(say.WORRIED_NOW, who), "strong")))
