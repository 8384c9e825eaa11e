"""Whatever is broken, foreign, newer, huge or hostile changes nothing and names its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amma_cli.store import exchange
from amma_cli.store.exchange import NotAnExport, content_bytes, content_of
from amma_cli.store.exchange_file import read_export
from tests.program import ROOT

RAW = (ROOT / "tests" / "data" / "exports" / "schema-1.json").read_bytes()


def changed(change: Callable[[Any], Any]) -> bytes:
    record = json.loads(RAW)
    change(record)
    return json.dumps(record).encode("utf-8", "surrogatepass")


def put(*place: Any) -> bytes:
    """The export with one value replaced: the way to it, then the value."""
    *way, last, value = place

    def change(record: Any) -> None:
        for key in way:
            record = record[key]
        record[last] = value

    return changed(change)


ENTRY = ("journal", 1)
DATING = ("profile", "dating", 0)
# What is in the file -> what the sentence must hold.
CASES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "line 1, column 1"),
    "text": (b"Dear diary", "line 1"),
    "cut short": (RAW[:-40], "line 48, column"),
    "a comma": (RAW.replace(b'"journal": [', b'"journal": [,'), "line 45, column 15"),
    "not UTF-8": (RAW.replace(b"Slept", b"Sl\xffpt"), "line 48"),
    "raw control": (RAW.replace(b"Slept", b"Sl\x1bpt"), "control character"),
    "foreign": (b'{"a": 1}', "no export of amma's"),
    "a list": (b"[1]", "no export of amma's"),
    "its own entry": (RAW.splitlines()[-4].rstrip(b","), "no export of amma's"),
    "newer": (put("schema", 2), "newer amma"),
    "newer profile": (put("profile", "schema", 4), "newer amma"),
    "newer entry": (put(*ENTRY, "schema", 2), "entry 2, was written by a newer amma"),
    "no schema": (changed(lambda r: r.pop("schema")), "schema number"),
    "schema of true": (put("schema", True), "schema number"),
    "a strange key": (put("more", 1), "'more'"),
    "a strange key of the profile": (put("profile", "more", 1), "'more'"),
    "a strange key of an entry": (put(*ENTRY, "more", 1), "entry 2, has a key"),
    "no journal": (changed(lambda r: r.pop("journal")), '"journal"'),
    "a key twice": (RAW.replace(b'"schema": 1,', b'"schema": 1, "schema": 1,', 1), "'schema'"),
    "an id twice": (
        changed(lambda r: r["journal"].append(r["journal"][0])), "entry 4, has the id of entry 1",
    ),
    "deep": (b'{"format": ' + b"[" * 200_000, "nested too deep"),
    "deep data": (put(*ENTRY, "data", json.loads('{"a": ' * 20 + "1" + "}" * 20)), "levels"),
    "NaN": (RAW.replace(b"61.4", b"NaN"), "NaN"),
    "infinity": (RAW.replace(b"61.4", b"-Infinity"), "Infinity"),
    "overflow": (RAW.replace(b"61.4", b"1e999"), "1e999"),
    "long number": (RAW.replace(b"61.4", b"9" * 9999), "999"),
    "large number": (RAW.replace(b"61.4", b"9" * 30), "entry 1"),
    "control": (put(*ENTRY, "note", "a\x1b[31m"), "entry 2, 'note', holds a control character"),
    "direction": (put(*ENTRY, "data", {"text": "a\u202eb"}), "U+202E"),
    "surrogate": (put(*ENTRY, "note", "\ud800"), "U+D800"),
    "control in a key": (put(*ENTRY, "data", {"\x07": 1}), "U+0007"),
    "control in a setting": (put("profile", "settings", {"unit_phone": "1\x07"}), "U+0007"),
    "id of another form": (put(*ENTRY, "id", "last"), "entry 2, has an id"),
    "kind": (put(*ENTRY, "kind", "a b"), "entry 2, has a kind"),
    "when": (put(*ENTRY, "when", "yesterday"), "no time"),
    "when without offset": (put(*ENTRY, "when", "2026-11-20T08:00:00"), "offset"),
    "when long ago": (put(*ENTRY, "when", "0001-01-01T00:00:00+14:00"), "outside"),
    "when a number": (put(*ENTRY, "when", 5), "no time"),
    "note a number": (put(*ENTRY, "note", 5), "no text"),
    "data a list": (put(*ENTRY, "data", []), "no table"),
    "values of text": (put(*ENTRY, "data", {"values": {"sys": "118"}}), '"values"'),
    "values of true": (put(*ENTRY, "data", {"values": {"sys": True}}), '"values"'),
    "mood": (put(*ENTRY, "data", {"mood": "3"}), '"mood"'),
    "signs": (put(*ENTRY, "data", {"signs": "fever"}), '"signs"'),
    "pregnancy": (put(*ENTRY, "pregnancy", 0), '"pregnancy"'),
    "an entry of text": (put("journal", 1, "x"), "entry 2, is no table"),
    "due": (put("profile", "due", "2027-04-12"), "profile does not fit together"),
    "due of a dating": (put(*DATING, "due", "2027-04-12"), "does not follow"),
    "method": (put(*DATING, "method", "moon"), "dating, number 1, method"),
    "inputs": (put(*DATING, "inputs", {"lmp": ["2026-07-03"]}), "inputs"),
    "inputs missing": (put(*DATING, "inputs", {}), "profile does not fit together"),
    "day of a dating": (put(*DATING, "on", "2026-02-30"), "no day of the calendar"),
    "day long ago": (put(*DATING, "on", "0001-01-01"), "outside"),
    "day in other digits": (put(*DATING, "on", "٢٠٢٦-١١-٢٨"), "no day such as"),
    "id of a dating": (put(*DATING, "id", 2), "profile does not fit together"),
    "live": (put("profile", "live", [9]), "profile does not fit together"),
    "live twice": (put("profile", "live", [1, 1]), "names one twice"),
    "undone in use": (put("profile", "undone", [1]), "in use"),
    "born": (put("profile", "born", "soon"), "born"),
    "ended": (put("profile", "ended", False), "ended"),
    "country": (put("profile", "settings", {"country": "gb"}), '"country"'),
    "width": (put("profile", "settings", {"width": 10**9}), '"width"'),
    "theme": (put("profile", "settings", {"theme": ["dark"]}), '"theme"'),
    "about": (put("profile", "about", {"twins": "no"}), '"twins"'),
    "about below zero": (put("profile", "about", {"height_cm": -1}), '"height_cm"'),
    "past": (put("profile", "past", [{"number": 1, "on": "2026-01-01"}]), "past, number 1"),
    "past numbers": (
        put("profile", "past", [{"number": 1, "on": "2026-01-01", "live": [], "dating": []}]),
        "count up",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_is_not_as_it_should_be_is_refused_and_the_place_is_named(name: str) -> None:
    raw, place = CASES[name]
    with pytest.raises(NotAnExport) as refused:
        content_of(raw)
    assert place in refused.value.say
    assert len(refused.value.say) < 400
    assert refused.value.say.isprintable()
    assert refused.value.hint == "Nothing was changed."
    assert refused.value.exit_code == 1


def test_what_the_cases_start_from_is_taken() -> None:
    assert content_bytes(content_of(RAW)) == RAW


@given(st.integers(0, len(RAW) - 1), st.integers(0, 255))
@example(0, 0)
@settings(max_examples=300, deadline=None)
def test_a_byte_changed_anywhere_is_refused_or_read_to_a_whole(place: int, byte: int) -> None:
    raw = bytearray(RAW)
    raw[place] = byte
    try:
        content = content_of(bytes(raw))
    except NotAnExport:
        return
    assert content_of(content_bytes(content)) == content


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
PLACES = [
    ("format",), ("schema",), ("profile",), ("journal",), *(("profile", k) for k in (
        "schema", "due", "pregnancy", "live", "undone", "settings", "about", "dating", "past")),
    *((*DATING, k) for k in ("id", "method", "on", "due", "replace", "inputs")),
    *((*ENTRY, k) for k in ("schema", "id", "when", "kind", "data", "note", "pregnancy")),
    (*ENTRY, "data", "values"),
]  # fmt: skip


@given(st.sampled_from(PLACES), JSON)
@settings(max_examples=400, deadline=None)
def test_any_value_in_any_place_is_refused_or_taken_and_never_a_defect(
    place: tuple[Any, ...], value: Any
) -> None:
    try:
        content = content_of(put(*place, value))
    except NotAnExport:
        return
    assert content_of(content_bytes(content)) == content


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_bytes_of_any_kind_are_refused(raw: bytes) -> None:
    with pytest.raises(NotAnExport):
        content_of(raw)


def test_a_huge_file_is_read_no_further_than_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(5 * 2**30)
    raw = read_export(path)
    assert 2**26 < len(raw) <= 2**26 + 2**20
    with pytest.raises(NotAnExport, match="64 MB"):
        content_of(raw)
    monkeypatch.setattr(exchange, "LARGEST", 100)
    with pytest.raises(NotAnExport, match="64 MB"):
        content_of(RAW)
