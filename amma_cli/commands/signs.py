"""amma signs: warning signs of the week, and what several mean together."""

from typing import Any

import typer

from amma_cli import messages_safety as words
from amma_cli.commands import types
from amma_cli.commands.house import House
from amma_cli.commands.known import known_keys
from amma_cli.commands.show import show
from amma_cli.commands.weighing import Time, body_of, past_points, record_of, time_of
from amma_cli.domain.derived import Point, derive, joined
from amma_cli.domain.measure import (
    Measured,
    NotRead,
    read_plain,
    read_pressure,
    read_temperature,
    read_weight,
)
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.safety import Asked, Rules, fields_of, judge
from amma_cli.errors import Usage
from amma_cli.library.rulebook import read_levels, read_who
from amma_cli.pages import signs as page


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
    rules = house.rules
    time = time_of(house, week, after_birth, after_loss)
    if not any((tick, bp, temp, pulse, weight, reading)):
        _list(house, rules, time)
        return
    units = "lb" if house.country == "US" else "kg"
    measured = [
        *(_read(read_pressure, value) for value in bp or ()),
        *(_read(read_temperature, value) for value in temp or ()),
        *(_read(lambda v: read_plain("pulse", v), value) for value in pulse or ()),
        *([_read(lambda v: read_weight(v, units), weight)] if weight else []),
    ]
    others = dict(_other(value, rules) for value in reading or ())
    every = [rule.key for rule in rules.signs]
    ticked = known_keys(tick or (), every, words.UNKNOWN_SIGN, "amma signs lists them.")
    flags = frozenset(_known_flags(house, flag or ()))
    _judge(house, rules, time, ticked, measured, others, flags)


def _judge(
    house: House, rules: Rules, time: Time, keys: tuple[str, ...], measured: list[Measured],
    others: dict[str, tuple[float, ...]], flags: frozenset[str],
) -> None:  # fmt: skip
    now = house.env.now()
    points = [Point(now, m.values) for m in measured]
    readings = joined(derive(points, past_points(house), time.week, body_of(house)), others)
    judgement = judge(rules, Asked(time.week, frozenset(keys), readings, flags, time.loss))
    by_key = {rule.key: rule for rule in rules.signs}
    given = [*(by_key[key].named(loss=time.loss) for key in keys), *(m.typed for m in measured),
             *(f"{field} {values[0]:g}" for field, values in others.items())]  # fmt: skip
    none = read_levels(house.shelf)["none"]["say"]
    shown = page.judged(judgement, given, none, rules.always, house.region, house.who)
    show(house.env, shown, record_of(judgement, house, rules.always))


def _list(house: House, rules: Rules, time: Time) -> None:
    found = [rule for rule in rules.signs if time.asks(rule)]
    if time.hers and not house.profile.newborn:
        found = [rule for rule in found if rule.who != "baby"]
    shown = page.listed(found, time.words, house.region, house.who, loss=time.loss)
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "signs": [time.record(rule) for rule in found],
    }
    show(house.env, shown, record)


def _read(reader: Any, typed: str) -> Measured:
    try:
        found: Measured = reader(typed)
    except NotRead as error:
        raise Usage(str(error), "amma signs -h") from None
    return found


def _other(typed: str, rules: Rules) -> tuple[str, tuple[float, ...]]:
    """Read NAME=N. Raises errors.Usage for a name that no rule looks at or no number."""
    name, _, value = typed.partition("=")
    known = fields_of(rules)
    if name not in known:
        raise Usage(
            words.UNKNOWN_FIELD.format(key=name[:40]), f"Known are {', '.join(sorted(known))}."
        )
    try:
        number = float(value)
    except ValueError:
        raise Usage(f"{name} takes a number.", f"--reading {name}=1") from None
    return name, (number,)


def _known_flags(house: House, keys: Any) -> list[str]:
    known = read_who(house.shelf)
    for key in keys:
        if key not in known:
            raise Usage(words.UNKNOWN_FLAG.format(key=key[:40]), f"Known are {', '.join(known)}.")
    return [*keys, *sorted(house.profile.about.flags)]
