"""amma visit: one sheet for the appointment, and the questions for it."""

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from amma_cli import messages_visit as words
from amma_cli.blocks import Page
from amma_cli.commands import types
from amma_cli.commands.ask import agrees, ask
from amma_cli.commands.house import House
from amma_cli.commands.outfile import document_to_stdout, refuse_target, write_private
from amma_cli.commands.press import Form, form_asked, pressed, refuse_unmade
from amma_cli.commands.show import show, tell
from amma_cli.commands.visit_sheet import dates_of, noted_of, record_of, sheet_of
from amma_cli.domain.checkin import numbers_in
from amma_cli.domain.dates import parse_date
from amma_cli.domain.visit import PARTS, last_visit, left
from amma_cli.errors import Usage
from amma_cli.pages import visit as page
from amma_cli.pages.visit import Part, Sheet
from amma_cli.view.characters import clean, to_json


class Wish(NamedTuple):
    """What was asked for: parts by name, where to and how.

    document: whether a form, a paper or large print was asked for; quiet: no questions.
    """

    only: tuple[str, ...]
    without: tuple[str, ...]
    form: Form
    document: bool
    out: str | None
    quiet: bool
    force: bool


def visit(
    ctx: typer.Context,
    what: Annotated[
        list[str] | None, typer.Argument(metavar="[ask|list|done|open] [WORDS]", show_default=False)
    ] = None,
    to: types.To = None,
    paper: types.Paper = None,
    large: types.Large = False,
    out: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="a file; - is stdout")
    ] = None,
    only: types.Only = None,
    without: types.Without = None,
    since: types.Since = None,
    yes: types.Unasked = False,
    force: Annotated[bool, typer.Option("--force", help="replace the file")] = False,
) -> None:
    """Make one sheet for your appointment: questions, what you logged since the last, space.

    \b
    Examples:
      amma visit
      amma visit --without contractions --to pdf
      amma visit ask "Can I fly in March?"
      amma visit done
    """
    house: House = ctx.obj
    if what:
        from amma_cli.commands.visit_questions import questions

        questions(house, what[0], [clean(word) for word in what[1:]])
        return
    # The list of parts goes to stdout: in a pipe nobody would see what is asked about.
    quiet = yes or not (house.env.can_ask and house.env.terminal)
    form, document = form_asked(to, out, paper, large), bool(to or paper or large)
    _make(house, Wish(_known(only), _known(without), form, document, out, quiet, force), since)


def _known(keys: list[str] | None) -> tuple[str, ...]:
    for key in keys or ():
        if key not in PARTS:
            known = words.PARTS_ARE.format(parts=", ".join(PARTS))
            raise Usage(words.NO_PART.format(part=clean(key)[:30]), known)
    return tuple(keys or ())


def _make(house: House, wish: Wish, since: str | None) -> None:
    """Show the sheet, then write it where she said so."""
    noted, now = noted_of(house), house.env.now().replace(tzinfo=None)
    start = last_visit(noted, now)
    if since is not None:
        day = parse_date(since, region=house.country or None, name="--since").date
        start = datetime.combine(day, time())
    sheet = sheet_of(house, noted, start, now, named=wish.only)
    found = page.parts(sheet)
    asked = not wish.quiet and not house.env.options.json
    kept = left([part.key for part in found], wish.only, wish.without)
    chosen = [part for part in found if part.key in kept]
    target = _target(house, wish, asked=asked)
    if target is not None:
        refuse_target(house.env, target, wish.form.to, wish.force)
        refuse_unmade(wish.form)
    if asked and not (wish.only or wish.without):
        chosen = _ticked(house, chosen)
    if not chosen:
        raise Usage(words.NOTHING_LEFT, "amma visit -h")
    _deliver(house, wish, sheet, chosen, target, asked=asked)


def _target(house: House, wish: Wish, *, asked: bool) -> str | None:
    """Return the file, "-" for stdout, or None where the sheet is only shown."""
    if wish.out is not None:
        return wish.out
    if wish.document and not house.env.terminal:
        return "-"
    return f"visit.{wish.form.to}" if asked or wish.document else None


def _ticked(house: House, found: Sequence[Part]) -> list[Part]:
    """Ask what is to be left out of a numbered list."""
    show(house.env, page.choice(found))
    while True:
        gone = numbers_in(ask(house.env, words.LEAVE_OUT, "amma visit --without PART"), len(found))
        if isinstance(gone, tuple):
            return [part for number, part in enumerate(found, 1) if number not in gone]
        tell(house.env, words.NO_NUMBER.format(number=gone or "such number"))


def _deliver(
    house: House, wish: Wish, sheet: Sheet, chosen: Sequence[Part], target: str | None, *,
    asked: bool,
) -> None:  # fmt: skip
    shown = page.sheet_page(sheet, chosen)
    record = {**record_of(sheet, chosen, dates_of(house)), "path": None, **wish.form.record}
    if target is None:
        show(house.env, shown, record)
        return
    document = pressed(house.env, shown, wish.form, 1)
    if target == "-":
        document_to_stdout(house.env, document, wish.form.to, record)
        return
    _write(house, shown, document, {**record, "path": target}, chosen, asked=asked)


def _write(
    house: House, shown: Page, document: bytes, record: dict[str, Any], chosen: Sequence[Part], *,
    asked: bool,
) -> None:  # fmt: skip
    path = Path(record["path"])
    if asked:
        show(house.env, shown)
        if not agrees(house.env, words.WRITE.format(path=path), "--yes"):
            tell(house.env, words.NOT_WRITTEN)
            return
    else:
        tell(house.env, words.ON_IT.format(parts=", ".join(part.title for part in chosen)))
    write_private(path, document)
    tell(house.env, words.WRITTEN.format(path=path))
    if house.env.options.json:
        house.env.stdout.write(to_json(record, house.env.encoding))
