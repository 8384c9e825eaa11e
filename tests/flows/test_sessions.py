"""amma kicks and amma contractions in a terminal, key by key.

How far a session has come is a file written beforehand; the clock is the real one.
"""

import json
from datetime import date, datetime, timedelta

import pytest

from tests.flows.captures import compare
from tests.flows.walk import FORMS, TODAY, Flow, one_line
from tests.terminal import CONTROL_C, Key, Seen, bare

TERM = "2027-03-28"  # 38+0: 14 days before the due date
MINUTE = 60.0
CALL = "Call your maternity unit now, day or night"
WHOM = {"kicks": "do not count first", "contractions": "whatever this shows"}


def going_on(flow: Flow, kind: str, day: str, ago: float, presses: list[float]) -> bytes:
    """Write a session that began `ago` minutes before now, on a pinned day."""
    now = datetime.combine(date.fromisoformat(day), datetime.now().astimezone().timetz())
    start = (now - timedelta(minutes=ago)).isoformat(timespec="milliseconds")
    lines = [{"schema": 1, "kind": kind, "start": start}, *({"at": at} for at in presses)]
    path = flow.amma.home / "live.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path.read_bytes()


def every(minutes: float, of: float = 70.5, lasting: float = 60.0) -> list[float]:
    """Presses of contractions at a pace, the last one half a minute ago or more."""
    starts = [n * minutes * MINUTE for n in range(100) if n * minutes * MINUTE < of * MINUTE - 90]
    return [press for start in starts for press in (start, start + lasting)]


def on_disk(flow: Flow) -> list[float] | None:
    path = flow.amma.home / "live.jsonl"
    if not path.exists():
        return None
    _, *lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["at"] for line in lines]


def frames(seen: Seen) -> list[str]:
    """Every screen that was drawn over the one before."""
    return [bare(part.partition("\x1b[J")[0]) for part in seen.screen.split("\x1b[H")[1:]]


def count(number: int) -> str:
    return f"Movements {number} The last one"


PRESSED = [
    Key(count(0), b" "), Key(count(1), b"\n"), Key(count(2), b" "), Key(count(3), b"u"),
]  # fmt: skip


def kicks(flow: Flow, *keys: Key, form: str = "80", rows: int = 24) -> Seen:
    return flow.press(list(keys), "kicks", "--on", TODAY, form=form, rows=rows)


def test_each_key_is_a_movement_u_takes_one_back_and_q_saves(flow: Flow) -> None:
    seen = kicks(flow, *PRESSED, Key(count(2), b"q"))
    assert seen.code == 0, seen.text
    (entry,) = flow.journal()
    assert entry["kind"] == "kicks"
    assert len(entry["data"]["presses"]) == 2
    assert on_disk(flow) is None
    assert "Saved: 2 movements in" in frames(seen)[-1]


def test_control_c_leaves_the_session_and_it_is_taken_up_again(flow: Flow) -> None:
    seen = kicks(flow, *PRESSED, Key(count(2), CONTROL_C))
    assert seen.code == 130, seen.text
    assert len(on_disk(flow) or []) == 2
    assert flow.journal() == []
    assert "To save it: amma kicks --finish" in one_line(seen.text)
    again = kicks(flow, Key(count(2), b" "), Key(count(3), b"q"))
    assert again.code == 0, again.text
    assert "It is taken up again." in one_line(again.text)
    assert len(flow.journal()[0]["data"]["presses"]) == 3


def test_control_c_before_the_first_press_leaves_every_file_as_it_was(flow: Flow) -> None:
    before = flow.amma.files()
    for command in ("kicks", "contractions"):
        seen = flow.press([Key("none yet", CONTROL_C)], command, "--on", TODAY)
        assert seen.code == 130, seen.text
        assert flow.amma.files() == before


def test_a_killed_session_has_every_press_on_disk_and_is_taken_up_again(flow: Flow) -> None:
    keys = [Key(count(n), b" ") for n in range(5)]
    seen = kicks(flow, *keys, Key(count(5), kill=True))
    assert seen.code == -9
    assert len(on_disk(flow) or []) == 5
    again = kicks(flow, Key(count(5), b"q"))
    assert again.code == 0, again.text
    assert len(flow.journal()[0]["data"]["presses"]) == 5
    assert on_disk(flow) is None


def test_presses_that_come_at_once_are_all_counted(flow: Flow) -> None:
    seen = kicks(flow, Key(count(0), b" " * 7), Key(count(7), b"q"))
    assert seen.code == 0, seen.text
    assert len(flow.journal()[0]["data"]["presses"]) == 7


def test_an_arrow_is_no_movement_and_ends_nothing(flow: Flow) -> None:
    seen = kicks(flow, Key(count(0), b"\x1b[A\x1bq\x1bOB "), Key(count(1), b"q"))
    assert seen.code == 0, seen.text
    assert len(flow.journal()[0]["data"]["presses"]) == 1


def test_u_with_nothing_pressed_does_nothing_and_q_saves_nothing(flow: Flow) -> None:
    before = flow.amma.files()
    seen = kicks(flow, Key(count(0), b"uu"), Key(count(0), b"q"))
    assert seen.code == 0, seen.text
    assert "nothing of it was saved" in seen.text
    assert flow.amma.files() == before


def test_in_lines_only_enter_is_a_press(flow: Flow) -> None:
    asked = "Enter, u or q:"
    keys = [
        Key("q to finish:", b"\n"), Key(asked, b"what now\n"), Key("q to finish:", b"\n"),
        Key(asked, b"u\n"), Key(asked, b"quit\n"),
    ]  # fmt: skip
    seen = kicks(flow, *keys, form="plain")
    assert seen.code == 0, seen.text
    assert len(flow.journal()[0]["data"]["presses"]) == 1
    assert "\x1b" not in seen.screen
    for number in range(1, 6):
        assert f"Question {number}: " in seen.text
    assert seen.text.count("This is a diary.") == 2  # at the beginning and at the end


@pytest.mark.parametrize("form", FORMS)
def test_the_screens_of_movements(frozen: Flow, form: str, request: pytest.FixtureRequest) -> None:
    if form == "plain":
        keys = [Key("q to finish:", b"\n"), Key("Enter, u or q:", b"q\n")]
    else:
        colon = ":" if form == "40" else ""
        shown = "Movements{} {} The last one"
        keys = [Key(shown.format(colon, 0), b" "), Key(shown.format(colon, 1), b"q")]
    seen = kicks(frozen, *keys, form=form)
    assert seen.code == 0, seen.text
    assert [line for line in seen.lines if len(line.rstrip()) > FORMS[form]["columns"]] == []
    screens = [seen.text] if form == "plain" else [frames(seen)[0], *frames(seen)[-2:]]
    compare(f"kicks-{form}", "\n=====\n".join(screens), request)


@pytest.mark.parametrize("name", ["before-37", "from-37"])
@pytest.mark.parametrize("form", FORMS)
def test_contractions_every_four_minutes_put_the_call_first_and_last(
    frozen: Flow, form: str, name: str, request: pytest.FixtureRequest
) -> None:
    day = TODAY if name == "before-37" else TERM
    going_on(frozen, "contractions", day, 70.5, every(4))
    end = [Key("q to finish:", b"q\n")] if form == "plain" else [Key("finish and save", b"q")]
    seen = frozen.press(end, "contractions", "--on", day, form=form, rows=24)
    assert seen.code == 0, seen.text
    assert [line for line in seen.lines if len(line.rstrip()) > FORMS[form]["columns"]] == []
    if form != "plain":
        first = frames(seen)[0]
        assert len(first.splitlines()) <= 23
        assert one_line(first).startswith("When to get help Emergency: 999")
        assert CALL in one_line(first)
        assert "finish and save" in first
    last = one_line(seen.text).rpartition("Saved:")[2]
    assert CALL in last
    assert "999" in last
    assert on_disk(frozen) is None
    screens = [seen.text] if form == "plain" else [frames(seen)[0], frames(seen)[-1]]
    compare(f"contractions-{name}-{form}", "\n=====\n".join(screens), request)


@pytest.mark.parametrize(
    ("day", "minutes", "called"),
    [(TODAY, 8, True), (TODAY, 20, False), (TERM, 4, True), (TERM, 8, False)],
)
def test_the_rule_is_that_of_the_week(flow: Flow, day: str, minutes: float, called: bool) -> None:
    going_on(flow, "contractions", day, 70.5, every(minutes))
    seen = flow.press([Key("finish and save", b"q")], "contractions", "--on", day)
    first = one_line(frames(seen)[0])
    assert (CALL in first) == called
    assert ("before 37 weeks can be" in first) == (day == TODAY and called)
    if not called:
        assert "Call your maternity unit now, whatever this shows" in first


def test_a_key_ends_a_contraction_and_begins_the_next(flow: Flow) -> None:
    keys = [Key("none yet", b" "), Key("a contraction, for", b" "), Key("a pause, for", b" "),
            Key("a contraction, for", b"u"), Key("a pause, for", b"q")]  # fmt: skip
    seen = flow.press(keys, "contractions", "--on", TERM, rows=24)
    assert seen.code == 0, seen.text
    assert len(flow.journal()[0]["data"]["presses"]) == 2


def test_killed_in_a_contraction_it_still_lasts_when_it_is_taken_up_again(flow: Flow) -> None:
    keys = [Key("none yet", b" "), Key("a contraction, for", kill=True)]
    assert flow.press(keys, "contractions", "--on", TERM).code == -9
    assert len(on_disk(flow) or []) == 1
    again = flow.press([Key("a contraction, for", b" "), Key("a pause, for", b"q")],
                       "contractions", "--on", TERM)  # fmt: skip
    assert again.code == 0, again.text
    assert len(flow.journal()[0]["data"]["presses"]) == 2


@pytest.mark.parametrize("rows", [10, 16, 24])
@pytest.mark.parametrize("form", ["80", "40"])
def test_a_small_terminal_never_scrolls_the_first_line_away(
    flow: Flow, form: str, rows: int
) -> None:
    going_on(flow, "contractions", TODAY, 70.5, every(4))
    seen = flow.press([Key("Emergency: 999", b"q")], "contractions", "--on", TODAY,
                      form=form, rows=rows)  # fmt: skip
    first = frames(seen)[0].splitlines()
    assert len(first) < rows
    assert "When to get help" in first[0]


@pytest.mark.parametrize(("kind", "other"), [("kicks", "contractions"), ("contractions", "kicks")])
def test_a_session_of_the_other_kind_is_finished_only_when_she_says_so(
    flow: Flow, kind: str, other: str
) -> None:
    live = going_on(flow, other, TODAY, 12, [0.0, 60.0])
    before = flow.amma.files()
    question = "Save it and begin this one? y for yes, Enter for no:"
    seen = flow.press([Key(question, b"\n")], kind, "--on", TODAY)
    assert seen.code == 1, seen.text
    assert f"amma {other} --finish" in one_line(seen.text)
    assert WHOM[kind] in one_line(seen.text)
    assert flow.amma.files() == before
    pressed = flow.amma(kind, "--press", "--on", TODAY)
    assert (pressed.code, pressed.out) == (1, "")
    assert (flow.amma.home / "live.jsonl").read_bytes() == live
    seen = flow.press([Key(question, b"y\n"), Key("none yet", b" "), Key("and save", b"q")],
                      kind, "--on", TODAY)  # fmt: skip
    assert seen.code == 0, seen.text
    assert [entry["kind"] for entry in flow.journal()] == [other, kind]


def test_an_empty_session_of_the_other_kind_stands_in_nobodys_way(flow: Flow) -> None:
    going_on(flow, "kicks", TODAY, 12, [])
    assert flow.amma("contractions", "--press", "--on", TODAY).code == 0
    assert flow.journal() == []
    assert len(on_disk(flow) or []) == 1


@pytest.mark.parametrize("keyed", [True, False])
def test_a_session_left_yesterday_is_no_picture_of_now(flow: Flow, keyed: bool) -> None:
    going_on(flow, "contractions", TODAY, 26 * 60, every(4))
    shown = flow.amma("contractions", "--on", TODAY)
    assert CALL not in shown.out
    assert "amma contractions --finish" in one_line(shown.out)
    if keyed:
        seen = flow.press([Key("none yet", b" "), Key("a contraction", b"q")],
                          "contractions", "--on", TODAY)  # fmt: skip
        assert CALL not in one_line(seen.text)
        said = one_line(seen.text)
    else:
        pressed = flow.amma("contractions", "--press", "--on", TODAY)
        assert pressed.code == 0
        said = one_line(pressed.err)
    assert "it is in your journal now. Saved: 18 contractions" in said
    assert len(flow.journal()[0]["data"]["presses"]) == 36


def test_two_hours_with_few_movements_are_a_call_and_no_more_counting(flow: Flow) -> None:
    going_on(flow, "kicks", TODAY, 130, [0.0, 2400.0, 4800.0])
    seen = flow.press([Key("finish and save", b"q")], "kicks", "--on", TODAY, form="40", rows=24)
    assert seen.code == 0, seen.text
    assert CALL in one_line(frames(seen)[0])
    assert CALL in one_line(frames(seen)[-1]).rpartition("Saved:")[2]


@pytest.mark.parametrize("kind", ["kicks", "contractions"])
def test_after_a_birth_or_an_end_nothing_is_counted_and_whom_to_call_is_said(
    after_birth: Flow, after_loss: Flow, kind: str
) -> None:
    for flow in (after_birth, after_loss):
        before = flow.amma.files()
        seen = flow.press([], kind, "--on", TODAY)
        assert seen.code == 1
        assert "Call your maternity unit, day or night" in one_line(seen.text)
        assert flow.amma.files() == before
