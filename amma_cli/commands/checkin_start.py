"""What a check-in starts from: the day, its signs and complaints, the card, the reading."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from amma_cli.blocks import Block
from amma_cli.commands.fetch import after_birth_reading, week_view
from amma_cli.commands.house import House
from amma_cli.commands.weighing import Time, known_time
from amma_cli.domain.moment import SCHEMA, Moment, week_record
from amma_cli.domain.safety import Rules, SignRule
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import Care, Reading
from amma_cli.library.rulebook import Symptom
from amma_cli.pages import today as cards


class Visit(NamedTuple):
    """All that a check-in starts from."""

    moment: Moment
    time: Time
    rules: Rules
    signs: tuple[SignRule, ...]
    symptoms: tuple[Symptom, ...]
    card: Sequence[Block]
    reading: Reading
    care: tuple[Care, ...]
    record: dict[str, Any]

    @property
    def counted(self) -> bool:
        """Whether there is an age or a time since a birth, and so a week's reading."""
        return self.moment.age is not None or self.moment.days_since_birth is not None


def visit_of(house: House) -> Visit:
    """Return what a check-in starts from. Raises errors.NoProfile without a due date."""
    moment = house.need_moment()
    time, rules = known_time(house), house.rules
    card, reading, care, record = _card(house, moment)
    signs = tuple(rule for rule in rules.signs if time.asks(rule))
    if not house.profile.newborn:
        signs = tuple(rule for rule in signs if rule.who != "baby")
    week = moment.age.weeks if moment.age else None
    symptoms = tuple(
        s for s in house.symptoms
        if week is not None and s.weeks[0] <= max(week, 4) <= s.weeks[1]
    )  # fmt: skip
    return Visit(moment, time, rules, signs, symptoms, card, reading, care, record)


def _card(
    house: House, moment: Moment
) -> tuple[Sequence[Block], Reading, tuple[Care, ...], dict[str, Any]]:
    """Return the upper part of the day's card, the reading, the care ahead, and the record."""
    since = moment.days_since_birth
    if since is not None:
        _, reading = after_birth_reading(house.shelf, since // 7, newborn=house.profile.newborn)
        record = {"schema": SCHEMA, "stage": moment.stage, "days_since_birth": since}
        return cards.since_birth(since, reading), reading, (), record
    if moment.age is None:
        shown = cards.not_yet(moment)
        if moment.stage != Stage.NOT_YET:
            unknown = moment.stage == Stage.UNKNOWN
            shown = cards.unknown(moment, house.who) if unknown else cards.ended()
        none = Reading((), "", "", True, "", False)
        return shown, none, (), {"schema": SCHEMA, "stage": moment.stage}
    about = house.profile.about
    view = week_view(house.shelf, moment.guide_week or 1, moment, house.manner, about)
    top = cards.top(view, moment, house.profile.method, house.who, house.manner)
    return top, view.reading, view.care, week_record(view)
