"""The journal: what was written comes back, what is torn is passed over, damage is said."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.errors import DataDamaged, Failed
from amma_cli.store.journal import Entry, add_entry, new_entry, put_entry, read_entries
from amma_cli.store.system import system

WHEN = datetime.datetime(
    2026, 11, 22, 7, 5, 9, 123456, datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
DATA = st.dictionaries(WORDS, WORDS | st.integers() | st.booleans() | st.lists(WORDS))


def added(path: Path, note: str) -> Entry:
    return add_entry(path, WHEN, "checkin", {}, note)


def test_an_entry_is_one_line_with_a_schema_and_local_time_with_its_offset(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    add_entry(path, WHEN, "checkin", {"a": [1]}, "Slept better,\nmuch better “so”")
    [line] = path.read_text("utf-8").splitlines()
    record = json.loads(line)
    assert record.pop("id")
    assert record == {
        "schema": 1,
        "when": "2026-11-22T07:05:09-03:30",
        "kind": "checkin",
        "data": {"a": [1]},
        "note": "Slept better,\nmuch better “so”",
        "pregnancy": 1,
    }


@given(st.lists(st.tuples(DATA, WORDS), max_size=4))
@settings(max_examples=25, deadline=None)
def test_whatever_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, given_: list[tuple[dict[str, Any], str]]
) -> None:
    path = tmp_path_factory.mktemp("journal") / "journal.jsonl"
    entries = [add_entry(path, WHEN, "note", data, note) for data, note in given_]
    assert list(read_entries(path)) == entries
    assert [(e.data, e.note) for e in entries] == given_
    assert len({e.id for e in entries}) == len(entries)


def test_without_a_file_there_are_no_entries_and_none_is_made(tmp_path: Path) -> None:
    assert list(read_entries(tmp_path / "journal.jsonl")) == []
    assert list(tmp_path.iterdir()) == []


def test_wherever_the_last_line_is_torn_the_lines_before_it_are_read(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    first = added(path, "first")
    whole = path.read_bytes()
    second = added(path, "second")
    both = path.read_bytes()
    for end in range(len(whole), len(both) - 1):
        path.write_bytes(both[:end])
        assert list(read_entries(path)) == [first]
        assert path.read_bytes() == both[:end]
    path.write_bytes(both[:-1])
    assert list(read_entries(path)) == [first, second]


def test_entries_after_a_torn_line_that_was_closed_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    first = added(path, "first")
    torn = path.read_bytes() + b'{"schema": 1, "id": "x", "note": "hal'
    path.write_bytes(torn)
    last = added(path, "last")
    assert list(read_entries(path)) == [first, last]
    assert path.read_bytes().startswith(torn + b"\n")


@pytest.mark.parametrize(
    "line", [b"{not json}", b'{"id": "x"}', b'{"id": {"a": 1}}', b'{"\xff": 1}']
)
def test_a_damaged_line_is_named_and_the_file_stays_as_it_is(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "journal.jsonl"
    added(path, "first")
    added(path, "second")
    lines = path.read_bytes().splitlines()
    damaged = b"\n".join([lines[0], line, lines[1]]) + b"\n"
    path.write_bytes(damaged)
    with pytest.raises(DataDamaged, match="line 2"):
        list(read_entries(path))
    assert path.read_bytes() == damaged


def test_an_entry_that_cannot_be_stored_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(system, "sync", refuse)
    with pytest.raises(Failed, match="Input/output error"):
        added(tmp_path / "journal.jsonl", "lost?")


def test_an_entry_that_is_put_twice_stands_once_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    first = new_entry(WHEN, "kicks", {"presses": [0.0]}, "")
    put_entry(path, first)
    last = added(path, "after it")
    put_entry(path, first)
    assert list(read_entries(path)) == [first, last]
    more = first._replace(data={"presses": [0.0, 3.5]})
    put_entry(path, more)
    assert list(read_entries(path)) == [more, last]


def test_to_a_journal_with_a_line_that_cannot_be_read_it_is_appended(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_text('{"schema": 1, "what": 2}\n', encoding="utf-8")
    put_entry(path, new_entry(WHEN, "kicks", {}, "kept"))
    assert path.read_text("utf-8").startswith('{"schema": 1, "what": 2}\n{')
    assert "kept" in path.read_text("utf-8").splitlines()[1]
