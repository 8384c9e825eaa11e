"""amma week, amma size: a week's guide in full, and its figures."""

from typing import Annotated, Any

import typer

from amma_cli.commands.fetch import (
    NOTHING_SAID,
    after_birth_reading,
    week_view,
    without_newborn,
)
from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.domain.age import parse_age
from amma_cli.domain.moment import SCHEMA, size_record, week_record
from amma_cli.domain.stage import Stage
from amma_cli.errors import NotFound, Usage
from amma_cli.messages import READ_WEEK
from amma_cli.pages import week as page
from amma_cli.pages.article import words_of
from amma_cli.pages.parts import reading_blocks

LAST = 42
Week = Annotated[
    str | None,
    typer.Argument(metavar="[N]", help="a completed week, 20 or 20+3", show_default=False),
]


def week(
    ctx: typer.Context,
    number: Week = None,
    after_birth: Annotated[
        bool, typer.Option("--after-birth", help="a week since the birth, 0 to 5")
    ] = False,
) -> None:
    """Show the guide of a week in full; yours when N is left out.

    \b
    Examples:
      amma week 20
      amma week
      amma week 0 --after-birth
    """
    house: House = ctx.obj
    since = _weeks_since_birth(house) if number is None else None
    if since is not None and not house.profile.newborn:
        raise NotFound("The guides of these weeks are left out, as you asked.", "amma")
    if after_birth or since is not None:
        _after_birth(house, since if since is not None else chosen_week(house, number))
        return
    chosen = chosen_week(house, number)
    moment = house.read_moment()
    shown = moment if moment and moment.age is not None else None
    about = house.read_profile.about if shown else NOTHING_SAID
    view = week_view(house.shelf, chosen, shown, house.manner, about)
    keys = [key for line in view.care for key in line.sources]
    sources = house.shelf.sources(list(dict.fromkeys(keys)))
    day = house.env.today().isoformat()
    record = week_record(view._replace(moment=None))
    if shown and shown.week == chosen:
        record = week_record(view)
    record["guide"] = _guide_record(view.guide)
    show(house.env, page.week(view, sources, house.manner, house.who, day), record)


def _guide_record(guide: Any) -> list[dict[str, Any]]:
    """Return the sections of a guide for --json, citations left out."""
    return [
        {"title": section.title, "text": [words_of(block) for block in section.blocks]}
        for section in (guide.sections if guide else ())
    ]


def _weeks_since_birth(house: House) -> int | None:
    moment = house.moment()
    days = moment.days_since_birth if moment else None
    return None if days is None else days // 7


def chosen_week(house: House, number: str | None) -> int:
    """Return the completed week asked for, or that of --on or today.

    Raises errors.NoProfile without a number and a due date, errors.NotFound outside 0 to 42.
    """
    if number is None:
        moment = house.need_moment()
        if moment.age is None:
            hint = (
                "amma resume"
                if moment.stage == Stage.ENDED
                else "amma week 20 shows any week's guide."
            )
            raise NotFound(_NO_COUNT[moment.stage], hint)
        return min(moment.age.weeks, LAST)
    if number.startswith("-"):
        raise Usage(f"There is no week {number[:20]}.", "There are weeks 0 to 42: amma week 20")
    weeks = parse_age(number, name="week").weeks
    if weeks > LAST:
        raise NotFound(f"There is no week {weeks}: the guides go from 0 to {LAST}.", "amma week 42")
    return weeks


_NO_COUNT = {
    Stage.NOT_YET: "Your count has not begun, so there is no week to show.",
    Stage.UNKNOWN: "amma shows no week until you say how things stand: amma",
    Stage.AFTER_BIRTH: "There is no week of pregnancy after the birth.",
    Stage.ENDED: "amma shows no dates.",
}


def _after_birth(house: House, week_number: int) -> None:
    guide, reading = after_birth_reading(house.shelf, week_number, newborn=True)
    if guide is None:
        raise NotFound(
            f"There is no guide of week {week_number} after birth yet.",
            "amma list --topic after shows the articles for that time.",
        )
    if not house.read_profile.newborn:  # the guide was asked for by its number, its list was not
        reading = reading._replace(cards=without_newborn(house.shelf, reading.cards))
    record = {
        "schema": SCHEMA,
        "week_after_birth": week_number,
        "why": guide.why,
        "lead": guide.lead,
        "articles": [c.slug for c in reading.cards],
        "guide": _guide_record(guide),
    }
    list_blocks = reading_blocks(reading, READ_WEEK)
    day = house.env.today().isoformat()
    show(house.env, page.after_birth_week(guide, list_blocks, house.who, day), record)


def size(ctx: typer.Context, number: Week = None) -> None:
    """Show length and weight of a week and the growth chart.

    \b
    Examples:
      amma size 20
      amma size
      amma size 32 --plain
    """
    house: House = ctx.obj
    moment = house.read_moment()
    uncounted = moment is None or moment.stage == Stage.NOT_YET
    chosen = None if number is None and uncounted else max(1, chosen_week(house, number))
    sizes = house.shelf.sizes()
    keys = [part.source for s in sizes for part in (s.length, s.weight) if part]
    sources = house.shelf.sources(list(dict.fromkeys(keys)))
    mine = bool(moment and moment.week == chosen)
    record: dict[str, Any] = {"schema": SCHEMA, "week": chosen}
    if not house.manner.calm:
        if chosen is not None:
            record["size"] = size_record(next((s for s in sizes if s.week == chosen), None))
        record["weeks"] = [{"week": s.week, **size_record(s)} for s in sizes]
    show(house.env, page.size(chosen, sizes, house.manner, sources, mine), record)
