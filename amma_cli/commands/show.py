"""A page or a record to stdout: the right painter, characters that fit, a pager where it helps."""

import os
import subprocess
from typing import Any

from amma_cli.blocks import Page
from amma_cli.env import Env
from amma_cli.view.characters import can_draw, clean, encodable, to_json


def show(env: Env, page: Page, record: dict[str, Any] | None = None) -> None:
    """Write a page, or its record with --json."""
    if env.options.json and record is not None:
        env.stdout.write(to_json(record, env.encoding))
        return
    write(env, painted(env, page))


def show_now(env: Env, page: Page) -> None:
    """Write a page between two questions: at once, and never through a pager."""
    env.stdout.write("\n" + encodable(painted(env, page), env.encoding))
    env.stdout.flush()


def fits(env: Env, page: Page, *sentences: str) -> bool:
    """Return whether a page and what is asked below it stand on one screen together.

    Where nothing is drawn (--plain) a page is heard from its beginning, however long.
    """
    if env.plain or not env.height:
        return True
    from amma_cli.view.wrap import wrap

    below = sum(len(list(wrap(sentence, env.width - 1))) for sentence in sentences)
    return painted(env, page).count("\n") + below + 1 < env.height


def painted(env: Env, page: Page) -> str:
    """Return the page as this terminal, pipe or reader should have it."""
    if env.styled and not env.plain:
        from amma_cli.view.terminal import paint_terminal

        draw = env.terminal and can_draw(env.encoding)
        surroundings = {**env.environ, "AMMA_THEME": env.theme}
        return paint_terminal(page, env.width, surroundings, color=env.color, draw=draw)
    from amma_cli.view.plain import paint_plain

    return paint_plain(page, env.width, columns=not env.plain)


def write(env: Env, words: str) -> None:
    """Write text to stdout, through a pager when it is taller than the terminal."""
    words = encodable(words, env.encoding)
    tall = env.height and words.count("\n") >= env.height
    if tall and not env.options.no_pager and not env.plain and _paged(env, words):
        return
    env.stdout.write(words)


def tell(env: Env, words: str) -> None:
    """Write a line to stderr: prompts, progress, warnings."""
    shown = clean(words)
    if env.stderr.isatty():
        from amma_cli.view.wrap import wrap

        shown = "\n".join(wrap(shown, env.width))
    env.stderr.write(encodable(shown, env.stderr.encoding or "ascii") + "\n")
    env.stderr.flush()


def _paged(env: Env, words: str) -> bool:
    """Show text in the pager; return whether there was one. PAGER="" or cat means none."""
    import shlex
    import shutil

    asked = env.environ.get("PAGER")
    try:
        command = shlex.split(asked) if asked is not None else ["less"]
    except ValueError:
        return False
    if not command or command[0] == "cat" or not shutil.which(command[0]):
        return False
    surroundings = {**os.environ, "LESSHISTFILE": "-"}
    surroundings["LESS"] = env.environ.get("LESS", "FX") + "R"
    env.stdout.flush()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, env=surroundings)
    try:
        process.communicate(words.encode(env.encoding, "replace"))
    except BrokenPipeError:
        pass
    except KeyboardInterrupt:
        process.wait()
    return True
