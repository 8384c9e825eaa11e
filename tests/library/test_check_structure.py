"""The parts of articles and guides."""

from pathlib import Path

import pytest

from tests.library.small import (
    ARTICLE,
    GUIDE,
    PARAGRAPH,
    PLAIN,
    SECTION,
    Case,
    assert_case,
    codes,
    name_of,
)

HELP = "## When to get help\n"
AT = "## What helps?\n"


def drawing(
    caption: str = "The cervix",
    words: str = "It is long and closed, then it is short and open.",
    lines: str = "  ||  \\/",
) -> str:
    """The heading of a section with a drawing under it."""
    return f"{AT}```diagram {caption}\n{words}\n\n{lines}\n```\n\n"


CASES = [
    Case("S00", ARTICLE, "## What helps?\n", "## What helps?\n> a quote\n\n", "## What helps?\n\n"),
    Case("S00", ARTICLE, "## What helps?\n", "## What helps?\n---\n\n", "## What helps?\n- a\n\n"),
    Case("S01", ARTICLE, "## What helps?\n", "## What is it?\n", "## What is this?\n"),
    Case(
        "S02", ARTICLE,
        "### Call the emergency number now",
        "### Call now",
        "### Call the emergency number now ",
    ),
    Case("S03", ARTICLE, "### Can I work?", "Words.\n\n### Can I work?", "### May I work?"),
    Case("S05", ARTICLE, "## What helps?\n", "\n", "## What helps best?\n"),
    Case("S06", ARTICLE, PARAGRAPH, "Short.", PARAGRAPH + " More."),
    Case("S06", ARTICLE, PARAGRAPH, (PARAGRAPH + "\n\n") * 15, (PARAGRAPH + "\n\n") * 2),
    Case(
        "S07", ARTICLE,
        "### Can I rest?\nYou can ask your team.\n",
        "",
        "### Can I rest?\nAsk.\n",
    ),
    Case(
        "S07", ARTICLE,
        "## Frequently asked questions",
        "## Questions",
        "## Frequently asked questions ",
    ),
    Case(
        "S08", ARTICLE,
        "### Can I rest?\nYou can ask your team.",
        f"### Can I rest?\n{PLAIN * 5}",
        f"### Can I rest?\n{PLAIN * 4}",
    ),
    Case("S08", ARTICLE, "### Can I rest?", "### Rest", "### Can I rest? I am tired."),
    Case(
        "S09", ARTICLE,
        "## What helps?\n",
        "## What helps?\n#### Small\n",
        "## What helps?\n### Small\n",
    ),
    Case("S09", ARTICLE, "## What helps?", "## What helps.", "## What helps"),
    Case(
        "S09", ARTICLE,
        "## What helps?\n",
        "## What helps?\n### Empty\n### Full\n",
        "## What helps?\n### Full\n",
    ),
    Case("S09", ARTICLE, "- Your belly hurts. [!pain]\n", "", "- It hurts. [!pain]\n"),
    Case("S10", ARTICLE, "Your team can", "*Your* team can", "**Your** team can"),
    Case("S10", ARTICLE, "Your team can", "`Your` team can", "Your **team** can"),
    Case("S10", ARTICLE, "Your team can", "Your[^a] team can", "Your own team can"),
    Case("S10", ARTICLE, "Your team can", "<b>Your</b> team can", "Your team, too, can"),
    Case("S11", ARTICLE, "## What helps?", "## Sources", "## Where does it come from?"),
    Case("D01", ARTICLE, AT, drawing(words="Short words."), drawing()),
    Case("D01", ARTICLE, AT, drawing(lines=""), drawing(lines=" x")),
    Case("D01", ARTICLE, AT, drawing(caption="The cervix."), drawing(caption="A cervix")),
    Case("D02", ARTICLE, AT, drawing(lines="|" * 41), drawing(lines="|" * 40)),
    Case("D02", ARTICLE, AT, drawing(lines="\u2502"), drawing(lines="  |")),
    Case("S00", ARTICLE, AT, drawing().replace("diagram ", "python "), drawing()),
    Case("G01", GUIDE, "## Your body", "## Your belly", "## Your body "),
    Case("G02", GUIDE, PARAGRAPH, "Short.", PARAGRAPH.replace("today", "right now")),
    Case("G02", GUIDE, PARAGRAPH, f"{PARAGRAPH}\n\n" * 6, f"{PARAGRAPH}\n\n" * 2),
    Case(
        "G03", GUIDE,
        'read = ["short-cervix", "preterm-labor"]',
        'read = ["preterm-labor", "short-cervix"]',
        'read = ["short-cervix", "preterm-labor"] ',
    ),
    Case(
        "G03", GUIDE,
        'read = ["short-cervix", "preterm-labor"]',
        'read = ["short-cervix"]',
        'read = [ "short-cervix", "preterm-labor" ]',
    ),
    Case(
        "G04", GUIDE,
        "It is so for you now.",
        "It has 25 cm for you now [@acog-1].",
        "It has 25 toes for you now [@acog-1].",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_rule_of_structure_is_broken_and_kept(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


def test_s04_help_stands_first(tmp_path: Path) -> None:
    first = f"## Before\n{SECTION}\n{HELP}"
    assert codes(tmp_path, (ARTICLE, HELP, first)) == {"S04"}


def test_a_list_inside_a_list_is_not_used(tmp_path: Path) -> None:
    nested = "## What helps?\n- a\n  - b\n\n"
    assert codes(tmp_path, (ARTICLE, "## What helps?\n", nested)) == {"S00"}
