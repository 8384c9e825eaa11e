"""The stage of a pregnancy on a day: the one function that every screen obeys."""

from datetime import date, timedelta
from enum import StrEnum

from amma_cli.domain.age import TERM_DAYS, age_on

UNKNOWN_FROM = 301  # 43+0: with nothing recorded, nobody may assume how things stand
STILL_PREGNANT_DAYS = 7  # "still pregnant" holds this many days, its own day the first


class Stage(StrEnum):
    """Where a pregnancy stands; the value is the word used in JSON."""

    NOT_YET = "not-yet"
    EXPECTING = "expecting"
    PAST_DUE = "past-due"
    UNKNOWN = "unknown"
    AFTER_BIRTH = "after-birth"
    ENDED = "ended"


def stage_on(
    day: date,
    due: date,
    *,
    born: date | None = None,
    ended: bool | date | None = None,
    still_pregnant: date | None = None,
) -> Stage:
    """The stage on a day (design.md, "Stage of a pregnancy on a day").

    born: the day of birth; from that day on it is after the birth.
    ended: anything but None and False ends every day, earlier ones too: once an
        end is recorded, no day that is asked for counts weeks again (convention 31).
    still_pregnant: the latest day on which she said so. From 43+0 it gives
        past due up to and including its sixth day after (seven days in all).
    A recorded later birth, like a recorded "still pregnant", says that the
    pregnancy went on until then: earlier days from 43+0 are past due.
    """
    if ended is not None and ended is not False:
        return Stage.ENDED
    if born is not None and day >= born:
        return Stage.AFTER_BIRTH
    days = age_on(due, day).days
    if days < 0:
        return Stage.NOT_YET
    if days <= TERM_DAYS:
        return Stage.EXPECTING
    if days < UNKNOWN_FROM or born is not None:
        return Stage.PAST_DUE
    if still_pregnant is not None and day - still_pregnant < timedelta(days=STILL_PREGNANT_DAYS):
        return Stage.PAST_DUE
    return Stage.UNKNOWN


def counts(stage: Stage) -> bool:
    """Whether a week, an age, a size or a countdown may be shown in this stage."""
    return stage in (Stage.EXPECTING, Stage.PAST_DUE)
