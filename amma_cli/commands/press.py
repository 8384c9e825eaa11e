"""From a page to the bytes of a document; what takes long says so and can be interrupted."""

from typing import TYPE_CHECKING

from amma_cli import messages_paper as say
from amma_cli.blocks import Page
from amma_cli.commands.show import tell
from amma_cli.env import Env
from amma_cli.errors import Failed

if TYPE_CHECKING:
    from amma_cli.commands.paper import Form

PATIENCE = 1.0  # seconds of silence
BETWEEN = 5.0  # seconds from one line to the next


def pressed(env: Env, page: Page, form: "Form", count: int) -> bytes:
    """Return the document. count: of its texts, for what is said when it takes long."""
    if form.to == "pdf":
        return _pdf(env, page, form, count)
    if form.to == "html":
        from amma_cli.view.html import paint_html

        words = paint_html(page, paper=form.paper, large=form.large)
    elif form.to == "md":
        from amma_cli.view.markdown import paint_markdown

        words = paint_markdown(page)
    else:
        from amma_cli.view.plain import paint_plain

        words = paint_plain(page, 80)
    return words.encode("utf-8")


def _pdf(env: Env, page: Page, form: "Form", count: int) -> bytes:
    """Set the pages in a thread: the main one stays awake for Ctrl-C and says how long it takes.

    Raises errors.Failed where typst is not installed.
    """
    import threading

    from amma_cli.view.pdf import NotInstalled, paint_pdf

    made: list[bytes] = []
    failed: list[Exception] = []

    def work() -> None:
        try:
            made.append(paint_pdf(page, paper=form.paper or "a4", large=form.large))
        except Exception as error:  # noqa: BLE001 - raised again below, in the main thread
            failed.append(error)

    # A daemon: an interrupted run does not wait for pages that nobody will see.
    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    _wait(env, worker, count)
    if failed:
        if isinstance(failed[0], NotInstalled):
            raise Failed(say.NO_TYPST, say.NO_TYPST_HINT) from None
        raise failed[0]
    return made[0]


def _wait(env: Env, worker: "object", count: int) -> None:
    import threading

    assert isinstance(worker, threading.Thread)
    begun = env.elapsed()
    worker.join(PATIENCE)
    if worker.is_alive():
        tell(env, say.LONG.format(count=count))
    while worker.is_alive():
        worker.join(BETWEEN)
        if worker.is_alive():
            tell(env, say.STILL.format(seconds=round(env.elapsed() - begun)))
