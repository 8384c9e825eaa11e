"""amma end, new and resume: whom to call, and each step back."""

from pathlib import Path

import pytest

from amma_cli.errors import Failed, NoProfile
from tests.inside import Amma
from tests.stages import STANDINGS, Standing, made

SET = ("due", "2027-04-11", "--on", "2026-11-22")


@pytest.mark.parametrize(
    ("country", "numbers"),
    [("GB", ("999", "NHS 111")), ("US", ("911", "988")), ("", ("112 in Europe", "crisis line"))],
)
def test_the_call_for_help_after_an_end_names_the_numbers(
    country: str, numbers: tuple[str, ...], tmp_path: Path, real_library: Path
) -> None:
    amma = Amma(tmp_path, real_library)
    amma(*SET, *(("--country", country) if country else ()))
    amma("settings", "unit-phone", "01632 960001")
    said = " ".join(amma("end", "--on", "2026-11-25").out.split())
    for number in (*numbers, "01632 960001"):
        assert number in said
    assert "{" not in said


def profile(home: Path) -> bytes:
    return (home / "profile.toml").read_bytes()


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda standing: standing.name)
@pytest.mark.parametrize("more", [(), ("end",), ("about-me", "twins", "yes")])
def test_resume_right_after_new_brings_back_the_very_same_profile(
    standing: Standing, more: tuple[str, ...], tmp_path: Path, frozen_library: Path
) -> None:
    amma = made(standing, tmp_path, frozen_library)
    if more:
        amma(*more, "--on", standing.day)
    before, shown = profile(tmp_path), amma("--on", standing.day).out
    said = amma("new", "--yes", "--on", standing.day).out
    assert "amma resume" in said
    assert profile(tmp_path) != before
    amma("resume", "--on", standing.day)
    assert profile(tmp_path) == before
    assert amma("--on", standing.day).out == shown
    assert not (tmp_path / "profile.undo").exists()


def test_a_setting_changed_since_stays_as_it_is(tmp_path: Path, frozen_library: Path) -> None:
    amma = Amma(tmp_path, frozen_library)
    amma(*SET)
    amma("new", "--yes")
    amma("settings", "country", "GB")
    amma("resume")
    assert amma("due", "--json").record["due"] == "2027-04-11"
    assert amma("settings", "--json").record["settings"]["country"] == "GB"


@pytest.mark.parametrize(
    "since", [("due", "2027-06-01", "--on", "2026-11-23"), ("log", "note", "New")], ids=" ".join
)
def test_what_was_recorded_since_new_is_never_overwritten(
    since: tuple[str, ...], tmp_path: Path, frozen_library: Path
) -> None:
    amma = Amma(tmp_path, frozen_library)
    amma(*SET)
    amma("new", "--yes")
    amma(*since)
    before = profile(tmp_path)
    with pytest.raises((Failed, NoProfile)):
        amma("resume")
    assert profile(tmp_path) == before


def test_one_that_was_removed_does_not_come_back(tmp_path: Path, frozen_library: Path) -> None:
    amma = Amma(tmp_path, frozen_library)
    amma(*SET)
    amma("new", "--yes")
    amma("new", "--remove", "1", "--yes")
    assert b"2027-04-11" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    with pytest.raises(NoProfile):
        amma("resume")


def test_with_nothing_to_take_back_resume_says_so(tmp_path: Path, frozen_library: Path) -> None:
    amma = Amma(tmp_path, frozen_library)
    amma(*SET)
    before = profile(tmp_path)
    with pytest.raises(Failed) as refused:
        amma("resume")
    assert refused.value.say == "There is nothing to take back: no birth and no end is recorded."
    assert refused.value.exit_code == 1
    assert profile(tmp_path) == before
