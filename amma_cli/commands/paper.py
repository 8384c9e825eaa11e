"""amma print: articles, the guide of a week, a topic, on paper or for passing on."""

from pathlib import Path
from typing import Annotated

import typer

from amma_cli import messages_paper as say
from amma_cli.commands import types
from amma_cli.commands.house import House
from amma_cli.commands.outfile import document_to_stdout, refuse_target
from amma_cli.commands.picking import Picked, document_page, picked
from amma_cli.commands.press import Form, form_asked, pressed
from amma_cli.commands.show import tell
from amma_cli.domain.moment import SCHEMA
from amma_cli.env import Env
from amma_cli.store.files import write_export
from amma_cli.view.characters import to_json

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[ARTICLE ...]", help="slugs, titles or aliases")
]


def print_article(
    ctx: typer.Context,
    names: Names = None,
    week: Annotated[str | None, typer.Option("--week", metavar="N", help="a week's guide")] = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="T", help="a whole topic")] = None,
    ahead: Annotated[bool, typer.Option("--ahead", help="your next three weeks")] = False,
    to: types.To = None,
    paper: types.Paper = None,
    large: types.Large = False,
    out: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="a file; - is stdout")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="replace the file")] = False,
) -> None:
    """Print articles to a file, for paper or for passing on. No date of yours is in it.

    \b
    Examples:
      amma print cervical-insufficiency
      amma print preeclampsia hospital-bag --to pdf --large
      amma print --week 20 -o week.html
    """
    house: House = ctx.obj
    form = form_asked(to, out, paper, large)
    what = picked(house, names or (), week, topic, ahead)
    target = out or ("-" if not house.env.terminal else f"{what.stem}.{form.to}")
    refuse_target(house.env, target, form.to, force)
    document = pressed(house.env, document_page(house, what), form, len(what.order))
    _deliver(house.env, what, form, target, document)


def _deliver(env: Env, what: Picked, form: Form, target: str, document: bytes) -> None:
    record: dict[str, object] = {
        "schema": SCHEMA,
        "article": None if what.title else what.stem,
        "articles": list(what.articles),
        "guides": list(what.weeks),
        **form.record,
    }
    if target == "-":
        document_to_stdout(env, document, form.to, {**record, "path": None})
        return
    path = Path(target)
    write_export(path, document)
    said = say.WRITTEN_SEVERAL if what.title else say.WRITTEN
    tell(env, said.format(path=path, count=len(what.order)))
    if env.options.json:
        env.stdout.write(to_json({**record, "path": str(path)}, env.encoding))
