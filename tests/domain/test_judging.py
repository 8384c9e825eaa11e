"""The judgement, rule by rule, on a small set of rules made for it: what fires, and as what."""

from typing import Any

import pytest

from amma_cli.domain.safety import (
    ANY,
    LEVELS,
    Asked,
    Combination,
    Condition,
    Fired,
    Judgement,
    Level,
    MeasureRule,
    Rules,
    Say,
    SignRule,
    UnknownKey,
    fields_of,
    judge,
    judge_any,
)

ALWAYS = (4, 48)


def said(level: Level, weeks: tuple[int, int] = ALWAYS, after_loss: str = "") -> Say:
    return Say(level, weeks, f"say {level} {weeks}", after_loss, (f"source of {level}",))


def sign(key: str, level: Level, weeks: tuple[int, int] = ALWAYS, later: str = "") -> SignRule:
    return SignRule(key, key, f"{key}?", "mother", later, said(level, weeks))


def measure(
    key: str, level: Level, *either: Condition, every: tuple[Condition, ...] = (),
    weeks: tuple[int, int] = ALWAYS,
) -> MeasureRule:  # fmt: skip
    return MeasureRule(key, "m", every, either, said(level, weeks))


def together(
    key: str, level: Level, *, all_signs: str = "", any_signs: str = "", least: int = 0,
    all_measures: str = "", any_measures: str = "", flags: str = "",
    weeks: tuple[int, int] = ALWAYS,
) -> Combination:  # fmt: skip
    sets = [frozenset(words.split()) for words in (all_signs, any_signs)]
    more = [frozenset(words.split()) for words in (all_measures, any_measures, flags)]
    return Combination(key, sets[0], sets[1], least, more[0], more[1], more[2], said(level, weeks))


SIGNS = (
    sign("ache", "mention"), sign("early", "soon", (4, 12), "late"),
    sign("late", "urgent", (13, 42)),
    sign("only-early", "soon", (4, 12)), sign("fit", "emergency"), sign("hot", "urgent"),
)  # fmt: skip
MEASURES = (
    measure("hot-38", "urgent", Condition("temp", ">=", 38.0)),
    measure("cold", "urgent", Condition("temp", "<", 36.0)),
    measure("low-air", "emergency", Condition("air", "<=", 92.0)),
    measure("fast", "mention", Condition("pulse", ">", 100.0)),
    measure("exact", "soon", Condition("count", "==", 3.0)),
    measure("both", "urgent", every=(Condition("a", ">=", 1.0), Condition("b", ">=", 1.0))),
    measure("mixed", "soon", Condition("c", ">=", 1.0), Condition("d", ">=", 1.0),
            every=(Condition("e", ">=", 1.0),)),
    measure("first-half", "soon", Condition("x", ">=", 10.0), weeks=(10, 20)),
    measure("second-half", "urgent", Condition("x", ">=", 5.0), Condition("y", ">=", 1.0),
            weeks=(30, 40)),
)  # fmt: skip


def rules(*combinations: Combination, implies: tuple[tuple[str, str], ...] = ()) -> Rules:
    return Rules(SIGNS, MEASURES, combinations, implies, "always")


def fired(given: Asked, *combinations: Combination, pairs: tuple[tuple[str, str], ...] = ()) -> (
    list[str]
):  # fmt: skip
    return [f.key for f in judge(rules(*combinations, implies=pairs), given).fired]


def ask(*signs: str, week: int = 20, flags: str = "", loss: bool = False, **found: float) -> Asked:
    readings = {field: (value,) for field, value in found.items()}
    return Asked(week, frozenset(signs), readings, frozenset(flags.split()), loss)


def test_nothing_given_is_none_and_nothing_fires() -> None:
    assert judge(rules(), ask()) == Judgement("none", ())
    assert judge(rules(), ask()).highest == ()


def test_what_fired_is_told_with_its_kind_its_words_and_its_sources() -> None:
    pair = together("pair", "emergency", all_signs="ache", all_measures="hot-38")
    judged = judge(rules(pair), ask("ache", temp=38.0))
    assert judged == Judgement(
        "emergency",
        (
            Fired("combination", "pair", "emergency", "say emergency (4, 48)",
                  ("source of emergency",)),
            Fired("measure", "hot-38", "urgent", "say urgent (4, 48)", ("source of urgent",)),
            Fired("sign", "ache", "mention", "say mention (4, 48)", ("source of mention",)),
        ),
    )  # fmt: skip
    assert judged.highest == ("pair",)


def test_within_a_level_combinations_stand_before_signs_and_signs_before_readings() -> None:
    pair = together("pair", "urgent", all_signs="hot late")
    given = ask("hot", "late", temp=39.0)
    assert fired(given, pair) == ["pair", "late", "hot", "hot-38"]
    assert judge(rules(pair), given).highest == ("pair", "late", "hot", "hot-38")


@pytest.mark.parametrize(
    ("after_loss", "loss", "said_then"),
    [
        ("", False, "before"), ("", True, "before"), ("same", True, "before"),
        ("hide", True, "before"), ("of her own", True, "of her own"),
        ("of her own", False, "before"),
    ],
)  # fmt: skip
def test_after_a_loss_a_rule_says_its_own_words_where_it_has_some(
    after_loss: str, loss: bool, said_then: str
) -> None:
    rule = sign("x", "soon")._replace(rule=Say("soon", ALWAYS, "before", after_loss, ()))
    judged = judge(Rules((rule,), (), (), (), ""), ask("x", loss=loss))
    assert [f.say for f in judged.fired] == [said_then]


@pytest.mark.parametrize(
    ("found", "keys"),
    [
        ({"temp": 38.0}, ["hot-38"]), ({"temp": 37.99}, []), ({"temp": 38.01}, ["hot-38"]),
        ({"temp": 36.0}, []), ({"temp": 35.99}, ["cold"]), ({"air": 92.0}, ["low-air"]),
        ({"air": 91.9}, ["low-air"]), ({"air": 92.1}, []), ({"pulse": 100.0}, []),
        ({"pulse": 100.1}, ["fast"]), ({"pulse": 99.9}, []), ({"count": 3.0}, ["exact"]),
        ({"count": 2.0}, []), ({"count": 4.0}, []),
    ],
)  # fmt: skip
def test_a_reading_is_compared_as_its_rule_says(found: dict[str, Any], keys: list[str]) -> None:
    assert fired(ask(**found)) == keys


@pytest.mark.parametrize(
    ("found", "keys"),
    [
        ({"a": 1.0}, []), ({"b": 1.0}, []), ({"a": 1.0, "b": 1.0}, ["both"]),
        ({"a": 1.0, "b": 0.0}, []), ({"e": 1.0}, []), ({"c": 1.0}, []),
        ({"e": 1.0, "c": 1.0}, ["mixed"]), ({"e": 1.0, "d": 1.0}, ["mixed"]),
        ({"e": 1.0, "c": 0.0, "d": 1.0}, ["mixed"]), ({"e": 0.0, "c": 1.0, "d": 1.0}, []),
        ({"e": 1.0, "c": 0.0, "d": 0.0}, []),
    ],
)  # fmt: skip
def test_of_a_rule_every_first_condition_holds_and_one_of_the_others(
    found: dict[str, Any], keys: list[str]
) -> None:
    assert fired(ask(**found)) == keys


def test_of_several_values_one_is_enough() -> None:
    given = Asked(20, frozenset(), {"temp": (36.8, 35.0, 39.0)})
    assert fired(given) == ["hot-38", "cold"]
    assert fired(Asked(20, frozenset(), {"temp": ()})) == []


@pytest.mark.parametrize(
    ("week", "x", "keys"),
    [
        (10, 10.0, ["first-half"]), (20, 10.0, ["first-half"]), (20, 9.0, []),
        (4, 10.0, ["first-half"]), (9, 9.0, []), (21, 10.0, ["first-half"]), (24, 9.0, []),
        (26, 9.0, ["second-half"]), (29, 5.0, ["second-half"]), (30, 5.0, ["second-half"]),
        (40, 5.0, ["second-half"]), (48, 5.0, ["second-half"]), (48, 10.0, ["second-half"]),
        (30, 4.9, []), (4, 9.0, []),
    ],
)  # fmt: skip
def test_outside_its_weeks_a_reading_is_judged_as_in_the_nearest_week(
    week: int, x: float, keys: list[str]
) -> None:
    assert fired(ask(week=week, x=x)) == keys


def test_a_field_counts_in_its_own_weeks_and_lends_them_to_no_other() -> None:
    """y has a rule from week 30 alone, so it counts at week 12; x there has another rule."""
    assert fired(ask(week=12, x=5.0, y=1.0)) == ["second-half"]
    assert fired(ask(week=12, x=5.0, y=0.0)) == []
    assert fired(ask(week=35, x=5.0, y=0.0)) == ["second-half"]


@pytest.mark.parametrize(
    ("week", "keys"),
    [(4, ["early"]), (12, ["early"]), (13, ["late"]), (42, ["late"]), (48, ["late"])],
)
def test_a_sign_ticked_after_its_weeks_counts_as_its_later_one(week: int, keys: list[str]) -> None:
    assert fired(ask("early", week=week)) == keys
    assert fired(ask("early", "late", week=week)) == sorted({*keys, "late"}, reverse=True)
    assert fired(ask("only-early", week=week)) == ["only-early"]


def test_a_sign_ticked_before_its_weeks_counts_as_itself() -> None:
    assert fired(ask("late", week=4)) == ["late"]


# Combinations


@pytest.mark.parametrize(
    ("made", "given", "fires"),
    [
        (together("t", "soon", all_signs="ache hot"), ask("ache", "hot"), True),
        (together("t", "soon", all_signs="ache hot"), ask("ache"), False),
        (together("t", "soon", any_signs="ache hot", least=1), ask("hot"), True),
        (together("t", "soon", any_signs="ache hot", least=1), ask("fit"), False),
        (together("t", "soon", any_signs="ache hot fit", least=2), ask("hot"), False),
        (together("t", "soon", any_signs="ache hot fit", least=2), ask("hot", "fit"), True),
        (together("t", "soon", any_signs="ache hot fit", least=2), ask("hot", "fit", "ache"), True),
        (together("t", "soon", all_signs="fit", any_signs="ache", least=1), ask("fit"), False),
        (together("t", "soon", all_signs="fit", any_signs="ache", least=1), ask("ache"), False),
        (together("t", "soon", any_signs=ANY, least=1), ask("ache"), True),
        (together("t", "soon", any_signs=ANY, least=1), ask(), False),
        (together("t", "soon", all_signs="fit", any_signs=ANY, least=1), ask("fit"), False),
        (together("t", "soon", all_signs="fit", any_signs=ANY, least=1), ask("fit", "ache"), True),
        (together("t", "soon", all_measures="hot-38 fast"), ask(temp=38.0), False),
        (together("t", "soon", all_measures="hot-38 fast"), ask(temp=38.0, pulse=101.0), True),
        (together("t", "soon", any_measures="hot-38 fast"), ask(temp=38.0), True),
        (together("t", "soon", any_measures="hot-38 fast"), ask(air=80.0), False),
        (together("t", "soon", any_measures="hot-38 fast"), ask("ache"), False),
        (together("t", "soon", all_signs="ache", flags="twins"), ask("ache"), False),
        (together("t", "soon", all_signs="ache", flags="twins"), ask("ache", flags="gbs"), False),
        (together("t", "soon", all_signs="ache", flags="twins"),
         ask("ache", flags="twins gbs"), True),
        (together("t", "soon", all_signs="ache", flags="twins gbs"),
         ask("ache", flags="twins"), False),
    ],
)  # fmt: skip
def test_a_combination_fires_when_all_of_its_parts_do(
    made: Combination, given: Asked, fires: bool
) -> None:
    assert ("t" in fired(given, made)) is fires


@pytest.mark.parametrize(("week", "fires"), [(9, False), (10, True), (20, True), (21, False)])
def test_a_combination_holds_in_its_weeks_alone(week: int, fires: bool) -> None:
    made = together("t", "soon", all_signs="ache", weeks=(10, 20))
    assert ("t" in fired(ask("ache", week=week), made)) is fires


def test_a_reading_and_the_sign_that_means_the_same_count_as_each_other_in_combinations() -> None:
    pairs = (("hot-38", "hot"),)
    by_sign = together("by-sign", "soon", all_signs="hot")
    by_measure = together("by-measure", "soon", all_measures="hot-38")
    assert fired(ask(temp=38.5), by_sign, by_measure, pairs=pairs) == [
        "hot-38", "by-sign", "by-measure",
    ]  # fmt: skip
    assert fired(ask("hot"), by_sign, by_measure, pairs=pairs) == ["hot", "by-sign", "by-measure"]
    assert fired(ask(temp=38.5), by_sign, pairs=()) == ["hot-38"]
    assert fired(ask("hot"), by_measure, pairs=()) == ["hot"]


def test_a_later_sign_counts_in_combinations_and_the_one_that_was_ticked_does_not() -> None:
    early = together("with-early", "soon", all_signs="early")
    late = together("with-late", "soon", all_signs="late")
    assert fired(ask("early", week=12), early, late) == ["with-early", "early"]
    assert fired(ask("early", week=13), early, late) == ["late", "with-late"]


# What no rule knows


@pytest.mark.parametrize(
    ("given", "named"),
    [(ask("no-such"), "no-such"), (ask("zz", "aa"), "aa"), (ask(wrong=1.0), "wrong"),
     (ask(zz=1.0, bb=1.0), "bb"), (ask("zz", aa=1.0), "zz")],
)  # fmt: skip
def test_an_unknown_sign_or_field_is_named(given: Asked, named: str) -> None:
    with pytest.raises(UnknownKey, match=f"^{named}$"):
        judge(rules(), given)


def test_the_fields_of_the_rules_are_those_of_both_kinds_of_condition() -> None:
    assert fields_of(rules()) == set("temp air pulse count a b c d e x y".split())


def test_without_a_week_what_holds_in_any_week_counts_each_rule_once() -> None:
    pair = together("pair", "emergency", all_signs="only-early", all_measures="hot-38",
                    weeks=(40, 42))  # fmt: skip
    given = ask("early", "only-early", temp=38.5, x=6.0)
    judged = judge_any(rules(pair), given)
    assert judged.level == "emergency"
    assert [f.key for f in judged.fired] == ["pair", "late", "hot-38", "second-half", "early",
                                             "only-early"]  # fmt: skip
    assert judge_any(rules(), ask()) == Judgement("none", ())
    with pytest.raises(UnknownKey):
        judge_any(rules(), ask("no-such"))


@pytest.mark.parametrize("week", range(4, 49))
@pytest.mark.parametrize("signs", ["early", "late", "fit", "ache hot", "only-early early"])
def test_without_a_week_nothing_is_judged_lower_than_in_any_week(week: int, signs: str) -> None:
    given = ask(*signs.split(), x=12.0)
    known = judge(rules(), given._replace(week=week))
    anywhere = judge_any(rules(), given)
    assert LEVELS.index(anywhere.level) >= LEVELS.index(known.level)
    assert {f.key for f in known.fired} <= {f.key for f in anywhere.fired}
