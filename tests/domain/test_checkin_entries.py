"""A check-in becomes entries of the journal: each thing once, nothing where nothing was said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.domain.checkin import Answers, Made, entries_of, named_in, near_in, numbers_in
from amma_cli.domain.measure import Measured

WEIGHT = Measured("weight", "150lb", {"kg": 68.04}, "odd")


def test_what_was_skipped_makes_no_entry() -> None:
    assert entries_of(Answers()) == ()


@pytest.mark.parametrize(
    ("answers", "data", "note"),
    [
        (Answers(signs=("fever", "shivering")), {"signs": ["fever", "shivering"]}, ""),
        (Answers(symptoms=("nausea",)), {"symptoms": ["nausea"]}, ""),
        (Answers(scales=(("mood", 4), ("sleep", 1))), {"mood": 4, "sleep": 1}, ""),
        (Answers(mood_kept=True), {"mood_questions": True}, ""),
        (Answers(note="slept"), {}, "slept"),
        (Answers(scales=(("energy", 5),), note="x"), {"energy": 5}, "x"),
    ],
)
def test_what_she_said_of_herself_is_one_entry(
    answers: Answers, data: dict[str, Any], note: str
) -> None:
    assert entries_of(answers) == (Made("checkin", data, note),)


def test_a_measurement_a_question_and_a_reading_are_entries_of_their_own() -> None:
    answers = Answers(measured=(WEIGHT,), questions=("Can I fly?", "Iron?"), done=("short-cervix",))
    assert entries_of(answers) == (
        Made("weight", {"typed": "150lb", "values": {"kg": 68.04}}),
        Made("question", {"text": "Can I fly?"}),
        Made("question", {"text": "Iron?"}),
        Made("read", {"text": "short-cervix"}),
    )


def test_the_check_in_itself_stands_first() -> None:
    answers = Answers(("fever",), ("nausea",), (("mood", 2),), (WEIGHT,), "n", ("q",), ("r",), True)
    found = entries_of(answers)
    assert [made.kind for made in found] == ["checkin", "weight", "question", "read"]
    assert found[0] == Made(
        "checkin",
        {"mood": 2, "signs": ["fever"], "symptoms": ["nausea"], "mood_questions": True},
        "n",
    )


@pytest.mark.parametrize(
    ("typed", "most", "found"),
    [
        ("", 5, ()), ("  ", 5, ()), (",", 5, ()), ("1", 5, (1,)), ("3, 1 5", 5, (3, 1, 5)),
        ("1,1 1", 5, (1,)), ("2 1 2", 5, (2, 1)), ("05", 5, (5,)), ("6", 5, 6), ("1 6 7", 5, 6),
        ("0", 5, 0), ("-1", 5, 0), ("x", 5, 0), ("1 x", 5, 0), ("1.5", 5, 0), ("²", 5, 0),
        ("٣", 5, 0), ("9999", 5, 9999), ("10000", 20000, 0), ("1", 0, 1),
        ("1-3", 5, (1, 2, 3)), ("1 - 3", 5, (1, 2, 3)), ("1 to 3", 5, (1, 2, 3)),
        ("1\u20133, 5", 5, (1, 2, 3, 5)), ("1 and 3", 5, (1, 3)), ("1, 2 and 4", 5, (1, 2, 4)),
        ("1 & 3", 5, (1, 3)), ("1;3", 5, (1, 3)), ("1+3.", 5, (1, 3)), ("3-3", 5, (3,)),
        ("3-1", 5, 0), ("1-", 5, 0), ("-3", 5, 0), ("1-2-3", 5, 0), ("4-7", 5, 6),
        ("2-9999", 5, 6), ("1 or 3", 5, 0), ("not 1", 5, 0),
    ],
)  # fmt: skip
def test_numbers_of_a_list_are_taken_once_and_the_first_wrong_one_is_named(
    typed: str, most: int, found: tuple[int, ...] | int
) -> None:
    assert numbers_in(typed, most) == found


@given(st.lists(st.integers(1, 40), max_size=8), st.sampled_from([" ", ",", ", ", "  "]))
def test_every_number_that_was_typed_is_there_in_its_order(many: list[int], between: str) -> None:
    assert numbers_in(between.join(map(str, many)), 40) == tuple(dict.fromkeys(many))


@given(st.text(max_size=20), st.integers(0, 60))
def test_whatever_is_typed_gives_numbers_of_the_list_or_one_that_is_not(
    typed: str, most: int
) -> None:
    found = numbers_in(typed, most)
    if isinstance(found, tuple):
        assert all(1 <= number <= most for number in found)
    else:
        assert not 1 <= found <= most


LABELS = ("Heavy bleeding in pregnancy", "Chest pain or tightness", "Fever or chills",
          "Bleeding with pain", "Pain that never eases")  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("heavy bleeding", (1,)), ("Heavy bleeding!", (1,)), ("I have a fever", (3,)),
        ("fever or chills", (3,)), ("Bleeding with pain", (4,)),
        ("my chest pain", (2,)), ("bleeding", (1, 4)), ("pain", (2, 4, 5)), ("yes", ()),
        ("yes, chills", (3,)), ("no bleeding", ()), ("no heavy bleeding", ()), ("not fever", ()),
        ("without fever", ()), ("itchy", ()), ("heavy fever", ()), ("", ()), ("7", ()),
    ],
)  # fmt: skip
def test_words_name_the_lines_that_hold_all_of_them_and_a_not_names_none(
    typed: str, found: tuple[int, ...]
) -> None:
    assert named_in(typed, LABELS) == found


def test_the_lines_near_to_some_words_share_one_with_them() -> None:
    assert near_in("no heavy bleeding", LABELS) == (1, 4)
    assert near_in("heavy fever", LABELS) == (1, 3)
    assert near_in("itchy or in a", LABELS) == ()
    assert near_in("pain", ("pain",) * 9) == (1, 2, 3, 4, 5)
