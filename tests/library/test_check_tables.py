"""The tables beside the texts, and files that cannot be read."""

from pathlib import Path

import pytest

from amma_cli.library.check import check_library
from tests.library.small import (
    ARTICLE,
    FILES,
    SAFETY,
    TODAY,
    Case,
    assert_case,
    codes,
    name_of,
    problems,
)

CARE, LIKES, FACTS = "en/care.toml", "en/likes.toml", "en/facts.toml"
SYMPTOMS, WINDOWS = "en/symptoms.toml", "en/windows.toml"
WORRIES = "en/worries.toml"
ROW = "short-cervix\tfacts\t2026-11-20\t-\t-\t-\n"
BAND = (
    "[[week]]\nweek = 22\n[week.weight]\ng = 400\np10 = {low}\np90 = 500\n"
    'standard = "W"\nsource = "acog-1"\n'
)
NAUSEA = """[nausea]
label = "Nausea or being sick"
weeks = [4, 20]
article = "preterm-labor"
"""
MENTION = """[[sign]]
key = "twinge"
label = "Twinge"
ask = "Do you feel a twinge?"
say = "Mention this at your next visit, sooner if it worries you. It can be a strain."
level = "mention"
weeks = [4, 42]
who = "mother"
sources = ["acog-1"]

"""
BEFORE_MEASURES = '[[measure]]\nkey = "temp"\n'
CASES = [
    Case("R01", "regions.toml", '"GB"', '"GBR"', '"IE"'),
    Case(
        "R01", "regions.toml",
        "",
        FILES["regions.toml"] * 2,
        FILES["regions.toml"] + FILES["regions.toml"].replace("GB", "IE"),
    ),
    Case("R02", "regions.toml", '["999", "112"]', "[]", '["112 from mobiles"]'),
    Case("R02", "regions.toml", '["999", "112"]', '["ask"]', '["999"]'),
    Case("R03", "regions.toml", "confirmed = true\n", "", "confirmed = false\n"),
    Case("R03", "regions.toml", '["acog-1"]', '["no-such"]', '["nice-1"]'),
    Case("W01", "growth.toml", "mm = 260", "mm = 250", "mm = 251"),
    Case("W01", "growth.toml", "mm = 260", "mm = 240", 'mm = 240\nmeasured = "newborns"'),
    Case("W02", "growth.toml", "week = 21", "week = 43", "week = 22"),
    Case("W02", "growth.toml", 'source = "acog-1"', 'source = "no-such"', 'source = "nice-1"'),
    Case("W02", "growth.toml", 'standard = "A"\n', "", 'standard = "B"\n'),
    Case("E01", CARE, "week = 20", "week = 43", "week = 42"),
    Case("E01", LIKES, "week = 20", "week = 0", "week = 1"),
    Case("E02", CARE, '"UK"', '"FR"', '"UK/US"'),
    Case("E03", CARE, '["acog-1"]', '["no-such"]', '["nice-1"]'),
    Case("E03", CARE, "offered.", "offered", "offered to you."),
    Case("E03", LIKES, '"weight"', '"color"', '"size"'),
    Case("E03", FACTS, '["acog-1"]', "[]", '["nice-1"]'),
    Case("E02", WINDOWS, '"UK"', '"UK/US"', '"WHO"'),
    Case("E05", WINDOWS, '["acog-1"]', '["no-such"]', '["nice-1"]'),
    Case("E05", WINDOWS, '"long-scan"', '"Long scan"', '"scan-2"'),
    Case(
        "E05", WINDOWS,
        "", FILES[WINDOWS] * 2, FILES[WINDOWS] + FILES[WINDOWS].replace("UK", "US"),
    ),
    Case("E05", WINDOWS, '"Long scan"', '"Long scan."', '"Long scan, 2"'),
    Case("E05", WINDOWS, '"Long scan"', f'"{"a " * 20}b"', f'"{"a " * 19}bb"'),
    Case("E05", WINDOWS, 'title = "Long scan"\n', "", 'title = "L"\n'),
    Case("E05", WINDOWS, '"if you want it"', '" if you want it"', '""'),
    Case(
        "E05", WINDOWS,
        '"if you want it"\n', '"if you want it"\nfor = ["twins"]\n', '"if you want it"\nfor = []\n',
    ),
    Case("E05", WINDOWS, "21 weeks.", "21 weeks", "21 weeks of it."),
    Case("E06", WINDOWS, "18+0", "18+7", "18+0"),
    Case("E06", WINDOWS, "20+6", "21+6", "20+6"),
    Case("E06", WINDOWS, 'first = "18+0"\nlast = "20+6"', "", 'first = "18+0"'),
    Case("E06", WINDOWS, 'first = "18+0"\nlast = "20+6"', 'first = "20+6"\nlast = "18+0"',
         'last = "20+6"'),
    Case("E06", WINDOWS, "at 18 weeks", "at 18+1 weeks", "at 18+0 weeks"),
    Case("E06", WINDOWS, "at 18 weeks", "at 118 weeks", "from 18 to 20 weeks"),
    Case("E06", WINDOWS, "before 21 weeks", "until 21 weeks", "up to 20+6"),
    Case("E06", WINDOWS, '"20+6"', '"21"', '"21+0"'),
    Case("V03", WORRIES, "[pain]", "[pains]\nsaid = []\n[pain]", "\n[pain]"),
    Case("V03", WORRIES, '"sore", ', "", '"so sore", '),
    Case("V03", WORRIES, '"sore"', '"badly aches"', '"badly sore"'),
    Case("V03", WORRIES, '"sore"', '"Sore"', '"sore 1"'),
    Case("V03", WORRIES, "[pain]", '[pain]\nread = "no-such"', '[pain]\nread = "short-cervix"'),
    Case("V03", WORRIES, 'weak = ["bloody"]\n', "", 'weak = ["very bloody"]\n'),
    Case("V03", WORRIES, '"gums"', '"my gums"', '"gum"'),
    Case("V03", WORRIES, '"blood loss"', "7", '"loss of blood"'),
    Case("P01", "planned.tsv", "20-36\t\t\t", "20-36\t\t", "20-37\t\t\t"),
    Case(
        "P01", "planned.tsv",
        "late-miscarriage\t1\tcomplications",
        "late-miscarriage\t1\tweather",
        "late-miscarriage\t2\tmind",
    ),
    Case("P02", "readings.tsv", ROW, ROW.replace("\t-\n", "\n"), ROW * 2),
    Case(
        "P02", "readings.tsv",
        ROW,
        ROW.replace("short-cervix", "no-such"),
        ROW.replace("short-cervix", "week-20"),
    ),
    Case(
        "P02", "readings.tsv",
        ROW,
        ROW.replace("2026-11-20", "2026-11-23"),
        ROW.replace("2026-11-20", "2026-11-22"),
    ),
    Case("P03", "reading-plan.toml", "week = 21", "week = 20", "week = 22"),
    Case(
        "P03", "reading-plan.toml",
        'week = 21\nlead = "short-cervix"',
        'week = 21\nlead = "preterm-labor"',
        'week = 22\nlead = "short-cervix"',
    ),
    Case(
        "P03", "reading-plan.toml",
        'week = 0\nlead = "short-cervix"',
        'week = 0\nlater = ["no-such"]\nlead = "short-cervix"',
        'week = 0\nlater = ["late-miscarriage"]\nlead = "short-cervix"',
    ),
    Case("T10", LIKES, '"a can"', '"a can of Coke"', '"a can of coke"'),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_rule_of_the_tables_is_broken_and_kept(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


@pytest.mark.parametrize(
    ("old", "bad", "good"),
    [
        ('label = "Nausea or being sick"\n', "", 'label = "Nausea"\n'),
        ('"Nausea or being sick"', '""', '"N"'),
        ('"Nausea or being sick"', '"Nausea."', '"Nausea, at night"'),
        ('"Nausea or being sick"', '"Are you sick?"', '"Being sick"'),
        ('"Nausea or being sick"', "7", '"7"'),
        ("weeks = [4, 20]\n", "", "weeks = [0, 42]\n"),
        ("[4, 20]", "[4]", "[4, 4]"),
        ("[4, 20]", "[4, 20, 30]", "[4, 30]"),
        ("[4, 20]", "[20, 4]", "[20, 20]"),
        ("[4, 20]", "[4, 43]", "[4, 42]"),
        ("[4, 20]", "[-1, 20]", "[0, 20]"),
        ("[4, 20]", '"4 to 20"', "[4, 19]"),
        ('article = "preterm-labor"\n', "", 'article = "short-cervix"\n'),
        ('"preterm-labor"', '"no-such"', '"late-miscarriage"'),
        ('"preterm-labor"', '"preterm-labor"\nsign = "ache"', '"preterm-labor"\nsign = "twinge"'),
        ('"preterm-labor"', '"preterm-labor"\nsign = "pain"', '"preterm-labor"\nsign = "twinge"'),
        ('"preterm-labor"', '"preterm-labor"\nsign = "none"', '"preterm-labor"\n'),
        ('"preterm-labor"', '"preterm-labor"\nsign = ""', '"preterm-labor"\n'),
    ],
)
def test_e04_a_complaint_has_a_label_weeks_an_article_and_is_a_sign_to_mention_at_most(
    old: str, bad: str, good: str, tmp_path: Path
) -> None:
    assert NAUSEA.count(old) == 1
    signs = (SAFETY, BEFORE_MEASURES, MENTION + BEFORE_MEASURES)
    for name, text, found in (("bad", bad, {"E04"}), ("good", good, set())):
        edit = (SYMPTOMS, "", NAUSEA.replace(old, text))
        assert codes(tmp_path / name, signs, edit) == found


def test_e04_names_the_complaint_and_its_line(tmp_path: Path) -> None:
    text = NAUSEA + NAUSEA.replace("[nausea]", "[heartburn]").replace("preterm-labor", "no-such")
    [problem] = problems(tmp_path, (SYMPTOMS, "", text))
    assert (problem.code, problem.file, problem.line) == ("E04", SYMPTOMS, 5)
    assert problem.message == "heartburn: article 'no-such'"


@pytest.mark.parametrize(("low", "found"), [(410, {"W02"}), (300, set())])
def test_w02_the_middle_lies_inside_its_band(low: int, found: set[str], tmp_path: Path) -> None:
    band = FILES["growth.toml"] + "\n" + BAND.format(low=low)
    assert codes(tmp_path, ("growth.toml", "", band)) == found


def test_f01_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    problems(tmp_path)
    (tmp_path / ARTICLE).write_bytes(FILES[ARTICLE].encode() + b"\xed\xa0\x80")  # a lone surrogate
    assert "F01" in {p.code for p in check_library(tmp_path, TODAY)}


def test_f02_a_table_that_is_not_toml(tmp_path: Path) -> None:
    assert codes(tmp_path, ("regions.toml", "[[region]]", "[[region]")) == {"F02"}


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        ((LIKES, "week = 20\n", ""), {"E01"}),
        (("planned.tsv", "preterm-labor\t1\t", "preterm-labor "), {"P01"}),
        ((ARTICLE, '"source-checked"', '"clinician"\nreviewer = {name = "A"}'), {"M10"}),
        (("growth.toml", "week = 20", "month = 5"), {"F03"}),
        (("regions.toml", "[[region]]", "[region]"), {"F03"}),
    ],
)
def test_f03_a_malformed_record_is_named_and_nothing_is_raised(
    edit: tuple[str, str, str], found: set[str], tmp_path: Path
) -> None:
    assert found <= codes(tmp_path, edit)


def test_a_folder_that_is_no_library_is_one_problem(tmp_path: Path) -> None:
    assert [p.code for p in check_library(tmp_path, TODAY)] == ["F03"]


def test_the_same_folder_gives_the_same_problems_in_order(tmp_path: Path) -> None:
    edits = [("regions.toml", '"GB"', '"GBR"'), (ARTICLE, "for = []", 'for = ["twins"]')]
    first = problems(tmp_path, *edits)
    assert first == problems(tmp_path, *edits)
    assert [p.file for p in first] == [ARTICLE, "regions.toml"]
