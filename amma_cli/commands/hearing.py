"""What a worried person typed, heard as warning signs and weighed; for what is searched or kept."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from amma_cli.commands.house import House
from amma_cli.commands.weighing import NO_WEEK_KNOWN, Time, known_time
from amma_cli.domain.query import Query
from amma_cli.domain.safety import Asked, Judgement, Rules, judge
from amma_cli.domain.worry import BABY, asks_meaning, heard, readings_in
from amma_cli.errors import AmmaError
from amma_cli.library.rulebook import read_worries

CALLS = ("emergency", "urgent", "soon")


class Heard(NamedTuple):
    """What was heard and what the rules say of it; `labels`: the names of signs by their keys."""

    judgement: Judgement
    labels: Mapping[str, str]


def hear(house: House, query: Query, whole: str) -> Heard | None:
    """Return what was heard in a query, None where nothing in it needs a call.

    whole: the text as typed. Signs of her own time come first; a sign of another time counts
    where no sign of hers was heard. A profile that cannot be read is passed over.
    """
    rules = house.rules
    time, flags = _of_her(house)
    said = () if asks_meaning(query.typed) else heard(read_worries(house.shelf), query.typed)
    keys = _of_time(rules, time, said)
    baby = bool(BABY & set(query.typed))
    readings = readings_in(whole, baby=baby)
    if not keys and not readings:
        return None
    judgement = judge(rules, Asked(time.week, frozenset(keys), readings, flags, time.loss))
    if judgement.level not in CALLS:
        return None
    labels = {rule.key: rule.named(loss=time.loss) for rule in rules.signs}
    return Heard(judgement, labels)


def _of_her(house: House) -> tuple[Time, frozenset[str]]:
    """Return the time that she is in and what applies to her; `hers` where it is known."""
    try:
        known = house.profile.due is not None
        return known_time(house)._replace(hers=known), house.profile.about.flags
    except AmmaError:
        return Time(NO_WEEK_KNOWN, False, ""), frozenset()


def _of_time(rules: Rules, time: Time, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the signs that are asked at a time; where that is none or not known, all of them.

    After a loss those of that time alone: nothing asks her about a baby who died.
    """
    found = [rule for rule in rules.signs if rule.key in set(keys)]
    asked = tuple(rule.key for rule in found if time.hers and time.asks(rule))
    return asked if asked or time.loss else tuple(rule.key for rule in found)
