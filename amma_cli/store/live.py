"""live.jsonl: the session that goes on now, each press on disk at once.

The first line says what is tracked and since when; every further line is one press. A
finished session becomes an entry of the journal and the file goes.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from amma_cli.errors import DataDamaged
from amma_cli.store.files import append_line, locked, read_whole, write_whole
from amma_cli.store.system import system

SCHEMA = 1


class Live(NamedTuple):
    """A session: kind, local start, presses in seconds since then."""

    kind: str
    start: datetime
    presses: tuple[float, ...]


def start_live(path: Path, kind: str, start: datetime) -> Live:
    """Begin a session; raises errors.Failed when it cannot be stored."""
    record = {"schema": SCHEMA, "kind": kind, "start": start.isoformat(timespec="milliseconds")}
    with locked(path.parent):
        write_whole(path, json.dumps(record).encode() + b"\n")
    return Live(kind, start, ())


def press(path: Path, live: Live, seconds: float) -> Live:
    """Store a press and return the session with it; raises errors.Failed."""
    with locked(path.parent):
        append_line(path, json.dumps({"at": round(seconds, 2)}))
    return live._replace(presses=(*live.presses, round(seconds, 2)))


def unpress(path: Path, live: Live) -> Live:
    """Take the last press back; raises errors.Failed."""
    kept = live._replace(presses=live.presses[:-1])
    head = {
        "schema": SCHEMA,
        "kind": live.kind,
        "start": live.start.isoformat(timespec="milliseconds"),
    }
    lines = [head, *({"at": at} for at in kept.presses)]
    with locked(path.parent):
        write_whole(path, b"".join(json.dumps(line).encode() + b"\n" for line in lines))
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
    except (ValueError, KeyError, TypeError):
        raise DataDamaged(f"{path} cannot be read.", "Move it away to begin anew.") from None
    presses = []
    for line in rest:
        try:
            presses.append(float(json.loads(line)["at"]))
        except (ValueError, KeyError, TypeError):
            continue
    return live._replace(presses=tuple(presses))


def clear_live(path: Path) -> None:
    """Remove the session's file; it is in the journal by then."""
    with locked(path.parent):
        try:
            system.unlink(path)
        except FileNotFoundError:
            return
