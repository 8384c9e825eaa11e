"""journal.jsonl: one entry a line, appended with a lock and synced."""

import contextlib
import datetime
import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from amma_cli.errors import DataDamaged, Failed
from amma_cli.store.files import append_line, last_line, locked, read_whole, write_whole

SCHEMA = 1
TEXT = re.compile(rb'"(?:[^"\\]|\\.)*"')


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
    """Append an entry and return it. Raises errors.Failed when it could not be stored.

    Raises errors.DataDamaged for what is no journal of this amma's: a newer one's, far too large.
    """
    entry = new_entry(when, kind, data, note, pregnancy)
    append_entries(path, [entry])
    return entry


def append_entries(path: Path, entries: Sequence[Entry]) -> None:
    """Append entries in one write: all of them or none. Raises as add_entry does."""
    with locked(path.parent):
        _refuse_newer(path)
        append_line(path, "\n".join(line_of(entry) for entry in entries))


def put_entry(path: Path, entry: Entry) -> None:
    """Append an entry, or put it in the place of the one that has its id: twice is as once.

    To a journal with a line that cannot be read it is appended. Raises as add_entry does.
    """
    with locked(path.parent):
        lines: list[tuple[bytes, Entry | None]] = []
        with contextlib.suppress(DataDamaged):
            lines = list(lines_in(path))
        places = [n for n, (_, old) in enumerate(lines) if old is not None and old.id == entry.id]
        if not places:
            _refuse_newer(path)
            append_line(path, line_of(entry))
        elif lines[places[0]][1] != entry:
            kept = [line for line, _ in lines]
            kept[places[0]] = line_of(entry).encode()
            write_whole(path, b"".join(line + b"\n" for line in kept))


def new_entry(
    when: datetime.datetime, kind: str, data: dict[str, Any], note: str, pregnancy: int = 1
) -> Entry:
    """Return an entry with a name of its own, not stored yet."""
    return Entry(
        os.urandom(6).hex(), when.isoformat(timespec="seconds"), kind, data, note, pregnancy
    )


def line_of(entry: Entry) -> str:
    """Return the line of an entry, without its end."""
    return json.dumps({"schema": SCHEMA, **entry._asdict()}, ensure_ascii=False)


def _refuse_newer(path: Path) -> None:
    """Raise errors.DataDamaged where the last line is a newer amma's; one that is torn is not."""
    last = last_line(path)
    with contextlib.suppress(ValueError, TypeError, KeyError, RecursionError):
        if _schema(json.loads(last)) > SCHEMA:
            raise _newer(path)


def _newer(path: Path) -> DataDamaged:
    return DataDamaged(
        f"{path} was written by a newer amma (this one reads schema {SCHEMA}).",
        "Update amma. Nothing was changed.",
    )


def _schema(record: Any) -> int:
    if not isinstance(record, dict) or type(record["schema"]) is not int:
        raise TypeError("no entry")
    return int(record["schema"])


def torn_lines(path: Path) -> int:
    """Return how many lines were cut short while they were written; they stay in the file."""
    return sum(entry is None for _, entry in lines_in(path))


def read_entries(path: Path) -> Iterator[Entry]:
    """Yield entries in the order written; a torn line is passed over, never removed.

    Torn is the last line without its end, and one that a later append has closed: its last brace
    is missing.
    Raises errors.DataDamaged for any other line that cannot be read, and for a newer schema.
    """
    for _, entry in lines_in(path):
        if entry is not None:
            yield entry


def lines_in(path: Path) -> Iterator[tuple[bytes, Entry | None]]:
    """Yield every line with its entry, None for a torn one."""
    lines = (read_whole(path) or b"").split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if _schema(record) > SCHEMA:
                raise _newer(path)
            yield line, entry_of(record)
        except (ValueError, KeyError, TypeError, RecursionError):
            if number == len(lines) or _is_cut(line):
                yield line, None
                continue
            raise DataDamaged(
                f"{path}, line {number}, cannot be read.", "Nothing was changed."
            ) from None


def _is_cut(line: bytes) -> bool:
    """Whether a line ends before its record does: within a text, or with braces left open."""
    bare = TEXT.sub(b"", line)
    return not line.endswith(b"}") or b'"' in bare or bare.count(b"{") > bare.count(b"}")


def entry_of(record: dict[str, Any]) -> Entry:
    """Return the entry of a line. Raises KeyError or TypeError for what is none."""
    entry = Entry(
        record["id"], record["when"], record["kind"], record["data"], record["note"],
        record.get("pregnancy", 1),
    )  # fmt: skip
    for value in (entry.id, entry.when, entry.kind, entry.note):
        if not isinstance(value, str):
            raise TypeError("not a text")
    return entry


def stored_time(entry: Entry) -> datetime.datetime:
    """Return the local time of an entry. Raises errors.Failed for one that is none."""
    try:
        return datetime.datetime.fromisoformat(entry.when)
    except ValueError:
        raise Failed(f"The entry {entry.id} has no time.", "amma journal edit") from None
