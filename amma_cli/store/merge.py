"""Two records of one person made one: what is here and what a file holds. Values in, values out.

Entries belong together by id, datings by their content, everything else by its name. What only
one side has is kept; where both say different things, what is here stays unless `theirs`.
Merging the same file again changes nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from amma_cli.domain.exchange import same
from amma_cli.store.exchange import Content
from amma_cli.store.journal import Entry
from amma_cli.store.merge_profile import Difference, MergedProfile, merge_profiles
from amma_cli.store.profile import Profile

__all__ = ["Difference", "Merged", "Replaced", "merge"]


class Replaced(NamedTuple):
    """An entry of the file in the place of the one here."""

    here: Entry
    there: Entry


class Merged(NamedTuple):
    """What would be, and what of it is new.

    added: entries that were not here. replaced: entries that the file has otherwise, taken.
    same: entries that were here already. differences: where both say different things.
    """

    profile: MergedProfile
    added: tuple[Entry, ...]
    replaced: tuple[Replaced, ...]
    same: int
    differences: tuple[Difference, ...]

    @property
    def changes(self) -> bool:
        """Whether anything here would be another."""
        return bool(self.added or self.replaced or self.profile.after != self.profile.before)

    @property
    def entries_differ(self) -> int:
        """How many entries the file has otherwise."""
        return sum(difference.what == "entry" for difference in self.differences)


def merge(here: Content, there: Content, *, theirs: bool = False) -> Merged:
    """Return both made one. Raises store.merge_profile.Apart where they are not one person's."""
    profile = merge_profiles(here.profile, there.profile, theirs=theirs)
    known: dict[str, Entry] = {}
    for entry in here.entries:
        known.setdefault(entry.id, entry)
    added = tuple(entry for entry in there.entries if entry.id not in known)
    pairs = [
        Replaced(known[entry.id], entry)
        for entry in there.entries
        if entry.id in known and not same(known[entry.id]._asdict(), entry._asdict())
    ]
    differing = tuple(Difference("entry", pair.here.id, *_said(pair)) for pair in pairs)
    alike = len(there.entries) - len(added) - len(pairs)
    return Merged(
        profile, added, tuple(pairs) if theirs else (), alike,
        (*profile.differences, *differing),
    )  # fmt: skip


def _said(pair: Replaced) -> tuple[str, str]:
    """Return the parts that differ, each with its name, as they are here and there."""
    here, there = pair.here._asdict(), pair.there._asdict()
    keys = [key for key in here if not same({"": here[key]}, {"": there[key]})]
    return _parts(here, keys), _parts(there, keys)


def _parts(row: dict[str, object], keys: Sequence[str]) -> str:
    import json

    return ", ".join(f"{key} {json.dumps(row[key], ensure_ascii=False)}" for key in keys)


def merged_content(here: Content, merged: Merged) -> Content:
    """Return what stands afterwards, as an export would hold it."""
    instead = {pair.here.id: pair.there for pair in merged.replaced}
    entries = tuple(instead.get(entry.id, entry) for entry in here.entries)
    profile: Profile = merged.profile.after
    return Content(profile, (*entries, *merged.added))
