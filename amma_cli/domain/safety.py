"""Warning signs, readings and what they mean together: how urgent a call is.

The rules are those of the project's evidence (content/en/safety.toml; each record names its
guideline). The program raises and never lowers: the level is the highest of all that fires.
"""

from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple

Level = Literal["none", "mention", "soon", "urgent", "emergency"]
LEVELS: tuple[Level, ...] = ("none", "mention", "soon", "urgent", "emergency")
ANY = "*"  # of a combination: any ticked sign
# A reading's field -> what was measured, several values where it was measured more than once.
Readings = Mapping[str, tuple[float, ...]]


class Say(NamedTuple):
    """What a rule says, and what it says after a loss: "same", "hide" or a text of its own."""

    level: Level
    weeks: tuple[int, int]
    say: str
    after_loss: str
    sources: tuple[str, ...]


class SignRule(NamedTuple):
    """A sign that can be ticked. Given after its weeks it counts as `later`, where there is one."""

    key: str
    label: str
    ask: str
    who: str
    later: str
    rule: Say
    after_loss_ask: str = ""
    after_loss_label: str = ""

    def asked(self, *, loss: bool) -> str:
        """Return the question, after a loss in its own words."""
        return self.after_loss_ask if loss and self.after_loss_ask else self.ask

    def named(self, *, loss: bool) -> str:
        """Return what the sign is called, after a loss in its own words."""
        return self.after_loss_label if loss and self.after_loss_label else self.label


class Condition(NamedTuple):
    """`field` compared with `value`: op is one of >=, <=, <, >, ==."""

    field: str
    op: str
    value: float


class MeasureRule(NamedTuple):
    """A reading that fires when all of `every` hold, and one of `either` where there are any."""

    key: str
    measure: str
    every: tuple[Condition, ...]
    either: tuple[Condition, ...]
    rule: Say


class Combination(NamedTuple):
    """Signs, readings and flags that together mean more than each alone."""

    key: str
    all_signs: frozenset[str]
    any_signs: frozenset[str]
    least: int
    all_measures: frozenset[str]
    any_measures: frozenset[str]
    flags: frozenset[str]
    rule: Say


class Rules(NamedTuple):
    """All rules of a library; `implies` are (measure, sign) that mean the same."""

    signs: tuple[SignRule, ...]
    measures: tuple[MeasureRule, ...]
    combinations: tuple[Combination, ...]
    implies: tuple[tuple[str, str], ...]
    always: str


class Asked(NamedTuple):
    """What was ticked and measured. week: 4 to 42, or 43 to 48 after a birth or loss."""

    week: int
    signs: frozenset[str]
    readings: Readings
    flags: frozenset[str] = frozenset()
    after_loss: bool = False


class Fired(NamedTuple):
    """A rule that fired; `key` is that of the rule, after `later` was followed."""

    kind: Literal["combination", "sign", "measure"]
    key: str
    level: Level
    say: str
    sources: tuple[str, ...]


class Judgement(NamedTuple):
    """The highest level of all that fired. "none" never means that all is well."""

    level: Level
    fired: tuple[Fired, ...]

    @property
    def highest(self) -> tuple[str, ...]:
        """The keys of what fired at the highest level."""
        return tuple(f.key for f in self.fired if f.level == self.level)


class UnknownKey(ValueError):
    """A sign or reading that no rule knows."""


def judge(rules: Rules, asked: Asked) -> Judgement:
    """Return what fires, the most serious first; within a level combinations before signs.

    Weeks say when a sign is asked, never whether it counts: a sign ticked or a reading taken
    outside its weeks is judged as in the nearest week in which it has a rule. Combinations hold
    in their weeks alone. A reading and the sign that means the same count as each other in
    combinations; what fired by itself is what was given. Raises UnknownKey for a sign or field
    that no rule knows.
    """
    _refuse_unknown(rules, asked)
    signs = _counted(rules, asked)
    measures = {rule.key for rule in rules.measures if _measured(rules, rule, asked)}
    all_signs = signs | {sign for measure, sign in rules.implies if measure in measures}
    all_measures = measures | {measure for measure, sign in rules.implies if sign in all_signs}
    fired = [
        *(_fired("combination", c.key, c.rule, asked) for c in rules.combinations
          if _together(c, all_signs, all_measures, asked)),
        *(_fired("sign", s.key, s.rule, asked) for s in rules.signs if s.key in signs),
        *(_fired("measure", m.key, m.rule, asked) for m in rules.measures if m.key in measures),
    ]  # fmt: skip
    fired.sort(key=lambda f: -LEVELS.index(f.level))
    return Judgement(fired[0].level if fired else "none", tuple(fired))


EVERY_WEEK = range(4, 49)


def judge_any(rules: Rules, asked: Asked) -> Judgement:
    """Return the highest judgement of any week, for somebody whose week is not known.

    Everything that fires in some week is among what fired, each rule once. Raises UnknownKey.
    """
    found: dict[tuple[str, str], Fired] = {}
    for week in EVERY_WEEK:
        for fired in judge(rules, asked._replace(week=week)).fired:
            found.setdefault((fired.kind, fired.key), fired)
    kinds = ("combination", "sign", "measure")
    order = sorted(found.values(), key=lambda f: (-LEVELS.index(f.level), kinds.index(f.kind)))
    return Judgement(order[0].level if order else "none", tuple(order))


def fields_of(rules: Rules) -> frozenset[str]:
    """Return every field of a reading that a rule looks at."""
    return frozenset(c.field for m in rules.measures for c in (*m.every, *m.either))


def _refuse_unknown(rules: Rules, asked: Asked) -> None:
    unknown = sorted(asked.signs - {rule.key for rule in rules.signs})
    unknown += sorted(set(asked.readings) - fields_of(rules))
    if unknown:
        raise UnknownKey(unknown[0])


def _counted(rules: Rules, asked: Asked) -> set[str]:
    """Return the signs that count: one given after its weeks counts as its `later`."""
    by_key = {rule.key: rule for rule in rules.signs}
    found = set()
    for key in asked.signs:
        rule = by_key[key]
        found.add(rule.later if rule.later and asked.week > rule.rule.weeks[1] else key)
    return found


def _measured(rules: Rules, rule: MeasureRule, asked: Asked) -> bool:
    """Whether a rule fires: each of its fields counts by itself in the weeks that it is read in."""
    readings = {
        field: values
        for field, values in asked.readings.items()
        if _covers(rule.rule.weeks, _nearest(rules, field, asked.week))
    }
    return all(_holds(c, readings) for c in rule.every) and (
        not rule.either or any(_holds(c, readings) for c in rule.either)
    )


def _nearest(rules: Rules, field: str, week: int) -> int:
    """Return the week nearest to `week` in which a rule looks at a field."""
    spans = [
        m.rule.weeks for m in rules.measures if any(c.field == field for c in (*m.every, *m.either))
    ]
    return min((min(max(week, first), last) for first, last in spans), key=lambda w: abs(w - week))


def _covers(weeks: tuple[int, int], week: int) -> bool:
    return weeks[0] <= week <= weeks[1]


def _holds(condition: Condition, readings: Readings) -> bool:
    return any(
        _compare(v, condition.op, condition.value) for v in readings.get(condition.field, ())
    )


def _compare(found: float, op: str, limit: float) -> bool:
    if op == ">=":
        return found >= limit
    if op == "<=":
        return found <= limit
    if op == "<":
        return found < limit
    return found > limit if op == ">" else found == limit


def _together(
    rule: Combination, signs: Collection[str], measures: Collection[str], asked: Asked
) -> bool:
    others = set(signs) - rule.all_signs if ANY in rule.any_signs else set(signs) & rule.any_signs
    return (
        _covers(rule.rule.weeks, asked.week)
        and rule.flags <= asked.flags
        and rule.all_signs <= set(signs)
        and rule.all_measures <= set(measures)
        and (not rule.any_measures or bool(rule.any_measures & set(measures)))
        and len(others) >= rule.least
    )


def _fired(
    kind: Literal["combination", "sign", "measure"], key: str, rule: Say, asked: Asked
) -> Fired:
    own = asked.after_loss and rule.after_loss not in ("", "same", "hide")
    return Fired(kind, key, rule.level, rule.after_loss if own else rule.say, rule.sources)
