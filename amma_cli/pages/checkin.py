"""The check-in: where she is, the signs that need a call, everyday complaints, the reading."""

from collections.abc import Sequence

from amma_cli import messages as say
from amma_cli import messages_checkin as words
from amma_cli.blocks import (
    Block,
    Entries,
    Heading,
    HelpBox,
    HelpGroup,
    Page,
    Paragraph,
    Steps,
    Urgency,
    text,
)
from amma_cli.domain.article import HELP_HEADINGS, Card
from amma_cli.domain.contact import Contacts
from amma_cli.domain.safety import SignRule
from amma_cli.domain.week import Care, Reading, Region
from amma_cli.pages.parts import (
    Numbered,
    card_entry,
    care_blocks,
    contact_lines,
    reading_blocks,
    worried,
)

# What is listed here needs a call; what can be raised at a visit stands among the complaints.
CALLS: tuple[Urgency, ...] = ("emergency", "urgent", "soon")


def first_part(
    card: Sequence[Block], signs: Sequence[SignRule], region: Region | None, who: Contacts,
    *, loss: bool,
) -> Page:  # fmt: skip
    """Return the day's card so far, then the warning signs of the time, the most serious first."""
    box = sign_box(signs, region, who, loss=loss)
    return (*card, Paragraph(text(say.SIGNS_ALWAYS)), box)


def asked_signs(signs: Sequence[SignRule]) -> tuple[SignRule, ...]:
    """Return the signs in the order in which they are numbered; those at home are asked apart."""
    return tuple(
        sign
        for urgency in CALLS
        for sign in signs
        if sign.rule.level == urgency and not sign.key.endswith("at-home")
    )


def sign_box(
    signs: Sequence[SignRule], region: Region | None, who: Contacts, *, loss: bool
) -> HelpBox:
    """Return the signs that need a call, grouped by the call they need."""
    ordered = asked_signs(signs)
    groups = []
    for urgency in CALLS:
        items = tuple(text(sign.named(loss=loss)) for sign in ordered if sign.rule.level == urgency)
        if items:
            groups.append(HelpGroup(urgency, HELP_HEADINGS[urgency], items))
    # A helpline for abuse is not shown unasked on a screen that somebody else may see.
    keys = [sign.key for sign in ordered]
    return HelpBox(say.SIGNS_ASK, tuple(groups), tuple(contact_lines(region, who, keys)))


def choices(heading: str, labels: Sequence[str]) -> Page:
    """Return a numbered list to choose from."""
    return (Heading(text(heading)), Steps(tuple(text(label) for label in labels)))


def whom_to_call(signs: Sequence[SignRule], region: Region | None, who: Contacts) -> Page:
    """Return whom to call, above the lists of signs that are asked one after the other."""
    keys = [sign.key for sign in asked_signs(signs)]
    box = HelpBox(say.GET_HELP, (), tuple(contact_lines(region, who, keys)))
    return (Paragraph(text(say.SIGNS_ALWAYS)), box)


def numbered(signs: Sequence[SignRule], first: int, many: int, *, loss: bool) -> Page:
    """Return `many` signs that need the same call, numbered from `first` on."""
    chosen = asked_signs(signs)[first - 1 : first - 1 + many]
    urgency = chosen[0].rule.level
    assert urgency != "none"
    items = tuple(text(sign.named(loss=loss)) for sign in chosen)
    group = HelpGroup(urgency, HELP_HEADINGS[urgency], items, first)
    return (HelpBox(say.SIGNS_ASK, (group,)),)


def reading_part(
    reading: Reading, ticked: Sequence[Card], care: Sequence[Care], place: str
) -> Page:
    """Return the reading, the lead first, then what was ticked, then the rest; then the care."""
    lead = tuple(card for card in reading.cards if card.slug == reading.lead)
    shown = [card for card in ticked if card.slug != reading.lead]
    rest = tuple(card for card in reading.cards if card not in (*lead, *shown))
    if not shown:
        blocks = reading_blocks(reading, say.READ_WEEK)
    else:
        blocks = reading_blocks(reading._replace(cards=lead), say.READ_WEEK) if lead else []
        blocks += ticked_part(shown)
        if lead and rest:
            blocks += [Heading(text(words.READ_MORE)), Entries(tuple(map(card_entry, rest)))]
        elif not lead:
            blocks += reading_blocks(reading._replace(cards=rest), say.READ_WEEK)
    if care:
        blocks += care_blocks(care, place, place != "WHO", Numbered((), shown=False))
    return tuple(blocks)


def ticked_part(ticked: Sequence[Card]) -> list[Block]:
    """Return the articles for the complaints that were ticked."""
    if not ticked:
        return []
    return [Heading(text(words.TICKED)), Entries(tuple(card_entry(card) for card in ticked))]


def closing(urgent: Page, who: Contacts) -> Page:
    """Return the last thing on the screen: the call once more, else whom to call when worried."""
    return urgent or (worried(who),)
