"""The dates that UK law counts from the due date, for work."""

from datetime import date, timedelta
from typing import NamedTuple


class WorkDates(NamedTuple):
    """Days of the UK rules on maternity leave and pay; weeks run Sunday to Saturday."""

    expected_week_starts: date
    expected_week_ends: date
    earliest_leave: date
    qualifying_week_starts: date
    qualifying_week_ends: date
    mat_b1_from: date


def work_dates(due: date) -> WorkDates:
    """The UK dates that follow from a due date (GOV.UK, Maternity pay and leave).

    The expected week of childbirth is the week, Sunday to Saturday, of the due
    date. Leave starts at the earliest 11 weeks before it; the employer is told
    by the end of the 15th week before it (the qualifying week); the MAT B1
    certificate is given no more than 20 weeks before it.
    """
    sunday = due - timedelta(days=due.isoweekday() % 7)
    qualifying = sunday - timedelta(weeks=15)
    return WorkDates(
        expected_week_starts=sunday,
        expected_week_ends=sunday + timedelta(days=6),
        earliest_leave=sunday - timedelta(weeks=11),
        qualifying_week_starts=qualifying,
        qualifying_week_ends=qualifying + timedelta(days=6),
        mat_b1_from=sunday - timedelta(weeks=20),
    )
