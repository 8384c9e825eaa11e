"""Citations, figures and sources."""

from pathlib import Path

import pytest

from amma_cli.library.figures import has_figure
from tests.library.small import ARTICLE, SOURCES, Case, assert_case, codes, name_of, problems

FIGURE = "About 1 in 100 women has it [@acog-1]."
CASES = [
    Case("C01", ARTICLE, "[@acog-1]", "[@acog-1; @acog-2]", "[@acog-1; @nice-1]"),
    Case(
        "C02", ARTICLE,
        "It was found by scan",
        "Of 100, 3 are found. It is rare. It was found by scan",
        "Of 100, 3 are found. It was found by scan",
    ),
    Case(
        "C02", ARTICLE,
        FIGURE,
        f"{FIGURE} One in ten knows. It is so.",
        f"{FIGURE} One in ten knows [@nice-1]. It is so.",
    ),
    Case("C02", ARTICLE, "See [early", "Wait two weeks. See [early", "Wait a while. See [early"),
    Case(
        "C03", ARTICLE,
        "It was found",
        "Of 100, 3 are [@study-1]. It was found",
        "Of 100, 3 are [@study-1; @acog-1]. It was found",
    ),
    Case("C06", SOURCES, 'kind = "study"', 'kind = "blog"', 'kind = "trial"'),
    Case("C06", SOURCES, 'seen = "page"', 'seen = "glanced"', 'seen = "brief"'),
    Case("C06", SOURCES, 'seen = "page"', 'seen = "quoted"', 'seen = "quoted"\nseen_in = "A book"'),
    Case("C06", SOURCES, 'publisher = "A college"\n', "", 'publisher = "B"\n'),
    Case("C06", SOURCES, "day = 2026-11-10", "day = 2026-11-23", "day = 2026-11-22"),
    Case("C06", SOURCES, "year = 2020", 'year = "2020"', "year = 2021"),
    Case("C06", SOURCES, "year = 2020", "years = 2020", "year = 2022"),
    Case("C07", SOURCES, '"10.1111/1471-0528.17003"', '"doi:10.1111/1471"', '"10.1002/abc"'),
    Case("C07", SOURCES, '"https://example.org/a"', '"www.example.org/a"', '"http://example.org"'),
    Case("C08", ARTICLE, "has it [@acog-1].", "has it. [@acog-1]", "has it [@acog-1]."),
    Case("C08", ARTICLE, "[@acog-1]", "[@acog-1, nice-1] [@acog-1]", "[@acog-1] [@nice-1]"),
    Case("C08", ARTICLE, '"Ask for a scan."', '"Ask for a scan [@acog-1]."', '"Ask for scans."'),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_rule_of_citations_is_broken_and_kept(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


def test_c04_three_sources_of_which_two_are_strong(tmp_path: Path) -> None:
    two = (ARTICLE, "[@nice-1; @study-1]", "[@nice-1]")
    kept = ("en/care.toml", 'sources = ["acog-1"]', 'sources = ["study-1"]')
    assert codes(tmp_path / "few", two, kept) == {"C04"}
    weak = (SOURCES, 'kind = "national-body"', 'kind = "charity"')
    assert codes(tmp_path / "weak", weak) == {"C04"}


def test_c05_a_source_that_nothing_uses_is_a_warning(tmp_path: Path) -> None:
    more = (
        '[spare]\ntitle = "A"\npublisher = "B"\nkind = "law"\nseen = "page"\nday = 2026-11-10\n\n'
    )
    found = problems(tmp_path, (SOURCES, "[acog-1]", more + "[acog-1]"))
    assert [(p.code, p.level) for p in found] == [("C05", "warning")]


def test_a_source_of_a_table_alone_is_used(tmp_path: Path) -> None:
    more = (
        '[spare]\ntitle = "A"\npublisher = "B"\nkind = "law"\nseen = "page"\nday = 2026-11-10\n\n'
    )
    care = ("en/care.toml", 'sources = ["acog-1"]', 'sources = ["spare"]')
    assert codes(tmp_path, (SOURCES, "[acog-1]", more + "[acog-1]"), care) == set()


def test_the_citation_of_a_lead_in_covers_its_bullets(tmp_path: Path) -> None:
    listed = "In the UK, two of these [@nice-1]:\n- Age 40 or more.\n\nSee [early"
    assert codes(tmp_path / "cited", (ARTICLE, "See [early", listed)) == set()
    bare = listed.replace(" [@nice-1]", "")
    assert codes(tmp_path / "bare", (ARTICLE, "See [early", bare)) == {"C02"}


@pytest.mark.parametrize(
    "text",
    [
        "About 1 in 100 women has it.", "One in ten has it.", "Call within 24 hours.",
        "It lasts two weeks.", "Half of the women felt it.", "It is twice as likely.",
        "It was three times as common.", "Take 400 micrograms.", "It was seen in 2021 in 40 women.",
    ],
)  # fmt: skip
def test_a_figure_is_found(text: str) -> None:
    assert has_figure(text)


@pytest.mark.parametrize(
    "text",
    [
        "There are two reasons.", "Diabetes type 1 or 2 counts.", "This is so as of November 2026.",
        "Vitamin B12 helps.", "The 20-week scan is next.", "One of the twins is small.",
        "NICE has advised it since 2021.", "Pack two towels.",
    ],
)  # fmt: skip
def test_a_name_with_a_digit_is_no_figure(text: str) -> None:
    assert not has_figure(text)
