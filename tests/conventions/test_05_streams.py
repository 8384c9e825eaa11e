"""Conventions 5, 7 and 8: which stream, closed pipes, and nobody to ask."""

import signal
import subprocess

import pytest

from tests.program import CALLS, DUE, TODAY, Amma, words_of
from tests.terminal import CONTROL_C, CONTROL_D, Key, in_terminal

QUESTION = "Your due date"


@pytest.mark.parametrize("name", CALLS)
def test_convention_05_content_goes_to_stdout(expecting: Amma, name: str) -> None:
    done = expecting.call(name)
    assert done.code == 0, done.err
    assert done.out.strip()
    assert done.out.endswith("\n")
    said = done.err.strip().splitlines()
    assert not [line for line in said if line in done.out.splitlines()]


def test_convention_05_errors_go_to_stderr(amma: Amma) -> None:
    for args in (["wek"], ["read", "nothing-like-it"], ["why"], ["week", "99"], ["week", "--no"]):
        done = amma(*args)
        assert done.code in (1, 2, 3), args
        assert done.out == ""
        assert done.err.strip()


def test_convention_05_prompts_go_to_stderr_and_content_to_stdout(amma: Amma) -> None:
    keys = [Key(QUESTION, f"{DUE}\n".encode()), Key("country", b"GB\n")]
    seen = in_terminal(amma, "due", "--on", TODAY, keys=keys, piped="stdout")
    assert seen.code == 0, seen.screen
    assert QUESTION in seen.text
    assert "Your due date is Sunday, 11 April 2027." in seen.piped
    assert "Your due date is" not in seen.text
    assert "for example" not in seen.piped


def test_convention_05_what_was_saved_is_said_on_stderr(expecting: Amma) -> None:
    done = expecting("checkin", "--note", "slept better", "--on", TODAY)
    assert done.code == 0
    assert "amma journal" in done.err
    assert "Saved" not in done.out
    made = expecting("print", "short-cervix", "-o", "paper.html")
    assert (made.code, made.out) == (0, "")
    assert "paper.html" in made.err


@pytest.mark.parametrize("call", ["topics", "read short-cervix", "-h", "due -h", "list --json"])
def test_convention_07_a_reader_that_takes_one_line_is_no_error(amma: Amma, call: str) -> None:
    done = amma.shell(f"$AMMA {call} | head -1; echo ${{PIPESTATUS[0]}} ${{PIPESTATUS[1]}}")
    lines = done.out.splitlines()
    assert len(lines) == 2
    assert lines[0]
    assert lines[1] == "0 0"
    assert done.err == ""


@pytest.mark.parametrize(
    "call",
    ["topics", "search bleeding", "print short-cervix -o -", "completion bash",
     "-h", "--version", "read short-cervix --color always"],
)  # fmt: skip
@pytest.mark.parametrize("unbuffered", [None, "1"], ids=["buffered", "unbuffered"])
def test_convention_07_a_reader_that_closes_at_once_is_no_error(
    amma: Amma, call: str, unbuffered: str | None
) -> None:
    env = {"PYTHONUNBUFFERED": unbuffered}
    done = amma.shell(f"$AMMA {call} | true; echo ${{PIPESTATUS[0]}}", env=env)
    assert done.out.strip() == "0"
    assert done.err == ""


@pytest.mark.parametrize("call", ["wek", "read no-such", "due 2027-13-01"])
def test_convention_07_a_closed_stderr_gives_no_traceback(amma: Amma, call: str) -> None:
    # The shell's own stderr is the only place where a traceback could still show.
    done = amma.shell(f"($AMMA {call} 3>&2 2>&1 >&3) | true; echo ${{PIPESTATUS[0]}}")
    assert done.err == ""
    assert done.out.strip() in {"0", "1", "2"}


def test_convention_07_closed_streams_give_no_traceback(amma: Amma) -> None:
    for closed in (">&-", "2>&-", "<&-", "<&- >&- 2>&-"):
        done = amma.shell(f"$AMMA topics {closed}; echo $? >> codes")
        assert "Traceback" not in done.err, closed
    assert (amma.folder / "codes").read_text().split() == ["0"] * 4


@pytest.mark.parametrize("how", ["closed", "empty", "--no-input"])
def test_convention_08_a_needed_answer_fails_at_once_and_names_the_flag(
    amma: Amma, how: str
) -> None:
    line = {"closed": "$AMMA due <&-", "empty": "$AMMA due", "--no-input": "$AMMA due --no-input"}
    done = amma.shell(line[how])
    assert done.code in (2, 3)
    assert done.out == ""
    assert "amma due 2027-04-11" in done.err
    assert amma.files() == {}


def test_convention_08_no_input_asks_nothing_in_a_terminal(amma: Amma, expecting: Amma) -> None:
    seen = in_terminal(amma, "due", "--no-input")
    assert seen.code in (2, 3)
    assert QUESTION not in seen.text
    assert "amma due" in seen.text
    checked = in_terminal(expecting, "checkin", "--on", TODAY, "--no-input")
    assert checked.code == 0
    assert "(Enter to skip)" not in checked.text


@pytest.mark.parametrize("name", CALLS)
def test_convention_08_no_command_waits_for_a_closed_stdin(expecting: Amma, name: str) -> None:
    words = " ".join(f"'{word}'" for word in words_of(name))
    done = expecting.shell(f"$AMMA {words} <&-")
    assert done.code == 0, done.err


@pytest.mark.parametrize("call", ["due -", "due --lmp -", "due --scan - --at 12+3"])
def test_convention_08_a_dash_with_nothing_behind_it_names_the_flag(amma: Amma, call: str) -> None:
    for closed in ("</dev/null", "<&-"):
        done = amma.shell(f"$AMMA {call} {closed}")
        assert (done.code, done.out) == (2, "")
        assert "--" in done.err
        assert amma.files() == {}


def test_convention_08_control_c_at_a_question_exits_130_and_changes_nothing(
    expecting: Amma, amma: Amma
) -> None:
    before = expecting.files()
    keys = [Key("Enter if none is", CONTROL_C)]
    seen = in_terminal(expecting, "checkin", "--on", TODAY, "--no-pager", keys=keys)
    assert seen.code == 130, seen.screen
    assert "Traceback" not in seen.text
    assert expecting.files() == before


@pytest.mark.parametrize("answers", [[], [f"{DUE}\n".encode()]], ids=["first", "second"])
def test_convention_08_control_c_while_asked_for_the_date_stores_nothing(
    amma: Amma, answers: list[bytes]
) -> None:
    asked = [Key(QUESTION, answer) for answer in answers]
    last = Key("country" if answers else QUESTION, CONTROL_C)
    seen = in_terminal(amma, "due", "--on", TODAY, keys=[*asked, last])
    assert seen.code == 130, seen.screen
    assert amma.files() == {}


def test_convention_08_an_interrupt_from_outside_is_the_same(amma: Amma) -> None:
    process = subprocess.Popen(
        amma.command("due", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=amma.environment(),
        cwd=amma.folder,
    )
    try:
        assert process.stdin
        process.stdin.write(b"2027")  # no line end: it goes on reading
        process.stdin.flush()
        try:
            process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    finally:
        process.kill()
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err
    assert amma.files() == {}


def test_convention_08_the_end_of_input_at_a_question_skips_it(amma: Amma) -> None:
    asked = (QUESTION, "last period", "of a scan", "embryo transfer", "ovulation", "country")
    keys = [Key(question, CONTROL_D) for question in asked]
    seen = in_terminal(amma, "due", "--on", TODAY, keys=keys)
    assert seen.code == 0, seen.screen
    assert "No due date was stored" in seen.text
    assert amma.files() == {}
