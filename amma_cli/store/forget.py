"""Deleting everything of the user's: found through the one table of paths, damaged or not."""

from pathlib import Path
from typing import NamedTuple

from amma_cli.errors import Failed
from amma_cli.store.paths import Paths
from amma_cli.store.system import system


class Gone(NamedTuple):
    """A path that was to be deleted; `why` says why it could not be, "" when it is gone."""

    path: Path
    why: str


def present(paths: Paths) -> tuple[Path, ...]:
    """Return every file of the table that is there, temporary and backup files among them.

    Raises errors.Failed where a folder is there and cannot be listed.
    """
    found: list[Path] = []
    for folder in (paths.data, paths.cache):
        try:
            names = system.listing(folder)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise Failed(
                f"What is in {folder} cannot be seen: {error.strerror or error}.",
                "Nothing was deleted.",
            ) from None
        found += [folder / name for name in sorted(names) if paths.owns(folder / name)]
    return tuple(found)


def forget(paths: Paths) -> tuple[Gone, ...]:
    """Delete every file of the table, then its folders where nothing else lies in them."""
    gone = [Gone(path, _unlinked(path)) for path in present(paths)]
    for folder in (paths.cache, paths.data):
        _emptied(folder)
    return tuple(gone)


def _unlinked(path: Path) -> str:
    try:
        system.unlink(path)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _emptied(folder: Path) -> None:
    """Remove a folder of amma's own when it is empty; others' files keep it."""
    try:
        if not system.listing(folder):
            system.rmdir(folder)
    except OSError:
        return
