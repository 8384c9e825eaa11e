"""Convention 30: forget lists and deletes everything of hers, at once and damaged or not."""

import time
from pathlib import Path

import pytest

from amma_cli.errors import Failed
from amma_cli.store.system import system
from tests.inside import Amma as InProcess
from tests.program import DUE, TODAY, Amma
from tests.terminal import CONTROL_C, Key, in_terminal

SECONDS = 5
REACH = ("shell's history", "printed", "backups")


def fill(amma: Amma, kind: str) -> set[Path]:
    """Put every file of the table there, whole or damaged; return them."""
    home = amma.home
    (home / "cache").mkdir(parents=True, exist_ok=True)
    names = [
        "profile.toml", "journal.jsonl", "profile.toml.schema-1.2026-11-22.bak",
        ".profile.toml.abc.new", "lock", "cache/amma.log", "cache/library.db",
        "cache/library.version", "cache/library.stamp", "cache/library.x.new",
    ]  # fmt: skip
    content = {
        "whole": None, "empty": b"", "binary": bytes(range(256)) * 100,
        "newer": b"schema = 99\n", "huge": b'{"schema": 1}\n' * 3_000_000,
    }[kind]  # fmt: skip
    for name in names:
        path = home / name
        if kind == "whole" and path.name in ("profile.toml", "journal.jsonl"):
            continue
        path.write_bytes(content or b"")
    return {home / name for name in names}


@pytest.fixture
def noted(expecting: Amma) -> Amma:
    assert expecting("checkin", "--note", "Mine", "--on", TODAY).code == 0
    return expecting


@pytest.mark.parametrize("kind", ["whole", "empty", "binary", "newer", "huge"])
def test_convention_30_everything_is_listed_and_deleted_within_five_seconds(
    noted: Amma, kind: str
) -> None:
    files = fill(noted, kind)
    listed = noted("forget", "--dry-run", "--json").record
    assert {Path(name) for name in listed["files"]} == files
    assert listed["deleted"] is False
    assert all(path.exists() for path in files)
    start = time.monotonic()
    done = noted("forget", "--yes", "--width", "300")
    assert time.monotonic() - start < SECONDS
    assert (done.code, done.err) == (0, "")
    for path in files:
        assert str(path) in done.out
    for words in REACH:
        assert words in done.out
    assert not noted.home.exists()


def test_convention_30_files_of_others_stay_with_their_folder(noted: Amma) -> None:
    other = noted.home / "mine.txt"
    other.write_text("not amma's")
    outside = noted.folder / "outside.txt"
    outside.write_text("not amma's")
    (noted.home / "profile.toml.schema-1.2026-11-22.bak").symlink_to(outside)
    (noted.home / "profile.txt").write_text("not amma's")
    (noted.folder / "printed.html").write_text("hers, and out of reach")
    assert noted("forget", "--yes").code == 0
    left = {path.name for path in noted.home.iterdir()}
    assert left == {"mine.txt", "profile.txt"}
    assert outside.read_text() == "not amma's"
    assert (noted.folder / "printed.html").exists()


def test_convention_30_what_cannot_be_deleted_is_named_and_the_rest_goes(noted: Amma) -> None:
    path = noted.home / "journal.jsonl"
    path.unlink()
    (path / "inside").mkdir(parents=True)
    done = noted("forget", "--yes")
    assert (done.code, done.out) == (1, "")
    assert str(path) in done.err
    assert "Deleted." not in done.err
    assert not (noted.home / "profile.toml").exists()
    record = noted("forget", "--yes", "--json")
    assert (record.code, record.out) == (1, "")
    assert '"error"' in record.err


def test_convention_30_nothing_there_is_said_and_is_no_error(amma: Amma) -> None:
    for words in (["forget"], ["forget", "--yes"], ["forget", "--dry-run"]):
        done = amma(*words)
        assert (done.code, done.err) == (0, "")
        assert "nothing to delete" in done.out
        assert "shell's history" in done.out


def test_convention_30_only_the_word_deletes(noted: Amma) -> None:
    before = noted.files()
    for typed in (b"\n", b"yes\n", b"y\n", b"forge\n", CONTROL_C):
        seen = in_terminal(noted, "forget", keys=[Key('Type "forget"', typed)])
        assert seen.code in (1, 130)
        assert noted.files() == before
    assert "home/profile.toml" in "".join(seen.text.split())  # a long path is broken
    done = in_terminal(noted, "forget", keys=[Key('Type "forget"', b"forget\n")])
    assert done.code == 0
    assert not noted.home.exists()
    assert "shell's history" in done.text


def test_convention_30_without_a_terminal_it_names_the_flag(noted: Amma) -> None:
    done = noted("forget")
    assert (done.code, done.out) == (2, "")
    assert "amma forget --yes" in done.err
    assert noted.files() != {}


def test_convention_30_afterwards_amma_is_as_new(noted: Amma) -> None:
    fresh = Amma(noted.folder / "new", Path(noted.env["AMMA_LIBRARY"]), None)
    fresh.folder.mkdir()
    assert noted("forget", "--yes").code == 0
    assert noted("--on", TODAY) == fresh("--on", TODAY)
    assert noted("due", DUE, "--on", TODAY).code == 0


@pytest.mark.parametrize("stays", [("profile.toml",), ("profile.toml", "journal.jsonl", "lock")])
def test_convention_30_what_stays_is_named_and_nothing_is_said_to_be_gone_that_is_not(
    stays: tuple[str, ...], tmp_path: Path, frozen_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amma = InProcess(tmp_path, frozen_library)
    amma("due", DUE, "--on", TODAY)
    amma("log", "note", "Mine", "--on", TODAY)

    def refuse(path: Path) -> None:
        if path.name in stays:
            raise PermissionError(13, "Permission denied")
        path.unlink()

    monkeypatch.setattr(system, "unlink", refuse)
    with pytest.raises(Failed) as failed:
        amma("forget", "--yes")
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == set(stays)
    assert all(name in failed.value.say for name in stays)
    assert ("The other files are gone." in failed.value.hint) == (len(stays) == 1)
    assert ("Nothing was deleted." in failed.value.hint) == (len(stays) == 3)
