"""amma chart: what was logged, drawn by week, and as a table wherever drawing does not fit."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from amma_cli import messages_chart as words
from amma_cli.blocks import Table
from amma_cli.commands import types
from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.domain.age import age_on
from amma_cli.domain.chart import KINDS, Line, Logged, lines_of
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.stage import Stage
from amma_cli.errors import Usage
from amma_cli.pages import chart as page
from amma_cli.store.files import write_export
from amma_cli.store.journal import stored_time


def chart(
    ctx: typer.Context, kind: Annotated[str, typer.Argument(metavar="|".join(KINDS))],
    svg: types.Svg = None,
) -> None:  # fmt: skip
    """Draw what you logged: weight, blood pressure, blood sugar, mood, sleep; or the baby's size.

    \b
    Examples:
      amma chart weight
      amma chart bp --svg pressure.svg
      amma chart glucose --plain
    """
    house: House = ctx.obj
    if kind not in KINDS:
        raise Usage(words.KINDS.format(kinds=", ".join(KINDS)), "amma chart weight")
    if kind == "size":
        _size(ctx)
        return
    rows, after_birth, ended = _rows(house)
    lines = lines_of(kind, rows)
    table = page.table_of(kind, rows, house.manner.units, weeks=not ended)
    record = _record(kind, lines, rows, ended=ended)
    if not lines or ended:
        shown = page.by_day(kind, table) if lines else page.nothing(kind)
        show(house.env, shown, record)
        return
    drawn = _drawn(house, kind, lines, table, after_birth=after_birth)
    record["notes"] = list(drawn.notes)
    if svg is not None:
        _svg(house, drawn.chart, svg, record)
        return
    show(house.env, page.page(kind, drawn), record)


def _drawn(
    house: House, kind: str, lines: tuple[Line, ...], table: Table, *, after_birth: bool
) -> page.Drawn:
    about, moment = house.profile.about, house.moment()
    here = None if moment is None or moment.age is None else moment.age.days / 7
    return page.drawn(
        kind, lines, table, about, twins="twins" in about.flags, here=here,
        after_birth=after_birth,
    )  # fmt: skip


def _size(ctx: typer.Context) -> None:
    from amma_cli.commands.week import size

    size(ctx, None)


def _rows(house: House) -> tuple[list[Logged], bool, bool]:
    """Return the entries of this pregnancy, whether they count from a birth, or from nothing.

    Before a birth a week is one of pregnancy; after it the weeks since the birth.
    """
    moment = house.moment()
    after = moment is not None and moment.stage == Stage.AFTER_BIRTH
    ended = moment is None or moment.stage == Stage.ENDED
    found = []
    for entry in house.entries():
        when = stored_time(entry)
        week = _week(house, when, after=after) if not ended else 0.0
        if week is not None:
            found.append(Logged(when, week, entry.kind, entry.data))
    return found, after, ended


def _week(house: House, when: datetime, *, after: bool) -> float | None:
    """Return the week of an entry with its part of a day, None on the other side of a birth."""
    born, due = house.profile.born, house.profile.due
    part = (when.hour * 60 + when.minute) / 1440
    if after and born is not None:
        days = (when.date() - born).days
        return None if days < 0 else (days + part) / 7
    if due is None:
        return None
    days = age_on(due, when.date()).days
    return None if days < 0 else (days + part) / 7


def _record(kind: str, lines: Any, rows: list[Logged], *, ended: bool) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "chart": kind,
        "lines": [] if ended else [
            {"name": line.name, "points": [[round(x, 3), y] for x, y in line.points]}
            for line in lines
        ],
        "entries": [
            {"when": row.when.isoformat(timespec="seconds"), "kind": row.kind, "data": row.data}
            for row in rows
        ],
    }  # fmt: skip


def _svg(house: House, drawn: Any, name: str, record: dict[str, Any]) -> None:
    from amma_cli.pages.signs import line
    from amma_cli.view.svg import paint_svg

    picture = paint_svg(drawn)
    if name == "-":
        house.env.stdout.write(picture)
        return
    path = Path(name)
    write_export(path, picture.encode("utf-8"))
    show(house.env, line(words.SVG_SAVED.format(path=path)), {**record, "svg": str(path)})
