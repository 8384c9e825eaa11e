"""The numbers in what somebody typed around a reading: "BP: 170/115 left arm", "fever 39".

Only where there is one way to read them: a word that turns the meaning ("under 36"), the unit or
name of another measurement, or a number too many leaves it unread, and then it is asked again.
"""

import re
from typing import NamedTuple

LONGEST = 80  # characters; what is longer is a note with numbers in it
# With its decimals; in a pressure a comma stands between two numbers.
TOKENS = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d]+|[^\w\s]")
WHOLE_TOKENS = re.compile(r"\d+(?:\.\d+)?|[^\W\d]+|[^\w\s]")
OXYGEN = re.compile(r"(?<![^\W_])(?:sp|sa)?o2(?![^\W_])")  # its name has a digit in it
DEGREES = str.maketrans("\u00b0\u00ba\u02da", "   ")
# A minus that is none between two numbers, and what says that it is another number.
SIGNED = re.compile(r"(?<!\d)(?<!\d )[-\u2212]\d|[+<>\u2264\u2265]")

# After these a number is no longer what was measured, or not when it is entered.
TURNS = frozenset(
    "no not never non without none nil isn wasn or than under below above between from till until "
    "by plus minus less more half quarter point hundred gained lost target limit goal should max "
    "maximum minimum usual usually normal normally yesterday ago last tomorrow earlier if".split()
)
UNITS = {
    "bp": frozenset(("mmhg", "mm", "hg", "l", "r")),  # left and right
    "temp": frozenset("c f celsius centigrade fahrenheit deg degs degree degrees".split()),
    "glucose": frozenset("mmol mmols mg mgs dl l per".split()),
    "weight": frozenset(
        "kg kgs kilo kilos kilogram kilograms lb lbs pound pounds st stone stones".split()
    ),
    "pulse": frozenset(("bpm", "beats", "min", "minute", "per")),
    "ketones": frozenset(("mmol", "mmols", "l")),
    "breaths": frozenset(("min", "minute", "per")),
    "oxygen": frozenset(("%", "percent")),
}
OTHER_UNITS = frozenset(
    "g gram grams oz ounce ounces kpa k kelvin cm ml mcg h hr hrs hours days weeks months".split()
)
NAMES = {
    "bp": frozenset(("bp", "systolic", "diastolic", "sys", "dia")),
    "temp": frozenset(("temp", "temperature", "fever", "t")),
    "glucose": frozenset(("glucose", "sugar", "sugars", "bg", "bm", "bgl")),
    "weight": frozenset(("weight", "weigh")),
    "pulse": frozenset(("pulse", "hr", "heart", "heartbeat")),
    "ketones": frozenset(("ketones", "ketone")),
    "breaths": frozenset(("breaths", "breathing", "respiratory", "resps")),
    "oxygen": frozenset(("oxygen", "sats", "sat", "saturation", "saturations")),
}
EVERY = OTHER_UNITS.union(*UNITS.values(), *NAMES.values())
FITTING = frozenset(".,:;!?()[]*=~/|-\u2013\u2014\u2026'\"\u2018\u2019\u201c\u201d%")


class Taken(NamedTuple):
    """The numbers as typed, and the words and signs before, between and after them."""

    numbers: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]

    @property
    def said(self) -> frozenset[str]:
        """Every word, wherever it stands."""
        return frozenset(word for part in self.words for word in part)


def taken(kind: str, typed: str, also: str = "") -> Taken | None:
    """Return the numbers of a kind as typed for `amma log`; None where they could mean another
    thing. also: a second kind whose unit and name may stand there too.
    """
    text = OXYGEN.sub("oxygen", " ".join(typed.lower().translate(DEGREES).split()))
    if len(text) > LONGEST or SIGNED.search(text):
        return None
    own = UNITS[kind] | NAMES[kind]
    if also:
        own |= UNITS[also] | NAMES[also]
    numbers: list[str] = []
    words: list[list[str]] = [[]]
    for token in (WHOLE_TOKENS if kind == "bp" else TOKENS).findall(text):
        if token[0].isdecimal():
            numbers.append(token.replace(",", "."))
            words.append([])
        elif token in own or _fits(kind, token):
            words[-1].append(token)
        else:
            return None
    return Taken(tuple(numbers), tuple(map(tuple, words)))


def _fits(kind: str, token: str) -> bool:
    """Whether a word or sign leaves the number beside it what it is."""
    if not token[0].isalnum():
        return token in FITTING and (token != "%" or kind == "oxygen")
    if len(token) == 1 and token not in "ai":
        return False
    turned = token in TURNS or (token == "over" and kind != "bp")
    return token.isalpha() and not turned and token not in EVERY


PAIR = re.compile(r"(?<![\d.])(\d{2,3})\s*(?:/|over)\s*(\d{2,3})(?![\d.])")
ALONE = re.compile(r"(?<![\d.,/:-])(\d{2,3}(?:[.,]\d{1,2})?)(?![\d/:])")
BODY = ((34.0, 42.0), (94.0, 108.0))  # what a thermometer shows, in C and in F


def glimpses(kind: str, typed: str) -> list[str]:
    """Return the pressures or temperatures that stand in what could not be read, as typed.

    For what they may need a call for, never for what is stored.
    """
    text = typed.lower()[:1000]
    if kind == "bp":
        return [f"{high}/{low}" for high, low in PAIR.findall(text)][:SEEN]
    words = frozenset(re.findall(r"[^\W\d_]+|%", text))
    if kind != "temp" or words & (EVERY - UNITS["temp"] - NAMES["temp"]):
        return []
    numbers = [number.replace(",", ".") for number in ALONE.findall(text)]
    return [n for n in numbers if any(low <= float(n) <= high for low, high in BODY)][:SEEN]


SEEN = 4
