"""What a dating refuses, and the sentence with which it does so."""

import math
import re
from collections.abc import Mapping
from datetime import date

from amma_cli import errors
from amma_cli.domain.age import TERM_DAYS, Age, day_of, parse_age, plural
from amma_cli.domain.dates import format_date, parse_date, quoted, shift_year

InputValue = str | int | float

DAY_OF = {
    "date": "due date",
    "lmp": "first day of the last period",
    "conceived": "day of conception",
    "insemination": "day of insemination",
    "retrieval": "day of egg collection",
    "transfer": "day of the embryo transfer",
    "scan": "day of the scan",
    "crl": "day of the scan",
}

# Limits of the form, wider than the evidence's plausible range (issue 2, section 1).
AHEAD = TERM_DAYS  # a due date further ahead would lie before day 0
PAST = 90  # days past its due date from which a date is taken for a typing error
LIKELY_PAST = 301  # 43+0, the oldest period that is likely (evidence, plausible-range)
CYCLE = (20, 45)  # days; a period outside them cannot date a pregnancy
EMBRYO_DAY = (2, 7)  # days in culture at transfer
SCAN_AGE = (Age(35), Age(195))  # 5+0 to 27+6, where a scan can date a pregnancy
_LENGTH = r"([0-9]{1,3}(?:\.[0-9]{1,6}|,[0-9]{1,2})?) *(mm|cm)?"
CONCEPTION = Age(14)  # 2+0, ACOG Committee Opinion 700 (2017)


class BadInput(errors.Usage):
    """An input of a dating is missing, or is not what it should be."""

    code = "bad-input"


class InFuture(errors.Usage):
    """Something that must have happened is dated after today."""

    code = "in-future"


class DueTooFar(errors.Usage):
    """The due date is more than 280 days ahead."""

    code = "due-too-far"


class DueTooOld(errors.Usage):
    """The due date is more than 90 days past."""

    code = "due-too-old"


class CycleOutside(errors.Usage):
    """The cycle is outside 20 to 45 days."""

    code = "cycle-outside"


class EmbryoDayOutside(errors.Usage):
    """The embryo's age at transfer is outside 2 to 7 days."""

    code = "embryo-day-outside"


class ScanAgeOutside(errors.Usage):
    """The age at the scan is outside 5+0 to 27+6."""

    code = "scan-age-outside"


class ScanBeforeConception(ScanAgeOutside):
    """The age at the scan puts the scan before the conception that it implies."""

    code = "scan-before-conception"


def read_day(inputs: Mapping[str, object], key: str, method: str) -> date:
    """A day among the inputs, written as text. Raises BadInput or the refusals of parse_date."""
    value = inputs.get(key)
    if not isinstance(value, str):
        raise BadInput(f"The {DAY_OF[method]} is missing.", "Write it as 2027-04-11.")
    return parse_date(value, region=None, name=DAY_OF[method]).date


def read_number(inputs: Mapping[str, object], key: str, what: str, near: str) -> float:
    """A number among the inputs, or written as text. Raises BadInput; near: a correct form."""
    value = inputs.get(key)
    hint = f"Write a number, as in {near}."
    if isinstance(value, str):
        if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", value):
            return float(value)
        if re.fullmatch(r"[0-9]{1,6},[0-9]{1,6}", value):
            hint = f"Write it with a point, as in {value.replace(',', '.')}."
        raise BadInput(f"The {what} {quoted(value)} is not a number.", hint)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInput(f"The {what} is missing.", hint)
    if not (math.isfinite(value) if isinstance(value, float) else abs(value) < 10**6):
        raise BadInput(f"The {what} is not a number that can be measured.", hint)
    return float(value)


def read_length(inputs: Mapping[str, object], key: str) -> float:
    """A length in mm among the inputs, or typed: 58.2, 58,2, 58 mm, 5.8 cm. Raises BadInput.

    Without a unit it is in millimeters; centimeters are read only where "cm" is typed.
    """
    value, what, near = inputs.get(key), "length at the scan", "--crl 58.2, in millimeters"
    match = re.fullmatch(_LENGTH, value.strip().lower()) if isinstance(value, str) else None
    if match is None:
        return read_number(inputs, key, what, near)
    number = float(match[1].replace(",", "."))
    return round(number * 10, 6) if match[2] == "cm" else number


def read_whole(inputs: Mapping[str, object], key: str, what: str, near: str) -> int:
    """A whole number among the inputs. Raises BadInput."""
    value = read_number(inputs, key, what, near)
    if not value.is_integer():
        raise BadInput(
            f"The {what} {value:g} is not a whole number of days.",
            f"Write a whole number, as in {near}.",
        )
    return int(value)


def read_age(inputs: Mapping[str, object], key: str) -> Age:
    """The age that a scan found, written as text. Raises BadInput or BadAge."""
    value = inputs.get(key)
    if not isinstance(value, str):
        raise BadInput("The age at the scan is missing.", "Write it as --at 12+3.")
    return parse_age(value, name="age at the scan")


def check_past(day: date, method: str, today: date | None) -> None:
    """Refuse a day after today; today None (a stored dating) is not checked. Raises InFuture."""
    if today is None or day <= today:
        return
    near = shift_year(day, -1)
    hint = f"Write a day up to today, {today.isoformat()}."
    if (today - near).days <= LIKELY_PAST:
        hint = f"Did you mean {near.isoformat()}? {hint}"
    raise InFuture(f"The {DAY_OF[method]}, {format_date(day)}, is in the future.", hint)


def check_due(method: str, day: date, due: date, today: date | None, force: bool) -> None:
    """Refuse a due date more than 280 days ahead or 90 past, unless forced.

    day: the input that the due date follows from. Raises DueTooFar or DueTooOld.
    """
    if today is None or force or -PAST <= (due - today).days <= AHEAD:
        return
    ahead = (due - today).days
    what = f"The due date {format_date(due)}"
    if method != "date":
        gives = f"gives a due date of {format_date(due)}, which"
        what = f"The {DAY_OF[method]}, {format_date(day)}, {gives}"
    near = _near_year(method, day, due, today)
    hint = f"Did you mean {near.isoformat()}? " if near else ""
    hint += "Add --force to keep this date."
    if ahead > 0:
        say = f"{what} is {plural(ahead, 'day')} ahead, more than the {AHEAD} that are counted."
        raise DueTooFar(say, hint)
    raise DueTooOld(f"{what} is {plural(-ahead, 'day')} past, more than {PAST}.", hint)


def _near_year(method: str, day: date, due: date, today: date) -> date | None:
    """The same day in the year that makes it plausible (a typing error of the year)."""
    for year in (today.year + 1, today.year, today.year - 1):
        near = shift_year(day, year - day.year)
        ahead = (near + (due - day) - today).days
        if -PAST <= ahead <= AHEAD and (method == "date" or near <= today):
            return near
    return None


def check_cycle(cycle: int) -> None:
    """Refuse a cycle outside 20 to 45 days. Raises CycleOutside."""
    if not CYCLE[0] <= cycle <= CYCLE[1]:
        raise CycleOutside(
            f"A cycle of {plural(cycle, 'day')} is outside {CYCLE[0]} to {CYCLE[1]},"
            " so the period cannot date the pregnancy.",
            "Check the number, as in --cycle 28, or ask for a scan and use --scan DATE --at 12+3.",
        )


def check_embryo_day(embryo_day: int) -> None:
    """Refuse an embryo's age at transfer outside 2 to 7 days. Raises EmbryoDayOutside."""
    if not EMBRYO_DAY[0] <= embryo_day <= EMBRYO_DAY[1]:
        raise EmbryoDayOutside(
            f"An embryo day of {embryo_day} is outside {EMBRYO_DAY[0]} to {EMBRYO_DAY[1]}.",
            "Write the embryo's age at transfer in days, as in --embryo-day 5;"
            " time in the freezer does not count.",
        )


def check_scan_age(scan: date, at: Age, due: date) -> None:
    """Refuse an age at a scan outside 5+0 to 27+6. Raises ScanAgeOutside or its child."""
    low, high = SCAN_AGE
    hint = (
        f"Write the age on the report, from {low.short} to {high.short}, as in --at 12+3,"
        " or your clinic's due date with --date."
    )
    if at < CONCEPTION:
        conceived = format_date(day_of(due, CONCEPTION))
        raise ScanBeforeConception(
            f"A scan on {format_date(scan)} at {at.short} would be before the conception"
            f" it implies, {conceived}.",
            hint,
        )
    if not low <= at <= high:
        raise ScanAgeOutside(
            f"An age of {at.short} at the scan is outside {low.short} to {high.short},"
            " where a scan can date a pregnancy.",
            hint,
        )
