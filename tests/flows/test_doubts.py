"""What is odd or can be read in two ways is asked in a terminal, what it may mean first."""

import json

import pytest

from tests.flows.walk import ENDS, GO_ON, TODAY, Flow, one_line, skipping
from tests.terminal import CONTROL_C, Key, Seen

RIGHT = "Is that right? yes or no:"
UNIT = "Call your maternity unit now, day or night"
STROKE = "Pressure this high can cause a stroke."


def log(flow: Flow, *words: str, keys: list[Key]) -> Seen:
    return flow.press(keys, "log", *words, "--on", TODAY)


@pytest.mark.parametrize("answer", [b"no\n", b"\n", b"yes\n"])
def test_a_doubt_names_the_call_before_the_question_and_after_a_no(
    flow: Flow, answer: bytes
) -> None:
    seen = log(flow, "bp", "240/150", keys=[Key(RIGHT, answer)])
    before, _, after = one_line(seen.text).partition(RIGHT)
    assert "240/150 was read as 240/150 mmHg. 240 is rare as the first number." in before
    assert f"If it is right: {UNIT}." in before
    assert STROKE in before
    assert STROKE in after
    assert len(flow.journal()) == (answer == b"yes\n")
    if answer != b"yes\n":
        assert seen.code == 2
        assert "Nothing was saved. If it is right: " in after


@pytest.mark.parametrize(
    ("answer", "mmol"),
    [("1", 30.0), ("2", 1.7), ("mg", 1.7), ("mmol/L", 30.0), ("", 0.0), ("m", 0.0), ("3", 0.0),
     ("yes", 0.0)],
)  # fmt: skip
def test_a_sugar_in_two_units_is_asked_and_nothing_is_guessed(
    flow: Flow, answer: str, mmol: float
) -> None:
    asked = "2 for 1.7 mmol/L (31 mg/dL), Enter for neither:"
    seen = log(flow, "glucose", "30", keys=[Key(asked, f"{answer}\n".encode())])
    before, _, after = one_line(seen.text).partition("1 for 30.0 mmol/L")
    assert "30 has no unit and can be read in two ways" in before
    assert "If it is 30.0 mmol/L (540 mg/dL): Call your maternity unit today" in before
    assert f"If it is 1.7 mmol/L (31 mg/dL): {UNIT}." in before
    stored = [entry["data"]["values"]["glucose_mmol"] for entry in flow.journal()]
    assert stored == ([mmol] if mmol else [])
    if not mmol:
        assert seen.code == 2
        assert "Nothing was saved." in after
        assert UNIT in after


def test_a_weight_in_the_other_unit_is_asked_in_the_checkin_too(flow: Flow) -> None:
    flow.amma("log", "weight", "72.0kg", "--on", TODAY)
    keys = [
        Key("2 for 71.7 kg (158.0 lb), Enter for neither:", b"2\n"), Key(ENDS["bp"], CONTROL_C),
    ]  # fmt: skip
    seen = flow.walk(skipping(until="bp", weight="158"), *keys)
    assert "158 has no unit and can be read in two ways" in one_line(seen.text)


def test_a_reading_in_the_checkin_that_is_not_read_names_whom_to_call(flow: Flow) -> None:
    keys = [Key(ENDS["bp"], b"170/115 left arm\n"), Key(GO_ON, b"\n")]
    seen = flow.walk(skipping(until="temp", bp="very high"), *keys)
    shown = one_line(seen.text)
    assert "higher number first. Worried right now? Call your maternity unit" in shown
    assert "Say on the phone: 170/115 left arm, read as 170/115 mmHg" in shown
    assert json.loads(json.dumps(flow.journal()))[0]["data"]["values"] == {"sys": 170, "dia": 115}


# The list of signs


def emergency(flow: Flow, *typed: str) -> str:
    """What the terminal shows when this is typed at the list of an emergency."""
    keys = [Key(ENDS["emergency"], f"{words}\n".encode()) for words in typed]
    last = Key(GO_ON if typed[-1] in ("heavy bleeding", "1-2", "2 and 1") else ENDS["emergency"],
               CONTROL_C)  # fmt: skip
    return one_line(flow.press([*keys, last], "checkin", "--on", TODAY).text)


@pytest.mark.parametrize(
    ("typed", "ticked"),
    [("heavy bleeding", ["Heavy bleeding in pregnancy"]),
     ("1-2", ["Heavy bleeding in pregnancy", "Chest pain or tightness"]),
     ("2 and 1", ["Chest pain or tightness", "Heavy bleeding in pregnancy"])],
)  # fmt: skip
def test_a_range_or_the_words_of_one_line_tick_it(
    flow: Flow, typed: str, ticked: list[str]
) -> None:
    shown = emergency(flow, typed)
    assert f"Say on the phone: {'; '.join(ticked)}" in shown
    if typed == "heavy bleeding":
        assert "Taken as 1: Heavy bleeding in pregnancy." in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [("yes", "Which? Type the number that stands before the line"),
     ("pain", "Which of these do you mean? Type its number: "),
     ("no heavy bleeding", "Which of these do you mean? Type its number: 1 (Heavy bleeding in"),
     ("1-99", "That is no number of this list."), ("xyzzy", "That is no number of this list.")],
)  # fmt: skip
def test_what_is_not_understood_is_asked_again_with_the_emergency_number(
    flow: Flow, typed: str, said: str
) -> None:
    shown = emergency(flow, typed)
    again = "If one of these is so, call 999 now. Call before you type anything."
    answered = shown.partition(said)[2]
    assert "are you not sure? Call your maternity unit, day or night." in answered
    assert again in answered
    assert "Say on the phone" not in shown


def test_a_checkin_that_cannot_be_saved_ends_with_its_call(flow: Flow) -> None:
    path = flow.amma.home / "journal.jsonl"
    path.mkdir()
    first = flow.press([], "checkin", "--on", TODAY)
    assert first.code == 4  # said before any question, with whom to call
    assert "Worried right now? Call your maternity unit" in one_line(first.text)
    assert ENDS["emergency"] not in one_line(first.text)


def test_a_checkin_that_cannot_be_saved_at_its_end_shows_its_call_before_the_error(
    flow: Flow,
) -> None:
    lock = flow.amma.home / "lock"
    lock.unlink()
    lock.mkdir()  # reading needs none
    seen = flow.walk({"emergency": "1"}, Key(GO_ON, b"\n"))
    assert seen.code in (1, 4)
    shown = one_line(seen.text).rpartition(GO_ON)[2]
    assert "Say on the phone: Heavy bleeding in pregnancy" in shown
    assert "Emergency: 999" in shown.partition("/lock")[0]
    assert flow.journal() == []


@pytest.mark.parametrize("typed", ["none", "no", "0", "no movements", "not moving", "yes"])
def test_no_movements_are_never_taken_for_no_answer(flow: Flow, typed: str) -> None:
    keys = [Key(ENDS["moves"], f"{typed}\n".encode()), Key(ENDS["moves"], b"1\n"),
            Key(GO_ON, b"\n")]  # fmt: skip
    seen = flow.walk(skipping(until="moves"), *keys)
    again = one_line(seen.text).partition(ENDS["moves"])[2].partition(ENDS["moves"])[0]
    assert "call your maternity unit now; do not count first" in again
    assert flow.journal()[0]["data"] == {"signs": ["movements-fewer"]}
