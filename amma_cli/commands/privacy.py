"""amma privacy, doctor, forget: what is stored, what is wrong, how to delete it all."""

import sys
from typing import Annotated, Any

import typer

from amma_cli import messages_own as own
from amma_cli.commands.ask import ask
from amma_cli.commands.house import House
from amma_cli.commands.show import show, tell
from amma_cli.domain.moment import SCHEMA
from amma_cli.errors import AmmaError, Failed, NeedsAnswer
from amma_cli.pages import privacy as page
from amma_cli.store.forget import forget as forget_all
from amma_cli.store.forget import present
from amma_cli.store.journal import read_entries, torn_lines

WORD = "forget"


def privacy(
    ctx: typer.Context,
    prove: Annotated[
        bool, typer.Option("--prove", help="run commands and list every file")
    ] = False,
) -> None:
    """Show what is stored, where, who can read it and how to delete it; or prove it.

    \b
    Examples:
      amma privacy
      amma privacy --prove
    """
    house: House = ctx.obj
    if prove:
        from amma_cli.commands.proof import prove_it

        proof = prove_it(house.env.environ)
        show(house.env, page.proof(proof), {"schema": SCHEMA, **proof})
        return
    try:
        there = set(present(house.paths))
    except Failed as error:
        there = set()
        tell(house.env, error.say)
    rows = [
        (str(s.path), s.purpose, s.content, s.lifetime, s.path in there)
        for s in house.paths.table()
    ]  # fmt: skip
    record = {
        "schema": SCHEMA,
        "network": False,
        "paths": [
            {"path": p, "purpose": purpose, "content": content, "lifetime": lifetime, "there": on}
            for p, purpose, content, lifetime, on in rows
        ],
    }
    show(house.env, page.privacy(rows), record)


def doctor(
    ctx: typer.Context,
    private: Annotated[
        bool, typer.Option("--include-private", help="with the values of your files")
    ] = False,
) -> None:
    """Show where things are and what is wrong, fit to be passed on: nothing of yours is in it.

    \b
    Examples:
      amma doctor
      amma doctor --json
    """
    house: House = ctx.obj
    facts, problems = _findings(house, private)
    record = {"schema": SCHEMA, "facts": dict(facts), "problems": problems}
    show(house.env, page.doctor(facts, problems), record)
    if problems:
        raise typer.Exit(1)


def _findings(house: House, private: bool) -> tuple[list[tuple[str, str]], list[str]]:
    import platform

    from amma_cli.version import versions

    env, problems = house.env, list[str]()
    color = "color" if env.color else "no color"
    facts = [
        ("Versions", versions(env.environ)),
        ("Python", f"{platform.python_version()} on {platform.system()}"),
        ("Your files", str(house.paths.data)),
        ("Cache", str(house.paths.cache)),
        ("Terminal", f"{env.encoding}, {env.width} columns, {color}"),
    ]  # fmt: skip
    try:
        label = house.shelf.label(env.today().isoformat())
        facts.append(("Library", f"{label['written']} articles, {label['guides']} guides"))
        if not house.shelf.rows("SELECT 1 FROM sqlite_master WHERE name = 'passage_text'"):
            problems.append("This Python's SQLite has no FTS5: all but amma search works.")
    except AmmaError as error:
        problems.append(error.say)
    facts += _own(house, private, problems)
    return facts, problems


def _own(house: House, private: bool, problems: list[str]) -> list[tuple[str, str]]:
    facts = []
    try:
        profile = house.profile
        stored = "due date stored" if profile.due else "no due date stored"
        if private and profile.due and not profile.ended:
            stored = f"due {profile.due.isoformat()}, {len(profile.datings)} datings"
        facts.append(("Profile", stored))
        if private:
            facts.append(
                ("Settings", str({k: v for k, v in profile.settings._asdict().items() if v}))
            )
    except AmmaError as error:
        problems.append(error.say)
    try:
        facts.append(("Journal", f"{sum(1 for _ in read_entries(house.paths.journal))} entries"))
        if torn := torn_lines(house.paths.journal):
            problems.append(own.TORN.format(count=torn, path=house.paths.journal))
    except AmmaError as error:
        problems.append(error.say)
    if sys.platform != "win32":
        problems += [
            f"{path} can be read by others: chmod go= {path}"
            for path in (house.paths.profile, house.paths.journal)
            if path.exists() and path.stat().st_mode & 0o077
        ]
    return facts


def forget(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="delete without asking")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="only list")] = False,
) -> None:
    """Delete everything that amma has stored: it lists first and asks for a word.

    \b
    Examples:
      amma forget --dry-run
      amma forget
    """
    house: House = ctx.obj
    there = present(house.paths)
    listed = [str(path) for path in there]
    record: dict[str, Any] = {"schema": SCHEMA, "files": listed, "deleted": False}
    if not there:
        show(house.env, page.nothing(), record)
        return
    if dry_run:
        show(house.env, page.listed(listed, own.FORGET_DRY), record)
        return
    if not yes:
        if not house.env.can_ask:
            raise NeedsAnswer("Deleting needs a word from you.", "amma forget --yes")
        show(house.env, page.listed(listed, ""))
        if ask(house.env, own.FORGET_ASK, "amma forget --yes").lower() != WORD:
            tell(house.env, own.FORGET_KEPT)
            raise typer.Exit(1)
    _delete(house)
    record["deleted"] = True
    show(house.env, page.forgotten(listed if yes else []), record)


def _delete(house: House) -> None:
    """Delete every file; raises errors.Failed with those that stay and what became of the rest."""
    gone = forget_all(house.paths)
    failed = [one for one in gone if one.why]
    if failed:
        said = [own.FORGET_FAILED.format(path=one.path, why=one.why) for one in failed]
        rest = own.FORGET_OTHERS if len(failed) < len(gone) else own.FORGET_KEPT
        raise Failed(" ".join(said), f"{rest} {own.FORGET_REACH}")
