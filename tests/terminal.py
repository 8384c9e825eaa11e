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

    after: str  # matched without escape codes and however its line is broken
    press: bytes = b""
    kill: bool = False  # instead of a key, the process is ended without a word


def in_terminal(
    amma: Amma,
    *args: str,
    rows: int = 500,
    columns: int = 80,
    keys: Iterable[Key] = (),
    env: Mapping[str, str | None] | None = None,
    piped: str = "",
    apart: bool = False,
) -> Seen:
    """Run the program in a terminal of its own.

    piped: "stdout" or "stderr", which then goes to a pipe and not to the terminal.
    apart: stdout goes to a second terminal, whose text is `piped` of the answer.
    """
    ours, theirs = _opened(rows, columns)
    second = _opened(rows, columns) if apart else None
    process = subprocess.Popen(
        amma.command(*args),
        stdin=theirs,
        stdout=subprocess.PIPE if piped == "stdout" else second[1] if second else theirs,
        stderr=subprocess.PIPE if piped == "stderr" else theirs,
        env=amma.environment(env),
        cwd=amma.folder,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509 (no test starts threads)
    )
    os.close(theirs)
    if second:
        os.close(second[1])
    pipe = process.stdout or process.stderr
    other = second[0] if second else pipe.fileno() if pipe else None
    try:
        shown, through = _read(ours, other, list(keys), process)
        code = process.wait(timeout=SECONDS)
    finally:
        os.close(ours)
        if second:
            os.close(second[0])
        if pipe:
            pipe.close()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return Seen(code, shown.replace("\r\n", "\n"), through.replace("\r\n", "\n"))


def _opened(rows: int, columns: int) -> tuple[int, int]:
    """Open a terminal of a size: our end and the program's."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    return ours, theirs


def _stands(text: str, shown: bytes) -> bool:
    """Whether a text stands in what was shown, as bytes or as somebody reads it."""
    if text.encode() in shown:
        return True
    return text in " ".join(bare(shown.decode("utf-8", "replace")).split())


def _take_terminal() -> None:
    """Make the terminal on stdin the one whose Ctrl-C reaches this process."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read(
    ours: int, pipe: int | None, keys: list[Key], process: subprocess.Popen[bytes]
) -> tuple[str, str]:
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
        if keys and _stands(keys[0].after, got[ours][seen:]):
            seen = len(got[ours])
            key = keys.pop(0)
            if key.kill:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                os.write(ours, key.press)
    texts = [data.decode("utf-8", "replace") for data in got.values()]
    return texts[0], texts[1] if pipe is not None else ""
