"""Changing the journal: edit, remove, one step back and forward; nothing else is touched."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.errors import DataDamaged, Failed, NotFound
from amma_cli.store import files, journal_change
from amma_cli.store.journal import (
    Entry,
    add_entry,
    append_entries,
    new_entry,
    read_entries,
    stored_time,
)
from amma_cli.store.journal_change import change_entry, find_entry, remove_pregnancy, undo_last
from tests.at_once import run_at_once

ROOT = Path(__file__).resolve().parents[2]
WHEN = datetime.datetime(2026, 11, 22, 7, 5, tzinfo=datetime.UTC)
TORN = (
    b'{"schema": 1, "id": "torn", "when": "2026-11-20T08:00:00+00:00", "kind": "weight", "data": '
)
TORN_INSIDE = TORN + b'{"typed": "68.2kg", "values": {"kg": 68.2}'  # it ends in a brace
TORN_IN_A_TEXT = TORN + b'{}, "note": "a smile :}'
CHANGES = 20
EDITOR = """
import sys
from pathlib import Path
from amma_cli.store.journal import read_entries
from amma_cli.store.journal_change import change_entry
path, undo, who, count = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    mine = next(entry for entry in read_entries(path) if entry.note == f"{who} {number}")
    change_entry(path, undo, mine, mine._replace(note=f"{who} {number} edited"))
"""


class Book:
    """A journal with the file of its last step."""

    def __init__(self, folder: Path) -> None:
        self.path, self.undo = folder / "journal.jsonl", folder / "journal.undo"

    def add(self, note: str, pregnancy: int = 1) -> Entry:
        return add_entry(self.path, WHEN, "note", {"values": {"a": 1}}, note, pregnancy)

    def notes(self) -> list[str]:
        return [entry.note for entry in read_entries(self.path)]

    def change(self, old: Entry, new: Entry | None) -> None:
        change_entry(self.path, self.undo, old, new)

    def back(self, pregnancy: int = 1) -> tuple[str, str]:
        done = undo_last(self.path, self.undo, pregnancy)
        return done.what, done.entry.note


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


# Finding


def test_an_entry_is_found_by_the_beginning_of_its_name(book: Book) -> None:
    first, second = book.add("first"), book.add("second")
    assert find_entry(book.path, first.id, 1) == first
    assert find_entry(book.path, second.id[:6], 1) == second
    assert find_entry(book.path, "last", 1) == second


@pytest.mark.parametrize("name", ["", "abc", "abcd", "ABCDEF", "zzzz", "last", "abcdef0123456"])
def test_what_names_no_entry_or_several_is_refused(book: Book, name: str) -> None:
    if name != "last":
        one = new_entry(WHEN, "note", {}, "x")
        append_entries(book.path, [one._replace(id=f"abcd{n}f") for n in "ef"])
    with pytest.raises(NotFound) as refused:
        find_entry(book.path, name, 1)
    said = f'"{name}" names 2 entries.' if name == "abcd" else f'No entry "{name}".'
    assert refused.value.say == said


def test_four_letters_are_enough_and_three_are_not(book: Book) -> None:
    one = new_entry(WHEN, "note", {}, "x")._replace(id="abcdef")
    append_entries(book.path, [one])
    assert find_entry(book.path, "abcd", 1) == one
    with pytest.raises(NotFound):
        find_entry(book.path, "abc", 1)


def test_a_long_name_is_cut_in_the_refusal(book: Book) -> None:
    with pytest.raises(NotFound) as refused:
        find_entry(book.path, "x" * 500, 1)
    assert refused.value.say == f'No entry "{"x" * 20}".'


def test_an_entry_of_another_pregnancy_is_not_found(book: Book) -> None:
    first, second = book.add("first", 1), book.add("second", 2)
    assert find_entry(book.path, "last", 1) == first
    with pytest.raises(NotFound):
        find_entry(book.path, second.id, 1)


# Changing


def test_an_edited_entry_stands_in_its_place_and_the_others_byte_for_byte(book: Book) -> None:
    _, second, _ = book.add("a"), book.add("b"), book.add("c")
    before = book.path.read_bytes().splitlines()
    book.change(second, second._replace(note="B, “quoted”\nline"))
    after = book.path.read_bytes().splitlines()
    assert (after[0], after[2], len(after)) == (before[0], before[2], 3)
    assert book.notes() == ["a", "B, “quoted”\nline", "c"]


def test_a_removed_entry_is_gone_and_the_others_stay_byte_for_byte(book: Book) -> None:
    _, second, _ = book.add("a"), book.add("b"), book.add("c")
    before = book.path.read_bytes().splitlines()
    book.change(second, None)
    assert book.path.read_bytes().splitlines() == [before[0], before[2]]


def test_an_entry_that_was_changed_meanwhile_is_not_overwritten(book: Book) -> None:
    entry = book.add("a")
    book.change(entry, entry._replace(note="b"))
    kept = book.path.read_bytes(), book.undo.read_bytes()
    with pytest.raises(NotFound, match="changed meanwhile"):
        book.change(entry, entry._replace(note="c"))
    with pytest.raises(NotFound, match="changed meanwhile"):
        book.change(entry, None)
    assert (book.path.read_bytes(), book.undo.read_bytes()) == kept


@pytest.mark.parametrize("name", ["journal.undo", "journal.jsonl"])
def test_when_it_cannot_be_written_the_journal_stands_as_it_was(
    book: Book, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = book.add("a")
    before = book.path.read_bytes()
    write = files.write_whole

    def refuse(path: Path, data: bytes) -> None:
        if path.name == name:
            raise Failed("No space left")
        write(path, data)

    monkeypatch.setattr(journal_change, "write_whole", refuse)
    with pytest.raises(Failed):
        book.change(entry, None)
    assert book.path.read_bytes() == before


# One step back, and forward again


def test_an_edit_is_taken_back(book: Book) -> None:
    entry, _ = book.add("a"), book.add("b")
    before = book.path.read_bytes()
    book.change(entry, entry._replace(note="A"))
    assert book.back() == ("edited", "a")
    assert book.path.read_bytes() == before


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_removal_is_taken_back_to_its_place(book: Book, at: int) -> None:
    entries = [book.add(note) for note in "abc"]
    before = book.path.read_bytes()
    book.change(entries[at], None)
    assert book.back() == ("removed", "abc"[at])
    assert book.path.read_bytes() == before


def test_an_entry_that_was_added_is_taken_out_and_a_second_step_puts_it_back(book: Book) -> None:
    book.add("a")
    book.add("b")
    before = book.path.read_bytes()
    assert book.back() == ("added", "b")
    assert book.notes() == ["a"]
    assert book.back() == ("removed", "b")
    assert book.path.read_bytes() == before
    assert book.back() == ("added", "b")


def test_what_was_added_since_is_the_last_change(book: Book) -> None:
    entry = book.add("a")
    book.change(entry, None)
    book.add("b")
    assert book.back() == ("added", "b")
    assert book.notes() == []


def test_after_an_edit_and_an_addition_the_addition_goes_first(book: Book) -> None:
    entry = book.add("a")
    book.change(entry, entry._replace(note="A"))
    book.add("b")
    assert book.back() == ("added", "b")
    assert book.notes() == ["A"]


def test_an_edit_taken_back_is_no_step_again(book: Book) -> None:
    entry = book.add("a")
    book.change(entry, entry._replace(note="A"))
    assert book.back() == ("edited", "a")
    assert book.back() == ("added", "a")
    assert book.notes() == []


def test_where_nothing_was_recorded_there_is_nothing_to_take_back(book: Book) -> None:
    with pytest.raises(NotFound, match="nothing to take back"):
        book.back()
    book.add("of another", 2)
    with pytest.raises(NotFound, match="nothing to take back"):
        book.back(1)


def test_a_change_of_another_pregnancy_is_not_taken_back_in_this_one(book: Book) -> None:
    old, _ = book.add("old", 1), book.add("new", 2)
    book.change(old, None)
    assert book.back(2) == ("added", "new")
    assert book.notes() == []


def test_when_the_step_cannot_be_put_away_it_is_passed_over_afterwards(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = book.add("a")
    book.change(entry, None)
    write = files.write_whole

    def refuse(path: Path, data: bytes) -> None:
        if path == book.undo:
            raise Failed("No space left")
        write(path, data)

    monkeypatch.setattr(journal_change, "write_whole", refuse)
    assert book.back() == ("removed", "a")
    assert book.undo.read_bytes()
    monkeypatch.undo()
    assert book.back() == ("added", "a")


@pytest.mark.parametrize(
    "step",
    [b"", b"\n", b"{}", b"[]", b"null", b"no json", b'{"schema": 1}', b'{"schema": "1"}',
     b"\xff\xfe", b'{"schema": 1, "what": "removed", "at": "x", "line": "{}", "count": 1}'],
)  # fmt: skip
def test_a_step_that_cannot_be_read_is_none(book: Book, step: bytes) -> None:
    book.add("a")
    book.undo.write_bytes(step)
    assert book.back() == ("added", "a")


@pytest.mark.parametrize("at", [-1, 1, 7])
def test_a_step_that_does_not_fit_the_journal_is_none(book: Book, at: int) -> None:
    entry = book.add("a")
    book.change(entry, entry._replace(note="A"))
    step = json.loads(book.undo.read_bytes())
    book.undo.write_bytes(json.dumps({**step, "at": at}).encode())
    assert book.back() == ("added", "A")


# Torn lines stay, whatever is changed around them.


@pytest.mark.parametrize("torn", [TORN, TORN_INSIDE, TORN_IN_A_TEXT])
@pytest.mark.parametrize("closed", [False, True])
def test_a_torn_line_is_kept_through_every_change(book: Book, torn: bytes, closed: bool) -> None:
    first = book.add("a")
    with book.path.open("ab") as file:
        file.write(torn)
    if closed:
        book.add("b")
    entry = find_entry(book.path, "last", 1)
    for step in (entry._replace(note="edited"), None):
        book.change(entry, step)
        assert torn in book.path.read_bytes().splitlines()
        assert book.back()[0] == ("removed" if step is None else "edited")
    assert torn in book.path.read_bytes().splitlines()
    assert book.notes() == (["a", "b"] if closed else ["a"])
    remove_pregnancy(book.path, book.undo, first.pregnancy)
    assert book.path.read_bytes() == torn + b"\n"


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_wherever_a_line_was_torn_the_journal_can_be_read_and_added_to(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    book = Book(tmp_path_factory.mktemp("torn"))
    values = {"typed": 'a "b" }\\', "values": {"kg": 68.2, "x": {"y": [1, {}]}}, "z": "{}"}
    add_entry(book.path, WHEN, "weight", values, "a } in words")
    whole = book.path.read_bytes()
    torn = whole[: data.draw(st.integers(1, len(whole) - 2))]
    book.path.write_bytes(whole + torn)
    book.add("after")
    assert book.notes() == ["a } in words", "after"]
    assert torn in book.path.read_bytes().split(b"\n")


# A newer amma's files are refused, and nothing is changed.


def test_a_newer_journal_is_refused_by_every_change(book: Book) -> None:
    entry = book.add("a")
    newer = {"schema": 2, "id": "x", "new": True}
    with book.path.open("ab") as file:
        file.write(json.dumps(newer).encode() + b"\n")
    before = book.path.read_bytes()
    tries: list[Any] = [
        lambda: book.change(entry, None), book.back,
        lambda: find_entry(book.path, "last", 1), lambda: book.add("b"),
        lambda: remove_pregnancy(book.path, book.undo, 1),
    ]  # fmt: skip
    for attempt in tries:
        with pytest.raises(DataDamaged, match="newer amma"):
            attempt()
    assert book.path.read_bytes() == before
    assert not book.undo.exists()


@pytest.mark.parametrize("step", [{"schema": 2}, {"schema": 2, "what": "moved", "line": 7}])
def test_a_step_of_a_newer_amma_is_refused_whatever_it_holds(
    book: Book, step: dict[str, Any]
) -> None:
    book.add("a")
    book.undo.write_bytes(json.dumps(step).encode())
    before = book.path.read_bytes(), book.undo.read_bytes()
    with pytest.raises(DataDamaged, match="newer amma"):
        book.back()
    assert (book.path.read_bytes(), book.undo.read_bytes()) == before


# Removing a pregnancy, and times


def test_the_entries_of_one_pregnancy_go_with_the_step_that_may_hold_one(book: Book) -> None:
    for note, number in (("a", 1), ("b", 2), ("c", 1), ("d", 2)):
        book.add(note, number)
    book.change(find_entry(book.path, "last", 2), None)
    remove_pregnancy(book.path, book.undo, 1)
    assert book.notes() == ["b"]
    assert book.undo.read_bytes() == b""


def test_of_a_pregnancy_without_entries_nothing_is_written(book: Book) -> None:
    book.add("a")
    before = book.path.stat()
    remove_pregnancy(book.path, book.undo, 2)
    assert book.path.stat().st_ino == before.st_ino
    assert not book.undo.exists()


def test_the_time_of_an_entry_is_local_with_its_offset_or_said_to_be_none() -> None:
    entry = new_entry(WHEN, "note", {}, "")
    assert stored_time(entry) == WHEN
    assert stored_time(entry).utcoffset() == datetime.timedelta(0)
    with pytest.raises(Failed, match=f"The entry {entry.id} has no time"):
        stored_time(entry._replace(when="noon"))


def test_two_processes_that_edit_at_once_lose_nothing(book: Book) -> None:
    for who in "ab":
        entries = [new_entry(WHEN, "note", {}, f"{who} {n}") for n in range(CHANGES)]
        append_entries(book.path, entries)
    run_at_once(EDITOR, [(str(book.path), str(book.undo), who, str(CHANGES)) for who in "ab"])
    assert sorted(book.notes()) == sorted(f"{w} {n} edited" for w in "ab" for n in range(CHANGES))
