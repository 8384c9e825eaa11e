"""Whom to call, in words. Never chosen from the locale: by the country she gave, or all of them."""

from typing import NamedTuple

from amma_cli.domain.week import Region

ANYWHERE = (
    "your emergency number (112 in Europe, 999 in the UK, 911 in the US and Canada,"
    " 000 in Australia)"
)
UNIT = "your maternity unit"
CRISIS = "your crisis line"
CHECK = " (check this number)"


class Contacts(NamedTuple):
    """What fills {emergency}, {unit} and {crisis} in a sentence."""

    emergency: str
    unit: str
    crisis: str


def contacts(region: Region | None, unit_phone: str = "") -> Contacts:
    """Return the words for a region; without one the emergency sentence names four numbers.

    unit_phone: the number of her own unit, as she typed it.
    """
    unit = f"{UNIT} ({unit_phone})" if unit_phone else UNIT
    if region is None:
        return Contacts(ANYWHERE, unit, CRISIS)
    numbers = region.ambulance or region.emergency
    emergency = numbers[0] + ("" if region.confirmed else CHECK)
    crisis = CRISIS
    if region.crisis:
        crisis = region.crisis[0] + ("" if region.helplines_confirmed else CHECK)
    return Contacts(emergency, unit, crisis)


def filled(sentence: str, who: Contacts) -> str:
    """Return a sentence with its placeholders filled."""
    for key, words in who._asdict().items():
        sentence = sentence.replace("{" + key + "}", words)
    return sentence
