"""Characters that may be shown: no control codes, and what an encoding lacks is replaced."""

import json
from typing import Any

# What reads well where an encoding has no such character.
SUBSTITUTES = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": " - ", "\u2026": "...",
    "\u2022": "-", "\u00b7": "-", "\u00d7": "x", "\u00b1": "+/-", "\u00b5": "u", "\u03bc": "u",
    "\u2264": "<=", "\u2265": ">=", "\u2192": "->", "\u00bd": " 1/2", "\u00bc": " 1/4",
    "\u00be": " 3/4", "\u00b0": " degrees ", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
    "\u2190": "<-", "\u2501": "=", "\u2578": ">", "\u2500": "-", "\u2502": "|", "\u256d": "+",
    "\u256e": "+", "\u2570": "+", "\u256f": "+", "\u250c": "+", "\u2510": "+", "\u2514": "+",
    "\u2518": "+", "\u251c": "+", "\u2524": "+", "\u252c": "+", "\u2534": "+", "\u253c": "+",
    "\u25b8": ">", "\u2713": "x", "\u00a3": "GBP ", "\u20ac": "EUR ",
}  # fmt: skip

# C0 and C1 controls, and the characters that turn the reading direction or hide text.
_HIDDEN = (
    dict.fromkeys(range(32))
    | dict.fromkeys(range(127, 160))
    | dict.fromkeys((1564, 8203, 8206, 8207, 8288, 65279, 6158))
    | dict.fromkeys(range(8234, 8239))
    | dict.fromkeys(range(8294, 8298))
    | dict.fromkeys(range(65529, 65532))
    | dict.fromkeys(range(917504, 917632))
)
_HIDDEN_KEEPING_LINES = {k: v for k, v in _HIDDEN.items() if k != 10} | {9: " ", 0x2028: " "}
_ONE_LINE = _HIDDEN | {9: " ", 10: " ", 13: " ", 0x2028: " ", 0x2029: " "}


def clean(text: str) -> str:
    """Return text on one line without control characters, direction marks and lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_ONE_LINE).encode("utf-8", "replace").decode("utf-8")


def clean_lines(text: str) -> str:
    """Return text without control characters, its line ends kept."""
    shown = text.replace("\r\n", "\n").translate(_HIDDEN_KEEPING_LINES)
    return shown.encode("utf-8", "replace").decode("utf-8")


def encodable(text: str, encoding: str) -> str:
    """Return text that `encoding` can write: substitutes first, then letters without accents."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_fitting(c, encoding) for c in text)
    except LookupError:
        return encodable(text, "ascii")
    return text


def _fitting(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        pass
    else:
        return character
    if character in SUBSTITUTES:
        return SUBSTITUTES[character]
    import unicodedata

    bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return bare or "?"


def can_draw(encoding: str) -> bool:
    """Whether boxes and braille charts can be written in this encoding."""
    try:
        "\u256d\u2500\u28ff\u2501".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def cells(text: str) -> int:
    """Return the columns that a text takes in a terminal."""
    if text.isascii():
        return len(text)
    import unicodedata

    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def to_json(record: Any, encoding: str) -> str:
    """Return one JSON document with a line end; only ASCII where the encoding is not Unicode.

    Control characters, direction marks and lone surrogates are always written as escapes.
    """
    unicode_ok = encoding.lower().replace("-", "").startswith("utf")
    words = json.dumps(record, indent=2, ensure_ascii=not unicode_ok)
    if not words.isascii() or "\x7f" in words:
        words = "".join(_escaped(c) if _is_hidden(c) else c for c in words)
    return words + "\n"


def _is_hidden(character: str) -> bool:
    code = ord(character)
    hidden = code in _HIDDEN or code in (0x2028, 0x2029) or 0xD800 <= code <= 0xDFFF
    return hidden and character != "\n"


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1]
