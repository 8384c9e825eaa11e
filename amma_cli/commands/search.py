"""amma search: what the articles say on some words."""

from typing import Annotated, Any

import typer

from amma_cli import messages as say
from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.query import LONGEST, Query, phrases_of, read_query
from amma_cli.errors import EXIT_FAILED, NotFound, Usage
from amma_cli.library.search import CLOSE, OPEN, Found
from amma_cli.library.search import search as search_library
from amma_cli.pages import hits as page


def search(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS")] = None,
) -> None:
    """Find what the articles say about something, in your own words.

    \b
    Examples:
      amma search pressure down there
      amma search "is it normal that my belly gets hard"
      amma search spotting --json
    """
    house: House = ctx.obj
    typed = " ".join(words or ())
    if not typed.strip():
        raise Usage(say.EMPTY_SEARCH, "amma search spotting")
    if len(typed) > LONGEST:
        size = f"{len(typed):,}"
        raise Usage(say.TOO_LONG_SEARCH.format(size=size), "amma search spotting")
    query = read_query(typed)
    if not query.words:
        raise NotFound(say.STOP_SEARCH.format(query=query.shown), "amma search spotting")
    found = search_library(house.shelf, query)
    corrected = not set(found.read) <= {*query.words, *phrases_of(query)}
    read = " ".join(found.read) if corrected else ""
    results = [(h.card, h.heading, h.passage) for h in found.hits]
    show(
        house.env,
        page.hits(query.shown, read, results, house.who, (OPEN, CLOSE), found.meaning),
        _record(query, found),
    )
    if not found.hits:
        raise typer.Exit(EXIT_FAILED)


def _record(query: Query, found: Found) -> dict[str, Any]:
    """Return what `amma search --json` writes; `urgent` is kept for warning signs."""
    return {
        "schema": SCHEMA,
        "query": query.shown,
        "urgent": None,
        "meaning": found.meaning._asdict() if found.meaning else None,
        "hits": [
            {
                "slug": hit.card.slug,
                "title": hit.card.title,
                "score": hit.score,
                "passage": hit.passage.replace(OPEN, "").replace(CLOSE, ""),
                "heading": hit.heading,
                "week": hit.card.week,
                "minutes": hit.card.minutes,
            }
            for hit in found.hits
        ],
    }
