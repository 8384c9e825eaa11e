"""What makes a sign an emergency stands under the emergency number: H08 and H09."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import Any, NamedTuple

# Signs that a text names in the same words: at another week, or as a reading.
SAME = {
    "bleeding-light-early": "bleeding-light-late",
    "bleeding-like-period-early": "bleeding-light-late",
    "cramps-early": "belly-pain-severe",
    "pain-one-side-early": "belly-pain-severe",
    "movements-fewer-20-23": "movements-fewer",
    "waters-preterm": "waters-term",
    "labour-term": "contractions-preterm",
    "temp-38": "fever",
    "pulse-110": "racing-heart",
}
_FEVER = "confusion-very-ill", "racing-heart", "feels-seriously-ill", "no-urine-8h"
_BABY = "baby-not-breathing", "baby-jaundice-unwell", "baby-fever"
_BREATH = "breathless-sudden", "chest-pain"
# Sign -> its worse forms. One emergency bullet has one of them; "+" joins keys of one bullet.
WORSE: Mapping[str, tuple[str, ...]] = {
    "bleeding-light-late": ("bleeding-heavy-pregnancy",),
    "bleeding-pad-hour-after-birth": ("bleeding-pouring-after-birth",),
    "movements-fewer": (
        "movements-fewer+bleeding-light-late",
        "movements-fewer+belly-pain-severe",
    ),
    "waters-term": ("cord-visible",),
    "pelvic-pressure-preterm": ("bulge-vagina", "baby-coming"),
    "fever": _FEVER,
    "shivering": _FEVER,
    "headache-severe": ("thunderclap-headache", "headache-severe+vision-changes"),
    "vision-changes": ("vision-loss", "headache-severe+vision-changes"),
    "leg-swollen-one": _BREATH,
    "calf-cramp-not-settling": _BREATH,
    "breathless-mild": ("breathless-sudden",),
    "self-harm-thoughts": ("self-harm-plan",),
    "low-mood-two-weeks": ("self-harm-plan",),
    "fear-at-home": ("danger-at-home",),
    "hypoglycaemia": ("hypoglycaemia-severe",),
    "smoke-fume-co": ("carbon-monoxide",),
    "baby-jaundice-first-day": ("baby-jaundice-unwell",),
    "baby-yellow-new": ("baby-jaundice-unwell",),
    "baby-jaundice-2weeks": ("baby-jaundice-unwell",),
    "baby-not-feeding": _BABY,
    "baby-few-wet": _BABY,
}


class Box(NamedTuple):
    """The keys of a help box: each emergency bullet, and the line of each key named lower."""

    above: tuple[frozenset[str], ...]
    below: Mapping[str, int]


class Gap(NamedTuple):
    """An emergency that the box does not say, and the line that speaks of a part of it."""

    code: str
    line: int
    named: str
    missing: str


def box_of(bullets: Iterable[tuple[int, bool, tuple[str, ...]]]) -> Box:
    """Return the box of bullets: line, whether it is an emergency, keys."""
    above: list[frozenset[str]] = []
    below: dict[str, int] = {}
    for line, emergency, keys in bullets:
        if emergency:
            above.append(_plain(keys))
        else:
            for key in keys:
                below.setdefault(SAME.get(key, key), line)
    return Box(tuple(above), below)


def gaps(box: Box, safety: Mapping[str, Any]) -> Iterator[Gap]:
    """Yield the worse forms (H08) and the combinations (H09) that the box leaves out."""
    known = _plain(row["key"] for row in safety.get("sign", []) if "key" in row)
    for sign, forms in WORSE.items():
        real = [keys for keys in map(_joined, forms) if keys <= known]
        if sign in box.below and real and not any(k <= a for k in real for a in box.above):
            yield Gap("H08", box.below[sign], sign, " or ".join(sorted(forms)))
    rows = [row for row in safety.get("combination", []) if _is_told(row)]
    for row in rows:
        for way in _ways(row, frozenset(box.below)):
            if not any(_makes(way, r) and _said(way, r, box) for r in rows):
                named = "+".join(sorted(way))
                yield Gap("H09", max(box.below[key] for key in way), named, row["key"])
                break


def _plain(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(SAME.get(key, key) for key in keys)


def _joined(form: str) -> frozenset[str]:
    return _plain(form.split("+"))


def _is_told(row: Mapping[str, Any]) -> bool:
    """Return whether a combination is an emergency for everybody, of signs that it names."""
    return (
        row.get("level") == "emergency"
        and not row.get("flags")
        and "*" not in row.get("any_signs", [])
    )


def _parts(row: Mapping[str, Any]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return what a combination needs: all of the first, some of the second, one of the third."""
    needs = _plain((*row.get("all_signs", []), *row.get("all_measures", [])))
    return needs, _plain(row.get("any_signs", [])) - needs, _plain(row.get("any_measures", []))


def _ways(row: Mapping[str, Any], named: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield the smallest sets of named keys that make a combination."""
    needs, some, reading = _parts(row)
    if needs <= named:
        chosen = combinations(sorted(some & named), row.get("min_any_signs", 0))
        read: list[tuple[str, ...]] = [(key,) for key in sorted(reading & named)]
        for signs, measures in product(chosen, read if reading else [()]):
            yield needs.union(signs, measures)


def _makes(keys: frozenset[str], row: Mapping[str, Any]) -> bool:
    return next(_ways(row, keys), None) is not None


def _said(way: frozenset[str], row: Mapping[str, Any], box: Box) -> bool:
    """Return whether one emergency bullet names so much of a way that it makes a combination."""
    return any(_makes(way & keys, row) for keys in box.above)
