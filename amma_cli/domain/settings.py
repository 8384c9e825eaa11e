"""What can be set: each setting with its values and what it does."""

from typing import NamedTuple

from amma_cli.domain.units import units_of


class Settings(NamedTuple):
    """How amma shows things to this user; empty, 0 and False mean not set."""

    country: str = ""
    units: str = ""
    theme: str = ""
    width: int = 0
    calm: bool = False
    accessible: bool = False
    unit_phone: str = ""


class Manner(NamedTuple):
    """How a page speaks to this user: her country, "metric" or "both", and whether calmly.

    calm leaves out sizes, statistics and comparisons.
    """

    country: str = ""
    units: str = "both"
    calm: bool = False


def manner_of(settings: Settings, country: str) -> Manner:
    """Return how pages speak: set units before those of the country."""
    return Manner(country, settings.units or units_of(country), settings.calm)


class Setting(NamedTuple):
    """One setting as it is typed, what it takes and what it does."""

    name: str
    takes: str
    does: str


SETTINGS = (
    Setting("country", "two letters such as GB, or none", "numbers to call and schedule of care"),
    Setting("units", "metric, both or auto", "grams alone, or pounds and inches beside them"),
    Setting("theme", "auto, dark, light or mono", "colors for your terminal"),
    Setting("width", "20 to 500, or auto", "columns of text"),
    Setting("calm", "on or off", "hides sizes, statistics and comparisons"),
    Setting("accessible", "on or off", "no boxes, columns or pager, as --plain"),
    Setting("unit-phone", "a number, or none", "your own unit's number, first in every help box"),
)
CHOICES = {"units": ("metric", "both"), "theme": ("dark", "light", "mono")}
SWITCH = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}
PHONE_LONGEST = 40
UNSET = ("auto", "none", "")
WIDTHS = (20, 500)
