"""Which paths are amma's, which hold anything of hers, and the words of every refusal."""

import errno
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from amma_cli.errors import AmmaError, DataDamaged, Failed
from amma_cli.store import files
from amma_cli.store.files import (
    append_line,
    locked,
    make_folder,
    read_whole,
    write_export,
    write_whole,
)
from amma_cli.store.journal import add_entry, read_entries, torn_lines
from amma_cli.store.journal_change import remove_pregnancy
from amma_cli.store.paths import Paths, paths
from amma_cli.store.system import System, system

WHEN = datetime(2026, 11, 22, 7, 5, 9, tzinfo=UTC)
KEPT = "Nothing was changed."
ROOM = "Nothing was changed. amma needs room and the right to write there."


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("profile.toml", True),
        ("journal.jsonl", True),
        ("profile.toml.schema-1.2026-11-22.bak", True),
        (".profile.toml.77.new", True),
        ("lock", False),
        ("cache/amma.log", False),
        ("cache/library.db", False),
        ("cache/library.version", False),
        ("cache/library.stamp", False),
        ("cache/library.5.new", False),
    ],
)
def test_each_path_is_amma_s_and_says_whether_it_holds_anything_of_hers(
    tmp_path: Path, name: str, own: bool
) -> None:
    found = paths({"AMMA_HOME": str(tmp_path)})
    assert found.owns(tmp_path / name)
    [row] = [r for r in found.table() if (tmp_path / name).match(str(r.path))]
    assert row.own is own


@pytest.mark.parametrize(
    "name",
    ["other", "PROFILE.TOML", "profile.toml.bak", "cache/profile.toml", "library.db", "new",
     "deeper/profile.toml", "cache/lock", "journal.jsonl~", "profile.new"],
)  # fmt: skip
def test_nothing_else_is_amma_s(tmp_path: Path, name: str) -> None:
    assert not paths({"AMMA_HOME": str(tmp_path)}).owns(tmp_path / name)


DATES = "your due date, how it was found, what applies to you, settings"


def test_the_table_reads_as_it_was_reviewed() -> None:
    rows = Paths(Path("data"), Path("cache")).table()
    assert [(r.path.as_posix(), r.purpose, r.content, r.lifetime) for r in rows] == [
        ("data/profile.toml", "who you are to amma",
         DATES, "until you remove it"),
        ("data/journal.jsonl", "your check-ins", "what you wrote or ticked",
         "until you remove it"),
        ("data/journal.undo", "takes the journal's last change back",
         "the entry as it was before", "until the next change"),
        ("data/profile.undo", "takes amma new back", "the profile as it was before",
         "until amma resume or new --remove"),
        ("data/live.jsonl", "a session that goes on", "when you pressed the key",
         "until the session is finished"),
        ("data/profile.toml.schema-*.bak", "kept when the format of the file changed",
         DATES, "until you remove it"),
        ("data/.*.new", "a change while it is being written", "as the file it becomes",
         "a moment"),
        ("data/lock", "keeps two runs apart", "nothing", "until you remove it"),
        ("cache/amma.log", "where amma broke", "places in the program, never what you typed",
         "until you remove it"),
        ("cache/library.db", "the compiled articles of a checkout", "no word of yours",
         "made anew when articles change"),
        ("cache/library.version", "for amma --version", "no word of yours",
         "made anew when articles change"),
        ("cache/library.stamp", "tells when articles have changed",
         "names, sizes and times of article files", "made anew when articles change"),
        ("cache/library.*.new", "the library while it is being made", "no word of yours",
         "a moment"),
    ]  # fmt: skip


def test_the_cache_lies_inside_amma_home(tmp_path: Path) -> None:
    found = paths({"AMMA_HOME": str(tmp_path)})
    assert (found.data, found.cache) == (tmp_path, tmp_path / "cache")
    assert found.log == tmp_path / "cache" / "amma.log"


def test_without_any_variable_the_folders_are_below_the_home() -> None:
    found = paths({})
    assert found.data == Path("~/.local/share/amma").expanduser()
    assert found.cache == Path("~/.cache/amma").expanduser()


def nobody(*_: object) -> None:
    raise OSError("no number")


@pytest.mark.parametrize(
    ("name", "attempt"),
    [
        ("mkdir", make_folder),
        ("open", lambda path: write_whole(path, b"x")),
        ("sync", lambda path: append_line(path, "x")),
        ("replace", lambda path: write_export(path, b"x")),
    ],
)
def test_a_refusal_to_write_names_the_path_the_reason_and_what_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, attempt: Callable[[Path], None]
) -> None:
    path = tmp_path / "file"
    for error, why in ((OSError(28, "No space left"), "No space left"), (OSError("odd"), "odd")):

        def refuse(*_: object, error: OSError = error) -> None:
            raise error

        monkeypatch.setattr(system, name, refuse)
        with pytest.raises(Failed) as said:
            attempt(path)
        assert said.value.say == f"{path} could not be written: {why}."
        assert said.value.hint == ROOM
        monkeypatch.undo()


@pytest.mark.parametrize("name", ["open", "lock"])
def test_a_lock_that_is_refused_names_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(system, name, nobody)
    with pytest.raises(Failed) as said, locked(tmp_path):
        pass
    assert said.value.say == f"{tmp_path} could not be written: no number."
    assert said.value.hint == ROOM


def test_what_is_no_plain_file_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"hers")
    link, folder = tmp_path / "link", tmp_path / "folder"
    link.symlink_to(target)
    folder.mkdir()
    for path in (link, folder):
        with pytest.raises(DataDamaged) as damage:
            read_whole(path)
        assert (damage.value.say, damage.value.hint) == (f"{path} is not a plain file.", KEPT)
        for write in (partial(write_whole, path, b"x"), partial(append_line, path, "x")):
            with pytest.raises(Failed) as said:
                write()
            assert said.value.say == f"{path} is not a plain file, so it is not replaced."
            assert said.value.hint == "Move it away first."
    assert target.read_bytes() == b"hers"


def test_a_file_up_to_64_megabytes_is_data_and_beyond_is_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert files.LARGEST == 64 * 1024 * 1024
    path = tmp_path / "file"
    monkeypatch.setattr(files, "LARGEST", 10)
    path.write_bytes(b"x" * 10)
    assert read_whole(path) == b"x" * 10
    path.write_bytes(b"x" * 11)
    with pytest.raises(DataDamaged) as damage:
        read_whole(path)
    assert damage.value.say == f"{path} is far too large to be amma's."
    assert damage.value.hint == KEPT


@pytest.mark.parametrize(
    ("error", "why"),
    [(PermissionError(13, "Permission denied"), "Permission denied"), (OSError("odd"), "odd")],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, why: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x")

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(system, "read", refuse)
    with pytest.raises(DataDamaged) as damage:
        read_whole(path)
    assert (damage.value.say, damage.value.hint) == (f"{path} cannot be read: {why}.", KEPT)


def test_a_file_longer_than_one_reading_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    data = os.urandom(files.CHUNK + 5) * 2
    write_whole(path, data)
    assert read_whole(path) == data


def test_a_system_that_takes_few_bytes_at_a_time_gets_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "write", lambda handle, data: os.write(handle, data[:3]))
    write_whole(tmp_path / "file", b"0123456789")
    append_line(tmp_path / "lines", "0123456789")
    assert (tmp_path / "file").read_bytes() == b"0123456789"
    assert (tmp_path / "lines").read_bytes() == b"0123456789\n"


def test_a_line_that_was_not_written_whole_is_taken_off_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lines"
    append_line(path, "first")

    def short(handle: int, data: bytes) -> int:
        os.write(handle, data[:3])
        raise OSError(errno.ENOSPC, "No space left")

    monkeypatch.setattr(system, "write", short)
    with pytest.raises(Failed):
        append_line(path, "second")
    assert path.read_bytes() == b"first\n"
    monkeypatch.setattr(system, "truncate", nobody)
    with pytest.raises(Failed, match="No space left"):
        append_line(path, "second")


def test_a_folder_that_cannot_be_synced_does_not_stop_a_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def no_folder(path: Path, *rest: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied")  # as Windows answers
        return real(path, *rest)

    monkeypatch.setattr(system, "open", no_folder)
    write_whole(tmp_path / "file", b"x")
    assert (tmp_path / "file").read_bytes() == b"x"


def test_every_call_of_the_table_can_be_replaced_by_its_name_and_no_other() -> None:
    assert set(system.names()) == {
        "open", "read", "write", "size", "seek", "truncate", "sync", "close", "replace", "link",
        "unlink", "rmdir", "mkdir", "look", "listing", "lock",
    }  # fmt: skip
    before = system.link
    system.swap("link", nobody)
    assert system.link is nobody
    system.swap("link", before)
    with pytest.raises(KeyError) as said:
        system.swap("none", nobody)
    assert said.value.args == ("none",)
    assert not hasattr(system, "none")


def entries(path: Path) -> list[tuple[str, int]]:
    return [(entry.note, entry.pregnancy) for entry in read_entries(path)]


def test_the_entries_of_one_pregnancy_are_taken_out_and_a_torn_line_stays(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    for note, number in (("a", 1), ("b", 2), ("c", 1)):
        add_entry(path, WHEN, "checkin", {}, note, number)
    with path.open("ab") as file:
        file.write(b'{"schema": 1, "no')
    remove_pregnancy(path, path.with_suffix(".undo"), 1)
    assert entries(path) == [("b", 2)]
    assert path.read_bytes().endswith(b'}\n{"schema": 1, "no\n')
    remove_pregnancy(path, path.with_suffix(".undo"), 7)
    assert entries(path) == [("b", 2)]


def test_removing_from_no_journal_makes_none(tmp_path: Path) -> None:
    remove_pregnancy(tmp_path / "journal.jsonl", tmp_path / "journal.undo", 1)
    assert not (tmp_path / "journal.jsonl").exists()


def record(**changed: object) -> bytes:
    row = {"schema": 1, "id": "a", "when": "w", "kind": "k", "data": {}, "note": "n", **changed}
    return json.dumps({k: v for k, v in row.items() if v is not None}).encode() + b"\n"


def test_an_entry_without_a_number_belongs_to_the_first_pregnancy(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(record() + b"\n" + record(pregnancy=2))
    assert entries(path) == [("n", 1), ("n", 2)]


def test_empty_lines_are_passed_over_wherever_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b"\n" + record() + b"  \n\n" + record(note="m"))
    assert entries(path) == [("n", 1), ("m", 1)]


@pytest.mark.parametrize(
    "line",
    [record(schema="1"), record(schema=True), record(note=5), record(kind=5),
     record(id=5), record(when=None), record(schema=None)],
)  # fmt: skip
def test_an_entry_that_cannot_be_read_is_said_with_its_line(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(record() + line + record())
    for attempt in (
        lambda: list(read_entries(path)),
        lambda: remove_pregnancy(path, path.with_suffix(".undo"), 1),
    ):
        with pytest.raises(AmmaError) as damage:
            attempt()
        assert damage.value.say == f"{path}, line 2, cannot be read."
        assert damage.value.hint == KEPT
    assert path.read_bytes() == record() + line + record()


def test_an_entry_of_a_newer_amma_is_refused_as_such(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(record() + record() + record(schema=2))
    for attempt in (
        lambda: list(read_entries(path)),
        lambda: add_entry(path, WHEN, "checkin", {}, "x"),
    ):
        with pytest.raises(DataDamaged) as damage:
            attempt()
        assert damage.value.say == f"{path} was written by a newer amma (this one reads schema 1)."
        assert damage.value.hint == "Update amma. Nothing was changed."
    assert path.read_bytes() == record() + record() + record(schema=2)


@pytest.mark.parametrize("last", [b"5", b"{}", b"[]", b"[" * 100_000, b"", b'{"schema": 1'])
def test_a_last_line_that_tells_no_format_does_not_stop_an_entry(
    tmp_path: Path, last: bytes
) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(record() + last)
    add_entry(path, WHEN, "checkin", {}, "x")
    assert path.read_bytes().startswith(record() + last)
    assert path.read_bytes().count(b"\n") == (3 if last else 2)


def test_torn_lines_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    assert torn_lines(path) == 0
    path.write_bytes(record() + b'{"a\n' + record() + record() + b"{")
    assert torn_lines(path) == 2


def test_each_call_is_that_of_the_system() -> None:
    made = vars(System())
    assert {name: call for name, call in made.items() if name not in ("mkdir", "lock")} == {
        "open": os.open, "read": os.read, "write": os.write, "size": os.fstat, "seek": os.lseek,
        "truncate": os.ftruncate, "sync": os.fsync, "close": os.close, "replace": os.replace,
        "link": os.link, "unlink": os.unlink, "rmdir": os.rmdir, "look": os.lstat,
        "listing": os.listdir,
    }  # fmt: skip
    assert callable(made["mkdir"])
    assert callable(made["lock"])


def test_an_entry_is_kept_readable_and_under_its_own_pregnancy(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    entry = add_entry(path, WHEN, "checkin", {}, "Müde, 疲れた", 3)
    assert entry.pregnancy == 3
    assert len(entry.id) == 12
    assert "Müde, 疲れた" in path.read_text("utf-8")
    assert entries(path) == [("Müde, 疲れた", 3)]


def test_what_a_killed_run_left_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getpid", lambda: 77)
    for write, name in ((write_whole, ".a.new"), (write_export, ".a.77.new")):
        left = tmp_path / name
        left.write_bytes(b"half, and longer than what is written now")
        left.chmod(0o666)
        write(tmp_path / "a", b"whole")
        assert (tmp_path / "a").read_bytes() == b"whole"
        assert [p.name for p in tmp_path.iterdir()] == ["a"]
        if write is write_whole:
            assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
