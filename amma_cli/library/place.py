"""Where library.db is: inside the package, named by AMMA_LIBRARY, or compiled from a checkout."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from amma_cli.errors import LibraryDamaged

PACKAGE = Path(__file__).parent.parent
INSIDE = PACKAGE / "data" / "library.db"
CHECKOUT = PACKAGE.parent / "content"


def find_library(environ: Mapping[str, str], cache: Callable[[], Path]) -> Path:
    """Return the path of library.db, compiling a checkout's content when it has changed.

    `cache` names the folder for compiled libraries; it is asked only in a checkout.
    Raises LibraryDamaged when there is neither a library nor content.
    """
    named = environ.get("AMMA_LIBRARY")
    if named:
        return Path(named)
    if INSIDE.exists():
        return INSIDE
    if not CHECKOUT.is_dir():
        raise LibraryDamaged(
            f"The library is missing: {INSIDE} is not there.", "Install amma again."
        )
    return _compiled(CHECKOUT, cache())


def _compiled(content: Path, folder: Path) -> Path:
    """Compile when the set of (path, size, time) differs from the one noted beside the file."""
    db, noted = folder / "library.db", folder / "library.stamp"
    stamp = _stamp(content)
    try:
        fresh = db.exists() and noted.read_text(encoding="utf-8") == stamp
    except OSError:
        fresh = False
    if not fresh:
        from amma_cli.library.compile import compile_library

        compile_library(content, db)
        beside = noted.with_name(f"library.stamp.{os.getpid()}.new")
        beside.write_text(stamp, encoding="utf-8")
        os.replace(beside, noted)
    return db


def _stamp(content: Path) -> str:
    lines: list[str] = [str(content)]
    pending = [str(content), str(PACKAGE / "library")]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        pending.append(entry.path)
                else:
                    info = entry.stat()
                    lines.append(f"{entry.path} {info.st_size} {info.st_mtime_ns}")
    return "\n".join(sorted(lines))
