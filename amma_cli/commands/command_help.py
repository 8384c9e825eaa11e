"""The help of one command as a page: by the painters, so that width, --plain and --json hold."""

import inspect
import re
from typing import Any

import typer
from typer.core import TyperCommand

from amma_cli.blocks import Block, Bullets, Heading, Note, Page, Span, Table, Text, Title, text
from amma_cli.commands.show import show
from amma_cli.domain.moment import SCHEMA

COMMON = "Common options, before or after the command: amma help options."


class Helped(TyperCommand):
    """A command that shows its help as every other screen is shown."""

    def get_help(self, ctx: Any) -> str:
        """Show the help instead of returning it. Raises typer.Exit always."""
        record = help_record(self)
        show(ctx.obj.env, help_page(record), record)
        raise typer.Exit


def help_record(command: Any) -> dict[str, Any]:
    """Return what --help says of a command, as --json writes it."""
    words, _, examples = inspect.cleandoc(command.help or "").partition("\b")
    given = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    usage = ["amma", command.name, *(p.metavar or p.name.upper() for p in given), "[OPTIONS]"]
    return {
        "schema": SCHEMA,
        "command": command.name,
        "say": " ".join(words.split()),
        "usage": " ".join(usage),
        "examples": [_example(line) for line in examples.strip().splitlines()[1:]],
        "arguments": [
            {"name": p.metavar or p.name.upper(), "say": p.help} for p in given if p.help
        ],
        "options": [
            *({"name": _names(p), "say": p.help or ""} for p in options if p.name != "help"),
            {"name": "-h, --help", "say": "this help"},
        ],
    }


def _example(line: str) -> dict[str, str]:
    command, _, words = line.strip().partition("  ")
    return {"command": command, "say": words.strip()}


def _names(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or 'TEXT'}"


def help_page(record: dict[str, Any]) -> Page:
    """Return the help as a page: what it does, examples, then every option."""
    examples = tuple(_example_text(one) for one in record["examples"])
    blocks: list[Block] = [
        Title(text(record["say"]), text(f"usage: {record['usage']}")),
        Heading(text("Examples")),
        Bullets(examples),
    ]
    for name in ("arguments", "options"):
        rows = tuple((one["name"], one["say"]) for one in record[name])
        if rows:
            blocks += [Heading(text(name.capitalize())), Table(("", ""), rows)]
    return (*blocks, Note(text(COMMON)))


def _example_text(one: dict[str, str]) -> Text:
    command = Span(re.sub(r"\s+", " ", one["command"]), "command")
    return text(command, f" ({one['say']})") if one["say"] else text(command)
