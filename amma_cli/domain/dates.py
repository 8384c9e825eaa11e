"""Reading and writing calendar dates in plain English, without a clock.

A date that could be read in two ways is refused or its reading is said in
words: a due date read with day and month exchanged is wrong by months.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from amma_cli import errors

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Regions that write the month first (Unicode CLDR 44, short date patterns);
# every other region is read day first, and the echo says how it was read.
# Both orders are written in Canada, so the country does not settle a date there.
BOTH_ORDERS = frozenset(("CA",))
MONTH_FIRST = frozenset(("US", "PH", "PW", "FM", "MH", "GU", "AS", "MP", "PR", "VI", "UM"))

YEARS = (1900, 2100)  # a wider year is a typing error, not a pregnancy
_QUOTE = 40
_LONGEST = 60
_FORMS = "Write it as 2027-04-11 or 11 April 2027."

_YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
_YEAR_LAST = r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})"
_DAY_WORD = r"(?:the +)?([0-9]{1,2})(?:st|nd|rd|th)?(?: +of +|[ -]*)([a-z]{3,9})\.?"
_WORD_DAY = r"([a-z]{3,9})\.?(?: +the +|[ -]*)([0-9]{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?\.?,? +(.+)"
_AGE = (
    r"week *[0-9]{1,2}(?:\+[0-9])?"
    r"|[0-9]{1,2}(?:[+.,][0-9])? *(?:w|wks?|weeks?|m|months?)\b.*"
    r"|[0-9]{1,2} *[w+] *[0-9].*"
)
_SHORT_YEAR = r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}"
_NO_YEAR = r"[0-9]{1,2}[-/.][0-9]{1,2}"


class UnreadableDate(errors.Usage):
    """The text is not a date in one of the forms that are read."""

    code = "unreadable-date"


class NoSuchDate(errors.Usage):
    """The form is right, but the calendar has no such day."""

    code = "no-such-date"


class AmbiguousDate(errors.Usage):
    """Day and month can be exchanged, and no region says which is meant."""

    code = "ambiguous-date"


class AgeNotDate(UnreadableDate):
    """The text is an age, such as 20 weeks, where a date is needed."""

    code = "age-not-date"


class WrongWeekday(NoSuchDate):
    """The date is on another day of the week than the one named with it."""

    code = "wrong-weekday"


class ParsedDate(NamedTuple):
    """A date, and in words how it was read where the reading had to be chosen."""

    date: date
    echo: str


def quoted(text: str) -> str:
    """The user's text in quotes: at most 40 characters, none of them a control character."""
    clean = "".join(c for c in text[:400] if c.isprintable())
    if len(clean) > _QUOTE or len(text) > 400:
        clean = clean[: _QUOTE - 3] + "..."
    return f"'{clean}'"


def format_date(day: date) -> str:
    """The day in words: "11 April 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_weekday(day: date) -> str:
    """The day in words with its weekday: "Sunday, 11 April 2027"."""
    return f"{WEEKDAYS[day.weekday()]}, {format_date(day)}"


def parse_date(
    text: str, *, region: str | None, name: str = "date", today: date | None = None,
    ahead: bool = False,
) -> ParsedDate:  # fmt: skip
    """Read a date that a person typed.

    text: 2027-04-11, 2027/04/11, 11 April 2027, Apr 11 2027, 04/11/2027, each with its weekday
        before it or without; digits 0 to 9 only.
    region: ISO 3166 code of the country, or None; decides between day first and month first.
    name: what the date is, for the sentence of a refusal ("due date").
    today, ahead: where the year is missing, which one a refusal offers: that of the last such day
        up to today, with `ahead` that of the next one.
    Raises UnreadableDate, NoSuchDate or AmbiguousDate, each an errors.Usage.
    """
    raw = text.strip(" \t\r\n")
    if not raw:
        raise UnreadableDate(f"The {name} is empty.", _FORMS)
    if len(raw) > _LONGEST or not raw.isprintable():
        raise UnreadableDate(f"The {name} {quoted(raw)} cannot be read.", _FORMS)
    if not raw.isascii():
        raise _not_ascii(raw, name)
    weekday, low = _weekday(raw.lower())
    found = _read(low, region, raw, name)
    if found is None:
        raise _unreadable(low, raw, name, today, ahead)
    if weekday is not None and found.date.weekday() != weekday:
        right, wrong = WEEKDAYS[found.date.weekday()], WEEKDAYS[weekday]
        raise WrongWeekday(
            f"The {name} {quoted(raw)} does not fit: {format_date(found.date)} is a {right},"
            f" not a {wrong}.",
            "Check which day it is, and write it without the weekday, as in 2027-04-11.",
        )
    return found


def _weekday(low: str) -> tuple[int | None, str]:
    """Return the weekday that stands before a date, Monday 0, and what is left."""
    match = re.fullmatch(_WEEKDAY, low)
    if match is None:
        return None, low
    return next(n for n, day in enumerate(WEEKDAYS) if day.lower()[:3] == match[1][:3]), match[2]


def _read(low: str, region: str | None, raw: str, name: str) -> ParsedDate | None:
    """Return the date of a text in one of the known forms, None for any other."""
    if match := re.fullmatch(_YEAR_FIRST, low):
        return ParsedDate(_build(match[1], match[3], match[4], raw, name), "")
    if match := re.fullmatch(_YEAR_LAST, low):
        return _year_last(match[1], match[3], match[4], region, raw, name)
    if match := re.fullmatch(_DAY_WORD + r",?[ -]*([0-9]{4})", low):
        return ParsedDate(_worded(match[1], match[2], match[3], raw, name), "")
    if match := re.fullmatch(_WORD_DAY + r"(?:, *| +|-)([0-9]{4})", low):
        return ParsedDate(_worded(match[2], match[1], match[3], raw, name), "")
    return None


def shift_year(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes 28 where it must."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _month(word: str) -> int | None:
    for number, month in enumerate(MONTHS, 1):
        if word in (month.lower(), month[:3].lower()) or (number, word) == (9, "sept"):
            return number
    return None


def _near_month(word: str) -> str:
    return next((m for m in MONTHS if m[:3].lower() == word[:3]), "April")


def _with_year(day: int, word: str, today: date | None, ahead: bool) -> str:
    """Return a day without a year with the nearest year in which it has been, or will be."""
    month = _near_month(word)
    if today is None:
        return f"{day} {month} 2027"
    number = str(MONTHS.index(month) + 1)
    years = range(today.year, today.year + 9) if ahead else range(today.year, today.year - 9, -1)
    for year in years:  # nine years hold a 29 February
        if _exists(str(year), number, str(day)):
            found = date(year, int(number), day)
            if found == today or (found > today) == ahead:
                return format_date(found)
    return f"{day} {month} {today.year}"


def _worded(day: str, word: str, year: str, raw: str, name: str) -> date:
    month = _month(word)
    if month is None:
        raise UnreadableDate(
            f"The {name} {quoted(raw)} has no month in it that can be read.",
            f"Write it as {int(day)} {_near_month(word)} {year}.",
        )
    return _build(year, str(month), day, raw, name)


def _build(year: str, month: str, day: str, raw: str, name: str) -> date:
    y, m, d = int(year), int(month), int(day)
    if not YEARS[0] <= y <= YEARS[1]:
        raise NoSuchDate(
            f"The {name} {quoted(raw)} has a year outside {YEARS[0]} to {YEARS[1]}.",
            "Check the year, and write it with four digits, as in 2027-04-11.",
        )
    if 1 <= m <= 12 and 1 <= d <= _last_day(y, m):
        return date(y, m, d)
    if 1 <= m <= 12:
        why = f"{MONTHS[m - 1]} {y} has the days 1 to {_last_day(y, m)}"
    else:
        why = "the months are 1 to 12"
    near = _near(y, m, d)
    raise NoSuchDate(
        f"The {name} {quoted(raw)} does not exist: {why}.", f"Did you mean {near.isoformat()}?"
    )


def _last_day(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


def _near(year: int, month: int, day: int) -> date:
    """The existing date nearest to one that does not exist, day and month exchanged first."""
    if not 1 <= month <= 12 and 1 <= day <= 12 and 1 <= month <= _last_day(year, day):
        return date(year, day, month)
    month = min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), _last_day(year, month)))


def _exists(year: str, month: str, day: str) -> bool:
    m, d = int(month), int(day)
    return 1 <= m <= 12 and 1 <= d <= _last_day(int(year), m)


def _year_last(
    first: str, second: str, year: str, region: str | None, raw: str, name: str
) -> ParsedDate:
    """04/11/2027: refused, or read by region, or by the calendar where one reading exists."""
    if not YEARS[0] <= int(year) <= YEARS[1]:
        _build(year, second, first, raw, name)
    day_first, month_first = _exists(year, second, first), _exists(year, first, second)
    if day_first and month_first and int(first) != int(second):
        by_day = _build(year, second, first, raw, name)
        by_month = _build(year, first, second, raw, name)
        if not region or region.upper() in BOTH_ORDERS:
            raise AmbiguousDate(
                f"The {name} {quoted(raw)} can be read as {format_date(by_day)}"
                f" or as {format_date(by_month)}.",
                f"Write {by_day.isoformat()} or {by_month.isoformat()}.",
            )
        if region.upper() in MONTH_FIRST:
            return ParsedDate(by_month, f"read as {format_date(by_month)}, month first")
        return ParsedDate(by_day, f"read as {format_date(by_day)}, day first")
    if month_first and not day_first:
        chosen = _build(year, first, second, raw, name)
    elif day_first or int(first) > 12 or (region or "").upper() not in MONTH_FIRST:
        chosen = _build(year, second, first, raw, name)
    else:
        chosen = _build(year, first, second, raw, name)
    return ParsedDate(chosen, f"read as {format_date(chosen)}")


def _not_ascii(raw: str, name: str) -> errors.Usage:
    if not any(c.isdecimal() and not c.isascii() for c in raw):
        return UnreadableDate(f"The {name} {quoted(raw)} cannot be read.", _FORMS)
    plain = "".join(str(int(c)) if c.isdecimal() else c for c in raw)
    hint = f"Write {quoted(plain)}." if plain.isascii() else _FORMS
    return UnreadableDate(f"The {name} {quoted(raw)} has digits other than 0 to 9.", hint)


def _unreadable(low: str, raw: str, name: str, today: date | None, ahead: bool) -> errors.Usage:
    """The refusal of a text in no known form, with what is missing where that can be told."""
    say = f"The {name} {quoted(raw)} cannot be read."
    short = f"The {name} {quoted(raw)} needs all four digits of the year."
    missing = f"The {name} {quoted(raw)} has no year."
    if re.fullmatch(_AGE, low):
        return AgeNotDate(f"The {name} {quoted(raw)} is an age, not a date.", _FORMS)
    if re.fullmatch(_SHORT_YEAR, low):
        return UnreadableDate(short, "Write the year in full, as in 2027-04-11.")
    if re.fullmatch(_NO_YEAR, low):
        return UnreadableDate(missing, "Add the year, as in 2027-04-11.")
    for pattern, day, word in ((_DAY_WORD, 1, 2), (_WORD_DAY, 2, 1)):
        match = re.fullmatch(pattern + r"(?:(?:, *|[ -]+)'?([0-9]{2}))?", low)
        if match and _near_month(match[word])[:3].lower() == match[word][:3]:
            text = f"{int(match[day])} {_near_month(match[word])}"
            if match[3]:
                return UnreadableDate(short, f"Write it as {text} 20{match[3]}.")
            whole = _with_year(int(match[day]), match[word], today, ahead)
            return UnreadableDate(missing, f"Add the year with four digits, as in {whole}.")
    return UnreadableDate(say, _FORMS)
