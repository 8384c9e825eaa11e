"""Questions: to stderr, answers from stdin; none where nobody can answer."""

from amma_cli.commands.show import tell
from amma_cli.env import Env
from amma_cli.errors import NeedsAnswer
from amma_cli.view.characters import clean, encodable
from amma_cli.view.wrap import wrap

LONGEST = 10_000
YES = ("y", "yes")


def ask(env: Env, question: str, flag: str) -> str:
    """Return the answer, "" when it was skipped.

    flag: what to type instead where nobody can answer. Raises errors.NeedsAnswer there.
    """
    if not env.can_ask or env.stdin is None:
        raise NeedsAnswer("An answer is needed and there is no terminal to ask in.", flag)
    prompt(env, question)
    line = env.stdin.readline(LONGEST)
    if not line:
        tell(env, "")
    return clean(line).strip()


def agrees(env: Env, question: str, flag: str) -> bool:
    """Ask and return whether the answer is yes; anything else is no. Raises as ask does."""
    return ask(env, question, flag).lower() in YES


def prompt(env: Env, question: str) -> None:
    """Write a question to stderr, with its number in --plain, and wait on its line."""
    env.asked += 1
    number = f"Question {env.asked}: " if env.plain else ""
    shown = "\n".join(wrap(f"{number}{question}:", env.width - 1)) + " "
    env.stderr.write(encodable(shown, env.stderr.encoding or "ascii"))
    env.stderr.flush()


def from_stdin(env: Env, value: str, flag: str) -> str:
    """Return `value`, or the first line of stdin where it is "-".

    Raises errors.NeedsAnswer when stdin is closed or empty.
    """
    if value != "-":
        return value
    if env.stdin is None or env.stdin.closed:
        raise NeedsAnswer("stdin is closed, so there is nothing to read.", flag)
    line = env.stdin.readline(LONGEST)
    if not line.strip():
        raise NeedsAnswer("stdin holds no value.", flag)
    return clean(line).strip()
