"""What can stand in place of the user's files, and a disk that is full, read-only or another's."""

import contextlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator

import pytest

from tests.batch import each
from tests.program import TODAY, Amma, Done

HUGE = 65 * 1024 * 1024 + 1
ON = ["--on", TODAY, "--no-input"]
NOTE = ["checkin", "--note", "x", *ON]
CHANGES = (["due", "2027-04-12", *ON], ["end", *ON], ["settings", "calm", "on", *ON])
ENTRY = {"id": "a", "when": "2026-11-22T08:00:00+00:00", "kind": "checkin", "data": {}, "note": "n"}
AS_ANYBODY = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"]


def refused(done: Done, code: int) -> None:
    assert (done.code, done.out) == (code, ""), done
    assert done.err.strip()
    assert "Traceback" not in done.err
    assert "inside amma" not in done.err


def journal_line(schema: int = 1) -> bytes:
    return json.dumps({"schema": schema, **ENTRY}).encode() + b"\n"


@pytest.mark.parametrize("name", ["profile.toml", "journal.jsonl"])
def test_a_gigantic_file_is_damage_at_once_and_stays(expecting: Amma, name: str) -> None:
    path = expecting.home / name
    with path.open("ab") as file:
        file.truncate(HUGE)
    began = time.monotonic()
    for words in [NOTE, *([] if name.startswith("j") else CHANGES)]:
        refused(expecting(*words), 4)
    assert time.monotonic() - began < 15
    assert path.stat().st_size == HUGE
    assert "far too large" in expecting("doctor").out


@pytest.mark.parametrize("name", ["profile.toml", "journal.jsonl", "lock"])
def test_a_link_in_place_of_a_file_is_not_followed_for_writing(expecting: Amma, name: str) -> None:
    path, target = expecting.home / name, expecting.folder / "elsewhere"
    data = path.read_bytes() if path.exists() else b""
    path.unlink(missing_ok=True)
    for held in (data, None):
        target.unlink(missing_ok=True)
        if held is not None:
            target.write_bytes(held)
        path.unlink(missing_ok=True)
        path.symlink_to(target)
        for words in [NOTE] if name.startswith("j") else [NOTE, *CHANGES]:
            done = expecting(*words)
            assert done.code in (1, 4), done
            refused(done, done.code)
        assert path.is_symlink()
        assert (target.read_bytes() if target.exists() else None) == held
    assert expecting("forget", "--yes").code == 0
    assert not path.is_symlink()


@pytest.mark.parametrize("name", ["profile.toml", "journal.jsonl", "lock"])
def test_a_folder_in_place_of_a_file_is_said(expecting: Amma, name: str) -> None:
    (expecting.home / name).unlink(missing_ok=True)
    (expecting.home / name).mkdir()
    for words in [NOTE] if name.startswith("j") else [NOTE, *CHANGES]:
        done = expecting(*words)
        assert done.code in (1, 4), done
        refused(done, done.code)
    assert (expecting.home / name).is_dir()


def test_a_journal_of_100000_lines_is_read_and_written(expecting: Amma) -> None:
    path = expecting.home / "journal.jsonl"
    path.write_bytes(journal_line() * 100_000)
    began = time.monotonic()
    assert expecting(*NOTE).code == 0
    assert "100001 entries" in expecting("doctor").out
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("data", [b"\xff\x00\x80" * 99 + b"\n", b"[]\n", b'{"schema": true}\n'])
def test_a_journal_that_is_none_is_said_and_what_is_added_is_whole(
    expecting: Amma, data: bytes
) -> None:
    path = expecting.home / "journal.jsonl"
    path.write_bytes(data)
    assert expecting(*NOTE).code == 0
    kept = path.read_bytes()
    assert kept.startswith(data)
    assert json.loads(kept.removeprefix(data))["note"] == "x"
    assert expecting("doctor").code == 1


def test_a_torn_line_is_said_by_doctor_and_kept(expecting: Amma) -> None:
    path = expecting.home / "journal.jsonl"
    path.write_bytes(journal_line() + journal_line()[:30])
    done = expecting("doctor")
    assert done.code == 1
    assert "cut short" in done.out
    assert expecting(*NOTE).code == 0
    assert path.read_bytes().startswith(journal_line() + journal_line()[:30] + b"\n")


def test_a_clock_that_goes_backwards_ends_in_words_on_every_command(expecting: Amma) -> None:
    late = "2027-05-03"
    for words in (["due", "--still-pregnant"], ["born", late], NOTE[:3]):
        assert expecting(*words, "--on", late, "--no-input").code == 0
    expecting.profile = (expecting.home / "profile.toml").read_bytes()
    early = ["--on", "2026-08-01", "--no-input"]
    words = ["today", "due", "why", "checkin", "status", "settings", "week 20", "resume", "end"]
    calls = [[*line.split(), *early] for line in words] + [["due", "2027-04-12", *early]]
    for call, done in zip(calls, each(expecting, calls), strict=True):
        assert done.code == 0, (call, done)


@pytest.fixture
def tiny(expecting: Amma) -> Iterator[Amma]:
    """A home on a file system of its own that is full."""
    home = expecting.home
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k,mode=700", "tmpfs", str(home)],
        capture_output=True, check=False,
    ) if os.geteuid() == 0 and shutil.which("mount") else None  # fmt: skip
    if done is None or done.returncode:
        pytest.skip("nothing can be mounted here; tests/faults/test_faults.py has ENOSPC")
    try:
        (home / "profile.toml").write_bytes(expecting.profile or b"")
        (home / "journal.jsonl").write_bytes(journal_line())
        (home / "lock").touch()
        with contextlib.suppress(OSError), (home / "filler").open("wb", 0) as filler:
            while True:
                filler.write(b"x" * 4096)
        yield expecting
    finally:
        subprocess.run(["umount", str(home)], check=True)


def test_on_a_disk_that_is_full_nothing_changes_and_it_is_said(tiny: Amma) -> None:
    before = tiny.files()
    for words in (*CHANGES, ["checkin", "--note", "x" * 9000, *ON]):
        done = tiny(*words)
        refused(done, 1)
        assert "No space left" in done.err
        assert tiny.files() == before
    assert tiny("today", *ON).code == 0
    assert tiny("forget", "--yes").code == 0
    assert sorted(tiny.files()) == ["filler"]


@pytest.mark.parametrize("another", [False, True], ids=["read-only", "of somebody else"])
def test_a_home_that_cannot_be_written_is_said(expecting: Amma, another: bool) -> None:
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("root writes anywhere, and nothing here takes that right away")
    if another and os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    before = expecting.files()
    (expecting.home / "lock").unlink()
    expecting.home.chmod(0o555)
    if another:
        os.chown(expecting.home, 65534, 65534)
    prefix = AS_ANYBODY if os.geteuid() == 0 else []
    for words in (*CHANGES, NOTE):
        done = subprocess.run(
            [*prefix, *expecting.command(*words)],
            capture_output=True, env=expecting.environment(), cwd=expecting.folder, check=False,
        )  # fmt: skip
        refused(Done(done.returncode, done.stdout, done.stderr), 1)
        assert b"Permission denied" in done.stderr
    expecting.home.chmod(0o700)
    assert expecting.files() == before
