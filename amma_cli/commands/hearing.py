"""What a worried person typed, heard as warning signs and weighed; for what is searched or kept."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from amma_cli.commands.calling import NO_CALL, Call
from amma_cli.commands.house import House
from amma_cli.commands.weighing import LAST, Time, judged_at, known_time, record_of
from amma_cli.domain.safety import Judgement, Readings, Rules
from amma_cli.domain.worry import asks_meaning, heard, words_heard
from amma_cli.errors import AmmaError
from amma_cli.library.rulebook import read_worries
from amma_cli.pages.hits import heard_box
from amma_cli.pages.signs import call_words

MOST_READ = 2  # articles on what was heard that stand before the hits
BABY_FEVER, BABY_COLD = 38.0, 36.0  # C
NOW = ("emergency", "urgent")
CALLS = ("emergency", "urgent", "soon")


class Heard(NamedTuple):
    """What was heard and what the rules say of it; `labels`: the names of signs by their keys.

    read: the slugs of the articles on what was heard, the most serious first.
    """

    judgement: Judgement
    labels: Mapping[str, str]
    read: tuple[str, ...] = ()


def hear(house: House, said: str) -> Heard | None:
    """Return what was heard in a text, None where nothing in it needs a call.

    Signs of her own time come first; a sign of another time counts where no sign of hers was
    heard. A profile that cannot be read is passed over.
    """
    rules, time, typed = house.rules, known_time(house), words_heard(said)
    worries = read_worries(house.shelf)
    phrases = () if asks_meaning(typed) else heard(worries, typed)
    counted, readings = _numbers(rules, said)
    keys = _of_time(house, rules, time, (*phrases, *counted))
    if not keys and not readings:
        return None
    judgement = judged_at(house, time, keys, readings)
    if judgement.level not in CALLS:
        return None
    labels = {rule.key: rule.named(loss=time.loss) for rule in rules.signs}
    on = {worry.key: worry.read for worry in worries if worry.key in keys}
    slugs = [on.pop(fired.key, "") for fired in judgement.fired]
    read = dict.fromkeys(slug for slug in (*slugs, *on.values()) if slug)
    return Heard(judgement, labels, tuple(read)[:MOST_READ])


def heard_call(house: House, said: str) -> Call:
    """Return what was heard in a text that is kept, as what is shown before anything else.

    Nothing is heard where the library cannot be read: what she wrote is kept all the same.
    """
    try:
        found = hear(house, said)
        if found is None:
            return NO_CALL
        box = heard_box(found.judgement, found.labels, house.region, house.who)
        record = record_of(found.judgement, house, house.rules.always)
        return Call((box,), call_words(found.judgement, house.who), record)
    except AmmaError:
        return NO_CALL


def _numbers(rules: Rules, said: str) -> tuple[tuple[str, ...], Readings]:
    """Return the signs that a number in a text means, and her readings.

    Signs: a baby's temperature, many tablets. The limits are those that the labels of these signs
    name (baby-fever, baby-cold).
    """
    if not any(letter.isdigit() for letter in said):
        return (), {}
    from amma_cli.domain.spoken_readings import baby_temperatures, is_overdose, readings_in

    known = {rule.key for rule in rules.signs}
    temperatures = baby_temperatures(said)
    found = {
        "baby-fever": any(value >= BABY_FEVER for value in temperatures),
        "baby-cold": any(value < BABY_COLD for value in temperatures),
        "overdose-poison": is_overdose(said),
    }
    signs = tuple(key for key, is_so in found.items() if is_so and key in known)
    return signs, readings_in(said)


def _of_time(house: House, rules: Rules, time: Time, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the signs that are asked at a time; where none of them needs a call now, those on
    the same side of a birth too, else all of them. All of them too where the time is not known.

    After a loss those of that time alone, and after a birth without a newborn none of a baby:
    nothing asks her about a baby who died.
    """
    found = [rule for rule in rules.signs if rule.key in set(keys)]
    if not time.known:
        return tuple(rule.key for rule in found)
    if time.week > LAST and (time.loss or not house.read_profile.newborn):
        found = [rule for rule in found if rule.who != "baby"]
    asked = tuple(rule.key for rule in found if time.asks(rule))
    now = any(rule.rule.level in NOW for rule in found if rule.key in asked)
    if now or time.loss:
        return asked
    near = tuple(rule.key for rule in found if _same_side(rule.rule.weeks, time.week))
    return near or asked or tuple(rule.key for rule in found)


def _same_side(weeks: tuple[int, int], week: int) -> bool:
    return weeks[1] > LAST if week > LAST else weeks[0] <= LAST
