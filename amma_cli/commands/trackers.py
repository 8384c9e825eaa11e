"""amma kicks and amma contractions: a key a movement, a key for start and stop."""

from collections.abc import Collection
from typing import Annotated, Any

import typer

from amma_cli import messages_live as words
from amma_cli.blocks import Page
from amma_cli.commands.calling import NO_CALL, Call, call_first, call_for, shown
from amma_cli.commands.house import House
from amma_cli.commands.live import run_keys, run_lines
from amma_cli.commands.log import entry_record
from amma_cli.commands.session import (
    Tracker,
    elapsed_of,
    lies,
    made_way,
    store_session,
    when_words,
)
from amma_cli.commands.show import show, show_now, tell
from amma_cli.commands.weighing import judged_at, known_time, record_of
from amma_cli.domain import tracker
from amma_cli.domain.checkin import MOVEMENTS_FROM
from amma_cli.domain.contact import filled
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.safety import Judgement, Readings
from amma_cli.domain.stage import Stage
from amma_cli.errors import Failed, NotFound, Usage
from amma_cli.pages import live as page
from amma_cli.pages import signs as signs_page
from amma_cli.store.live import Live, clear_live, press, read_live, start_live, unpress

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
    house.warn_first()
    with call_first(house, lambda: NO_CALL):
        live = read_live(house.paths.live)
    with call_first(house, lambda: _call_of(house, of, live)):
        house.read_profile  # noqa: B018 - damage is found here
        house.settle()
    if finish or discard:
        if live is None:
            raise NotFound(words.NO_SESSION, words.NO_SESSION_HINT.format(command=of.name))
        if live.kind != of.name:
            said = words.OTHER.format(kind=live.kind, time=when_words(house, live))
            raise Failed(said, words.OTHER_HINT.format(command=live.kind))
        if finish:
            _finish(house, of, live, elapsed_of(house, live))
        else:
            clear_live(house.paths.live)
            show(house.env, signs_page.line(words.DISCARDED), {"schema": SCHEMA, "saved": None})
        return
    _refuse_where_nothing_counts(house)
    if press_:
        _one_press(house, of, made_way(house, of, live, TRACKERS))
    elif not house.env.can_ask or house.env.options.json:
        _state(house, of, live)
    else:
        _session(house, of, made_way(house, of, live, TRACKERS))


def _state(house: House, of: Tracker, live: Live | None) -> None:
    """Show the session that goes on, where nobody can press a key."""
    record: dict[str, Any] = {"schema": SCHEMA, "kind": of.name, "start": None, "presses": []}
    if live is None or live.kind != of.name or lies(house, live):
        said = f"{words.NO_SESSION} {words.NO_SESSION_HINT.format(command=of.name)}"
        if live is not None:
            left = words.LEFT_LYING if lies(house, live) else words.OTHER
            said = left.format(kind=live.kind, time=when_words(house, live))
        first = signs_page.strong(filled(of.first, house.who))
        show(house.env, (*first, *signs_page.line(said)), record)
        return
    elapsed = elapsed_of(house, live)
    record |= {"start": live.start.isoformat(), "presses": list(live.presses),
               **_judged(house, of, live, elapsed)}  # fmt: skip
    shown(house, of.screen(house, live, elapsed, "whole"), record, _call_of(house, of, live), "")


def _one_press(house: House, of: Tracker, live: Live | None) -> None:
    elapsed = elapsed_of(house, live) if live else 0.0
    meant = live or Live(of.name, house.env.now(), ())
    meant = meant._replace(presses=(*meant.presses, elapsed))
    call = _call_of(house, of, meant)
    with call_first(house, lambda: call):
        if live is None:
            now = start_live(house.paths.live, of.name, meant.start, 0.0)
        else:
            now = press(house.paths.live, live, elapsed)
    record = {"schema": SCHEMA, "kind": of.name, "start": now.start.isoformat(),
              "presses": list(now.presses), **_judged(house, of, now, elapsed)}  # fmt: skip
    shown(house, of.screen(house, now, elapsed, "whole"), record, call, words.PRESSED)


def _session(house: House, of: Tracker, live: Live | None) -> None:
    if live is not None:
        tell(house.env, words.GOES_ON.format(kind=of.name, time=when_words(house, live)))
    with call_first(house, lambda: NO_CALL):
        began = live or start_live(house.paths.live, of.name, house.env.now())
    base, zero, latest = elapsed_of(house, began), house.env.elapsed(), began

    def seconds() -> float:
        return base + house.env.elapsed() - zero

    def pressed(now: Live) -> Live:
        nonlocal latest
        latest = now._replace(presses=(*now.presses, seconds()))  # counts even if not stored
        return press(house.paths.live, now, seconds())

    def back(now: Live) -> Live:
        return unpress(house.paths.live, now) if now.presses else now

    def screen(now: Live, form: str) -> Page:
        return of.screen(house, now, seconds(), form)

    keyed = house.env.terminal and house.env.styled and not house.env.plain
    run = run_keys if keyed else run_lines
    try:
        with call_first(house, lambda: _call_of(house, of, latest)):
            ended = run(house.env, began, pressed, back, screen, words.LINE_HOW[of.name])
    except KeyboardInterrupt:
        _interrupted(house, of)
        raise
    _finish(house, of, ended, seconds(), asked=True)


def _interrupted(house: House, of: Tracker) -> None:
    """Say how to go on; where nothing was pressed nothing stays."""
    left = read_live(house.paths.live)
    tell(house.env, "")
    if left is not None and left.presses:
        tell(house.env, words.INTERRUPTED.format(kind=of.name))
    else:
        clear_live(house.paths.live)
        tell(house.env, words.DISCARDED)


def _refuse_where_nothing_counts(house: House) -> None:
    moment = house.read_moment()
    if moment is not None and moment.stage in (Stage.ENDED, Stage.AFTER_BIRTH):
        raise Failed(filled(words.NOTHING_COUNTED, house.who), "amma")


def _finish(house: House, of: Tracker, live: Live, elapsed: float, *, asked: bool = False) -> None:
    """Move the session to the journal and say what was seen; nothing pressed is nothing saved."""
    judged = _judge(house, of, live, elapsed)
    call = _call(house, of, live, elapsed)
    with call_first(house, lambda: call):
        entry = store_session(house, of, live, elapsed)
    if entry is None:
        show(house.env, signs_page.line(words.DISCARDED), {"schema": SCHEMA, "saved": None})
        return
    record = {"schema": SCHEMA, "saved": entry_record(entry), **_record(house, judged)}
    saved = words.SAVED.format(summary=entry.data["summary"])
    what = (
        *of.screen(house, live, elapsed, "whole"),
        *signs_page.line(saved),
        *page.call_of(judged, house.region, house.who),
    )
    if asked:  # no pager comes between her and the call
        show_now(house.env, what)
    else:
        shown(house, what, record, call, saved)


def _call_of(house: House, of: Tracker, live: Live | None) -> Call:
    """Return what a session that goes on needs a call for; empty where none of this kind does."""
    if live is None or live.kind != of.name or lies(house, live):
        return NO_CALL
    return _call(house, of, live, elapsed_of(house, live))


def _call(house: House, of: Tracker, live: Live, elapsed: float) -> Call:
    judged = _judge(house, of, live, elapsed)
    if not page.call_of(judged, house.region, house.who):
        return NO_CALL
    return call_for(house, judged, [of.summary(live, elapsed)])


def _judge(house: House, of: Tracker, live: Live, elapsed: float) -> Judgement:
    """Return what the safety rules say of a session in her week."""
    time, flags = known_time(house), house.read_profile.about.flags
    return judged_at(house, time, (), of.readings(live, elapsed, time.week, flags))


def _judged(house: House, of: Tracker, live: Live, elapsed: float) -> dict[str, Any]:
    return _record(house, _judge(house, of, live, elapsed))


def _record(house: House, judged: Judgement) -> dict[str, Any]:
    return {"judgement": record_of(judged, house, house.rules.always)}


def _kicks_screen(house: House, live: Live, elapsed: float, form: str) -> Page:
    judged = _judge(house, KICKS, live, elapsed)
    time = known_time(house)
    early = time.known and time.week < MOVEMENTS_FROM
    return page.kicks(
        live.start, live.presses, elapsed, judged, house.region, house.who, early=early, form=form
    )


def _contractions_screen(house: House, live: Live, elapsed: float, form: str) -> Page:
    found = tracker.contractions_of(live.presses)
    seen = tracker.picture(found, elapsed)
    judged = _judge(house, CONTRACTIONS, live, elapsed)
    return page.contractions(
        live.start, found, seen, elapsed, judged, house.region, house.who, form=form
    )


def _contraction_readings(
    live: Live, elapsed: float, week: int, flags: Collection[str]
) -> Readings:
    found = tracker.contractions_of(live.presses)
    return tracker.contraction_readings(tracker.picture(found, elapsed), week, flags)


def _contractions_summary(live: Live, elapsed: float) -> str:
    found = tracker.contractions_of(live.presses)
    return tracker.contractions_summary(found, tracker.picture(found, elapsed))


def _kicks_readings(live: Live, elapsed: float, week: int, flags: Collection[str]) -> Readings:
    return tracker.movement_readings(live.presses, elapsed)


def _kicks_summary(live: Live, elapsed: float) -> str:
    return tracker.kicks_summary(live.presses, elapsed)


KICKS = Tracker("kicks", _kicks_screen, _kicks_readings, _kicks_summary, words.FIRST)
CONTRACTIONS = Tracker(
    "contractions", _contractions_screen, _contraction_readings, _contractions_summary,
    words.ANY_TIME,
)  # fmt: skip
TRACKERS = {one.name: one for one in (KICKS, CONTRACTIONS)}
