"""When amma itself breaks: one sentence, a local log without any of the user's values.

The log holds the kind of error and the places in the program, never its message,
an argument or a local value, since those can carry what somebody typed.
"""

import datetime
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from amma_cli import __version__
from amma_cli import messages_own as own
from amma_cli.commands.registry import BY_NAME
from amma_cli.errors import AmmaError, Failed
from amma_cli.store.files import append_line
from amma_cli.store.paths import paths

ROOT = Path(__file__).parent


class Crash(Failed):
    """Something went wrong inside amma."""

    code = "crash"


def crashed(
    error: BaseException, argv: Sequence[str], environ: Mapping[str, str], day: datetime.date
) -> Crash:
    """Write the log and return the error that says so."""
    lines = [f"{day.isoformat()} amma {__version__}, {_command(argv)}: {type(error).__name__}"]
    lines += [_place(frame) for frame in traceback.extract_tb(error.__traceback__)]
    try:
        log = paths(environ).log
        append_line(log, "\n".join(lines))
    except (AmmaError, OSError):
        return Crash(own.CRASH, own.CRASH_NO_LOG)
    return Crash(own.CRASH, own.CRASH_LOG.format(path=log))


def _command(argv: Sequence[str]) -> str:
    """Return the command's name and nothing else of what was typed."""
    return next((word for word in argv if word in BY_NAME), "no command")


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    inside = path.is_relative_to(ROOT)
    shown = path.relative_to(ROOT.parent).as_posix() if inside else path.name
    return f"  {shown}:{frame.lineno} {frame.name}"
