"""amma signs: warning signs of the week, and what several mean together."""

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

import typer

from amma_cli import messages_safety as words
from amma_cli.commands import types
from amma_cli.commands.calling import NO_CALL, Call, call_first, call_for, shown
from amma_cli.commands.house import House
from amma_cli.commands.known import known_keys
from amma_cli.commands.measuring import read, readings_of, value_of
from amma_cli.commands.show import show, tell
from amma_cli.commands.weighing import (
    ANY_TIME,
    Time,
    body_of,
    judged_at,
    no_week,
    other_week,
    past_points,
    record_of,
    time_of,
)
from amma_cli.domain.age import parse_age
from amma_cli.domain.derived import Point, derive, joined
from amma_cli.domain.logged import FIELDS, MEASURED, NAMES, kind_of, said_words
from amma_cli.domain.measure import Measured, NotRead, TwoReadings
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.safety import Judgement, fields_of
from amma_cli.errors import AmmaError, Usage
from amma_cli.library.rulebook import read_levels, read_who
from amma_cli.pages import signs as page
from amma_cli.view.characters import clean

T = TypeVar("T")


class Given(NamedTuple):
    """What was typed, as far as it can be weighed, and the refusals of the rest."""

    time: Time
    keys: tuple[str, ...]
    measured: tuple[Measured, ...]
    others: dict[str, tuple[float, ...]]
    flags: frozenset[str]
    refused: list[AmmaError]

    def said(self, house: House) -> list[str]:
        """Return what was ticked and measured in words, for the phone."""
        labels = {r.key: r.named(loss=self.time.loss) for r in house.rules.signs}
        return [
            *(labels[key] for key in self.keys),
            *(_named(m, house.manner.units) for m in self.measured),
            *(f"{field} {values[0]:g}" for field, values in self.others.items()),
        ]


def _named(measured: Measured, units: str) -> str:
    """Return a measurement in words; one that does not show what it is with its name."""
    said, own = said_words(measured, units), ("blood-pressure", "temperature", "weight")
    return said if measured.kind in own else f"{NAMES[measured.kind].lower()} {said}"


def signs(
    ctx: typer.Context, tick: types.Tick = None, bp: types.Pressures = None,
    temp: types.Temps = None, pulse: types.Pulses = None, weight: types.Weight = None,
    reading: types.Other = None, flag: types.Flag = None, week: types.Along = None,
    after_birth: types.AfterBirth = None, after_loss: types.AfterLoss = None,
) -> None:  # fmt: skip
    """List the warning signs to know now, or say what ticked signs and readings mean together.

    \b
    Examples:
      amma signs
      amma signs --tick headache-severe --bp 145/92
      amma signs --week 30 --tick movements-fewer --json
    """
    house: House = ctx.obj
    house.warn_first()
    pairs = [
        *(("bp", value) for value in bp or ()), *(("temp", value) for value in temp or ()),
        *(("pulse", value) for value in pulse or ()), *([("weight", weight)] if weight else []),
        *(_pair(house, value) for value in reading or ()),
    ]  # fmt: skip
    with call_first(house, lambda: NO_CALL):
        house.rules  # noqa: B018 - without a library nothing can be weighed
        given = _given(house, (week, after_birth, after_loss), tick or (), pairs, flag or ())
    if tick or pairs:
        _judge(house, given, week)
    else:
        _list(house, given, week)


def _given(
    house: House, when: tuple[str | None, ...], ticked: Sequence[str],
    pairs: Sequence[tuple[str, str]], flags: Sequence[str],
) -> Given:  # fmt: skip
    """Read everything that can be read; what cannot be is refused after the rest is weighed."""
    refused: list[AmmaError] = []

    def tried(make: Callable[[], T], otherwise: T) -> T:
        try:
            return make()
        except AmmaError as error:
            refused.append(error)
            return otherwise

    time = tried(lambda: time_of(house, *map(_days, when)), ANY_TIME)
    nothing: tuple[str, ...] = ()
    no_reading: dict[str, tuple[float, ...]] = {}
    keys = [tried(partial(_known_sign, house, key), nothing) for key in ticked]
    known = tried(lambda: _known_flags(house, flags), nothing)
    measured: list[Measured] = []
    others: dict[str, tuple[float, ...]] = {}
    for name, value in pairs:
        if name in MEASURED:
            found, error = _read(house, name, value)
            measured += found
            refused += error
        else:
            others |= tried(partial(_other, house, name, value), no_reading)
    ticks = tuple(dict.fromkeys(key for found_keys in keys for key in found_keys))
    return Given(time, ticks, tuple(measured), others, frozenset(known), refused)


def _known_sign(house: House, key: str) -> tuple[str, ...]:
    every = [rule.key for rule in house.rules.signs]
    return known_keys([key], every, words.UNKNOWN_SIGN, words.LISTED)


def _judge(house: House, given: Given, week: str | None) -> None:
    judgement = _judgement(house, given)
    call = call_for(house, judgement, given.said(house))
    with call_first(house, lambda: call):
        for error in given.refused:
            raise error
        house.settle()
    rules = house.rules
    none = read_levels(house.shelf)["none"]["say"]
    read_as = [_odd(house, m) for m in given.measured if m.doubt]
    what = page.judged(
        judgement, given.said(house), none, rules.always, house.region, house.who, read_as
    )
    record = record_of(judgement, house, rules.always)
    if read_as:
        record["doubts"] = read_as
    shown(house, what, record, call, "")
    _say_week(house, given.time, week)


def _odd(house: House, measured: Measured) -> str:
    value = value_of(house, measured)
    return words.ODD.format(typed=measured.typed, value=value, doubt=measured.doubt)


def _judgement(house: House, given: Given) -> Judgement:
    time, now = given.time, house.env.now()
    points = [Point(now, m.values) for m in given.measured]
    before = past_points(house) if points else []
    readings = joined(derive(points, before, time.week, body_of(house)), given.others)
    return judged_at(house, time, given.keys, readings, given.flags)


def _list(house: House, given: Given, week: str | None) -> None:
    """List the signs of a time; where none is known those of an emergency, and then the error."""
    time, known = given.time, given.time.known and not given.refused
    found = [rule for rule in house.rules.signs if time.asks(rule)]
    if not known:
        found = [rule for rule in house.rules.signs if rule.rule.level == "emergency"]
    if time.hers and not house.read_profile.newborn:
        found = [rule for rule in found if rule.who != "baby"]
    what = page.listed(found, time.words, house.region, house.who, loss=time.loss)
    listed = [time.record(rule) for rule in found]
    if known:
        show(house.env, what, {"schema": SCHEMA, "signs": listed})
        _say_week(house, time, week)
        house.settle()
        return
    with call_first(house, lambda: NO_CALL):
        for refusal in given.refused:
            raise refusal
    with call_first(house, lambda: Call(what)):
        house.settle()
        error = no_week()
        error.more = {"signs": listed}
        raise error


def _say_week(house: House, time: Time, week: str | None) -> None:
    """Say which week was used, where it is not the one that was typed."""
    if not time.known:
        tell(house.env, words.ANY_WEEK)
    elif said := other_week(_days(week)):
        tell(house.env, said)


def _days(typed: str | None) -> int | None:
    """Read a number of weeks or days; "20+3" is week 20. Raises errors.Usage."""
    if typed is None:
        return None
    text = typed.strip()
    if "+" in text:
        return parse_age(text, name="week").weeks
    if text.lstrip("-").isdecimal() and len(text) < 6:
        return int(text)
    raise Usage(words.NO_NUMBER_OF_WEEKS, "amma signs --week 20")


def _read(house: House, kind: str, typed: str) -> tuple[list[Measured], list[AmmaError]]:
    """Return every way to read a measurement, and the refusal of what is none or has two."""
    try:
        return [read(house, kind, typed)], []
    except TwoReadings as error:
        ways = " or ".join(value_of(house, one) for one in error.readings.values())
        said = words.TWO_WAYS.format(typed=clean(typed)[:40], ways=ways)
        return list(error.readings.values()), [Usage(f"{said} {error}", "amma signs -h")]
    except NotRead as error:
        return readings_of(house, kind, typed), [Usage(str(error), "amma signs -h")]


def _pair(house: House, typed: str) -> tuple[str, str]:
    """Return the name and the value of NAME=N; the name of a kind under any of its names."""
    name, _, value = typed.partition("=")
    kind = FIELDS.get(name) or kind_of([name])[0]
    # The name of a field holds its unit, which then stands in place of one that is not typed.
    unit = {"temp_c": "c", "glucose_mmol": "mmol", "ketones_mmol": "mmol"}.get(name, "")
    bare = value.strip().replace(".", "", 1).replace(",", "", 1).isdecimal()
    return (kind, value + unit if bare else value) if kind else (name, value)


def _other(house: House, name: str, value: str) -> dict[str, tuple[float, ...]]:
    """Read a number that only the rules know by name. Raises errors.Usage for what is none."""
    known = fields_of(house.rules)
    if name not in known:
        said = words.UNKNOWN_FIELD.format(key=clean(name)[:40])
        raise Usage(said, f"Known are {', '.join(sorted(known))}.")
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise Usage(f"{name} takes a number.", f"--reading {name}=1")
    return {name: (number,)}


def _known_flags(house: House, keys: Sequence[str]) -> tuple[str, ...]:
    known = read_who(house.shelf)
    for key in keys:
        if key not in known:
            said = words.UNKNOWN_FLAG.format(key=clean(key)[:40])
            raise Usage(said, f"Known are {', '.join(known)}.")
    return tuple(keys)
