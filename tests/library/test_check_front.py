"""The front matter: each code by a text that breaks only it, and a near one that does not."""

from pathlib import Path

import pytest

from tests.library.small import (
    ARTICLE,
    FILES,
    GUIDE,
    Case,
    assert_case,
    codes,
    name_of,
    problems,
)

TITLE = 'title = "What is a short cervix?"'
ALIASES = 'aliases = ["one", "two", "three", "four", "five", "six", "seven", "eight"]'
SUMMARY = 'summary = "The neck of the womb is short. Ask your team what they advise."'
NEXT = "next_check = 2027-11-10"
REVIEW = 'review = "source-checked"'
CLINICIAN = 'review = "clinician"\nreviewer = {name = "A B", role = "midwife", date = 2026-11-20}'

CASES = [
    Case("M01", ARTICLE, TITLE, 'title = "A short cervix."', 'title = "A short cervix"'),
    Case("M01", ARTICLE, TITLE + "\n", "", TITLE + "\n\n"),
    Case("M03", ARTICLE, "[10, 27]", "[10, 43]", "[0, 42]"),
    Case("M03", ARTICLE, "[18, 22]", "[18, 28]", "[18, 27]"),
    Case("M03", ARTICLE, "weeks = [10, 27]", "weeks = [27, 10]", "weeks = [10, 22] #"),
    Case(
        "M03",
        ARTICLE,
        "for = []",
        "for = []\nafter_birth = [0, 53]",
        "after_birth = [0, 52]\nfor = []",
    ),
    Case("M04", ARTICLE, '"eight"]', "]", '"eight", "nine"]'),
    Case("M04", ARTICLE, '"eight"', '"Eight"', '"eight 8"'),
    Case("M04", ARTICLE, '"eight"', '"o-n-e", "one"', '"once"'),
    Case("M05", ARTICLE, "for = []", 'for = ["twins"]', "for = [ ]"),
    Case("M05", ARTICLE, "for = []", "for = true", "for = []\n"),
    Case("M06", ARTICLE, SUMMARY, 'summary = "It is short."', 'summary = "It is. Ask."'),
    Case("M06", ARTICLE, SUMMARY, 'summary = "It is. Ask. Go."', 'summary = "Is it? Ask."'),
    Case("M07", ARTICLE, '    "Ask for a scan.",\n', "", '    "Ask for scans.",\n'),
    Case("M07", ARTICLE, '"Ask for a scan."', '"Ask. Then scan."', '"Ask, then scan."'),
    Case("M08", ARTICLE, '"can it grow"', '"Is it short"', '"is it shorter"'),
    Case("M08", ARTICLE, ', "question 7"', "", ', "question 7", "question 77"'),
    Case("M09", ARTICLE, "checked = 2026-11-10\n", 'checked = "today"\n', "checked = 2026-11-11\n"),
    Case("M09", ARTICLE, "written = 2026-11-01", "written = 2026-11-11", "written = 2026-11-10"),
    Case(
        "M09", ARTICLE, "checked = 2026-11-10\n", "checked = 2026-11-23\n", "checked = 2026-11-22\n"
    ),
    Case("M09", ARTICLE, NEXT, "next_check = 2028-11-12", "next_check = 2028-11-10"),
    Case("M10", ARTICLE, REVIEW, 'review = "fine"', REVIEW),
    Case("M10", ARTICLE, REVIEW, 'review = "clinician"', CLINICIAN),
    Case("M10", ARTICLE, REVIEW, 'review = "clinician"\nreviewer = {name = "A"}', CLINICIAN),
    Case("M11", ARTICLE, NEXT, "next_check = 2026-11-21", "next_check = 2026-11-22"),
    Case("M12", ARTICLE, "for = []", "for = []\ntakeaway = []", "for = []\nafter_birth = [0, 6]"),
    Case("M14", GUIDE, '"Halfway there."', '"Half. Way."', '"Half way."'),
    Case("M14", GUIDE, '"a full can, by weight"', '"a full can."', '"a full can"'),
]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_rule_of_the_front_matter_is_broken_and_kept(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


def test_the_small_library_has_no_fault(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


def test_m00_front_matter_that_is_not_toml_is_one_problem(tmp_path: Path) -> None:
    found = problems(tmp_path, (ARTICLE, "for = []", "for = ["))
    assert [p.code for p in found if p.file == ARTICLE] == ["M00"]


def test_m02_a_topic_is_known_and_is_its_folder(tmp_path: Path) -> None:
    assert "M02" in codes(tmp_path / "unknown", (ARTICLE, '"complications"', '"weather"'))
    assert codes(tmp_path / "folder", (ARTICLE, '"complications"', '"mind"')) == {"M02"}


def test_m13_a_guide_is_named_for_its_week(tmp_path: Path) -> None:
    moved = ("en/weeks/21.md", "", FILES[GUIDE])
    assert "M13" in codes(tmp_path / "name", moved)
    assert "M13" in codes(tmp_path / "range", (GUIDE, "week = 20", "week = 43"))


def test_a_check_past_its_day_is_a_warning_and_never_an_error(tmp_path: Path) -> None:
    found = problems(tmp_path, (ARTICLE, "next_check = 2027-11-10", "next_check = 2026-11-21"))
    assert [(p.code, p.level) for p in found] == [("M11", "warning")]


def test_a_problem_names_file_line_and_fix(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, (ARTICLE, TITLE, 'title = "A short cervix."'))
    assert (found.file, found.line, found.level) == (ARTICLE, 2, "error")
    assert found.message
    assert found.fix
