"""The settings, and what changed."""

from collections.abc import Sequence

from amma_cli import messages as say
from amma_cli import messages_own as own
from amma_cli.blocks import Entries, Entry, Note, Page, Span, Title, text


def listed(rows: Sequence[tuple[str, str, str, str]]) -> Page:
    """Return settings: name, value, what it takes, what it does."""
    entries = tuple(
        Entry(f"amma settings {name} ...", text(Span(name, "strong"), f": {value}"), "",
              text(f"{does[0].upper()}{does[1:]}. Takes {takes}."))
        for name, value, takes, does in rows
    )  # fmt: skip
    return (Title(text(own.SETTINGS)), Entries(entries))


def changed(name: str, value: str, back: str) -> Page:
    """Return what a setting is now and how to take that back."""
    return (
        Title(text(own.SETTING_NOW.format(name=name, value=value))),
        Note(text(say.TAKE_BACK, Span(back, "command"))),
    )
