"""amma help as a typer command; `run` answers it before typer is imported."""

from typing import Annotated

import typer

from amma_cli.commands.help import top, topic
from amma_cli.commands.house import House
from amma_cli.commands.show import show


def help_command(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[COMMAND|TOPIC]")] = None,
) -> None:
    """Show this help, the help of a command, or a topic.

    \b
    Examples:
      amma help
      amma help due
      amma help exit-codes
    """
    house: House = ctx.obj
    show(house.env, topic(name) if name else top())
