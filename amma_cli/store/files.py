"""Writing what is the user's: whole or not at all, private, one process at a time."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from amma_cli.errors import Failed

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can read. Raises errors.Failed where it cannot be."""
    try:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise Failed(f"{folder} could not be made: {error.strerror or error}.") from None


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file: temporary file beside it, flush, fsync, rename.

    Raises errors.Failed when the system refuses; the old file then stands as it was.
    """
    make_folder(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise Failed(f"{path} could not be written: {error.strerror or error}.") from None
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def append_line(path: Path, line: str) -> None:
    """Add one line to a file and sync it; a torn last line is closed first, never joined.

    Raises errors.Failed when the system refuses.
    """
    make_folder(path.parent)
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, FILE_MODE)
        with os.fdopen(handle, "r+b") as file:
            size = file.seek(0, os.SEEK_END)
            torn = False
            if size:
                file.seek(size - 1)
                torn = file.read(1) != b"\n"
            file.seek(0, os.SEEK_END)
            file.write((b"\n" if torn else b"") + line.encode("utf-8") + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise Failed(f"{path} could not be written: {error.strerror or error}.") from None


def _sync_folder(folder: Path) -> None:
    """Make a rename last; not every system can open a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the one lock of the user's files while a change is read, made and written."""
    make_folder(folder)
    try:
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, FILE_MODE)
    except OSError as error:
        raise Failed(f"{folder} could not be written: {error.strerror or error}.") from None
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    """Wait for the lock; closing the handle releases it."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(handle, fcntl.LOCK_EX)


def write_export(path: Path, data: bytes) -> None:
    """Write a file that the user asked for, whole or not at all, with her usual permissions.

    Raises errors.Failed when the folder is not there or the system refuses.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with open(beside, "xb") as file:
            file.write(data)
        os.replace(beside, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise Failed(f"{path} could not be written: {error.strerror or error}.") from None
