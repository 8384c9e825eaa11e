"""amma export and amma import: everything of hers to a file, and from such a file back."""

from pathlib import Path
from typing import Annotated, Any

import typer

from amma_cli import messages_exchange as words
from amma_cli.commands.house import House
from amma_cli.commands.outfile import form_of, refuse_taken, write_private
from amma_cli.commands.record import record_page
from amma_cli.commands.show import show, tell
from amma_cli.domain.age import plural
from amma_cli.domain.dates import format_date
from amma_cli.domain.journal_table import Recorded, table_of
from amma_cli.domain.moment import SCHEMA
from amma_cli.env import Env
from amma_cli.errors import AmmaError, NeedsAnswer, Usage
from amma_cli.pages import exchange as page
from amma_cli.store.exchange import Content, NotAnExport, content_bytes, content_of
from amma_cli.store.exchange_file import Here, read_export, read_here, take_over, would_take
from amma_cli.store.files import LARGEST
from amma_cli.store.live import read_live
from amma_cli.store.merge import Merged
from amma_cli.view.characters import encodable, to_json

FORMS = ("json", "csv", "md")
NAME = "amma-export"  # of a file that nobody named: no week, no date


def export(
    ctx: typer.Context,
    to: Annotated[str | None, typer.Option("--to", metavar="json|csv|md")] = None,
    out: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="a file; - is stdout")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="replace the file")] = False,
) -> None:
    """Write all that is yours to a file: json is complete, csv the journal, md to be read.

    \b
    Examples:
      amma export -o mine.json
      amma export --to csv -o journal.csv
      amma export --to md -o - | less
    """
    house: House = ctx.obj
    form = form_of(to, out, FORMS, "json")
    if form not in FORMS:
        raise Usage(words.FORM.format(asked=form[:20]), "--to json")
    target = out or ("-" if not house.env.terminal else f"{NAME}.{form}")
    path = Path(target)
    if target != "-":
        refuse_taken(path, force)
    here = read_here(house.paths)
    document = _document(house, here.content, form)
    record: dict[str, Any] = {
        "schema": SCHEMA, "to": form, "path": None, "entries": len(here.content.entries),
    }  # fmt: skip
    if target == "-":
        _to_stdout(house.env, document, form, record)
    else:
        write_private(path, document.encode("utf-8"))
        many = plural(len(here.content.entries), "entry", "entries")
        tell(house.env, words.WRITTEN.format(path=path, count=many))
        if house.env.options.json:
            house.env.stdout.write(to_json({**record, "path": str(path)}, house.env.encoding))
    _left_out(house, here, document if form == "json" else "")


def _document(house: House, content: Content, form: str) -> str:
    if form == "json":
        return content_bytes(content).decode("ascii")
    if form == "csv":
        from amma_cli.view.sheet import paint_sheet

        return paint_sheet(*table_of(Recorded(*entry) for entry in content.entries))
    from amma_cli.view.markdown import paint_markdown

    return paint_markdown(record_page(house, content))


def _to_stdout(env: Env, document: str, form: str, record: dict[str, Any]) -> None:
    """Write a document whole; an export in JSON is the document of --json itself."""
    if env.options.json and form != "json":
        document = to_json({**record, "document": document}, env.encoding)
    env.stdout.write(encodable(document, env.encoding))


def _left_out(house: House, here: Here, document: str) -> None:
    """Say what is not in the export, and whether its JSON could not be taken back."""
    if here.torn:
        tell(house.env, words.TORN.format(count=here.torn))
    try:
        if read_live(house.paths.live) is not None:
            tell(house.env, words.LIVE)
        if document:
            content_of(document.encode("ascii"))
    except NotAnExport as error:
        tell(house.env, words.NOT_BACK.format(why=error.say))
    except AmmaError:  # a damaged session is no part of an export
        return


def import_record(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="FILE|-", help="an export; - is stdin")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="only say what would come")] = False,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="where both differ, what the file says")
    ] = False,
) -> None:
    """Take over an export of amma's: what is new comes, what is here stays, all or nothing.

    \b
    Examples:
      amma import mine.json --dry-run
      amma import mine.json
      amma import - < mine.json
    """
    house: House = ctx.obj
    there = content_of(_piped(house.env) if name == "-" else read_export(Path(name)))
    if dry_run:
        merged = would_take(house.paths, there, theirs=theirs)
    else:
        merged = take_over(house.paths, there, theirs=theirs, on=house.env.today())
    found = _brought(merged, dry=dry_run)
    shown = page.brought(found, dry=dry_run, theirs=theirs, changes=merged.changes)
    show(house.env, shown, _record(found, merged, dry=dry_run, theirs=theirs))


def _piped(env: Env) -> bytes:
    if env.stdin is None or env.stdin.closed:
        raise NeedsAnswer("stdin is closed, so there is nothing to read.", "amma import FILE")
    raw: bytes = env.stdin.buffer.read(LARGEST + 1)
    if not raw.strip():
        raise NeedsAnswer(words.EMPTY, "amma import FILE")
    return raw


def _brought(merged: Merged, *, dry: bool) -> page.Brought:
    profile = merged.profile
    spoken = not (profile.before.ended or profile.after.ended)
    goes_on = profile.after.pregnancy
    return page.Brought(
        len(merged.added), merged.same, merged.entries_differ, profile.datings,
        profile.put_aside, profile.taken, goes_on if goes_on != profile.before.pregnancy else 0,
        _dates(merged, dry=dry) if spoken else "", merged.differences, spoken,
    )  # fmt: skip


def _dates(merged: Merged, *, dry: bool) -> str:
    before, after = merged.profile.before.due, merged.profile.after.due
    if after is None or before == after:
        return ""
    if before is None:
        return words.DUE_SET.format(after=format_date(after))
    said = words.DUE_WOULD if dry else words.DUE_MOVED
    return said.format(before=format_date(before), after=format_date(after))


def _record(found: page.Brought, merged: Merged, *, dry: bool, theirs: bool) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "dry_run": dry,
        "theirs": theirs,
        "changed": merged.changes and not dry,
        "entries": {"new": found.new, "same": found.same, "differ": found.differ},
        "datings": found.datings,
        "put_aside": found.put_aside,
        "taken": [{"what": what, "name": name} for what, name in found.taken],
        "differences": [
            {"what": what, "name": name,
             "here": here if found.spoken or what in ("entry", "setting", "answer") else None,
             "there": there if found.spoken or what in ("entry", "setting", "answer") else None}
            for what, name, here, there in found.differences
        ],
    }  # fmt: skip
