"""Single keys from a terminal, without Enter; the terminal is as it was afterwards."""

import contextlib
import sys
from collections.abc import Iterator
from typing import TextIO


@contextlib.contextmanager
def raw_keys(stdin: TextIO) -> Iterator[None]:
    """Let keys through one by one while the block runs."""
    if sys.platform == "win32":
        yield
        return
    import termios
    import tty

    handle = stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle)
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def next_key(stdin: TextIO, seconds: float) -> str:
    """Return the next key, "" when none came in time, "q" when the terminal has gone."""
    if sys.platform == "win32":
        return _windows_key(seconds)
    import os
    import select

    ready, _, _ = select.select([stdin], [], [], seconds)
    if not ready:
        return ""
    raw = os.read(stdin.fileno(), 32)
    return raw.decode("utf-8", "replace")[:1] if raw else "q"


def _windows_key(seconds: float) -> str:
    import msvcrt
    import time

    waited = 0.0
    while waited < seconds:
        if msvcrt.kbhit():  # type: ignore[attr-defined]
            return str(msvcrt.getwch())  # type: ignore[attr-defined]
        time.sleep(0.05)
        waited += 0.05
    return ""
