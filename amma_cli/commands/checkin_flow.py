"""The check-in in a terminal: one question after the other, each can be skipped with Enter.

Nothing is stored before the end, so Ctrl-C anywhere leaves every file as it was. What needs a
call is said at once, after the answer from which it follows, and again as the last thing.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from amma_cli import messages_checkin as words
from amma_cli.blocks import Page
from amma_cli.commands.ask import YES, agrees, ask
from amma_cli.commands.checkin import given_words, urgent_page, weigh
from amma_cli.commands.checkin_start import Visit
from amma_cli.commands.hearing import heard_call
from amma_cli.commands.house import House
from amma_cli.commands.measuring import measure
from amma_cli.commands.show import fits, show_now, tell
from amma_cli.domain.checkin import (
    MOVEMENTS_FROM,
    NEAR,
    SCALES,
    Answers,
    named_in,
    near_in,
    numbers_in,
)
from amma_cli.domain.contact import filled
from amma_cli.domain.safety import Readings
from amma_cli.errors import Usage
from amma_cli.pages import checkin as page
from amma_cli.pages import signs as signs_page

INSTEAD = "amma checkin --yes"
FEWEST = 4  # signs that are shown together on the smallest screen
NO = ("n", "no", "none", "0")  # typed by somebody who answers the question in words

Step = Callable[[House, Visit, Answers], Answers]


class Told(NamedTuple):
    """How a check-in went. extra: readings that are weighed and never kept. stopped: she ended
    it at a call.
    """

    answers: Answers
    extra: Readings
    stopped: bool = False


def flow(house: House, visit: Visit) -> Told:
    """Ask everything in turn, the most serious first; stop asking where a call comes first."""
    from amma_cli.commands.checkin_private import ask_home, ask_mood

    tell(house.env, filled(words.INTRO, house.who) + "\n")
    show_now(house.env, tuple(visit.card))
    if not visit.counted and not visit.time.loss:
        tell(house.env, "")
        tell(house.env, words.SIGNS_ELSEWHERE)
        return Told(_written(house, Answers()), {})
    show_now(house.env, page.whom_to_call(visit.signs, house.region, house.who))
    answers, stopped = _signs(house, visit)
    if stopped:
        return Told(answers, {}, stopped)
    for step in STEPS:
        found = step(house, visit, answers)
        if found != answers and _stopped(house, visit, answers, found):
            return Told(found, {}, stopped=True)
        answers = found
    answers, extra = ask_mood(house, visit, answers)
    ask_home(house, visit)
    return Told(_written(house, answers), extra)


def question(house: House, words_: str) -> str:
    """Ask one question and return what was typed, "" for Enter."""
    return ask(house.env, words_, INSTEAD)


def agreed(house: House, words_: str) -> bool:
    """Ask one question and return whether the answer is yes."""
    return agrees(house.env, words_, INSTEAD)


def numbers(
    house: House, asked: str, labels: Sequence[str], bad: str = words.CHOICE_BAD, call: str = "",
    no: Sequence[str] = NO,
) -> tuple[int, ...]:  # fmt: skip
    """Ask for numbers of a list, or the words of one line, until they are in it; nothing for
    Enter or one of `no`. call: said again with every answer that is not understood.
    """
    while True:
        typed = question(house, asked)
        found = () if typed.lower().strip(" .!") in no else numbers_in(typed, len(labels))
        if isinstance(found, tuple):
            return found
        named = named_in(typed, labels)
        if len(named) == 1:
            number = named[0]
            tell(house.env, words.TICKED_AS.format(number=number, label=labels[number - 1]))
            return named
        said = _which(typed, named, labels) or filled(bad, house.who)
        tell(house.env, f"{said} {call}".strip())


def _which(typed: str, named: Sequence[int], labels: Sequence[str]) -> str:
    """Return the question which line was meant, "" where nothing says so."""
    near = named or near_in(typed, labels)
    if near:
        shown = [words.NEAR.format(number=n, label=labels[n - 1]) for n in near[:NEAR]]
        return words.WHICH_NEAR.format(near=", ".join(shown))
    return words.WHICH if typed.lower().strip(" .!") in YES else ""


def _stopped(house: House, visit: Visit, before: Answers, answers: Answers) -> bool:
    """Show what newly needs a call, if anything does, and return whether she ends here."""
    known = {fired.key for fired in weigh(house, visit, before, {}).fired}
    judged = weigh(house, visit, answers, {})
    if all(fired.key in known for fired in judged.fired if fired.level in page.CALLS):
        return False
    show_now(house.env, urgent_page(house, visit, judged, given_words(house, visit, answers)))
    tell(house.env, "")
    tell(house.env, words.STOP)
    return not agreed(house, words.GO_ON)


def _signs(house: House, visit: Visit) -> tuple[Answers, bool]:
    """Show all signs, a screen at a time, and ask; return the ticks and whether she ends here."""
    ordered, answers = page.asked_signs(visit.signs), Answers()
    for urgency in page.CALLS:
        left = [n for n, sign in enumerate(ordered, 1) if sign.rule.level == urgency]
        call = filled(words.SIGNS_FIRST[urgency], house.who)
        while left:
            many = _on_one_screen(house, visit, left, call)
            show_now(house.env, _listed(visit, left, many))
            tell(house.env, call)
            labels = [sign.named(loss=visit.time.loss) for sign in ordered[: left[many - 1]]]
            again = f"{filled(words.SIGNS_ELSE, house.who)} {call}"
            picked = numbers(house, words.SIGNS_HOW, labels, words.SIGNS_BAD, again)
            found = _ticked(answers, *(ordered[n - 1].key for n in picked))
            if found != answers and _stopped(house, visit, answers, found):
                return found, True
            answers, left = found, left[many:]
    return answers, False


def _on_one_screen(house: House, visit: Visit, left: Sequence[int], call: str) -> int:
    """Return how many of the signs left stand on one screen with their question."""
    many = len(left)
    while many > FEWEST and not fits(
        house.env, _listed(visit, left, many), call, words.SIGNS_HOW
    ):  # fmt: skip
        many -= 1
    return many


def _listed(visit: Visit, left: Sequence[int], many: int) -> Page:
    return page.numbered(visit.signs, left[0], many, loss=visit.time.loss)


def _ticked(answers: Answers, *keys: str) -> Answers:
    return answers._replace(signs=tuple(dict.fromkeys((*answers.signs, *keys))))


def _movements(house: House, visit: Visit, answers: Answers) -> Answers:
    """Ask about movements from 24 weeks, after the sentence that comes before any counting."""
    age = visit.moment.age
    if age is None or age.weeks < MOVEMENTS_FROM or "movements-fewer" in answers.signs:
        return answers
    first = filled(words.MOVES_FIRST, house.who)
    show_now(house.env, signs_page.strong(first))
    # "none" and "no" may mean that the baby does not move.
    picked = numbers(house, words.MOVES, words.MOVES_LABELS, call=first, no=("neither",))
    return _ticked(answers, "movements-fewer") if picked else answers


def _scales(house: House, visit: Visit, answers: Answers) -> Answers:
    found = []
    for name in SCALES:
        asked = words.SCALE.format(what=words.SCALES[name])
        while typed := question(house, asked):
            if typed in ("1", "2", "3", "4", "5"):
                found.append((name, int(typed)))
                break
            tell(house.env, words.SCALE_BAD)
    return answers._replace(scales=tuple(found))


def _symptoms(house: House, visit: Visit, answers: Answers) -> Answers:
    if not visit.symptoms:
        return answers
    labels = [s.label for s in visit.symptoms]
    show_now(house.env, page.choices(words.SYMPTOMS, labels))
    picked = numbers(house, words.SYMPTOMS_HOW, labels)
    return answers._replace(symptoms=tuple(visit.symptoms[n - 1].key for n in picked))


def _weight(house: House, visit: Visit, answers: Answers) -> Answers:
    if visit.time.loss:  # nothing is gained or followed any more
        return answers
    return _measured(house, answers, "weight", words.WEIGHT)


def _pressure(house: House, visit: Visit, answers: Answers) -> Answers:
    return _measured(house, answers, "bp", words.BP)


def _temperature(house: House, visit: Visit, answers: Answers) -> Answers:
    return _measured(house, answers, "temp", words.TEMP)


def _measured(house: House, answers: Answers, kind: str, asked: str) -> Answers:
    """Ask for a measurement until it can be read; one that looks like a slip is asked again."""
    if kind == "weight" and house.country == "US":
        asked = words.WEIGHT_LB
    while typed := question(house, asked):
        try:
            found = measure(house, kind, typed, "", yes=False)
        except Usage as error:  # not read, or taken back: asked again
            tell(house.env, error.say)
            continue
        return answers._replace(measured=(*answers.measured, found))
    return answers


def _written(house: House, answers: Answers) -> Answers:
    note = question(house, words.NOTE)
    _say_heard(house, note)
    asked = question(house, words.QUESTION)
    _say_heard(house, asked)
    return answers._replace(note=note, questions=(asked,) if asked else ())


def _say_heard(house: House, said: str) -> None:
    """Show the call for a warning sign in what was written, at once."""
    call = heard_call(house, said)
    if call.urgent:
        show_now(house.env, call.page)


STEPS: tuple[Step, ...] = (
    _movements, _scales, _symptoms, _weight, _pressure, _temperature,
)  # fmt: skip
