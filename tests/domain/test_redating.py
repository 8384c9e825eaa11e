"""Which date counts, and what guidelines would do: said, never done."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.age import Age, age_on, parse_age
from amma_cli.domain.dating import METHODS, Dating, Scan, compute
from amma_cli.domain.redating import (
    Kept,
    acog_advice,
    active,
    comparisons,
    explain_choice,
    nice_advice,
)
from tests.domain.worked import DATA, days_of, examples, name_of

Given = tuple[str, dict[str, Any]]

ON = date(2026, 11, 22)
LMP: Given = ("lmp", {"lmp": "2026-01-01"})  # 12+0 on 26 March 2026
SCAN_KEPT: Given = ("scan", {"scan": "2026-03-26", "at": "11+0"})  # ex-48: 7 days, not more
SCAN_MOVES: Given = ("scan", {"scan": "2026-03-26", "at": "10+6"})  # ex-49: 8 days
CLINIC: Given = ("date", {"date": "2026-10-10"})
TRANSFER: Given = ("transfer", {"transfer": "2026-01-20", "embryo_day": 5})
CRL: Given = ("crl", {"scan": "2026-03-26", "crl": 60.0, "formula": "robinson"})


def kept(*given_: Given, replace: tuple[int, ...] = ()) -> list[Kept]:
    return [
        Kept(compute(method, inputs, today=None), ON, number in replace)
        for number, (method, inputs) in enumerate(given_)
    ]


def chosen(*given_: Given, replace: tuple[int, ...] = ()) -> str:
    found = active(kept(*given_, replace=replace))
    assert found is not None
    return found.dating.method


@pytest.mark.parametrize("example", examples("redating-acog"), ids=name_of)
def test_worked_examples_of_acog_redating(example: dict[str, Any]) -> None:
    given_, expect = example["input"], example["expect"]
    found = acog_advice(given_["lmp"], given_["scan"], parse_age(given_["ga_by_scan"]))
    assert found is not None
    assert found.ga_by_lmp.short == expect["ga_by_lmp"]
    assert found.difference_days == expect["difference_days"]
    assert found.threshold_days == expect["threshold_days"]
    assert found.redate is expect["redate"]
    assert found.due == expect["edd"]


def test_every_band_of_acog_s_table_has_its_threshold_from_its_first_to_its_last_day() -> None:
    lmp = date(2026, 1, 1)
    for band in DATA["redating"]["band"]:
        for days in range(days_of(band["from"]), days_of(band["to"]) + 1):
            day = lmp + timedelta(days=days)
            for difference in (band["more_than_days"], band["more_than_days"] + 1):
                for age in (Age(days - difference), Age(days + difference)):
                    found = acog_advice(lmp, day, age)
                    assert found is not None
                    assert found.threshold_days == band["more_than_days"]
                    assert found.redate is (difference > band["more_than_days"])


def test_acog_s_table_ends_at_42_0_and_begins_with_the_period() -> None:
    lmp = date(2026, 1, 1)
    assert acog_advice(lmp, lmp + timedelta(days=294), Age(280)) is not None
    assert acog_advice(lmp, lmp + timedelta(days=295), Age(280)) is None
    assert acog_advice(lmp, lmp - timedelta(days=1), Age(40)) is None


@pytest.mark.parametrize(
    ("age", "crl", "sets"),
    [
        ("11+1", None, False),
        ("11+2", None, True),
        ("14+1", None, True),
        ("14+2", None, False),
        ("11+2", 44.9, False),
        ("11+2", 45.0, True),
        ("14+1", 84.0, True),
        ("14+1", 84.1, False),
        ("14+2", 84.0, True),  # the CRL decides where there is one
    ],
)
def test_nice_dates_by_the_scan_from_11_2_to_14_1(age: str, crl: float | None, sets: bool) -> None:
    day = date(2026, 3, 26)
    found = nice_advice(Scan(day, parse_age(age), crl))
    assert found.sets_date is sets
    assert bool(found.why_not) is not sets
    assert age_on(found.due, day).short == age


def test_nice_keeps_the_date_of_an_embryo() -> None:
    found = nice_advice(Scan(date(2026, 3, 26), parse_age("12+0"), 60.0), embryo=True)
    assert not found.sets_date


def test_nothing_kept_has_nothing_active() -> None:
    assert active([]) is None
    assert explain_choice([]) == ()
    assert explain_choice(kept(LMP)) == ()


def test_the_latest_dating_is_active() -> None:
    assert chosen(LMP, SCAN_KEPT) == "scan"
    assert chosen(SCAN_KEPT, LMP) == "lmp"
    assert chosen(LMP, TRANSFER) == "transfer"


def test_the_clinic_s_date_stays_until_another_or_replace() -> None:
    later = ("date", {"date": "2026-10-12"})
    for other in (LMP, SCAN_KEPT, CRL, TRANSFER):
        assert chosen(CLINIC, other) == "date"
        assert chosen(CLINIC, other, replace=(1,)) == other[0]
        assert chosen(CLINIC, other, SCAN_MOVES, replace=(1,)) == (
            "transfer" if other is TRANSFER else "scan"
        )
    found = active(kept(CLINIC, SCAN_KEPT, later))
    assert found is not None
    assert found.dating.due == date(2026, 10, 12)


def test_a_date_from_an_embryo_is_not_moved_by_scans_or_periods() -> None:
    for other in (LMP, SCAN_KEPT, CRL, ("conceived", {"conceived": "2026-01-16"})):
        assert chosen(TRANSFER, other) == "transfer"
        assert chosen(TRANSFER, other, replace=(1,)) == other[0]
    assert chosen(TRANSFER, CLINIC) == "date"
    assert chosen(TRANSFER, ("retrieval", {"retrieval": "2026-01-15"})) == "retrieval"


@given(
    st.lists(st.tuples(st.sampled_from([LMP, CLINIC, TRANSFER, CRL]), st.booleans()), min_size=1)
)
def test_what_is_active_is_one_of_the_kept_and_a_replacing_one_always_wins(
    given_: list[tuple[Given, bool]],
) -> None:
    all_kept = [Kept(compute(m, i, today=None), ON, r) for (m, i), r in given_]
    found = active(all_kept)
    assert any(found is k for k in all_kept)
    forced = Kept(compute(*LMP, today=None), ON, True)
    assert active([*all_kept, forced]) is forced


def test_the_difference_is_counted_from_the_active_date() -> None:
    first, second = (k.dating for k in kept(LMP, SCAN_MOVES))
    assert comparisons(first, [second]) == (("scan", date(2026, 10, 16), 8),)
    assert comparisons(second, [first, second]) == (
        ("lmp", date(2026, 10, 8), -8),
        ("scan", date(2026, 10, 16), 0),
    )


def test_the_answer_says_what_acog_and_nice_would_do_and_whose_decision_it_is() -> None:
    say = " ".join(explain_choice(kept(LMP, SCAN_MOVES)))
    assert "By your last period it would be 8 October 2026, 8 days earlier." in say
    assert "more than 7 days at 12+0 by the period" in say
    assert "date by the scan: 16 October 2026" in say
    assert "NICE guideline NG201 (2021)" in say
    assert say.endswith("Your maternity team decides which date counts: ask them if yours differs.")


def test_the_answer_says_where_acog_would_keep_the_period() -> None:
    say = " ".join(explain_choice(kept(LMP, SCAN_KEPT)))
    assert "here it is 7 days, so it would keep the date by the period: 8 October 2026" in say
    assert "this scan was earlier" in say


def test_the_answer_says_where_nice_would_date_by_the_scan() -> None:
    early: Given = ("scan", {"scan": "2026-02-24", "at": "7+0"})
    for given_ in ([LMP, CRL], [LMP, early, CRL]):
        say = " ".join(explain_choice(kept(*given_)))
        assert "whatever the period said: 5 October 2026." in say


def test_the_answer_says_that_the_clinic_s_date_stays() -> None:
    say = explain_choice(kept(CLINIC, SCAN_MOVES))
    assert say[0] == (
        "Your clinic's date, 10 October 2026, stays. To use the new one instead, add --replace."
    )
    assert say[1] == "By the scan on 26 March 2026 it would be 16 October 2026, 6 days later."


def test_the_answer_says_that_embryo_dates_are_not_moved_by_scans() -> None:
    orders: list[list[Given]] = [[TRANSFER, SCAN_MOVES], [LMP, TRANSFER, CRL]]
    for order in [*orders, [SCAN_MOVES, TRANSFER]]:
        say = " ".join(explain_choice(kept(*order)))
        assert "not moved by scans" in say
        assert "NICE" not in say


def test_the_answer_says_that_a_later_scan_dates_less_well() -> None:
    later = ("scan", {"scan": "2026-06-01", "at": "21+0"})
    assert "earliest good scan" in " ".join(explain_choice(kept(SCAN_MOVES, later)))
    assert "earliest good scan" not in " ".join(explain_choice(kept(later, SCAN_MOVES)))


def test_a_cycle_of_another_length_is_said_beside_acog_s_plain_count() -> None:
    odd = ("lmp", {"lmp": "2026-01-01", "cycle": 33})
    assert "counted for a cycle of 28 days" in " ".join(explain_choice(kept(odd, SCAN_MOVES)))


def test_of_dates_by_one_method_only_the_latest_is_compared() -> None:
    typo = ("lmp", {"lmp": "2026-02-01"})
    say = explain_choice(kept(typo, LMP, SCAN_MOVES))
    assert sum(sentence.startswith("By your last period") for sentence in say) == 1
    assert explain_choice(kept(typo, LMP)) == ()


def test_no_sentence_claims_to_overrule_or_to_reassure() -> None:
    given_: list[Given] = [LMP, CLINIC, TRANSFER, SCAN_KEPT, CRL]
    for first in given_:
        for second in given_:
            for sentence in explain_choice(kept(first, second)):
                low = sentence.lower()
                assert not any(word in low for word in ("wrong", "must", "should be fine", "!"))


def test_the_words_for_every_method_exist() -> None:
    for method in METHODS:
        other = Dating(method, {"scan": "2026-03-26"}, date(2026, 10, 9), ())
        say = explain_choice([*kept(LMP), Kept(other, ON), *kept(LMP, replace=(0,))])
        assert method == "lmp" or any(sentence.startswith("By ") for sentence in say)
