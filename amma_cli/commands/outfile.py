"""A file that was asked for: of which form, not over another one, said back or to stdout."""

from collections.abc import Collection
from pathlib import Path

from amma_cli.env import Env
from amma_cli.errors import Failed
from amma_cli.messages_own import FILE_THERE, FILE_THERE_HOW
from amma_cli.store.files import FILE_MODE, write_export
from amma_cli.view.characters import encodable


def form_of(to: str | None, out: str | None, known: Collection[str], otherwise: str) -> str:
    """Return the form of a document in lower case: --to, a known ending of the file, `otherwise`.

    What was typed after --to may be none of the known.
    """
    ending = Path(out or "").suffix.lstrip(".").lower()
    return (to or (ending if ending in known else otherwise)).lower()


def refuse_taken(path: Path, force: bool) -> None:
    """Raise errors.Failed where there is something of that name, a link that leads nowhere too.

    A name that no file can have is not there.
    """
    try:
        there = path.exists() or path.is_symlink()
    except (OSError, ValueError):
        there = False
    if there and not force:
        raise Failed(FILE_THERE.format(path=path), FILE_THERE_HOW)


def write_private(path: Path, document: bytes) -> None:
    """Write the file so that only she can read it. Raises errors.Failed."""
    write_export(path, document, FILE_MODE)


def to_stdout(env: Env, document: bytes, *, html: bool = False) -> None:
    """Write a document whole, never through a pager, in characters that stdout can take."""
    words = document.decode("utf-8")
    if html and not env.encoding.lower().startswith("utf"):
        words = words.encode("ascii", "xmlcharrefreplace").decode("ascii")
    env.stdout.write(encodable(words, env.encoding))
