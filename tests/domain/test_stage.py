"""One stage on every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.stage import Stage, counts, stage_on

DUE = date(2027, 4, 11)
DAYS = st.dates(date(1902, 1, 1), date(2098, 12, 31))
MAYBE = st.none() | st.integers(-300, 500)


def at(weeks: int, days: int) -> date:
    return DUE + timedelta(days=7 * weeks + days - 280)


@pytest.mark.parametrize(
    ("weeks", "days", "stage"),
    [
        (0, -300, "not-yet"),
        (0, -1, "not-yet"),
        (0, 0, "expecting"),
        (0, 6, "expecting"),
        (39, 6, "expecting"),
        (40, 0, "expecting"),
        (40, 1, "past-due"),
        (42, 6, "past-due"),
        (43, 0, "unknown"),
        (57, 1, "unknown"),
    ],
)
def test_with_nothing_recorded_the_age_gives_the_stage(weeks: int, days: int, stage: str) -> None:
    assert stage_on(at(weeks, days), DUE) == stage


def test_from_300_before_to_400_after_0_0_every_day_has_one_stage_and_they_follow() -> None:
    stages = [stage_on(at(0, days), DUE) for days in range(-300, 401)]
    runs = [(s, stages.count(s)) for s in dict.fromkeys(stages)]
    assert runs == [("not-yet", 300), ("expecting", 281), ("past-due", 20), ("unknown", 100)]
    assert stages == sorted(stages, key=list(dict.fromkeys(stages)).index)


@given(DAYS, st.integers(-300, 400), MAYBE, st.booleans(), MAYBE)
def test_whatever_is_recorded_every_day_has_one_stage(
    due: date, days: int, born: int | None, ended: bool, still: int | None
) -> None:
    zero = due - timedelta(days=280)
    stage = stage_on(
        zero + timedelta(days=days),
        due,
        born=None if born is None else zero + timedelta(days=born),
        ended=ended,
        still_pregnant=None if still is None else zero + timedelta(days=still),
    )
    assert isinstance(stage, Stage)
    assert (stage is Stage.ENDED) == ended
    if not ended:
        assert (stage is Stage.AFTER_BIRTH) == (born is not None and days >= born)
        assert (stage is Stage.NOT_YET) == (days < 0 and (born is None or days < born))


def test_the_day_of_birth_is_the_first_day_after_the_birth() -> None:
    born = at(39, 2)
    assert stage_on(born - timedelta(days=1), DUE, born=born) is Stage.EXPECTING
    assert stage_on(born, DUE, born=born) is Stage.AFTER_BIRTH
    assert stage_on(born + timedelta(days=3000), DUE, born=born) is Stage.AFTER_BIRTH


def test_the_days_before_a_birth_after_43_0_were_past_due() -> None:
    assert stage_on(at(43, 1), DUE, born=at(43, 2)) is Stage.PAST_DUE


@pytest.mark.parametrize("ended", [True, date(2026, 11, 1), date(2027, 12, 1)])
def test_an_end_once_recorded_ends_every_day(ended: bool | date) -> None:
    for days in range(-300, 401):
        assert stage_on(at(0, days), DUE, ended=ended) is Stage.ENDED
        assert stage_on(at(0, days), DUE, ended=ended, born=at(39, 0)) is Stage.ENDED
    assert stage_on(at(20, 0), DUE, ended=False) is Stage.EXPECTING


def test_still_pregnant_gives_seven_days_and_then_asks_again() -> None:
    said = at(43, 0)
    stages = [stage_on(said + timedelta(days=d), DUE, still_pregnant=said) for d in range(8)]
    assert stages == [Stage.PAST_DUE] * 7 + [Stage.UNKNOWN]


def test_still_pregnant_said_before_43_0_changes_nothing_earlier() -> None:
    said = at(42, 5)
    assert stage_on(at(40, 0), DUE, still_pregnant=said) is Stage.EXPECTING
    assert stage_on(at(43, 4), DUE, still_pregnant=said) is Stage.PAST_DUE
    assert stage_on(at(43, 5), DUE, still_pregnant=said) is Stage.UNKNOWN


def test_an_age_is_counted_only_while_expecting_and_past_due() -> None:
    assert [stage for stage in Stage if counts(stage)] == [Stage.EXPECTING, Stage.PAST_DUE]
