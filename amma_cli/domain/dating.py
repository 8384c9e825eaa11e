"""A due date from what is known: one function a method, and `compute` over all of them.

Every method takes the day it happened and gives the due date, the inputs in a
form that TOML and JSON can keep, and notes for the reader. `today` is the day
on which the dating is made; None re-computes a stored dating without the
checks against today. All refusals are children of errors.Usage.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from amma_cli.domain.age import Age, age_on, plural
from amma_cli.domain.crl import (
    FORMULAS,
    age_from_crl,
    default_formula,
    formula_called,
)
from amma_cli.domain.dates import format_date, quoted
from amma_cli.domain.refusals import (
    BadInput,
    InputValue,
    check_cycle,
    check_due,
    check_embryo_day,
    check_past,
    check_scan_age,
    read_age,
    read_day,
    read_length,
    read_whole,
)

__all__ = [
    "EMBRYO_METHODS",
    "FORMULAS",
    "METHODS",
    "SCAN_METHODS",
    "Dating",
    "Scan",
    "compute",
    "default_formula",
    "scan_of",
]

METHODS = ("date", "lmp", "conceived", "insemination", "retrieval", "transfer", "scan", "crl")
EMBRYO_METHODS = ("retrieval", "transfer")  # not moved by scans: ACOG CO 700 (2017), ISUOG
SCAN_METHODS = ("scan", "crl")

CYCLE = 28  # days, the cycle that LMP + 280 assumes (ACOG Committee Opinion 700, 2017)
_USUAL_CYCLE = (21, 35)  # days; outside them the answer asks for a scan


class Dating(NamedTuple):
    """A due date and how it was found.

    method: one of METHODS. inputs: what compute() needs, days in ISO form.
    notes: sentences for the reader.
    """

    method: str
    inputs: dict[str, InputValue]
    due: date
    notes: tuple[str, ...]


class Scan(NamedTuple):
    """A scan that dates: its day, the age it found, and the CRL in mm where measured."""

    day: date
    age: Age
    crl: float | None


def from_date(due: date, *, today: date | None, force: bool = False) -> Dating:
    """The clinic's own due date. Raises DueTooFar, DueTooOld."""
    check_due("date", due, due, today, force)
    note = "This is the date you gave as your clinic's. It stays until you give another."
    return Dating("date", {"date": due.isoformat()}, due, (note,))


def from_lmp(lmp: date, cycle: int = CYCLE, *, today: date | None, force: bool = False) -> Dating:
    """From the first day of the last period: LMP + 280 + (cycle - 28) days.

    cycle: days, 20 to 45. Source: ACOG Committee Opinion 700 (2017); the shift
    by the cycle's length: NHS due date calculator.
    Raises CycleOutside, InFuture, DueTooFar, DueTooOld.
    """
    check_cycle(cycle)
    check_past(lmp, "lmp", today)
    shift = cycle - CYCLE
    due = lmp + timedelta(days=280 + shift)
    check_due("lmp", lmp, due, today, force)
    notes = ["Counted as 280 days from the first day of your last period."]
    if shift:
        way = "later" if shift > 0 else "earlier"
        moved = plural(abs(shift), "day")
        notes.append(f"Your cycle of {cycle} days moves the due date {moved} {way}.")
    if not _USUAL_CYCLE[0] <= cycle <= _USUAL_CYCLE[1]:
        notes.append(
            f"With a cycle of {cycle} days the period is an uncertain guide:"
            " ask for a scan to date the pregnancy."
        )
    return Dating("lmp", {"lmp": lmp.isoformat(), "cycle": cycle}, due, tuple(notes))


def from_conceived(day: date, *, today: date | None, force: bool = False) -> Dating:
    """From the day of conception or ovulation: + 266 days (ACOG Committee Opinion 700, 2017)."""
    return _from_conception("conceived", "of conception", day, today, force)


def from_insemination(day: date, *, today: date | None, force: bool = False) -> Dating:
    """From the day of insemination: + 266 days (ACOG Committee Opinion 700, 2017)."""
    return _from_conception("insemination", "of the insemination", day, today, force)


def from_retrieval(day: date, *, today: date | None, force: bool = False) -> Dating:
    """From egg collection with fresh eggs: + 266 days (ACOG Committee Opinion 700, 2017)."""
    return _from_conception("retrieval", "your eggs were collected", day, today, force)


def _from_conception(method: str, what: str, day: date, today: date | None, force: bool) -> Dating:
    check_past(day, method, today)
    due = day + timedelta(days=266)
    check_due(method, day, due, today, force)
    note = f"The day {what} counts as 2 weeks 0 days (2+0); 266 days later is the due date."
    return Dating(method, {method: day.isoformat()}, due, (note,))


def from_transfer(day: date, embryo_day: int, *, today: date | None, force: bool = False) -> Dating:
    """From an embryo transfer: + 266 days less the embryo's age (ACOG CO 700, 2017).

    embryo_day: days in culture, 2 to 7; for a frozen embryo its age when frozen
    plus any days of culture after thawing.
    Raises EmbryoDayOutside, InFuture, DueTooFar, DueTooOld.
    """
    check_embryo_day(embryo_day)
    check_past(day, "transfer", today)
    due = day + timedelta(days=266 - embryo_day)
    check_due("transfer", day, due, today, force)
    at = age_on(due, day)
    notes = [
        f"With an embryo of {embryo_day} days the transfer day counts as {at.words} ({at.short})."
    ]
    if embryo_day > 5:
        notes.append(
            "Some clinics count every blastocyst as 5 days old; theirs can then differ by"
            f" {plural(embryo_day - 5, 'day')}."
        )
    inputs: dict[str, InputValue] = {"transfer": day.isoformat(), "embryo_day": embryo_day}
    return Dating("transfer", inputs, due, tuple(notes))


def from_scan(scan: date, at: Age, *, today: date | None, force: bool = False) -> Dating:
    """From the age that a scan found: scan + 280 days less the age (ACOG CO 700, 2017).

    at: 5+0 to 27+6. Raises ScanAgeOutside, ScanBeforeConception, InFuture,
    DueTooFar, DueTooOld.
    """
    check_past(scan, "scan", today)
    due = scan + timedelta(days=280 - at.days)
    check_scan_age(scan, at, due)
    check_due("scan", scan, due, today, force)
    notes = [f"The scan on {format_date(scan)} found {at.words} ({at.short})."]
    if at.weeks >= 22:  # ACOG Committee Opinion 700 (2017): "suboptimally dated"
        notes.append(
            "If this was your first scan, the date is less sure than one from a scan"
            " before 22 weeks: ask your team which date they use."
        )
    inputs: dict[str, InputValue] = {"scan": scan.isoformat(), "at": at.short}
    return Dating("scan", inputs, due, tuple(notes))


def from_crl(
    scan: date, crl: float, formula: str, *, today: date | None, force: bool = False
) -> Dating:
    """From the baby's length at an early scan; the age is rounded to the nearest whole day.

    crl: crown-rump length in millimeters, inside the formula's range (crl.py
    names the sources). Raises UnknownFormula, CrlOutside, ScanAgeOutside,
    InFuture, DueTooFar, DueTooOld.
    """
    known = formula_called(formula)
    at = age_from_crl(crl, formula)
    check_past(scan, "crl", today)
    due = scan + timedelta(days=280 - at.days)
    check_scan_age(scan, at, due)
    check_due("crl", scan, due, today, force)
    measured = f"A length of {crl:g} mm (crown to rump) on {format_date(scan)}"
    notes = (
        f"{measured} gives {at.words} ({at.short}) by the formula {known.title}.",
        "Other formulas can differ by 1 to 3 days; that says nothing about the baby.",
    )
    inputs: dict[str, InputValue] = {"scan": scan.isoformat(), "crl": crl, "formula": formula}
    return Dating("crl", inputs, due, notes)


def compute(
    method: str, inputs: Mapping[str, object], *, today: date | None, force: bool = False
) -> Dating:
    """The dating of a method from its inputs, as stored or as typed.

    inputs: days and ages as text, numbers as numbers or text. Keys: date | lmp,
    cycle (28) | conceived | insemination | retrieval | transfer, embryo_day |
    scan, at | scan, crl, formula (intergrowth).
    today: the day against which inputs are checked; None checks none of that.
    force: accept a due date more than 280 days ahead or 90 days past.
    Raises only children of errors.Usage, BadInput for what is missing.
    """
    inputs = {key: value for key, value in inputs.items() if value is not None}
    if method == "lmp":
        cycle = read_whole({"cycle": CYCLE, **inputs}, "cycle", "cycle", "--cycle 28")
        return from_lmp(read_day(inputs, "lmp", method), cycle, today=today, force=force)
    if method == "transfer":
        age = read_whole(inputs, "embryo_day", "embryo day", "--embryo-day 5")
        return from_transfer(read_day(inputs, method, method), age, today=today, force=force)
    if method == "scan":
        at = read_age(inputs, "at")
        return from_scan(read_day(inputs, method, method), at, today=today, force=force)
    if method == "crl":
        length = read_length(inputs, "crl")
        formula = str(inputs.get("formula", default_formula(None)))
        scan = read_day(inputs, "scan", method)
        return from_crl(scan, length, formula, today=today, force=force)
    simple = {
        "date": from_date,
        "conceived": from_conceived,
        "insemination": from_insemination,
        "retrieval": from_retrieval,
    }
    if method not in simple:
        raise BadInput(
            f"There is no way {quoted(method)} to find a due date.",
            f"The ways are {', '.join(METHODS)}.",
        )
    return simple[method](read_day(inputs, method, method), today=today, force=force)


def scan_of(dating: Dating) -> Scan | None:
    """The scan behind a dating, or None where it was found in another way."""
    if dating.method not in SCAN_METHODS:
        return None
    day = read_day(dating.inputs, "scan", dating.method)
    crl = dating.inputs.get("crl")
    return Scan(day, age_on(dating.due, day), float(crl) if crl is not None else None)
