"""Export and import: the same bytes back, whatever is stored; and the file is as documented."""

import json
import tempfile
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from amma_cli.domain.exchange_profile import DATING, PAST, TOP
from amma_cli.store.exchange import Content, content_bytes, content_of
from amma_cli.store.exchange_file import read_here, take_over
from amma_cli.store.journal import Entry, line_of
from amma_cli.store.paths import Paths
from amma_cli.store.profile import Profile
from amma_cli.store.profile_file import KEYS, SCHEMA, profile_bytes
from tests.exchange.made import CONTENTS, JOURNALS
from tests.program import ROOT

ON = date(2026, 11, 28)
FILE = json.loads((ROOT / "docs" / "schemas" / "export-file.json").read_text("utf-8"))
EARLIER = ROOT / "tests" / "data" / "exports" / "schema-1.json"


def homes(folder: str) -> Paths:
    return Paths(Path(folder, "home"), Path(folder, "cache"))


@given(CONTENTS)
@settings(max_examples=120, deadline=None)
def test_what_is_exported_is_read_again_and_is_as_the_schema_says(content: Content) -> None:
    raw = content_bytes(content)
    assert content_of(raw) == content
    assert content_bytes(content_of(raw)) == raw
    assert raw.isascii()
    validator = Draft202012Validator(FILE, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(json.loads(raw))] == []


@given(CONTENTS)
@settings(max_examples=60, deadline=None)
def test_an_import_into_nothing_writes_the_files_as_they_were_and_a_second_one_nothing(
    content: Content,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = homes(folder)
        take_over(paths, content_of(content_bytes(content)), theirs=False, on=ON)
        journal = b"".join(line_of(e).encode("utf-8") + b"\n" for e in content.entries)
        written = {path.name: path.read_bytes() for path in paths.data.iterdir()}
        assert written.get("journal.jsonl", b"") == journal
        if content.profile != Profile():
            assert written["profile.toml"] == profile_bytes(content.profile)
        assert content_bytes(read_here(paths).content) == content_bytes(content)
        times = {path.name: path.stat().st_mtime_ns for path in paths.data.iterdir()}
        for theirs in (False, True):
            merged = take_over(paths, content, theirs=theirs, on=ON)
            assert not merged.changes
            assert merged.differences == ()
            assert merged.same == len(content.entries)
        assert {path.name: path.stat().st_mtime_ns for path in paths.data.iterdir()} == times


def test_the_exchange_knows_every_key_of_the_profiles_file() -> None:
    assert set(TOP) == set(KEYS[SCHEMA])
    properties = FILE["properties"]["profile"]["properties"]
    assert set(properties) == set(TOP)
    assert set(properties["dating"]["items"]["properties"]) == set(DATING)
    assert set(properties["past"]["items"]["properties"]) == set(PAST)


def test_an_export_of_an_earlier_amma_stays_readable() -> None:
    content = content_of(EARLIER.read_bytes())
    assert content.profile.due == date(2027, 4, 11)
    assert [stored.kept.dating.method for stored in content.profile.datings] == ["lmp", "scan"]
    assert [entry.kind for entry in content.entries] == ["weight", "blood-pressure", "checkin"]
    assert content_bytes(content) == EARLIER.read_bytes()


@given(JOURNALS)
@settings(max_examples=40, deadline=None)
def test_each_entry_stands_on_a_line_of_its_own(entries: tuple[Entry, ...]) -> None:
    lines = content_bytes(Content(Profile(), entries)).decode("ascii").splitlines()
    rows = [line for line in lines if line.startswith('    {"schema"')]
    assert [json.loads(row.rstrip(","))["id"] for row in rows] == [entry.id for entry in entries]


def test_five_thousand_entries_come_back_to_the_byte_within_two_seconds(tmp_path: Path) -> None:
    entries = tuple(
        Entry(
            f"{n:012x}", f"2026-11-{n % 28 + 1:02}T08:{n % 60:02}:00+01:00", "weight",
            {"typed": "68,2 kg", "values": {"kg": 60 + n % 100 / 10}}, "“früh”",
        )
        for n in range(5000)
    )  # fmt: skip
    content = Content(Profile(), entries)
    began = time.process_time()
    raw = content_bytes(content)
    take_over(homes(str(tmp_path)), content_of(raw), theirs=False, on=ON)
    assert content_bytes(read_here(homes(str(tmp_path))).content) == raw
    assert time.process_time() - began < 2


@pytest.mark.parametrize("torn", [b'{"schema": 1, "id": "aaaaaaaaaaaa", "wh', b'{"sch'])
def test_a_torn_line_stays_where_it_is_and_is_closed(tmp_path: Path, torn: bytes) -> None:
    paths = homes(str(tmp_path))
    paths.data.mkdir()
    paths.journal.write_bytes(torn)
    content = content_of(EARLIER.read_bytes())
    take_over(paths, content, theirs=False, on=ON)
    lines = paths.journal.read_bytes().splitlines()
    assert lines[0] == torn
    assert read_here(paths).content == content
    assert read_here(paths).torn == 1
