"""Every way in which things can stand before an end: the commands that lead there, and the day.

The due date is 11 April 2027, so 2026-07-01 is before 0+0, 2026-11-22 is 20+0, 2027-04-14 is
three days past it and 2027-05-10 is 44+1.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from amma_cli.errors import AmmaError
from tests.inside import Amma

DUE = "2027-04-11"
SET = (("due", DUE, "--country", "GB", "--force", "--on", "2026-06-20"),)
SEVERAL = (
    ("due", "--lmp", "2026-07-03", "--cycle", "30", "--on", "2026-08-20"),
    ("due", "--scan", "2026-09-30", "--at", "12+3", "--on", "2026-09-30"),
    ("due", DUE, "--on", "2026-10-05"),
)
SETTINGS = (
    ("settings", "country", "GB"),
    ("settings", "units", "both"),
    ("settings", "calm", "on"),
    ("settings", "accessible", "on"),
    ("settings", "unit-phone", "01632 960001"),
)
NOTES = tuple(("checkin", "--note", f"Kept for me {n}", "--on", "2026-10-11") for n in range(2))


class Standing(NamedTuple):
    """A name, the commands that lead there, and the day on which it is so."""

    name: str
    before: tuple[tuple[str, ...], ...]
    day: str


def _born(day: str, *options: str) -> tuple[tuple[str, ...], ...]:
    return (*SET, *NOTES, ("born", day, *options, "--on", day))


STANDINGS = (
    Standing("not yet", SET, "2026-07-01"),
    Standing("expecting", SET, "2026-11-22"),
    Standing("all there is", (*SETTINGS, *SEVERAL, *NOTES), "2026-12-01"),
    Standing("due today", SET, DUE),
    Standing("past due", (*SET, *NOTES), "2027-04-14"),
    Standing("unknown", SET, "2027-05-10"),
    Standing(
        "still pregnant", (*SET, ("due", "--still-pregnant", "--on", "2027-05-09")), "2027-05-10"
    ),
    Standing("after birth", _born("2027-04-09"), "2027-04-20"),
    Standing("after birth, calm", (*_born("2027-04-09"), *SETTINGS), "2027-04-09"),
    Standing("without newborn", _born("2027-04-09", "--no-newborn"), "2027-04-20"),
    Standing("a year after", _born("2027-04-09"), "2028-06-01"),
    Standing("undone", (*SEVERAL, ("due", "--undo", "--on", "2026-10-06")), "2026-11-22"),
    Standing(
        "the second", (*SEVERAL, *NOTES, ("new", "--yes", "--on", "2026-11-01"), *SET), "2026-11-22"
    ),
)


class Said(NamedTuple):
    """What a command wrote to stdout and stderr, or as its error."""

    out: str
    err: str

    @property
    def text(self) -> str:
        return f"{self.out}\n{self.err}"


def made(standing: Standing, home: Path, library: Path) -> Amma:
    """Return the program with a home in which things stand so."""
    amma = Amma(home, library)
    for words in standing.before:
        amma(*words)
    return amma


def said(amma: Amma, words: Sequence[str], **how: Any) -> Said:
    """Run a command as `amma` does; an error becomes its two sentences."""
    try:
        shown = amma(*words, **how)
    except AmmaError as error:
        return Said("", f"{error.say}\n{error.hint}")
    return Said(shown.out, shown.err)
