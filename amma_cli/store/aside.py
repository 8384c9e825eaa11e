"""profile.undo: the profile as it was before amma new, for one step back."""

import contextlib
from pathlib import Path

from amma_cli.store.files import write_whole
from amma_cli.store.journal import read_entries
from amma_cli.store.paths import Paths
from amma_cli.store.profile import Profile
from amma_cli.store.profile_file import profile_bytes, read_profile
from amma_cli.store.system import system


def keep_before(path: Path, profile: Profile) -> None:
    """Keep a profile for one step back. The caller holds the lock. Raises errors.Failed."""
    write_whole(path, profile_bytes(profile))


def before_new(paths: Paths, now: Profile) -> Profile | None:
    """Return the profile as it was before amma new, None where anything was recorded since.

    Settings that were changed since are those of now. Raises errors.DataDamaged.
    """
    if not now.past:
        return None
    before = read_profile(paths.before_new)
    if now._replace(settings=before.settings) != before.anew(now.past[-1].on):
        return None
    if any(entry.pregnancy == now.pregnancy for entry in read_entries(paths.journal)):
        return None
    return before._replace(settings=now.settings)


def forget_before(path: Path) -> None:
    """Delete what was kept, where it is there; what cannot be deleted is never taken back twice."""
    with contextlib.suppress(OSError):
        system.unlink(path)
