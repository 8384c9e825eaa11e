"""Reading everything of the user's, and taking over what a file holds: all of it or nothing."""

import datetime
import os
from pathlib import Path
from typing import NamedTuple

from amma_cli.errors import Failed, NotFound
from amma_cli.store.exchange import Content, NotAnExport
from amma_cli.store.files import BINARY, CHUNK, LARGEST, locked, write_together
from amma_cli.store.journal import Entry, line_of, lines_in
from amma_cli.store.merge import Merged, merge
from amma_cli.store.paths import Paths
from amma_cli.store.profile_file import keep_older, profile_bytes, read_profile
from amma_cli.store.system import system


class Here(NamedTuple):
    """What is stored, with the journal's lines as they are; None marks one that is torn."""

    content: Content
    lines: tuple[tuple[bytes, Entry | None], ...]

    @property
    def torn(self) -> int:
        """How many lines were cut short while they were written."""
        return sum(entry is None for _, entry in self.lines)


def read_here(paths: Paths) -> Here:
    """Return everything that is stored. Raises errors.DataDamaged where it cannot be read."""
    lines = tuple(lines_in(paths.journal))
    entries = tuple(entry for _, entry in lines if entry is not None)
    return Here(Content(read_profile(paths.profile), entries), lines)


def read_export(path: Path) -> bytes:
    """Return the bytes of a file to import, a pipe's too, never more than just over 64 MB.

    Raises errors.NotFound where there is none, errors.Failed where it cannot be read.
    """
    try:
        handle = system.open(path, os.O_RDONLY | BINARY)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}.", "amma import FILE") from None
    except (OSError, ValueError) as error:
        raise _unread(path, error) from None
    try:
        return _up_to_limit(handle)
    except OSError as error:
        raise _unread(path, error) from None
    finally:
        system.close(handle)


def _up_to_limit(handle: int) -> bytes:
    parts, size = [], 0
    while size <= LARGEST and (part := system.read(handle, CHUNK)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _unread(path: Path, error: OSError | ValueError) -> Failed:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Failed(f"{path} cannot be read: {why}.", "Nothing was changed.")


def would_take(paths: Paths, there: Content, *, theirs: bool) -> Merged:
    """Return what taking a file over would change; nothing is written. Raises as take_over."""
    return merge(read_here(paths).content, there, theirs=theirs)


def take_over(paths: Paths, there: Content, *, theirs: bool, on: datetime.date) -> Merged:
    """Merge a file into what is stored, journal and profile under one lock, and return what came.

    on: today. Raises store.merge_profile.Apart, errors.DataDamaged and errors.Failed; nothing is
    then changed, unless the sentence says that the journal was taken and the profile was not.
    """
    with locked(paths.data):
        here = read_here(paths)
        merged = merge(here.content, there, theirs=theirs)
        files = []
        if merged.added or merged.replaced:
            files.append((paths.journal, _journal(here, merged)))
        if merged.profile.after != merged.profile.before:
            keep_older(paths.profile, on=on)
            files.append((paths.profile, profile_bytes(merged.profile.after)))
        # The journal first: without their profile entries show nothing; importing again goes on.
        write_together(files)
    return merged


def _journal(here: Here, merged: Merged) -> bytes:
    """Return the journal with every line that was there as it was, but for those replaced."""
    instead = {pair.here.id: pair.there for pair in merged.replaced}
    lines = []
    for line, entry in here.lines:
        new = instead.get(entry.id) if entry is not None else None
        lines.append(line if new is None else line_of(new).encode("utf-8"))
    lines += [line_of(entry).encode("utf-8") for entry in merged.added]
    data = b"".join(line + b"\n" for line in lines)
    if len(data) > LARGEST:
        raise NotAnExport(
            "Together with what is here the journal would be larger than 64 MB.",
            "Nothing was changed.",
        )
    return data
