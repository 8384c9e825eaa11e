"""What the safety rules weigh: the week they are read for, what was measured before, the answer.

Nothing here fails because a file of hers is damaged: what can be read is weighed, and the damage
is left to House.settle.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from amma_cli import messages_safety as words
from amma_cli.commands.house import House
from amma_cli.domain.contact import contacts, filled
from amma_cli.domain.derived import Body, Point
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.safety import Asked, Judgement, Readings, SignRule, judge, judge_any
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import sign_week
from amma_cli.errors import AmmaError, NoProfile, NotFound, Usage
from amma_cli.messages import WORRIED_NOW
from amma_cli.store.journal import Entry, read_entries, stored_time

LAST, LATEST = 42, 44  # the last week of the rules, and the last that is counted beyond it
FIRST = 4  # the first week of the rules
NO_WEEK_KNOWN = 20


class Time(NamedTuple):
    """The week of the safety rules, and whether it counts from a loss; `words` says when.

    hers: whether it is that of the profile. known: False where nothing says how far along she is
    and what holds in any week counts.
    """

    week: int
    loss: bool
    words: str
    hers: bool = False
    known: bool = True

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


ANY_TIME = Time(NO_WEEK_KNOWN, loss=False, words=words.SIGNS_ANY, known=False)


def time_of(
    house: House, week: int | None, after_birth: int | None, after_loss: int | None
) -> Time:
    """Return the time that was asked for, else that of the profile; ANY_TIME without either.

    Raises errors.Usage for two times or one below 0, errors.NotFound for a week that is none.
    """
    given = [value for value in (week, after_birth, after_loss) if value is not None]
    if len(given) > 1:
        raise Usage(words.ONE_TIME, "amma signs --week 20")
    if any(value < 0 for value in given):
        raise Usage(words.BELOW_0, "amma signs --week 20")
    if week is not None:
        if week > LATEST:
            raise NotFound(words.NO_SUCH_WEEK.format(week=week), words.NO_SUCH_WEEK_HINT)
        return _pregnant(sign_week(week, None))
    if after_birth is not None:
        return Time(sign_week(0, after_birth), False, words.SIGNS_WHEN["birth"])
    if after_loss is not None:
        return Time(sign_week(0, after_loss), True, words.SIGNS_WHEN["loss"])
    return _of_profile(house)._replace(hers=True)


def other_week(week: int | None) -> str:
    """Return which week stands for one that the rules do not have, "" where they have it."""
    if week is None or FIRST <= week <= LAST:
        return ""
    return words.WEEK_FOR.format(week=week, used=sign_week(week, None))


def _pregnant(week: int) -> Time:
    return Time(week, False, words.SIGNS_WHEN["pregnant"].format(week=week))


def _of_profile(house: House) -> Time:
    moment = house.read_moment()
    if moment is None:
        return ANY_TIME
    if moment.stage == Stage.ENDED:
        ended = house.profile.ended
        days = 0 if isinstance(ended, bool) else (moment.on - ended).days
        return Time(sign_week(0, days), True, words.SIGNS_WHEN["loss"])
    if moment.days_since_birth is not None:
        return Time(sign_week(0, moment.days_since_birth), False, words.SIGNS_WHEN["birth"])
    if moment.age is not None:
        return _pregnant(sign_week(moment.age.weeks, None))
    late = moment.stage == Stage.UNKNOWN
    return _pregnant(LAST if late else FIRST)._replace(words=words.SIGNS_NOW)


def known_time(house: House) -> Time:
    """Return the time of the profile, ANY_TIME where it has none or cannot be read."""
    return _of_profile(house)


def no_week() -> NoProfile:
    """Return the error of a list of signs without a week."""
    return NoProfile(words.NO_WEEK, words.NO_WEEK_HINT)


def judged_at(
    house: House, time: Time, signs: Iterable[str], readings: Readings,
    flags: frozenset[str] = frozenset(),
) -> Judgement:  # fmt: skip
    """Return what the rules say at a time, with what applies to her and `flags`; without a known
    time the highest of any week.
    """
    every = flags | house.read_profile.about.flags
    asked = Asked(time.week, frozenset(signs), readings, every, time.loss)
    return judge(house.rules, asked) if time.known else judge_any(house.rules, asked)


def past_points(house: House, but: str = "") -> list[Point]:
    """Return the measurements of this pregnancy's journal; `but` is the id of one left out.

    Of a damaged journal those before the damage; House.settle raises it.
    """
    number, found = house.read_profile.pregnancy, []
    try:
        for entry in read_entries(house.paths.journal):
            if entry.id != but and entry.pregnancy == number:
                found += _point(house, entry)
    except AmmaError as error:
        house.pass_over(error)
    return found


def _point(house: House, entry: Entry) -> list[Point]:
    """Return the measurement of an entry, none where it has none that a rule can look at."""
    data: Any = entry.data  # of a line that somebody changed by hand
    values = data.get("values") if isinstance(data, dict) else None
    numbers = {
        field: value for field, value in (values if isinstance(values, dict) else {}).items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }  # fmt: skip
    if not numbers:
        return []
    try:
        when = stored_time(entry)
    except AmmaError as error:
        house.pass_over(error)
        return []
    return [Point(when, numbers)] if when.tzinfo else []


def body_of(house: House) -> Body:
    """Return what is known of her beside the journal."""
    about = house.read_profile.about
    return Body(about.start_kg, about.targets)


def worried(house: House) -> str:
    """Return whom to call when worried, in one line."""
    try:
        return filled(WORRIED_NOW, house.who)
    except AmmaError:  # no library, or no such country: the numbers of several
        return filled(WORRIED_NOW, contacts(None))


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
