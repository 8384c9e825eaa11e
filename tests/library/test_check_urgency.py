"""H07: no sentence beside the help box is less urgent than the box."""

from pathlib import Path

import pytest

from amma_cli.library.check_urgency import said_level
from tests.library.small import ARTICLE, Case, assert_case, codes, name_of

TAKEAWAY = '"Ask for a scan."'
BOX = "- Your belly hurts. [!pain]"
CASES = [
    Case(
        "H07", ARTICLE,
        '"Call about any bleeding."',
        '"Mention bleeding at your next visit."',
        '"Call now about any bleeding."',
    ),
    Case("H07", ARTICLE, TAKEAWAY, '"Call today if you bleed."', '"Call at once if you bleed."'),
    Case("H07", ARTICLE, TAKEAWAY, '"Call the same day if you bleed."', '"Call if you bleed."'),
    Case(
        "H07", ARTICLE,
        TAKEAWAY,
        '"See your doctor today about bleeding."',
        '"Tell your doctor today if you had bleeding in your last pregnancy."',
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_call_is_never_less_urgent_than_the_box(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


def test_a_subject_counts_at_the_lowest_level_that_the_box_gives_it(tmp_path: Path) -> None:
    both = f"{BOX}\n- You have a bad headache. [!pain]\n"
    mild = "### Mention at the next visit\n- You have a mild headache. [!ache]\n"
    said = '"Call within 24 hours about a headache."'
    edits = [(ARTICLE, BOX + "\n", both), (ARTICLE, TAKEAWAY, said)]
    assert codes(tmp_path / "bad", *edits) == {"H07"}
    with_mild = (ARTICLE, "\n## What is it?", f"\n{mild}\n## What is it?")
    assert "H07" not in codes(tmp_path / "good", *edits, with_mild)


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("Call the emergency number now.", "emergency"),
        ("Phone your maternity unit, day or night.", "urgent"),
        ("See your doctor the same day.", "soon"),
        ("Tell your midwife at your next visit.", "mention"),
        ("Call your maternity unit.", None),
        ("Babies grow fast now.", None),
    ],
)
def test_how_urgently_a_sentence_asks_for_a_call(said: str, level: str | None) -> None:
    assert said_level(said) == level
