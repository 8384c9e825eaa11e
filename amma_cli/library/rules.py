"""What every rule of the linter reads: drafts, their passages, sentences and lines."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from amma_cli.blocks import Bullets, Diagram, Heading, Paragraph, Steps, Text, plain
from amma_cli.library.files import LANGUAGE, Library
from amma_cli.library.front_matter import FrontMatterError, split
from amma_cli.library.parse import HELP, QUESTIONS
from amma_cli.library.source_text import Piece, Problem, without_signs

MARK = re.compile(r"\s*\[@([^\]]*)\]")
ENDS = re.compile(r"(?<=[.?!])(?:(?<=[.?!])[\"”')\]]+)?\s+(?=[\"“'(]*[A-Z0-9])")
NOT_AN_END = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|No|vs|approx)|\b[eE]\.g|\b[iI]\.e)\.$")
KINDS = {"weeks": "pregnancy", "after-birth": "after-birth"}


class Passage(NamedTuple):
    """A text of a draft. Citations stand in it as [@key]; sign keys are left out."""

    line: int
    part: str  # title, summary, takeaway, help, heading, body, figure, question, answer, why
    section: str
    text: str
    paragraph: bool = False


class Sentence(NamedTuple):
    """A sentence with its citations, and the place of its passage."""

    line: int
    part: str
    section: str
    text: str
    cites: tuple[str, ...]


class Draft(NamedTuple):
    """A file of Markdown. `kind` is article, pregnancy or after-birth."""

    file: str
    slug: str
    topic: str
    kind: str
    raw: str
    fields: dict[str, Any]
    pieces: tuple[Piece, ...]
    passages: tuple[Passage, ...]

    def find(self, code: str, line: int, message: str, fix: str = "") -> Problem:
        """Return an error in this file."""
        return Problem(code, self.file, line, message, fix)


def bare(text: str) -> str:
    """Return a text without its citations."""
    return MARK.sub("", text)


def cited(text: str) -> tuple[str, ...]:
    """Return the keys of the citations of a text."""
    return tuple(MARK.findall(text))


@cache
def sentences_of(text: str) -> tuple[str, ...]:
    """Split a text at the ends of its sentences; citations stay with theirs."""
    found: list[str] = []
    for part in ENDS.split(text.strip()):
        if found and NOT_AN_END.search(found[-1]):
            found[-1] += " " + part
        elif part:
            found.append(part)
    return tuple(found)


def in_sentences(passages: tuple[Passage, ...], *parts: str) -> Iterator[Sentence]:
    """Yield the sentences of those parts of a draft, of all of them when none is named."""
    for p in passages:
        if not parts or p.part in parts:
            for text in sentences_of(p.text):
                yield Sentence(p.line, p.part, p.section, text, cited(text))


def line_of(raw: str, start: str, after: int = 1) -> int:
    """Return the first line that starts with `start`, from line `after` on, or 1."""
    for number, line in enumerate(raw.split("\n"), 1):
        if number >= after and line.lstrip().startswith(start):
            return number
    return 1


def key_line(raw: str, key: str) -> int:
    """Return the line of a key of the front matter, or 1."""
    found = re.search(rf"^{re.escape(key)}\s*=", raw.partition("\n+++\n")[0], re.MULTILINE)
    return raw.count("\n", 0, found.start()) + 1 if found else 1


def marked(spans: Text) -> str:
    """Return a text with its citations as [@key]."""
    return "".join(f"[@{s.target}]" if s.style == "cite" else s.text for s in spans)


def fields_of(raw: str) -> dict[str, Any] | None:
    """Return the front matter, or None where it cannot be read."""
    try:
        return split(raw)[0]
    except FrontMatterError:
        return None


def drafts(content: Path, library: Library) -> tuple[Draft, ...]:
    """Return every draft whose front matter is TOML; one that did not parse has no pieces."""
    home = content / LANGUAGE
    parsed = {f"{LANGUAGE}/articles/{a.topic}/{a.slug}.md": a.pieces for a in library.articles}
    guides = {(kind, g.week): g.pieces for kind, g in library.guides}
    found: list[Draft] = []
    for path in (*home.glob("articles/*/*.md"), *home.glob("weeks/*.md"), *_after(home)):
        file = path.relative_to(content).as_posix()
        raw = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        fields = fields_of(raw)
        if fields is not None:
            kind = KINDS.get(path.parent.name, "article") if path.parent.parent == home else ""
            pieces = parsed.get(file, ()) if not kind else guides.get((kind, _week(fields)), ())
            passages = (*_front(raw, fields), *_body(pieces, bool(kind)))
            topic = path.parent.name
            found.append(
                Draft(file, path.stem, topic, kind or "article", raw, fields, pieces, passages)
            )
    return tuple(sorted(found))


def _after(home: Path) -> Iterator[Path]:
    return home.glob("after-birth/*.md")


def _week(fields: dict[str, Any]) -> int:
    week = fields.get("week")
    return week if isinstance(week, int) else -1


def _front(raw: str, fields: dict[str, Any]) -> Iterator[Passage]:
    for key in ("title", "summary", "why", "like"):
        if isinstance(fields.get(key), str):
            yield Passage(key_line(raw, key), key, "", fields[key])
    takeaways = fields.get("takeaways")
    if isinstance(takeaways, list):
        for text in (t for t in takeaways if isinstance(t, str)):
            line = line_of(raw, '"' + text[:30].replace('"', '\\"'), key_line(raw, "takeaways"))
            yield Passage(line, "takeaway", "", text)


def _body(pieces: tuple[Piece, ...], guide: bool) -> Iterator[Passage]:
    section, part = "", "body"
    for line, level, block in pieces:
        if isinstance(block, Heading):
            text = plain(block.spans)
            if level == 2:
                section = text
                part = {HELP: "help", QUESTIONS: "answer"}.get(text, "body") if not guide else part
            asked = part == "answer" and level == 3
            fixed = text in (HELP, QUESTIONS) or part == "help" or guide
            yield Passage(line, "question" if asked else "label" if fixed else "heading", "", text)
        elif isinstance(block, Paragraph):
            yield Passage(line, part, section, marked(without_signs(block.spans)[0]), True)
        elif isinstance(block, Diagram):
            yield Passage(line, "heading", section, block.caption)
            yield Passage(line + 1, "figure", section, marked(block.words), True)
        elif isinstance(block, Bullets | Steps):
            for number, item in enumerate(block.items):
                yield Passage(line + number, part, section, marked(without_signs(item)[0]))
