"""profile.toml: read strictly, written whole, older formats moved with a backup kept.

Schema 1 had `country` at the top and one pregnancy. Schema 2 has [settings], past
pregnancies, and the active due date at the top, which `amma status` reads alone.
Schema 3 has [about]: what applies to her.
"""

import datetime
import re
from pathlib import Path
from typing import Any

from amma_cli.domain.applies import About
from amma_cli.domain.dating import compute
from amma_cli.domain.redating import Kept
from amma_cli.domain.settings import Settings
from amma_cli.errors import AmmaError, DataDamaged
from amma_cli.store.files import read_whole, write_whole
from amma_cli.store.profile import Past, Profile, Stored

SCHEMA = 3
KEYS = {
    1: ("schema", "country", "live", "undone", "born", "ended", "still_pregnant", "dating"),
    2: ("schema", "due", "pregnancy", "live", "undone", "born", "newborn", "ended", "hidden",
        "still_pregnant", "settings", "dating", "past"),
    3: ("schema", "due", "pregnancy", "live", "undone", "born", "newborn", "ended", "hidden",
        "still_pregnant", "settings", "about", "dating", "past", "removed_appointments",
        "changes"),  # changes: counted for the calendar once, passed over now
}  # fmt: skip
PYTHON = re.compile(r"\bobjects?\b|\bindices\b|\bargument|\bunpack\b|\w\(|__|NoneType")
WRONG = (AttributeError, KeyError, TypeError, ValueError, OverflowError, AmmaError)


def read_profile(path: Path) -> Profile:
    """Return what is stored; an absent file is an empty profile.

    Raises errors.DataDamaged when it cannot be read as it should; the file stays as it is.
    """
    record = _record(path)
    if record is None:
        return Profile()
    try:
        return profile_of(record)
    except WRONG as error:
        raise _damaged(path, _said(error)[:200]) from None


def _said(error: Exception) -> str:
    """Return what is wrong with a record, without a word of Python's own."""
    if isinstance(error, AmmaError):
        return error.say.rstrip(".")
    if isinstance(error, KeyError):
        return f"{str(error.args[0])[:40]} is missing"
    if isinstance(error, AttributeError | OverflowError) or PYTHON.search(str(error)):
        return "a value in it is not of the kind that amma writes"
    return str(error)


def _record(path: Path) -> dict[str, Any] | None:
    import tomllib

    raw = read_whole(path)
    if raw is None:
        return None
    try:
        record = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise _damaged(path, str(error)[:200]) from None
    schema = record.get("schema")
    if type(schema) is not int or schema < 1:
        raise _damaged(path, "it carries no schema number")
    if schema > SCHEMA:
        raise DataDamaged(
            f"{path} was written by a newer amma (schema {schema}, this one reads {SCHEMA}).",
            "Update amma. Nothing was changed.",
        )
    strange = sorted(record.keys() - set(KEYS[schema]))
    if strange:
        raise _damaged(path, f"it has a key that amma does not know, {strange[0][:40]!r}")
    return record


def _damaged(path: Path, why: str) -> DataDamaged:
    return DataDamaged(
        f"{path} cannot be read: {why}.",
        "Nothing was changed. Mend the file, or move it away and run 'amma due' again.",
    )


def _day(value: Any) -> datetime.date | None:
    if value is not None and type(value) is not datetime.date:
        shown = value if isinstance(value, datetime.datetime) else repr(value)
        raise TypeError(f"{shown} is not a date")
    return value


def _flag(record: dict[str, Any], key: str, default: bool) -> bool:
    value = record.get(key, default)
    if type(value) is not bool:
        raise TypeError(f"{key} is not true or false")
    return value


def _ids(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError("removed_appointments is no list of names")
    return tuple(value)


def _ended(record: dict[str, Any]) -> datetime.date | bool:
    value = record.get("ended", False)
    return value if isinstance(value, bool) else _day(value) or False


def profile_of(record: dict[str, Any]) -> Profile:
    """Return the profile of a file's record. Raises one of WRONG for what cannot be."""
    datings, live = _datings(record)
    undone = tuple(record.get("undone", ()))
    _known(datings, undone)
    profile = Profile(
        settings=_settings(record),
        datings=datings,
        live=live,
        undone=undone,
        born=_day(record.get("born")),
        newborn=_flag(record, "newborn", True),
        ended=_ended(record),
        hidden=_flag(record, "hidden", False),
        still_pregnant=_day(record.get("still_pregnant")),
        pregnancy=int(record.get("pregnancy", 1)),
        past=tuple(_past(row) for row in record.get("past", [])),
        about=_about(record.get("about", {})),
        removed=_ids(record.get("removed_appointments", [])),
    )
    if record["schema"] > 1 and _day(record.get("due")) != profile.due:
        raise ValueError(f"due date {record.get('due')} is not the one of the datings")
    return profile


def _datings(record: dict[str, Any]) -> tuple[tuple[Stored, ...], tuple[int, ...]]:
    datings = tuple(_stored(row) for row in record.get("dating", []))
    live = tuple(record.get("live", ()))
    _known(datings, live)
    return datings, live


def _known(datings: tuple[Stored, ...], ids: tuple[int, ...]) -> None:
    known = {stored.id for stored in datings}
    if not known.issuperset(ids) or len(known) != len(datings):
        raise ValueError("the list of datings in use names one that is not there")


def _stored(row: dict[str, Any]) -> Stored:
    """Read a dating and compute it again: a stored due date that differs is damage."""
    dating = compute(row["method"], row["inputs"], today=None)
    due, on = _day(row["due"]), _day(row["on"])
    if on is None or dating.due != due:
        raise ValueError(f"due date {due} does not follow from its {row['method']}")
    return Stored(int(row["id"]), Kept(dating, on, _flag(row, "replace", False)))


def _past(row: dict[str, Any]) -> Past:
    datings, live = _datings(row)
    on = _day(row["on"])
    if on is None:
        raise TypeError("a past pregnancy has no day")
    return Past(
        int(row["number"]), on, datings, live, _day(row.get("born")), _ended(row),
        _flag(row, "hidden", False),
    )  # fmt: skip


def _settings(record: dict[str, Any]) -> Settings:
    if record["schema"] == 1:
        table: dict[str, Any] = {"country": record.get("country", "")}
    else:
        table = record.get("settings", {})
    defaults = Settings()._asdict()
    for key, value in table.items():
        if key not in defaults or type(value) is not type(defaults[key]):
            raise TypeError(f"the setting {key} is not as it should be")
    return Settings(**table)


def _about(table: dict[str, Any]) -> About:
    """Read what applies: true or false by key, numbers by name."""
    numbers = {key: table[key] for key in About._fields if key != "said" and key in table}
    if any(type(value) not in (int, float) or value < 0 for value in numbers.values()):
        raise TypeError("a number of [about] is not as it should be")
    said = {key: value for key, value in table.items() if key not in numbers}
    if any(type(value) is not bool for value in said.values()):
        raise TypeError("an answer of [about] is not true or false")
    return About(tuple(said.items()), **{key: float(value) for key, value in numbers.items()})


def profile_bytes(profile: Profile) -> bytes:
    """Return the file of a profile; what is not set is left out."""
    import tomli_w

    return tomli_w.dumps(profile_record(profile)).encode("utf-8")


def profile_record(profile: Profile) -> dict[str, Any]:
    """Return what the file of a profile holds, days as dates."""
    record: dict[str, Any] = {"schema": SCHEMA, "due": profile.due}
    record["pregnancy"] = profile.pregnancy
    record["live"], record["undone"] = list(profile.live), list(profile.undone)
    for key in ("born", "ended", "hidden", "still_pregnant"):
        record[key] = getattr(profile, key) or None
    record["newborn"] = None if profile.newborn else False
    settings = {key: value for key, value in profile.settings._asdict().items() if value}
    record["settings"] = settings or None
    numbers = {key: value for key, value in profile.about._asdict().items() if key != "said"}
    answers = {**dict(profile.about.said), **{k: v for k, v in numbers.items() if v}}
    record["about"] = answers or None
    record["dating"] = [_row(stored) for stored in profile.datings]
    record["removed_appointments"] = list(profile.removed) or None
    record["past"] = [_past_row(past) for past in profile.past] or None
    return {key: value for key, value in record.items() if value is not None}


def _row(stored: Stored) -> dict[str, Any]:
    kept = stored.kept
    return {
        "id": stored.id,
        "method": kept.dating.method,
        "on": kept.on,
        "due": kept.dating.due,
        "replace": kept.replace,
        "inputs": kept.dating.inputs,
    }


def _past_row(past: Past) -> dict[str, Any]:
    row = {
        "number": past.number, "on": past.on, "live": list(past.live),
        "born": past.born, "ended": past.ended or None, "hidden": past.hidden or None,
        "dating": [_row(stored) for stored in past.datings],
    }  # fmt: skip
    return {key: value for key, value in row.items() if value is not None}


def write_profile(path: Path, profile: Profile, *, on: datetime.date) -> None:
    """Store the profile whole; a file of an older format is kept beside it first, with the day.

    on: today. Raises errors.Failed when the system refuses, errors.DataDamaged when what is
    there now cannot be read.
    """
    keep_older(path, on=on)
    write_whole(path, profile_bytes(profile))


def keep_older(path: Path, *, on: datetime.date) -> None:
    """Keep a file of an older format beside itself before it is replaced. Raises as above."""
    record = _record(path)
    if record is not None and record["schema"] < SCHEMA:
        _keep(backup_path(path, record["schema"], on), read_whole(path) or b"")


def _keep(backup: Path, raw: bytes) -> None:
    """Keep a file of an older format; a backup that is there and differs is never replaced."""
    place, number = backup, 1
    while (there := read_whole(place)) not in (None, raw):
        number += 1
        place = backup.with_name(f"{backup.stem}.{number}.bak")
    if there is None:
        write_whole(place, raw)


def backup_path(path: Path, schema: int, on: datetime.date) -> Path:
    """Return where a file of an older format is kept."""
    return path.with_name(f"{path.name}.schema-{schema}.{on.isoformat()}.bak")
