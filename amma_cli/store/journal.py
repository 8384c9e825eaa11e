"""journal.jsonl: one entry a line, appended with a lock and synced."""

import datetime
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from amma_cli.errors import DataDamaged
from amma_cli.store.files import append_line, locked, read_whole, write_whole

SCHEMA = 1


class Entry(NamedTuple):
    """Something recorded at a time: local, with its offset, ISO 8601."""

    id: str
    when: str
    kind: str
    data: dict[str, Any]
    note: str
    pregnancy: int = 1


def add_entry(
    path: Path,
    when: datetime.datetime,
    kind: str,
    data: dict[str, Any],
    note: str,
    pregnancy: int = 1,
) -> Entry:
    """Append an entry and return it. Raises errors.Failed when it could not be stored."""
    entry = Entry(
        os.urandom(6).hex(), when.isoformat(timespec="seconds"), kind, data, note, pregnancy
    )
    record = {"schema": SCHEMA, **entry._asdict()}
    with locked(path.parent):
        append_line(path, json.dumps(record, ensure_ascii=False))
    return entry


def read_entries(path: Path) -> Iterator[Entry]:
    """Yield entries in the order written; a torn line is passed over, never removed.

    Torn is the last line without its end, and one that a later append has closed: every line
    ends in a brace, so what was cut short does not.
    Raises errors.DataDamaged for any other line that cannot be read, and for a newer schema.
    """
    for _, entry in _lines(path):
        if entry is not None:
            yield entry


def _lines(path: Path) -> Iterator[tuple[bytes, Entry | None]]:
    """Yield every line with its entry, None for a torn one."""
    lines = (read_whole(path) or b"").split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield line, _entry(json.loads(line))
        except (ValueError, KeyError, TypeError, RecursionError):
            if number == len(lines) or not line.endswith(b"}"):
                yield line, None
                continue
            raise DataDamaged(
                f"{path}, line {number}, cannot be read.", "Nothing was changed."
            ) from None


def _entry(record: dict[str, Any]) -> Entry:
    if type(record["schema"]) is not int or record["schema"] > SCHEMA:
        raise ValueError("written by a newer amma")
    entry = Entry(
        record["id"], record["when"], record["kind"], record["data"], record["note"],
        record.get("pregnancy", 1),
    )  # fmt: skip
    for value in (entry.id, entry.when, entry.kind, entry.note):
        if not isinstance(value, str):
            raise TypeError("not a text")
    return entry


def remove_pregnancy(path: Path, number: int) -> None:
    """Take the entries of one pregnancy out; the file is replaced whole.

    Raises errors.DataDamaged where the journal cannot be read, errors.Failed where it cannot be
    written; either way nothing is changed.
    """
    with locked(path.parent):
        kept = [line for line, e in _lines(path) if e is None or e.pregnancy != number]
        if read_whole(path) is not None:
            write_whole(path, b"".join(line + b"\n" for line in kept))
