"""Convention 14: --plain, and ACCESSIBLE=1, for screen readers."""

import re

import pytest

from tests.batch import each
from tests.program import CALLS, DUE, TODAY, Amma, words_of
from tests.terminal import Key, bare, in_terminal

# A script for a shell is code, in which spaces mean something.
SHOWN = [name for name in CALLS if name != "completion"]
HELP = [["-h"], ["help", "options"], ["help", "environment"], ["due", "-h"], ["library", "check"]]
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u2b50\u2705]")


def laid_out(text: str) -> list[str]:
    """Lines with columns, boxes, bars or charts in them."""
    return [
        line
        for line in text.splitlines()
        if re.search(r"\S {2,}\S", line)
        or re.search(r"[\u2500-\u259f\u25b8\u2800-\u28ff]", line)
        or re.search(r"[-=_]{4,}", line)
        or "\t" in line
    ]


@pytest.mark.parametrize("name", SHOWN)
def test_convention_14_plain_has_no_boxes_tables_or_columns(expecting: Amma, name: str) -> None:
    call = [*words_of(name), "--plain"]
    for done in each(expecting, [call, [*call, "--width", "40"], [*call, "--width", "200"]]):
        assert done.code == 0
        assert laid_out(done.out) == []


@pytest.mark.parametrize("args", HELP, ids=" ".join)
def test_convention_14_plain_help_has_no_columns(amma: Amma, args: list[str]) -> None:
    assert laid_out(amma(*args, "--plain").out) == []


@pytest.mark.parametrize("name", SHOWN)
def test_convention_14_accessible_in_the_environment_does_the_same(
    expecting: Amma, name: str
) -> None:
    plain = expecting.call(name, "--plain")
    assert expecting.call(name, env={"ACCESSIBLE": "1"}) == plain


@pytest.mark.parametrize("name", SHOWN)
def test_convention_14_a_plain_terminal_is_read_line_by_line(expecting: Amma, name: str) -> None:
    args = [*words_of(name), "--no-input", "--plain"]
    seen = in_terminal(expecting, *args, rows=10)
    assert seen.code == 0
    assert "\r" not in seen.screen
    assert "\x1b" not in seen.screen
    assert laid_out(seen.text) == []


def test_convention_14_accessible_empty_or_zero_changes_nothing(amma: Amma) -> None:
    usual = amma("topics")
    assert usual != amma("topics", "--plain")
    assert amma("topics", env={"ACCESSIBLE": ""}) == usual
    assert amma("topics", env={"ACCESSIBLE": "0"}) == usual


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


def test_convention_14_a_chart_is_a_text_table(expecting: Amma) -> None:
    usual = expecting("size", "20").out
    plain = expecting("size", "20", "--plain").out
    assert re.search(r"Week 20, .{1,60}330 g.{1,60}286 g to 380 g", " ".join(plain.split()))
    assert numbers(usual) <= numbers(plain)
    for env in ({"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}):
        seen = in_terminal(expecting, "size", "20", env=env)
        assert re.search(r"330 g", seen.text)
        assert re.search(r"286 g to\s+380 g", seen.text)
        assert not re.search(r"[\u2800-\u28ff?]{3}", seen.text)


def test_convention_14_urgency_is_in_words_and_order(expecting: Amma) -> None:
    for args in (["read", "short-cervix"], ["checkin", "--on", TODAY]):
        for extra in (["--plain"], [], ["--color", "always"]):
            text = bare(expecting(*args, *extra).out)
            emergency = text.index("Call the emergency number now")
            unit = text.index("Call your maternity unit now, day or night")
            assert emergency < unit


def test_convention_14_what_color_and_marks_say_stands_in_words(expecting: Amma) -> None:
    shown = in_terminal(expecting, "today", "--on", TODAY).text
    plain = expecting("today", "--on", TODAY, "--plain").out
    for text in (shown, plain):
        assert "start here" in text  # the lead article
        assert "50% of 40 weeks" in text  # the bar
    assert "this week" in expecting("week", "20", "--on", TODAY, "--plain").out


def test_convention_14_headings_are_words_of_their_own(amma: Amma) -> None:
    plain = amma("read", "short-cervix", "--plain").out
    for heading in ("Key takeaways:", "When to get help:", "Sources:", "Read next:"):
        assert f"\n{heading}\n" in plain


def test_convention_14_prompts_are_numbered_questions(amma: Amma) -> None:
    keys = [
        Key("due date", b"\n"),
        Key("last period", b"2026-07-05\n"),
        Key("country", b"GB\n"),
    ]
    args = ["due", "--on", TODAY, "--plain"]
    seen = in_terminal(amma, *args, keys=keys, piped="stdout")
    assert seen.code == 0, seen.screen
    for number in (1, 2, 3):
        assert f"Question {number}: " in seen.text
    assert "Question 4" not in seen.text
    assert "11 April 2027" in seen.piped


def test_convention_14_without_plain_prompts_carry_no_number(amma: Amma) -> None:
    keys = [Key("due date", f"{DUE}\n".encode()), Key("country", b"\n")]
    assert "Question 1" not in in_terminal(amma, "due", "--on", TODAY, keys=keys).text


def test_convention_14_there_is_no_emoji(expecting: Amma) -> None:
    calls = [words_of(name) for name in CALLS]
    for done in each(expecting, [*calls, *([*call, "--color", "always"] for call in calls)]):
        assert not EMOJI.search(done.out + done.err)
    for name in ("today", "read", "checkin", "size"):
        seen = in_terminal(expecting, *words_of(name), "--no-input", "--no-pager")
        assert not EMOJI.search(seen.screen)
