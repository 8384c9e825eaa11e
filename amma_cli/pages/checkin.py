"""The check-in: where she is, the signs that need a call, then the reading."""

from collections.abc import Sequence

from amma_cli import messages as say
from amma_cli.blocks import (
    Block,
    HelpBox,
    HelpGroup,
    Page,
    Paragraph,
    Urgency,
    text,
)
from amma_cli.domain.article import HELP_HEADINGS
from amma_cli.domain.contact import Contacts
from amma_cli.domain.week import Reading, Region, Sign
from amma_cli.pages.parts import contact_lines, reading_blocks, worried

# What is listed here needs a call; what can be raised at a visit stands in the articles.
CALLS: tuple[Urgency, ...] = ("emergency", "urgent", "soon")


def first_part(
    card: Sequence[Block], signs: Sequence[Sign], region: Region | None, who: Contacts
) -> Page:
    """Return the day's card so far, then the warning signs of the week, the most serious first."""
    return (*card, Paragraph(text(say.SIGNS_ALWAYS)), sign_box(signs, region, who))


def sign_box(signs: Sequence[Sign], region: Region | None, who: Contacts) -> HelpBox:
    """Return the signs that need a call, grouped by the call they need."""
    groups = []
    for urgency in CALLS:
        items = tuple(text(sign.label) for sign in signs if sign.level == urgency)
        if items:
            groups.append(HelpGroup(urgency, HELP_HEADINGS[urgency], items))
    # A helpline for abuse is not shown unasked on a screen that somebody else may see.
    keys = [sign.key for sign in signs if not sign.key.endswith("at-home")]
    return HelpBox(say.SIGNS_ASK, tuple(groups), tuple(contact_lines(region, who, keys)))


def last_part(reading: Reading, who: Contacts) -> Page:
    """Return this week's reading and whom to call."""
    return (*reading_blocks(reading, say.READ_WEEK), worried(who))
