"""Sign keys under their headings; links and names that belong to one article."""

from pathlib import Path

import pytest

from amma_cli.library.check import check_library
from tests.library.small import (
    ARTICLE,
    FILES,
    OTHER,
    TODAY,
    Case,
    assert_case,
    codes,
    name_of,
    problems,
    second_article,
)

PAIN = "- Your belly hurts. [!pain]"
BLEEDING = "- You bleed a lot. [!bleeding]"
RELATED = 'related = ["preterm-labor", "late-miscarriage"]'
CASES = [
    Case("H01", ARTICLE, PAIN, "- Your belly hurts.", PAIN + " [!temp]"),
    Case("H01", ARTICLE, PAIN, "- Your belly [!pain] hurts", "- Your belly hurts a lot. [!pain]"),
    Case("H02", ARTICLE, PAIN, PAIN + " [!no-such]", PAIN + " [!temp]"),
    Case("H03", ARTICLE, PAIN, "- Blood. [!bleeding]", "- An ache. [!ache]"),
    Case("H03", ARTICLE, BLEEDING, "- An ache. [!ache]", "- Pain. [!pain]"),
    Case("H03", ARTICLE, BLEEDING, "- An ache. [!ache] [!temp]", "- Both. [!pain] [!ache]"),
    Case("H03", ARTICLE, BLEEDING, "- Fast. [!pulse] [!pain]", "- Both. [!temp] [!pulse]"),
    Case("H06", ARTICLE, "See [early", "It hurts. [!pain] See [early", "It hurts. See [early"),
    Case("L01", ARTICLE, RELATED, 'related = ["preterm-labor"]', RELATED + "\n"),
    Case(
        "L01", ARTICLE,
        RELATED,
        'related = ["preterm-labor", "preterm-labor"]',
        'related = ["late-miscarriage", "preterm-labor"]',
    ),
    Case("L02", ARTICLE, "(preterm-labor.md)", "(no-such.md)", "(late-miscarriage.md)"),
    Case(
        "L02", ARTICLE,
        '"late-miscarriage"]',
        '"late-miscarriage", "no-such"]',
        '"late-miscarriage"] ',
    ),
    Case("L04", ARTICLE, "(preterm-labor.md)", "(short-cervix.md)", "(preterm-labor.md)"),
    Case("L05", ARTICLE, "(preterm-labor.md)", "(preterm-labor)", "(late-miscarriage.md)"),
    Case("L05", ARTICLE, "(preterm-labor.md)", "(https://example.org)", "(preterm-labor.md)"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_rule_of_help_or_links_is_broken_and_kept(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


def test_h04_the_most_urgent_help_stands_first(tmp_path: Path) -> None:
    urgent, emergency = (
        "### Call your maternity unit now, day or night",
        "### Call the emergency number now",
    )
    turned = f"{urgent}\n{PAIN}\n\n{emergency}\n{BLEEDING}\n"
    straight = f"{emergency}\n{BLEEDING}\n\n{urgent}\n{PAIN}\n"
    assert codes(tmp_path, (ARTICLE, straight, turned)) == {"H04"}


def test_h05_an_article_on_a_complication_without_help_is_an_error(tmp_path: Path) -> None:
    text = FILES[ARTICLE]
    start, end = text.index("## When to get help"), text.index("## What is it?")
    found = problems(tmp_path, (ARTICLE, text[start:end], ""))
    assert [(p.code, p.level) for p in found] == [("H05", "error")]


def test_h03_a_heading_is_never_lower_than_its_key_and_says_which(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, (ARTICLE, PAIN, "- Blood. [!bleeding]"))
    assert "bleeding is emergency" in found.message


def test_l03_a_planned_article_is_a_warning(tmp_path: Path) -> None:
    assert problems(tmp_path) == []
    found = {(p.code, p.level) for p in check_library(tmp_path, TODAY)}
    assert found == {("L03", "warning")}


def test_l06_an_alias_belongs_to_one_article(tmp_path: Path) -> None:
    assert codes(tmp_path / "good", (OTHER, "", second_article())) == set()
    twice = second_article(**{'"uno"': '"one"'})
    assert codes(tmp_path / "bad", (OTHER, "", twice)) == {"L06"}


def test_l07_a_slug_belongs_to_one_file(tmp_path: Path) -> None:
    text = second_article(**{'"complications"': '"mind"'})
    assert codes(tmp_path, ("en/articles/mind/short-cervix.md", "", text)) == {"L07"}


def test_l08_a_lead_covers_the_week_of_its_guide(tmp_path: Path) -> None:
    early = (ARTICLE, "weeks = [10, 27]\npeak = [18, 22]", "weeks = [10, 19]")
    assert codes(tmp_path / "bad", early) == {"L08"}
    enough = (ARTICLE, "weeks = [10, 27]\npeak = [18, 22]", "weeks = [10, 20]")
    assert codes(tmp_path / "good", enough) == set()
