"""Rules over the parts of an article and of a guide: S04 to S11, D01, D02, G01 to G04."""

import re
from collections.abc import Iterator
from typing import Any

from amma_cli.blocks import Bullets, Diagram, Heading, Paragraph, Steps, Text, plain
from amma_cli.library.parse import GUIDE_SECTIONS, HELP, QUESTIONS
from amma_cli.library.rules import Draft, bare, key_line, line_of, sentences_of
from amma_cli.library.source_text import Piece, Problem
from amma_cli.library.wording import TYPED_BY_THE_PROGRAM

LEFT_OVER = re.compile(r"</?[a-z][^>]*>|\[\^|\]\(|\*\*|^\||\[@[^\]]*$|\[!|^#", re.MULTILINE)
SIZE = re.compile(r"\b\d+(?:\.\d+)? ?(?:mm|cm|g|kg|grams?|inch(?:es)?|ounces?|oz|pounds?|lb)\b")
WIDEST, LEAST_WORDS = 40, 8  # of a drawing: columns, and words that say the same


def check_structure(draft: Draft, plan: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with the parts of a draft that was parsed."""
    yield from _markdown(draft)
    yield from _headings(draft)
    yield from _diagrams(draft)
    if draft.kind == "article":
        yield from _help_first(draft)
        yield from _sections(draft)
        yield from _questions(draft)
    else:
        yield from _guide_sections(draft)
        yield from _guide_plan(draft, plan)


def _titles(draft: Draft) -> list[tuple[int, str]]:
    return [
        (p.line, plain(p.block.spans))
        for p in draft.pieces
        if p.level == 2 and isinstance(p.block, Heading)
    ]


def _help_first(draft: Draft) -> Iterator[Problem]:
    titles = _titles(draft)
    for place, (line, title) in enumerate(titles):
        if title == HELP and place:
            yield draft.find("S04", line, "help does not stand first", "move it before the body")
        if title.lower() in TYPED_BY_THE_PROGRAM:
            yield draft.find(
                "S11", line, f"the program prints {title!r} itself", "drop the section"
            )


def _sections(draft: Draft) -> Iterator[Problem]:
    titles = [t for t in _titles(draft) if t[1] not in (HELP, QUESTIONS)]
    if not 3 <= len(titles) <= 7:
        line = titles[0][0] if titles else 1
        yield draft.find("S05", line, f"{len(titles)} sections of body", "3 to 7")
    words = sum(len(bare(p.text).split()) for p in draft.passages if p.part == "body")
    if not 350 <= words <= 900:
        line = titles[0][0] if titles else 1
        yield draft.find("S06", line, f"{words} words of body", "350 to 900")


def _questions(draft: Draft) -> Iterator[Problem]:
    titles = _titles(draft)
    place = next((n for n, t in enumerate(titles) if t[1] == QUESTIONS), None)
    if place is None:
        yield draft.find("S07", 1, f"no section {QUESTIONS!r}", "3 to 6 questions at the end")
        return
    line = titles[place][0]
    if place != len(titles) - 1:
        yield draft.find("S07", line, "the questions are not last", "move them to the end")
    asked = [p for p in draft.passages if p.part == "question"]
    if not 3 <= len(asked) <= 6:
        yield draft.find("S07", line, f"{len(asked)} questions", "3 to 6")
    for number, question in enumerate(asked):
        end = asked[number + 1].line if number + 1 < len(asked) else 1 << 30
        answer = [p for p in draft.passages if p.part == "answer" and question.line < p.line < end]
        count = sum(len(sentences_of(p.text)) for p in answer)
        if not 1 <= count <= 4:
            yield draft.find("S08", question.line, f"an answer of {count} sentences", "1 to 4")
        if "?" not in question.text:
            yield draft.find("S08", question.line, f"not a question: {question.text!r}")


def _headings(draft: Draft) -> Iterator[Problem]:
    above: Piece | None = None
    section = ""
    for piece in draft.pieces:
        if not isinstance(piece.block, Heading):
            above = None
            continue
        text = plain(piece.block.spans)
        section = text if piece.level == 2 else section
        asked = section == QUESTIONS  # "Did I cause this? We had sex." is how people ask
        if piece.level > 3 or (piece.level == 3 and draft.kind != "article"):
            yield draft.find(
                "S09", piece.line, f"a heading of level {piece.level}: {text!r}", "## or ###"
            )
        if above is not None and above.level >= piece.level:
            yield draft.find("S09", above.line, "a heading with nothing under it", "drop it")
        if not text.strip() or text.rstrip().endswith((".", ":")[asked:]) or "[@" in text:
            yield draft.find("S09", piece.line, f"heading {text!r}", "a question or a plain phrase")
        above = piece
    if above is not None:
        yield draft.find("S09", above.line, "a heading with nothing under it", "drop it")


def _markdown(draft: Draft) -> Iterator[Problem]:
    for piece in draft.pieces:
        block = piece.block
        texts: tuple[Text, ...] = ()
        if isinstance(block, Heading | Paragraph):
            texts = (block.spans,)
        elif isinstance(block, Bullets | Steps):
            texts = block.items
        for number, spans in enumerate(texts):
            odd = [s.text for s in spans if s.style in ("em", "command")]
            odd += [
                m[0] for s in spans if s.style != "cite" for m in LEFT_OVER.finditer(_words(s.text))
            ]
            if isinstance(block, Heading):
                odd += [s.text for s in spans if s.style == "cite"]
            if odd:
                message = f"Markdown that the library does not use: {odd[0]!r}"
                yield draft.find("S10", piece.line + number, message, "see docs/articles.md")


def _diagrams(draft: Draft) -> Iterator[Problem]:
    """Yield drawings that do not fit 40 columns of ASCII, or that say nothing in words."""
    for line, _, block in draft.pieces:
        if not isinstance(block, Diagram):
            continue
        drawn = [text for text in block.lines if text]
        if not drawn or len(plain(block.words).split()) < LEAST_WORDS:
            fix = "the same in words, an empty line, the drawing"
            yield draft.find("D01", line, f"a drawing without its words: {block.caption!r}", fix)
        for text in drawn:
            if len(text) > WIDEST or not text.isascii() or not text.isprintable():
                yield draft.find("D02", line, f"a line that does not fit: {text!r}", "40 of ASCII")
        if not block.caption or block.caption.endswith((".", ":")):
            yield draft.find("D01", line, f"caption {block.caption!r}", "a plain phrase")


def _words(text: str) -> str:
    """Return a text without well-formed sign keys, which rules of their own look at."""
    return re.sub(r"\[![^\]]*\]", "", text)


def _guide_sections(draft: Draft) -> Iterator[Problem]:
    titles = tuple(title for _, title in _titles(draft))
    if titles != GUIDE_SECTIONS:
        yield draft.find("G01", 1, f"sections: {', '.join(titles)}", ", ".join(GUIDE_SECTIONS))
    words = sum(len(bare(p.text).split()) for p in draft.passages if p.part == "body")
    if not 180 <= words <= 350:
        yield draft.find("G02", 1, f"{words} words", "180 to 350")
    for passage in draft.passages:
        size = SIZE.search(passage.text)
        if size and passage.section == "Your baby" and draft.kind == "pregnancy":
            message = f"a size is typed: {size[0]!r}"
            yield draft.find("G04", passage.line, message, "sizes come from growth.toml")


def _guide_plan(draft: Draft, plan: dict[str, Any]) -> Iterator[Problem]:
    lead, read = draft.fields.get("lead"), draft.fields.get("read")
    line = key_line(draft.raw, "read")
    if not isinstance(read, list) or not read or read[0] != lead:
        yield draft.find("G03", line, "the lead is not the first of read", "put it first")
        return
    name = "week" if draft.kind == "pregnancy" else "after_birth"
    rows = [row for row in plan.get(name, []) if row.get("week") == draft.fields.get("week")]
    if not rows or rows[0].get("lead") != lead or rows[0].get("read") != read:
        message = "lead and read are not those of reading-plan.toml"
        yield draft.find("G03", line_of(draft.raw, "lead"), message, "the plan wins")
