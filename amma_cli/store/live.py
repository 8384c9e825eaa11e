"""live.jsonl: the session that goes on now, each press on disk at once.

The first line says what is tracked and since when; every further line is one press. A
finished session becomes an entry of the journal and the file goes.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from amma_cli.errors import DataDamaged, Failed
from amma_cli.store.files import append_line, locked, read_whole, write_whole
from amma_cli.store.system import system

SCHEMA = 1


class Live(NamedTuple):
    """A session: kind, local start, presses in seconds since then."""

    kind: str
    start: datetime
    presses: tuple[float, ...]


def start_live(path: Path, kind: str, start: datetime, *presses: float) -> Live:
    """Begin a session, with its first press where there is one: both are stored, or neither.

    Where one of this kind was begun at the same moment, it goes on with the press in it. Raises
    errors.Failed when it cannot be stored, or where one of another kind was begun.
    """
    live = Live(kind, start, presses)
    with locked(path.parent):
        there = read_live(path)
        if there is None:
            write_whole(path, _file(live))
            return live
        if there.kind != kind:
            raise Failed(f"{path} was begun by another amma just now.", f"amma {there.kind}")
        since = (start - there.start).total_seconds()
        more = tuple(round(since + at, 2) for at in presses)
        if more:
            append_line(path, "\n".join(json.dumps({"at": at}) for at in more))
        return there._replace(presses=(*there.presses, *more))


def _file(live: Live) -> bytes:
    start = live.start.isoformat(timespec="milliseconds")
    head = {"schema": SCHEMA, "kind": live.kind, "start": start}
    lines = [head, *({"at": at} for at in live.presses)]
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def press(path: Path, live: Live, seconds: float) -> Live:
    """Store a press and return the session with it; raises errors.Failed."""
    with locked(path.parent):
        append_line(path, json.dumps({"at": round(seconds, 2)}))
    return live._replace(presses=(*live.presses, round(seconds, 2)))


def unpress(path: Path, live: Live) -> Live:
    """Take the last press back; raises errors.Failed."""
    kept = live._replace(presses=live.presses[:-1])
    with locked(path.parent):
        write_whole(path, _file(kept))
    return kept


def read_live(path: Path) -> Live | None:
    """Return the session that goes on, None where there is none; a torn last press is left out.

    Raises errors.DataDamaged for a newer amma's file.
    """
    raw = read_whole(path)
    if not raw:
        return None
    head, *rest = raw.split(b"\n")
    try:
        record = json.loads(head)
        if record["schema"] > SCHEMA:
            raise DataDamaged(f"{path} was written by a newer amma.", "Update amma.")
        live = Live(str(record["kind"]), datetime.fromisoformat(record["start"]), ())
        if live.start.tzinfo is None:
            raise ValueError("no offset")
    except (ValueError, KeyError, TypeError, RecursionError):
        raise DataDamaged(f"{path} cannot be read.", "Move it away to begin anew.") from None
    presses = []
    for line in rest:
        try:
            presses.append(float(json.loads(line)["at"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
    return live._replace(presses=tuple(presses))


def clear_live(path: Path) -> None:
    """Remove the session's file; it is in the journal by then. Raises errors.Failed."""
    with locked(path.parent):
        try:
            system.unlink(path)
        except FileNotFoundError:
            return
        except OSError as error:
            raise Failed(f"{path} could not be removed: {error.strerror or error}.") from None
