"""Several datings of one pregnancy: which is active, and what guidelines would do.

Nothing here overrules the clinic: a date given as the clinic's stays until
another replaces it, and what guidelines would do is said, not done.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from amma_cli.domain.age import TERM_DAYS, Age, plural
from amma_cli.domain.dates import format_date
from amma_cli.domain.dating import EMBRYO_METHODS, SCAN_METHODS, Dating, Scan, scan_of
from amma_cli.domain.refusals import read_day

# Last day of each band of gestational age by the period, and the difference in
# days that a scan must exceed: ACOG Committee Opinion 700 (2017), table 1.
_ACOG_BANDS = ((62, 5), (97, 7), (111, 7), (153, 10), (195, 14), (294, 21))
_THIRD_TRIMESTER = 196  # 28+0: ACOG warns of calling a small baby younger
_NICE_AGES = (Age(79), Age(99))  # 11+2 to 14+1, NICE NG201 (2021)
_NICE_CRL = (45, 84)  # millimeters, NICE NG201 (2021), NHS screening programme

BY = {
    "date": "By your clinic's date",
    "lmp": "By your last period",
    "conceived": "By the day of conception",
    "insemination": "By the insemination",
    "retrieval": "By the egg collection",
    "transfer": "By the embryo transfer",
    "scan": "By the scan",
    "crl": "By the length at the scan",
}


class Kept(NamedTuple):
    """A dating as stored: the day it was recorded, and whether it was to replace all before."""

    dating: Dating
    on: date
    replace: bool = False


class Redating(NamedTuple):
    """What ACOG's table says of a period and a scan; differences in whole days."""

    ga_by_lmp: Age
    difference_days: int
    threshold_days: int
    redate: bool
    due: date


class NiceAdvice(NamedTuple):
    """Whether NICE lets this scan set the date, the due date by it, and why ("" when it does)."""

    sets_date: bool
    due: date
    why_not: str


class Comparison(NamedTuple):
    """Another dating beside the active one; positive days are later than the active."""

    method: str
    due: date
    difference_days: int


def acog_advice(lmp: date, scan: date, age: Age) -> Redating | None:
    """ACOG Committee Opinion 700 (2017): date by the scan only above the threshold.

    The age by the period, counted plainly without the cycle's length, picks the
    band: more than 5 days to 8+6, 7 to 15+6, 10 to 21+6, 14 to 27+6, 21 to 42+0.
    None where the table has no band (scan before the period, or after 42+0).
    """
    by_lmp = Age((scan - lmp).days)
    threshold = next((days for last, days in _ACOG_BANDS if by_lmp.days <= last), None)
    if threshold is None or by_lmp.days < 0:
        return None
    difference = abs(by_lmp.days - age.days)
    redate = difference > threshold
    counted = age if redate else by_lmp
    due = scan + timedelta(days=TERM_DAYS - counted.days)
    return Redating(by_lmp, difference, threshold, redate, due)


def nice_advice(scan: Scan, *, embryo: bool = False) -> NiceAdvice:
    """NICE NG201 (2021): the scan at 11+2 to 14+1 (CRL 45 to 84 mm) sets the date.

    It does so whatever the period said; a pregnancy dated by its embryo keeps
    that date (embryo: True).
    """
    due = scan.day + timedelta(days=TERM_DAYS - scan.age.days)
    low, high = _NICE_AGES
    if embryo:
        return NiceAdvice(False, due, "a date from the embryo's age is kept")
    if scan.crl is not None:
        inside = _NICE_CRL[0] <= scan.crl <= _NICE_CRL[1]
        late = scan.crl > _NICE_CRL[1]
    else:
        inside, late = low <= scan.age <= high, scan.age > high
    if inside:
        return NiceAdvice(True, due, "")
    if late:
        return NiceAdvice(False, due, "this scan was later; the baby's head is measured then")
    return NiceAdvice(False, due, "this scan was earlier")


def active(kept: Sequence[Kept]) -> Kept | None:
    """The dating that counts, of those kept in the order in which they were recorded.

    The latest, but: one given as the clinic's (method "date") stays until
    another "date" or one with replace; one from an embryo (retrieval, transfer)
    stays until an embryo dating, a "date" or one with replace (ACOG CO 700, 2017).
    """
    current: Kept | None = None
    for new in kept:
        if current is None or new.replace or _moves(current.dating.method, new.dating.method):
            current = new
    return current


def _moves(current: str, new: str) -> bool:
    if new == "date":
        return True
    if current == "date":
        return False
    return current not in EMBRYO_METHODS or new in EMBRYO_METHODS


def comparisons(chosen: Dating, others: Sequence[Dating]) -> tuple[Comparison, ...]:
    """Each other dating with its difference to the chosen one in days."""
    return tuple(Comparison(o.method, o.due, (o.due - chosen.due).days) for o in others)


def explain_choice(kept: Sequence[Kept]) -> tuple[str, ...]:
    """Sentences on which date counts and why, how the others differ, and what guidelines would do.

    Of datings by one method only the latest is compared, of scans each. Empty
    with fewer than two datings.
    """
    chosen = active(kept)
    if chosen is None or len(kept) < 2:
        return ()
    say = [_why_active(chosen.dating)] if chosen is not kept[-1] else []
    due = chosen.dating.due
    say += [_difference(other, (other.due - due).days) for other in _others(kept, chosen)]
    if _is_later_scan(chosen.dating, [k.dating for k in kept]):
        say.append(
            "The earliest good scan dates best, and later ones judge size (ACOG Committee"
            " Opinion 700): ask your team before you use the later date."
        )
    advice = _guidelines([k.dating for k in kept])
    if advice:
        advice.append("Your maternity team decides which date counts: ask them if yours differs.")
    return (*say, *advice)


def _others(kept: Sequence[Kept], chosen: Kept) -> list[Dating]:
    latest = {k.dating.method: k for k in kept}
    return [
        k.dating
        for k in kept
        if k is not chosen
        and (
            k.dating.method in SCAN_METHODS
            or (k is latest[k.dating.method] and k.dating.method != chosen.dating.method)
        )
    ]


def _is_later_scan(chosen: Dating, datings: Sequence[Dating]) -> bool:
    scan = scan_of(chosen)
    days = [other.day for d in datings if (other := scan_of(d))]
    return scan is not None and min(days) < scan.day


def _why_active(chosen: Dating) -> str:
    what = "Your clinic's date" if chosen.method == "date" else "The date from your embryo's age"
    day = format_date(chosen.due)
    return f"{what}, {day}, stays. To use the new one instead, add --replace."


def _difference(other: Dating, days: int) -> str:
    scan = scan_of(other)
    by = f"{BY[other.method]} on {format_date(scan.day)}" if scan else BY[other.method]
    if not days:
        return f"{by} it would be the same day."
    way = "later" if days > 0 else "earlier"
    return f"{by} it would be {format_date(other.due)}, {plural(abs(days), 'day')} {way}."


def _guidelines(datings: Sequence[Dating]) -> list[str]:
    """What ACOG and NICE would do with the latest period and the scans."""
    scans = [scan for d in datings if (scan := scan_of(d))]
    if not scans:
        return []
    if any(d.method in EMBRYO_METHODS for d in datings):
        return ["A date from the embryo's age is not moved by scans (ACOG Committee Opinion 700)."]
    periods = [d for d in datings if d.method == "lmp"]
    if not periods:
        return []
    first = min(scans, key=lambda scan: scan.day)  # the earliest good scan dates best
    lmp = read_day(periods[-1].inputs, "lmp", "lmp")
    acog = acog_advice(lmp, first.day, first.age)
    plain = periods[-1].inputs.get("cycle") == 28
    nice = [advice for s in scans if (advice := nice_advice(s)).sets_date]
    words = _nice_words(nice[0] if nice else nice_advice(first))
    return [_acog_words(acog, plain), words] if acog else [words]


def _acog_words(advice: Redating, plain: bool) -> str:
    cycle = "" if plain else ", counted for a cycle of 28 days"
    at = f"at {advice.ga_by_lmp.short} by the period{cycle}"
    limit = f"more than {plural(advice.threshold_days, 'day')}"
    differ = plural(advice.difference_days, "day")
    end = "date by the scan" if advice.redate else "keep the date by the period"
    words = (
        f"ACOG Committee Opinion 700 (2017) moves the date only for a difference of {limit}"
        f" {at}; here it is {differ}, so it would {end}: {format_date(advice.due)}."
    )
    if advice.redate and advice.ga_by_lmp.days >= _THIRD_TRIMESTER:
        words += " So late, a smaller baby can look younger, so it asks for care and repeat scans."
    return words


def _nice_words(advice: NiceAdvice) -> str:
    rule = "NICE guideline NG201 (2021) dates by the scan between 11+2 and 14+1"
    if advice.sets_date:
        return f"{rule}, whatever the period said: {format_date(advice.due)}."
    return f"{rule}; {advice.why_not}."
