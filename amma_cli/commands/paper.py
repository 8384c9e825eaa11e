"""amma print: articles, the guide of a week, a topic, on paper or for passing on."""

import base64
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from amma_cli import messages_paper as say
from amma_cli.commands.house import House
from amma_cli.commands.outfile import form_of, refuse_taken, to_stdout
from amma_cli.commands.picking import Picked, document_page, picked
from amma_cli.commands.press import pressed
from amma_cli.commands.show import tell
from amma_cli.domain.moment import SCHEMA
from amma_cli.env import Env
from amma_cli.errors import Usage
from amma_cli.store.files import write_export
from amma_cli.view.characters import to_json

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[ARTICLE ...]", help="slugs, titles or aliases")
]
FORMS = ("html", "md", "txt", "pdf")
PAGED = ("html", "pdf")
PAPERS = ("a4", "letter")


class Form(NamedTuple):
    """How the document is made. paper: "" leaves it to whoever prints it."""

    to: str
    paper: str
    large: bool


def print_article(
    ctx: typer.Context,
    names: Names = None,
    week: Annotated[str | None, typer.Option("--week", metavar="N", help="a week's guide")] = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="T", help="a whole topic")] = None,
    ahead: Annotated[bool, typer.Option("--ahead", help="your next three weeks")] = False,
    to: Annotated[str | None, typer.Option("--to", metavar="html|md|txt|pdf")] = None,
    paper: Annotated[str | None, typer.Option("--paper", metavar="a4|letter")] = None,
    large: Annotated[bool, typer.Option("--large", help="large print")] = False,
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
    form = _form(to, out, paper, large)
    what = picked(house, names or (), week, topic, ahead)
    target = out or ("-" if not house.env.terminal else f"{what.stem}.{form.to}")
    _allowed(house.env, target, form, force)
    document = pressed(house.env, document_page(house, what), form, len(what.order))
    _deliver(house.env, what, form, target, document)


def _form(to: str | None, out: str | None, paper: str | None, large: bool) -> Form:
    """Return how the document is to be made. Raises errors.Usage."""
    form = form_of(to, out, FORMS, "html")
    if form not in FORMS:
        raise Usage(say.FORM.format(asked=form[:20]), "--to html")
    if paper is not None and paper.lower() not in PAPERS:
        raise Usage(say.PAPER.format(asked=paper[:20]), "--paper a4")
    if form not in PAGED and (paper or large):
        option = "--paper" if paper else "--large"
        raise Usage(say.LAID_OUT.format(option=option, form=form), "--to html")
    return Form(form, (paper or "").lower(), large)


def _allowed(env: Env, target: str, form: Form, force: bool) -> None:
    """Refuse before the work what would be refused after it. Raises errors.Usage, Failed."""
    if target == "-":
        if form.to == "pdf" and env.terminal and not env.options.json:
            raise Usage(say.NO_PDF_HERE, say.NO_PDF_HINT)
        return
    refuse_taken(Path(target), force)


def _deliver(env: Env, what: Picked, form: Form, target: str, document: bytes) -> None:
    record: dict[str, object] = {
        "schema": SCHEMA,
        "article": None if what.title else what.stem,
        "articles": list(what.articles),
        "guides": list(what.weeks),
        "to": form.to,
        "paper": form.paper or None,
        "large": form.large,
    }
    if target == "-":
        _to_stdout(env, document, form, {**record, "path": None})
        return
    path = Path(target)
    write_export(path, document)
    said = say.WRITTEN_SEVERAL if what.title else say.WRITTEN
    tell(env, said.format(path=path, count=len(what.order)))
    if env.options.json:
        env.stdout.write(to_json({**record, "path": str(path)}, env.encoding))


def _to_stdout(env: Env, document: bytes, form: Form, record: dict[str, object]) -> None:
    """Write a document whole, never through a pager, in characters that stdout can take."""
    if form.to == "pdf" and not env.options.json:
        env.stdout.flush()
        env.stdout.buffer.write(document)
        env.stdout.buffer.flush()
        return
    if not env.options.json:
        to_stdout(env, document, html=form.to == "html")
        return
    if form.to == "pdf":
        packed = base64.b64encode(document).decode("ascii")
        whole = {**record, "encoding": "base64", "document": packed}
    else:
        whole = {**record, "document": document.decode("utf-8")}
    env.stdout.write(to_json(whole, env.encoding))
