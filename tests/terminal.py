"""A pseudo-terminal for the program: a size, keys to press, and an end by a time limit."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tests.program import Amma

SECONDS = 20.0
CONTROL_C = b"\x03"
CONTROL_D = b"\x04"
ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
COLORS = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


class Seen(NamedTuple):
    """How the process ended, what the terminal showed, and what went into the pipe."""

    code: int
    screen: str
    piped: str

    @property
    def text(self) -> str:
        """What was shown, without escape codes."""
        return bare(self.screen)

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


def bare(text: str) -> str:
    """Text without escape codes."""
    return ESCAPES.sub("", text)


class Key(NamedTuple):
    """What to type once a text stands on the screen."""

    after: str
    press: bytes


def in_terminal(
    amma: Amma,
    *args: str,
    rows: int = 500,
    columns: int = 80,
    keys: Iterable[Key] = (),
    env: Mapping[str, str | None] | None = None,
    piped: str = "",
) -> Seen:
    """Run the program in a terminal of its own.

    piped: "stdout" or "stderr", which then goes to a pipe and not to the terminal.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        amma.command(*args),
        stdin=theirs,
        stdout=subprocess.PIPE if piped == "stdout" else theirs,
        stderr=subprocess.PIPE if piped == "stderr" else theirs,
        env=amma.environment(env),
        cwd=amma.folder,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509 (no test starts threads)
    )
    os.close(theirs)
    pipe = process.stdout or process.stderr
    try:
        shown, through = _read(ours, pipe.fileno() if pipe else None, list(keys))
        code = process.wait(timeout=SECONDS)
    finally:
        os.close(ours)
        if pipe:
            pipe.close()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return Seen(code, shown.replace("\r\n", "\n"), through)


def _take_terminal() -> None:
    """Make the terminal on stdin the one whose Ctrl-C reaches this process."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read(ours: int, pipe: int | None, keys: list[Key]) -> tuple[str, str]:
    """Read until every end is closed; type each key when its text has come."""
    until = time.monotonic() + SECONDS
    got = {ours: b""} | ({pipe: b""} if pipe is not None else {})
    open_ends, seen = set(got), 0
    while open_ends:
        if time.monotonic() > until:
            raise TimeoutError(f"no end after {SECONDS} s; seen so far: {got[ours]!r}")
        for end in select.select(list(open_ends), [], [], 0.2)[0]:
            part = b""
            with contextlib.suppress(OSError):  # a closed terminal is an error on Linux
                part = os.read(end, 65536)
            if part:
                got[end] += part
            else:
                open_ends.discard(end)
        if keys and keys[0].after.encode() in got[ours][seen:]:
            seen = len(got[ours])
            os.write(ours, keys.pop(0).press)
    texts = [data.decode("utf-8", "replace") for data in got.values()]
    return texts[0], texts[1] if pipe is not None else ""
