"""Flesch-Kincaid grade of an English text, within half a grade of textstat 0.7.8.

Sentences and words are counted as textstat counts them, syllables by rule, so
that no dictionary of pronunciation is needed where the program runs.
"""

import re

SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
LOOSE_APOSTROPHE = re.compile(r"\'(?!(?:t|s|ll|ve|re|d|m)\b)")  # what is left joins a contraction
PUNCTUATION = re.compile(r"[^\w\s']")
VOWELS = re.compile(r"[aeiouy]+")
APART = re.compile(  # vowels that stand together and are spoken apart
    r"(?<![tcsg])ia|(?<![tcsgxn])io(?!us)|iu|[aeo]i?ing|(?<![qg])ua|eo(?!ple)|uou"
    r"|(?<![tcfr])ie[tn]|(?<=[hlrtvsz])ier(?=s?$)|oe[tn]|yi|(?:is|th)m(?=s?$)"
)
SILENT_E = re.compile(r"[^aeiouy]e$")
SPOKEN_LE = re.compile(r"[^aeiouyl]le[ds]?$")
SILENT_ED = re.compile(r"[^aeioutdy]ed$")
SILENT_ES = re.compile(r"[^aeiouyscxzg]es$")
HISSED_ES = re.compile(r"(?:sh|ch)es$")
SILENT_INSIDE = re.compile(r"[^aeiou]e(?:ly|ful|less|ment|ness|some)(?:s|ly)?$|^some(?=[a-z])")
# Words that the rules count wrongly and that a text on pregnancy uses often.
ONE = "please friend friends aches ease isle tongue"
TWO = (
    "hour hours hour's uk mg fluid fluids tired beyond royal guideline guidelines centre disease "
    "people someone people's aspirin ectopic pessary safety rely eases layer helpline evening "
    "greater abruption preeclampsia several elsewhere cholestasis headaches baseline lifeline "
    "diet diets being doing going seeing trying dying lying giant quiet poem lion riot bias "
    "diaper labetalol herpes foresee chocolate breastfed marriage nosebleed nosebleeds "
    "lifetime friendly million science household acne flour fire fired"
)
THREE = (
    "serious everyone anyone anyone's nausea paracetamol opinion idea ideas area areas perinatal "
    "miscarriage temperature haematoma hematoma engineer period periods diseases embryo "
    "supplements cereal museum previous various beforehand everything everywhere settling "
    "reacting suicide vegetable vegetables scientist reaction differently recipe required"
)
FOUR = "diabetes society societies experience ibuprofen diarrhea amniotic miscarriages"
EXCEPTIONS = {
    word: count
    for count, words in enumerate((ONE, TWO, THREE, FOUR, "association"), 1)
    for word in words.split()
}


def syllables(word: str) -> int:
    """Return the syllables of one lower-case word."""
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    word = word.replace("'", "")
    count = len(VOWELS.findall(word)) + len(APART.findall(word)) - len(SILENT_INSIDE.findall(word))
    if not SPOKEN_LE.search(word) and (
        SILENT_E.search(word)
        or SILENT_ED.search(word)
        or (SILENT_ES.search(word) and not HISSED_ES.search(word))
    ):
        count -= 1
    return max(1, count)


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without punctuation."""
    return PUNCTUATION.sub("", LOOSE_APOSTROPHE.sub("", text)).lower().split()


def sentence_count(text: str) -> int:
    """Return the number of sentences of more than two words, at least 1."""
    return max(1, sum(len(words_of(part)) > 2 for part in SENTENCE.findall(text)))


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text; 0 where it has no word."""
    words = words_of(text)
    if not words:
        return 0.0
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentence_count(text) + 11.8 * spoken / len(words) - 15.59
