"""The front matter of a file of the library: split it off and read its keys."""

import datetime
import tomllib
from typing import Any

from amma_cli.domain.article import Review

FENCE = "+++\n"


class FrontMatterError(ValueError):
    """The front matter cannot be read; `line` is where."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def split(raw: str) -> tuple[dict[str, Any], str, int]:
    """Return front matter, body and the body's first line number.

    Raises FrontMatterError when the two lines of +++ or the TOML between them are not there.
    """
    text = raw.replace("\r\n", "\n")
    head, fence, body = text[len(FENCE) :].partition("\n+++\n")
    if not text.startswith(FENCE) or not fence:
        raise FrontMatterError(1, "the file starts with front matter between two lines of +++")
    try:
        fields = tomllib.loads(head + "\n")
    except tomllib.TOMLDecodeError as error:
        raise FrontMatterError(1, f"the front matter is not TOML: {error}") from None
    return fields, body, head.count("\n") + 4


def pair(fields: dict[str, Any], key: str) -> tuple[int, int] | None:
    """Return two whole numbers, the first not above the second, or None when absent.

    Raises FrontMatterError when the value is anything else.
    """
    value = fields.get(key)
    if value is None:
        return None
    if (
        not isinstance(value, list)
        or len(value) != 2
        or not all(type(n) is int for n in value)
        or value[0] > value[1]
    ):
        raise FrontMatterError(1, f"{key} is two completed weeks, first and last")
    return value[0], value[1]


def texts(fields: dict[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of texts; absent is empty. Raises FrontMatterError on other types."""
    value = fields.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise FrontMatterError(1, f"{key} is a list of texts")
    return tuple(value)


def need(fields: dict[str, Any], key: str) -> str:
    """Return a text that must be there. Raises FrontMatterError when it is not."""
    value = fields.get(key)
    if not isinstance(value, str) or not value.strip():
        raise FrontMatterError(1, f"{key} is missing")
    return value


def review(fields: dict[str, Any]) -> Review:
    """Return who looked at the text and when. Raises FrontMatterError on missing dates."""
    days = {}
    for key in ("written", "checked", "next_check"):
        value = fields.get(key)
        if type(value) is not datetime.date:
            raise FrontMatterError(1, f"{key} is a date such as 2026-11-22")
        days[key] = value.isoformat()
    who = fields.get("reviewer")
    named = f"{who['name']}, {who['role']}, {who['date']}" if isinstance(who, dict) else ""
    return Review(
        need(fields, "review"), days["written"], days["checked"], days["next_check"], named
    )
