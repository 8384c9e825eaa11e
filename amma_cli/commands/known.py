"""Keys that were typed against those that are known, with what is near a wrong one."""

from collections.abc import Collection, Iterable

from amma_cli.errors import Usage
from amma_cli.view.characters import clean

SHOWN = 60  # characters of a wrong key


def known_keys(
    typed: Iterable[str], known: Collection[str], say: str, otherwise: str
) -> tuple[str, ...]:
    """Return the keys, each once. Raises errors.Usage for one that is not known.

    Those that hold what was typed as a word ("bleeding") are named before those spelled alike.
    say: the sentence, with {key}. otherwise: the hint where no known key is near.
    """
    import difflib

    keys = tuple(dict.fromkeys(typed))
    for key in keys:
        if key not in known:
            near = difflib.get_close_matches(key[:SHOWN], known, 3, 0.5)
            near = [one for one in known if f"-{key}-" in f"-{one}-"] or near
            hint = f"Did you mean: {', '.join(near)}?" if near else otherwise
            raise Usage(say.format(key=clean(key)[:SHOWN]), hint)
    return keys
