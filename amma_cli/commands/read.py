"""amma read, cite, print: an article on the screen, its sources, on paper."""

from pathlib import Path
from typing import Annotated

import typer

from amma_cli.blocks import Page
from amma_cli.commands.house import House
from amma_cli.commands.show import show, tell
from amma_cli.domain.article import Article
from amma_cli.domain.contact import contacts
from amma_cli.domain.moment import SCHEMA
from amma_cli.env import Env
from amma_cli.errors import Failed, NotFound, Usage
from amma_cli.pages import article as page
from amma_cli.store.files import write_export
from amma_cli.view.characters import encodable, to_json

Name = Annotated[list[str], typer.Argument(metavar="ARTICLE", help="slug, title or alias")]
FORMS = ("html", "md", "txt")


def _article(house: House, words: list[str]) -> Article:
    return house.shelf.article(house.shelf.find(" ".join(words)))


def read(
    ctx: typer.Context,
    name: Name,
    short: Annotated[bool, typer.Option("--short", help="summary, takeaways, help")] = False,
    section: Annotated[
        str | None, typer.Option("--section", metavar="WORDS", help="one section")
    ] = None,
) -> None:
    """Read an article: when to get help first, every claim with its source.

    \b
    Examples:
      amma read cervical-insufficiency
      amma read weak cervix --short
      amma read preeclampsia --section "how common"
    """
    house: House = ctx.obj
    whole = _article(house, name)
    day = house.env.today().isoformat()
    if section is not None:
        shown: Page = page.one_part(whole, _section(whole, section))
    else:
        shown = page.article(whole, house.region, house.who, day, short=short)
    show(house.env, shown, article_record(whole))


def _section(whole: Article, wanted: str) -> str:
    """Return the one part whose heading holds the words asked for."""
    names = list(page.parts(whole))
    folded = wanted.casefold().strip()
    exact = [name for name in names if name.casefold() == folded]
    hits = exact or [name for name in names if folded and folded in name.casefold()]
    if len(hits) == 1:
        return hits[0]
    listed = "; ".join(hits or names)
    problem = "fits several sections" if hits else "is no section"
    raise NotFound(f'"{wanted[:60]}" {problem} of this article.', f"There are: {listed}")


def article_record(whole: Article) -> dict[str, object]:
    """Return what `amma read --json` writes."""
    card = whole.card
    return {
        "schema": SCHEMA,
        "slug": card.slug,
        "title": card.title,
        "topic": card.topic,
        "weeks": list(card.weeks) if card.weeks else None,
        "after_birth": list(card.after_birth) if card.after_birth else None,
        "week": card.week,
        "minutes": card.minutes,
        "summary": card.summary,
        "takeaways": list(whole.takeaways),
        "help": [
            {"level": i.urgency, "say": "".join(s.text for s in i.spans), "signs": list(i.signs)}
            for i in whole.help
        ],
        "sections": [
            {"title": s.title, "text": [page.words_of(block) for block in s.blocks]}
            for s in whole.sections
        ],
        "questions": [
            {"title": s.title, "text": [page.words_of(block) for block in s.blocks]}
            for s in whole.questions
        ],
        "sources": [
            {"number": n, "key": s.key, "title": s.title, "publisher": s.publisher,
             "year": s.year, "kind": s.kind, "address": s.address, "seen": s.seen, "day": s.day}
            for n, s in enumerate(whole.sources, 1)
        ],
        "review": whole.review._asdict(),
        "related": [c.slug for c in whole.related],
    }  # fmt: skip


def cite(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="ARTICLE N")],
) -> None:
    """Show a source of an article: what it is, when it was seen, what rests on it.

    \b
    Examples:
      amma cite cervical-insufficiency 3
      amma cite preeclampsia 1 --json
    """
    house: House = ctx.obj
    *name, last = words
    if not name or not (last.isascii() and last.isdigit()):
        raise Usage("cite needs an article and a number.", "amma cite cervical-insufficiency 3")
    whole = _article(house, name)
    number = int(last[:6])
    if not 1 <= number <= len(whole.sources):
        raise NotFound(
            f"There is no source [{number}]: this article has {len(whole.sources)}.",
            f"amma cite {whole.card.slug} 1",
        )
    source = whole.sources[number - 1]
    record = {
        "schema": SCHEMA,
        "article": whole.card.slug,
        "number": number,
        "source": source._asdict(),
        "sentences": page.sentences_on(whole, source.key),
    }
    show(house.env, page.citation(whole, number, source), record)


def print_article(
    ctx: typer.Context,
    name: Name,
    to: Annotated[str | None, typer.Option("--to", metavar="html|md|txt")] = None,
    out: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="a file; - is stdout")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="replace the file")] = False,
) -> None:
    """Print an article to a file for paper or for passing on. No date of yours is in it.

    \b
    Examples:
      amma print cervical-insufficiency
      amma print preeclampsia --to md -o - | less
      amma print hospital-bag -o bag.html
    """
    house: House = ctx.obj
    form = (to or _form_of(out)).lower()
    if form not in FORMS:
        raise Usage(f'--to is html, md or txt, not "{form[:20]}".', "--to html")
    whole = _article(house, name)
    day = house.env.today().isoformat()
    shown = page.article(whole, house.region, contacts(house.region), day)
    document = _document(shown, form)
    record = {"schema": SCHEMA, "article": whole.card.slug, "to": form}
    target = out or ("-" if not house.env.terminal else f"{whole.card.slug}.{form}")
    if target == "-":
        _to_stdout(house.env, document, {**record, "path": None, "document": document})
        return
    path = Path(target)
    if _is_there(path) and not force:
        raise Failed(f"{path} is there already; nothing was written.", "Add --force to replace it.")
    write_export(path, document.encode("utf-8"))
    tell(house.env, f"Written: {path}")
    if house.env.options.json:
        house.env.stdout.write(to_json({**record, "path": str(path)}, house.env.encoding))


def _is_there(path: Path) -> bool:
    """Whether the file exists; a name that no file can have does not."""
    try:
        return path.exists()
    except OSError:
        return False


def _to_stdout(env: Env, document: str, record: dict[str, object]) -> None:
    """Write a document whole, never through a pager, in characters that stdout can take."""
    if env.options.json:
        document = to_json(record, env.encoding)
    elif record["to"] == "html" and not env.encoding.lower().startswith("utf"):
        document = document.encode("ascii", "xmlcharrefreplace").decode("ascii")
    env.stdout.write(encodable(document, env.encoding))


def _form_of(out: str | None) -> str:
    ending = Path(out or "").suffix.lstrip(".").lower()
    return ending if ending in FORMS else "html"


def _document(shown: Page, form: str) -> str:
    if form == "html":
        from amma_cli.view.html import paint_html

        return paint_html(shown)
    if form == "md":
        from amma_cli.view.markdown import paint_markdown

        return paint_markdown(shown)
    from amma_cli.view.plain import paint_plain

    return paint_plain(shown, 80)
