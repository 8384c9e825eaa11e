"""Pages for paper: one text as it is, or several as one booklet with one list of sources.

Works on blocks alone: a citation names its source by the number that the reference list of its
own page gives it, and gets a number of the whole booklet here.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from amma_cli import messages as say
from amma_cli import messages_paper as words
from amma_cli.blocks import (
    Block,
    Chapter,
    Contents,
    Entries,
    Heading,
    HelpBox,
    Note,
    Page,
    Reference,
    References,
    Span,
    Text,
    Title,
    plain,
    text,
)
from amma_cli.domain.contact import Contacts
from amma_cli.domain.week import Region
from amma_cli.pages.parts import contact_lines


class Part(NamedTuple):
    """One text of a booklet. name: what links lead to, a slug or the name of a guide."""

    name: str
    page: Page


def one(page: Page) -> Page:
    """Return a page as it stands on paper by itself: nothing to type, no link to another text."""
    return tuple(_for_paper(block, frozenset()) for block in page)


def booklet(title: str, parts: Sequence[Part], region: Region | None, who: Contacts) -> Page:
    """Return several texts as one: whom to call, contents, chapters, the sources of all of them.

    title: of the whole. A text that was given twice stands once.
    """
    named = {part.name: part for part in parts}
    numbers = _Numbers()
    chapters: list[Chapter] = []
    body: list[Block] = []
    for number, part in enumerate(named.values(), 1):
        made = _chapter(part, number, numbers, frozenset(named))
        chapters.append(made[0])
        body += made
    sources: tuple[Block, ...] = ()
    if numbers.items:
        chapters.append(Chapter(SOURCES, 0, text(say.SOURCES)))
        sources = (chapters[-1], References(tuple(numbers.items)))
    return (
        Title(text(title), text(words.FROM)),
        HelpBox(words.WORRIED, (), tuple(contact_lines(region, who))),
        *(Note(text(sentence)) for sentence in _ONCE),
        Contents(words.CONTENTS, tuple(chapters)),
        *body,
        *sources,
    )


SOURCES = "sources"  # the name of the last chapter; no slug of an article
# What ends every article stands once in a booklet, in front.
_ONCE = (say.DISCLAIMER, say.REPORT.format(where=say.REPORT_WHERE))


class _Numbers:
    """Gives the sources of a booklet their numbers; what has the same address is one source."""

    def __init__(self) -> None:
        self.items: list[Reference] = []
        self.known: dict[str, int] = {}

    def number(self, item: Reference) -> int:
        """Return the number of a source in the booklet."""
        key = item.address or item.words
        if key not in self.known:
            self.known[key] = len(self.known) + 1
            self.items.append(item._replace(number=self.known[key]))
        return self.known[key]


def _chapter(
    part: Part, number: int, numbers: _Numbers, names: frozenset[str]
) -> tuple[Chapter, *tuple[Block, ...]]:
    """Return a text as a chapter: a level lower, its citations renumbered, its list taken out."""
    first, *rest = part.page
    assert isinstance(first, Title)
    renumbered = {
        str(item.number): str(numbers.number(item))
        for block in rest
        if isinstance(block, References)
        for item in block.items
    }

    def cited(span: Span) -> Span:
        if span.style != "cite":
            return span
        old = span.text.strip("[]")
        return span._replace(text=f"[{renumbered.get(old, old)}]")

    body = [_for_paper(every_span(block, cited), names) for block in rest if _stays(block)]
    return (Chapter(part.name, number, first.spans, first.under), *map(_lower, body))


def _stays(block: Block) -> bool:
    if isinstance(block, Heading):
        return plain(block.spans) != say.SOURCES
    if isinstance(block, Note):
        return plain(block.spans) not in _ONCE
    return not isinstance(block, References)


def _lower(block: Block) -> Block:
    """Return a block whose headings are a level lower."""
    if isinstance(block, Heading | HelpBox):
        return block._replace(level=block.level + 1)
    return block


def _for_paper(block: Block, names: frozenset[str]) -> Block:
    """Return a block without commands to type, its links kept where they lead to a chapter."""
    if isinstance(block, Entries):
        block = Entries(tuple(_entry_text(entry, names) for entry in block.items))

    def linked(span: Span) -> Span:
        if span.style != "link" or span.target in names:
            return span
        return Span(span.text)

    changed: Block = every_span(block, linked)
    return changed


def _entry_text(entry: Any, names: frozenset[str]) -> Any:
    """Return an entry without its command; its title leads to its chapter, where there is one."""
    slug = entry.name.removeprefix("amma read ")
    title: Text = entry.title
    if slug in names:
        title = tuple(Span(span.text, "link", slug) for span in title)
    return entry._replace(name="", title=title)


def every_span(value: Any, change: Callable[[Span], Span]) -> Any:
    """Return a block, or any tuple of blocks, with each of its spans changed."""
    if isinstance(value, Span):
        return change(value)
    if not isinstance(value, tuple):
        return value
    parts = (every_span(part, change) for part in value)
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
