"""The program inside the test's own process: real commands, pages and painters, streams in memory.

Whole processes are tests/program.py; this is for the many screens that differ in a day.
"""

import datetime
import io
import json
from pathlib import Path
from typing import Any, NamedTuple

from amma_cli.commands.registry import valued_of
from amma_cli.commands.run import run
from amma_cli.env import Env
from amma_cli.options import take_options

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))


class Stream(io.TextIOWrapper):
    """A UTF-8 stream in memory that may pass for a terminal."""

    def __init__(self, *, terminal: bool = False) -> None:
        self.kept = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.kept, encoding="utf-8", newline="\n")

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        self.flush()
        return self.kept.getvalue().decode("utf-8")


class Shown(NamedTuple):
    """What a command wrote and how it ended."""

    code: int
    out: str
    err: str

    @property
    def record(self) -> Any:
        return json.loads(self.out)


class Amma:
    """The commands with a home and a library; errors.AmmaError goes through to the test."""

    def __init__(self, home: Path, library: Path) -> None:
        self.environ = {"AMMA_HOME": str(home), "AMMA_LIBRARY": str(library), "COLUMNS": "80"}
        self.clock = NOON

    def __call__(self, *words: str, terminal: bool = False) -> Shown:
        """Run a command; `terminal` lets stdout pass for one that is wide and has no color."""
        options, rest = take_options(words, valued_of(words))
        out, err = Stream(terminal=terminal), Stream()
        environ = {**self.environ, "TERM": "xterm", "NO_COLOR": "1"}
        env = Env(options, environ, None, out, err, lambda: self.clock)
        code = run(env, rest)
        return Shown(code, out.text(), err.text())
