"""amma due on a terminal: one way of finding the date after the other, each can be skipped."""

from typing import NamedTuple

from amma_cli import messages_due as words
from amma_cli.commands.ask import ask
from amma_cli.commands.due_inputs import read_dating, read_typed
from amma_cli.commands.house import House
from amma_cli.commands.show import tell
from amma_cli.errors import Usage
from amma_cli.options import country_code

# How people say that they do not know; "no" is a country too, so it is none there.
UNKNOWN = frozenset(
    ("", "?", "??", "-", "idk", "i don't know", "i dont know", "don't know", "dont know",
     "do not know", "i do not know", "unknown", "not sure", "skip", "none")
)  # fmt: skip
NO = frozenset(("n", "no", "nope"))
COUNTRY = "amma due --country GB"


class Way(NamedTuple):
    """A way of finding the date: what is asked for, and what belongs to it."""

    key: str
    asked: str
    also: str = ""
    also_asked: str = ""


WAYS = (
    Way("date", words.ASK_DATE),
    Way("lmp", words.ASK_LMP),
    Way("scan", words.ASK_SCAN, "at", words.ASK_AT),
    Way("transfer", words.ASK_TRANSFER, "embryo_day", words.ASK_EMBRYO),
    Way("conceived", words.ASK_CONCEIVED),
)


def ask_dating(house: House, *, force: bool) -> dict[str, str]:
    """Return what was typed for the first way that she knows, nothing where she knows none."""
    for way in WAYS:
        if said := _asked(house, way, force):
            return said
    return {}


def _asked(house: House, way: Way, force: bool) -> dict[str, str]:
    """Ask for one way until it can be read; nothing where it is skipped."""
    while typed := _answer(house, way.asked, f"amma due --{way.key} 2026-07-05"):
        try:
            read_typed(house, way.key, typed)
            said = {way.key: typed}
            if way.also:
                said[way.also] = _answer(house, way.also_asked, "amma due -h")
                if not said[way.also]:
                    return {}
            read_dating(house, said, force)
        except Usage as error:
            tell(house.env, f"{error.say} {error.hint}")
        else:
            return said
    return {}


def _answer(house: House, question: str, flag: str) -> str:
    typed = ask(house.env, question, flag)
    return "" if _skips(typed, UNKNOWN | NO) else typed


def _skips(typed: str, known: frozenset[str]) -> bool:
    return typed.lower().replace("\u2019", "'").strip(" .!") in known


def ask_country(house: House) -> str:
    """Return the country that was typed, "" where one is known already or it was skipped."""
    if house.profile.country:
        return ""
    while True:
        typed = ask(house.env, words.ASK_COUNTRY, COUNTRY)
        if _skips(typed, UNKNOWN):
            return ""
        try:
            return house.known_country(country_code(typed))
        except Usage as error:
            tell(house.env, f"{error.say} {error.hint}")
