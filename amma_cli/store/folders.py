"""The folders of amma's files: AMMA_HOME before XDG_* before the platform's own."""

import os
import sys
from collections.abc import Mapping

LINUX = sys.platform.startswith("linux")


def data_folder(environ: Mapping[str, str]) -> str:
    """Return the folder of the user's own files."""
    return _folder(environ, "", "XDG_DATA_HOME", ".local/share", "user_data_dir")


def cache_folder(environ: Mapping[str, str]) -> str:
    """Return the folder of what can be made again."""
    return _folder(environ, "cache", "XDG_CACHE_HOME", ".cache", "user_cache_dir")


def _folder(environ: Mapping[str, str], below: str, xdg: str, unix: str, ask: str) -> str:
    home = environ.get("AMMA_HOME")
    if home:
        base = os.path.abspath(os.path.expanduser(home))
        return os.path.join(base, below) if below else base
    if LINUX:
        # The same as platformdirs, which a test holds; its import is half of a prompt's time.
        asked = environ.get(xdg, "")
        base = asked if os.path.isabs(asked) else os.path.join(os.path.expanduser("~"), unix)
        return os.path.join(base, "amma")
    import platformdirs

    return str(getattr(platformdirs, ask)("amma", appauthor=False))
