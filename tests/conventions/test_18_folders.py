"""Convention 18: where the files are."""

import os
import sys
from itertools import product
from pathlib import Path

import platformdirs
import pytest

from amma_cli.store.folders import cache_folder, data_folder
from tests.program import CALLS, DUE, TODAY, Amma, words_of

VALUES = (
    None,
    "",
    " ",
    "/x",
    "/x/",
    " /x ",
    "x",
    "./x",
    "~",
    "~/x",
    "/x//y",
    "/é",
    "/a b",
    "/x/..",
)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is a habit of Linux")
@pytest.mark.parametrize("home", ["/home/a", "/", "/home/a b", "/home/é", None])
def test_convention_18_the_folders_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, home: str | None
) -> None:
    for data, cache in product(VALUES, VALUES):
        for name, value in (("HOME", home), ("XDG_DATA_HOME", data), ("XDG_CACHE_HOME", cache)):
            monkeypatch.delenv(name, raising=False)
            if value is not None:
                monkeypatch.setenv(name, value)
        monkeypatch.delenv("AMMA_HOME", raising=False)
        told = (data_folder(os.environ), cache_folder(os.environ))
        wanted = (
            platformdirs.user_data_dir("amma", appauthor=False),
            platformdirs.user_cache_dir("amma", appauthor=False),
        )
        assert told == wanted, (home, data, cache)


def test_convention_18_amma_home_overrides_all_and_is_never_relative(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/a")
    xdg = {"XDG_DATA_HOME": "/x", "XDG_CACHE_HOME": "/y"}
    for said, found in (("/h", "/h"), ("~/h", "/home/a/h"), ("h", str(tmp_path / "h"))):
        assert data_folder({**xdg, "AMMA_HOME": said}) == found
        assert cache_folder({**xdg, "AMMA_HOME": said}) == f"{found}/cache"
    assert data_folder({**xdg, "AMMA_HOME": ""}) == "/x/amma"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG is a habit of Linux")
def test_convention_18_nothing_lies_directly_in_the_home_folder(amma: Amma) -> None:
    env = {"AMMA_HOME": None}
    assert amma("due", DUE, "--on", TODAY, env=env).code == 0
    assert amma("checkin", "--note", "x", "--on", TODAY, env=env).code == 0
    for name in [n for n in CALLS if n not in ("privacy", "born")]:
        amma(*words_of(name), env=env)
    here = {path.name for path in amma.folder.iterdir()}
    assert here <= {".local", ".cache"}
    data = amma.folder / ".local" / "share" / "amma"
    assert {path.name for path in data.iterdir()} == {"profile.toml", "journal.jsonl", "lock"}
    assert [path.name for path in data.parent.iterdir()] == ["amma"]


def test_convention_18_doctor_prints_the_folders(amma: Amma) -> None:
    facts = amma("doctor", "--json").record["facts"]
    assert facts["Your files"] == str(amma.home)
    assert facts["Cache"] == str(amma.home / "cache")
