"""Every method against the worked examples, and the properties of all of them."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli import errors
from amma_cli.domain.age import Age, age_on, day_of
from amma_cli.domain.crl import CrlOutside, exact_days
from amma_cli.domain.dates import format_weekday
from amma_cli.domain.dating import METHODS, compute
from tests.domain.worked import assert_in_words, crl_range, examples, julian, name_of

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
DAYS = st.dates(date(1903, 1, 1), date(2097, 12, 31))
KEYS = ["date", "lmp", "cycle", "transfer", "embryo_day", "scan", "at", "crl", "formula"]
GARBAGE = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(["2026-07-05", "2026-09-30", "12+3", "robinson", "58.2", 58.2, 28, 10**400])
)
DATED = [
    ("lmp", {"lmp": "2026-07-05"}),
    ("conceived", {"conceived": "2026-07-19"}),
    ("insemination", {"insemination": "2026-07-19"}),
    ("retrieval", {"retrieval": "2026-07-19"}),
    ("transfer", {"transfer": "2026-07-24", "embryo_day": 5}),
    ("scan", {"scan": "2026-09-30", "at": "12+3"}),
    ("date", {"date": "2027-04-11"}),
]


def due(method: str, **inputs: object) -> date:
    return compute(method, inputs, today=None).due


# ---- worked examples


@pytest.mark.parametrize("example", examples("lmp"), ids=name_of)
def test_worked_examples_by_period(example: dict[str, Any]) -> None:
    found = due("lmp", lmp=example["input"]["lmp"].isoformat())
    assert found == example["expect"]["edd"]
    assert format_weekday(found).startswith(example["expect"]["weekday"])


@pytest.mark.parametrize("example", examples("lmp-cycle"), ids=name_of)
def test_worked_examples_by_period_and_cycle(example: dict[str, Any]) -> None:
    lmp, cycle = example["input"]["lmp"].isoformat(), example["input"]["cycle_days"]
    found = due("lmp", lmp=lmp, cycle=cycle)
    assert found == example["expect"]["edd"]
    assert (found - due("lmp", lmp=lmp)).days == example["expect"]["shift_days"]


@pytest.mark.parametrize("method", ["conceived", "insemination"])
@pytest.mark.parametrize("example", examples("conception"), ids=name_of)
def test_worked_examples_by_conception(example: dict[str, Any], method: str) -> None:
    day, expect = example["input"]["conception"], example["expect"]
    found = due(method, **{method: day.isoformat()})
    assert found == expect["edd"]
    assert day_of(found, Age(0)) == expect["equivalent_lmp"]
    assert age_on(found, day).short == expect["ga_on_that_day"]


@pytest.mark.parametrize("example", examples("ivf-transfer"), ids=name_of)
def test_worked_examples_by_transfer(example: dict[str, Any]) -> None:
    day, expect = example["input"]["transfer"], example["expect"]
    old = example["input"]["embryo_age_days"]
    found = due("transfer", transfer=day.isoformat(), embryo_day=old)
    assert found == expect["edd"]
    assert day_of(found, Age(0)) == expect["equivalent_lmp"]
    assert age_on(found, day).short == expect["ga_on_transfer_day"]


@pytest.mark.parametrize("example", examples("ivf-retrieval"), ids=name_of)
def test_worked_examples_by_egg_collection(example: dict[str, Any]) -> None:
    day, expect = example["input"]["egg_collection"], example["expect"]
    found = due("retrieval", retrieval=day.isoformat())
    assert found == expect["edd"]
    assert age_on(found, day).short == expect["ga_on_that_day"]


@pytest.mark.parametrize("formula", ["robinson", "hadlock", "intergrowth"])
@pytest.mark.parametrize("example", examples("crl-scan"), ids=name_of)
def test_worked_examples_by_length_at_a_scan(example: dict[str, Any], formula: str) -> None:
    day, crl = example["input"]["scan"], example["input"]["crl_mm"]
    inputs = {"scan": day.isoformat(), "crl": crl, "formula": formula}
    expect = example["expect"]
    if f"{formula}_ga" not in expect:
        with pytest.raises(CrlOutside):
            compute("crl", inputs, today=None)
        return
    found = due("crl", **inputs)
    assert found == expect[f"{formula}_edd"]
    assert age_on(found, day).short == expect[f"{formula}_ga"]
    assert exact_days(crl, formula) == pytest.approx(expect[f"{formula}_days_exact"], abs=0.051)


@pytest.mark.parametrize("example", examples("naegele-vs-280"), ids=name_of)
def test_worked_examples_of_280_days_against_naegele(example: dict[str, Any]) -> None:
    lmp, expect = example["input"]["lmp"], example["expect"]
    found = due("lmp", lmp=lmp.isoformat())
    assert found == expect["edd_280"]
    month = lmp.month + 9
    naegele = date(lmp.year + (month - 1) // 12, (month - 1) % 12 + 1, lmp.day) + 7 * DAY
    assert naegele == expect["edd_naegele"]
    assert (naegele - found).days == expect["naegele_later_by"]


@pytest.mark.parametrize(("method", "inputs"), DATED)
def test_the_issue_s_example_is_the_same_pregnancy_by_every_method(
    method: str, inputs: dict[str, object]
) -> None:
    found = compute(method, inputs, today=TODAY)
    assert found.due == date(2027, 4, 11)
    assert age_on(found.due, date(2026, 11, 21)).short == "19+6"
    assert age_on(found.due, TODAY).short == "20+0"
    assert age_on(found.due, date(2026, 11, 29)).short == "21+0"
    assert found.method == method


# ---- properties


def equivalent(method: str, when: date) -> dict[str, object]:
    """Inputs of a method that mean the due date `when`, by the rule's day counts alone."""
    offsets = {"lmp": 280, "conceived": 266, "insemination": 266, "retrieval": 266, "date": 0}
    if method == "transfer":
        return {"transfer": (when - 262 * DAY).isoformat(), "embryo_day": 4}
    if method == "scan":
        return {"scan": (when - 190 * DAY).isoformat(), "at": "12+6"}
    if method == "crl":  # ex-44: 65 mm is 12+6 by all three formulas
        return {"scan": (when - 190 * DAY).isoformat(), "crl": 65, "formula": "robinson"}
    return {method: (when - offsets[method] * DAY).isoformat()}


@pytest.mark.parametrize("method", METHODS)
@given(when=DAYS)
def test_every_method_round_trips_from_due_date_to_period_and_back(method: str, when: date) -> None:
    found = compute(method, equivalent(method, when), today=None)
    assert found.due == when
    lmp = day_of(found.due, Age(0))
    assert julian(when) - julian(lmp) == 280
    assert due("lmp", lmp=lmp.isoformat()) == when


@pytest.mark.parametrize("method", METHODS)
@given(when=DAYS)
def test_stored_inputs_compute_the_same_dating_again(method: str, when: date) -> None:
    found = compute(method, equivalent(method, when), today=None)
    assert compute(found.method, found.inputs, today=None) == found
    assert all(isinstance(value, str | int | float) for value in found.inputs.values())


@given(DAYS, st.integers(20, 45))
def test_a_day_more_of_cycle_is_a_day_later(lmp: date, cycle: int) -> None:
    found = due("lmp", lmp=lmp.isoformat(), cycle=cycle)
    assert julian(found) - julian(lmp) == 252 + cycle


@pytest.mark.parametrize("formula", ["robinson", "hadlock", "intergrowth"])
def test_a_longer_baby_is_never_younger(formula: str) -> None:
    low, high = crl_range(formula)
    ages = [exact_days(mm / 10, formula) for mm in range(low * 10, high * 10 + 1)]
    assert ages == sorted(ages)


@given(st.sampled_from(METHODS), st.dictionaries(st.sampled_from(KEYS), GARBAGE))
def test_garbage_is_only_ever_refused(method: str, inputs: dict[str, object]) -> None:
    for today in (TODAY, None):
        try:
            compute(method, inputs, today=today)
        except errors.Usage as refused:
            assert_in_words(refused)
