"""What belongs to a completed week: size, care, reading; the values a page shows."""

from typing import NamedTuple

from amma_cli.domain.age import Age
from amma_cli.domain.article import Card

# The region whose care lines fit: everybody else gets the schedule of the WHO.
CARE_OF = {"GB": "UK", "US": "US"}
CARE_AHEAD = 3
LAST_GUIDE, WEEKS_AHEAD = 42, 3
OPEN = 7  # days that are shown of a window of which one end alone is known


class Length(NamedTuple):
    """A middle length in mm at `at`; low and high where the table has a band (said in `band`)."""

    mm: float
    kind: str
    at: str
    low: float | None
    high: float | None
    band: str
    standard: str
    source: str
    measured: str
    note: str


class Weight(NamedTuple):
    """A middle weight in g with 10th and 90th percentile; `measured` "newborns" is birth weight."""

    g: int
    at: str
    p10: int | None
    p90: int | None
    standard: str
    source: str
    measured: str
    note: str


class Size(NamedTuple):
    """The figures of one completed week, at its first day."""

    week: int
    length: Length | None
    weight: Weight | None
    like: str
    like_of: str


class Care(NamedTuple):
    """What comes up in care: `where` is "UK", "US" or "WHO"."""

    week: int
    where: str
    say: str
    sources: tuple[str, ...]


class Window(NamedTuple):
    """When a test or a vaccine of routine care can be had: from `first` to `last`, both included.

    key: the same for the same thing in every place ("UK", "US", "WHO"). only: for whom, "" for
    everybody. One of the two ages may be None, not both. keys: of what may apply to a person;
    where all of them are denied, it is not for her.
    """

    key: str
    where: str
    title: str
    only: str
    first: Age | None
    last: Age | None
    say: str
    keys: tuple[str, ...] = ()

    @property
    def span(self) -> tuple[Age, Age]:
        """The first and the last day that are shown: OPEN days where one end is not known."""
        first, last = self.first, self.last
        if first is None and last is None:
            raise ValueError(f"the window {self.key} has no end")
        if first is None or last is None:
            at = first or last or Age(0)
            return (Age(at.days - OPEN + 1), at) if first is None else (at, Age(at.days + OPEN - 1))
        return first, last


class Region(NamedTuple):
    """A country's numbers. What is not confirmed is printed with "check this number"."""

    iso: str
    country: str
    emergency: tuple[str, ...]
    ambulance: tuple[str, ...]
    maternity: tuple[str, ...]
    crisis: tuple[str, ...]
    domestic_abuse: tuple[str, ...]
    note: str
    confirmed: bool
    helplines_confirmed: bool
    sources: tuple[str, ...]
    day: str


class Sign(NamedTuple):
    """A warning sign. weeks 43 to 48 are the weeks after birth (43 is days 0 to 6)."""

    key: str
    label: str
    ask: str
    say: str
    level: str
    weeks: tuple[int, int]
    who: str
    later: str
    sources: tuple[str, ...]


class Reading(NamedTuple):
    """The articles of a week, the lead first; `lead_title` also where it is not written."""

    cards: tuple[Card, ...]
    lead: str
    lead_title: str
    lead_written: bool
    why: str
    guide_written: bool


def care_place(country: str) -> str:
    """Return whose care lines a country gets: "UK", "US", or "WHO" for every other."""
    return CARE_OF.get(country, "WHO")


def weeks_ahead(week: int) -> range:
    """Return the completed weeks that come next, up to three; none after the last guide."""
    return range(week + 1, min(week + WEEKS_AHEAD, LAST_GUIDE) + 1)


def sign_week(weeks: int, days_after_birth: int | None) -> int:
    """Return the week by which warning signs are asked (safety rules, meta.week_rule).

    Week 4 stands for anything earlier, 42 for anyone still pregnant beyond; 43 to 48
    are the weeks after a birth, 48 from the sixth week on.
    """
    if days_after_birth is not None:
        return min(43 + max(days_after_birth, 0) // 7, 48)
    return min(max(weeks, 4), 42)
