"""Writing what is the user's: whole or not at all, private, one process at a time."""

import contextlib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from amma_cli.errors import DataDamaged, Failed
from amma_cli.store.system import system

FILE_MODE = 0o600
FOLDER_MODE = 0o700
LARGEST = 64 * 1024 * 1024  # bytes; a file of the user's beyond this is damage, not data
CHUNK = 1 << 20
LINE = 4096  # bytes in which the last line of a journal is looked for first
BINARY = getattr(os, "O_BINARY", 0)
ITSELF = getattr(os, "O_NOFOLLOW", 0)  # never through a symbolic link


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can read. Raises errors.Failed."""
    try:
        system.mkdir(folder, FOLDER_MODE, True)
    except OSError as error:
        raise _refused(folder, error) from None


def _refused(path: Path, error: OSError) -> Failed:
    return Failed(
        f"{path} could not be written: {error.strerror or error}.",
        "Nothing was changed. amma needs room and the right to write there.",
    )


def read_whole(path: Path) -> bytes | None:
    """Return the bytes of a file of the user's, None where there is none.

    Raises errors.DataDamaged for what is no plain file, cannot be read, or is beyond 64 MB.
    """
    try:
        _plain(path)
        handle = system.open(path, os.O_RDONLY | BINARY)
        try:
            return _all(handle)
        finally:
            _let_go(handle)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unread(path, error) from None


def _plain(path: Path) -> os.stat_result:
    info = system.look(path)
    if not stat.S_ISREG(info.st_mode):
        raise DataDamaged(f"{path} is not a plain file.", "Nothing was changed.")
    if info.st_size > LARGEST:
        raise DataDamaged(f"{path} is far too large to be amma's.", "Nothing was changed.")
    return info


def _unread(path: Path, error: OSError) -> DataDamaged:
    return DataDamaged(f"{path} cannot be read: {error.strerror or error}.", "Nothing was changed.")


def _all(handle: int) -> bytes:
    parts = []
    while part := system.read(handle, CHUNK):
        parts.append(part)
    return b"".join(parts)


def _let_go(handle: int) -> None:
    """Close a handle on which nothing is left to be written: that it cannot fail the command."""
    with contextlib.suppress(OSError):
        system.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file: temporary file beside it, flush, fsync, rename. The caller holds the lock.

    A symbolic link in its place is not followed but refused. Raises errors.Failed when the
    system refuses; the old file then stands as it was.
    """
    make_folder(path.parent)
    beside = path.with_name(f".{path.name}.new")
    try:
        _no_link(path)
        _write_new(beside, data)
        system.replace(beside, path)
    except OSError as error:
        _remove(beside)
        raise _refused(path, error) from None
    except BaseException:
        _remove(beside)
        raise
    _sync_folder(path.parent)


class HalfDone(Failed):
    """Of several files that belong together some are new and could not be put back."""

    code = "half-done"


def write_together(files: Sequence[tuple[Path, bytes]]) -> None:
    """Replace several files, each whole: all are written beside first, then renamed in turn.

    Where a rename fails, those before it are put back as they were. The caller holds the lock.
    Raises errors.Failed with nothing changed, HalfDone where putting back failed as well.
    """
    before = [(path, read_whole(path)) for path, _ in files]
    beside = [path.with_name(f".{path.name}.new") for path, _ in files]
    at = Path()
    try:
        for new, (at, data) in zip(beside, files, strict=True):
            _no_link(at)
            _write_new(new, data)
        for new, (at, _) in zip(beside, files, strict=True):
            system.replace(new, at)
    except BaseException as error:  # Ctrl-C too
        for new in beside:
            _remove(new)
        _put_back(before)
        if isinstance(error, OSError):
            raise _refused(at, error) from None
        raise
    for path, _ in files:
        _sync_folder(path.parent)


def _put_back(before: Sequence[tuple[Path, bytes | None]]) -> None:
    """Make files hold what they held, None for no file; raises HalfDone where that fails."""
    for path, data in before:
        try:
            if read_whole(path) == data:
                continue
            if data is None:
                system.unlink(path)
            else:
                write_whole(path, data)
        except (OSError, Failed, DataDamaged) as error:
            why = error.strerror if isinstance(error, OSError) else str(error)
            raise HalfDone(
                f"{path} is new, and what belongs to it could not be written: {why}",
                "The same command again goes on from there.",
            ) from None


def _no_link(path: Path) -> None:
    try:
        info = system.look(path)
    except FileNotFoundError:
        return
    if not stat.S_ISREG(info.st_mode):
        raise Failed(f"{path} is not a plain file, so it is not replaced.", "Move it away first.")


def _write_new(path: Path, data: bytes, mode: int = FILE_MODE) -> None:
    """Write a file that was not there; what a killed run has left in its place is removed."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY
    try:
        handle = system.open(path, flags, mode)
    except FileExistsError:
        system.unlink(path)
        handle = system.open(path, flags, mode)
    try:
        _write_all(handle, data)
        system.sync(handle)
    finally:
        system.close(handle)


def _write_all(handle: int, data: bytes) -> None:
    """Write every byte; a system may take fewer at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[system.write(handle, bytes(rest)) :]


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        system.unlink(path)


def last_line(path: Path) -> bytes:
    """Return the last line of a file that is not empty, without its end; b"" where there is none.

    Only the end of the file is read. Raises errors.DataDamaged as read_whole does.
    """
    try:
        size = _plain(path).st_size
        handle = system.open(path, os.O_RDONLY | BINARY)
        try:
            return _last(handle, size)
        finally:
            _let_go(handle)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise _unread(path, error) from None


def _last(handle: int, size: int) -> bytes:
    """Read backwards in growing pieces until a whole line is there."""
    back = LINE
    while True:
        start = max(0, size - back)
        system.seek(handle, start, os.SEEK_SET)
        end = _all(handle).rstrip(b"\n")
        if start == 0 or b"\n" in end:
            return end.rpartition(b"\n")[2]
        back *= 16


def append_line(path: Path, line: str) -> None:
    """Add one line to a file and sync it; a torn last line is closed first, never joined.

    What could not be written whole is taken off again. Raises errors.Failed when the system
    refuses.
    """
    make_folder(path.parent)
    try:
        _no_link(path)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | BINARY | ITSELF
        handle = system.open(path, flags, FILE_MODE)
        try:
            _append(handle, line.encode("utf-8") + b"\n")
        finally:
            _let_go(handle)  # it is synced, or taken off again
    except OSError as error:
        raise _refused(path, error) from None


def _append(handle: int, data: bytes) -> None:
    size = system.size(handle).st_size
    torn = False
    if size:
        system.seek(handle, size - 1, os.SEEK_SET)
        torn = system.read(handle, 1) != b"\n"
    try:
        _write_all(handle, (b"\n" if torn else b"") + data)
        system.sync(handle)
    except BaseException:  # Ctrl-C too
        with contextlib.suppress(OSError):
            system.truncate(handle, size)
        raise


def _sync_folder(folder: Path) -> None:
    """Make a rename last; not every system can open a folder."""
    with contextlib.suppress(OSError):
        handle = system.open(folder, os.O_RDONLY)
        try:
            system.sync(handle)
        finally:
            system.close(handle)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the one lock of the user's files while a change is read, made and written."""
    make_folder(folder)
    try:
        handle = system.open(folder / "lock", os.O_RDWR | os.O_CREAT | ITSELF, FILE_MODE)
    except OSError as error:
        raise _refused(folder, error) from None
    try:
        try:
            system.lock(handle)
        except OSError as error:
            raise _refused(folder, error) from None
        yield
    finally:
        _let_go(handle)  # what was done under it is done


def write_export(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write a file that the user asked for, whole or not at all.

    mode: her usual permissions; FILE_MODE where the file holds what is hers, and then never in
    the place of a device or a link. Raises errors.Failed when the folder is not there or the
    system refuses.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        if mode == FILE_MODE:
            _no_link(path)
        _write_new(beside, data, mode)
        system.replace(beside, path)
    except OSError as error:
        _remove(beside)
        raise _refused(path, error) from None
    except BaseException:
        _remove(beside)
        raise
