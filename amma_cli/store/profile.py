"""What is stored of the user: every dating, how the pregnancy stands, settings, past ones."""

import datetime
from typing import NamedTuple

from amma_cli.domain.applies import About
from amma_cli.domain.dating import Dating
from amma_cli.domain.redating import Kept, active
from amma_cli.domain.settings import Settings


class Stored(NamedTuple):
    """A dating as it was recorded; `id` counts up and is never used again."""

    id: int
    kept: Kept


class Past(NamedTuple):
    """A pregnancy that was archived by amma new; the journal keeps its entries under its number."""

    number: int
    on: datetime.date
    datings: tuple[Stored, ...]
    live: tuple[int, ...]
    born: datetime.date | None
    ended: datetime.date | bool
    hidden: bool

    @property
    def due(self) -> datetime.date | None:
        """The due date it had."""
        by_id = {stored.id: stored.kept for stored in self.datings}
        chosen = active(tuple(by_id[number] for number in self.live))
        return chosen.dating.due if chosen else None


class Profile(NamedTuple):
    """What is stored of the user. `live` and `undone` are ids, for --undo and --redo.

    removed: ids of appointments taken out of the journal, so that a calendar gives them up too.
    """

    settings: Settings = Settings()
    datings: tuple[Stored, ...] = ()
    live: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()
    born: datetime.date | None = None
    newborn: bool = True
    ended: datetime.date | bool = False
    hidden: bool = False
    still_pregnant: datetime.date | None = None
    pregnancy: int = 1
    past: tuple[Past, ...] = ()
    about: About = About()
    removed: tuple[str, ...] = ()

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The datings that count, in the order in which they were recorded."""
        by_id = {stored.id: stored.kept for stored in self.datings}
        return tuple(by_id[number] for number in self.live)

    @property
    def active(self) -> Kept | None:
        """The dating that the due date comes from."""
        return active(self.kept)

    @property
    def due(self) -> datetime.date | None:
        """The due date, None where none is stored."""
        chosen = self.active
        return chosen.dating.due if chosen else None

    @property
    def method(self) -> str:
        """How the due date was found, "date" where none is stored."""
        chosen = self.active
        return chosen.dating.method if chosen else "date"

    @property
    def country(self) -> str:
        """The country whose numbers are shown, "" where none was given."""
        return self.settings.country

    def with_settings(self, **changed: object) -> "Profile":
        """Return the profile with some settings changed."""
        return self._replace(settings=self.settings._replace(**changed))  # type: ignore[arg-type]

    def with_removed(self, entry: str) -> "Profile":
        """Return the profile with the id of an appointment that leaves the journal."""
        if entry in self.removed:
            return self
        return self._replace(removed=(*self.removed, entry))

    def anew(self, on: datetime.date) -> "Profile":
        """Return the profile with this pregnancy among the past ones and a new, empty one."""
        gone = Past(
            self.pregnancy, on, self.datings, self.live, self.born, self.ended, self.hidden
        )  # fmt: skip
        return Profile(
            settings=self.settings, pregnancy=self.pregnancy + 1, past=(*self.past, gone),
            about=self.about.anew(), removed=self.removed,
        )  # fmt: skip

    def with_dating(self, dating: Dating, on: datetime.date, *, replace: bool) -> "Profile":
        """Return the profile with one dating more; what was undone can no longer be redone."""
        number = max((stored.id for stored in self.datings), default=0) + 1
        stored = Stored(number, Kept(dating, on, replace))
        return self._replace(
            datings=(*self.datings, stored), live=(*self.live, number), undone=()
        )  # fmt: skip

    def without_last(self) -> "Profile":
        """Return the profile a dating back; the dating itself is kept for --redo."""
        return self._replace(live=self.live[:-1], undone=(*self.undone, self.live[-1]))

    def with_last_again(self) -> "Profile":
        """Return the profile with the last undone dating back in place."""
        return self._replace(live=(*self.live, self.undone[-1]), undone=self.undone[:-1])
