"""The loops of a live session: single keys in a terminal, lines where that is better."""

from collections.abc import Callable

from amma_cli.blocks import Page
from amma_cli.commands.keys import next_key, raw_keys
from amma_cli.commands.show import painted, tell
from amma_cli.env import Env
from amma_cli.store.live import Live
from amma_cli.view.characters import encodable

HOME, CLEAR = "\x1b[H", "\x1b[2J"
TICK = 1.0  # seconds between two looks at the clock

Change = Callable[[Live], Live]
Screen = Callable[[Live, bool], Page]


def run_keys(env: Env, live: Live, pressed: Change, back: Change, screen: Screen, how: str) -> Live:
    """Redraw once a second; a space or Enter is a press, u takes one back, q ends.

    Every press is on disk before it is shown. Ctrl-C leaves the session to be taken up again.
    """
    assert env.stdin is not None
    with raw_keys(env.stdin):
        while True:
            shown = painted(env, screen(live, True))
            env.stdout.write(HOME + CLEAR + encodable(shown, env.encoding))
            env.stdout.flush()
            key = next_key(env.stdin, TICK)
            if key in (" ", "\n", "\r"):
                live = pressed(live)
            elif key in ("u", "U"):
                live = back(live)
            elif key in ("q", "Q", "\x04"):
                env.stdout.write(HOME + CLEAR)
                return live


def run_lines(
    env: Env, live: Live, pressed: Change, back: Change, screen: Screen, how: str
) -> Live:
    """Ask for a line at a time, with no redraw; the screen is shown after each."""
    assert env.stdin is not None
    env.stdout.write(encodable(painted(env, screen(live, False)), env.encoding))
    while True:
        tell(env, how + ":")
        line = env.stdin.readline()
        if not line or line.strip().lower() == "q":
            return live
        live = back(live) if line.strip().lower() == "u" else pressed(live)
        env.stdout.write(encodable(painted(env, screen(live, False)), env.encoding))
        env.stdout.flush()
