"""What the safety rules weigh: the week they are read for, what was measured before, the answer."""

from typing import Any, NamedTuple

from amma_cli import messages_safety as words
from amma_cli.commands.house import House
from amma_cli.domain.contact import filled
from amma_cli.domain.derived import Body, Point
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.safety import Judgement, SignRule
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import sign_week
from amma_cli.errors import NoProfile, Usage
from amma_cli.store.journal import stored_time

AFTER = 43  # the first of the weeks after a birth or loss
NO_WEEK_KNOWN = 20


class Time(NamedTuple):
    """The week of the safety rules, and whether it counts from a loss; `words` says when.

    hers: whether it is that of the profile.
    """

    week: int
    loss: bool
    words: str
    hers: bool = False

    def asks(self, rule: SignRule) -> bool:
        """Whether a sign is asked at this time."""
        first, last = rule.rule.weeks
        hidden = self.loss and rule.rule.after_loss == "hide"
        return first <= self.week <= last and not hidden

    def record(self, rule: SignRule) -> dict[str, str]:
        """Return a sign as `--json` lists it, in the words of this time."""
        return {
            "key": rule.key, "label": rule.named(loss=self.loss),
            "ask": rule.asked(loss=self.loss), "level": rule.rule.level,
        }  # fmt: skip


def time_of(
    house: House, week: int | None, after_birth: int | None, after_loss: int | None
) -> Time:
    """Return the time that was asked for, else that of the profile.

    Raises errors.Usage for two times, errors.NoProfile where none is known.
    """
    given = [value for value in (week, after_birth, after_loss) if value is not None]
    if len(given) > 1 or any(value < 0 for value in given):
        raise Usage(words.ONE_TIME, "amma signs --week 20")
    if week is not None:
        return _pregnant(sign_week(week, None))
    if after_birth is not None:
        return Time(sign_week(0, after_birth), False, words.SIGNS_WHEN["birth"])
    if after_loss is not None:
        return Time(sign_week(0, after_loss), True, words.SIGNS_WHEN["loss"])
    return _of_profile(house)._replace(hers=True)


def _pregnant(week: int) -> Time:
    return Time(week, False, words.SIGNS_WHEN["pregnant"].format(week=week))


def _of_profile(house: House) -> Time:
    moment = house.moment()
    if moment is None:
        raise NoProfile(words.NO_WEEK, words.NO_WEEK_HINT)
    if moment.stage == Stage.ENDED:
        ended = house.profile.ended
        days = 0 if isinstance(ended, bool) else (moment.on - ended).days
        return Time(sign_week(0, days), True, words.SIGNS_WHEN["loss"])
    if moment.days_since_birth is not None:
        return Time(sign_week(0, moment.days_since_birth), False, words.SIGNS_WHEN["birth"])
    if moment.age is not None:
        return _pregnant(sign_week(moment.age.weeks, None))
    late = moment.stage == Stage.UNKNOWN
    return _pregnant(42 if late else 4)._replace(words=words.SIGNS_NOW)


def known_time(house: House) -> Time:
    """Return the time of the profile; without one, week 20, where every reading has its rule."""
    return _of_profile(house) if house.profile.due is not None else _pregnant(NO_WEEK_KNOWN)


def past_points(house: House, but: str = "") -> list[Point]:
    """Return the measurements of this pregnancy's journal; `but` is the id of one left out."""
    return [
        Point(stored_time(entry), entry.data["values"])
        for entry in house.entries()
        if entry.id != but and isinstance(entry.data.get("values"), dict)
    ]


def body_of(house: House) -> Body:
    """Return what is known of her beside the journal."""
    about = house.profile.about
    return Body(about.start_kg, about.targets)


def record_of(judgement: Judgement, house: House, always: str) -> dict[str, Any]:
    """Return what `amma signs --json` writes of a judgement."""
    region, who = house.region, house.who
    numbers = {"emergency": who.emergency, "unit": who.unit, "crisis": who.crisis}
    call = {"emergency": "emergency", "urgent": "unit", "soon": "unit", "mention": "visit"}
    return {
        "schema": SCHEMA,
        "level": judgement.level,
        "fired": [
            {"kind": f.kind, "key": f.key, "level": f.level, "say": filled(f.say, who),
             "sources": list(f.sources)}
            for f in judgement.fired
        ],
        "highest": list(judgement.highest),
        "call": {
            "who": call.get(judgement.level, "nobody"),
            "numbers": numbers,
            "region": region.iso if region else None,
            "confirmed": bool(region and region.confirmed),
        },
        "always": filled(always, who),
    }  # fmt: skip
