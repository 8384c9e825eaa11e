"""Builds Env, runs the command, turns an AmmaError into words and an exit code: the only exit."""

import os
import sys

from amma_cli.errors import EXIT_DONE, EXIT_FAILED, EXIT_INTERRUPTED, AmmaError

TYPE_CHECKING = False  # not from typing, whose import is half of what --version may cost
if TYPE_CHECKING:
    from typing import NoReturn, TextIO

    from amma_cli.env import Env

SCHEMA = 1


def main() -> "NoReturn":
    """Run amma with the arguments of the process and exit."""
    argv = sys.argv[1:]
    _open_streams()
    try:
        if argv in (["--version"], ["-V"]):
            code = _version()
        elif _asks_short(argv):
            code = _status(argv)
        else:
            code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone (| head): nothing is wrong, and nothing more can be said.
        _close_output(sys.stderr)
        code = EXIT_DONE
    except OSError as error:
        # Only output is written outside of the store: a full disk behind it, for example.
        what = "The output could not be written"
        if error.filename is not None:  # a file has its name with it, a stream has none
            what = f"{error.filename!r} could not be read or written"
        sys.stderr.write(f"{what}: {error.strerror or error}.\n")
        _close_output()
        code = EXIT_FAILED
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    sys.exit(code)


def _close_output(*also: "TextIO") -> None:
    """Send what is still to be written nowhere, so that the end of the process is silent."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, *also):
        os.dup2(nowhere, stream.fileno())


def _open_streams() -> None:
    """Give closed streams a place to write to, and let no byte of stdin end in a traceback."""
    if sys.stdout is None or sys.stderr is None:
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - stays open to the end
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    if sys.stdin is not None:
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]


def _version() -> int:
    """Print both versions; a start that imports next to nothing."""
    from amma_cli.version import versions

    sys.stdout.write(versions(os.environ) + "\n")
    return EXIT_DONE


def _asks_short(argv: list[str]) -> bool:
    """Whether this is amma status --short, wherever the common options stand."""
    if "--short" not in argv or not {"--json", "-h", "--help"}.isdisjoint(argv):
        return False
    words = iter(argv)
    for word in words:
        if word in ("--on", "--width", "--color", "--region"):
            next(words, None)
        elif not word.startswith("-"):
            return word == "status"
    return False


def _status(argv: list[str]) -> int:
    """Print the short status for a prompt; a start without typer."""
    import datetime

    from amma_cli.status import short

    words = short(argv, os.environ, datetime.date.today())
    try:
        sys.stdout.write(words + "\n" if words else "")
        sys.stdout.flush()
    except OSError:  # a full disk behind it: a prompt shows no error
        _close_output()
    return EXIT_DONE


def _run(argv: list[str]) -> int:
    import datetime

    from amma_cli.commands.registry import valued_of
    from amma_cli.commands.run import run
    from amma_cli.env import Env
    from amma_cli.options import Options, take_options

    def clock() -> datetime.datetime:
        return datetime.datetime.now().astimezone()

    def env(options: Options) -> Env:
        return Env(options, os.environ, sys.stdin, sys.stdout, sys.stderr, clock)

    surroundings = env(Options(json="--json" in argv))
    try:
        options, rest = take_options(argv, valued_of(argv))
        surroundings = env(options)
        if rest in (["--version"], ["-V"]):
            return _version()
        return run(surroundings, rest)
    except AmmaError as error:
        _say(surroundings, error)
        return error.exit_code
    except (OSError, KeyboardInterrupt):
        raise  # a pipe or a disk behind the output: see main
    except Exception as error:  # noqa: BLE001 - the one place that turns a defect into words
        from amma_cli.crash import crashed

        defect = crashed(error, argv, os.environ, datetime.date.today())
        _say(surroundings, defect)
        return defect.exit_code


def _say(env: "Env", error: AmmaError) -> None:
    """Write an error to stderr: its sentence and hint, or their record under --json."""
    from amma_cli.view.characters import clean, encodable, to_json

    encoding = env.stderr.encoding or "ascii"
    if env.options.json:
        said = {"code": error.code, "say": error.say, "hint": error.hint, **error.more}
        words = to_json({"schema": SCHEMA, "error": said}, encoding)
    else:
        lines = [clean(error.say), *([clean(error.hint)] if error.hint else [])]
        if env.stderr.isatty():
            from amma_cli.view.wrap import wrap

            lines = [line for words in lines for line in wrap(words, env.width)]
        words = "\n".join(lines) + "\n"
    env.stdout.flush()
    env.stderr.write(encodable(words, encoding))


if __name__ == "__main__":
    main()
