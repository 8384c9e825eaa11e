"""What belongs on a sheet: since when, which questions, medicines once each."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.logged import KINDS
from amma_cli.domain.visit import (
    PARTS,
    Noted,
    Taken,
    last_visit,
    left,
    medicines,
    questions,
    since,
)

NOW = datetime(2026, 11, 22, 12)
HOURS = st.integers(-2000, 2000)


def noted(hours: int, kind: str = "note", note: str = "", **data: Any) -> Noted:
    return Noted(f"{hours}", NOW + timedelta(hours=hours), kind, data, note)


@given(st.lists(HOURS), st.lists(HOURS))
def test_the_last_visit_is_the_latest_appointment_that_is_past(
    visits: list[int], others: list[int]
) -> None:
    rows = [noted(h, "appointment") for h in visits] + [noted(h) for h in others]
    past = [h for h in visits if h < 0]
    expected = NOW + timedelta(hours=max(past)) if past else None
    assert last_visit(rows, NOW) == expected


@given(st.lists(HOURS), st.one_of(st.none(), HOURS))
def test_what_was_logged_since_is_in_order_and_holds_nothing_else(
    hours: list[int], start: int | None
) -> None:
    begin = None if start is None else NOW + timedelta(hours=start)
    found = since([noted(h) for h in hours], begin, NOW)
    kept = sorted(h for h in hours if h <= 0 and (start is None or h >= start))
    assert [one.when for one in found] == [NOW + timedelta(hours=h) for h in kept]


def test_a_question_is_open_until_it_is_done() -> None:
    rows = [noted(-1, "question", text="B", done="2026-11-22"), noted(-2, "question", text="A"),
            noted(-3, "question", text="C", done=""), noted(-4, text="note")]  # fmt: skip
    assert [one.text for one in questions(rows)] == ["C", "A"]
    assert [one.text for one in questions(rows, done=True)] == ["B"]


def test_a_medicine_stands_once_with_its_days() -> None:
    rows = [noted(-240, "medicine", text="Iron 65 mg"), noted(-120, "medicine", text="iron  65 MG"),
            noted(-72, "medicine", note="half", text="Paracetamol"),
            noted(-24, "medicine", text="Iron 65 mg"), noted(-1, "weight")]  # fmt: skip
    assert medicines(rows) == (
        Taken("Iron 65 mg", 3, date(2026, 11, 12), date(2026, 11, 21)),
        Taken("Paracetamol; half", 1, date(2026, 11, 19), date(2026, 11, 19)),
    )


@pytest.mark.parametrize(
    ("only", "without", "kept"),
    [
        ((), (), ("a", "b", "c")), (("b",), (), ("b",)), ((), ("a", "c"), ("b",)),
        (("a", "b"), ("b",), ("a",)), (("x",), (), ()), (("c", "a"), (), ("a", "c")),
    ],
)  # fmt: skip
def test_only_what_is_ticked_stays(
    only: tuple[str, ...], without: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    assert left(("a", "b", "c"), only, without) == kept


def test_no_part_holds_a_private_kind_and_none_is_in_two() -> None:
    kinds = [kind for part in PARTS.values() for kind in part]
    assert len(set(kinds)) == len(kinds)
    stored = {*KINDS.values(), "checkin", "kicks", "contractions"}
    assert stored - set(kinds) == {"note", "read", "appointment"}
