"""Readings that stand in what somebody typed who is worried: "my oxygen says 88", "bp 165 112".

Heard for the call alone and never stored: where a number can be meant in two ways, both count.
What is stored is read by domain.measure, strictly.
"""

import re
from collections.abc import Mapping

from amma_cli.domain.measure import MG_DL_A_MMOL
from amma_cli.domain.query import bare

LONGEST = 20_000  # characters that are looked at
SIGNS = str.maketrans(dict.fromkeys("°º˚", " degrees "))
NUMBER = r"(\d{1,3}(?:[.,]\d{1,2})?)(?![\d/])"
SPAN = r"(?!\s*(?:h|hrs?|hours?|days?|weeks?|wks?|mins?|minutes?|months?|years?|yrs?)\b)"
NOT_ONE = r"(?!\s*(?:g|grams?|mg(?!\s*/?\s*dl)|kg|ml|%\s*off|percent\s*off)\b)"
AFTER_A_SPAN = r"(?:\D{0,14}?\d+\s*(?:h|hrs?|hours?|mins?|minutes?)\b)?"
VALUE = AFTER_A_SPAN + r"(?:(?!week|wk|day)\D){0,28}?" + NUMBER + SPAN + NOT_ONE
BARE = r"(?<![\d.,])(\d{2,3}(?:[.,]\d{1,2})?)\s*"
NAMED = (
    ("temp_c", re.compile(r"\b(?:temp\w*|fever\w*|thermometer)" + VALUE)),
    ("temp_c", re.compile(BARE + r"(?:fever|temp|(?:on|by) (?:the|my) thermometer)")),
    ("spo2", re.compile(r"\b(?:sats?|saturations?|spo2|oxygen\w*|o2|oximeter)\b" + VALUE)),
    ("spo2", re.compile(BARE + r"%?\s*(?:sats?|spo2|oxygen|o2)\b")),
    ("glucose_mmol", re.compile(r"\b(?:(?:blood )?sugars?|glucose|bm|bgl?)\b" + VALUE)),
    ("ketones_mmol", re.compile(r"\bketones?\b" + VALUE)),
    ("hr", re.compile(r"\b(?:pulse|heart ?(?:rate|beat)|hr|bpm)\b" + VALUE)),
    ("hr", re.compile(BARE + r"(?:bpm|beats)\b")),
    ("breaths_min", re.compile(
        r"\b(?:breath(?:s|ing)?(?! exerc| class| techn| work)|resp(?:iratory|iration)?)\b" + VALUE
    )),
    ("breaths_min", re.compile(BARE + r"breaths\b")),
)  # fmt: skip
# Degrees without a name are a fever only where nothing else has them.
DEGREES = re.compile(BARE + r"(?:degrees?|deg\b|c\b|f\b|celsius|centigrade|fahrenheit)")
ELSEWHERE = re.compile(
    r"\b(?:wash\w*|weather|outside|oven|holiday|heat|heatwave|bra|room|bath|pool|water|milk|bottle"
    r"|tub|sauna|car|office|steriliz\w*|sterilis\w*|week|weeks)\b"
)
FEVER_FROM = 37.5
PRESSURE = re.compile(r"(?<![\d/.])(\d{2,3})\s*(?:/|\\|over)\s*(\d{2,3})(?![\d/])")
PRESSURE_NAMED = re.compile(r"\b(?:bp|blood pressure)\b\D{0,14}?(\d{2,3})[\s,-]+(\d{2,3})(?![\d/])")
UPPER = re.compile(
    r"\b(?:systolic|top number|bp|blood pressure)\b(?:(?!week|wk|day)\D){0,20}?(\d{3})"
    r"(?!\s*(?:[\d/,-]|over))"
)
LOWER = re.compile(r"\b(?:diastolic|bottom number|lower number)\b\D{0,20}?(\d{2,3})(?!\s*[\d/])")
# What stands before a reading that is a baby's, and what makes a heart rate one.
OF_BABY = re.compile(
    r"\b(?:(?:baby|newborn|infant|bub|fetus)(?:'?s)?|babies|f(?:o?e)tal)"
    r"(?:\s+(?:is|has|had|a|with|got|running|high|low|his|her|the|body))*\s*$"
)
OF_A_THING = re.compile(r"\b(?:bath|room|water|oven|milk|bottle|pool|weather|outside)(?:'?s)?\s+$")
SCANNED = re.compile(r"\b(?:scan|doppler|ctg|ultrasound|f(?:o?e)tal)\b")
# What a number can be at all; outside these it is not that reading.
POSSIBLE = {
    "temp_c": (33.0, 43.0), "spo2": (50.0, 100.0), "glucose_mmol": (1.0, 40.0),
    "ketones_mmol": (0.0, 12.0), "hr": (30.0, 250.0), "breaths_min": (5.0, 70.0),
    "sys": (60.0, 300.0), "dia": (20.0, 200.0),
}  # fmt: skip
FAHRENHEIT_FROM, FAHRENHEIT_TO = 92.0, 110.0
MG_DL_FROM = 36.0  # a bare number of blood sugar from here on is mg/dL
MG_DL_UNSURE = 20.0  # from here on a bare number can be either
TOOK = r"\b(?:took|taken|taking|swallowed|swallow|overdosed|necked|downed)\b"
MANY = (
    r"\D{0,20}?(\d{2,3})(?!\s*(?:mg|mcg|ug|ml|g|weeks?|wks?|days?|hours?|hrs?|mins?|minutes?|years?"
    r"|months?|units?)\b)(?!\d)"
)
PILLS = (
    r"\D{0,24}?\b(?:tablets?|tabs|pills?|capsules?|paracetamols?|tylenols?|acetaminophen|ibuprofens?"
    r"|nurofen|advil|aspirins?|co-?codamol|codeine|sertraline|antidepressants?|sleeping)\b"
)
OVERDOSE = re.compile(TOOK + MANY + PILLS)
MANY_FROM = 9  # more than the most of a day of tablets of 500 mg paracetamol


def readings_in(typed: str) -> Mapping[str, tuple[float, ...]]:
    """Return her readings that stand in a text, by field, each in the unit of the rules.

    A blood sugar that can be meant in either unit is given in both. What stands behind a word
    for a baby is no reading of hers (see baby_temperatures).
    """
    text = _text(typed)
    found: dict[str, tuple[float, ...]] = {}
    pairs = [*PRESSURE.findall(text), *PRESSURE_NAMED.findall(text)]
    for high, low in pairs:
        if float(low) < float(high):
            _add(found, "sys", (float(high),))
            _add(found, "dia", (float(low),))
    if not pairs:
        for field, form in (("sys", UPPER), ("dia", LOWER)):
            _add(found, field, tuple(map(float, form.findall(text))))
    for field, number in _named(text, of_baby=False):
        _add(found, field, _values(field, number))
    if not ELSEWHERE.search(text):
        degrees = (v for n in DEGREES.findall(text) for v in _values("temp_c", _number(n)))
        _add(found, "temp_c", tuple(value for value in degrees if value >= FEVER_FROM))
    return found


def baby_temperatures(typed: str) -> tuple[float, ...]:
    """Return the temperatures in Celsius that stand behind a word for a baby."""
    found: dict[str, tuple[float, ...]] = {}
    text = _text(typed)
    if not re.search(r"\bbath\b", text):
        for field, number in _named(text, of_baby=True):
            if field == "temp_c":
                _add(found, field, _values(field, number))
    return found.get("temp_c", ())


def is_overdose(typed: str) -> bool:
    """Whether a text says that somebody took many tablets at once: a number of them."""
    return any(int(number) >= MANY_FROM for number in OVERDOSE.findall(_text(typed)))


def _text(typed: str) -> str:
    return " ".join(bare(typed[:LONGEST].translate(SIGNS)).split())


def _named(text: str, *, of_baby: bool) -> list[tuple[str, float]]:
    """Return the numbers behind or before the name of a reading, those of a baby or the others."""
    found = []
    for field, form in NAMED:
        for match in form.finditer(text):
            before = text[: match.start()]
            if field == "temp_c" and OF_A_THING.search(before):
                continue
            babys = bool(OF_BABY.search(before))
            if field == "hr" and SCANNED.search(text):
                babys = True
            if babys is of_baby:
                found.append((field, _number(match[1])))
    return found


def _number(written: str) -> float:
    return float(written.replace(",", "."))


def _add(found: dict[str, tuple[float, ...]], field: str, values: tuple[float, ...]) -> None:
    least, most = POSSIBLE[field]
    possible = tuple(value for value in values if least <= value <= most)
    if possible:
        found[field] = tuple(dict.fromkeys((*found.get(field, ()), *possible)))


def _values(field: str, number: float) -> tuple[float, ...]:
    if field == "temp_c" and FAHRENHEIT_FROM <= number <= FAHRENHEIT_TO:
        return (round((number - 32) * 5 / 9, 2),)
    if field == "glucose_mmol" and number >= MG_DL_UNSURE:
        milligrams = round(number / MG_DL_A_MMOL, 1)
        return (milligrams,) if number >= MG_DL_FROM else (number, milligrams)
    return (number,)
