"""profile.toml: every dating with method and day, the country, how the pregnancy stands."""

import datetime
from pathlib import Path
from typing import Any, NamedTuple

from amma_cli.domain.dating import Dating, compute
from amma_cli.domain.redating import Kept, active
from amma_cli.errors import AmmaError, DataDamaged
from amma_cli.store.files import read_whole, write_whole

SCHEMA = 1


class Stored(NamedTuple):
    """A dating as it was recorded; `id` counts up and is never used again."""

    id: int
    kept: Kept


class Profile(NamedTuple):
    """What is stored of the user. `live` and `undone` are ids, for --undo and --redo."""

    country: str = ""
    datings: tuple[Stored, ...] = ()
    live: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()
    born: datetime.date | None = None
    ended: datetime.date | bool = False
    still_pregnant: datetime.date | None = None

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The datings that count, in the order in which they were recorded."""
        by_id = {stored.id: stored.kept for stored in self.datings}
        return tuple(by_id[number] for number in self.live)

    @property
    def active(self) -> Kept | None:
        """The dating that the due date comes from."""
        return active(self.kept)

    @property
    def due(self) -> datetime.date | None:
        """The due date, None where none is stored."""
        chosen = self.active
        return chosen.dating.due if chosen else None

    def with_dating(self, dating: Dating, on: datetime.date, *, replace: bool) -> "Profile":
        """Return the profile with one dating more; what was undone can no longer be redone."""
        number = max((stored.id for stored in self.datings), default=0) + 1
        stored = Stored(number, Kept(dating, on, replace))
        return self._replace(
            datings=(*self.datings, stored), live=(*self.live, number), undone=()
        )  # fmt: skip

    def without_last(self) -> "Profile":
        """Return the profile a dating back; the dating itself is kept for --redo."""
        return self._replace(live=self.live[:-1], undone=(*self.undone, self.live[-1]))

    def with_last_again(self) -> "Profile":
        """Return the profile with the last undone dating back in place."""
        return self._replace(live=(*self.live, self.undone[-1]), undone=self.undone[:-1])


def read_profile(path: Path) -> Profile:
    """Return what is stored; an absent file is an empty profile.

    Raises errors.DataDamaged when it cannot be read as it should; the file stays as it is.
    """
    import tomllib

    raw = read_whole(path)
    if raw is None:
        return Profile()
    try:
        record = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _damaged(path, str(error)) from None
    if type(record.get("schema")) is not int:
        raise _damaged(path, "it carries no schema number")
    if record["schema"] > SCHEMA:
        raise DataDamaged(
            f"{path} was written by a newer amma (schema {record['schema']}, this one reads"
            f" {SCHEMA}).",
            "Update amma. Nothing was changed.",
        )
    try:
        return _profile(record)
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError, AmmaError) as error:
        why = error.say if isinstance(error, AmmaError) else f"{type(error).__name__} {error}"
        raise _damaged(path, why) from None


def _damaged(path: Path, why: str) -> DataDamaged:
    return DataDamaged(
        f"{path} cannot be read: {why}.",
        "Nothing was changed. Mend the file, or move it away and run 'amma due' again.",
    )


def _day(value: Any) -> datetime.date | None:
    if value is not None and type(value) is not datetime.date:
        raise TypeError(f"{value!r} is not a date")
    return value


def _profile(record: dict[str, Any]) -> Profile:
    datings = tuple(_stored(row) for row in record.get("dating", []))
    ids = {stored.id for stored in datings}
    live, undone = tuple(record.get("live", ())), tuple(record.get("undone", ()))
    if not ids.issuperset(live) or not ids.issuperset(undone) or len(ids) != len(datings):
        raise ValueError("the list of datings in use names one that is not there")
    ended = record.get("ended", False)
    country = record.get("country", "")
    if not isinstance(country, str):
        raise TypeError("country is not a text")
    return Profile(
        country, datings, live, undone, _day(record.get("born")),
        ended if isinstance(ended, bool) else _day(ended) or False,
        _day(record.get("still_pregnant")),
    )  # fmt: skip


def _stored(row: dict[str, Any]) -> Stored:
    """Read a dating and compute it again: a stored due date that differs is damage."""
    dating = compute(row["method"], row["inputs"], today=None)
    due, on = _day(row["due"]), _day(row["on"])
    if on is None or dating.due != due:
        raise ValueError(f"due date {due} does not follow from its {row['method']}")
    return Stored(int(row["id"]), Kept(dating, on, bool(row.get("replace", False))))


def profile_bytes(profile: Profile) -> bytes:
    """Return the file of a profile."""
    import tomli_w

    record: dict[str, Any] = {"schema": SCHEMA}
    if profile.country:
        record["country"] = profile.country
    record["live"] = list(profile.live)
    record["undone"] = list(profile.undone)
    for key in ("born", "ended", "still_pregnant"):
        value = getattr(profile, key)
        if value:
            record[key] = value
    record["dating"] = [
        {
            "id": number,
            "method": kept.dating.method,
            "on": kept.on,
            "due": kept.dating.due,
            "replace": kept.replace,
            "inputs": kept.dating.inputs,
        }
        for number, kept in profile.datings
    ]
    return tomli_w.dumps(record).encode("utf-8")


def write_profile(path: Path, profile: Profile) -> None:
    """Store the profile whole. Raises errors.Failed when the system refuses."""
    write_whole(path, profile_bytes(profile))
