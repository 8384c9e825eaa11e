"""The one session that goes on: taken up again, put into the journal, or in the way of another."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from amma_cli import messages_live as words
from amma_cli.blocks import Page
from amma_cli.commands.ask import agrees
from amma_cli.commands.house import House
from amma_cli.commands.show import tell
from amma_cli.domain import tracker
from amma_cli.domain.contact import filled
from amma_cli.domain.dates import format_date
from amma_cli.domain.safety import Readings
from amma_cli.errors import Failed
from amma_cli.store.journal import Entry, new_entry, put_entry
from amma_cli.store.live import Live, clear_live

KEEP_WHOLE = 2000  # presses of a session that the journal keeps one by one


class Tracker(NamedTuple):
    """What is tracked: its name, its screen, what it gives the rules, its summary, whom to call
    before any counting.

    screen: of a session after so many seconds, in a form of pages.live. readings: of a session
    after so many seconds, in a week of the safety rules, with what applies to her.
    """

    name: str
    screen: Callable[[House, Live, float, str], Page]
    readings: Callable[[Live, float, int, Collection[str]], Readings]
    summary: Callable[[Live, float], str]
    first: str


def elapsed_of(house: House, live: Live) -> float:
    """Return the seconds of a session, up to its last press where it was left lying."""
    elapsed = max(0.0, (house.env.now() - live.start).total_seconds())
    if tracker.left_lying(live.presses, elapsed):
        return live.presses[-1] if live.presses else 0.0
    return elapsed


def lies(house: House, live: Live) -> bool:
    """Return whether a session was left long ago and is no picture of now."""
    elapsed = (house.env.now() - live.start).total_seconds()
    return tracker.left_lying(live.presses, elapsed)


def when_words(house: House, live: Live) -> str:
    """Return when a session began: the time, with its day where that is not today."""
    day = live.start.date()
    clock = f"{live.start:%H:%M}"
    return clock if day == house.env.today() else f"{format_date(day)}, {clock}"


def store_session(house: House, of: Tracker, live: Live, elapsed: float) -> Entry | None:
    """Move a session to the journal; one without a press only goes, and is no entry."""
    entry = None
    if live.presses:
        data = {
            "summary": of.summary(live, elapsed), "seconds": round(elapsed, 1),
            "presses": list(live.presses[:KEEP_WHOLE]),
        }  # fmt: skip
        number = house.profile.pregnancy
        entry = new_entry(live.start, of.name, data, "", number)._replace(id=_name(live, number))
        put_entry(house.paths.journal, entry)
    try:
        clear_live(house.paths.live)
    except Failed as error:
        if entry is None:
            raise
        hint = words.SAVED_STAYS_HINT.format(command=of.name)
        raise Failed(words.SAVED_STAYS.format(path=house.paths.live), hint) from error
    return entry


def _name(live: Live, pregnancy: int) -> str:
    """Return the id of a session's entry: the same however often it is put into the journal."""
    import hashlib

    said = f"{live.kind} {live.start.isoformat()} {pregnancy}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def made_way(
    house: House, of: Tracker, live: Live | None, every: Mapping[str, Tracker]
) -> Live | None:
    """Return the session of this kind that goes on; put one that lies in the way into the journal.

    Raises errors.Failed where another kind goes on and she does not want it finished.
    """
    if live is None or live.kind not in every:
        return live
    if live.kind != of.name and live.presses and not lies(house, live):
        said = words.OTHER.format(kind=live.kind, time=when_words(house, live))
        asks = house.env.can_ask and not house.env.options.json
        if not asks or not _lets_go(house, said, every[live.kind]):
            hint = words.OTHER_HINT.format(command=live.kind)
            raise Failed(f"{said} {filled(of.first, house.who)}", hint)
    elif live.kind == of.name and not lies(house, live):
        return live
    entry = store_session(house, every[live.kind], live, elapsed_of(house, live))
    if entry is not None:
        said = words.PUT_AWAY.format(kind=live.kind, time=when_words(house, live))
        tell(house.env, f"{said} {words.SAVED.format(summary=entry.data['summary'])}")
    return None


def _lets_go(house: House, said: str, other: Tracker) -> bool:
    tell(house.env, f"{said} {filled(other.first, house.who)}")
    return agrees(house.env, words.OTHER_ASK, f"amma {other.name} --finish")
