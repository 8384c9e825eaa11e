"""What differs on Windows and macOS, as far as Linux can show it: docs/platforms.md."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from amma_cli.errors import Failed
from amma_cli.store import files, folders
from amma_cli.store.files import append_line, locked, read_whole, write_export, write_whole
from amma_cli.store.folders import cache_folder, data_folder
from amma_cli.store.system import system

IN_USE = PermissionError(13, "Access is denied")  # what Windows answers for a file that is open


class Msvcrt:
    """The part of Windows that locks: one byte of an open file, for ten seconds at the most."""

    LK_LOCK = 1

    def __init__(self, error: OSError | None = None) -> None:
        self.asked: list[tuple[int, int, int]] = []
        self.error = error

    def locking(self, handle: int, mode: int, length: int) -> None:
        os.fstat(handle)  # it must be open
        self.asked.append((handle, mode, length))
        if self.error:
            raise self.error


def windows_locks(monkeypatch: pytest.MonkeyPatch, error: OSError | None = None) -> Msvcrt:
    stub = Msvcrt(error)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", stub)
    return stub


def test_without_fcntl_the_lock_is_one_byte_of_msvcrt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = windows_locks(monkeypatch)
    with locked(tmp_path):
        [(handle, mode, length)] = stub.asked
        assert (mode, length) == (Msvcrt.LK_LOCK, 1)
        assert os.path.samestat(os.fstat(handle), (tmp_path / "lock").stat())
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handle)  # closed, which gives the lock back


def test_a_lock_of_msvcrt_that_another_run_holds_too_long_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows_locks(monkeypatch, OSError(36, "Resource deadlock avoided"))
    with pytest.raises(Failed, match="Resource deadlock avoided"), locked(tmp_path):
        pass


def test_a_file_that_another_program_holds_open_stands_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "profile.toml"
    write_whole(path, b"old")

    def in_use(*_: object) -> None:
        raise IN_USE

    monkeypatch.setattr(system, "replace", in_use)
    for write in (write_whole, write_export):
        with pytest.raises(Failed) as said:
            write(path, b"new")
        assert said.value.say == f"{path} could not be written: Access is denied."
        assert path.read_bytes() == b"old"
        assert [p.name for p in tmp_path.iterdir()] == ["profile.toml"]


def test_every_file_is_opened_as_bytes_so_that_no_line_end_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    binary, opened = 0o100000, list[int]()  # 0x8000 is O_BINARY there, and harmless here
    real = os.open

    def noted(path: Any, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_file() or flags & os.O_CREAT:
            opened.append(flags)
        return real(path, flags, mode)

    monkeypatch.setattr(files, "BINARY", binary)
    monkeypatch.setattr(system, "open", noted)
    path = tmp_path / "file"
    write_whole(path, b"a\nb\n")
    append_line(path, "c")
    assert read_whole(path) == b"a\nb\nc\n"
    write_export(tmp_path / "page", b"a\n")
    assert len(opened) == 4
    assert all(flags & binary for flags in opened)


def test_where_it_is_not_linux_the_folders_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(kind: str) -> Any:
        return lambda name, appauthor: f"/{kind}/{name}/{appauthor}"

    stub = SimpleNamespace(user_data_dir=answer("data"), user_cache_dir=answer("cache"))
    monkeypatch.setattr(folders, "LINUX", False)
    monkeypatch.setitem(sys.modules, "platformdirs", stub)
    environ = {"XDG_DATA_HOME": "/xdg", "XDG_CACHE_HOME": "/xdg"}
    assert data_folder(environ) == "/data/amma/False"
    assert cache_folder(environ) == "/cache/amma/False"
    assert data_folder({"AMMA_HOME": "/own"}) == "/own"
    assert cache_folder({"AMMA_HOME": "/own"}) == os.path.join("/own", "cache")  # noqa: PTH118


def test_on_macos_they_lie_in_the_library_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs.macos import MacOS

    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    mac = MacOS("amma", appauthor=False)
    assert Path(mac.user_data_dir) == Path.home() / "Library" / "Application Support" / "amma"
    assert Path(mac.user_cache_dir) == Path.home() / "Library" / "Caches" / "amma"


@pytest.mark.parametrize("home", ["with spaces in it", "Müller", "данные", "出産", "a'b\"c", "$x"])
def test_any_name_of_a_folder_serves(tmp_path: Path, home: str) -> None:
    assert data_folder({"AMMA_HOME": str(tmp_path / home)}) == str(tmp_path / home)
    path = Path(data_folder({"AMMA_HOME": str(tmp_path / home)})) / "profile.toml"
    with locked(path.parent):
        write_whole(path, b"x")
    assert read_whole(path) == b"x"


def test_a_home_that_is_relative_or_begins_with_a_tilde_is_made_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder({"AMMA_HOME": "here"}) == str(tmp_path / "here")
    assert data_folder({"AMMA_HOME": "~/there"}) == str(tmp_path / "there")
