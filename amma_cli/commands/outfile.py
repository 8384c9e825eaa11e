"""A file that was asked for: of which form, not over another one, said back or to stdout."""

from collections.abc import Collection, Mapping
from pathlib import Path

from amma_cli.env import Env
from amma_cli.errors import Failed, Usage
from amma_cli.messages_own import FILE_THERE, FILE_THERE_HOW
from amma_cli.messages_paper import NO_PDF_HERE, NO_PDF_HINT
from amma_cli.store.files import FILE_MODE, write_export
from amma_cli.view.characters import encodable, to_json


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


def refuse_target(env: Env, target: str, form: str, force: bool) -> None:
    """Refuse before the work what would be refused after it. target: "-" is stdout.

    Raises errors.Failed for a file that is there, errors.Usage for a PDF into a terminal.
    """
    if target != "-":
        refuse_taken(Path(target), force)
    elif form == "pdf" and env.terminal and not env.options.json:
        raise Usage(NO_PDF_HERE, NO_PDF_HINT)


def write_private(path: Path, document: bytes) -> None:
    """Write the file so that only she can read it. Raises errors.Failed."""
    write_export(path, document, FILE_MODE)


def to_stdout(env: Env, document: bytes, *, html: bool = False) -> None:
    """Write a document whole, never through a pager, in characters that stdout can take."""
    words = document.decode("utf-8")
    if html and not env.encoding.lower().startswith("utf"):
        words = words.encode("ascii", "xmlcharrefreplace").decode("ascii")
    env.stdout.write(encodable(words, env.encoding))


def document_to_stdout(env: Env, document: bytes, form: str, record: Mapping[str, object]) -> None:
    """Write a document to stdout; under --json inside its record, a PDF as base64."""
    if env.options.json:
        env.stdout.write(to_json({**record, **_packed(document, form)}, env.encoding))
    elif form == "pdf":
        env.stdout.flush()
        env.stdout.buffer.write(document)
        env.stdout.buffer.flush()
    else:
        to_stdout(env, document, html=form == "html")


def _packed(document: bytes, form: str) -> dict[str, str]:
    if form != "pdf":
        return {"document": document.decode("utf-8")}
    import base64

    return {"encoding": "base64", "document": base64.b64encode(document).decode("ascii")}
