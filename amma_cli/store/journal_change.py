"""Changing the journal: an entry edited or removed, and the last change taken back.

Every change replaces the file whole. What an edit or a removal took out is kept in
journal.undo for one step back; an entry that was added since makes that step the entry's own.
"""

import contextlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from amma_cli.errors import DataDamaged, Failed, NotFound
from amma_cli.store.files import locked, read_whole, write_whole
from amma_cli.store.journal import Entry, entry_of, line_of, lines_in

SCHEMA = 1
SHORTEST = 4  # characters of an id that name an entry, where they name only one


class Undone(NamedTuple):
    """What a step back did: "added" took an entry out, the others put one back as it was."""

    what: str  # added, edited, removed
    entry: Entry


def find_entry(path: Path, name: str, pregnancy: int) -> Entry:
    """Return the entry whose id begins with `name`; "last" is the latest recorded.

    Raises errors.NotFound where there is none or more than one.
    """
    entries = [e for _, e in lines_in(path) if e is not None and e.pregnancy == pregnancy]
    if name == "last" and entries:
        return entries[-1]
    found = [e for e in entries if e.id.startswith(name)] if len(name) >= SHORTEST else []
    if len(found) != 1:
        say = f'"{name[:20]}" names {len(found)} entries.' if found else f'No entry "{name[:20]}".'
        raise NotFound(say, "amma journal shows the name of each entry.")
    return found[0]


def change_entry(path: Path, undo: Path, old: Entry, new: Entry | None) -> None:
    """Put `new` in the place of `old`, or take it out where `new` is None.

    Raises errors.NotFound when the entry is no longer as it was, errors.DataDamaged and
    errors.Failed as the journal does; nothing is then changed.
    """
    with locked(path.parent):
        lines = list(lines_in(path))
        places = [n for n, (_, entry) in enumerate(lines) if entry == old]
        if not places:
            raise NotFound("That entry has been changed meanwhile.", "amma journal")
        at, kept = places[0], [line for line, _ in lines]
        before = kept[at]
        kept[at : at + 1] = [] if new is None else [line_of(new).encode()]
        record = {
            "schema": SCHEMA, "what": "removed" if new is None else "edited", "at": at,
            "line": before.decode("utf-8"), "new": None if new is None else line_of(new),
            "count": len(kept),
        }  # fmt: skip
        write_whole(undo, json.dumps(record, ensure_ascii=False).encode() + b"\n")
        write_whole(path, _file(kept))


def undo_last(path: Path, undo: Path, pregnancy: int) -> Undone:
    """Take the last change back: an edit, a removal, or else the entry added last.

    Raises errors.NotFound where there is nothing to take back.
    """
    with locked(path.parent):
        lines = list(lines_in(path))
        step = _step(undo, lines, pregnancy)
        if step is not None:
            return _put_back(path, undo, lines, step)
    added = [e for _, e in lines if e is not None and e.pregnancy == pregnancy]
    if not added:
        raise NotFound("There is nothing to take back.", "amma journal")
    change_entry(path, undo, added[-1], None)
    return Undone("added", added[-1])


def _put_back(
    path: Path, undo: Path, lines: list[tuple[bytes, Entry | None]], step: dict[str, Any]
) -> Undone:
    kept, at, line = [raw for raw, _ in lines], step["at"], step["line"].encode()
    kept[at : at + (step["what"] == "edited")] = [line]
    write_whole(path, _file(kept))
    with contextlib.suppress(Failed):  # a step that no longer fits the journal is passed over
        write_whole(undo, b"")
    return Undone(step["what"], entry_of(json.loads(line)))


def _step(
    undo: Path, lines: list[tuple[bytes, Entry | None]], pregnancy: int
) -> dict[str, Any] | None:
    """Return the step kept in journal.undo, None where the journal has gone on since.

    None as well for an entry of another pregnancy: that is not shown again by a step back.
    """
    raw = read_whole(undo)
    if not raw:
        return None
    try:
        step: dict[str, Any] = json.loads(raw)
        if step["schema"] > SCHEMA:
            raise DataDamaged(f"{undo} was written by a newer amma.", "Update amma.")
        entry = entry_of(json.loads(step["line"]))
        at, count, new = int(step["at"]), int(step["count"]), step["new"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if entry.pregnancy != pregnancy or len(lines) != count or not 0 <= at <= count:
        return None
    standing = None if new is None else lines[at][0].decode("utf-8") if at < count else ""
    return step if standing == new else None


def _file(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def remove_pregnancy(path: Path, undo: Path, number: int) -> None:
    """Take the entries of one pregnancy out; the file is replaced whole. The caller has the lock.

    Raises errors.DataDamaged where the journal cannot be read, errors.Failed where it cannot be
    written; either way nothing is changed.
    """
    lines, step = list(lines_in(path)), read_whole(undo)
    kept = [line for line, entry in lines if entry is None or entry.pregnancy != number]
    if step:  # it may hold an entry that is to go, so it goes first
        write_whole(undo, b"")
    if len(kept) < len(lines):
        write_whole(path, _file(kept))
