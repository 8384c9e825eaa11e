"""What is heard in the words of frightened people, on queries that the phrases were not made for.

tests/data/worried_queries.toml was written by somebody who did not see the phrases. Of danger and
calm every second one (the even ones) may be looked at when phrases are mended; the odd ones are
held out, and the shares below are theirs.
"""

from typing import Any

import pytest

from amma_cli.domain.safety import LEVELS, Asked, Judgement, Rules, judge
from amma_cli.domain.spoken_readings import baby_temperatures, is_overdose, readings_in
from amma_cli.domain.week import sign_week
from amma_cli.domain.worry import Worry, asks_meaning, heard, words_heard
from amma_cli.library.rulebook import read_rules, read_worries
from amma_cli.library.shelf import Shelf
from tests.domain.evidence import DATA, table

QUERIES = table(DATA / "worried_queries.toml")
# What a search does not weigh: a number of the contraction timer, of a questionnaire, of two days,
# or of a meal, which the log and the check-in ask for.
NOT_HEARD = frozenset(
    ("only 6 movements in 2 hours", "epds 15", "fasting 5.8", "gained 2.5 kg in a week",
     "put on 6 lb in one week", "fasting glucose 99 mg/dl", "1 hour after breakfast 8.4",
     "sugar 2 hours after dinner 6.9")
)  # fmt: skip
READINGS = [one for one in QUERIES["reading"] if one["query"] not in NOT_HEARD]


@pytest.fixture(scope="module")
def rules(real_shelf: Shelf) -> Rules:
    return read_rules(real_shelf)


@pytest.fixture(scope="module")
def worries(real_shelf: Shelf) -> tuple[Worry, ...]:
    return read_worries(real_shelf)


def judged(query: str, week: int, rules: Rules, worries: tuple[Worry, ...]) -> Judgement:
    """What the rules say of a query in a week, by the functions that the command uses."""
    typed = words_heard(query)
    keys = [] if asks_meaning(typed) else list(heard(worries, typed))
    babys = baby_temperatures(query)
    keys += ["baby-fever"] if any(value >= 38 for value in babys) else []
    keys += ["baby-cold"] if any(value < 36 for value in babys) else []
    keys += ["overdose-poison"] if is_overdose(query) else []
    weeks = {rule.key: rule.rule.weeks for rule in rules.signs}
    now = [key for key in keys if weeks[key][0] <= week <= weeks[key][1]]
    return judge(rules, Asked(week, frozenset(now or keys), readings_in(query)))


def high_enough(record: dict[str, Any], rules: Rules, worries: tuple[Worry, ...]) -> bool:
    after = record["time"] == "after"
    week = sign_week(0, record["day"]) if after else sign_week(record["week"], None)
    level = judged(record["query"], week, rules, worries).level
    return LEVELS.index(level) >= LEVELS.index(record["level"])


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


@pytest.mark.parametrize(("level", "least"), [("emergency", 0.90), ("urgent", 0.90)])
def test_most_dangers_that_nobody_prepared_for_are_heard_as_high_as_they_are(
    rules: Rules, worries: tuple[Worry, ...], level: str, least: float
) -> None:
    held_out = [one for one in QUERIES["danger"][1::2] if one["level"] == level]
    assert len(held_out) > 90
    assert share([high_enough(one, rules, worries) for one in held_out]) >= least


def test_the_dangers_that_were_looked_at_are_nearly_all_heard(
    rules: Rules, worries: tuple[Worry, ...]
) -> None:
    seen = QUERIES["danger"][0::2]
    assert share([high_enough(one, rules, worries) for one in seen]) >= 0.94


def test_everyday_questions_raise_no_alarm(rules: Rules, worries: tuple[Worry, ...]) -> None:
    alarms = [
        judged(one["query"], sign_week(one["week"], None), rules, worries).level
        in ("emergency", "urgent")
        for one in QUERIES["calm"][1::2]
    ]
    assert len(alarms) > 120
    assert share(alarms) <= 0.05


@pytest.mark.parametrize("record", READINGS, ids=lambda one: str(one["query"]))
def test_a_reading_is_never_weighed_too_low(
    rules: Rules, worries: tuple[Worry, ...], record: dict[str, Any]
) -> None:
    week = record["week"] if record["week"] > 42 else sign_week(record["week"], None)
    found = judged(record["query"], week, rules, worries).level
    if record["level"] != "none":
        assert LEVELS.index(found) >= LEVELS.index(record["level"])
    else:
        assert found in ("none", "mention")
