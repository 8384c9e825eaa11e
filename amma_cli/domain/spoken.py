"""A time as people say it: 08:30, 8pm, yesterday 21:15, monday, 3 days ago.

A part of a day ("last night") is no time: what the clock said is asked for, never invented.
"""

import re
from datetime import date, datetime, time, timedelta

from amma_cli.domain.dates import WEEKDAYS, UnreadableDate, parse_date, quoted
from amma_cli.domain.measure import NotRead

# A time, never a part of a date with dots (28.11.2026).
CLOCK = re.compile(r"(?<![\d.:])(\d{1,2})[:.](\d{2})(?![\d.:])\s*(am|pm)?(?![a-z])")
HOUR = re.compile(r"(?<![\d.:/-])(\d{1,2})\s*(am|pm)(?![a-z])")
ISO_T = re.compile(r"(?<=\d)t(?=\d)")  # between a day and its time
AGO = re.compile(r"(\d{1,3}|an?|one|two|three) (minute|min|hour|day|week)s? ago")
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
STEPS = {"minute": "minutes", "min": "minutes", "hour": "hours", "day": "days", "week": "weeks"}
PART = re.compile(
    r"(?:(this|yesterday|last) )?(?:in the )?(morning|afternoon|evening|night)|(tonight)"
)
# The hours that a part of a day can hold; a night goes on after midnight, on another day.
HOURS = {"morning": (0, 12), "afternoon": (12, 18), "evening": (12, 24), "night": (18, 24)}


def read_at(typed: str, now: datetime, region: str | None, *, ahead: bool = False) -> datetime:
    """Return the local time that was typed after --at.

    A weekday is the last one before today. ahead: it may be still to come, so that a weekday has
    two readings. Raises NotRead for what is no time, errors.Usage for a date that is none.
    """
    text = " ".join(ISO_T.sub(" ", typed.lower()).split())
    moment = now.replace(second=0, microsecond=0)
    if ago := AGO.fullmatch(text):
        many = COUNTS.get(ago[1]) or int(ago[1])
        return moment - timedelta(**{STEPS[ago[2]]: many})
    text, at = _clock_in(text, now)
    text, part = _part_in(text)
    if part and at is None:
        day_said = text if text not in ("", "today") else part[0]
        raise NotRead(f"{quoted(typed)} names no time, and none is made up. {forms(now, day_said)}")
    if part and at and not HOURS[part[1]][0] <= at.hour < HOURS[part[1]][1]:
        raise NotRead(f"{quoted(typed)} can be read in two ways. {forms(now)}")
    day = now.date() - timedelta(days=1) if part and part[0] == "yesterday" else None
    if day is None or text:
        day = _day(text, typed, now, region, ahead)
    return datetime.combine(day, at or moment.time(), now.tzinfo)


def forms(now: datetime, day: str = "") -> str:
    """Return how a time is typed, with examples that are past.

    day: for one example on that day, as it was typed.
    """
    earlier = min(now - timedelta(hours=1), now.replace(hour=8, minute=30))
    today = f"{earlier:%H:%M}" if earlier.date() == now.date() else "yesterday 21:15"
    if day:
        return f"Type it as {today if day == 'today' else day + ' 21:00'}."
    before = now.date() - timedelta(days=1)
    return f"A time is typed as {before} 08:30, {today}, yesterday 21:15, 3 days ago or {before}."


def _clock_in(text: str, now: datetime) -> tuple[str, time | None]:
    """Return what is left of a text without its time of day, and that time."""
    if "noon" in text.split():
        rest = [word for word in text.split() if word not in ("noon", "at", "12")]
        return " ".join(rest), time(12)
    found = CLOCK.search(text) or HOUR.search(text)
    if not found:
        return text, None
    hour = int(found[1])
    minute, half = (int(found[2]), found[3]) if found.re is CLOCK else (0, found[2])
    if half and not 1 <= hour <= 12:
        raise NotRead(forms(now))
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise NotRead(forms(now))
    left = f"{text[: found.start()]} {text[found.end() :]}".replace(",", " ").split()
    return " ".join(left).removesuffix(" at").removeprefix("at").strip(), time(hour, minute)


def _part_in(text: str) -> tuple[str, tuple[str, str] | None]:
    """Return what is left of a text without a part of a day, and its day and its name."""
    found = PART.search(text)
    if not found:
        return text, None
    left = " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
    before = found[1] in ("yesterday", "last") or left == "yesterday"
    return left, ("yesterday" if before else "today", found[2] or "evening")


def _day(text: str, typed: str, now: datetime, region: str | None, ahead: bool) -> date:
    if text in ("", "today", "now"):
        return now.date()
    if text == "yesterday":
        return now.date() - timedelta(days=1)
    if text == "day before yesterday" or text == "the day before yesterday":
        return now.date() - timedelta(days=2)
    if ago := AGO.fullmatch(text):
        if ago[2] not in ("day", "week"):
            raise NotRead(forms(now))
        many = COUNTS.get(ago[1]) or int(ago[1])
        return now.date() - timedelta(**{STEPS[ago[2]]: many})
    name = text.removeprefix("on ").removeprefix("last ").strip()
    named = [n for n, day in enumerate(WEEKDAYS) if name in (day.lower(), day[:3].lower())]
    if named:
        back = (now.weekday() - named[0]) % 7
        if ahead and not text.startswith("last "):
            raise NotRead(f"{quoted(typed)}: the last one, or the next? Type its date.")
        if back == 0:
            raise NotRead(f"{quoted(typed)}: today, or a week ago? {forms(now)}")
        return now.date() - timedelta(days=back)
    try:
        return parse_date(text, region=region, name="--at").date
    except UnreadableDate:
        raise NotRead(f"{quoted(typed)} is no time that can be read. {forms(now)}") from None
