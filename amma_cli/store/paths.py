"""One table of every path that the program can ever write."""

import fnmatch
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from amma_cli.store.folders import cache_folder, data_folder

OWN = "until you remove it"
LIBRARY = "made anew when articles change"


class StoredPath(NamedTuple):
    """A path (its name may be a pattern) with what it is for, what it contains, how long it stays.

    own: whether it holds anything of the user's.
    """

    path: Path
    purpose: str
    content: str
    lifetime: str
    own: bool


class Paths(NamedTuple):
    """The two folders that hold everything."""

    data: Path
    cache: Path

    @property
    def profile(self) -> Path:
        """Due date, how it was found, settings."""
        return self.data / "profile.toml"

    @property
    def journal(self) -> Path:
        """Check-ins and what else was recorded, one entry a line."""
        return self.data / "journal.jsonl"

    @property
    def undo(self) -> Path:
        """The entry that the last change of the journal took out."""
        return self.data / "journal.undo"

    @property
    def before_new(self) -> Path:
        """The profile as it was before amma new."""
        return self.data / "profile.undo"

    @property
    def live(self) -> Path:
        """The session of movements or contractions that goes on now."""
        return self.data / "live.jsonl"

    @property
    def log(self) -> Path:
        """Where amma broke, without anything of the user's."""
        return self.cache / "amma.log"

    def table(self) -> tuple[StoredPath, ...]:
        """Return every path that can be written, in the order in which they matter."""
        return (*self._hers(), *self._others())

    def _hers(self) -> tuple[StoredPath, ...]:
        data = self.data
        dates = "your due date, how it was found, what applies to you, settings"
        return (
            StoredPath(self.profile, "who you are to amma", dates, OWN, True),
            StoredPath(self.journal, "your check-ins", "what you wrote or ticked", OWN, True),
            StoredPath(
                self.undo, "takes the journal's last change back", "the entry as it was before",
                "until the next change", True,
            ),
            StoredPath(
                self.before_new, "takes amma new back", "the profile as it was before",
                "until amma resume or new --remove", True,
            ),
            StoredPath(
                self.live, "a session that goes on", "when you pressed the key",
                "until the session is finished", True,
            ),
            StoredPath(
                data / "profile.toml.schema-*.bak", "kept when the format of the file changed",
                dates, OWN, True,
            ),
            StoredPath(
                data / ".*.new", "a change while it is being written", "as the file it becomes",
                "a moment", True,
            ),
        )  # fmt: skip

    def _others(self) -> tuple[StoredPath, ...]:
        cache = self.cache
        return (
            StoredPath(self.data / "lock", "keeps two runs apart", "nothing", OWN, False),
            StoredPath(
                self.log, "where amma broke", "places in the program, never what you typed",
                "until you remove it", False,
            ),
            StoredPath(
                cache / "library.db", "the compiled articles of a checkout", "no word of yours",
                LIBRARY, False,
            ),
            StoredPath(
                cache / "library.version", "for amma --version", "no word of yours", LIBRARY, False
            ),
            StoredPath(
                cache / "library.stamp", "tells when articles have changed",
                "names, sizes and times of article files", LIBRARY, False,
            ),
            StoredPath(
                cache / "library.*.new", "the library while it is being made", "no word of yours",
                "a moment", False,
            ),
        )  # fmt: skip

    def owns(self, path: Path) -> bool:
        """Whether a file is one of the table."""
        return any(
            path.parent == stored.path.parent and fnmatch.fnmatchcase(path.name, stored.path.name)
            for stored in self.table()
        )


def paths(environ: Mapping[str, str]) -> Paths:
    """Return the folders: AMMA_HOME before XDG_* before the platform's own."""
    return Paths(Path(data_folder(environ)), Path(cache_folder(environ)))
