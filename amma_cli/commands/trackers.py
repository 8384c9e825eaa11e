"""amma kicks and amma contractions: a key a movement, a key for start and stop."""

from collections.abc import Callable
from typing import Annotated, Any, NamedTuple

import typer

from amma_cli import messages_live as words
from amma_cli.blocks import Page
from amma_cli.commands.house import House
from amma_cli.commands.live import run_keys, run_lines
from amma_cli.commands.log import entry_record
from amma_cli.commands.show import show, tell
from amma_cli.commands.weighing import known_time, record_of
from amma_cli.domain import tracker
from amma_cli.domain.contact import filled
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.safety import Asked, Judgement, Readings, judge
from amma_cli.domain.stage import Stage
from amma_cli.errors import Failed, NotFound, Usage
from amma_cli.library.rulebook import read_rules
from amma_cli.pages import live as page
from amma_cli.pages import signs as signs_page
from amma_cli.store.journal import Entry, add_entry
from amma_cli.store.live import Live, clear_live, press, read_live, start_live, unpress

KICKS_FROM = 24  # completed weeks; before, movements have no pattern
KEEP_WHOLE = 2000  # presses of a session that the journal keeps one by one


class Tracker(NamedTuple):
    """One of the two: its name, its screen, what it gives the rules, its summary."""

    name: str
    screen: Callable[[House, Live, float, bool], Page]
    readings: Callable[[Live, float], Readings]
    summary: Callable[[Live, float], str]


Press = Annotated[bool, typer.Option("--press", help="one press, and end")]
Finish = Annotated[bool, typer.Option("--finish", help="save the session that goes on")]
Discard = Annotated[bool, typer.Option("--discard", help="put it away without saving")]


def kicks(ctx: typer.Context, press_: Press = False, finish: Finish = False,
          discard: Discard = False) -> None:  # fmt: skip
    """Time movements, a key for each. If they are less or different, call now; do not count first.

    \b
    Examples:
      amma kicks
      amma kicks --press
      amma kicks --finish
    """
    _track(ctx.obj, KICKS, press_, finish, discard)


def contractions(ctx: typer.Context, press_: Press = False, finish: Finish = False,
                 discard: Discard = False) -> None:  # fmt: skip
    """Time contractions: a key when one begins and when it ends; says when to call.

    \b
    Examples:
      amma contractions
      amma contractions --press
      amma contractions --finish
    """
    _track(ctx.obj, CONTRACTIONS, press_, finish, discard)


def _track(house: House, of: Tracker, press_: bool, finish: bool, discard: bool) -> None:
    if press_ + finish + discard > 1:
        raise Usage("One of --press, --finish and --discard.", f"amma {of.name} -h")
    live = read_live(house.paths.live)
    if live is not None and live.kind != of.name:
        said = words.OTHER.format(kind=live.kind, time=f"{live.start:%H:%M}")
        raise Failed(said, words.OTHER_HINT.format(command=live.kind))
    if (finish or discard) and live is None:
        raise NotFound(words.NO_SESSION, words.NO_SESSION_HINT.format(command=of.name))
    if discard:
        clear_live(house.paths.live)
        show(house.env, signs_page.line(words.DISCARDED), {"schema": SCHEMA, "saved": None})
    elif finish and live is not None:
        _finish(house, of, live, _elapsed(house, live))
    elif press_:
        _one_press(house, of, live)
    elif not house.env.can_ask or house.env.options.json:
        _state(house, of, live)
    else:
        _session(house, of, live)


def _state(house: House, of: Tracker, live: Live | None) -> None:
    """Show the session that goes on, where nobody can press a key."""
    _refuse_where_nothing_counts(house)
    record: dict[str, Any] = {"schema": SCHEMA, "kind": of.name, "start": None, "presses": []}
    if live is None:
        said = f"{words.NO_SESSION} {words.NO_SESSION_HINT.format(command=of.name)}"
        first = signs_page.strong(filled(words.FIRST if of is KICKS else words.ANY_TIME, house.who))
        show(house.env, (*first, *signs_page.line(said)), record)
        return
    elapsed = _elapsed(house, live)
    record |= {"start": live.start.isoformat(), "presses": list(live.presses),
               **_judged(house, of, live, elapsed)}  # fmt: skip
    show(house.env, of.screen(house, live, elapsed, False), record)


def _elapsed(house: House, live: Live) -> float:
    return max(0.0, (house.env.now() - live.start).total_seconds())


def _one_press(house: House, of: Tracker, live: Live | None) -> None:
    _refuse_where_nothing_counts(house)
    now = live or start_live(house.paths.live, of.name, house.env.now())
    elapsed = _elapsed(house, now)
    now = press(house.paths.live, now, elapsed)
    record = {"schema": SCHEMA, "kind": of.name, "start": now.start.isoformat(),
              "presses": list(now.presses), **_judged(house, of, now, elapsed)}  # fmt: skip
    show(house.env, of.screen(house, now, elapsed, False), record)


def _session(house: House, of: Tracker, live: Live | None) -> None:
    _refuse_where_nothing_counts(house)
    if live is not None:
        tell(house.env, words.GOES_ON.format(kind=of.name, time=f"{live.start:%H:%M}"))
    began = live or start_live(house.paths.live, of.name, house.env.now())
    base, zero = _elapsed(house, began), house.env.elapsed()

    def seconds() -> float:
        return base + house.env.elapsed() - zero

    def pressed(now: Live) -> Live:
        return press(house.paths.live, now, seconds())

    def back(now: Live) -> Live:
        return unpress(house.paths.live, now) if now.presses else now

    def screen(now: Live, keys: bool) -> Page:
        return of.screen(house, now, seconds(), keys)

    keyed = house.env.terminal and house.env.styled and not house.env.plain
    run = run_keys if keyed else run_lines
    ended = run(house.env, began, pressed, back, screen, words.LINE_HOW[of.name])
    _finish(house, of, ended, seconds())


def _refuse_where_nothing_counts(house: House) -> None:
    moment = house.moment()
    if moment is not None and moment.stage in (Stage.ENDED, Stage.AFTER_BIRTH):
        raise Failed(words.NOTHING_COUNTED, "amma")


def _finish(house: House, of: Tracker, live: Live, elapsed: float) -> None:
    """Move the session to the journal and say what was seen; nothing pressed is nothing saved."""
    if not live.presses:
        clear_live(house.paths.live)
        show(house.env, signs_page.line(words.DISCARDED), {"schema": SCHEMA, "saved": None})
        return
    data = {
        "summary": of.summary(live, elapsed), "seconds": round(elapsed, 1),
        "presses": list(live.presses[:KEEP_WHOLE]),
    }  # fmt: skip
    entry: Entry = add_entry(
        house.paths.journal, live.start, of.name, data, "", house.profile.pregnancy
    )  # fmt: skip
    clear_live(house.paths.live)
    record = {"schema": SCHEMA, "saved": entry_record(entry), **_judged(house, of, live, elapsed)}
    shown = (
        *of.screen(house, live, elapsed, False),
        *signs_page.line(words.SAVED.format(summary=data["summary"])),
    )
    show(house.env, shown, record)


def _judge(house: House, of: Tracker, live: Live, elapsed: float) -> Judgement:
    time = known_time(house)
    readings = of.readings(live, elapsed)
    asked = Asked(time.week, frozenset(), readings, house.profile.about.flags, time.loss)
    return judge(read_rules(house.shelf), asked)


def _judged(house: House, of: Tracker, live: Live, elapsed: float) -> dict[str, Any]:
    judged = _judge(house, of, live, elapsed)
    return {"judgement": record_of(judged, house, house.shelf.meta("always"))}


def _kicks_screen(house: House, live: Live, elapsed: float, keys: bool) -> Page:
    judged = _judge(house, KICKS, live, elapsed)
    urgent: Page = ()
    if judged.level in ("emergency", "urgent"):
        urgent = (signs_page.call_box(judged, house.region, house.who),)
    time = known_time(house)
    early = house.profile.due is not None and time.week < KICKS_FROM
    return page.kicks(
        live.start, live.presses, elapsed, house.who, early=early, urgent=urgent, keys=keys
    )


def _contractions_screen(house: House, live: Live, elapsed: float, keys: bool) -> Page:
    found = tracker.contractions_of(live.presses)
    seen = tracker.picture(found, elapsed)
    judged = _judge(house, CONTRACTIONS, live, elapsed)
    return page.contractions(
        live.start, found, seen, elapsed, judged, house.region, house.who, keys=keys
    )


def _contraction_readings(live: Live, elapsed: float) -> Readings:
    found = tracker.contractions_of(live.presses)
    return tracker.contraction_readings(tracker.picture(found, elapsed))


def _contractions_summary(live: Live, elapsed: float) -> str:
    found = tracker.contractions_of(live.presses)
    return tracker.contractions_summary(found, tracker.picture(found, elapsed))


def _kicks_readings(live: Live, elapsed: float) -> Readings:
    return tracker.movement_readings(live.presses, elapsed)


def _kicks_summary(live: Live, elapsed: float) -> str:
    return tracker.kicks_summary(live.presses, elapsed)


KICKS = Tracker("kicks", _kicks_screen, _kicks_readings, _kicks_summary)
CONTRACTIONS = Tracker(
    "contractions", _contractions_screen, _contraction_readings, _contractions_summary
)
