"""What applies to her: the answers, why each is asked, and how to change one."""

from collections.abc import Mapping

from amma_cli import messages_about as words
from amma_cli.blocks import Block, Entries, Entry, Note, Page, Paragraph, Span, Title, text
from amma_cli.domain.applies import About


def answer_of(about: About, key: str) -> str:
    """Return yes, no, or not said."""
    said = dict(about.said)
    return words.NOT_SAID if key not in said else words.YES if said[key] else words.NO


def listed(about: About, known: Mapping[str, str], height: str, weight: str) -> Page:
    """Return every question with its answer and why it is asked. height, weight: in words."""
    entries = tuple(
        Entry(
            f"amma about-me {key} yes", text(Span(_sentence(sentence), "strong")),
            answer_of(about, key), text(f"Why: {words.WHY.get(key, '')}."),
        )
        for key, sentence in known.items()
    )  # fmt: skip
    blocks: list[Block] = [Title(text(words.TITLE)), Paragraph(text(words.HOW)), Entries(entries)]
    body = words.BODY.format(height=height or words.NOT_SAID, weight=weight or words.NOT_SAID)
    blocks.append(Note(text(f"{body} ({words.BODY_WHY}).")))
    return tuple(blocks)


def changed(known: Mapping[str, str], key: str, about: About) -> Page:
    """Return the answer to a change."""
    said = words.CHANGED.format(what=_sentence(known[key]), answer=answer_of(about, key))
    command = Span(f"amma about-me {key} forget", "command")
    return (Paragraph(text(said)), Note(text(words.TAKE_BACK, command)))


def _sentence(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
