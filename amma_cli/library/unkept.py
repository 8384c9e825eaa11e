"""The library of a checkout where none can be kept: compiled for one run, into a passing folder."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from amma_cli.errors import Failed
from amma_cli.library.place import find_library
from amma_cli.library.shelf import Shelf


def open_unkept(environ: Mapping[str, str], folder: Path, why: OSError) -> tuple[Shelf, str]:
    """Return the library of this run alone, and the sentence that says so.

    folder: the cache that refused with `why`. Raises errors.Failed where no other place takes it,
    errors.LibraryDamaged as find_library does.
    """
    said = f"The articles could not be compiled into {folder}: {why.strerror or why}."
    hint = "Make it writable, or name another folder with AMMA_HOME."
    try:
        with tempfile.TemporaryDirectory(prefix="amma-", ignore_cleanup_errors=True) as passing:
            shelf = Shelf(find_library(environ, lambda: Path(passing)))
            _into_memory(shelf)
    except OSError:
        raise Failed(said, hint) from None
    return shelf, f"{said} They were compiled for this run alone, which takes longer. {hint}"


def _into_memory(shelf: Shelf) -> None:
    """Take the library into memory, so that nothing holds the folder."""
    import sqlite3

    memory = sqlite3.connect(":memory:")
    shelf.connection.backup(memory)
    shelf.connection.close()
    shelf.connection = memory
