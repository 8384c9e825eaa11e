"""amma due: set, show and compare due dates."""

from typing import Any

import typer

from amma_cli import messages as say
from amma_cli.commands.due_inputs import read_dating, read_said
from amma_cli.commands.due_questions import ask_country, ask_dating
from amma_cli.commands.house import House
from amma_cli.commands.show import show, tell
from amma_cli.domain.dating import Dating
from amma_cli.errors import Failed, NoProfile, Usage
from amma_cli.options import country_code
from amma_cli.pages import due as page
from amma_cli.store.profile import Profile


def _day(names: str, words: str) -> Any:
    return typer.Option(None, names, metavar="DATE", help=words)


def due(
    ctx: typer.Context,
    date: str | None = typer.Argument(None, metavar="[DATE]", help="your due date; - reads stdin"),
    given: str | None = _day("--date", "the due date your clinic gave"),
    lmp: str | None = _day("--lmp", "first day of the last period"),
    cycle: str | None = typer.Option(None, metavar="DAYS", help="with --lmp: cycle length, 28"),
    conceived: str | None = _day("--conceived", "day of conception or ovulation"),
    insemination: str | None = _day("--insemination", "day of insemination"),
    retrieval: str | None = _day("--retrieval", "day the eggs were collected"),
    transfer: str | None = _day("--transfer", "day of embryo transfer"),
    embryo_day: str | None = typer.Option(None, metavar="2..7", help="with --transfer"),
    scan: str | None = _day("--scan", "day of a scan, with --at or --crl"),
    at: str | None = typer.Option(None, metavar="AGE", help="age at the scan, 12+3"),
    crl: str | None = typer.Option(None, metavar="MM", help="crown-rump length at the scan"),
    formula: str | None = typer.Option(None, metavar="NAME", help="intergrowth, robinson, hadlock"),
    country: str | None = typer.Option(None, metavar="CC", help="your country, for numbers"),
    replace: bool = typer.Option(False, "--replace", help="use this date from now on"),
    force: bool = typer.Option(False, "--force", help="accept a due date far away"),
    dry_run: bool = typer.Option(False, "--dry-run", help="compute, store nothing"),
    undo: bool = typer.Option(False, "--undo", help="take the last date back"),
    redo: bool = typer.Option(False, "--redo", help="bring it back again"),
    still: bool = typer.Option(False, "--still-pregnant", help="past 43 weeks: still pregnant"),
) -> None:
    """Show, find or set your due date. It stays on this machine.

    \b
    Examples:
      amma due                                asks
      amma due 2027-04-11                     your clinic's date
      amma due --lmp 2026-07-05 --cycle 30    from your last period
      amma due --scan 2026-09-30 --at 12+3    from a scan
    """
    _due(ctx.obj, ctx.params)


def _due(house: House, given: dict[str, Any]) -> None:
    steps = [name for name in ("undo", "redo", "still") if given[name]]
    said = read_said(given)
    dry_run, force = given["dry_run"], given["force"]
    if (steps or said) and house.profile.ended:
        raise Failed(say.ENDED, say.ENDED_WAYS)
    if steps:
        if said or len(steps) > 1:
            option = "--still-pregnant" if steps[0] == "still" else f"--{steps[0]}"
            raise Usage(f"{option} stands alone.", f"amma due {option}")
        _step(house, steps[0], dry_run)
    elif said:
        _set(house, said, given["country"], replace=given["replace"], force=force, dry_run=dry_run)
    elif given["country"] is not None:
        _keep_country(house, given["country"])
        _show(house)
    elif house.profile.due is not None:
        _show(house)
    elif house.env.can_ask:
        _ask(house, force=force, dry_run=dry_run)
    else:
        raise NoProfile(say.NO_DUE, "amma due 2027-04-11, or amma due - to read it from stdin")


def _set(
    house: House, said: dict[str, str], country: str | None, *,
    replace: bool, force: bool, dry_run: bool, typed: bool = False,
) -> None:  # fmt: skip
    dating, echoes, piped = read_dating(house, said, force)
    today = house.env.today()
    settings = {"country": house.known_country(country_code(country))} if country else {}

    def with_new_dating(profile: Profile) -> Profile:
        return profile.with_dating(dating, today, replace=replace).with_settings(**settings)

    with_new = house.change(with_new_dating, store=not dry_run)
    history = not (dry_run or typed or piped)
    _answer(house, with_new, dating, echoes, dry_run=dry_run, history=history)


def _answer(
    house: House, profile: Profile, dating: Dating | None, echoes: list[str], *,
    dry_run: bool = False, history: bool = False, undo: str = "amma due --undo",
) -> None:  # fmt: skip
    moment = house.moment()
    shell = house.env.environ.get("SHELL", "")
    answer = page.answer(
        profile.kept, profile.active, dating, moment, echoes,
        stored=not dry_run, undo=undo, shell=shell if history else None,
    )  # fmt: skip
    show(house.env, answer, page.record(profile.active, profile.kept, moment, echoes))


def _show(house: House) -> None:
    chosen = house.profile.active
    if chosen is None:
        raise NoProfile(say.NO_DUE, say.NO_DUE_HINT)
    moment = house.moment()
    shown = page.shown(house.profile.kept, chosen, moment)
    show(house.env, shown, page.record(chosen, house.profile.kept, moment, []))


def _step(house: House, step: str, dry_run: bool) -> None:
    today = house.env.today()

    def stepped(profile: Profile) -> Profile:
        if step == "undo":
            if not profile.live:
                raise Failed(say.NOTHING_UNDO)
            return profile.without_last()
        if step == "redo":
            if not profile.undone:
                raise Failed(say.NOTHING_REDO)
            return profile.with_last_again()
        if profile.due is None:
            raise NoProfile(say.NO_DUE, say.NO_DUE_HINT)
        return profile._replace(still_pregnant=today)

    changed = house.change(stepped, store=not dry_run)
    back = "amma due --redo" if step == "undo" else "amma due --undo"
    if step == "still":
        back = "amma due DATE, or amma born DATE, or amma end"
    _answer(house, changed, None, [], dry_run=dry_run, undo=back)


def _keep_country(house: House, said: str) -> None:
    code, before = house.known_country(country_code(said)), house.profile.country or "none"
    house.change(lambda profile: profile.with_settings(country=code))
    back = f"{say.TAKE_BACK}amma settings country {before}"
    tell(house.env, f"Numbers to call are now those of {house.shelf.countries()[code]}. {back}")


def _ask(house: House, *, force: bool, dry_run: bool) -> None:
    """Ask for the date, or how to find it, and the country; each question can be skipped."""
    said = ask_dating(house, force=force)
    country = ask_country(house)
    if said:
        _set(house, said, country, replace=False, force=force, dry_run=dry_run, typed=True)
        return
    if country:
        _keep_country(house, country)
    show(house.env, page.without(house.who), page.record(None, (), None, []))


def why(ctx: typer.Context) -> None:
    """Show the sum behind today's number: which date, how counted, by whose rules.

    \b
    Examples:
      amma why
      amma why --on 2027-04-11
    """
    house: House = ctx.obj
    moment = house.need_moment()
    chosen = house.profile.active
    assert chosen is not None  # need_moment has found a due date
    facts = house.shelf.facts()
    keys = [key for _, sources in facts.values() for key in sources]
    sources = house.shelf.sources(list(dict.fromkeys(keys)))
    shown = page.why(moment, chosen, house.profile.kept, facts, sources, calm=house.manner.calm)
    show(house.env, shown, page.why_record(moment, chosen))
