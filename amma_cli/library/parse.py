"""A file of the library -> an article or a guide as it was written."""

from typing import Any, NamedTuple

from amma_cli.blocks import Bullets, Heading, plain
from amma_cli.domain.article import HELP_HEADINGS, HelpItem, Review, Section
from amma_cli.library import front_matter
from amma_cli.library.front_matter import FrontMatterError
from amma_cli.library.source_text import (
    Numbers,
    Piece,
    Problem,
    parse_markdown,
    without_signs,
)

HELP = "When to get help"
QUESTIONS = "Frequently asked questions"
GUIDE_SECTIONS = ("Your baby", "Your body", "Your care", "This week", "Ask at your next visit")
URGENCY_OF = {heading: urgency for urgency, heading in HELP_HEADINGS.items()}


class WrittenArticle(NamedTuple):
    """An article as it stands in its file; related and sources are keys."""

    slug: str
    topic: str
    fields: dict[str, Any]
    weeks: tuple[int, int] | None
    peak: tuple[int, int] | None
    after_birth: tuple[int, int] | None
    help: tuple[HelpItem, ...]
    sections: tuple[Section, ...]
    questions: tuple[Section, ...]
    sources: tuple[str, ...]
    review: Review
    pieces: tuple[Piece, ...]


class WrittenGuide(NamedTuple):
    """A weekly guide as it stands in its file."""

    week: int
    fields: dict[str, Any]
    sections: tuple[Section, ...]
    sources: tuple[str, ...]
    review: Review
    pieces: tuple[Piece, ...]


class ParseError(ValueError):
    """A file of the library that cannot be read; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.file}:{problem.line}: {problem.message}")
        self.problem = problem


def parse_article(raw: str, slug: str, topic: str, file: str) -> WrittenArticle:
    """Read an article. Raises ParseError with code, file and line."""
    try:
        fields, body, first = front_matter.split(raw)
        weeks = front_matter.pair(fields, "weeks")
        after_birth = front_matter.pair(fields, "after_birth")
        if weeks is None and after_birth is None:
            raise FrontMatterError(1, "weeks or after_birth is missing")
        for key in ("title", "topic", "summary"):
            front_matter.need(fields, key)
        for key in ("aliases", "related", "takeaways", "for", "asked"):
            front_matter.texts(fields, key)
        peak = front_matter.pair(fields, "peak")
        review = front_matter.review(fields)
    except FrontMatterError as error:
        raise ParseError(Problem("M00", file, error.line, str(error))) from None
    numbers = Numbers()
    pieces = _pieces(body, numbers, first, file)
    parts = _by_heading(pieces, file)
    help_items = _help(parts.pop(HELP, []), file)
    questions = _questions(parts.pop(QUESTIONS, []), file)
    sections = tuple(Section(t, tuple(p.block for p in b)) for t, b in parts.items())
    return WrittenArticle(
        slug, topic, fields, weeks, peak, after_birth, help_items, sections, questions,
        tuple(numbers.keys), review, pieces,
    )  # fmt: skip


def parse_guide(raw: str, file: str) -> WrittenGuide:
    """Read a weekly guide. Raises ParseError with code, file and line."""
    try:
        fields, body, first = front_matter.split(raw)
        week = fields.get("week")
        if type(week) is not int:
            raise FrontMatterError(1, "week is a completed week")
        for key in ("lead", "why"):
            front_matter.need(fields, key)
        front_matter.texts(fields, "read")
        review = front_matter.review(fields)
    except FrontMatterError as error:
        raise ParseError(Problem("M00", file, error.line, str(error))) from None
    numbers = Numbers()
    pieces = _pieces(body, numbers, first, file)
    parts = _by_heading(pieces, file)
    sections = tuple(Section(t, tuple(p.block for p in b)) for t, b in parts.items())
    return WrittenGuide(week, fields, sections, tuple(numbers.keys), review, pieces)


def _pieces(body: str, numbers: Numbers, first: int, file: str) -> tuple[Piece, ...]:
    try:
        return tuple(parse_markdown(body, numbers, first))
    except ValueError as error:
        line, _, message = str(error).partition(":")
        raise ParseError(Problem("S00", file, int(line), message)) from None


def _by_heading(pieces: tuple[Piece, ...], file: str) -> dict[str, list[Piece]]:
    parts: dict[str, list[Piece]] = {}
    current: list[Piece] | None = None
    for piece in pieces:
        if piece.level == 2 and isinstance(piece.block, Heading):
            title = plain(piece.block.spans)
            if title in parts:
                raise ParseError(Problem("S01", file, piece.line, f"two sections named {title!r}"))
            current = parts.setdefault(title, [])
        elif current is None or piece.level == 1:
            raise ParseError(Problem("S01", file, piece.line, "text stands under a ## heading"))
        else:
            current.append(piece)
    return parts


def _help(pieces: list[Piece], file: str) -> tuple[HelpItem, ...]:
    items: list[HelpItem] = []
    urgency = None
    for piece in pieces:
        block = piece.block
        if isinstance(block, Heading):
            urgency = URGENCY_OF.get(plain(block.spans))
            if urgency is None:
                said = plain(block.spans)
                raise ParseError(Problem("S02", file, piece.line, f"no help heading: {said!r}"))
        elif isinstance(block, Bullets) and urgency is not None:
            for spans in block.items:
                words, signs = without_signs(spans)
                items.append(HelpItem(urgency, words, signs))
        else:
            raise ParseError(
                Problem("S02", file, piece.line, "help is bullets under its four headings")
            )
    return tuple(items)


def _questions(pieces: list[Piece], file: str) -> tuple[Section, ...]:
    found: list[tuple[str, list[Piece]]] = []
    for piece in pieces:
        if isinstance(piece.block, Heading):
            found.append((plain(piece.block.spans), []))
        elif found:
            found[-1][1].append(piece)
        else:
            raise ParseError(Problem("S03", file, piece.line, "an answer stands under a question"))
    return tuple(Section(title, tuple(p.block for p in body)) for title, body in found)
