"""amma, amma today: the card of the day."""

from typing import Any

import typer

from amma_cli.commands.fetch import after_birth_reading, week_view
from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.domain.moment import Moment, card_record, moment_record, week_record
from amma_cli.domain.stage import Stage
from amma_cli.pages import today as page


def today(ctx: typer.Context) -> None:
    """Show your card of the day: week, size, reading, care.

    \b
    Examples:
      amma
      amma today --on 2026-11-29
      amma --json
    """
    house: House = ctx.obj
    moment = house.moment()
    if moment is None:
        record = {"schema": 1, "on": house.env.today().isoformat(), "stage": "no-profile"}
        show(house.env, page.welcome(house.who), record)
    elif moment.age is not None:
        view = week_view(
            house.shelf, moment.guide_week or 1, moment, house.manner, house.profile.about
        )
        method = house.profile.method
        record = {**week_record(view), "week": moment.week}
        show(house.env, page.today(view, moment, method, house.who, house.manner), record)
    else:
        _uncounted(house, moment)


def _uncounted(house: House, moment: Moment) -> None:
    """Show the card of a stage in which no week is counted."""
    record: dict[str, Any] = moment_record(moment)
    if moment.stage == Stage.NOT_YET:
        show(house.env, page.not_yet(moment), record)
    elif moment.stage == Stage.UNKNOWN:
        show(house.env, page.unknown(moment, house.who), record)
    elif moment.stage == Stage.AFTER_BIRTH:
        weeks = (moment.days_since_birth or 0) // 7
        _, reading = after_birth_reading(house.shelf, weeks, newborn=house.profile.newborn)
        record["articles"] = [card_record(c, c.slug == reading.lead) for c in reading.cards]
        show(house.env, page.after_birth(moment, reading, house.who), record)
    else:
        show(house.env, page.ended(), record)
