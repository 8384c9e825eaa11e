"""Every golden file: its name, the state before, the command that shows it.

The due date is 11 April 2027, so 0+0 is 5 July 2026, 20+0 is 22 November 2026 and 43+0 is
2 May 2027: 280, 140 and -21 days before it, counted on a calendar, not by amma.
"""

from typing import NamedTuple

DUE = "2027-04-11"
SET = (("due", DUE, "--on", "2026-11-22"),)
BORN = (*SET, ("born", "2027-04-09", "--on", "2027-04-09"))
ENDED = (*SET, ("end", "--on", "2026-11-22"))
SEVERAL = (
    ("due", "--lmp", "2026-07-03", "--cycle", "30", "--on", "2026-08-20"),
    ("due", "--scan", "2026-09-30", "--at", "12+3", "--on", "2026-09-30"),
    ("due", DUE, "--on", "2026-10-05"),
)
# name of the stage's day -> the day
DAYS = {
    "0-1": "2026-07-04", "0+0": "2026-07-05", "0+6": "2026-07-11", "1+0": "2026-07-12",
    "13+6": "2026-10-10", "14+0": "2026-10-11", "20+0": "2026-11-22", "39+6": "2027-04-10",
    "40+0": "2027-04-11", "40+1": "2027-04-12", "41+6": "2027-04-24", "42+0": "2027-04-25",
    "42+6": "2027-05-01", "43+0": "2027-05-02",
}  # fmt: skip
# days since a birth on 9 April 2027 -> the day
AFTER = {
    0: "2027-04-09", 3: "2027-04-12", 41: "2027-05-20", 300: "2028-02-03", 366: "2028-04-09",
}  # fmt: skip


class Case(NamedTuple):
    """One golden file. `terminal`: as on a terminal without color, else as in a pipe."""

    name: str
    words: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = SET
    terminal: bool = False


def cases() -> list[Case]:
    """Return every case, the stages first."""
    found = [Case(f"today {age}", ("today", "--on", day)) for age, day in DAYS.items()]
    found += [
        Case(f"today {age} {country}", ("today", "--on", DAYS[age], "--region", country))
        for age in ("20+0", "40+1")
        for country in ("GB", "US")
    ]
    found += [
        Case(f"today born {days}", ("today", "--on", day), BORN) for days, day in AFTER.items()
    ]
    on = ("--on", DAYS["20+0"])
    found += [
        Case("today ended", ("today", *on), ENDED),
        Case("today first", ("today", *on), ()),
        Case("week 20", ("week", "20", *on), ()),
        Case("week 20 mine", ("week", "20", *on)),
        Case("week 19 without guide", ("week", "19", *on)),
        Case("week 0", ("week", "0", *on)),
        Case("week 1", ("week", "1", *on)),
        Case("week 0 after birth", ("week", "0", "--after-birth", "--on", AFTER[3]), BORN),
        Case("read short", ("read", "cervical-insufficiency", "--short", *on)),
        Case("read GB", ("read", "cervical-insufficiency", "--region", "GB", *on)),
        Case("why", ("why", *on)),
        Case("why GB", ("why", "--region", "GB", *on)),
        Case("due several", ("due", "--on", DAYS["14+0"]), SEVERAL),
        Case("why several", ("why", "--on", DAYS["14+0"]), SEVERAL),
        Case("size 20", ("size", "20", *on)),
        Case("size 20 chart", ("size", "20", *on), terminal=True),
        Case("search pressure", ("search", "pressure", "down", "there", *on)),
        Case("checkin 20+0", ("checkin", *on)),
        Case("checkin 20+0 GB", ("checkin", "--region", "GB", *on)),
    ]
    return found
