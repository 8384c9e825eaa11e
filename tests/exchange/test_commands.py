"""Whole processes: amma export and amma import as somebody uses them."""

import csv
import io
import json
import stat
from pathlib import Path

import pytest

from amma_cli.errors import Failed
from amma_cli.store.exchange import Content, content_of
from amma_cli.store.files import HalfDone, write_together
from amma_cli.store.system import system
from amma_cli.view.sheet import paint_sheet
from tests.program import DUE, TODAY, Amma

ON = ["--on", TODAY, "--no-input"]


@pytest.fixture
def amma(tmp_path: Path, real_library: Path) -> Amma:
    folder = tmp_path / "here"
    folder.mkdir()
    return Amma(folder, real_library)


def filled(amma: Amma) -> None:
    for words in (
        ["due", "--lmp", "2026-07-03", "--country", "GB"], ["due", DUE],
        ["log", "weight", "68.2kg", "--at", "00:00", "--note", "=HYPERLINK(1)"],
        ["log", "bp", "118/76", "--at", "00:00"],
        ["checkin", "--mood", "4", "--note", 'früh, "x"'],
        ["about-me", "twins", "no"], ["settings", "unit-phone", "+44 1632 960001"],
    ):  # fmt: skip
        done = amma(*words, *ON)
        assert done.code == 0, done.err


def test_export_forget_import_export_gives_the_same_bytes(amma: Amma) -> None:
    filled(amma)
    before = amma.files()
    assert amma("export", "-o", "mine.json", *ON).code == 0
    path = amma.folder / "mine.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    raw = path.read_bytes()
    assert amma("forget", "--yes").code == 0
    dry = amma("import", "mine.json", "--dry-run", *ON)
    assert "3 new" in dry.out
    assert amma.files() == {}
    assert amma("import", "mine.json", *ON).code == 0
    assert amma.files() == before
    assert amma("export", "-o", "-", *ON).stdout == raw
    again = amma("import", "-", "--json", *ON, stdin=raw)
    assert (again.code, again.record["changed"], again.record["entries"]["same"]) == (0, False, 3)
    assert amma.files() == before


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_stdout_of_any_encoding_is_an_export_of_the_same_content(amma: Amma, encoding: str) -> None:
    filled(amma)
    for extra in ([], ["--json"]):
        raw = amma("export", *extra, *ON, env={"PYTHONIOENCODING": encoding}).stdout
        assert raw == amma("export", "--to", "json", "-o", "-", *ON).stdout


def test_a_file_that_is_there_is_replaced_only_when_asked_and_is_private_then(amma: Amma) -> None:
    path = amma.folder / "mine.json"
    path.write_text("mine")
    path.chmod(0o644)
    refused = amma("export", "-o", "mine.json", *ON)
    assert (refused.code, path.read_text()) == (1, "mine")
    assert amma("export", "-o", "mine.json", "--force", *ON).code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.unlink()
    path.symlink_to(amma.folder / "elsewhere")
    assert amma("export", "-o", "mine.json", "--force", *ON).code == 1
    assert path.is_symlink()


def test_a_hostile_file_changes_nothing(amma: Amma) -> None:
    filled(amma)
    raw = amma("export", "-o", "-", *ON).stdout
    before = amma.files()
    for bad in (raw[:-9], raw.replace(b'"118/76"', b'"\\u001b[31m"'), b"[" * 10**6, b"", b"{}"):
        done = amma("import", "-", *ON, stdin=bad)
        assert done.code in (1, 2)
        assert done.out == ""
        assert "Traceback" not in done.err
        assert "inside amma" not in done.err
        assert amma.files() == before
    for name in ("none.json", ".", "no/none", "x" * 5000):
        assert amma("import", name, *ON).code == 1
    assert amma.files() == before


def test_a_difference_is_said_and_theirs_takes_it(amma: Amma) -> None:
    filled(amma)
    assert amma("export", "-o", "mine.json", *ON).code == 0
    assert amma("journal", "edit", "last", "--note", "else", *ON).code == 0
    here = amma.files()
    done = amma("import", "mine.json", *ON)
    assert 'here note "else"; in the file note "früh' in " ".join(done.out.split())
    assert amma.files()["journal.jsonl"] == here["journal.jsonl"]
    taken = amma("import", "mine.json", "--theirs", "--json", *ON).record
    assert taken["entries"] == {"new": 0, "same": 2, "differ": 1}
    assert "früh" in amma.files()["journal.jsonl"].decode()


def test_a_spreadsheet_gets_one_row_an_entry_and_no_formula(amma: Amma) -> None:
    filled(amma)
    rows = list(csv.DictReader(io.StringIO(amma("export", "--to", "csv", *ON).out)))
    assert [row["kind"] for row in rows] == ["weight", "blood-pressure", "checkin"]
    assert (rows[0]["weight_kg"], rows[0]["typed"]) == ("68.2", "68.2kg")
    assert rows[0]["note"] == "'=HYPERLINK(1)"
    assert (rows[1]["pressure_upper_mmhg"], rows[1]["pressure_lower_mmhg"]) == ("118", "76")
    assert (rows[2]["mood_1_to_5"], rows[2]["note"]) == ("4", 'früh, "x"')


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", "|x", '"=1', "%0A"],
)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    [_, [cell]] = csv.reader(io.StringIO(paint_sheet(["a"], [[text]])))
    assert cell.startswith("'")
    assert list(csv.reader(io.StringIO(paint_sheet(["a"], [[-1.5], ["a=b"]]))))[1:] == [
        ["-1.5"], ["a=b"],
    ]  # fmt: skip


def test_the_record_to_be_read_holds_every_day_and_after_an_end_no_date(amma: Amma) -> None:
    filled(amma)
    shown = amma("export", "--to", "md", *ON).out
    for words in ("11 April 2027", "68.2 kg", "118/76 mmHg", "früh", "twins: no", "22 November"):
        assert words in shown
    assert amma("end", *ON).code == 0
    shown = amma("export", "--to", "md", *ON).out
    for words in ("2027", "2026-07-03", "week", "Due"):
        assert words not in shown
    assert "118/76 mmHg" in shown
    assert json.loads(amma("export", *ON).stdout)["profile"]["due"] == DUE


def test_what_an_import_would_not_take_back_is_said_at_once(amma: Amma) -> None:
    filled(amma)
    path = amma.home / "journal.jsonl"
    path.write_bytes(
        path.read_bytes().replace(b"HYPERLINK", b"HYPER\\u0007LINK") + b'{"schema": 1, "i'
    )
    done = amma("export", *ON)
    assert done.code == 0
    assert "would not take this file back" in done.err
    assert "cut short" in done.err
    assert len(json.loads(done.stdout)["journal"]) == 3


def test_where_the_second_file_fails_the_first_is_put_back_or_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, calls = tmp_path / "one", tmp_path / "two", list[int]()
    one.write_bytes(b"old")
    replace = system.replace

    def failing(*from_: int) -> None:
        calls.clear()

        def call(*paths: object) -> None:
            calls.append(1)
            if len(calls) in from_:
                raise OSError(5, "Input/output error")
            replace(*paths)

        monkeypatch.setattr(system, "replace", call)

    failing(2)
    with pytest.raises(Failed, match="two could not be written"):
        write_together([(one, b"new"), (two, b"new")])
    assert (one.read_bytes(), two.exists()) == (b"old", False)
    failing(2, 3)
    with pytest.raises(HalfDone, match="one is new"):
        write_together([(one, b"new"), (two, b"new")])
    assert (one.read_bytes(), two.exists()) == (b"new", False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one"]


def test_nothing_stored_is_an_export_too(amma: Amma) -> None:
    done = amma("export", *ON)
    assert (done.code, content_of(done.stdout)) == (0, Content())
    assert amma.files() == {}
