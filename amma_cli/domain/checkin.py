"""What a check-in holds, and the entries of the journal that it becomes."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from amma_cli.domain.measure import Measured

SCALES = ("mood", "sleep", "energy")
MOOD_EVERY_DAYS = 28  # the two mood questions come every four weeks at most
MOVEMENTS_FROM = 24  # completed weeks; before, movements have no pattern
PHQ2_ANSWERS = range(4)


class Answers(NamedTuple):
    """Everything of one check-in; what was skipped is empty.

    signs and symptoms are keys. mood_kept: she wants it kept that she answered the two mood
    questions. What was said on safety at home is no part of this and is never stored.
    """

    signs: tuple[str, ...] = ()
    symptoms: tuple[str, ...] = ()
    scales: tuple[tuple[str, int], ...] = ()
    measured: tuple[Measured, ...] = ()
    note: str = ""
    questions: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    mood_kept: bool = False


class Made(NamedTuple):
    """An entry to be: kind, data, note."""

    kind: str
    data: dict[str, Any]
    note: str = ""


def entries_of(answers: Answers) -> tuple[Made, ...]:
    """Return the entries of a check-in, itself first; none where nothing was said."""
    data: dict[str, Any] = dict(answers.scales)
    if answers.signs:
        data["signs"] = list(answers.signs)
    if answers.symptoms:
        data["symptoms"] = list(answers.symptoms)
    if answers.mood_kept:
        data["mood_questions"] = True
    found = [Made("checkin", data, answers.note)] if data or answers.note else []
    found += [Made(m.kind, {"typed": m.typed, "values": m.values}) for m in answers.measured]
    found += [Made("question", {"text": question}) for question in answers.questions]
    found += [Made("read", {"text": slug}) for slug in answers.done]
    return tuple(found)


def numbers_in(typed: str, most: int) -> tuple[int, ...] | int:
    """Return the numbers of a list that were typed ("2 5", "1-3", "1 and 3"), or the first that
    is not in 1 to `most`; 0 for what is no number.
    """
    found: list[int] = []
    text = TO.sub("-", typed.lower().strip(" .!"))
    for part in AND.sub(" ", text).split():
        first, dash, last = part.partition("-")
        ends = [_number(end) for end in ((first, last) if dash else (first,))]
        if 0 in ends or ends != sorted(ends):
            return 0
        for number in range(ends[0], ends[-1] + 1):
            if number > most:
                return number
            found.append(number)
    return tuple(dict.fromkeys(found))


TO = re.compile(r"\s*(?:-|\u2013|\bto\b)\s*")
AND = re.compile(r"[,;&+]|\band\b")


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else 0


# Words that say nothing of which line of a list is meant.
EMPTY = frozenset(
    "a an the i im i've ive have has had am is are was it its my me of in on with and or to some "
    "very really yes there feel feeling got".split()
)
NOT = frozenset("no not none never without nothing neither nor isn't don't dont".split())


def named_in(typed: str, labels: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers of the lines of a list that hold every word typed; none for a "not"."""
    words = frozenset(WORD.findall(typed.lower())) - EMPTY
    if not words or words & NOT:
        return ()
    lines = [frozenset(WORD.findall(label.lower())) for label in labels]
    return tuple(number for number, line in enumerate(lines, 1) if words <= line)


def near_in(typed: str, labels: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers of the lines that share a word with what was typed, at most five."""
    words = {word for word in WORD.findall(typed.lower()) if len(word) > 2} - EMPTY - NOT
    found = [n for n, label in enumerate(labels, 1) if words & set(WORD.findall(label.lower()))]
    return tuple(found[:NEAR])


WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
NEAR = 5
