"""No text beside the help box is less urgent than the box: H07."""

import re
from collections.abc import Iterator

from amma_cli.library.parse import HELP
from amma_cli.library.rules import Draft, bare, in_sentences
from amma_cli.library.source_text import Problem

BESIDE = ("summary", "takeaway", "body", "figure", "answer")
LEVELS = ("mention", "soon", "urgent", "emergency")
# What a sentence or a bullet speaks of. A subject of several levels (a mild and a severe headache)
# counts at its lowest.
SUBJECTS = {
    name: re.compile(r"\b(?:" + words + ")", re.IGNORECASE)
    for name, words in {
        "bleeding": r"bleed\w*|spotting|blood (?:from|runs|in your (?:pants|underwear))",
        "waters": r"waters? (?:break|broke|leak|go)\w*|leak\w* (?:of )?(?:watery )?fluid",
        "movements": r"mov(?:es?|ing|ements?) (?:less|fewer|slow|stop)\w*"
        r"|(?:fewer|less|reduced|slower|no) (?:\w+ )?movements?",
        "contractions": r"contractions?|tightenings?",
        "headache": r"headaches?|head pain",
        "sight": r"vision|sight|flashing lights?|blurr\w+",
        "swelling": r"swelling|swollen|swells?",
        "fever": r"fever|38 C|chills",
        "chest": r"chest pain",
        "breath": r"short of breath|breathless\w*|trouble breathing|shortness of breath",
        "vomiting": r"keep (?:nothing|no food|no fluids?|fluids?) down|vomit\w*",
        "itching": r"itch\w*",
        "yellow": r"yellow (?:skin|eyes)|skin or eyes turn yellow",
        "faint": r"faint(?:ed|ing|s)?\b|pass(?:ed)? out\b",
        "harm": r"harm(?:ing)? (?:yourself|myself|herself)|suicid\w*"
        r"|end(?:ing)? (?:your|her) life",
    }.items()
}
# Subjects that are an emergency only with something else: of these, "now" alone is not too late.
JOINED = frozenset(("bleeding", "waters", "contractions", "vomiting", "faint", "fever", "yellow"))
CALL = re.compile(
    r"\b(?:call|phone|ring|tell|see|ask|contact|mention|go (?:in|to)|get help|speak to)\b",
    re.IGNORECASE,
)
SPOKEN = (
    ("emergency", r"emergency number|emergency department|ambulance"),
    ("urgent", r"\bnow\b|at once|right away|straight away|immediately|day or night"),
    ("soon", r"within 24 hours|within a day|same day|that day|\btoday\b|within hours"),
    ("mention", r"next (?:visit|appointment|check)|at your visit"),
)
PAST = re.compile(
    r"\b(?:earlier|before (?:this|you|preg)|last (?:time|pregnancy|birth)|history|had (?:a|an|any)|"
    r"ever had|in the past|once had|between|not|never|cannot wait)\b",
    re.IGNORECASE,
)


def check_urgency(draft: Draft) -> Iterator[Problem]:
    """Yield sentences that call less urgently than the help box does for the same subject."""
    lowest = _lowest(draft)
    for sentence in in_sentences(draft.passages, *BESIDE):
        text = bare(sentence.text)
        level = said_level(text)
        if level is None or PAST.search(text):
            continue
        for name, least in lowest.items():
            if LEVELS.index(level) < least and SUBJECTS[name].search(text):
                message = f"{name} is {LEVELS[least]} in the help box, here {level}: {text[:60]!r}"
                yield draft.find("H07", sentence.line, message, "never less urgent than the box")


def said_level(text: str) -> str | None:
    """Return how urgently a sentence asks for a call, or None where it says no time."""
    if not CALL.search(text):
        return None
    return next((level for level, words in SPOKEN if re.search(words, text, re.IGNORECASE)), None)


def _lowest(draft: Draft) -> dict[str, int]:
    """Return each subject of the help box with the lowest level at which a bullet names it."""
    found: dict[str, int] = {}
    level = 0
    for passage in draft.passages:
        if passage.part == "label" and passage.text != HELP:
            level = _level_of(passage.text, level)
        elif passage.part == "help":
            for name in (n for n, words in SUBJECTS.items() if words.search(passage.text)):
                least = min(level, LEVELS.index("urgent")) if name in JOINED else level
                found[name] = min(least, found.get(name, least))
    return found


def _level_of(heading: str, before: int) -> int:
    from amma_cli.domain.article import HELP_HEADINGS

    names = {text: LEVELS.index(urgency) for urgency, text in HELP_HEADINGS.items()}
    return names.get(heading, before)
