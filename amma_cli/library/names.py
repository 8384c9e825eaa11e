"""Names of articles near a name that is none: by their words first, then by their spelling."""

import difflib
from collections.abc import Iterable, Mapping, Sequence

from amma_cli.library.records import folded

MOST = 3
LIKE = 0.7  # how alike two spellings are at least
SHOWN = 60  # characters of a wrong name that are looked at


def near_names(
    typed: str, titles: Iterable[tuple[str, str]], aliases: Sequence[tuple[str, str]],
    lay: Mapping[str, Sequence[str]],
) -> list[str]:  # fmt: skip
    """Return up to three slugs, those that hold every word typed before those spelled alike.

    A word in the slug counts before one in the title, that before one in an alias; of equals the
    shorter slug stands first. titles: (slug, title). aliases: (alias as compared, slug).
    lay: what the articles call a word that was typed ("labour" is "labor").
    """
    low = folded(typed[:SHOWN])
    wanted = [_called(word, lay) for word in low.split()]
    named = [(slug, slug, 0) for slug in {slug for _, slug in aliases}]
    named += [(title, slug, 1) for slug, title in titles]
    named += [(alias, slug, 2) for alias, slug in aliases]
    ranks: dict[str, int] = {}
    for name, slug, rank in named:
        if _holds(name, wanted):
            ranks[slug] = min(rank, ranks.get(slug, rank))
    by_word = sorted(ranks, key=lambda slug: (ranks[slug], slug.count("-"), slug))
    return (by_word or _alike(low, aliases))[:MOST]


def _called(word: str, lay: Mapping[str, Sequence[str]]) -> set[str]:
    return {_stem(word), *(_stem(folded(other)) for other in lay.get(word, ()))}


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _holds(name: str, wanted: Sequence[set[str]]) -> bool:
    words = {_stem(word) for word in folded(name).split()}
    return bool(wanted) and all(words & called for called in wanted)


def _alike(low: str, aliases: Sequence[tuple[str, str]]) -> list[str]:
    names = dict(aliases)
    names.update({slug.replace("-", " "): slug for slug in list(names.values())})
    close = difflib.get_close_matches(low, names, MOST * 3, LIKE)
    return list(dict.fromkeys(names[name] for name in close))


def near_hint(typed: str, near: Sequence[str]) -> str:
    """Return what to do about a name that is none: those near it, else a search for its words."""
    if near:
        return f"Did you mean: {', '.join(near)}?"
    words = folded(typed[:SHOWN])
    search = f"amma search {words} looks into the texts; " if words else ""
    return f"{search}amma list shows what there is."
