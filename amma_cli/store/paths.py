"""One table of every path that the program can ever write."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from amma_cli.store.folders import cache_folder, data_folder


class StoredPath(NamedTuple):
    """A path with what it is for, what it contains and how long it stays."""

    name: str
    path: Path
    purpose: str
    content: str
    lifetime: str


class Paths(NamedTuple):
    """The two folders that hold everything."""

    data: Path
    cache: Path

    @property
    def profile(self) -> Path:
        """Due date, how it was found, country."""
        return self.data / "profile.toml"

    @property
    def journal(self) -> Path:
        """Check-ins and what else was recorded, one entry a line."""
        return self.data / "journal.jsonl"

    def table(self) -> tuple[StoredPath, ...]:
        """Return every path that can be written, in the order in which they matter."""
        own = "until you remove it"
        return (
            StoredPath(
                "profile", self.profile, "your due date", "due date, how it was found, country",
                own,
            ),
            StoredPath("journal", self.journal, "your check-ins", "what you wrote or ticked", own),
            StoredPath("lock", self.data / "lock", "keeps two runs apart", "nothing", own),
            StoredPath(
                "library", self.cache / "library.db", "the compiled articles of a checkout",
                "nothing of yours", "made anew when articles change",
            ),
            StoredPath(
                "library version", self.cache / "library.version", "for amma --version",
                "nothing of yours", "with the library",
            ),
            StoredPath(
                "library stamp", self.cache / "library.stamp", "tells when articles have changed",
                "names and sizes of article files", "with the library",
            ),
        )  # fmt: skip


def paths(environ: Mapping[str, str]) -> Paths:
    """Return the folders: AMMA_HOME before XDG_* before the platform's own."""
    return Paths(Path(data_folder(environ)), Path(cache_folder(environ)))
