"""Which texts a document for paper holds: articles by name, a week, a topic, the weeks ahead."""

from collections.abc import Sequence
from typing import NamedTuple

from amma_cli import messages_paper as say
from amma_cli.blocks import Page
from amma_cli.commands.fetch import reading_of, week_view
from amma_cli.commands.house import House
from amma_cli.commands.week import chosen_week
from amma_cli.domain.contact import contacts
from amma_cli.domain.week import weeks_ahead
from amma_cli.errors import NotFound, Usage
from amma_cli.pages import week as week_page
from amma_cli.pages.article import article as article_page
from amma_cli.pages.booklet import Part, booklet, one

LONGEST_NAME = 20  # words; no title or alias has more


class Picked(NamedTuple):
    """What goes on paper. stem: of the file's name. title: of a booklet, "" for one text."""

    stem: str
    title: str
    weeks: tuple[int, ...]
    articles: tuple[str, ...]
    order: tuple[int | str, ...]


def picked(
    house: House, names: Sequence[str], week: str | None, topic: str | None, ahead: bool
) -> Picked:
    """Return what was asked for. Raises errors.Usage unless it is asked for in one way."""
    ways = [bool(names), week is not None, topic is not None, ahead]
    if not any(ways):
        raise Usage(say.NOTHING_NAMED, say.NAME_ONE)
    if sum(ways) > 1:
        raise Usage(say.ONE_OF, say.ONE_OF_HINT)
    if week is not None:
        return _of_week(house, max(1, chosen_week(house, week)))
    if topic is not None:
        return _of_topic(house, topic.lower())
    return _ahead(house) if ahead else _named(house, names)


def _named(house: House, names: Sequence[str]) -> Picked:
    slugs = slugs_of(house, names)
    if len(slugs) == 1:
        return Picked(slugs[0], "", (), slugs, slugs)
    return Picked("articles", say.PICKED.format(count=len(slugs)), (), slugs, slugs)


def slugs_of(house: House, words: Sequence[str]) -> tuple[str, ...]:
    """Return the articles that words name: all of them one name, else the longest names in turn.

    Raises errors.NotFound for words that name none.
    """
    if whole := house.shelf.known(" ".join(words)):
        return (whole,)
    found: list[str] = []
    at = 0
    while at < len(words):
        longest = min(len(words), at + LONGEST_NAME)
        runs = ((end, " ".join(words[at:end])) for end in range(longest, at, -1))
        known = ((end, house.shelf.known(run)) for end, run in runs)
        at, slug = next((hit for hit in known if hit[1]), (at, ""))
        if not slug:  # find says which are near it, or that it is planned
            rest = words if not found else words[at : at + 1]
            slug = house.shelf.find(" ".join(rest))
        found.append(slug)
    return tuple(dict.fromkeys(found))


def _of_topic(house: House, topic: str) -> Picked:
    known = [name for name, _, _ in house.shelf.topics()]
    if topic not in known:
        asked = say.NO_TOPIC.format(asked=topic[:40])
        raise NotFound(asked, say.NO_TOPIC_HINT.format(known=", ".join(known)))
    slugs = tuple(card.slug for card in house.shelf.all_cards(topic))
    if not slugs:
        raise NotFound(say.EMPTY_TOPIC.format(topic=topic), say.EMPTY_TOPIC_HINT)
    return Picked(topic, say.TOPIC.format(topic=topic.capitalize()), (), slugs, slugs)


def _of_week(house: House, week: int) -> Picked:
    guide = house.shelf.guide("pregnancy", week)
    slugs = tuple(card.slug for card in reading_of(house.shelf, "pregnancy", week, guide).cards)
    return Picked(f"week-{week}", say.WEEK.format(week=week), (week,), slugs, (week, *slugs))


def _ahead(house: House) -> Picked:
    """Return guide and lead of each of the next weeks. Raises errors.NoProfile, NotFound."""
    now = chosen_week(house, None)
    weeks = tuple(weeks_ahead(now))
    if not weeks:
        raise NotFound(
            say.NOTHING_AHEAD.format(week=now), say.NOTHING_AHEAD_HINT.format(week=now)
        )  # fmt: skip
    order: list[int | str] = []
    for week in weeks:
        guide = house.shelf.guide("pregnancy", week)
        reading = reading_of(house.shelf, "pregnancy", week, guide)
        order += [week, *(card.slug for card in reading.cards if card.slug == reading.lead)]
    leads = tuple(dict.fromkeys(slug for slug in order if isinstance(slug, str)))
    title = say.AHEAD if len(weeks) > 1 else say.AHEAD_ONE
    title = title.format(first=weeks[0], last=weeks[-1])
    return Picked("weeks-ahead", title, weeks, leads, tuple(dict.fromkeys(order)))


def document_page(house: House, what: Picked) -> Page:
    """Return the page of all texts, each as for somebody who has stored nothing of her own."""
    parts = [Part(_name(text), _page(house, text)) for text in what.order]
    if not what.title:
        return one(parts[0].page)
    return booklet(what.title, parts, house.region, contacts(house.region))


def _name(text: int | str) -> str:
    return text if isinstance(text, str) else f"week-{text}"


def _page(house: House, text: int | str) -> Page:
    who, day = contacts(house.region), house.env.today().isoformat()  # no number of her own unit
    if isinstance(text, str):
        return article_page(house.shelf.article(text), house.region, who, day)
    view = week_view(house.shelf, text, None, house.manner)  # None: no date of hers
    keys = [key for line in view.care for key in line.sources]
    sources = house.shelf.sources(list(dict.fromkeys(keys)))
    return week_page.week(view, sources, house.manner, who, day)
