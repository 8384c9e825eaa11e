"""amma checkin: the card of the week, its warning signs, a note, the reading."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from amma_cli import messages as say
from amma_cli.blocks import Block
from amma_cli.commands.ask import ask, from_stdin
from amma_cli.commands.fetch import after_birth_reading, week_view
from amma_cli.commands.house import House
from amma_cli.commands.show import show, tell
from amma_cli.domain.moment import SCHEMA, Moment, week_record
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import Reading, sign_week
from amma_cli.pages import checkin as page
from amma_cli.pages import today as cards
from amma_cli.store.journal import add_entry
from amma_cli.view.characters import clean


def checkin(
    ctx: typer.Context,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="kept in your journal; - is stdin")
    ] = None,
) -> None:
    """Check in: where you are, warning signs to know, a note, this week's reading.

    \b
    Examples:
      amma checkin
      amma checkin --note "Slept better"
      amma checkin --json --no-input
    """
    house: House = ctx.obj
    moment = house.need_moment()
    if note is not None:
        note = clean(from_stdin(house.env, note, "--note"))
    since = moment.days_since_birth
    if moment.age is None and since is None:
        _uncounted(house, moment, note)
        return
    card, reading, record = _card(house, moment, since)
    week = sign_week(moment.age.weeks if moment.age else 0, since)
    signs = house.shelf.signs(week)
    if not house.profile.newborn:
        signs = tuple(sign for sign in signs if sign.who != "baby")
    record["signs"] = [
        {"key": s.key, "label": s.label, "ask": s.ask, "level": s.level} for s in signs
    ]
    first = page.first_part(card, signs, house.region, house.who)
    asked = note is None and house.env.can_ask and not house.env.options.json
    if asked:
        show(house.env, first)
        note = ask(house.env, say.NOTE_ASK, "--note TEXT")
    record["saved"] = _keep(house, note)
    last = page.last_part(reading, house.who)
    show(house.env, last if asked else (*first, *last), record)


def _uncounted(house: House, moment: Moment, note: str | None) -> None:
    """Show the card of a stage that counts no week; what was typed is kept there too."""
    shown = cards.not_yet(moment)
    if moment.stage != Stage.NOT_YET:
        unknown = moment.stage == Stage.UNKNOWN
        shown = cards.unknown(moment, house.who) if unknown else cards.ended()
    record: dict[str, Any] = {"schema": SCHEMA, "stage": moment.stage}
    if note is not None:
        record["saved"] = _keep(house, note)
    show(house.env, shown, record)


def _card(
    house: House, moment: Moment, since: int | None
) -> tuple[Sequence[Block], Reading, dict[str, Any]]:
    """Return the upper part of the day's card, this week's reading, and the record of both."""
    if since is not None:
        _, reading = after_birth_reading(house.shelf, since // 7, newborn=house.profile.newborn)
        record = {"schema": SCHEMA, "stage": moment.stage, "days_since_birth": since}
        return cards.since_birth(since, reading), reading, record
    view = week_view(house.shelf, moment.guide_week or 1, moment, house.manner)
    top = cards.top(view, moment, house.profile.method, house.who, house.manner)
    return top, view.reading, week_record(view)


def _keep(house: House, note: str | None) -> str | None:
    """Store the note, if there is one; return the entry's id."""
    if not note:
        tell(house.env, say.NOTE_NONE)
        return None
    # Bytes that are no text reach us as lone surrogates, which no file takes.
    kept = note.encode("utf-8", "replace").decode("utf-8")
    entry = add_entry(
        house.paths.journal, house.env.now(), "checkin", {}, kept, house.profile.pregnancy
    )
    tell(house.env, say.NOTE_SAVED.format(path=house.paths.journal))
    return entry.id
