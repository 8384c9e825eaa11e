"""What a dating refuses: both sides of every limit, one sentence, a near form."""

from datetime import date, timedelta
from typing import Any

import pytest

from amma_cli import errors
from amma_cli.domain.crl import CrlOutside, UnknownFormula, default_formula
from amma_cli.domain.dating import METHODS, compute, scan_of
from amma_cli.domain.refusals import (
    BadInput,
    CycleOutside,
    DueTooFar,
    DueTooOld,
    EmbryoDayOutside,
    InFuture,
    ScanAgeOutside,
    ScanBeforeConception,
)
from tests.domain.worked import crl_range

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
FORMULAS = ["robinson", "hadlock", "intergrowth"]


def refused(
    kind: type[errors.Usage], method: str, *, force: bool = False, **inputs: Any
) -> errors.Usage:
    """The refusal of exactly this kind, checked for its form: one sentence and a hint."""
    with pytest.raises(kind) as caught:
        compute(method, inputs, today=TODAY, force=force)
    error = caught.value
    assert type(error) is kind
    assert error.exit_code == 2
    assert error.hint
    assert error.say.endswith(".")
    assert ". " not in error.say
    return error


def due(method: str, *, force: bool = False, **inputs: Any) -> date:
    return compute(method, inputs, today=TODAY, force=force).due


@pytest.mark.parametrize("force", [False, True])
def test_a_period_after_today_is_refused_and_today_accepted(force: bool) -> None:
    assert due("lmp", lmp="2026-11-22") == TODAY + 280 * DAY
    error = refused(InFuture, "lmp", force=force, lmp="2026-11-23")
    assert "2026-11-22" in error.hint


def test_a_period_in_the_future_names_the_same_day_a_year_earlier() -> None:
    assert "2026-07-05" in refused(InFuture, "lmp", lmp="2027-07-05").hint
    assert "2025" not in refused(InFuture, "lmp", lmp="2026-11-25").hint


@pytest.mark.parametrize(
    ("method", "more"),
    [
        ("conceived", {}),
        ("insemination", {}),
        ("retrieval", {}),
        ("transfer", {"embryo_day": 5}),
        ("scan", {"at": "12+3"}),
        ("crl", {"crl": 58.2, "formula": "robinson"}),
    ],
)
def test_what_must_have_happened_is_refused_after_today(method: str, more: dict[str, Any]) -> None:
    key = "scan" if method == "crl" else method
    compute(method, {**more, key: TODAY.isoformat()}, today=TODAY)
    tomorrow: dict[str, Any] = {**more, key: (TODAY + DAY).isoformat()}
    error = refused(InFuture, method, **tomorrow)
    assert "in the future" in error.say


def test_a_due_date_is_accepted_280_days_ahead_and_refused_281_unless_forced() -> None:
    last = TODAY + 280 * DAY
    assert due("date", date=last.isoformat()) == last
    error = refused(DueTooFar, "date", date=(last + DAY).isoformat())
    assert "281 days" in error.say
    assert "--force" in error.hint
    assert due("date", force=True, date=(last + DAY).isoformat()) == last + DAY


def test_a_due_date_is_accepted_90_days_past_and_refused_91_unless_forced() -> None:
    last = TODAY - 90 * DAY
    assert due("date", date=last.isoformat()) == last
    error = refused(DueTooOld, "date", date=(last - DAY).isoformat())
    assert "91 days" in error.say
    assert due("date", force=True, date=(last - DAY).isoformat()) == last - DAY


def test_a_due_date_in_the_wrong_year_names_the_right_one() -> None:
    assert "2027-04-11" in refused(DueTooFar, "date", date="2028-04-11").hint
    assert "2027-04-11" in refused(DueTooOld, "date", date="2026-04-11").hint
    assert "2027-02-28" in refused(DueTooFar, "date", date="2028-02-29").hint
    assert "2026-12-31" in refused(DueTooOld, "date", date="2000-12-31").hint
    assert "2027-04-11" in refused(DueTooFar, "date", date="2099-04-11").hint


def test_a_period_in_the_wrong_year_names_the_right_one() -> None:
    error = refused(DueTooOld, "lmp", lmp="2025-07-05")
    assert "2026-07-05" in error.hint
    assert "11 April 2026" in error.say


def test_a_period_is_accepted_370_days_ago_and_refused_371() -> None:
    assert due("lmp", lmp=(TODAY - 370 * DAY).isoformat()) == TODAY - 90 * DAY
    refused(DueTooOld, "lmp", lmp=(TODAY - 371 * DAY).isoformat())


@pytest.mark.parametrize("cycle", [20, 21, 28, 35, 36, 45])
def test_a_cycle_of_20_to_45_days_is_accepted_and_outside_21_to_35_a_scan_advised(
    cycle: int,
) -> None:
    dating = compute("lmp", {"lmp": "2026-07-05", "cycle": cycle}, today=TODAY)
    assert dating.due == date(2027, 4, 11) + (cycle - 28) * DAY
    assert any("ask for a scan" in note for note in dating.notes) == (cycle in (20, 36, 45))
    assert any("moves the due date" in note for note in dating.notes) == (cycle != 28)


@pytest.mark.parametrize("cycle", [19, 46, 0, -1, 1000])
def test_a_cycle_outside_20_to_45_days_is_refused(cycle: int) -> None:
    error = refused(CycleOutside, "lmp", lmp="2026-07-05", cycle=cycle)
    assert "20 to 45" in error.say


@pytest.mark.parametrize("embryo_day", [2, 3, 4, 5, 6, 7])
def test_an_embryo_of_2_to_7_days_is_accepted(embryo_day: int) -> None:
    found = due("transfer", transfer="2026-07-24", embryo_day=embryo_day)
    assert found == date(2027, 4, 11) + (5 - embryo_day) * DAY


@pytest.mark.parametrize("embryo_day", [1, 8, 0, -3, 120])
def test_an_embryo_day_outside_2_to_7_is_refused(embryo_day: int) -> None:
    error = refused(EmbryoDayOutside, "transfer", transfer="2026-07-24", embryo_day=embryo_day)
    assert "2 to 7" in error.say


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_length_is_accepted_at_both_ends_of_its_formula_and_refused_beyond(
    formula: str,
) -> None:
    low, high = crl_range(formula)
    for end in (low, high):
        compute("crl", {"scan": "2026-09-30", "crl": end, "formula": formula}, today=TODAY)
    beyond: list[float] = [low - 0.1, high + 0.1, 0, 100000]
    for crl in beyond:
        error = refused(CrlOutside, "crl", scan="2026-09-30", crl=crl, formula=formula)
        assert f"{low} to {high} mm" in error.say


@pytest.mark.parametrize(
    ("crl", "kind"),
    [
        (float("nan"), BadInput),
        (float("inf"), BadInput),
        (float("-inf"), BadInput),
        (10**400, BadInput),
        ("nan", BadInput),
        ("-5", BadInput),
        ("1,234", BadInput),
        ("58 in", BadInput),
        ("5.8cmm", BadInput),
        ("५८", BadInput),
        (True, BadInput),
        (None, BadInput),
        (-5.0, CrlOutside),
        ("5.82", CrlOutside),
    ],
)
def test_a_length_that_cannot_be_measured_is_refused(crl: object, kind: type[errors.Usage]) -> None:
    refused(kind, "crl", scan="2026-09-30", crl=crl, formula="robinson")


@pytest.mark.parametrize(
    "crl", ["58.2", "58,2", "58.2mm", "58.2 mm", "58,2 MM", " 5.82 cm", "5.82cm", "5,82cm"]
)
def test_a_length_is_read_with_its_unit_or_a_comma(crl: str) -> None:
    given = {"scan": "2026-09-30", "crl": crl, "formula": "robinson"}
    made = compute("crl", given, today=None)
    assert made == compute("crl", {**given, "crl": 58.2}, today=None)
    assert made.inputs["crl"] == 58.2


def test_a_length_that_may_be_in_centimeters_is_answered_with_the_right_form() -> None:
    said = refused(CrlOutside, "crl", scan="2026-09-30", crl=5.82, formula="robinson")
    assert "--crl 58.2" in said.hint
    said = refused(CrlOutside, "crl", scan="2026-09-30", crl=10, formula="intergrowth")
    assert "--formula robinson" in said.hint


@pytest.mark.parametrize("at", ["5+0", "12+3", "27+6"])
def test_an_age_at_a_scan_of_5_0_to_27_6_is_accepted(at: str) -> None:
    dating = compute("scan", {"scan": TODAY.isoformat(), "at": at}, today=TODAY)
    found = scan_of(dating)
    assert found is not None
    assert (found.day, found.age.short, found.crl) == (TODAY, at, None)


@pytest.mark.parametrize("at", ["4+6", "28+0", "40+0", "2+0"])
def test_an_age_at_a_scan_outside_5_0_to_27_6_is_refused(at: str) -> None:
    error = refused(ScanAgeOutside, "scan", scan="2026-09-30", at=at)
    assert "5+0 to 27+6" in error.say
    assert at in error.say


@pytest.mark.parametrize("at", ["1+6", "0+0"])
def test_a_scan_before_the_conception_it_implies_is_refused(at: str) -> None:
    error = refused(ScanBeforeConception, "scan", scan="2026-09-30", at=at)
    assert "before the conception" in error.say


@pytest.mark.parametrize(
    ("method", "inputs"),
    [
        ("lmp", {}),
        ("lmp", {"lmp": 5}),
        ("lmp", {"lmp": "2026-07-05", "cycle": 28.5}),
        ("lmp", {"lmp": "2026-07-05", "cycle": "x"}),
        ("transfer", {"transfer": "2026-07-24"}),
        ("scan", {"scan": "2026-09-30"}),
        ("scan", {"scan": "2026-09-30", "at": 12}),
        ("crl", {"scan": "2026-09-30"}),
        ("horoscope", {}),
        ("", {}),
    ],
)
def test_a_missing_or_wrong_input_is_refused(method: str, inputs: dict[str, Any]) -> None:
    refused(BadInput, method, **inputs)


def test_an_unknown_formula_is_refused_with_the_known_ones() -> None:
    error = refused(UnknownFormula, "crl", scan="2026-09-30", crl=60, formula="hadlok")
    assert "hadlock" in error.hint


def test_a_stored_dating_is_not_checked_against_today() -> None:
    assert compute("lmp", {"lmp": "2019-01-01"}, today=None).due == date(2019, 10, 8)


def test_numbers_may_come_as_the_text_of_a_flag() -> None:
    assert due("lmp", lmp="2026-07-05", cycle="35") == date(2027, 4, 18)
    assert due("transfer", transfer="2026-07-24", embryo_day="5") == date(2027, 4, 11)
    by_text = compute("crl", {"scan": "2026-09-30", "crl": "58.2"}, today=TODAY)
    assert by_text.inputs == {"scan": "2026-09-30", "crl": 58.2, "formula": "intergrowth"}


@pytest.mark.parametrize(
    ("region", "formula"),
    [
        ("GB", "robinson"),
        ("IE", "robinson"),
        ("AU", "robinson"),
        ("gb", "robinson"),
        ("US", "hadlock"),
        ("CA", "hadlock"),
        ("IN", "intergrowth"),
        (None, "intergrowth"),
    ],
)
def test_the_formula_follows_the_region(region: str | None, formula: str) -> None:
    assert default_formula(region) == formula


@pytest.mark.parametrize(
    ("formula", "title"),
    [
        ("robinson", "Robinson and Fleming 1975"),
        ("hadlock", "Hadlock 1992"),
        ("intergrowth", "INTERGROWTH-21st 2014"),
    ],
)
def test_the_formula_is_always_named(formula: str, title: str) -> None:
    inputs = {"scan": "2026-09-30", "crl": 58.2, "formula": formula}
    assert any(title in note for note in compute("crl", inputs, today=TODAY).notes)


def test_every_dating_has_notes_in_sentences() -> None:
    inputs = dict.fromkeys(METHODS, "2026-09-01") | {"date": "2027-04-11"}
    more = {"embryo_day": 6, "at": "23+0", "crl": 58.2}
    for method in METHODS:
        dating = compute(method, inputs | more, today=TODAY)
        assert dating.notes
        assert all(note.endswith(".") for note in dating.notes)
