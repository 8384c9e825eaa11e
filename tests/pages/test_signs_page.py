"""What is said of ticked signs and readings: the highest call alone, and never an all-clear."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.blocks import Bullets, Entries, Heading, HelpBox, Page, Paragraph, Title, plain
from amma_cli.domain.article import HELP_HEADINGS
from amma_cli.domain.contact import contacts, filled
from amma_cli.domain.safety import Asked, Judgement, Rules, judge
from amma_cli.domain.week import Region
from amma_cli.library.rulebook import read_levels, read_rules
from amma_cli.library.shelf import Shelf
from amma_cli.pages.signs import call_box, judged, listed, reasons
from tests.domain.evidence import DATA, table

REGION = Region(
    iso="XX", country="Xland", emergency=("112",), ambulance=("103",), maternity=(),
    crisis=("116 123",), domestic_abuse=("0800 1",), note="", confirmed=True,
    helplines_confirmed=True, sources=(), day="2026-11-22",
)  # fmt: skip
WHO = contacts(REGION, "01234 567")
EVIDENCE = table(DATA / "safety_evidence.toml")
SIGNS = [row["key"] for row in EVIDENCE["sign"]]
# How a sentence of a level opens with the call that its heading says already.
CALL_FIRST = {
    "emergency": "Call 103 now. ",
    "urgent": "Call your maternity unit (01234 567) now, day or night. ",
    "soon": "Call your maternity unit (01234 567) today or within 24 hours. ",
    "mention": "Mention this at your next visit, sooner if it worries you. ",
}
# What would be reassurance, in the words that people use for it.
ALL_CLEAR = re.compile(
    r"\b(?:all clear|normal|healthy|safe|fine|no need|nothing to worry|okay|reassur\w*"
    r"|all is well)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="session")
def rules(real_shelf: Shelf) -> Rules:
    return read_rules(real_shelf)


def of(rules: Rules, *signs: str, week: int = 30, **readings: float) -> Judgement:
    return judge(rules, Asked(week, frozenset(signs), {k: (v,) for k, v in readings.items()}))


def shown(judgement: Judgement, rules: Rules, none: str = "", given_: tuple[str, ...] = ()) -> Page:
    return judged(judgement, given_, none, rules.always, REGION, WHO)


def box_of(page: Page) -> HelpBox:
    [box] = [block for block in page if isinstance(block, HelpBox)]
    return box


def words_of(page: Page) -> str:
    """Every word of a page of this kind."""
    found = []
    for block in page:
        if isinstance(block, Title | Heading | Paragraph):
            found.append(plain(block.spans))
        elif isinstance(block, HelpBox):
            found += [plain(line) for line in block.contacts]
            for group in block.groups:
                found += [group.heading, *(plain(item) for item in group.items)]
        elif isinstance(block, Bullets):
            found += [plain(item) for item in block.items]
    return "\n".join(found)


# Only the highest level


@given(st.frozensets(st.sampled_from(SIGNS), min_size=1, max_size=6), st.integers(4, 48))
@settings(max_examples=200, deadline=None)
def test_only_what_fired_at_the_highest_level_is_shown(
    rules: Rules, signs: frozenset[str], week: int
) -> None:
    judgement = judge(rules, Asked(week, signs, {}))
    page = shown(judgement, rules)
    level = judgement.level
    assert level != "none"
    assert isinstance(page[0], Title)
    assert plain(page[0].spans) == HELP_HEADINGS[level]
    [group] = box_of(page).groups
    assert (group.urgency, group.heading) == (level, HELP_HEADINGS[level])
    kept = {f.say for f in judgement.fired if f.level == level}
    assert len(group.items) <= len(kept)
    for item in group.items:  # each is the end of a sentence of that level
        assert any(filled(sentence, WHO).endswith(plain(item)) for sentence in kept)


def test_a_less_urgent_sign_is_not_read_first_or_at_all(rules: Rules) -> None:
    both = of(rules, "seizure", "heartburn", "fever", "burning-urine")
    alone = of(rules, "seizure")
    assert both.level == "emergency"
    said = set(reasons(both, WHO))
    assert set(reasons(alone, WHO)) <= said
    for less in ("heartburn", "burning-urine", "fever"):
        [sign] = [rule for rule in rules.signs if rule.key == less]
        assert filled(sign.rule.say, WHO) not in words_of(shown(both, rules))
        assert not any(filled(sign.rule.say, WHO).endswith(words) for words in said)


def test_reasons_of_two_rules_that_say_the_same_are_said_once(rules: Rules) -> None:
    judgement = of(rules, "fever", "shivering")
    twice = judgement._replace(fired=(*judgement.fired, *judgement.fired))
    assert reasons(twice, WHO) == reasons(judgement, WHO)


@pytest.mark.parametrize("level", ["emergency", "urgent", "soon", "mention"])
def test_whom_to_call_stands_above_why_and_the_reason_does_not_say_it_again(
    rules: Rules, level: str
) -> None:
    for sign in (rule for rule in rules.signs if rule.rule.level == level):
        judgement = of(rules, sign.key, week=sign.rule.weeks[0])
        box = box_of(shown(judgement, rules))
        assert plain(box.contacts[0]).endswith("01234 567")
        assert plain(box.contacts[1]).endswith("103")
        for words in reasons(judgement, WHO):
            assert words
            rest = words.removeprefix(CALL_FIRST[level])
            assert rest == words or rest.startswith("Or "), (sign.key, words)


@pytest.mark.parametrize(
    ("level", "lead"),
    [("emergency", "Say on the phone: "), ("urgent", "Say on the phone: "),
     ("soon", "Say on the phone: "), ("mention", "Weighed: "), ("none", "Weighed: ")],
)  # fmt: skip
def test_what_was_given_is_there_to_be_read_out(rules: Rules, level: str, lead: str) -> None:
    signs = {"emergency": "seizure", "urgent": "fever", "soon": "burning-urine",
             "mention": "heartburn"}  # fmt: skip
    judgement = of(rules, *([signs[level]] if level in signs else []), sys=118.0)
    assert judgement.level == level
    words = words_of(shown(judgement, rules, "None.", ("one", "118/76")))
    assert f"{lead}one; 118/76" in words
    assert lead not in words_of(shown(judgement, rules, "None."))


# None is no all-clear


USUAL = {"sys": 118.0, "dia": 76.0, "temp_c": 36.8, "hr": 84.0, "spo2": 98.0, "breaths_min": 16.0}


@given(st.sets(st.sampled_from(sorted(USUAL))), st.integers(4, 48))
@settings(max_examples=60, deadline=None)
def test_where_no_rule_fires_it_never_says_that_all_is_well(
    rules: Rules, real_shelf: Shelf, fields: set[str], week: int
) -> None:
    none = read_levels(real_shelf)["none"]["say"]
    judgement = judge(rules, Asked(week, frozenset(), {f: (USUAL[f],) for f in fields}))
    assert judgement.level == "none"
    page = shown(judgement, rules, none, ("118/76",))
    words = words_of(page)
    assert "This does not mean that all is well." in words
    left = words.replace("This does not mean that all is well.", "")
    left = left.replace("No rule fired, and that is no all-clear", "")
    assert ALL_CLEAR.search(left) is None
    assert isinstance(page[0], Title)
    assert plain(page[0].spans) == "No rule fired, and that is no all-clear"
    assert box_of(page).groups == ()
    assert {"01234 567", "103"} <= {plain(c).rsplit(": ", 1)[-1] for c in box_of(page).contacts}


@given(st.frozensets(st.sampled_from(SIGNS), max_size=4), st.integers(4, 48))
@settings(max_examples=60, deadline=None)
def test_whatever_fires_the_last_line_says_to_call_when_worried(
    rules: Rules, signs: frozenset[str], week: int
) -> None:
    page = shown(judge(rules, Asked(week, signs, {})), rules, "None.")
    assert isinstance(page[-1], Paragraph)
    assert plain(page[-1].spans) == filled(rules.always, WHO)
    assert "{" not in words_of(page)


# Lines that a sign asks for


@pytest.mark.parametrize(
    ("signs", "readings"),
    [
        (("self-harm-thoughts",), {}), (("self-harm-plan",), {}), (("psychosis-signs",), {}),
        (("low-mood-two-weeks",), {}), (("anxiety-strong",), {}), (("harm-baby-urge",), {}),
        (("self-harm-thoughts", "seizure"), {}), ((), {"harm_item": 1.0}), ((), {"phq2": 3.0}),
        ((), {"phq9": 20.0}), ((), {"epds": 13.0}), ((), {"whooley_yes": 1.0}),
        ((), {"gad2": 3.0}),
    ],
)  # fmt: skip
def test_the_crisis_line_is_there_whenever_harm_or_low_mood_fires(
    rules: Rules, signs: tuple[str, ...], readings: dict[str, float]
) -> None:
    judgement = of(rules, *signs, week=44 if "harm-baby-urge" in signs else 30, **readings)
    lines = [plain(line) for line in call_box(judgement, REGION, WHO).contacts]
    assert any(line.endswith("116 123") for line in lines), lines


def test_without_such_a_sign_no_crisis_line_is_shown(rules: Rules) -> None:
    assert "116 123" not in words_of(shown(of(rules, "fever"), rules))


def test_a_crisis_line_that_is_not_confirmed_says_so(rules: Rules) -> None:
    doubtful = REGION._replace(helplines_confirmed=False)
    lines = call_box(of(rules, "self-harm-plan"), doubtful, contacts(doubtful)).contacts
    assert any("116 123 (check this number)" in plain(line) for line in lines)


def test_the_line_on_abuse_is_there_when_home_is_not_safe(rules: Rules) -> None:
    assert "0800 1" in words_of(shown(of(rules, "danger-at-home"), rules))
    assert "0800 1" not in words_of(shown(of(rules, "seizure"), rules))


def test_without_a_country_the_sentence_names_a_crisis_line_in_words(rules: Rules) -> None:
    who = contacts(None)
    page = judged(of(rules, "self-harm-thoughts"), (), "", rules.always, None, who)
    assert "your crisis line" in words_of(page)


# The list


def test_the_list_has_the_most_serious_first_each_with_what_to_type(rules: Rules) -> None:
    page = listed(rules.signs, "in week 30", REGION, WHO, loss=False)
    headings = [plain(b.spans) for b in page if isinstance(b, Heading)]
    assert headings == [HELP_HEADINGS[u] for u in ("emergency", "urgent", "soon", "mention")]
    levels = {rule.key: rule.rule.level for rule in rules.signs}
    groups = [block.items for block in page if isinstance(block, Entries)]
    found = [levels[item.name.removeprefix("--tick ")] for items in groups for item in items]
    order = ["emergency", "urgent", "soon", "mention"]
    assert found == sorted(found, key=order.index)
    assert len(found) == len(rules.signs)


def test_after_a_loss_the_list_has_the_words_that_fit_it(rules: Rules) -> None:
    changed = [rule for rule in rules.signs if rule.after_loss_label]
    assert changed
    for loss in (False, True):
        [entries] = [
            block for block in listed(changed[:1], "now", REGION, WHO, loss=loss)
            if isinstance(block, Entries)
        ]  # fmt: skip
        label = changed[0].after_loss_label if loss else changed[0].label
        assert plain(entries.items[0].title) == label
