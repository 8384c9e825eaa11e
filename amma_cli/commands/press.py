"""From a page to the bytes of a document; what takes long says so and can be interrupted."""

from typing import NamedTuple

from amma_cli import messages_paper as say
from amma_cli.blocks import Page
from amma_cli.commands.outfile import form_of
from amma_cli.commands.show import tell
from amma_cli.env import Env
from amma_cli.errors import Failed, Usage
from amma_cli.view.characters import clean

FORMS = ("html", "md", "txt", "pdf")
PAGED = ("html", "pdf")
PAPERS = ("a4", "letter")
PATIENCE = 1.0  # seconds of silence
BETWEEN = 5.0  # seconds from one line to the next


class Form(NamedTuple):
    """How a document is made. paper: "" leaves it to whoever prints it."""

    to: str
    paper: str
    large: bool

    @property
    def record(self) -> dict[str, object]:
        """What --json says of it."""
        return {"to": self.to, "paper": self.paper or None, "large": self.large}


def form_asked(to: str | None, out: str | None, paper: str | None, large: bool) -> Form:
    """Return how a document is to be made, HTML where nothing says. Raises errors.Usage."""
    form = form_of(to, out, FORMS, "html")
    if form not in FORMS:
        raise Usage(say.FORM.format(asked=clean(form)[:20]), "--to html")
    if paper is not None and paper.lower() not in PAPERS:
        raise Usage(say.PAPER.format(asked=clean(paper)[:20]), "--paper a4")
    if form not in PAGED and (paper or large):
        option = "--paper" if paper else "--large"
        raise Usage(say.LAID_OUT.format(option=option, form=form), "--to html")
    return Form(form, (paper or "").lower(), large)


def refuse_unmade(form: Form) -> None:
    """Raise errors.Failed for a PDF where typst is not installed."""
    if form.to == "pdf":
        from amma_cli.view.pdf import installed

        if not installed():
            raise Failed(say.NO_TYPST, say.NO_TYPST_HINT)


def pressed(env: Env, page: Page, form: Form, count: int) -> bytes:
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


def _pdf(env: Env, page: Page, form: Form, count: int) -> bytes:
    """Set the pages in a thread: the main one stays awake for Ctrl-C and says how long it takes.

    Raises errors.Failed where typst is not installed.
    """
    import threading

    from amma_cli.view.pdf import paint_pdf

    refuse_unmade(form)
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
