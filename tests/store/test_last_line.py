"""The end of a journal is found without reading the rest, and the check rests on it as before."""

import datetime
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.errors import DataDamaged
from amma_cli.store.files import last_line
from amma_cli.store.journal import add_entry
from amma_cli.store.system import system

WHEN = datetime.datetime(2026, 11, 22, 7, 5, tzinfo=datetime.UTC)
LINES = st.lists(
    st.binary(max_size=20).map(lambda line: line * 400 if len(line) % 5 == 4 else line)
)


@given(LINES, st.booleans())
@settings(max_examples=100, deadline=None)
def test_the_last_line_is_that_of_the_whole_file(lines: list[bytes], ended: bool) -> None:
    raw = b"\n".join(lines) + b"\n" * ended
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "journal.jsonl")
        path.write_bytes(raw)
        *_, last = raw.rstrip(b"\n").rsplit(b"\n", 1)
        assert last_line(path) == last


def test_adding_to_a_long_journal_reads_its_end_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.jsonl"
    for _ in range(3):
        add_entry(path, WHEN, "note", {"text": "x" * 100}, "")
    path.write_bytes(path.read_bytes() * 10_000)
    took = 0
    read = system.read

    def counted(handle: int, size: int) -> bytes:
        nonlocal took
        part = read(handle, size)
        took += len(part)
        return part

    monkeypatch.setattr(system, "read", counted)
    add_entry(path, WHEN, "note", {}, "")
    assert 0 < took < 10_000


def test_a_newer_last_line_is_refused_however_long_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    add_entry(path, WHEN, "note", {}, "")
    newer = path.read_bytes() + b'{"schema": 2, "note": "' + b"x" * 100_000 + b'"}\n'
    path.write_bytes(newer)
    with pytest.raises(DataDamaged, match="newer amma"):
        add_entry(path, WHEN, "note", {}, "")
    assert path.read_bytes() == newer
    (tmp_path / "folder").mkdir()
    with pytest.raises(DataDamaged, match="plain file"):
        last_line(tmp_path / "folder")
