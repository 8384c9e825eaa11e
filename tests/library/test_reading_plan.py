"""The reading plan: what its own head promises, and the guides that follow it."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.domain.evidence import CONTENT, table

PLAN = table(CONTENT / "reading-plan.toml")
GUIDES = [
    *(("week", path) for path in sorted((CONTENT / "en" / "weeks").glob("*.md"))),
    *(("after_birth", path) for path in sorted((CONTENT / "en" / "after-birth").glob("*.md"))),
]


def front_of(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8").split("\n+++\n")[0].removeprefix("+++\n"))


def test_every_week_has_its_reading() -> None:
    assert [row["week"] for row in PLAN["week"]] == list(range(1, 43))
    assert [row["week"] for row in PLAN["after_birth"]] == list(range(6))


def test_there_are_guides() -> None:
    assert len(GUIDES) >= 7


@pytest.mark.parametrize(("kind", "path"), GUIDES, ids=[p.stem for _, p in GUIDES])
def test_a_guide_leads_and_reads_as_the_plan_says(kind: str, path: Path) -> None:
    front = front_of(path)
    assert int(path.stem) == front["week"]
    [row] = [r for r in PLAN[kind] if r["week"] == front["week"]]
    assert front["lead"] == row["lead"]
    assert front["read"] == row["read"]


def test_the_lead_comes_first_and_no_article_leads_twice() -> None:
    rows = [*PLAN["week"], *PLAN["after_birth"]]
    assert [row for row in rows if row["read"][0] != row["lead"]] == []
    leads = Counter(row["lead"] for row in rows)
    assert {slug: n for slug, n in leads.items() if n > 1} == {}


def test_a_week_reads_five_to_seven_articles_each_once_and_none_more_than_three_weeks() -> None:
    rows = [*PLAN["week"], *PLAN["after_birth"]]
    assert all(5 <= len(row["read"]) <= 7 for row in rows)
    assert all(len(set(row["read"])) == len(row["read"]) for row in rows)
    assert all(len(row["later"]) <= 6 for row in rows)
    often = Counter(slug for row in rows for slug in row["read"])
    assert {slug: n for slug, n in often.items() if n > 3} == {}


def test_every_slug_of_the_plan_is_in_the_catalogue() -> None:
    lines = (CONTENT / "planned.tsv").read_text("utf-8").splitlines()
    known = {line.split("\t")[0] for line in lines}
    used = {s for r in (*PLAN["week"], *PLAN["after_birth"]) for s in (*r["read"], *r["later"])}
    assert used - known == set()
