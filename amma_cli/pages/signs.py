"""Warning signs: what to know in a week, and what ticked signs and readings mean together."""

import re
from collections.abc import Sequence

from amma_cli import messages as say
from amma_cli import messages_safety as words
from amma_cli.blocks import (
    Block,
    Entries,
    Entry,
    Heading,
    HelpBox,
    HelpGroup,
    Page,
    Paragraph,
    Span,
    Title,
    text,
)
from amma_cli.domain.article import HELP_HEADINGS
from amma_cli.domain.contact import Contacts, filled
from amma_cli.domain.safety import Judgement, SignRule
from amma_cli.domain.week import Region
from amma_cli.pages.parts import contact_lines

# The call with which every sentence of a level opens; the heading above says it already.
OPENING = re.compile(
    r"^(?:Call \{emergency\} now\. |Call \{unit\} now, day or night\. "
    r"|Call [^.]*? today or within 24 hours\. "
    r"|Mention this at your next visit, sooner if it worries you\. )(?!Or )(?=\S)"
)


def listed(
    rules: Sequence[SignRule], when: str, region: Region | None, who: Contacts, *, loss: bool
) -> Page:
    """Return the signs of a time, whom to call first, the most serious first, each with its key."""
    keys = [rule.key for rule in rules if not rule.key.endswith("at-home")]
    blocks: list[Block] = [
        Title(text(words.SIGNS_TITLE.format(when=when))),
        HelpBox(say.GET_HELP, (), tuple(contact_lines(region, who, keys))),
        Paragraph(text(words.SIGNS_HOW, Span("amma signs --tick KEY --tick KEY", "command"))),
    ]
    for urgency, heading in HELP_HEADINGS.items():
        found = [rule for rule in rules if rule.rule.level == urgency]
        if found:
            blocks.append(Heading(text(heading)))
            blocks.append(Entries(tuple(_entry(rule, loss) for rule in found)))
    return tuple(blocks)


def _entry(rule: SignRule, loss: bool) -> Entry:
    return Entry(f"--tick {rule.key}", text(rule.named(loss=loss)))


def judged(
    judgement: Judgement, given: Sequence[str], none: str, always: str, region: Region | None,
    who: Contacts, odd: Sequence[str] = (),
) -> Page:  # fmt: skip
    """Return what to do, whom to call and what to say there; never that all is well.

    given: what was ticked and measured, in words. none, always: the sentences of the rules.
    odd: how readings were read that may hold a slip.
    Only the highest level is shown: what is less urgent must not be read first.
    """
    level = judgement.level
    if level == "none":
        blocks: list[Block] = [
            Title(text(words.NONE_TITLE)), Paragraph(text(Span(filled(none, who), "strong"))),
            HelpBox(say.GET_HELP, (), tuple(contact_lines(region, who))),
        ]  # fmt: skip
    else:
        blocks = [Title(text(HELP_HEADINGS[level])), call_box(judgement, region, who)]
    if given:
        lead = words.GIVEN if level in ("emergency", "urgent", "soon") else words.WEIGHED
        blocks.append(Paragraph(text(Span(lead, "strong"), "; ".join(given))))
    blocks += [Paragraph(text(sentence)) for sentence in odd]
    blocks.append(Paragraph(text(Span(filled(always, who), "strong"))))
    return tuple(blocks)


def call_box(judgement: Judgement, region: Region | None, who: Contacts) -> HelpBox:
    """Return what fired at the highest level as a box: whom to call first, then why."""
    groups = []
    if judgement.level != "none":
        items = tuple(text(item) for item in reasons(judgement, who))
        groups.append(HelpGroup(judgement.level, HELP_HEADINGS[judgement.level], items))
    keys = [f.key for f in judgement.fired]
    return HelpBox(say.GET_HELP, tuple(groups), tuple(contact_lines(region, who, keys)))


def reasons(judgement: Judgement, who: Contacts) -> list[str]:
    """Return what the rules of the highest level say after the call itself, each once."""
    said = [f.say for f in judgement.fired if f.level == judgement.level]
    return list(dict.fromkeys(filled(OPENING.sub("", words, count=1), who) for words in said))


def call_words(judgement: Judgement, who: Contacts) -> str:
    """Return the call of the highest level and why in one line, "" where nothing fired."""
    said = list(dict.fromkeys(f.say for f in judgement.fired if f.level == judgement.level))
    more = [OPENING.sub("", sentence, count=1) for sentence in said[1:]]
    return filled(" ".join(dict.fromkeys((*said[:1], *more))), who)


def line(sentence: str) -> Page:
    """Return a page of one sentence."""
    return (Paragraph(text(sentence)),)


def strong(sentence: str) -> Page:
    """Return a page of one sentence that must not be overlooked."""
    return (Paragraph(text(Span(sentence, "strong"))),)
