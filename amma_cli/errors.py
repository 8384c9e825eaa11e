"""Errors that become words: each owns its sentence, its hint and its exit code.

Rooms define further errors beside the code that raises them, as children of
these; `amma_cli.__main__` is the only place that turns one into output.
"""

EXIT_DONE = 0
EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_NO_PROFILE = 3
EXIT_DATA_DAMAGED = 4
EXIT_LIBRARY_DAMAGED = 5
EXIT_INTERRUPTED = 130


class AmmaError(Exception):
    """Anything that ends a command with words.

    say: one plain sentence that names the reason.
    hint: what to do next, or empty.
    code: short machine name, for `--json`.
    exit_code: one of the EXIT_ values above.
    more: what stands beside these under `--json`, such as the judgement of what was typed.
    """

    code = "failed"
    exit_code = EXIT_FAILED

    def __init__(self, say: str, hint: str = "") -> None:
        super().__init__(say)
        self.say = say
        self.hint = hint
        self.more: dict[str, object] = {}


class Failed(AmmaError):
    """Something could not be done."""


class NotFound(AmmaError):
    """What was asked for is not in the library or the user's data."""

    code = "not-found"


class Usage(AmmaError):
    """The command line was not understood, or a value on it is refused."""

    code = "usage"
    exit_code = EXIT_USAGE


class NeedsAnswer(Usage):
    """An answer is needed and nobody can be asked; the hint names the flag."""

    code = "needs-answer"


class NoProfile(AmmaError):
    """The command needs a due date and none is stored."""

    code = "no-profile"
    exit_code = EXIT_NO_PROFILE


class DataDamaged(AmmaError):
    """A file of the user's cannot be read as it should; nothing was changed."""

    code = "data-damaged"
    exit_code = EXIT_DATA_DAMAGED


class LibraryDamaged(AmmaError):
    """library.db is missing, unreadable or of another schema."""

    code = "library-damaged"
    exit_code = EXIT_LIBRARY_DAMAGED
