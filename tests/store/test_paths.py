"""Where the files are: AMMA_HOME before XDG before the platform's own."""

import sys
from pathlib import Path

import pytest

from amma_cli.store.paths import paths


def test_amma_home_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    found = paths({"AMMA_HOME": str(tmp_path / "amma")})
    assert found.profile == tmp_path / "amma" / "profile.toml"
    assert found.journal == tmp_path / "amma" / "journal.jsonl"
    assert {row.path.is_relative_to(tmp_path / "amma") for row in found.table()} == {True}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is a habit of Linux")
def test_without_amma_home_the_folders_are_those_of_xdg(tmp_path: Path) -> None:
    xdg = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    found = paths(xdg)
    assert found.data == tmp_path / "data" / "amma"
    assert found.cache == tmp_path / "cache" / "amma"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is a habit of Linux")
@pytest.mark.parametrize("value", ["", "relative/path"])
def test_an_xdg_folder_that_is_not_absolute_is_ignored_as_its_standard_says(value: str) -> None:
    found = paths({"XDG_DATA_HOME": value, "XDG_CACHE_HOME": value})
    assert found.data == Path.home() / ".local" / "share" / "amma"
    assert found.cache == Path.home() / ".cache" / "amma"


def test_the_table_says_of_every_path_what_it_is_for_and_names_none_twice(tmp_path: Path) -> None:
    rows = paths({"AMMA_HOME": str(tmp_path)}).table()
    assert len({row.path for row in rows}) == len(rows)
    assert all(row.purpose and row.content and row.lifetime for row in rows)
    names = {row.path.name for row in rows}
    assert {"profile.toml", "journal.jsonl", "lock", "library.db"} <= names
