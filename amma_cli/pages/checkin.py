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
    *, numbered: bool, loss: bool,
) -> Page:  # fmt: skip
    """Return the day's card so far, then the warning signs of the time, the most serious first."""
    box = sign_box(signs, region, who, numbered=numbered, loss=loss)
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
    signs: Sequence[SignRule], region: Region | None, who: Contacts, *, numbered: bool, loss: bool
) -> HelpBox:
    """Return the signs that need a call, grouped by the call they need."""
    groups = []
    ordered = asked_signs(signs)
    for urgency in CALLS:
        items = tuple(
            text((f"{n}. " if numbered else "") + label_of(sign, loss=loss))
            for n, sign in enumerate(ordered, 1)
            if sign.rule.level == urgency
        )
        if items:
            groups.append(HelpGroup(urgency, HELP_HEADINGS[urgency], items))
    # A helpline for abuse is not shown unasked on a screen that somebody else may see.
    keys = [sign.key for sign in ordered]
    return HelpBox(say.SIGNS_ASK, tuple(groups), tuple(contact_lines(region, who, keys)))


def label_of(sign: SignRule, *, loss: bool) -> str:
    """Return what a sign is called, after a loss in its own words."""
    return sign.after_loss_label if loss and sign.after_loss_label else sign.label


def choices(heading: str, labels: Sequence[str]) -> Page:
    """Return a numbered list to choose from."""
    return (Heading(text(heading)), Steps(tuple(text(label) for label in labels)))


def last_part(
    urgent: Page, reading: Reading, ticked: Sequence[Card],
    care: Sequence[Care], place: str, who: Contacts,
) -> Page:  # fmt: skip
    """Return the end: what needs a call again, the reading, care, whom to call."""
    blocks: list[Block] = list(urgent)
    shown = [card for card in ticked if card.slug != reading.lead]
    rest = tuple(card for card in reading.cards if card not in shown)
    blocks += reading_blocks(reading._replace(cards=rest), say.READ_WEEK)
    if shown:
        blocks.append(Heading(text(words.TICKED)))
        blocks.append(Entries(tuple(card_entry(card) for card in shown)))
    if care:
        blocks += care_blocks(care, place, place != "WHO", Numbered((), shown=False))
    blocks.append(worried(who))
    return tuple(blocks)
