"""Two profiles of one person made one: settings, what applies, every pregnancy by its number."""

import datetime
from typing import Any, NamedTuple

from amma_cli.domain.applies import About
from amma_cli.domain.settings import Settings
from amma_cli.errors import Failed
from amma_cli.store.merge_datings import apart, merge_datings
from amma_cli.store.profile import Past, Profile, Stored


class Apart(Failed):
    """The file's pregnancies and those here are not counted alike, so nothing can be merged."""

    code = "apart"


class Difference(NamedTuple):
    """Where both say different things: what it is, its name, what is said here and there."""

    what: str  # entry, setting, answer, date, birth, end, number
    name: str
    here: str
    there: str


class MergedProfile(NamedTuple):
    """A profile before and after, and what is new in it.

    datings, put_aside: how many were not here. taken: what was not said here, and its name.
    """

    before: Profile
    after: Profile
    datings: int
    put_aside: int
    taken: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]


class One(NamedTuple):
    """One pregnancy, put aside `on` a day, or going on (None)."""

    datings: tuple[Stored, ...] = ()
    live: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()
    born: datetime.date | None = None
    newborn: bool = True
    ended: datetime.date | bool = False
    hidden: bool = False
    still_pregnant: datetime.date | None = None
    on: datetime.date | None = None


class Choice:
    """Chooses between two values, and writes down what it took and where both differ."""

    def __init__(self, theirs: bool) -> None:
        self.theirs = theirs
        self.taken: list[tuple[str, str]] = []
        self.differences: list[Difference] = []

    def of(self, what: str, name: str, here: Any, there: Any, unset: Any = None) -> Any:
        """Return one of two values; what is `unset` gives way to what is said."""
        if there == unset or (type(here) is type(there) and here == there):
            return here
        if here == unset:
            self.taken.append((what, name))
            return there
        self.differ(what, name, here, there)
        return there if self.theirs else here

    def differ(self, what: str, name: str, here: Any, there: Any) -> None:
        """Write a difference down."""
        self.differences.append(Difference(what, name, str(here), str(there)))


def merge_profiles(here: Profile, there: Profile, *, theirs: bool) -> MergedProfile:
    """Return both made one. Raises Apart where their numbers mean different pregnancies."""
    choice = Choice(theirs)
    mine, others = _ones(here), _ones(there)
    if here == Profile():
        after = there
    else:
        number = _going_on(here, there, theirs=theirs)
        ones = {n: _one(n, mine.get(n), others.get(n), choice) for n in sorted({*mine, *others})}
        if number != here.pregnancy and mine[here.pregnancy] == One():
            ones = {n: one for n, one in ones.items() if n in others or n != here.pregnancy}
        after = _profile(here, there, number, ones, choice)
    new = sum(len(one.datings) for one in _ones(after).values())
    new -= sum(len(one.datings) for one in mine.values())
    aside = len({p.number for p in after.past} - {p.number for p in here.past})
    return MergedProfile(
        here, after, new, aside, tuple(dict.fromkeys(choice.taken)), tuple(choice.differences)
    )  # fmt: skip


def _ones(profile: Profile) -> dict[int, One]:
    found = {
        past.number: One(
            past.datings, past.live, (), past.born, True, past.ended, past.hidden, None, past.on
        )
        for past in profile.past
    }
    now = One(
        profile.datings, profile.live, profile.undone, profile.born, profile.newborn,
        profile.ended, profile.hidden, profile.still_pregnant,
    )  # fmt: skip
    return {**found, profile.pregnancy: now}


def _going_on(here: Profile, there: Profile, *, theirs: bool) -> int:
    """Return the number that goes on. Raises Apart where the two do not agree on it."""
    mine, others = _ones(here), _ones(there)
    for number in mine.keys() & others.keys():
        if apart(mine[number].datings, others[number].datings):
            raise Apart(
                f"Number {number} in the file is not the same as number {number} here:"
                " their dates lie far apart.",
                "Nothing was changed. To start from the file: export what is here, amma forget,"
                " then import the file.",
            )
    now = mine[here.pregnancy]
    if there.pregnancy <= here.pregnancy or now == One() or theirs:
        return max(here.pregnancy, there.pregnancy)
    before = others.get(here.pregnancy)
    if before is None or merge_datings(now, before).news_here:
        raise Apart(
            f"In the file number {there.pregnancy} goes on, here number {here.pregnancy}.",
            "Nothing was changed. With --theirs it goes on as in the file, and what is here is"
            " put aside.",
        )
    return there.pregnancy


def _one(number: int, here: One | None, there: One | None, choice: Choice) -> One:
    if here is None or there is None:
        return here or there or One()
    name = f"number {number}"
    found = merge_datings(here, there)
    live, undone = found.live, found.undone
    if found.due_here and found.due_there and found.due != found.due_there:
        choice.differ("date", name, found.due_here, found.due_there)
        live, undone = (found.live_there, ()) if choice.theirs else (live, undone)
    return One(
        found.datings, live, undone,
        choice.of("birth", name, here.born, there.born),
        here.newborn and there.newborn,
        _ended(name, here.ended, there.ended, choice),
        here.hidden or there.hidden,
        max((d for d in (here.still_pregnant, there.still_pregnant) if d), default=None),
        choice.of("put aside", name, here.on, there.on),
    )  # fmt: skip


def _ended(
    name: str, here: datetime.date | bool, there: datetime.date | bool, choice: Choice
) -> datetime.date | bool:
    """An end is never taken away; one with its day says more than one without."""
    if here is True and there:
        return there
    if there is True and here:
        return here
    found: datetime.date | bool = choice.of("end", name, here, there, False)
    return found


def _profile(
    here: Profile, there: Profile, number: int, ones: dict[int, One], choice: Choice
) -> Profile:
    now = ones.pop(number, One())
    aside = {past.number: past.on for past in (*there.past, *here.past)}
    # One that goes on over there and was removed here has no day on which it was put aside.
    default = max(aside.values(), default=None) or _last_day(ones)
    past = tuple(
        Past(n, one.on or aside.get(n) or default, one.datings, one.live, one.born, one.ended,
             one.hidden)
        for n, one in sorted(ones.items())
    )  # fmt: skip
    return Profile(
        _settings(here.settings, there.settings, choice), now.datings, now.live, now.undone,
        now.born, now.newborn, now.ended, now.hidden, now.still_pregnant, number, past,
        _about(here.about, there.about, choice),
        (*here.removed, *(one for one in there.removed if one not in here.removed)),
    )  # fmt: skip


def _last_day(ones: dict[int, One]) -> datetime.date:
    days = [stored.kept.on for one in ones.values() for stored in one.datings]
    return max(days, default=datetime.date(2000, 1, 1))


def _settings(here: Settings, there: Settings, choice: Choice) -> Settings:
    unset = Settings()._asdict()
    theirs = there._asdict()
    return Settings(
        **{
            key: choice.of("setting", key.replace("_", "-"), value, theirs[key], unset[key])
            for key, value in here._asdict().items()
        }
    )


def _about(here: About, there: About, choice: Choice) -> About:
    mine, theirs = dict(here.said), dict(there.said)
    said = {key: choice.of("answer", key, mine.get(key), theirs.get(key)) for key in mine}
    for key in (key for key in theirs if key not in mine):
        choice.taken.append(("answer", key))
    said |= {key: yes for key, yes in theirs.items() if key not in mine}
    numbers = {
        key: choice.of("answer", key, getattr(here, key), getattr(there, key), 0.0)
        for key in About._fields
        if key != "said"
    }
    return About(tuple(said.items()), **numbers)
