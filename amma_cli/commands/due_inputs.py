"""From what was typed after amma due to a dating: which flags go together, what stdin gives."""

from typing import Any

from amma_cli.commands.ask import from_stdin
from amma_cli.commands.house import House
from amma_cli.domain.dates import AgeNotDate, ParsedDate, parse_date
from amma_cli.domain.dating import Dating, compute, default_formula
from amma_cli.errors import Usage
from amma_cli.messages_due import AGE_HOW

DAYS = ("date", "lmp", "conceived", "insemination", "retrieval", "transfer", "scan")
BELONGS = {"cycle": "lmp", "embryo_day": "transfer", "at": "scan", "crl": "scan", "formula": "crl"}
_NAMES = {
    "date": "due date", "lmp": "first day of the period", "conceived": "day of conception",
    "insemination": "day of insemination", "retrieval": "day of egg collection",
    "transfer": "day of transfer", "scan": "day of the scan",
}  # fmt: skip


def read_said(given: dict[str, Any]) -> dict[str, str]:
    """Return the inputs that were typed, by key. Raises errors.Usage for a date given twice."""
    if given["given"] is not None and given["date"] is not None:
        raise Usage("The due date is given twice.", "amma due 2027-04-11")
    keys = (*DAYS, *BELONGS)
    said = {key: given[key] for key in keys if given[key] is not None}
    if given["given"] is not None:
        said["date"] = given["given"]
    return said


def read_dating(house: House, said: dict[str, str], force: bool) -> tuple[Dating, list[str], bool]:
    """Return the dating, what to echo of how dates were read, and whether stdin was read.

    Raises errors.Usage where flags do not go together or a value is refused.
    """
    main = _main(said)
    piped = "-" in said.values()
    flag = "--" + main.replace("_", "-")
    values = {key: from_stdin(house.env, value, flag) for key, value in said.items()}
    read = read_typed(house, main, values[main])
    values[main] = read.date.isoformat()
    method = "crl" if "crl" in values else main
    if method == "crl":
        values.setdefault("formula", default_formula(house.country or None))
    dating = compute(method, values, today=house.env.today(), force=force)
    return dating, [read.echo] if read.echo else [], piped


def read_typed(house: House, main: str, typed: str) -> ParsedDate:
    """Read the day of a way of dating. Raises errors.Usage; a due date alone lies ahead."""
    try:
        return parse_date(
            typed, region=house.country or None, name=_NAMES[main], today=house.env.today(),
            ahead=main == "date",
        )  # fmt: skip
    except AgeNotDate as error:
        hint = error.hint if main != "date" else AGE_HOW
        raise Usage(error.say, hint) from None


def _main(said: dict[str, str]) -> str:
    """Return the one way of dating that was chosen; its other flags must belong to it."""
    methods = [key for key in DAYS if key in said]
    first = next(iter(said))
    if not methods:
        flag, owner = _flag(first), BELONGS[first]
        owner = "scan" if owner == "crl" else owner
        raise Usage(f"{flag} needs --{owner} with a date.", f"--{owner} 2026-09-30 {flag} ...")
    if len(methods) > 1:
        listed = " and ".join(_flag(key) for key in methods)
        raise Usage(f"One way at a time, not {listed}.", "amma due --lmp 2026-07-05")
    for key, owner in BELONGS.items():
        if key in said and owner not in said:
            raise Usage(f"{_flag(key)} goes with --{owner}.", "amma due -h")
    main = methods[0]
    if "at" in said and "crl" in said:
        raise Usage("One of --at and --crl, not both.", "--at takes the age on the report.")
    if main == "scan" and not {"at", "crl"} & set(said):
        raise Usage(
            "A scan needs the age it found or the length it measured.",
            "--scan 2026-09-30 --at 12+3, or --scan 2026-09-30 --crl 58.2",
        )
    if main == "transfer" and "embryo_day" not in said:
        raise Usage("A transfer needs the embryo's age in days.", "--embryo-day 5")
    return main


def _flag(key: str) -> str:
    return "--" + key.replace("_", "-")
