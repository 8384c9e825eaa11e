"""amma list, topics, library: what there is, and how far it can be trusted."""

from pathlib import Path
from typing import Annotated

import typer

from amma_cli.blocks import Page
from amma_cli.commands.fetch import reading_of
from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.commands.week import chosen_week
from amma_cli.domain.moment import SCHEMA, card_record
from amma_cli.errors import EXIT_FAILED, NotFound, Usage
from amma_cli.pages import hits as page
from amma_cli.pages import library as label

EVERY = 100_000  # articles; a list that was asked for is whole


def list_articles(
    ctx: typer.Context,
    topics: Annotated[bool, typer.Option("--topics", help="the topics instead")] = False,
    topic: Annotated[str | None, typer.Option("--topic", metavar="T", help="one topic")] = None,
    week: Annotated[str | None, typer.Option("--week", metavar="N", help="one week's")] = None,
    slugs: Annotated[bool, typer.Option("--slugs", hidden=True)] = False,
) -> None:
    """List the articles: all, of a topic, or of a week.

    \b
    Examples:
      amma list
      amma list --topic complications
      amma list --week 20
    """
    house: House = ctx.obj
    if topics:
        show_topics(ctx, names=False)
        return
    if week is not None:
        number = max(1, chosen_week(house, week))
        guide = house.shelf.guide("pregnancy", number)
        cards = reading_of(house.shelf, "pregnancy", number, guide).cards
        cards += tuple(c for c in house.shelf.in_week(number, EVERY) if c not in cards)
        title = f"Week {number}"
    else:
        if topic is not None:
            topic = _known_topic(house, topic)
        cards = house.shelf.all_cards(topic or "")
        title = topic.capitalize() if topic else f"{len(cards)} articles"
    if slugs:
        house.env.stdout.writelines(card.slug + "\n" for card in cards)
        return
    record = {"schema": SCHEMA, "articles": [card_record(card, False) for card in cards]}
    show(house.env, page.articles(cards, title, by_topic=week is None), record)


def _known_topic(house: House, topic: str) -> str:
    known = [name for name, _, _ in house.shelf.topics()]
    if topic.lower() not in known:
        raise NotFound(f'There is no topic "{topic[:40]}".', "There are: " + ", ".join(known))
    return topic.lower()


def show_topics(
    ctx: typer.Context,
    names: Annotated[bool, typer.Option("--names", hidden=True)] = False,
) -> None:
    """List the topics with the articles written and planned.

    \b
    Examples:
      amma topics
      amma topics --json
    """
    house: House = ctx.obj
    rows = house.shelf.topics()
    if names:
        house.env.stdout.writelines(topic + "\n" for topic, _, _ in rows)
        return
    listed = [{"topic": t, "written": w, "planned": p} for t, w, p in rows]
    show(house.env, page.topics(rows), {"schema": SCHEMA, "topics": listed})


def library(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[check [FOLDER]]")] = None,
) -> None:
    """Show what the library holds and how far it was checked; or check its files.

    \b
    Examples:
      amma library
      amma library check
      amma library check content --json
    """
    house: House = ctx.obj
    if not words:
        known = house.shelf.label(house.env.today().isoformat())
        show(house.env, label.label(known), {"schema": SCHEMA, **known})
        return
    if words[0] != "check" or len(words) > 2:
        raise Usage("library takes nothing, or check and a folder.", "amma library check content")
    _check(house, words[1] if len(words) > 1 else None)


def _check(house: House, folder: str | None) -> None:
    from amma_cli.library.check import check_library
    from amma_cli.library.place import CHECKOUT

    path = Path(folder) if folder else CHECKOUT
    try:
        known = path.is_dir()
    except OSError:  # a name that no folder can have
        known = False
    if not known:
        hint = "amma library check FOLDER takes a checkout's content folder."
        raise NotFound(f"There is no folder {path}.", hint)
    problems = check_library(path, house.env.today())
    record = {
        "schema": SCHEMA,
        "errors": sum(p.level == "error" for p in problems),
        "warnings": sum(p.level != "error" for p in problems),
        "problems": [p._asdict() for p in problems],
    }
    shown: Page = label.problems(problems)
    show(house.env, shown, record)
    if record["errors"]:
        raise typer.Exit(EXIT_FAILED)
