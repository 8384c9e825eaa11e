"""Gestational age: completed weeks and days since day 0, counted on calendar dates.

Day 0 (0+0) is the first day of the last period and the due date is day 280
(40+0): ACOG Committee Opinion 700 (2017). "Week 20" is 20+0 to 20+6.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from amma_cli import errors
from amma_cli.domain.dates import quoted

TERM_DAYS = 280  # 40+0, ACOG Committee Opinion 700 (2017)

_AGE_FORMS = (
    r"([0-9]{1,3})",
    r"([0-9]{1,3}) ?\+ ?([0-9]{1,2})",
    r"([0-9]{1,3}) ([0-9]{1,2})/7",
    r"([0-9]{1,3}) ?(?:w|wk|wks|week|weeks)",
    r"([0-9]{1,3}) ?(?:w|wk|wks|week|weeks),? ?(?:and )?([0-9]{1,2}) ?(?:d|day|days)",
)
_AGE_HINT = "Write it as 12+3, for 12 weeks 3 days."

# First day of each category and its name. Below 37+0 the classes of the WHO
# (preterm birth fact sheet); from 37+0 ACOG Committee Opinion 579 (2013).
_TERM = (
    (294, "post-term"),
    (287, "late-term"),
    (273, "full-term"),
    (259, "early-term"),
    (224, "moderate-late-preterm"),
    (196, "very-preterm"),
    (168, "extremely-preterm"),
)


class BadAge(errors.Usage):
    """The text is not an age in weeks and days."""

    code = "bad-age"


def plural(number: int, noun: str, many: str = "") -> str:
    """A number with its noun: "1 day", "3 days"; `many` where an s is not enough."""
    return f"{number} {noun}" if number == 1 else f"{number} {many or noun + 's'}"


class Age(NamedTuple):
    """A gestational age in whole days since 0+0; negative before it."""

    days: int

    @property
    def weeks(self) -> int:
        """Completed weeks; zero or negative before 0+0 (counted back from it)."""
        return self.days // 7 if self.days >= 0 else -(-self.days // 7)

    @property
    def rest(self) -> int:
        """Days beyond the completed weeks, 0 to 6; 0 to -6 before 0+0."""
        return self.days - 7 * self.weeks

    @property
    def short(self) -> str:
        """ "20+3"; before 0+0 the days that are missing, "0-10"."""
        return f"{self.weeks}+{self.rest}" if self.days >= 0 else f"0-{-self.days}"

    @property
    def words(self) -> str:
        """ "20 weeks 3 days", "20 weeks", "3 days"; "10 days before 0+0"."""
        if self.days < 0:
            return f"{plural(-self.days, 'day')} before 0+0"
        if not self.weeks:
            return plural(self.rest, "day")
        weeks = plural(self.weeks, "week")
        return f"{weeks} {plural(self.rest, 'day')}" if self.rest else weeks

    @property
    def ordinal_week(self) -> int:
        """The running week, 21 for 20+0 to 20+6; 0 before 0+0, where no week runs."""
        return self.weeks + 1 if self.days >= 0 else 0

    @property
    def ordinal_words(self) -> str:
        """ "21st week"; empty before 0+0."""
        number = self.ordinal_week
        if not number:
            return ""
        last = 0 if 11 <= number % 100 <= 13 else number % 10
        return f"{number}{('th', 'st', 'nd', 'rd')[last if last < 4 else 0]} week"


def parse_age(text: str, *, name: str = "age") -> Age:
    """Read an age: "12+3", "12w3d", "12 3/7", "12 weeks 3 days", "12w", "12".

    name: what the age is, for the sentence of a refusal.
    Raises BadAge for anything else and for a days part above 6.
    """
    raw = text.strip(" \t\r\n")
    if len(raw) <= 40 and raw.isascii():
        low = " ".join(raw.lower().split(" "))
        for form in _AGE_FORMS:
            if match := re.fullmatch(form, low):
                parts = match.groups()
                return _age(int(parts[0]), int(parts[1]) if len(parts) > 1 else 0, raw, name)
    if not raw:
        raise BadAge(f"The {name} is empty.", _AGE_HINT)
    if len(raw) <= 7 and (match := re.fullmatch(r"([0-9]{1,3})[.,/]([0-6])", raw)):
        hint = f"Write it as {int(match[1])}+{match[2]} if that is weeks and days."
        raise BadAge(f"The {name} {quoted(raw)} is not weeks and days.", hint)
    raise BadAge(f"The {name} {quoted(raw)} is not weeks and days.", _AGE_HINT)


def _age(weeks: int, days: int, raw: str, name: str) -> Age:
    if days <= 6:
        return Age(7 * weeks + days)
    near = Age(7 * weeks + days)
    raise BadAge(
        f"The {name} {quoted(raw)} has {days} days, and a week has only the days 0 to 6.",
        f"Did you mean {weeks}+6, or {near.short}?",
    )


def age_on(due: date, day: date) -> Age:
    """The age on a day: 280 days less the days to go (ACOG Committee Opinion 700, 2017)."""
    return Age(TERM_DAYS - (due - day).days)


def days_to_go(due: date, day: date) -> int:
    """Days until the due date; negative when it is past."""
    return (due - day).days


def day_of(due: date, age: Age) -> date:
    """The day on which an age is reached: day_of(due, Age(0)) is day 0."""
    return due - timedelta(days=TERM_DAYS - age.days)


def trimester(age: Age, region: str | None) -> int:
    """1, 2 or 3; meaningful only where an age may be counted (see stage.counts).

    The second begins at 14+0 and the third at 28+0 (ACOG, How Your Fetus
    Grows); in GB and IE the second begins at 13+0 (NHS, week-by-week guide).
    """
    second = 13 if (region or "").upper() in ("GB", "UK", "IE") else 14
    if age.weeks >= 28:
        return 3
    return 2 if age.weeks >= second else 1


def term_category(age: Age) -> str | None:
    """The name of a birth at this age, for sentences about birth only; None before 24+0.

    Sources: WHO preterm birth classes to 36+6; ACOG Committee Opinion 579
    (2013) from 37+0. Before 24+0 no screen names a category (design.md).
    """
    return next((name for first, name in _TERM if age.days >= first), None)
