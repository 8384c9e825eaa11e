"""A measurement as typed -> as it was meant: weighed before it is doubted, asked if it is odd."""

import datetime
from collections.abc import Sequence

from amma_cli import messages_journal as words
from amma_cli.commands.ask import agrees, ask
from amma_cli.commands.calling import Call, call_for
from amma_cli.commands.house import House
from amma_cli.commands.show import tell
from amma_cli.commands.weighing import body_of, judged_at, known_time, past_points, worried
from amma_cli.domain.derived import Point, derive
from amma_cli.domain.logged import read_measured, said_words, units_of, value_words
from amma_cli.domain.measure import MEALS, Measured, NotRead, TwoReadings, weight_beside
from amma_cli.domain.safety import Judgement
from amma_cli.domain.taken import glimpses
from amma_cli.errors import AmmaError, Usage

LATELY = datetime.timedelta(weeks=4)


def measure(
    house: House, kind: str, typed: str, meal: str, *, yes: bool,
    when: datetime.datetime | None = None, but: str = "",
) -> Measured:  # fmt: skip
    """Read a measurement and ask about one that is odd, after what it would mean if it is right.

    when: of the measurement, now where it is not given. but: the id of the entry that it stands
    for. Raises errors.Usage for what is no measurement, and for a doubt that nobody can answer.
    """
    if meal not in MEALS or (meal and kind != "glucose"):
        raise Usage("--meal is fasting, 1h or 2h, with glucose.", "amma log glucose 5.1 --meal 1h")
    before = past_points(house, but)
    when = when or house.env.now()
    try:
        measured = read(house, kind, typed, meal, [p for p in before if _near(p, when)])
    except TwoReadings as error:
        return _one_of(house, error, when, before)
    except NotRead as error:
        raise Usage(f"{error} {worried(house)}", f"amma log {kind} VALUE") from None
    if measured.doubt and not yes:
        _ask(house, measured, call_of(house, measured, when, before))
    return measured


def read(
    house: House, kind: str, typed: str, meal: str = "", before: Sequence[Point] = ()
) -> Measured:
    """Return a measurement in the units of her country. Raises NotRead, TwoReadings."""
    weight, sugar = units_of(house.country)
    measured = read_measured(kind, typed, weight, meal, sugar)
    if kind == "weight":
        earlier = sorted((p for p in before if "kg" in p.values), key=lambda p: p.when)
        return weight_beside(typed, measured, [p.values["kg"] for p in earlier])
    return measured


def readings_of(house: House, kind: str, typed: str, meal: str = "") -> list[Measured]:
    """Return every way to read what was typed, without asking, for what it may need a call for.

    Of what is no measurement the readings that stand in it; none where there are none.
    """
    try:
        return [read(house, kind, typed, meal if meal in MEALS else "")]
    except TwoReadings as error:
        return list(error.readings.values())
    except NotRead:
        return [read_measured(kind, seen, "") for seen in glimpses(kind, typed)]
    except AmmaError:
        return []


def _near(point: Point, when: datetime.datetime) -> bool:
    return datetime.timedelta(0) <= when - point.when <= LATELY


def weigh(house: House, new: Sequence[Point], before: Sequence[Point]) -> Judgement:
    """Return what the safety rules say of new measurements beside earlier ones."""
    time = known_time(house)
    return judged_at(house, time, (), derive(new, before, time.week, body_of(house)))


def highest_call(
    house: House, found: Sequence[Measured], when: datetime.datetime, but: str = ""
) -> Call:
    """Return the call of the reading that needs it most, empty for none."""
    before = past_points(house, but) if found else []
    return _higher([Call(), *(call_of(house, one, when, before) for one in found)])


def call_of(
    house: House, measured: Measured, when: datetime.datetime, before: Sequence[Point]
) -> Call:
    """Return what a measurement needs a call for, beside the earlier ones."""
    judgement = weigh(house, [Point(when, measured.values)], before)
    return call_for(house, judgement, [said_words(measured, house.manner.units)])


def value_of(house: House, measured: Measured) -> str:
    """Return a measurement as it was read, in her units."""
    return value_words(measured.kind, measured.values, house.manner.units)


def doubted(house: House, measured: Measured) -> str:
    """Return how an odd measurement was read, and what is odd."""
    value = value_of(house, measured)
    return words.DOUBTED.format(typed=measured.typed, value=value, doubt=measured.doubt)


def _ask(house: House, measured: Measured, call: Call) -> None:
    """Go on where she says that it is right. Raises errors.Usage where not."""
    if_right = words.IF_RIGHT.format(call=call.line) if call.line else ""
    if not call.urgent:
        if_right = f"{if_right} {worried(house)}".strip()
    said = f"{doubted(house, measured)} {if_right}"
    if not house.env.can_ask or house.env.options.json:
        raise _with(call, Usage(said, words.DOUBTED_HINT))
    tell(house.env, said)
    if not agrees(house.env, words.IS_IT, "--yes"):
        raise Usage(f"{words.NOT_SURE} {if_right}")


def _one_of(
    house: House, two: TwoReadings, when: datetime.datetime, before: Sequence[Point]
) -> Measured:
    """Ask which of two readings is meant, after the call of each. Raises errors.Usage."""
    first, second = two.readings.values()
    values = {"first": value_of(house, first), "second": value_of(house, second)}
    calls = [call_of(house, one, when, before) for one in (first, second)]
    said = [words.WHICH.format(typed=first.typed, **values)]
    for value, call in zip(values.values(), calls, strict=True):
        if call.line:
            said.append(words.IF_IT_IS.format(value=value, call=call.line))
    if not any(call.line for call in calls):
        said.append(worried(house))
    units = dict(zip(("first", "second"), two.readings, strict=True))
    if house.env.can_ask and not house.env.options.json:
        tell(house.env, " ".join(said))
        typed = ask(house.env, words.WHICH_ONE.format(**values), "amma log -h").lower()
        for number, (unit, one) in enumerate(two.readings.items(), 1):
            if typed == str(number) or typed[:2] == unit[:2].lower():
                return one
        said[0] = words.NOT_SURE
    raise _with(_higher(calls), Usage(" ".join(said), words.WHICH_HINT.format(**units)))


def _higher(calls: Sequence[Call]) -> Call:
    """Return the call of the higher level."""
    return max(calls, key=lambda call: call.rank)


def _with(call: Call, error: Usage) -> Usage:
    if call.record is not None:
        error.more = {"judgement": call.record}
    return error
