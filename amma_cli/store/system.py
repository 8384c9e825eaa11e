"""Every call to the system that the store makes, in one small table.

Tests replace an entry by one that fails or ends the process at its k-th call;
the store itself calls nothing of os directly.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any


class System:
    """The calls. `names` lists those that can fail or be cut short."""

    def __init__(self) -> None:
        self.open: Callable[..., int] = os.open
        self.read: Callable[[int, int], bytes] = os.read
        self.write: Callable[[int, bytes], int] = os.write
        self.size: Callable[[int], os.stat_result] = os.fstat
        self.seek: Callable[[int, int, int], int] = os.lseek
        self.truncate: Callable[[int, int], None] = os.ftruncate
        self.sync: Callable[[int], None] = os.fsync
        self.close: Callable[[int], None] = os.close
        self.replace: Callable[..., None] = os.replace
        self.link: Callable[..., None] = os.link
        self.unlink: Callable[..., None] = os.unlink
        self.rmdir: Callable[..., None] = os.rmdir
        self.mkdir: Callable[..., None] = _folders
        self.look: Callable[..., os.stat_result] = os.lstat
        self.listing: Callable[..., list[str]] = os.listdir
        self.lock: Callable[[int], None] = _lock

    def names(self) -> tuple[str, ...]:
        """Return the names of the calls."""
        return tuple(vars(self))

    def swap(self, name: str, call: Callable[..., Any]) -> None:
        """Put another call in place of one."""
        if name not in vars(self):
            raise KeyError(name)
        setattr(self, name, call)


def _folders(folder: str | os.PathLike[str], mode: int, there: bool) -> None:
    """Make a folder and those above it that are missing, all with the same mode."""
    above = Path(folder).parent
    if not above.is_dir():
        _folders(above, mode, True)
    Path(folder).mkdir(mode, exist_ok=there)


def _lock(handle: int) -> None:
    """Wait for the lock on an open file; closing the handle releases it."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(handle, fcntl.LOCK_EX)


system = System()
