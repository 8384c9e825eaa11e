"""What applies to a person: yes, no, or not said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.applies import (
    AFTER,
    AFTER_AN_END,
    BABY,
    OF_ONE,
    About,
    fits,
    without_newborn,
)
from amma_cli.domain.safety import Asked, Rules, fields_of, judge
from amma_cli.library.rulebook import read_rules
from amma_cli.library.shelf import Shelf
from tests.domain.evidence import CONTENT, table

WHO = table(CONTENT / "en" / "words.toml")["who"]
KEYS = st.sampled_from(sorted(WHO))
SAID = st.lists(st.tuples(KEYS, st.booleans()), max_size=6, unique_by=lambda pair: pair[0])
ABOUTS = SAID.map(lambda said: About(tuple(said)))


def test_every_key_of_the_lists_is_one_of_the_vocabulary() -> None:
    assert set(WHO) >= OF_ONE | AFTER_AN_END
    assert not OF_ONE & AFTER_AN_END


def test_what_was_not_said_is_neither_yes_nor_no() -> None:
    about = About((("twins", True), ("breech", False)))
    assert about.flags == {"twins"}
    assert about.denied == {"breech"}
    assert (About().flags, About().denied) == (frozenset(), frozenset())


@given(ABOUTS, KEYS, st.booleans())
def test_an_answer_replaces_the_one_before_and_can_be_taken_back(
    about: About, key: str, yes: bool
) -> None:
    for other in (about, about.answered(key, not yes)):
        changed = other.answered(key, yes)
        assert (key in changed.flags, key in changed.denied) == (yes, not yes)
        assert changed.flags - {key} == about.flags - {key}
        assert changed.denied - {key} == about.denied - {key}
        assert len(changed.said) == len(dict(changed.said))
        forgotten = changed.answered(key, None)
        assert key not in forgotten.flags | forgotten.denied


@pytest.mark.parametrize(
    ("whom", "fit"),
    [
        ((), True), (("twins",), False), (("breech",), True), (("gbs",), True),
        (("twins", "breech"), True), (("twins", "ivf"), False), (("twins", "gbs"), True),
    ],
)  # fmt: skip
def test_only_a_clear_no_leaves_an_article_out(whom: tuple[str, ...], fit: bool) -> None:
    about = About((("twins", False), ("ivf", False), ("breech", True)))
    assert fits(whom, about) is fit
    assert fits(whom, About())


@pytest.mark.parametrize(
    ("height", "start", "bmi"),
    [(165.0, 61.0, 22.41), (180.0, 100.0, 30.86), (160.0, 47.36, 18.5), (0.0, 61.0, None),
     (165.0, 0.0, None), (0.0, 0.0, None)],
)  # fmt: skip
def test_the_body_mass_index_is_kg_by_square_meter_where_both_are_known(
    height: float, start: float, bmi: float | None
) -> None:
    found = About(height_cm=height, start_kg=start).bmi
    assert found == (None if bmi is None else pytest.approx(bmi, abs=0.005))


def test_only_targets_that_were_given_are_her_own() -> None:
    assert About().targets == ()
    about = About(fasting_mmol=5.0, two_hour_mmol=6.7)
    assert about.targets == (("fasting_mmol", 5.0), ("two_hour_mmol", 6.7))
    assert About(one_hour_mmol=7.4).targets == (("one_hour_mmol", 7.4),)


def test_in_a_new_pregnancy_what_belonged_to_the_last_one_goes_and_the_rest_stays() -> None:
    said = tuple((key, True) for key in sorted(WHO))
    anew = About(said, 165.0, 61.0, 5.0, 7.4, 6.7).anew()
    assert anew.flags == set(WHO) - OF_ONE
    assert (anew.height_cm, anew.start_kg, anew.targets) == (165.0, 0.0, ())


@pytest.fixture(scope="module")
def rules(real_shelf: Shelf) -> Rules:
    return read_rules(real_shelf)


def test_without_a_newborn_no_list_asks_a_sign_that_is_hidden_after_a_loss(rules: Rules) -> None:
    hidden = [one for one in rules.signs if one.rule.after_loss == "hide"]
    assert "harm-baby-urge" in {one.key for one in hidden}
    turned = {one.key: one for one in without_newborn(rules).signs}
    assert all(turned[one.key].who == BABY for one in hidden)
    assert {one.key for one in rules.signs} == set(turned)


def test_without_a_newborn_each_rule_speaks_as_it_does_after_a_loss(rules: Rules) -> None:
    turned = {one.key: one for one in without_newborn(rules).signs}
    for sign in rules.signs:
        if sign.rule.weeks[1] < AFTER:
            assert turned[sign.key] == sign
        elif sign.rule.after_loss != "hide":
            own = turned[sign.key]
            assert own.who == sign.who
            assert (own.asked(loss=False), own.named(loss=False)) == (
                sign.asked(loss=True), sign.named(loss=True)
            )  # fmt: skip


def test_without_a_newborn_no_level_changes_for_any_sign_or_reading(rules: Rules) -> None:
    turned = without_newborn(rules)
    for week in range(AFTER, 49):
        for sign in rules.signs:
            asked = Asked(week, frozenset((sign.key,)), {})
            own, loss = judge(turned, asked), judge(rules, asked._replace(after_loss=True))
            assert own.level == judge(rules, asked).level
            if sign.rule.weeks[1] >= AFTER:
                assert own == loss, sign.key
        for field in fields_of(rules):
            for value in (1.0, 40.0, 115.0, 165.0):
                asked = Asked(week, frozenset(), {field: (value,)})
                assert judge(turned, asked) == judge(rules, asked._replace(after_loss=True))


@pytest.mark.parametrize(
    "key", ["breast-red-fever", "self-harm", "psychosis-signs", "bleeding-pouring-after-birth"]
)
def test_without_a_newborn_what_is_dangerous_for_her_is_still_asked(rules: Rules, key: str) -> None:
    sign = next(one for one in without_newborn(rules).signs if one.key.startswith(key))
    assert sign.who != BABY
    assert "Feed as before" not in sign.rule.say
    assert "baby" not in sign.rule.say
