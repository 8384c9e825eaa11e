"""From the library to the values of a week: reading, care, size, guide."""

from amma_cli.domain.applies import OF_A_NEWBORN, About, fits
from amma_cli.domain.article import Card, Guide
from amma_cli.domain.moment import Moment, WeekView
from amma_cli.domain.settings import Manner
from amma_cli.domain.week import CARE_AHEAD, Reading, care_place
from amma_cli.library.shelf import Shelf

# The reading plan holds no week with more than two complications; what fills it up neither.
GRAVE, MOST_GRAVE = "complications", 2
FEWEST = 5  # a list shorter than this is filled with articles whose weeks hold the week
MOST_HERS = 2  # articles that join a week because of what she said
NOTHING_SAID = About()
AFTER_GUIDES = 5  # the last week after birth with a guide


def reading_of(
    shelf: Shelf, kind: str, week: int, guide: Guide | None, about: About = NOTHING_SAID
) -> Reading:
    """Return what a week reads: the plan's list as far as it is written, then what is in range.

    What applies to her joins after the lead, and what clearly does not is left out.
    """
    lead, slugs, why = shelf.plan(kind, week)
    if guide:
        lead, slugs, why = guide.lead, guide.read, guide.why
    cards = _hers(shelf, kind, week, list(shelf.cards(slugs)), lead, about)
    if len(cards) < FEWEST:
        cards += _fillers(cards, shelf.fitting(kind, week))[: FEWEST - len(cards)]
    written = any(card.slug == lead for card in cards)
    title = "" if written else shelf.planned_title(lead)
    return Reading(_lead_first(cards, lead), lead, title, written, why, guide is not None)


def _hers(
    shelf: Shelf, kind: str, week: int, cards: list[Card], lead: str, about: About
) -> list[Card]:
    if not about.said:
        return cards
    whom = shelf.whom(card.slug for card in cards)
    kept = [card for card in cards if card.slug == lead or fits(whom[card.slug], about)]
    more = [card for card in shelf.meant_for(kind, week, about.flags) if card not in kept]
    return [*kept[:1], *more[:MOST_HERS], *kept[1:]]


def _fillers(cards: list[Card], more: tuple[Card, ...]) -> list[Card]:
    """Return what may fill up a week's list: never more than two complications in all."""
    grave = sum(card.topic == GRAVE for card in cards)
    out: list[Card] = []
    for card in more:
        if card in cards or (card.topic == GRAVE and grave >= MOST_GRAVE):
            continue
        grave += card.topic == GRAVE
        out.append(card)
    return out


def _lead_first(cards: list[Card], lead: str) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=lambda card: card.slug != lead))


def week_view(
    shelf: Shelf, week: int, moment: Moment | None, manner: Manner, about: About = NOTHING_SAID
) -> WeekView:
    """Return everything of a completed week, 0 to 42; week 0 shows the guide of week 1.

    A calm manner leaves the size out.
    """
    shown = max(week, 1)
    guide = shelf.guide("pregnancy", shown)
    return WeekView(
        week,
        moment,
        None if manner.calm else shelf.size(shown),
        reading_of(shelf, "pregnancy", shown, guide, about),
        shelf.care(shown, shown + CARE_AHEAD, care_place(manner.country)),
        guide,
    )


def after_birth_reading(shelf: Shelf, week: int, *, newborn: bool) -> tuple[Guide | None, Reading]:
    """Return guide and reading of a completed week since birth.

    newborn: False leaves out the guide, its thread and articles for those who care for a newborn
    or feed one.
    """
    guide = shelf.guide("after-birth", week) if week <= AFTER_GUIDES and newborn else None
    reading = reading_of(shelf, "after-birth", week, guide)
    if newborn:
        return guide, reading
    return None, Reading(without_newborn(shelf, reading.cards), "", "", True, "", False)


def without_newborn(shelf: Shelf, cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Return what is left of a list for a mother who has no newborn with her."""
    whom = shelf.whom(card.slug for card in cards)
    return tuple(card for card in cards if OF_A_NEWBORN.isdisjoint(whom[card.slug]))
