"""What a command needs from the other rooms, fetched when it is first asked for."""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from amma_cli.commands.show import tell
from amma_cli.domain.applies import without_newborn
from amma_cli.domain.contact import Contacts, contacts
from amma_cli.domain.moment import Moment, moment_on
from amma_cli.domain.settings import Manner, Settings, manner_of
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import Region, Window
from amma_cli.env import Env
from amma_cli.errors import AmmaError, DataDamaged, NoProfile, Usage
from amma_cli.library.place import find_library
from amma_cli.library.shelf import Shelf
from amma_cli.messages import NO_DUE, NO_DUE_HINT
from amma_cli.store.files import locked
from amma_cli.store.paths import Paths, paths
from amma_cli.store.profile import Profile
from amma_cli.store.profile_file import read_profile, write_profile

if TYPE_CHECKING:
    from amma_cli.domain.safety import Rules
    from amma_cli.library.rulebook import Symptom
    from amma_cli.store.journal import Entry


class House:
    """The library, the profile and the region of one run; nothing is read before it is needed."""

    def __init__(self, env: Env) -> None:
        self.env = env
        env.prefer(self._read_settings)
        self._paths: Paths | None = None
        self._shelf: Shelf | None = None
        self._profile: Profile | None = None
        self._damage: DataDamaged | None = None
        self._late: list[AmmaError] | None = None

    def _read_settings(self) -> Settings:
        return self.profile.settings

    @property
    def paths(self) -> Paths:
        """The folders of the user's files and of the compiled library."""
        if self._paths is None:
            self._paths = paths(self.env.environ)
        return self._paths

    @property
    def shelf(self) -> Shelf:
        """The open library. Raises errors.LibraryDamaged."""
        if self._shelf is None:
            self._shelf = self._opened()
        return self._shelf

    def _opened(self) -> Shelf:
        """Open the library; where a checkout's cannot be kept, that of this run alone."""
        try:
            return Shelf(find_library(self.env.environ, self._cache))
        except OSError as error:
            from amma_cli.library.unkept import open_unkept

            shelf, said = open_unkept(self.env.environ, self.paths.cache, error)
        tell(self.env, said)
        return shelf

    def _cache(self) -> Path:
        return self.paths.cache

    @property
    def profile(self) -> Profile:
        """What is stored of the user. Raises errors.DataDamaged."""
        if self._profile is None:
            self._profile = read_profile(self.paths.profile)
        return self._profile

    def entries(self) -> "Iterator[Entry]":
        """Yield the journal of this pregnancy, in the order written; that of no other one.

        Raises errors.DataDamaged.
        """
        from amma_cli.store.journal import read_entries

        number = self.profile.pregnancy
        return (entry for entry in read_entries(self.paths.journal) if entry.pregnancy == number)

    @cached_property
    def rules(self) -> "Rules":
        """The warning signs, readings and combinations, in words that fit how things stand.

        Raises errors.LibraryDamaged.
        """
        from amma_cli.library.rulebook import read_rules

        rules, moment = read_rules(self.shelf), self.read_moment()
        born = moment is not None and moment.stage == Stage.AFTER_BIRTH
        return without_newborn(rules) if born and not self.read_profile.newborn else rules

    @cached_property
    def windows(self) -> "tuple[Window, ...]":
        """When each test and vaccine can be had, of every place. Raises errors.LibraryDamaged."""
        from amma_cli.library.rulebook import read_windows

        return read_windows(self.shelf)

    @cached_property
    def symptoms(self) -> "tuple[Symptom, ...]":
        """The everyday complaints of a check-in. Raises errors.LibraryDamaged."""
        from amma_cli.library.rulebook import read_symptoms

        return read_symptoms(self.shelf)

    @property
    def read_profile(self) -> Profile:
        """The profile for reading: a damaged one is said on stderr, and reading goes on without.

        Somebody who is frightened reads an article all the same.
        """
        if self._damage is None:
            try:
                return self.profile
            except DataDamaged as error:
                self._damage = error
                self.pass_over(error)
        return Profile()

    def warn_first(self) -> None:
        """Let damage, and a country without numbers, wait from here on: a warning is weighed
        without them, then `settle` raises.
        """
        self._late = []

    def pass_over(self, error: AmmaError) -> None:
        """Say what reading goes on without; after warn_first it is left to `settle`."""
        if self._late is None:
            tell(self.env, f"{error.say} {error.hint}")
        else:
            self._late.append(error)

    def settle(self) -> None:
        """Raise the first error that was passed over after warn_first, where there is any."""
        if self._late:
            raise self._late[0]

    def change(self, how: Callable[[Profile], Profile], *, store: bool = True) -> Profile:
        """Read the profile under the lock, change it, store it, and go on with it.

        store: False computes only (--dry-run). Raises errors.Failed when it cannot be stored.
        """
        if not store:
            self._profile = how(self.profile)
            return self._profile
        with locked(self.paths.data):
            before = read_profile(self.paths.profile)
            changed = how(before)
            write_profile(self.paths.profile, changed, on=self.env.today())
        self._profile = changed
        return changed

    @property
    def country(self) -> str:
        """The country of this call: --region before the profile; "" where none is known.

        Raises errors.Usage when the library has no numbers for the country of --region.
        """
        asked = self.env.options.region
        if asked:
            try:
                return self.known_country(asked, " Leave --region out to see several numbers.")
            except Usage as error:
                if self._late is None:
                    raise
                self.pass_over(error)
                return ""
        return self.read_profile.country

    def known_country(self, code: str, more: str = "") -> str:
        """Return a country's code. Raises errors.Usage when the library has no numbers for it."""
        if self.shelf.region(code) is None:
            known = ", ".join(sorted(self.shelf.countries()))
            raise Usage(f"amma has no numbers for the country {code}.", f"Known are {known}.{more}")
        return code

    @property
    def region(self) -> Region | None:
        """The numbers of the country, None where none is known."""
        return self.shelf.region(self.country) if self.country else None

    @property
    def who(self) -> Contacts:
        """What fills {emergency}, {unit} and {crisis}."""
        return contacts(self.region, self.read_profile.settings.unit_phone)

    @property
    def manner(self) -> Manner:
        """How pages speak to this user: units and calm."""
        return manner_of(self.env.settings, self.country)

    def moment(self) -> Moment | None:
        """Where the pregnancy stands today, None without a due date."""
        due = self.profile.due
        if due is None:
            return None
        stored = self.profile
        return moment_on(
            self.env.today(), due, born=stored.born, ended=stored.ended,
            still_pregnant=stored.still_pregnant, country=self.country,
        )  # fmt: skip

    def read_moment(self) -> Moment | None:
        """Return where the pregnancy stands, None where the profile cannot be read."""
        return self.moment() if self.read_profile.due is not None else None

    def need_moment(self) -> Moment:
        """Return where the pregnancy stands. Raises errors.NoProfile without a due date."""
        moment = self.moment()
        if moment is None:
            raise NoProfile(NO_DUE, NO_DUE_HINT)
        return moment
