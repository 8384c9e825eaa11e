"""Convention 32: a card for every stage, and a birth without a newborn."""

import json
from pathlib import Path

import pytest

from amma_cli.domain.stage import Stage
from amma_cli.library.rulebook import read_rules
from amma_cli.library.shelf import Shelf
from tests.golden.cases import AFTER, DAYS
from tests.inside import Amma
from tests.stages import STANDINGS, made, said

GOLDEN = Path(__file__).parents[1] / "golden"
AGES = (
    "0-1 0+0 0+6 1+0 13+6 14+0 20+0 39+6 40+0 40+1 41+6 42+0 42+6 43+0".split()
)  # as convention 32 lists them
SET = ("due", "2027-04-11", "--country", "GB", "--on", "2026-11-22")
SINCE = {"2027-04-09": 0, "2027-04-12": 3, "2027-04-20": 11, "2027-05-25": 46, "2028-01-01": 267}


def test_convention_32_every_stage_of_the_list_has_its_golden_card() -> None:
    assert list(DAYS) == AGES
    for age in AGES:
        assert (GOLDEN / f"today-{age}.txt").read_text(encoding="utf-8").strip(), age
    assert {0, 3, 41, 300, 366} <= set(AFTER)
    for days in AFTER:
        assert (GOLDEN / f"today-born-{days}.txt").exists()
    assert (GOLDEN / "today-ended.txt").exists()


@pytest.mark.parametrize(
    ("age", "first"),
    [
        ("0-1", "Your count begins on Sunday, 5 July 2026"), ("0+0", "0 weeks 0 days"),
        ("20+0", "20 weeks (your 21st week)"), ("40+0", "40 weeks"), ("43+0", "How are things?"),
    ],
)  # fmt: skip
def test_convention_32_the_golden_cards_begin_as_the_design_says(age: str, first: str) -> None:
    text = (GOLDEN / f"today-{age}.txt").read_text(encoding="utf-8")
    assert text.startswith(first)
    assert ("Today is your due date" in text) == (age == "40+0")


def test_convention_32_the_standings_of_these_tests_hold_every_stage(
    tmp_path: Path, frozen_library: Path
) -> None:
    seen = {Stage.ENDED}
    for number, standing in enumerate(STANDINGS):
        amma = made(standing, tmp_path / str(number), frozen_library)
        seen.add(amma("status", "--json", "--on", standing.day).record["stage"])
    assert seen == set(Stage)


def born(home: Path, library: Path, *options: str) -> Amma:
    amma = Amma(home, library)
    amma(*SET)
    amma("born", "2027-04-09", *options, "--on", "2027-04-09")
    return amma


def newborn_words(shelf: Shelf) -> tuple[set[str], set[str]]:
    """The labels of signs of a baby or hidden after a loss, and the threads after birth."""
    hidden = [s for s in read_rules(shelf).signs if s.who == "baby" or s.rule.after_loss == "hide"]
    signs = {sign.label for sign in hidden if sign.rule.weeks[1] > 42}
    guides = [shelf.guide("after-birth", week) for week in range(6)]
    return signs, {guide.why for guide in guides if guide}


@pytest.mark.parametrize("day", SINCE)
def test_convention_32_without_a_newborn_no_sign_guide_or_thread_is_about_one(
    day: str, tmp_path: Path, real_library: Path, real_shelf: Shelf
) -> None:
    signs, threads = newborn_words(real_shelf)
    assert threads, "there is no guide after birth, so this test would prove nothing"
    amma = born(tmp_path, real_library, "--no-newborn")
    commands = (
        "",
        "checkin",
        "signs",
        "status",
        "week",
        "size",
        "why",
        "due",
        "week 0 --after-birth",
    )
    for words in (command.split() for command in commands):
        for form in ((), ("--json",)):
            shown = " ".join(said(amma, [*words, *form, "--on", day]).text.split())
            asked_for = threads if words[2:] else set()  # a guide asked for by its number
            assert not [one for one in (signs | threads) - asked_for if one in shown], words
            assert "breastfeeding-first-days" not in shown
            assert words[2:] or "--after-birth" not in shown
            assert "congrat" not in shown.lower()
    record = said(amma, ["checkin", "--json", "--on", day])
    keys = {sign["key"] for sign in json.loads(record.out)["signs"]}
    assert not [key for key in keys if key.startswith(("newborn", "baby", "harm-baby"))]


def test_convention_32_a_newborn_brings_its_guide_and_turning_back_leaves_it_out(
    tmp_path: Path, real_library: Path, real_shelf: Shelf
) -> None:
    _, threads = newborn_words(real_shelf)
    amma = born(tmp_path, real_library)
    whole = " ".join(amma("--on", "2027-04-10").out.split())
    assert [why for why in threads if why in whole]
    assert "--after-birth" in whole
    amma("born", "2027-04-09", "--no-newborn", "--on", "2027-04-10")
    assert "--after-birth" not in amma("--on", "2027-04-10").out
    amma("born", "2027-04-09", "--newborn", "--on", "2027-04-10")
    assert " ".join(amma("--on", "2027-04-10").out.split()) == whole


def test_convention_32_after_a_year_nothing_is_counted(
    tmp_path: Path, frozen_library: Path
) -> None:
    amma = born(tmp_path, frozen_library)
    text = amma("--on", "2028-04-09").out
    assert "amma shows no weeks any more" in text
    assert "read" not in text
