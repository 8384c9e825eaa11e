"""Single keys from a terminal, without Enter; the terminal is as it was afterwards."""

import contextlib
import re
import sys
from collections.abc import Iterator
from typing import TextIO

SEQUENCE = re.compile(r"\x1b(?:[\[O][0-?]*[ -/]*[@-~]|.)?", re.DOTALL)


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


def next_keys(stdin: TextIO, seconds: float) -> str:
    """Return the keys that have come, in order: "" when none came in time, "q" when the terminal
    has gone. Arrows and other keys of several bytes are none.
    """
    if sys.platform == "win32":
        return _windows_key(seconds)
    import os
    import select

    ready, _, _ = select.select([stdin], [], [], seconds)
    if not ready:
        return ""
    raw = os.read(stdin.fileno(), 64)
    if not raw:
        return "q"
    return SEQUENCE.sub("", raw.decode("utf-8", "replace"))


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
