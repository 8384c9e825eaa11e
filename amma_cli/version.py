"""Both versions in one line, found without importing typer, typing, pathlib or sqlite3."""

import os
from collections.abc import Callable, Mapping

from amma_cli import AFFILIATION, __version__

INSIDE = os.path.join(os.path.dirname(__file__), "data", "library.version")


def versions(environ: Mapping[str, str]) -> str:
    """Return the program's version and the library's with its date."""

    def cache() -> str:
        from amma_cli.store.folders import cache_folder

        return cache_folder(environ)

    day, _, digest = library_version(environ, cache).partition(" ")
    library = f"library {digest} of {day}" if digest else "library not compiled yet"
    return f"amma {__version__}, {library} ({AFFILIATION})"


def library_version(environ: Mapping[str, str], cache: Callable[[], str]) -> str:
    """Return "date hash" of the library without opening it, or "" where it is not compiled yet.

    cache: names the folder of a checkout's compiled library; asked only there.
    """
    named = environ.get("AMMA_LIBRARY")
    if named:
        path = os.path.splitext(named)[0] + ".version"
    elif os.path.exists(INSIDE):
        path = INSIDE
    else:
        path = os.path.join(cache(), "library.version")
    try:
        with open(path, encoding="utf-8") as file:
            return file.read(100).strip()
    except (OSError, ValueError):  # not there, or no text
        return ""
