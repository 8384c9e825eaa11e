"""Where things stand, in one line."""

from amma_cli import messages as say
from amma_cli.blocks import Page, Paragraph, text
from amma_cli.domain.age import Age, day_of, plural
from amma_cli.domain.dates import format_date
from amma_cli.domain.moment import Moment
from amma_cli.domain.stage import Stage
from amma_cli.pages.today import since_words


def status(moment: Moment) -> Page:
    """Return one line for the stage."""
    return (Paragraph(text(_line(moment))),)


def _line(moment: Moment) -> str:
    if moment.age is not None:
        rest = f"{plural(moment.days_to_go, 'day')} to go"
        if moment.days_to_go <= 0:
            late = plural(-moment.days_to_go, "day")
            rest = say.PAST_DUE.format(days=late) if moment.days_to_go else say.DUE_TODAY
        return f"{moment.age.words}, {rest}"
    if moment.stage == Stage.NOT_YET:
        return say.NOT_YET.format(date=format_date(day_of(moment.due, Age(0))))
    if moment.days_since_birth is not None:
        return since_words(moment.days_since_birth)
    return say.UNKNOWN if moment.stage == Stage.UNKNOWN else say.ENDED
