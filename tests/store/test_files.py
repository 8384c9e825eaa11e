"""Writing whole or not at all, private, one process at a time."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.errors import Failed
from amma_cli.store.files import append_line, locked, make_folder, write_export, write_whole
from amma_cli.store.system import system

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from amma_cli.store.files import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
    Path(sys.argv[1], "order").write_text("first")
"""


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refuse(*_: object) -> None:
    raise OSError(28, "No space left on device")


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_file_is_written_with_its_folder_and_only_its_owner_can_read_both(
    tmp_path: Path,
) -> None:
    path = tmp_path / "amma" / "profile.toml"
    write_whole(path, b"schema = 1\n")
    assert path.read_bytes() == b"schema = 1\n"
    assert (mode_of(path), mode_of(path.parent)) == (0o600, 0o700)


def test_files_are_private_whatever_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_whole(tmp_path / "a" / "whole", b"x")
        append_line(tmp_path / "b" / "lines", "x")
        with locked(tmp_path / "c"):
            pass
    finally:
        os.umask(before)
    for folder, name in (("a", "whole"), ("b", "lines"), ("c", "lock")):
        assert mode_of(tmp_path / folder) == 0o700
        assert mode_of(tmp_path / folder / name) == 0o600


def test_a_replaced_file_becomes_private(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_whole(path, b"new")
    assert mode_of(path) == 0o600


@pytest.mark.parametrize("name", ["replace", "sync"])
def test_when_the_system_refuses_the_old_file_stands_and_nothing_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "profile.toml"
    write_whole(path, b"old")
    monkeypatch.setattr(system, name, refuse)
    with pytest.raises(Failed) as refused:
        write_whole(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["profile.toml"]
    assert "No space left on device" in refused.value.say


@pytest.mark.parametrize("name", ["replace", "sync"])
def test_ctrl_c_while_writing_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "profile.toml"
    write_whole(path, b"old")
    monkeypatch.setattr(system, name, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["profile.toml"]


@pytest.mark.parametrize("stop", [refuse, interrupt])
def test_an_export_that_stops_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: object
) -> None:
    monkeypatch.setattr(system, "replace", stop)
    with pytest.raises((Failed, KeyboardInterrupt)):
        write_export(tmp_path / "page.html", b"<html>")
    assert list(tmp_path.iterdir()) == []


def test_an_export_has_the_permissions_of_any_other_file_of_hers(tmp_path: Path) -> None:
    write_export(tmp_path / "page.html", b"<html>")
    (tmp_path / "other").write_bytes(b"")
    assert mode_of(tmp_path / "page.html") == mode_of(tmp_path / "other")


def test_an_export_into_a_folder_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="could not be written"):
        write_export(tmp_path / "none" / "page.html", b"<html>")
    assert list(tmp_path.iterdir()) == []


def test_where_no_folder_can_be_made_the_refusal_is_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    below = tmp_path / "file" / "amma"
    with pytest.raises(Failed):
        make_folder(below)
    with pytest.raises(Failed):
        write_whole(below / "profile.toml", b"")
    with pytest.raises(Failed):
        append_line(below / "journal.jsonl", "x")
    with pytest.raises(Failed), locked(below):
        pass


def test_a_torn_last_line_is_closed_and_never_joined(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b'{"id": 1}\n{"id": 2, "no')
    append_line(path, '{"id": 3}')
    assert path.read_bytes() == b'{"id": 1}\n{"id": 2, "no\n{"id": 3}\n'


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"))))
@settings(max_examples=25, deadline=None)
def test_lines_come_back_in_the_order_in_which_they_were_appended(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("lines") / "journal.jsonl"
    for line in lines:
        append_line(path, line)
    expected = b"".join(line.encode() + b"\n" for line in lines)
    assert (path.read_bytes() if lines else b"") == expected


def test_a_failed_sync_of_an_added_line_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "sync", refuse)
    with pytest.raises(Failed, match="No space left"):
        append_line(tmp_path / "journal.jsonl", "x")


def test_a_lock_held_by_another_process_is_waited_for(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path), "0.6"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        began = time.monotonic()
        with locked(tmp_path):
            waited = time.monotonic() - began
            assert (tmp_path / "order").read_text() == "first"
    assert waited > 0.3


def test_a_lock_is_free_again_after_an_error_inside(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        raise ZeroDivisionError
    with locked(tmp_path):
        pass
