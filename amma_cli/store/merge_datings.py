"""The datings of one pregnancy, as two records hold them, made one list."""

import datetime
import json
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from amma_cli.domain.redating import active
from amma_cli.store.profile import Stored

Key = tuple[str, int]
FAR = datetime.timedelta(weeks=12)  # due dates further apart are of two pregnancies


class Dated(Protocol):
    """What is merged: datings, those in use and those taken back, by id."""

    @property
    def datings(self) -> tuple[Stored, ...]: ...
    @property
    def live(self) -> tuple[int, ...]: ...
    @property
    def undone(self) -> tuple[int, ...]: ...


class Datings(NamedTuple):
    """All datings, those in use, those taken back, and the due dates that follow.

    live_there: the ids here of those in use there. news_here: whether something is here alone.
    """

    datings: tuple[Stored, ...]
    live: tuple[int, ...]
    undone: tuple[int, ...]
    live_there: tuple[int, ...]
    news_here: bool
    due_here: datetime.date | None
    due_there: datetime.date | None
    due: datetime.date | None


def merge_datings(here: Dated, there: Dated) -> Datings:
    """Return the datings of both, each once.

    Where all that is here is there as well, or all that is here was taken back and something is
    new, it goes on as there. Otherwise new ones take their place by the day on which they were
    recorded, but only where the due date stays as it is.
    """
    mine, theirs = _keyed(here.datings), _keyed(there.datings)
    ids = {key: stored.id for key, stored in mine.items()}
    new = [key for key in theirs if key not in ids]
    following = max(ids.values(), default=0) + 1
    if not here.datings:  # as there, to the byte
        ids = {key: stored.id for key, stored in theirs.items()}
    else:
        ids |= {key: number for number, key in enumerate(new, following)}
    datings = (*here.datings, *(theirs[key]._replace(id=ids[key]) for key in new))
    to_here = {stored.id: ids[key] for key, stored in theirs.items()}
    live_there = tuple(to_here[number] for number in there.live)
    news_here = any(key not in theirs for key in mine)
    if new and not news_here:
        live, undone = live_there, tuple(to_here[number] for number in there.undone)
    else:
        live, undone = _both(here, datings, live_there, {ids[key] for key in new})
    return Datings(
        datings, live, undone, live_there, news_here,
        due_of(here.datings, here.live), due_of(there.datings, there.live), due_of(datings, live),
    )  # fmt: skip


def _keyed(datings: Sequence[Stored]) -> dict[Key, Stored]:
    """Return datings by content; of several alike each has its number."""
    found: dict[Key, Stored] = {}
    alike: Counter[str] = Counter()
    for stored in datings:
        kept = stored.kept
        content = json.dumps(
            [kept.dating.method, kept.dating.inputs, str(kept.on), kept.replace], sort_keys=True
        )
        found[content, alike[content]] = stored
        alike[content] += 1
    return found


def _both(
    here: Dated, datings: Sequence[Stored], live_there: Sequence[int], new: set[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return what is in use and what was taken back where each side has something of its own."""
    day = {stored.id: stored.kept.on for stored in datings}
    live = list(here.live)
    for number in (number for number in live_there if number in new):
        later = [place for place, other in enumerate(live) if day[other] > day[number]]
        live.insert(later[0] if later else len(live), number)
    if tuple(live) == here.live:
        return here.live, here.undone
    kept = due_of(here.datings, here.live)
    if kept is None:  # all taken back here: by day, a due date could follow that neither side has
        return tuple(live_there), ()
    if due_of(datings, live) != kept:
        return here.live, here.undone
    return tuple(live), ()  # what was taken back can no longer be put on top


def due_of(datings: Sequence[Stored], live: Sequence[int]) -> datetime.date | None:
    """Return the due date of the datings in use, None without one."""
    by_id = {stored.id: stored.kept for stored in datings}
    chosen = active(tuple(by_id[number] for number in live))
    return chosen.dating.due if chosen else None


def apart(here: Sequence[Stored], there: Sequence[Stored]) -> bool:
    """Whether two lists cannot be of one pregnancy: nothing in common, all dates far apart."""
    if not here or not there or _keyed(here).keys() & _keyed(there).keys():
        return False
    return all(
        abs(one.kept.dating.due - other.kept.dating.due) > FAR for one in here for other in there
    )
