"""amma status: where things stand in one line; --short is answered before typer is imported."""

from typing import Annotated

import typer

from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.domain.moment import moment_record
from amma_cli.pages import status as page
from amma_cli.status import short as short_text


def status(
    ctx: typer.Context,
    short: Annotated[bool, typer.Option("--short", help="for a shell prompt: 20+3")] = False,
    neutral: Annotated[bool, typer.Option("--neutral", help="no word on what it is")] = False,
) -> None:
    """Show where things stand in one line; --short for a shell prompt.

    \b
    Examples:
      amma status
      amma status --short
      amma status --short --neutral
    """
    house: House = ctx.obj
    if (short or neutral) and not house.env.options.json:
        words = short_text(
            ["--neutral"] if neutral else [], house.env.environ, house.env.today()
        )  # fmt: skip
        house.env.stdout.write(f"{words}\n" if words else "")
        return
    moment = house.need_moment()
    show(house.env, page.status(moment), moment_record(moment))
