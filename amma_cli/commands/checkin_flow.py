"""The check-in in a terminal: one question after the other, each can be skipped with Enter.

Nothing is stored before the end, so Ctrl-C anywhere leaves every file as it was.
"""

from datetime import datetime, timedelta
from typing import Any

from amma_cli import messages_checkin as words
from amma_cli.commands.ask import ask
from amma_cli.commands.checkin import Visit, given_words, urgent_page, weigh
from amma_cli.commands.house import House
from amma_cli.commands.log import measure
from amma_cli.commands.show import show, tell
from amma_cli.domain.checkin import (
    MOOD_EVERY_DAYS,
    MOVEMENTS_FROM,
    PHQ2_ANSWERS,
    SCALES,
    Answers,
    numbers_in,
)
from amma_cli.domain.contact import filled
from amma_cli.domain.measure import Measured
from amma_cli.domain.safety import Readings
from amma_cli.errors import Usage
from amma_cli.pages import checkin as page
from amma_cli.pages import signs as signs_page
from amma_cli.store.journal import read_entries

YES = ("y", "yes")


def flow(house: House, visit: Visit) -> tuple[Answers, Readings]:
    """Ask everything in turn; return the answers, and readings that are weighed but not kept."""
    signs = page.asked_signs(visit.signs)
    counted = visit.moment.age is not None or visit.moment.days_since_birth is not None
    if not counted and not visit.time.loss:
        show(house.env, tuple(visit.card))
        return Answers(note=_ask(house, words.NOTE)), {}
    show(house.env, page.first_part(
        visit.card, visit.signs, house.region, house.who, numbered=True, loss=visit.time.loss
    ))  # fmt: skip
    picked = _numbers(house, words.SIGNS_HOW, len(signs))
    answers = Answers(signs=tuple(signs[n - 1].key for n in picked))
    if answers.signs and _stopped(house, visit, answers):
        return answers, {}
    answers = answers._replace(scales=_scales(house), symptoms=_symptoms(house, visit))
    answers = answers._replace(measured=_measured(house))
    if answers.measured and _stopped(house, visit, answers):
        return answers, {}
    answers = _movements(house, visit, answers)
    if "movements-fewer" in answers.signs and _stopped(house, visit, answers):
        return answers, {}
    answers, mood = _mood(house, visit, answers)
    _home(house, visit)
    note, question = _ask(house, words.NOTE), _ask(house, words.QUESTION)
    return answers._replace(note=note, questions=(question,) if question else ()), mood


def _ask(house: House, question: str) -> str:
    return ask(house.env, question, "amma checkin --yes")


def _numbers(house: House, question: str, most: int) -> tuple[int, ...]:
    """Ask for numbers of a list until they are in it; nothing for Enter."""
    while True:
        found = numbers_in(_ask(house, question), most)
        if isinstance(found, tuple):
            return found
        tell(house.env, words.SIGNS_BAD.format(number=found or "that"))


def _stopped(house: House, visit: Visit, answers: Answers) -> bool:
    """Show what needs a call, if anything does, and return whether she ends here."""
    shown = urgent_page(house, visit, weigh(house, visit, answers, {}), given_words(visit, answers))
    if not shown:
        return False
    show(house.env, shown)
    tell(house.env, words.STOP)
    return _ask(house, words.GO_ON).lower() not in YES


def _scales(house: House) -> tuple[tuple[str, int], ...]:
    found = []
    for name in SCALES:
        question = words.SCALE.format(what=words.SCALES[name])
        while True:
            typed = _ask(house, question)
            if not typed:
                break
            if typed in ("1", "2", "3", "4", "5"):
                found.append((name, int(typed)))
                break
            tell(house.env, words.SCALE_BAD)
    return tuple(found)


def _symptoms(house: House, visit: Visit) -> tuple[str, ...]:
    if not visit.symptoms:
        return ()
    show(house.env, page.choices(words.SYMPTOMS, [s.label for s in visit.symptoms]))
    picked = _numbers(house, words.SYMPTOMS_HOW, len(visit.symptoms))
    return tuple(visit.symptoms[n - 1].key for n in picked)


def _measured(house: House) -> tuple[Measured, ...]:
    found = []
    for kind, question in (("weight", words.WEIGHT), ("bp", words.BP), ("temp", words.TEMP)):
        while typed := _ask(house, question):
            try:
                found.append(measure(house, kind, typed, "", yes=False))
            except Usage as error:  # not read, or taken back: asked again
                tell(house.env, error.say)
                continue
            break
    return tuple(found)


def _movements(house: House, visit: Visit, answers: Answers) -> Answers:
    """Ask about movements from 24 weeks, after the sentence that comes before any counting."""
    age = visit.moment.age
    if age is None or age.weeks < MOVEMENTS_FROM:
        return answers
    show(house.env, signs_page.strong(filled(words.MOVES_FIRST, house.who)))
    if not _numbers(house, words.MOVES, 2):
        return answers
    return answers._replace(signs=tuple(dict.fromkeys((*answers.signs, "movements-fewer"))))


def _mood(house: House, visit: Visit, answers: Answers) -> tuple[Answers, Readings]:
    """Ask the two mood questions, every four weeks at most; no answer is stored."""
    if _asked_lately(house):
        return answers, {}
    tell(house.env, words.MOOD_FIRST)
    if _ask(house, words.MOOD_SKIP).lower() not in YES:
        return answers, {}
    tell(house.env, words.MOOD_SCALE)
    score = 0
    for question in (words.MOOD_INTEREST, words.MOOD_DOWN):
        typed = _ask(house, question)
        if not typed.isascii() or not typed.isdigit() or int(typed[:2]) not in PHQ2_ANSWERS:
            return answers, {}
        score += int(typed)
    readings: Readings = {"phq2": (float(score),)}
    judged = weigh(house, visit, Answers(), readings)
    shown = urgent_page(house, visit, judged, ())
    show(house.env, shown or signs_page.line(filled(words.MOOD_NONE, house.who)))
    tell(house.env, words.MOOD_CREDIT)
    kept = _ask(house, words.MOOD_KEEP).lower() in YES
    return answers._replace(mood_kept=kept), readings


def _asked_lately(house: House) -> bool:
    since = house.env.now() - timedelta(days=MOOD_EVERY_DAYS)
    return any(
        entry.kind == "checkin"
        and entry.data.get("mood_questions")
        and datetime.fromisoformat(entry.when) > since
        for entry in read_entries(house.paths.journal)
    )


def _home(house: House, visit: Visit) -> None:
    """Ask about safety at home, only on a private screen; nothing of it is ever stored."""
    if _ask(house, words.HOME_FIRST).lower() not in YES:
        return
    picked = _numbers(house, words.HOME, 2)
    if not picked:
        return
    keys: dict[int, Any] = {1: "danger-at-home", 2: "fear-at-home"}
    answers = Answers(signs=tuple(keys[n] for n in picked))
    show(house.env, urgent_page(house, visit, weigh(house, visit, answers, {}), ()))
