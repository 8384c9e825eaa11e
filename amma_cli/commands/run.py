"""Finds the command, imports its module alone, and runs it through typer."""

import difflib
import importlib
from collections.abc import Sequence
from typing import Any

from amma_cli.commands.registry import BY_NAME, COMMANDS
from amma_cli.env import Env
from amma_cli.errors import EXIT_DONE, AmmaError, Usage

EVERY = tuple(command.name for command in COMMANDS)
HELP = ("-h", "--help")
# What is typed here may need a call: one that is not understood says whom to call.
WEIGHING = frozenset(("log", "signs", "checkin"))
NEAR, CLOSE, SHORTEST = 3, 0.75, 3  # how many are named, how like, and from how many letters
LONGEST = 80  # characters of what was typed that are offered to a search


def run(env: Env, words: Sequence[str]) -> int:
    """Run the command that `words` name and return its exit code.

    Raises AmmaError for whatever ends it with a sentence.
    """
    if not words:
        return dispatch(env, "today", [])
    first, *rest = words
    if first in HELP and rest and rest[0] in BY_NAME:
        first, rest = rest[0], [*rest[1:], first]  # -h means the same before the command
    if first in HELP or (first == "help" and not rest):
        return _help(env, "")
    if first == "help":
        if rest[0] in BY_NAME and rest[0] != "help":
            return dispatch(env, rest[0], ["--help"])
        return _help(env, "" if rest[0] in (*HELP, "help") else rest[0])
    if first.startswith("-"):
        raise Usage(f"There is no option {first[:40]} here.", "amma help options")
    if first not in BY_NAME:
        near = _near(first, alone=not rest)
        said = f"Did you mean: {', '.join(near)}?" if near else _look_up(env, words)
        raise Usage(f'There is no command "{first[:40]}".', said)
    return dispatch(env, first, rest)


def _near(typed: str, *, alone: bool) -> list[str]:
    """Return up to three commands that are really meant: spelled alike, or begun and cut short."""
    low = typed[:40].lower()
    near = difflib.get_close_matches(low, BY_NAME, NEAR, CLOSE)
    if len(low) >= SHORTEST and (alone or len(low) > SHORTEST):  # "for how long" is no forget
        near += [name for name in BY_NAME if name.startswith(low) and name not in near]
    return near[:NEAR]


def _look_up(env: Env, words: Sequence[str]) -> str:
    """Return how to search for what was typed, and whom to call: it may be a worry."""
    from amma_cli import messages as say
    from amma_cli.commands.house import House
    from amma_cli.domain.contact import contacts, filled

    house = House(env)
    try:
        who = house.who
    except AmmaError:  # without a library or with a wrong --region: the numbers of no country
        who = contacts(None)
    typed = "".join(c for c in " ".join(words) if c.isprintable() and c not in '"\\`$!')
    typed = typed.strip(" ?.")
    if len(typed) > LONGEST:
        typed = typed[:LONGEST].rpartition(" ")[0]
    search = f'amma search "{typed}"' if " " in typed else f"amma search {typed or 'WORDS'}"
    return f"{filled(say.WORRIED_NOW, who)} {say.LOOK_UP.format(search=search)}"


def _help(env: Env, name: str) -> int:
    from amma_cli.commands.help import record, top, topic
    from amma_cli.commands.show import show

    shown = topic(name) if name else top()
    show(env, shown, record(name) if env.options.json else None)
    return EXIT_DONE


def dispatch(env: Env, name: str, rest: Sequence[str]) -> int:
    """Run one command with its own arguments."""
    import typer

    from amma_cli.commands.house import House

    group = build((name,))
    try:
        # Not group.main: that takes Ctrl-C and a closed pipe for its own, with other exit codes.
        with group.make_context("amma", [name, *rest], obj=House(env)) as context:
            group.invoke(context)
    except typer.Exit as ended:
        return ended.exit_code
    except typer.TyperException as error:
        said = _sentence(error)
        if name in WEIGHING and rest:
            said = f"{said} {_worried(env)}"
        raise Usage(said, f"amma {name} -h") from None
    return EXIT_DONE


def _worried(env: Env) -> str:
    from amma_cli.commands.house import House
    from amma_cli.commands.weighing import worried

    return worried(House(env))


def _sentence(error: Any) -> str:
    said = "".join(c for c in error.format_message() if c.isprintable()).strip()
    return said[:300] if said.endswith((".", "?")) else said[:300] + "."


def build(names: Sequence[str] = EVERY) -> Any:
    """Return the typer group of the named commands; all of them when none is named."""
    import typer

    from amma_cli.commands.command_help import Helped

    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": list(HELP), "max_content_width": 80},
    )
    app.callback()(_root)
    for name in names:
        command = BY_NAME[name]
        module = importlib.import_module(f"amma_cli.commands.{command.module}")
        app.command(name, cls=Helped)(getattr(module, command.function))
    return typer.main.get_command(app)


def _root() -> None:
    """Hold the commands together, so that one alone keeps its name."""
