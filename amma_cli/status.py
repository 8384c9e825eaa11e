"""amma status --short: one short text for a shell prompt, without typer, and nothing on any error.

Reads few keys of profile.toml and asks the one function of stages; imports
neither typer nor rich nor platformdirs (on Linux).
"""

from collections.abc import Mapping, Sequence
from datetime import date

SEPARATOR = "+"
NEUTRAL = "."
SCHEMA = 3  # the newest profile.toml that is read here; a test holds it against the store's


def short(argv: Sequence[str], environ: Mapping[str, str], today: date) -> str:
    """Return "20+3", with --neutral "20.3"; "" where no week is counted or anything is wrong.

    After a birth the days or weeks since: "5d", "3w" (with --neutral "5", "3").
    """
    try:
        return _short(argv, environ, today)
    except Exception:  # noqa: BLE001 - a prompt must never show an error
        return ""


def _short(argv: Sequence[str], environ: Mapping[str, str], today: date) -> str:
    import tomllib

    from amma_cli.domain.age import age_on
    from amma_cli.domain.stage import Stage, counts, stage_on
    from amma_cli.store.folders import data_folder

    neutral = "--neutral" in argv
    with open(f"{data_folder(environ)}/profile.toml", "rb") as file:
        record = tomllib.load(file)
    if type(record["schema"]) is not int or record["schema"] > SCHEMA:
        return ""
    due = record["due"]
    if all(row["due"] != due for row in record["dating"]):
        return ""  # cut short or changed by hand: the other commands say what is wrong
    day = _pinned(argv) or today
    born = record.get("born")
    stage = stage_on(
        day, due, born=born, ended=record.get("ended"), still_pregnant=record.get("still_pregnant")
    )
    if stage == Stage.AFTER_BIRTH and born is not None:
        days = (day - born).days
        number, unit = (days // 7, "w") if days >= 7 else (days, "d")
        return "" if days > 365 else f"{number}" if neutral else f"{number}{unit}"
    if not counts(stage):
        return ""
    age = age_on(due, day)
    return f"{age.weeks}{NEUTRAL if neutral else SEPARATOR}{age.rest}"


def _pinned(argv: Sequence[str]) -> date | None:
    """Return the day of --on, the later where it is given twice."""
    found = None
    for number, word in enumerate(argv):
        if word == "--on":
            found = argv[number + 1]
        elif word.startswith("--on="):
            found = word[5:]
    if found is None:
        return None
    from amma_cli.domain.dates import parse_date

    return parse_date(found, region=None, name="--on").date
