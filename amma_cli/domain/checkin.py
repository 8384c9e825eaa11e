"""What a check-in holds, and the entries of the journal that it becomes."""

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
    """Return the numbers of a list that were typed, or the first that is not in 1 to `most`."""
    found = []
    for part in typed.replace(",", " ").split():
        number = int(part) if part.isascii() and part.isdigit() and len(part) < 5 else 0
        if not 1 <= number <= most:
            return number
        found.append(number)
    return tuple(dict.fromkeys(found))
