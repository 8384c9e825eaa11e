"""An export of everything, as bytes: written so that it can be read back, read so that nothing
of a file that is broken, foreign or hostile is ever taken over. Values in, values out.

Schema 1: "profile" as profile.toml holds it (with a schema of its own), days as texts; "journal",
one entry a line. All of it is ASCII, so that it survives any console and any program.
"""

import datetime
import json
import math
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from amma_cli.domain.exchange import (
    HIDDEN,
    NotTaken,
    check_entry,
    check_keys,
    check_schema,
    named,
)
from amma_cli.domain.exchange_profile import profile_values
from amma_cli.errors import AmmaError, Failed
from amma_cli.store import journal, profile_file
from amma_cli.store.files import LARGEST
from amma_cli.store.journal import Entry, entry_of
from amma_cli.store.profile import Profile

FORMAT, SCHEMA = "amma-export", 1
KEYS = ("format", "schema", "profile", "journal")
LONGEST_NUMBER = 40  # characters; more is no number of anybody's


class NotAnExport(Failed):
    """A file that is not taken over: the sentence names the line or the place."""

    code = "not-an-export"


class Content(NamedTuple):
    """All that is the user's: the profile and the entries of the journal, in their order."""

    profile: Profile = Profile()
    entries: tuple[Entry, ...] = ()


def content_bytes(content: Content) -> bytes:
    """Return an export; the same content gives the same bytes."""
    head = {
        "format": FORMAT, "schema": SCHEMA, "profile": profile_file.profile_record(content.profile),
    }  # fmt: skip
    words = json.dumps(head, indent=2, default=datetime.date.isoformat)
    rows = [_row(entry) for entry in content.entries]
    listed = ",\n".join(f"    {row}" for row in rows)
    journal_words = f"[\n{listed}\n  ]" if rows else "[]"
    return f'{words[:-2]},\n  "journal": {journal_words}\n}}\n'.encode("ascii")


def _row(entry: Entry) -> str:
    return json.dumps({"schema": journal.SCHEMA, **entry._asdict()})


def content_of(raw: bytes) -> Content:
    """Return the content of an export.

    Raises NotAnExport, which names the line or the place, for whatever amma did not write so.
    """
    try:
        return _content(_parsed(raw))
    except NotTaken as error:
        raise NotAnExport(_sentence(str(error)), "Nothing was changed.") from None


def _sentence(words: str) -> str:
    shown = HIDDEN.sub("?", " ".join(words.split()))[:300]
    return f"That is not taken over: {shown}."


def _parsed(raw: bytes) -> Any:
    if len(raw) > LARGEST:
        raise NotTaken("the file", "is larger than 64 MB")
    try:
        return json.loads(
            raw, object_pairs_hook=_table, parse_constant=_constant, parse_float=_float,
            parse_int=_int,
        )  # fmt: skip
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise NotTaken(f"line {line}", "is no text in UTF-8") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise NotTaken(place, f"is no JSON ({error.msg})") from None
    except RecursionError:
        raise NotTaken("the file", "has lists or tables nested too deep") from None
    except MemoryError:
        raise NotTaken("the file", "holds too much for this computer's memory") from None


def _table(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice = next(key for key, count in counts.items() if count > 1)
        raise NotTaken(f"the key {named(twice)}", "stands twice in one table")
    return table


def _constant(word: str) -> Any:
    raise NotTaken(f"the number {word}", "is none that amma can use")


def _float(word: str) -> float:
    value = float(word)
    if not math.isfinite(value):
        raise NotTaken(f"the number {word[:LONGEST_NUMBER]}", "is none that amma can use")
    return value


def _int(word: str) -> int:
    if len(word) > LONGEST_NUMBER:
        raise NotTaken(f"the number {word[:LONGEST_NUMBER]}...", "is none that amma can use")
    return int(word)


def _content(record: Any) -> Content:
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise NotTaken("the file", "is no export of amma's (amma export writes one)")
    check_schema(record.get("schema"), "the file", SCHEMA)
    check_keys(record, "the file", KEYS, KEYS)
    rows = record["journal"]
    if not isinstance(rows, list):
        raise NotTaken("journal", "is no list")
    return Content(_profile(record["profile"]), _entries(rows))


def _profile(record: Any) -> Profile:
    values = profile_values(record, "profile", profile_file.SCHEMA)
    try:
        return profile_file.profile_of(values)
    except profile_file.WRONG as error:
        why = error.say if isinstance(error, AmmaError) else str(error)
        raise NotTaken("profile", f"does not fit together: {why.rstrip('.')}") from None


def _entries(rows: list[Any]) -> tuple[Entry, ...]:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        place = f"journal, entry {number},"
        check_entry(row, place, journal.SCHEMA)
        if row["id"] in seen:
            raise NotTaken(place, f"has the id of entry {seen[row['id']]}")
        seen[row["id"]] = number
    return tuple(entry_of(row) for row in rows)
