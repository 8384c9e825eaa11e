"""Does a sentence hold a figure: a frequency, a dose, a threshold, a span of time?"""

import re

_SMALL = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty"
)
_NUMBER = "|".join(_SMALL.split())
_UNIT = (
    r"(?:minutes|hours|days|weeks|months|years|times|percent|per cent|drinks|cups|glasses|portions|"
    r"tablets|milligrams|micrograms|grams|kilograms|kilos|pounds|liters|degrees|units)"
)
IN_WORDS = re.compile(
    rf"\b(?:one|{_NUMBER}) (?:in|out of|of every) (?:every )?(?:{_NUMBER}|a hundred|a thousand)\b"
    rf"|\b(?:{_NUMBER}|hundreds?)(?: (?:or|to) (?:{_NUMBER}))?(?: (?:full|more|whole))? {_UNIT}\b"
    r"|\b(?:half|(?:a|one) third|two[- ]thirds|a quarter|three[- ]quarters) of\b"
    r"|\b(?:twice|half|double|triple) as\b|\b(?:doubles|halves|triples) the\b",
    re.IGNORECASE,
)
# Digits that are part of a name and say nothing that could be looked up.
NAMES = re.compile(
    r"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December) )?(?:19|20)\d\d\b(?! (?:women|people|births|g\b|IU))"
    r"|\b(?:type|grade|stage|group|phase|level|part|step|line|option|question) \d\b"
    r"(?: (?:or|and) (?:type )?\d\b)?"
    r"|\bvitamins? [A-Z]\d+\b|\b[A-Z]\d{1,2}\b|\bomega-3\b|\b(?:COVID|Covid)-19\b|\b24/7\b"
    r"|\b\d\d-week scan\b|\b3D\b|\b4D\b"
)
DIGIT = re.compile(r"\d")


def has_figure(sentence: str) -> bool:
    """Whether a sentence, citations left out, says a figure that a reader may act on."""
    rest = NAMES.sub("", sentence)
    return bool(DIGIT.search(rest) or IN_WORDS.search(rest))
