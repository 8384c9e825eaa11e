"""Markdown with citations and sign keys -> blocks. The only user of markdown-it-py."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from amma_cli.blocks import Block, Bullets, Diagram, Heading, Paragraph, Span, Steps, Text

if TYPE_CHECKING:
    from markdown_it.token import Token

CITATION = re.compile(r"\s*\[@([^\]]*)\]")
SIGN = re.compile(r"\s*\[!([^\]]*)\]")
MARK = re.compile(r"\s*\[(?:@|!)[^\]]*\]")
DIAGRAM = "diagram "  # what a fence of a drawing opens with, before its caption


class Problem(NamedTuple):
    """Something wrong in a file of the library: rule code, place, message, fix."""

    code: str
    file: str
    line: int
    message: str
    fix: str = ""
    level: str = "error"


class Piece(NamedTuple):
    """A block with the line it starts on and its heading level (0 for no heading)."""

    line: int
    level: int
    block: Block


class Numbers:
    """Gives citations their numbers by first use."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def number(self, key: str) -> int:
        """Return the number of a source, a new one when it is met first."""
        if key not in self.keys:
            self.keys.append(key)
        return self.keys.index(key) + 1


def parse_markdown(text: str, numbers: Numbers, first_line: int = 1) -> Iterator[Piece]:
    """Yield the blocks of a body in order; raise ValueError on Markdown that is not allowed."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    tokens = parser.parse(text)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        line = first_line + (token.map[0] if token.map else 0)
        if token.type == "heading_open":
            spans = _spans(tokens[at + 1], numbers, line)
            level = int(token.tag[1])
            yield Piece(line, level, Heading(spans, level))
            at += 3
        elif token.type == "paragraph_open":
            yield Piece(line, 0, Paragraph(_spans(tokens[at + 1], numbers, line)))
            at += 3
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            closing = token.type.replace("open", "close")
            end = next(
                i
                for i in range(at, len(tokens))
                if tokens[i].type == closing and tokens[i].level == token.level
            )
            yield Piece(line, 0, _list(token.type, tokens[at:end], numbers, line))
            at = end + 1
        elif token.type == "fence" and token.info.startswith(DIAGRAM):
            yield Piece(line, 0, _diagram(token, numbers))
            at += 1
        else:
            kind = token.type.removesuffix("_open").replace("_", " ")
            raise ValueError(f"{line}:{kind} is not used in the library")


def _diagram(token: "Token", numbers: Numbers) -> Diagram:
    """A caption on the fence, the same in words up to an empty line, then the drawing."""
    words, _, drawing = token.content.partition("\n\n")
    spans = tuple(_cited(" ".join(words.split()), "", "", numbers))
    lines = tuple(line.rstrip() for line in drawing.rstrip("\n").split("\n"))
    return Diagram(token.info.removeprefix(DIAGRAM).strip(), _merged(list(spans)), lines)


def _list(kind: str, tokens: "list[Token]", numbers: Numbers, line: int) -> Block:
    if any(t.type.endswith("list_open") for t in tokens[1:]):
        raise ValueError(f"{line}:a list inside a list is not used in the library")
    items = tuple(_spans(t, numbers, line) for t in tokens if t.type == "inline")
    return Bullets(items) if kind.startswith("bullet") else Steps(items)


def _spans(inline: "Token", numbers: Numbers, line: int) -> Text:
    spans: list[Span] = []
    style: list[str] = []
    target = ""
    for token in inline.children or []:
        if token.type == "text":
            spans.extend(_cited(token.content, style[-1] if style else "", target, numbers))
        elif token.type in ("softbreak", "hardbreak"):
            spans.append(Span(" "))
        elif token.type in ("strong_open", "em_open"):
            style.append(token.type.removesuffix("_open"))
        elif token.type == "link_open":
            target = str(token.attrGet("href") or "").removesuffix(".md")
            style.append("link")
        elif token.type in ("strong_close", "em_close", "link_close"):
            style.pop()
            target = "" if token.type == "link_close" else target
        elif token.type == "code_inline":
            spans.append(Span(token.content, "command"))
        else:
            raise ValueError(f"{line}:{token.type.replace('_', ' ')} is not used in the library")
    return _merged(spans)


def _cited(content: str, style: str, target: str, numbers: Numbers) -> Iterator[Span]:
    at = 0
    for match in CITATION.finditer(content):
        if match.start() > at:
            yield Span(content[at : match.start()], style, target)  # type: ignore[arg-type]
        for part in match[1].split(";"):
            key = part.strip().removeprefix("@")
            yield Span(f"[{numbers.number(key)}]", "cite", key)
        at = match.end()
    if at < len(content):
        yield Span(content[at:], style, target)  # type: ignore[arg-type]


def _merged(spans: list[Span]) -> Text:
    """Put a space before a run of citations and join neighbours of one style."""
    out: list[Span] = []
    for span in spans:
        if span.style == "cite" and out and out[-1].style != "cite":
            out.append(Span(" "))
        if out and out[-1][1:] == span[1:] and span.style != "cite":
            out[-1] = out[-1]._replace(text=out[-1].text + span.text)
        else:
            out.append(span)
    return tuple(out)


def without_signs(spans: Text) -> tuple[Text, tuple[str, ...]]:
    """Split a help bullet into its words and the sign keys that end it."""
    keys: list[str] = []
    out: list[Span] = []
    for span in spans:
        keys.extend(key.strip() for key in SIGN.findall(span.text))
        words = SIGN.sub("", span.text)
        if words:
            out.append(span._replace(text=words))
    if out:
        out[-1] = out[-1]._replace(text=out[-1].text.rstrip())
    return tuple(out), tuple(keys)
