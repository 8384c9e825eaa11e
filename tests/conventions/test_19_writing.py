"""Conventions 19 and 20: private files, whole changes (tests/faults), and formats."""

import stat
from pathlib import Path

import pytest

from tests.program import DUE, ROOT, TODAY, Amma

SAMPLE = ROOT / "tests" / "data" / "profiles" / "schema-1.toml"
ON = ["--on", TODAY, "--no-input"]
LINE = b'{"schema": 2, "id": "a", "when": "2026-11-22T08:00:00+00:00", "entry": {}}\n'


def test_convention_19_files_are_0600_and_folders_0700(amma: Amma) -> None:
    amma.env["AMMA_HOME"] = str(amma.home / "deep" / "er")
    assert (
        amma.shell('umask 000; "$AMMA" due 2027-04-11 --on 2026-11-22'.replace('"', "")).code == 0
    )
    assert amma("checkin", "--note", "x", *ON).code == 0
    for path in amma.home.rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


@pytest.fixture
def older(amma: Amma) -> Amma:
    """The program after an update, with a profile of schema 1."""
    amma.profile = SAMPLE.read_bytes()
    amma.reset()
    return amma


def backups(amma: Amma) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in amma.home.glob("*.bak")}


def test_convention_20_a_format_change_keeps_a_dated_backup_once(older: Amma) -> None:
    assert older("due", "--json", *ON).record["due"] == "2027-04-14"
    assert backups(older) == {}
    assert older("settings", "calm", "on", *ON).code == 0
    kept = {f"profile.toml.schema-1.{TODAY}.bak": SAMPLE.read_bytes()}
    assert backups(older) == kept
    assert older("settings", "calm", "off", "--on", "2026-11-23", "--no-input").code == 0
    assert backups(older) == kept
    text = (older.home / "profile.toml").read_text("utf-8")
    assert text.startswith("schema = 3\n")
    assert older("due", "--json", *ON).record["due"] == "2027-04-14"


def test_convention_20_a_backup_of_the_same_day_is_never_replaced(older: Amma) -> None:
    name = f"profile.toml.schema-1.{TODAY}.bak"
    (older.home / name).write_bytes(b"an earlier one")
    assert older("due", DUE, *ON).code == 0
    assert backups(older) == {
        name: b"an earlier one",
        f"profile.toml.schema-1.{TODAY}.2.bak": SAMPLE.read_bytes(),
    }
    assert older("forget", "--yes").code == 0
    assert backups(older) == {}


def test_convention_20_an_older_program_refuses_a_newer_file(older: Amma) -> None:
    newer = SAMPLE.read_bytes().replace(b"schema = 1", b"schema = 4")
    for name, data in (("profile.toml", newer), ("journal.jsonl", LINE)):
        older.reset()
        path = Path(older.home, name)
        path.write_bytes(data)
        before = older.files()
        done = older("checkin", "--note", "x", *ON)
        assert (done.code, done.out) == (4, "")
        assert "newer amma" in done.err
        assert "Nothing was changed" in done.err
        assert older.files() == before
