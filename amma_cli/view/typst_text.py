"""Texts as typst source: string literals, so that nothing in a text acts as markup."""

import re
from typing import Any

from amma_cli.view.characters import clean, encodable

LONG, PIECE = re.compile(r"\S{28,}"), re.compile(r".{1,4}[\u0300-\u036f]*")


def literal(words: str) -> str:
    """Return a text as a string literal on one line."""
    return '"' + clean(words).replace("\\", "\\\\").replace('"', '\\"') + '"'


def content(words: str) -> str:
    """Return a text as content in which a word that no line could hold may break.

    A space without width would break it too, but then the file's words hold that character.
    """
    parts = LONG.sub(lambda found: "\n".join(PIECE.findall(found[0])), clean(words)).split("\n")
    if len(parts) == 1:
        return literal(words)
    return "{" + "; h(0.01pt); ".join(map(literal, parts)) + "}"


def replaced(value: Any) -> Any:
    """Return blocks with characters that every font has; before quoting: some become quotes."""
    if isinstance(value, str):
        return encodable(value, "cp1252")
    if not isinstance(value, tuple):
        return value
    parts = map(replaced, value)
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
