"""Env: everything of the world outside that a command may know.

The only room with a clock. Commands get an Env and hand values on; tests build one.
"""

import datetime
import os
import time
from collections.abc import Callable, Mapping
from typing import TextIO

from amma_cli.domain.settings import Settings
from amma_cli.errors import AmmaError, Usage
from amma_cli.options import Options

PROSE_WIDTH = 80


class Env:
    """Streams, environment, options and the clock of one run."""

    __slots__ = (
        "_clock",
        "_monotonic",
        "_prefer",
        "_settings",
        "asked",
        "environ",
        "options",
        "stderr",
        "stdin",
        "stdout",
    )

    def __init__(
        self,
        options: Options,
        environ: Mapping[str, str],
        stdin: TextIO | None,
        stdout: TextIO,
        stderr: TextIO,
        clock: Callable[[], datetime.datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.options = options
        self.environ = environ
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.asked = 0  # questions so far, for their numbers in --plain
        self._clock = clock
        self._monotonic = monotonic
        self._prefer: Callable[[], Settings] = Settings
        self._settings: Settings | None = None

    def prefer(self, read: Callable[[], Settings]) -> None:
        """Name where the user's settings come from; they are read when first needed."""
        self._prefer, self._settings = read, None

    @property
    def settings(self) -> Settings:
        """The user's settings; a profile that cannot be read sets nothing."""
        if self._settings is None:
            try:
                self._settings = self._prefer()
            except AmmaError:
                self._settings = Settings()
        return self._settings

    def now(self) -> datetime.datetime:
        """Return local time with its offset; with --on, that day at the time it is now."""
        now = self._clock()
        if self.options.on is None:
            return now
        return datetime.datetime.combine(self.today(), now.timetz())

    def made(self) -> datetime.datetime:
        """Return the time by the machine's clock, whatever --on says: when a file is made."""
        return self._clock()

    def elapsed(self) -> float:
        """Return seconds of a clock that nobody sets, for durations inside one run."""
        return self._monotonic()

    def today(self) -> datetime.date:
        """Return the user's local calendar date, or the day of --on.

        Raises errors.Usage when --on is no date.
        """
        if self.options.on is None:
            return self._clock().date()
        from amma_cli.domain.dates import parse_date

        try:
            return parse_date(self.options.on, region=self.options.region, name="--on").date
        except Usage as error:
            raise Usage(error.say, error.hint or "--on 2026-11-22") from None

    @property
    def terminal(self) -> bool:
        """Whether content goes to a terminal."""
        return self.stdout.isatty()

    @property
    def can_ask(self) -> bool:
        """Whether somebody can answer a question: a terminal to read from, and no --no-input."""
        if self.options.no_input or self.stdin is None or self.stdin.closed:
            return False
        return self.stdin.isatty() and self.stderr.isatty()

    @property
    def plain(self) -> bool:
        """Whether boxes, tables and columns are unwelcome: --plain, ACCESSIBLE, the setting."""
        asked = self.environ.get("ACCESSIBLE", "")
        if self.options.plain or asked:
            return self.options.plain or asked != "0"
        return self.settings.accessible

    @property
    def color(self) -> bool:
        """Whether escape codes for color may be written: flag, environment, then detection."""
        if self.options.color != "auto":
            return self.options.color == "always"
        if self.environ.get("NO_COLOR") or self.environ.get("TERM") == "dumb":
            return False
        forced = self.environ.get("FORCE_COLOR")
        if forced is not None and forced != "":
            return forced != "0"
        return self.terminal

    @property
    def theme(self) -> str:
        """The theme asked for: AMMA_THEME before the setting; "" lets the terminal decide."""
        return self.environ.get("AMMA_THEME", "").lower() or self.settings.theme

    @property
    def styled(self) -> bool:
        """Whether escape codes of any kind may be written."""
        if self.color:
            return True
        return self.terminal and self.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """Columns for content: as asked for, else the terminal's up to 80."""
        if self.options.width:
            return self.options.width
        asked = self.environ.get("COLUMNS", "")
        if asked.isascii() and asked.isdigit() and len(asked) < 5 and 20 <= int(asked) <= 500:
            return int(asked)
        if self.settings.width:
            return self.settings.width
        if not self.terminal:
            return PROSE_WIDTH
        return max(20, min(self._size().columns or PROSE_WIDTH, PROSE_WIDTH))

    @property
    def height(self) -> int:
        """Rows of the terminal; 0 where there is none."""
        return self._size().lines if self.terminal else 0

    def _size(self) -> os.terminal_size:
        try:
            return os.get_terminal_size(self.stdout.fileno())
        except (OSError, ValueError):
            return os.terminal_size((PROSE_WIDTH, 24))

    @property
    def encoding(self) -> str:
        """The encoding of stdout."""
        return self.stdout.encoding or "ascii"
