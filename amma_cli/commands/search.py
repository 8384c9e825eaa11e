"""amma search: what the articles say on some words."""

from typing import Annotated, Any

import typer

from amma_cli import messages as say
from amma_cli.commands.calling import call_first
from amma_cli.commands.hearing import hear, heard_call
from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.commands.weighing import record_of
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.query import LONGEST, Query, phrases_of, read_query
from amma_cli.domain.stage import Stage
from amma_cli.errors import EXIT_FAILED, AmmaError, Usage
from amma_cli.library.search import CLOSE, HITS, NOTHING, OPEN, Found, Lived, put_first
from amma_cli.library.search import search as search_library
from amma_cli.pages import hits as page

BESIDE = 5  # hits where something is to be done first: that stays on the screen


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
    _refuse_long(house, typed)
    query = read_query(typed)
    heard = hear(house, typed)
    region, who = house.region, house.who
    box = page.heard_box(heard.judgement, heard.labels, region, who) if heard else None
    most = HITS if heard is None else BESIDE
    found = NOTHING
    with call_first(house, lambda: heard_call(house, typed)):
        if query.words:
            found = search_library(house.shelf, query, most, time=_time(house))
    if heard:
        found = put_first(house.shelf, found, heard.read, most)
    if query.words or found.hits:
        answer = _answer(query, found)
        shown = page.hits(answer, box, who, (OPEN, CLOSE))
    else:
        shown = page.no_words(query.shown if query.typed else "", box, who)
    urgent = record_of(heard.judgement, house, house.rules.always) if heard else None
    show(house.env, shown, _record(query, found, urgent))
    if not found.hits and not heard:
        raise typer.Exit(EXIT_FAILED)


def _refuse_long(house: House, typed: str) -> None:
    """Raise errors.Usage for what is too long to search for, after the call that stands in it."""
    if len(typed) <= LONGEST:
        return
    size = f"{len(typed):,}"
    with call_first(house, lambda: heard_call(house, typed)):
        raise Usage(say.TOO_LONG_SEARCH.format(size=size), "amma search spotting")


def _time(house: House) -> Lived | None:
    """Return the time that she is in, for which of two articles fits her; None where unknown."""
    try:
        moment = house.moment()
    except AmmaError:
        return None
    if moment is None:
        return None
    if moment.stage == Stage.ENDED:
        return Lived(None, None, without_baby=True)
    if moment.days_since_birth is not None:
        without = not house.profile.newborn
        return Lived(None, moment.days_since_birth // 7, without_baby=without)
    return Lived(moment.age.weeks, None) if moment.age else None


def _answer(query: Query, found: Found) -> page.Answer:
    corrected = not set(found.read) <= {*query.words, *phrases_of(query)}
    return page.Answer(
        query.shown,
        [(h.card, h.heading, h.passage) for h in found.hits],
        " ".join(found.read) if corrected else "",
        found.meaning,
        found.unknown,
    )


def _record(query: Query, found: Found, urgent: dict[str, Any] | None) -> dict[str, Any]:
    """Return what `amma search --json` writes; `urgent` as `amma signs --json` says it."""
    return {
        "schema": SCHEMA,
        "query": query.shown,
        "urgent": urgent,
        "unknown": list(found.unknown),
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
