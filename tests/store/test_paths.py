"""Where the files are: AMMA_HOME before XDG before the platform's own."""

from pathlib import Path

import pytest

from amma_cli.store.paths import paths


def test_amma_home_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    found = paths({"AMMA_HOME": str(tmp_path / "amma")})
    assert found.profile == tmp_path / "amma" / "profile.toml"
    assert found.journal == tmp_path / "amma" / "journal.jsonl"
    assert {row.path.is_relative_to(tmp_path / "amma") for row in found.table()} == {True}


def test_without_amma_home_the_folders_are_those_of_xdg(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    found = paths({})
    assert found.data == tmp_path / "data" / "amma"
    assert found.cache == tmp_path / "cache" / "amma"


def test_the_table_says_of_every_path_what_it_is_for_and_names_none_twice(tmp_path: Path) -> None:
    rows = paths({"AMMA_HOME": str(tmp_path)}).table()
    assert len({row.path for row in rows}) == len(rows) == len({row.name for row in rows})
    assert all(row.purpose and row.content and row.lifetime for row in rows)
    names = {row.path.name for row in rows}
    assert {"profile.toml", "journal.jsonl", "lock", "library.db"} <= names
