"""journal.jsonl: one entry a line, appended with a lock and synced."""

import datetime
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from amma_cli.errors import DataDamaged
from amma_cli.store.files import append_line, locked, read_whole

SCHEMA = 1


class Entry(NamedTuple):
    """Something recorded at a time: local, with its offset, ISO 8601."""

    id: str
    when: str
    kind: str
    data: dict[str, Any]
    note: str


def add_entry(
    path: Path, when: datetime.datetime, kind: str, data: dict[str, Any], note: str
) -> Entry:
    """Append an entry and return it. Raises errors.Failed when it could not be stored."""
    entry = Entry(os.urandom(6).hex(), when.isoformat(timespec="seconds"), kind, data, note)
    record = {"schema": SCHEMA, **entry._asdict()}
    with locked(path.parent):
        append_line(path, json.dumps(record, ensure_ascii=False))
    return entry


def read_entries(path: Path) -> Iterator[Entry]:
    """Yield entries in the order written; a torn line is passed over, never removed.

    Torn is the last line without its end, and one that a later append has closed: every line
    ends in a brace, so what was cut short does not.

    Raises errors.DataDamaged for any other line that cannot be read.
    """
    lines = (read_whole(path) or b"").split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            yield Entry(
                record["id"], record["when"], record["kind"], record["data"], record["note"]
            )
        except (ValueError, KeyError, TypeError):
            if number == len(lines) or not line.endswith(b"}"):
                continue
            raise DataDamaged(
                f"{path}, line {number}, cannot be read.", "Nothing was changed."
            ) from None
