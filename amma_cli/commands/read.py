"""amma read, cite: an article on the screen, and its sources."""

from typing import Annotated

import typer

from amma_cli.blocks import Page
from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.domain.article import Article
from amma_cli.domain.moment import SCHEMA
from amma_cli.errors import NotFound, Usage
from amma_cli.pages import article as page

Name = Annotated[list[str], typer.Argument(metavar="ARTICLE", help="slug, title or alias")]


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
    """Read an article: in short, when to get help, then all of it with its sources.

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
