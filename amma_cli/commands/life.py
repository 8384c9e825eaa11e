"""amma born, end, resume, new: how it goes on, in her words and nobody else's."""

import datetime
from typing import Annotated

import typer

from amma_cli.commands.ask import agrees, ask
from amma_cli.commands.house import House
from amma_cli.commands.show import show, tell
from amma_cli.domain.dates import format_date, parse_date
from amma_cli.domain.moment import SCHEMA, card_record, moment_record
from amma_cli.errors import AmmaError, Failed, NeedsAnswer, NoProfile, NotFound, Usage
from amma_cli.messages import NO_DUE, NO_DUE_HINT
from amma_cli.messages_own import (
    ASK_END,
    BACK_DATE,
    ERASE_ASK,
    FORGET_DRY,
    FORGET_KEPT,
    NEW_ASK,
    NEW_LISTED,
    NOTHING_BACK,
)
from amma_cli.pages import life as page
from amma_cli.pages import privacy as privacy_page
from amma_cli.store.aside import before_new, forget_before, keep_before
from amma_cli.store.forget import forget, present
from amma_cli.store.journal import read_entries
from amma_cli.store.journal_change import remove_pregnancy
from amma_cli.store.profile import Profile

# Offered after an end, never shown by itself; what is not written is left out.
SUPPORT = (
    "miscarriage", "late-miscarriage", "stillbirth", "ectopic-pregnancy", "ending-a-pregnancy",
    "warning-signs-after-birth", "pregnancy-after-loss",
)  # fmt: skip


def _day(house: House, typed: str, name: str) -> datetime.date:
    region, today = house.country or None, house.env.today()
    day = parse_date(typed, region=region, name="day", today=today).date
    if day > today:
        raise Usage(f"{format_date(day)} is in the future.", f"amma {name} {today.isoformat()}")
    return day


def _change(house: House, **fields: object) -> Profile:
    def changed(profile: Profile) -> Profile:
        if profile.due is None:
            raise NoProfile(NO_DUE, NO_DUE_HINT)
        return profile._replace(**fields)  # type: ignore[arg-type]

    return house.change(changed)


def born(
    ctx: typer.Context,
    date: Annotated[str, typer.Argument(metavar="DATE", help="the day of the birth")],
    newborn: Annotated[
        bool, typer.Option("--newborn/--no-newborn", help="reading and signs about newborns")
    ] = True,
) -> None:
    """Record the day of a birth: amma turns to the time after it.

    \b
    Examples:
      amma born 2027-04-09
      amma born "9 April 2027"
      amma born 2027-04-09 --no-newborn
    """
    house: House = ctx.obj
    if house.profile.due is None:
        raise NoProfile(NO_DUE, NO_DUE_HINT)
    day = _day(house, date, "born")
    _change(house, born=day, newborn=newborn, ended=False, hidden=False)
    shown = page.born(format_date(day), day.isoformat(), newborn)
    show(house.env, shown, moment_record(house.need_moment()))


def end(
    ctx: typer.Context,
    date: Annotated[str | None, typer.Argument(metavar="[DATE]", help="a day, if you want")] = None,
    hide: Annotated[
        bool, typer.Option("--hide", help="keep what was, but list it nowhere")
    ] = False,
    erase: Annotated[bool, typer.Option("--erase", help="delete everything of yours")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="with --erase: do not ask")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="with --erase: only list")] = False,
    reading: Annotated[bool, typer.Option("--reading", help="what there is to read")] = False,
) -> None:
    """Stop all counting. No reason is asked; what you wrote stays; resume undoes it.

    \b
    Examples:
      amma end
      amma end 2026-11-20 --hide
      amma end --reading
    """
    house: House = ctx.obj
    if reading:
        cards = house.shelf.cards(SUPPORT)
        record = {"schema": SCHEMA, "articles": [card_record(card, False) for card in cards]}
        show(house.env, page.support(cards), record)
        return
    if erase:
        _erase(house, yes, dry_run)
        return
    day: datetime.date | bool = _day(house, date, "end") if date is not None else True
    if date is None and house.env.can_ask:
        typed = ask(house.env, ASK_END, "amma end DATE")
        day = _day(house, typed, "end") if typed else True
    _change(house, ended=day, hidden=hide)
    show(house.env, page.end(hide, house.who), {"schema": SCHEMA, "stage": "ended"})


def _erase(house: House, yes: bool, dry_run: bool) -> None:
    """Delete everything: list it, ask for a word; --yes is the word."""
    listed = [str(path) for path in present(house.paths)]
    if dry_run:
        record = {"schema": SCHEMA, "files": listed, "deleted": False}
        show(house.env, privacy_page.listed(listed, FORGET_DRY), record)
        return
    if not yes:
        if not house.env.can_ask:
            raise NeedsAnswer("Deleting needs a word from you.", "amma end --erase --yes")
        show(house.env, privacy_page.listed(listed, ""))
        if not agrees(house.env, ERASE_ASK, "amma end --erase --yes"):
            tell(house.env, FORGET_KEPT)
            raise typer.Exit(1)
    failed = [gone for gone in forget(house.paths) if gone.why]
    if failed:
        raise Failed(f"{failed[0].path} could not be deleted: {failed[0].why}.", "amma forget")
    show(house.env, page.erased(), {"schema": SCHEMA, "stage": "no-profile"})


def resume(ctx: typer.Context) -> None:
    """Take back born, end or new: amma goes on as before.

    \b
    Examples:
      amma resume
    """
    house: House = ctx.obj
    if house.profile.ended:  # a birth recorded before the end is as it was
        _change(house, ended=False, hidden=False)
    elif house.profile.born is not None or not house.profile.newborn:
        _change(house, born=None, newborn=True)
    else:
        _back_before_new(house)
    moment = house.need_moment()
    show(house.env, page.resumed(moment), moment_record(moment))


def _back_before_new(house: House) -> None:
    """Bring back what amma new put aside, where nothing has been recorded since."""

    def back(profile: Profile) -> Profile:
        before = before_new(house.paths, profile)
        if before is None and profile.due is None:
            raise NoProfile(NO_DUE, NO_DUE_HINT)
        if before is None:
            raise Failed(NOTHING_BACK, NEW_LISTED if profile.past else BACK_DATE)
        return before

    house.change(back)
    forget_before(house.paths.before_new)


def new(
    ctx: typer.Context,
    listing: Annotated[bool, typer.Option("--list", help="the ones before")] = False,
    shown: Annotated[int | None, typer.Option("--show", metavar="N", help="one of them")] = None,
    remove: Annotated[int | None, typer.Option("--remove", metavar="N", help="delete one")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="with --remove: only list")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="do not ask")] = False,
) -> None:
    """Put what was aside and start again; what was can be listed, read and removed.

    \b
    Examples:
      amma new
      amma new --list
      amma new --show 1
    """
    house: House = ctx.obj
    if listing:
        past = [p for p in house.profile.past if not p.hidden]
        rows = [{"number": p.number, "put_aside": p.on.isoformat()} for p in past]
        show(house.env, page.past(past), {"schema": SCHEMA, "past": rows})
    elif shown is not None:
        _show_past(house, shown)
    elif remove is not None:
        _remove_past(house, remove, yes, dry_run)
    else:
        _anew(house, yes)


def _anew(house: House, yes: bool) -> None:
    if not house.profile.datings:
        raise NoProfile(NO_DUE, NO_DUE_HINT)
    _sure(house, yes, NEW_ASK, "amma new --yes")

    def anew(profile: Profile) -> Profile:
        keep_before(house.paths.before_new, profile)
        return profile.anew(house.env.today())

    changed = house.change(anew)
    number = changed.past[-1].number
    show(house.env, page.anew(number), {"schema": SCHEMA, "put_aside": number})


def _sure(house: House, yes: bool, question: str, flag: str) -> None:
    if yes:
        return
    if not house.env.can_ask:
        raise NeedsAnswer("This needs a word from you.", flag)
    if not agrees(house.env, question, flag):
        raise Failed("Nothing was changed.")


def _past(house: House, number: int) -> None:
    if number not in {past.number for past in house.profile.past}:
        raise NotFound(f"There is no number {number} put aside.", "amma new --list")


def _show_past(house: House, number: int) -> None:
    _past(house, number)
    past = next(p for p in house.profile.past if p.number == number)
    notes = [e for e in read_entries(house.paths.journal) if e.pregnancy == number]
    record = {
        "schema": SCHEMA,
        "number": number,
        "due": past.due.isoformat() if past.due else None,
        "journal": [{"when": e.when, "kind": e.kind, "note": e.note} for e in notes],
    }
    show(house.env, page.one_past(past, [(e.when, e.note) for e in notes]), record)


def _remove_past(house: House, number: int, yes: bool, dry_run: bool) -> None:
    _past(house, number)
    if dry_run:
        notes = sum(e.pregnancy == number for e in read_entries(house.paths.journal))
        listed = [f"Number {number} in {house.paths.profile}",
                  f"{notes} lines of {house.paths.journal}"]  # fmt: skip
        record = {"schema": SCHEMA, "removed": None, "would_remove": number, "entries": notes}
        show(house.env, privacy_page.listed(listed, FORGET_KEPT), record)
        return
    _sure(house, yes, f"Delete number {number} and its journal? (yes to delete)", "--yes")
    journal_done = False

    def without(profile: Profile) -> Profile:
        nonlocal journal_done
        forget_before(house.paths.before_new)
        remove_pregnancy(house.paths.journal, house.paths.undo, number)
        journal_done = True
        return profile._replace(past=tuple(p for p in profile.past if p.number != number))

    try:
        house.change(without)
    except AmmaError as error:
        if not journal_done:
            raise
        again = f"amma new --remove {number}"
        raise Failed(error.say, f"Its journal is deleted already; to go on: {again}") from None
    show(house.env, page.removed(number), {"schema": SCHEMA, "removed": number})
