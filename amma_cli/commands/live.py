"""The loops of a live session: single keys in a terminal, lines where that is better."""

from collections.abc import Callable

from amma_cli.blocks import Page
from amma_cli.commands.ask import prompt
from amma_cli.commands.keys import next_keys, raw_keys
from amma_cli.commands.show import painted, show_now
from amma_cli.env import Env
from amma_cli.messages_live import LINE_NEXT
from amma_cli.store.live import Live
from amma_cli.view.characters import encodable

HOME, CLEAR = "\x1b[H", "\x1b[2J"
CLEARED = "\x1b[3J" + HOME + CLEAR  # with what has scrolled away
LINE_END, SCREEN_END = "\x1b[K\n", "\x1b[J"  # what stood there before is wiped
ENDS = ("q", "quit", "end", "exit")
TICK = 1.0  # seconds between two looks at the clock

Change = Callable[[Live], Live]
Screen = Callable[[Live, str], Page]


def run_keys(env: Env, live: Live, pressed: Change, back: Change, screen: Screen, how: str) -> Live:
    """Redraw once a second; a space or Enter is a press, u takes one back, q ends.

    Every press is on disk before it is shown. Ctrl-C leaves the session to be taken up again.
    """
    assert env.stdin is not None
    env.stdout.write(CLEAR)
    with raw_keys(env.stdin):
        while True:
            _draw(env, screen(live, "keys"))
            for key in next_keys(env.stdin, TICK):
                if key in (" ", "\n", "\r"):
                    live = pressed(live)
                elif key in ("u", "U"):
                    live = back(live)
                elif key in ("q", "Q", "\x04"):
                    env.stdout.write(HOME + CLEAR)
                    return live


def _draw(env: Env, page: Page) -> None:
    """Write a screen over the last one. What does not fit is left out from below: a screen that
    scrolls would lose its first lines, and with them the call.
    """
    lines = encodable(painted(env, page), env.encoding).splitlines()
    if env.height and len(lines) >= env.height:
        lines = lines[: max(1, env.height - 1)]
        between = [place for place, line in enumerate(lines) if not line.strip()]
        lines = lines[: between[-1]] if between else lines  # nothing ends in mid-sentence
    env.stdout.write(HOME + "".join(line + LINE_END for line in lines) + SCREEN_END)
    env.stdout.flush()


def run_lines(
    env: Env, live: Live, pressed: Change, back: Change, screen: Screen, how: str
) -> Live:
    """Ask for a line at a time, with no redraw; after each what has changed, a call first."""
    assert env.stdin is not None
    show_now(env, screen(live, "whole"))
    asked = how
    while True:
        prompt(env, asked)
        line = env.stdin.readline()
        typed = line.strip().lower()
        if not line or typed in ENDS:
            return live
        if typed not in ("", "u"):
            asked = how
            continue
        live = back(live) if typed else pressed(live)
        show_now(env, screen(live, "brief"))
        asked = LINE_NEXT
