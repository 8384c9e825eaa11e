"""amma checkin in a terminal, question by question."""

import json
import re

import pytest

from amma_cli.library.rulebook import read_rules, read_symptoms
from amma_cli.library.shelf import Shelf
from tests.flows.captures import compare
from tests.flows.walk import (
    ANSWERED,
    ENDS,
    FORMS,
    GO_ON,
    SKIPPED,
    TODAY,
    Flow,
    one_line,
    skipping,
)
from tests.terminal import CONTROL_C, Key, Seen

LONGEST = [*ANSWERED]
LONGEST[LONGEST.index("safe") + 1 : LONGEST.index("safe") + 1] = ["read"]
CALL = "Call the emergency number now"


def after(seen: Seen, words: str) -> str:
    """What stood on the screen after the last place of some words."""
    return one_line(seen.text).rpartition(words)[2]


@pytest.mark.parametrize("form", FORMS)
def test_every_question_answered(frozen: Flow, form: str, request: pytest.FixtureRequest) -> None:
    seen = frozen.walk(ANSWERED, form=form)
    assert seen.code == 0, seen.text
    entries = frozen.journal()
    assert [entry["kind"] for entry in entries] == [
        "checkin", "weight", "blood-pressure", "temperature", "question",
    ]  # fmt: skip
    assert entries[0]["data"] == {
        "mood": 3, "sleep": 2, "energy": 4, "symptoms": ["heartburn"], "mood_questions": True,
    }  # fmt: skip
    assert entries[0]["note"] == "Slept on my side"
    assert entries[1]["data"] == {"typed": "68.2kg", "values": {"kg": 68.2}}
    compare(f"checkin-answered-{form}", seen.text, request)


@pytest.mark.parametrize("form", FORMS)
def test_every_question_skipped_stores_nothing(
    frozen: Flow, form: str, request: pytest.FixtureRequest
) -> None:
    before = frozen.amma.files()
    seen = frozen.walk(skipping(), form=form)
    assert seen.code == 0, seen.text
    assert "Nothing was typed, so nothing was saved." in one_line(seen.text)
    assert frozen.amma.files() == before
    compare(f"checkin-skipped-{form}", seen.text, request)


@pytest.mark.parametrize("form", ["40", "plain"])
def test_no_line_is_wider_than_the_terminal(flow: Flow, form: str) -> None:
    seen = flow.walk({**ANSWERED, "urgent": "", "note": "", "question": ""}, form=form, columns=40)
    assert seen.code == 0, seen.text
    assert [line for line in seen.lines if len(line.rstrip()) > 40] == []


@pytest.mark.parametrize("name", LONGEST)
def test_convention_08_control_c_at_any_question_leaves_every_file_as_it_was(
    flow: Flow, name: str
) -> None:
    flow.amma("checkin", "--note", "before", "--on", "2027-01-20")
    before = flow.amma.files()
    typed = {**ANSWERED, "safe": "1"}
    walked = {each: typed.get(each, "") for each in LONGEST[: LONGEST.index(name)]}
    seen = flow.walk(walked, Key(ENDS[name], CONTROL_C))
    assert seen.code == 130, seen.text
    assert flow.amma.files() == before
    assert "Traceback" not in seen.text
    said = after(seen, "Stopped; nothing was saved.")
    assert "make it all the same" in said
    assert "999" in said


@pytest.mark.parametrize("step", ["after the call", "at a doubt"])
def test_control_c_inside_a_step_too(flow: Flow, step: str) -> None:
    before = flow.amma.files()
    if step == "at a doubt":
        walked, last = (
            skipping(until="bp", weight="682kg"),
            Key("Is that right? yes or no:", CONTROL_C),
        )
    else:
        walked, last = {"emergency": "1"}, Key(GO_ON, CONTROL_C)
    seen = flow.walk(walked, last)
    assert seen.code == 130, seen.text
    assert flow.amma.files() == before


@pytest.mark.parametrize("form", FORMS)
def test_an_emergency_sign_stops_the_form_and_the_call_comes_first_and_last(
    frozen: Flow, form: str, request: pytest.FixtureRequest
) -> None:
    seen = frozen.walk({"emergency": "1"}, Key(GO_ON, b"\n"), form=form)
    assert seen.code == 0, seen.text
    shown = one_line(seen.text)
    answered = shown.partition(ENDS["emergency"])[2]
    assert answered.lstrip(" 1").startswith(CALL)
    assert "Emergency: 999" in answered.partition(GO_ON)[0]
    last = after(seen, "amma journal")
    assert last.lstrip().startswith(CALL)
    assert "Emergency: 999" in last
    assert "Heavy bleeding in pregnancy" in last
    for form_again in ("Your mood", "Read this week", "Coming up"):
        assert form_again not in shown
    assert frozen.journal()[0]["data"] == {"signs": ["bleeding-heavy-pregnancy"]}
    compare(f"checkin-emergency-{form}", seen.text, request)


def test_after_going_on_the_call_is_not_said_again_for_what_is_no_news(flow: Flow) -> None:
    rest = skipping(bp="118/76", weight="68kg", temp="36.8", mood="3")
    rest.pop("emergency")
    keys = [Key(ENDS[name], f"{typed}\n".encode()) for name, typed in rest.items()]
    seen = flow.walk({"emergency": "1"}, Key(GO_ON, b"y\n"), *keys)
    assert seen.code == 0, seen.text
    shown = one_line(seen.text)
    assert shown.count(GO_ON) == 1
    assert shown.index("Read this week") < shown.rindex("Say on the phone: Heavy bleeding")
    assert "Emergency: 999" in after(seen, "amma journal")


def test_a_second_sign_after_going_on_is_weighed_with_the_first(flow: Flow) -> None:
    seen = flow.walk(
        {"emergency": ""}, Key(ENDS["urgent"], b"25\n"), Key(GO_ON, b"y\n"),
        *(Key(ENDS[name], b"\n") for name in SKIPPED[2 : SKIPPED.index("bp")]),
        Key(ENDS["bp"], b"150/102\n"), Key(GO_ON, b"\n"),
    )  # fmt: skip
    assert seen.code == 0, seen.text
    said = after(seen, "amma journal")
    assert "150/102" in said
    assert said.index("Say on the phone") > said.index("Emergency")


@pytest.mark.parametrize("form", FORMS)
def test_a_severe_pressure_stops_the_form_at_once(
    frozen: Flow, form: str, request: pytest.FixtureRequest
) -> None:
    seen = frozen.walk(skipping(until="temp", bp="172/112"), Key(GO_ON, b"\n"), form=form)
    assert seen.code == 0, seen.text
    answered = one_line(seen.text).partition(ENDS["bp"])[2]
    assert answered.lstrip().startswith("172/112 Call your maternity unit now, day or night")
    assert "Temperature" not in answered
    assert "Say on the phone: 172/112" in after(seen, "amma journal")
    assert [entry["kind"] for entry in frozen.journal()] == ["blood-pressure"]
    compare(f"checkin-pressure-{form}", seen.text, request)


def test_a_weight_that_is_rarely_so_is_asked_about_and_corrected(flow: Flow) -> None:
    keys = [Key(ENDS[name], b"\n") for name in SKIPPED[SKIPPED.index("bp") :]]
    seen = flow.walk(
        skipping(until="bp", weight="682kg"), Key("Is that right? yes or no:", b"\n"),
        Key(ENDS["weight"], b"heavy\n"), Key(ENDS["weight"], b"68.2kg\n"), *keys,
    )  # fmt: skip
    assert seen.code == 0, seen.text
    assert "A weight is typed as 68.2kg, 150lb or 10st 7lb." in one_line(seen.text)
    assert [entry["data"]["typed"] for entry in flow.journal()] == ["68.2kg"]


@pytest.mark.parametrize("typed", ["1", "2", "1 2"])
def test_fewer_or_different_movements_at_30_weeks_is_a_call_before_anything_else(
    flow: Flow, typed: str
) -> None:
    seen = flow.walk(skipping(until="mood", moves=typed), Key(GO_ON, b"\n"))
    assert seen.code == 0, seen.text
    shown = one_line(seen.text)
    assert "do not count first" in shown.partition(ENDS["moves"])[0]
    assert "Call your maternity unit now" in shown.partition(ENDS["moves"])[2]
    assert "Your mood" not in shown
    assert flow.journal()[0]["data"] == {"signs": ["movements-fewer"]}


def test_movements_are_not_asked_before_24_weeks(flow: Flow) -> None:
    answers = skipping()
    del answers["moves"]
    seen = flow.walk(answers, on="2026-12-19")  # 23+6
    assert seen.code == 0, seen.text
    assert "movements:" not in seen.text


def mood(flow: Flow, interest: str, down: str, keep: str) -> Seen:
    answers = skipping(phq="y")
    at = SKIPPED.index("home")
    first = {name: answers[name] for name in SKIPPED[:at]}
    last = {name: answers[name] for name in SKIPPED[at:]}
    asked = {"interest": interest, "down": down, "keep": keep}
    return flow.walk({**first, **asked, **last})


@pytest.mark.parametrize(("interest", "down"), [("3", "0"), ("1", "2"), ("3", "3"), ("3", "")])
@pytest.mark.parametrize("keep", ["y", ""])
def test_two_mood_answers_that_reach_the_rule_name_whom_to_talk_to_and_no_number_is_kept(
    flow: Flow, interest: str, down: str, keep: str
) -> None:
    before = flow.amma.files()
    seen = mood(flow, interest, down, keep)
    assert seen.code == 0, seen.text
    answered = one_line(seen.text).partition(ENDS["down"])[2]
    assert "Call within 24 hours" in answered.partition("PHQ-2:")[0]
    assert "Samaritans 116 123" in answered.partition("PHQ-2:")[0]
    assert "Samaritans 116 123" in after(seen, "saved.") + after(seen, "amma journal")
    if not keep:
        assert flow.amma.files() == before
        return
    (entry,) = flow.journal()
    assert entry["data"] == {"mood_questions": True}
    text = json.dumps({key: entry[key] for key in ("data", "note", "kind")})
    assert not re.search(r"\d|phq", text, re.IGNORECASE)


@pytest.mark.parametrize(("interest", "down"), [("0", "0"), ("1", "1"), ("2", "0"), ("", "1")])
def test_below_the_rule_nothing_is_called_fine(flow: Flow, interest: str, down: str) -> None:
    seen = mood(flow, interest, down, "")
    said = one_line(seen.text).partition(ENDS["down"])[2].partition("PHQ-2:")[0]
    assert "If you feel low or afraid, talk to your maternity unit" in said
    assert "Call within 24 hours" not in said
    assert flow.journal() == []


def test_the_mood_questions_come_every_four_weeks_at_most(flow: Flow) -> None:
    assert mood(flow, "0", "0", "y").code == 0
    answers = skipping()
    del answers["phq"]
    assert "PHQ-2" not in flow.walk(answers, on="2027-02-20").text
    assert "PHQ-2" in flow.walk(skipping(), on="2027-03-01").text


def test_an_answer_that_is_none_of_0_to_3_is_asked_again(flow: Flow) -> None:
    until = skipping(until="home", phq="y")
    keys = [
        Key(ENDS["interest"], b"7\n"), Key(ENDS["interest"], b"3\n"), Key(ENDS["down"], b"x\n"),
        Key(ENDS["down"], b"2\n"), Key(ENDS["keep"], b"\n"),
        *(Key(ENDS[name], b"\n") for name in ("home", "note", "question")),
    ]  # fmt: skip
    seen = flow.walk(until, *keys)
    assert seen.code == 0, seen.text
    assert one_line(seen.text).count("That is 0, 1, 2 or 3; Enter skips it.") == 2


@pytest.mark.parametrize("form", ["80", "plain"])
@pytest.mark.parametrize(("picked", "call"), [("1", CALL), ("2", "Call")])
def test_nothing_of_safety_at_home_is_in_any_file_or_left_on_the_screen(
    flow: Flow, form: str, picked: str, call: str
) -> None:
    before = flow.amma.files()
    keys = [
        Key(ENDS["safe"], f"{picked}\n".encode()), Key(ENDS["read"], b"\n"),
        *(Key(ENDS[name], b"\n") for name in ("note", "question")),
    ]  # fmt: skip
    seen = flow.walk(skipping(until="note", home="y"), *keys, form=form)
    assert seen.code == 0, seen.text
    assert flow.amma.files() == before
    shown = one_line(seen.text)
    assert call in shown.partition(ENDS["safe"])[2]
    assert "0808 2000 247" in shown.partition(ENDS["safe"])[2]
    left = seen.screen.rpartition("\x1b[3J\x1b[H\x1b[2J")[2]
    assert ("0808 2000 247" in left) == (form == "plain")


def test_the_helpline_for_abuse_is_not_shown_unasked(flow: Flow) -> None:
    assert "0808 2000 247" not in flow.walk(skipping()).text


def test_every_sign_of_the_week_is_asked_about_on_a_small_terminal(
    flow: Flow, real_shelf: Shelf
) -> None:
    """On 24 rows no line of a list has scrolled away when its question is asked."""
    asked = [
        rule for rule in read_rules(real_shelf).signs
        if rule.rule.weeks[0] <= 30 <= rule.rule.weeks[1]
        and rule.rule.level != "mention" and not rule.key.endswith("at-home")
    ]  # fmt: skip
    assert len(asked) > 60
    for columns in (80, 40):
        ahead = Key(ENDS["emergency"], b"\n" * 60)  # Enter for however many questions there are
        seen = flow.press([ahead], "checkin", "--on", TODAY, columns=columns, rows=24)
        screens = seen.text.split("Enter if none is:")[:-1]
        visible = [one_line("\n".join(screen.splitlines()[-23:])) for screen in screens]
        for rule in asked:
            assert sum(f". {rule.label}" in screen for screen in visible) == 1, rule.label
        shown = one_line(seen.text)
        calls = (CALL, "Call your maternity unit now, day or night", "Call within 24 hours")
        order = [shown.index(call) for call in calls]
        assert order == sorted(order)


def test_words_instead_of_a_number_name_whom_to_call(flow: Flow) -> None:
    keys = [Key(ENDS["soon"], b"my head hurts\n"), Key(ENDS["soon"], b"99\n"),
            Key(ENDS["soon"], CONTROL_C)]  # fmt: skip
    shown = one_line(flow.press(keys, "checkin", "--on", TODAY).text)
    said = "are you not sure? Call your maternity unit, day or night."
    assert shown.count(said) == 2


def test_a_number_of_an_earlier_list_still_counts(flow: Flow) -> None:
    seen = flow.walk({"emergency": "", "urgent": "1"}, Key(GO_ON, b"\n"))
    assert seen.code == 0, seen.text
    assert "Emergency: 999" in after(seen, "amma journal")


def test_after_a_birth(after_birth: Flow, request: pytest.FixtureRequest) -> None:
    answers = {name: "" for name in SKIPPED if name not in ("moves", "symptoms", "emergency")}
    seen = after_birth.walk(answers)
    assert seen.code == 0, seen.text
    assert "Baby moving" not in seen.text
    compare("checkin-after-birth", seen.text, request)


def test_after_a_loss(after_loss: Flow, request: pytest.FixtureRequest) -> None:
    left = ("moves", "symptoms", "weight", "emergency")
    seen = after_loss.walk({name: "" for name in SKIPPED if name not in left})
    assert seen.code == 0, seen.text
    assert not re.search(r"\bweek \d|\bbab(y|ies)\b|days to go|congrat", seen.text, re.IGNORECASE)
    assert "Call your maternity unit, day or night." in after(seen, "saved.")
    compare("checkin-after-loss", seen.text, request)


def test_after_a_loss_the_call_is_the_last_thing_too(after_loss: Flow) -> None:
    seen = after_loss.walk({"urgent": "1"}, Key(GO_ON, b"\n"))
    assert seen.code == 0, seen.text
    assert "Call your maternity unit now, day or night" in after(seen, "amma journal")
    assert after_loss.journal()[0]["data"] == {"signs": ["fever"]}


@pytest.mark.parametrize(("name", "day"), [("not-yet", "2026-07-01"), ("past-43", "2027-05-09")])
def test_where_no_week_is_known_only_a_note_is_asked(
    frozen: Flow, name: str, day: str, request: pytest.FixtureRequest
) -> None:
    seen = frozen.walk({"note": "Waiting", "question": ""}, on=day)
    assert seen.code == 0, seen.text
    assert not re.search(r"\bweek \d|\d weeks|\d days to go", seen.text.replace("week 0", ""))
    assert "amma signs" in seen.text
    assert "Worried right now? Call your maternity unit" in after(seen, "amma journal")
    assert [entry["note"] for entry in frozen.journal()] == ["Waiting"]
    compare(f"checkin-{name}", seen.text, request)


def test_convention_05_questions_go_to_stderr_and_lists_to_stdout(flow: Flow) -> None:
    seen = flow.walk(skipping(), apart=True)
    assert seen.code == 0, seen.text
    for name in SKIPPED:
        assert ENDS[name] in one_line(seen.text), name
        assert ENDS[name] not in one_line(seen.piped), name
    for content in ("30 weeks", "1. Heavy bleeding in pregnancy", "Read this week", "Heartburn"):
        assert content in seen.piped
        assert content not in seen.text


def test_where_the_lists_go_to_a_file_nothing_is_asked(flow: Flow) -> None:
    seen = flow.press([], "checkin", "--on", TODAY, piped="stdout")
    assert seen.code == 0, seen.text
    assert "Enter if none is" not in seen.text
    assert "Heavy bleeding in pregnancy" in seen.piped


def test_convention_14_questions_are_numbered_without_a_gap(flow: Flow) -> None:
    answers = {**ANSWERED, "phq": "", "home": ""}
    for name in ("interest", "down", "keep", "safe"):
        del answers[name]
    seen = flow.walk(answers, form="plain")
    found = re.findall(r"^Question (\d+): ", seen.text, re.MULTILINE)
    assert found == [str(n) for n in range(1, len(answers) + 1)]
    assert "Question 5: Your mood" in seen.text
    assert "\x1b" not in seen.screen


def test_nothing_is_stored_before_the_end(flow: Flow) -> None:
    before = flow.amma.files()
    walked = {name: ANSWERED[name] for name in [*ANSWERED][:-1]}
    seen = flow.walk(walked, Key(ENDS["question"], kill=True))
    assert seen.code == -9
    assert flow.amma.files() == before


def test_the_reading_is_the_lead_then_what_was_ticked_then_the_rest(
    flow: Flow, real_shelf: Shelf
) -> None:
    offered = [s for s in read_symptoms(real_shelf) if s.weeks[0] <= 30 <= s.weeks[1]]
    number = 1 + [s.article for s in offered].index("headaches-migraine")
    seen = flow.walk(skipping(symptoms=str(number)))
    shown = one_line(seen.text)
    lead, ticked, rest = (
        shown.index(words) for words in ("start here", "For what you ticked", "Also this week")
    )
    assert lead < ticked < shown.index("amma read headaches-migraine") < rest


def test_color_and_theme_change_no_word_of_it(frozen: Flow) -> None:
    shown = set()
    for env in ({"NO_COLOR": "1"}, {"NO_COLOR": "", "AMMA_THEME": "dark"}):
        seen = frozen.walk({"emergency": "1"}, Key(GO_ON, b"\n"), env=env)
        assert seen.code == 0, seen.text
        shown.add("\n".join(line.rstrip() for line in seen.lines))
        assert ("38;" in seen.screen) == ("AMMA_THEME" in env)
    assert len(shown) == 1


def test_in_the_us_a_weight_is_asked_for_in_pounds(flow: Flow) -> None:
    keys = [Key(ENDS[name], b"\n") for name in SKIPPED[: SKIPPED.index("weight")]]
    pounds = Key("for example 150lb, Enter to skip:", b"150\n")
    rest = [Key(ENDS[name], b"\n") for name in SKIPPED[SKIPPED.index("bp") :]]
    seen = flow.press([*keys, pounds, *rest], "checkin", "--on", TODAY, "--region", "US")
    assert seen.code == 0, seen.text
    assert flow.journal()[0]["data"]["values"] == {"kg": 68.04}  # 150 x 0.45359237
