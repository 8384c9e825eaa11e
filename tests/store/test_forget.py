"""Deleting everything of hers: what the table names goes, what others put there stays."""

import os
from pathlib import Path

import pytest

from amma_cli.errors import Failed
from amma_cli.store.forget import Gone, forget, present
from amma_cli.store.paths import Paths
from amma_cli.store.system import system

OURS = (
    "profile.toml", "journal.jsonl", "lock", "profile.toml.schema-1.2026-11-22.bak",
    ".profile.toml.123.new",
)  # fmt: skip
CACHE = ("amma.log", "library.db", "library.version", "library.stamp", "library.7.new")


@pytest.fixture
def there(tmp_path: Path) -> Paths:
    made = Paths(tmp_path / "amma", tmp_path / "amma" / "cache")
    made.cache.mkdir(parents=True)
    for folder, names in ((made.data, OURS), (made.cache, CACHE)):
        for name in names:
            (folder / name).write_bytes(b"\xff damaged or not")
    return made


def test_everything_of_the_table_is_found_in_the_order_of_its_folders(there: Paths) -> None:
    (there.data / "hers.txt").write_bytes(b"")
    assert present(there) == (
        *(there.data / name for name in sorted(OURS)),
        *(there.cache / name for name in sorted(CACHE)),
    )


def test_without_folders_there_is_nothing(tmp_path: Path) -> None:
    nowhere = Paths(tmp_path / "none", tmp_path / "cache")
    assert present(nowhere) == ()
    assert forget(nowhere) == ()


def test_a_missing_first_folder_does_not_hide_the_second(tmp_path: Path) -> None:
    made = Paths(tmp_path / "none", tmp_path / "cache")
    made.cache.mkdir()
    (made.cache / "amma.log").write_bytes(b"")
    assert present(made) == (made.cache / "amma.log",)


@pytest.mark.parametrize(
    ("error", "why"),
    [(PermissionError(13, "Permission denied"), "Permission denied"), (OSError("odd"), "odd")],
)
def test_a_folder_that_cannot_be_listed_is_said_and_nothing_is_deleted(
    there: Paths, monkeypatch: pytest.MonkeyPatch, error: OSError, why: str
) -> None:
    def refuse(_: Path) -> list[str]:
        raise error

    monkeypatch.setattr(system, "listing", refuse)
    with pytest.raises(Failed) as said:
        forget(there)
    assert said.value.say == f"What is in {there.data} cannot be seen: {why}."
    assert said.value.hint == "Nothing was deleted."
    assert {path.name for path in there.data.iterdir()} == {*OURS, "cache"}


def test_all_is_gone_with_its_folders(there: Paths, tmp_path: Path) -> None:
    found = present(there)
    assert forget(there) == tuple(Gone(path, "") for path in found)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_hers_keeps_itself_and_its_folder(there: Paths) -> None:
    hers = there.data / "hers.txt"
    hers.write_bytes(b"x")
    forget(there)
    assert list(there.data.iterdir()) == [hers]


def test_what_cannot_be_deleted_is_named_with_the_reason_and_the_rest_goes(
    there: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        if path.name == "journal.jsonl":
            raise PermissionError(13, "Permission denied")
        if path.name == "lock":
            raise OSError("no number")
        os.unlink(path)  # noqa: PTH108 (what the store itself calls)

    monkeypatch.setattr(system, "unlink", refuse)
    failed = [gone for gone in forget(there) if gone.why]
    assert failed == [
        Gone(there.data / "journal.jsonl", "Permission denied"),
        Gone(there.data / "lock", "no number"),
    ]
    assert sorted(path.name for path in there.data.iterdir()) == ["journal.jsonl", "lock"]


def test_a_folder_that_cannot_be_removed_is_left(
    there: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(system, "rmdir", refuse)
    assert all(not gone.why for gone in forget(there))
    assert there.data.is_dir()
