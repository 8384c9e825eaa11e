"""What a check-in asks and never keeps: the two mood questions, and safety at home."""

from datetime import timedelta

from amma_cli import messages_checkin as words
from amma_cli.commands.checkin import urgent_page, weigh
from amma_cli.commands.checkin_flow import agreed, numbers, question
from amma_cli.commands.checkin_start import Visit
from amma_cli.commands.house import House
from amma_cli.commands.live import CLEARED
from amma_cli.commands.show import show_now, tell
from amma_cli.domain.checkin import MOOD_EVERY_DAYS, PHQ2_ANSWERS, Answers
from amma_cli.domain.contact import filled
from amma_cli.domain.safety import Readings
from amma_cli.pages import signs as signs_page
from amma_cli.store.journal import read_entries, stored_time

HOME_SIGNS = ("danger-at-home", "fear-at-home")


def ask_mood(house: House, visit: Visit, answers: Answers) -> tuple[Answers, Readings]:
    """Ask the two mood questions, every four weeks at most; no answer is stored.

    A sum that reaches the rule counts even where the second question was skipped.
    """
    if _asked_lately(house):
        return answers, {}
    tell(house.env, "")
    tell(house.env, words.MOOD_FIRST)
    if not agreed(house, words.MOOD_SKIP):
        return answers, {}
    tell(house.env, words.MOOD_SCALE)
    found: list[int] = []
    for asked in (words.MOOD_INTEREST, words.MOOD_DOWN):
        found += _from_0_to_3(house, asked)
    if not found:
        return answers, {}
    readings: Readings = {"phq2": (float(sum(found)),)}
    shown = urgent_page(house, visit, weigh(house, visit, Answers(), readings), ())
    whole = words.MOOD_NONE if len(found) == 2 else words.MOOD_OPEN
    show_now(house.env, shown or signs_page.line(filled(whole, house.who)))
    tell(house.env, words.MOOD_CREDIT)
    kept = agreed(house, words.MOOD_KEEP)
    return answers._replace(mood_kept=kept), readings if shown else {}


def _from_0_to_3(house: House, asked: str) -> list[int]:
    while typed := question(house, asked):
        if typed in map(str, PHQ2_ANSWERS):
            return [int(typed)]
        tell(house.env, words.MOOD_BAD)
    return []


def _asked_lately(house: House) -> bool:
    since = house.env.now() - timedelta(days=MOOD_EVERY_DAYS)
    return any(
        entry.kind == "checkin" and entry.data.get("mood_questions") and stored_time(entry) > since
        for entry in read_entries(house.paths.journal)
    )


def ask_home(house: House, visit: Visit) -> None:
    """Ask about safety at home, only on a private screen; nothing of it is ever stored.

    What is shown is taken off the screen again, where there is a screen that can be cleared.
    """
    if not agreed(house, words.HOME_FIRST):
        return
    picked = numbers(house, words.HOME, words.HOME_LABELS)
    if not picked:
        return
    answers = Answers(signs=tuple(HOME_SIGNS[n - 1] for n in picked))
    show_now(house.env, urgent_page(house, visit, weigh(house, visit, answers, {}), ()))
    clears = house.env.styled and not house.env.plain
    question(house, words.HOME_CLEAR if clears else words.HOME_READ)
    if clears:
        house.env.stdout.write(CLEARED)
        house.env.stdout.flush()
