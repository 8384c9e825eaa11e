"""The weeks of UK law, Sunday to Saturday."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.dates import format_weekday
from amma_cli.domain.work_dates import work_dates
from tests.domain.worked import examples, julian, name_of


@pytest.mark.parametrize("example", examples("uk-expected-week"), ids=name_of)
def test_worked_examples_of_the_expected_week(example: dict[str, Any]) -> None:
    expect = dict(example["expect"])
    due = example["input"]["edd"]
    assert format_weekday(due).startswith(expect.pop("edd_weekday") + ", ")
    found = work_dates(due)
    assert expect == {
        "ewc_starts": found.expected_week_starts,
        "ewc_ends": found.expected_week_ends,
        "earliest_leave": found.earliest_leave,
        "qualifying_week_starts": found.qualifying_week_starts,
        "qualifying_week_ends": found.qualifying_week_ends,
        "matb1_from": found.mat_b1_from,
    }


@given(st.dates(date(1901, 1, 1), date(2100, 12, 31)))
def test_the_expected_week_runs_sunday_to_saturday_and_holds_the_due_date(due: date) -> None:
    found = work_dates(due)
    assert julian(found.expected_week_starts) % 7 == 6  # Julian day 6 modulo 7 is a Sunday
    assert 0 <= julian(due) - julian(found.expected_week_starts) <= 6
    assert julian(found.expected_week_ends) - julian(found.expected_week_starts) == 6
    starts = julian(found.expected_week_starts)
    assert [starts - julian(d) for d in (found.earliest_leave, found.mat_b1_from)] == [77, 140]
    assert starts - julian(found.qualifying_week_starts) == 105
    assert starts - julian(found.qualifying_week_ends) == 99
