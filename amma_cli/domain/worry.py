"""What somebody typed who is worried -> the warning signs and readings that stand in it.

It hears too much rather than too little: what is found is shown as "if this is happening now",
beside what was searched for. The phrases are content/en/worries.toml; whether a sign or a
reading is dangerous is for the safety rules alone to say.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

SLIP_FROM, OTHER_FROM = 5, 6  # letters of a word in which a slip, another letter, is forgiven
ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s")
BABY = frozenset("baby babys babies bub bubs newborn infant son daughter lo twins".split())
HERS = frozenset("my i im me ive this that it shes hes her his wrong happening coming".split())
MEANING = re.compile(
    r"(?:what is|what are|whats|meaning of|what does) (?:(?:a|an|the) )?\w+(?: \w+){0,2}(?: mean)?"
)
# A reading is one by its name: a bare number is a week, a day, a price.
PRESSURE = re.compile(r"(?<![\d/.])(\d{2,3})\s*(?:/|\\|over)\s*(\d{2,3})(?![\d/])")
# A span of time is no value.
SPAN = r"(?!\s*(?:h|hrs?|hours?|days?|weeks?|wks?|mins?|minutes?|months?|years?|yrs?)\b)"
VALUE = r"(?:(?!week|wk|day)\D){0,14}?(\d{1,3}(?:[.,]\d{1,2})?)(?![\d/])" + SPAN
NAMED = (
    ("temp_c", re.compile(r"\b(?:temp\w*|fever\w*)" + VALUE)),
    (
        "temp_c",
        re.compile(r"(?<!\d)(\d{2,3}(?:[.,]\d{1,2})?)\s*(?:°|degrees?|deg\b|c\b|f\b|fever)"),
    ),
    ("spo2", re.compile(r"\b(?:sats?|spo2|oxygen\w*|o2)\b" + VALUE)),
    ("spo2", re.compile(r"(?<!\d)(\d{2,3})\s*%?\s*(?:sats?|spo2|oxygen|o2)\b")),
    ("glucose_mmol", re.compile(r"\b(?:(?:blood )?sugars?|glucose|bm|bgl?)\b" + VALUE)),
    ("ketones_mmol", re.compile(r"\bketones?\b" + VALUE)),
    ("hr", re.compile(r"\b(?:pulse|heart ?(?:rate|beat)|hr|bpm)\b" + VALUE)),
    ("hr", re.compile(r"(?<!\d)(\d{2,3})\s*(?:bpm|beats)\b")),
    ("breaths_min", re.compile(r"\b(?:breath(?:s|ing)?|resp(?:iratory|iration)?)\b" + VALUE)),
    ("breaths_min", re.compile(r"(?<!\d)(\d{2})\s*breaths\b")),
)
# What a number can be at all; outside these it is not that reading.
POSSIBLE = {
    "temp_c": (33.0, 43.0), "spo2": (50.0, 100.0), "glucose_mmol": (1.0, 40.0),
    "ketones_mmol": (0.0, 12.0), "hr": (30.0, 250.0), "breaths_min": (5.0, 70.0),
}  # fmt: skip
FAHRENHEIT_FROM, FAHRENHEIT_TO = 92.0, 110.0
MG_DL_FROM, MG_DL_A_MMOL = 36.0, 18.0  # as domain.measure reads a bare number
MG_DL_UNSURE = 20.0  # from here on a bare number can be either


class Worry(NamedTuple):
    """A warning sign's key with the phrases that mean it; a query with a word of `but` does not.

    read: the slug of the article on it, "" for none.
    """

    key: str
    said: tuple[tuple[str, ...], ...]
    but: frozenset[str] = frozenset()
    read: str = ""


def heard(worries: Sequence[Worry], typed: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of the signs of which a phrase stands in the words typed.

    typed: words in lower case without apostrophes. Every word of a phrase must be there, in any
    order, by its stem or with one slip (see same).
    """
    words = frozenset(typed)
    stems = frozenset(map(stem, words))
    long: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= SLIP_FROM:
            long.setdefault(word[0], []).append(word)
    known: dict[str, bool] = {}

    def there(word: str) -> bool:
        if word not in known:
            known[word] = (
                word in words
                or stem(word) in stems
                or (
                    len(word) >= SLIP_FROM
                    and any(slipped(word, other) for other in long.get(word[0], ()))
                )
            )
        return known[word]

    return tuple(
        worry.key
        for worry in worries
        if not worry.but & words and any(all(map(there, phrase)) for phrase in worry.said)
    )


def asks_meaning(typed: Sequence[str]) -> bool:
    """Whether nothing but the meaning of a term is asked: "what is a mucus plug"."""
    text = " ".join(typed)
    return bool(MEANING.fullmatch(text)) and not HERS & set(typed)


def stem(word: str) -> str:
    """Return a word without its plural, -ing or -ed: kicks, kicking and kicked are kick."""
    if word == "scared":  # no scar
        return word
    for ending in ENDINGS:
        if len(word) - len(ending) < 3 or word.endswith(("ss", "eed")):
            continue
        if word.endswith(ending):
            word = word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def same(one: str, other: str) -> bool:
    """Whether two words are one: the same stem, or from five letters on one slip apart."""
    return one == other or stem(one) == stem(other) or slipped(one, other)


def slipped(one: str, other: str) -> bool:
    """Whether a word is another with a slip: both long, with the same first letter."""
    if min(len(one), len(other)) < SLIP_FROM or one[0] != other[0] or not one_slip(one, other):
        return False
    return len(one) >= OTHER_FROM or len(one) != len(other) or sorted(one) == sorted(other)


def one_slip(one: str, other: str) -> bool:
    """Whether one letter was changed, left out, added, or two neighbors changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    rests = (one[at + 1 :], other[at + 1 :])
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or rests[0] == rests[1] or one[at:] == rests[1] or rests[0] == other[at:]


def readings_in(typed: str, *, baby: bool = False) -> Mapping[str, tuple[float, ...]]:
    """Return the readings that stand in a text, by field, each in the unit of the rules.

    A blood sugar that can be meant in either unit is given in both. baby: whether it speaks of
    a baby; then only a blood pressure is hers.
    """
    text = " ".join(typed.lower().split())
    found: dict[str, tuple[float, ...]] = {}
    for high, low in PRESSURE.findall(text):
        if 60 <= int(high) <= 300 and 20 <= int(low) <= 200 and int(low) < int(high):
            found["sys"] = (*found.get("sys", ()), float(high))
            found["dia"] = (*found.get("dia", ()), float(low))
    for field, form in () if baby else NAMED:
        for number in form.findall(text):
            values = _values(field, float(number.replace(",", ".")))
            least, most = POSSIBLE[field]
            possible = tuple(value for value in values if least <= value <= most)
            if possible:
                found[field] = tuple(dict.fromkeys((*found.get(field, ()), *possible)))
    return found


def _values(field: str, number: float) -> tuple[float, ...]:
    if field == "temp_c" and FAHRENHEIT_FROM <= number <= FAHRENHEIT_TO:
        return (round((number - 32) * 5 / 9, 2),)
    if field == "glucose_mmol" and number >= MG_DL_UNSURE:
        milligrams = round(number / MG_DL_A_MMOL, 1)
        return (milligrams,) if number >= MG_DL_FROM else (number, milligrams)
    return (number,)
