"""Which characters may be shown, and what stands for those an encoding lacks."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.view.characters import can_draw, cells, clean, clean_lines, encodable, to_json
from tests.view.pages_made import LETTERS, columns

TEXT = st.text(max_size=80)
ENCODINGS = st.sampled_from(["utf-8", "cp1252", "ascii", "latin-1", "cp437"])


def controls(text: str) -> list[str]:
    return [c for c in text if ord(c) < 32 or 127 <= ord(c) < 160]


@given(TEXT)
def test_clean_text_is_one_line_without_controls_and_cleaning_again_changes_nothing(
    text: str,
) -> None:
    cleaned = clean(text)
    assert controls(cleaned) == []
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")


@given(st.text(LETTERS + " "))
def test_ordinary_text_is_not_touched(text: str) -> None:
    assert clean(text) == text
    assert clean_lines(text) == text


@pytest.mark.parametrize(
    ("dirty", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\x9b31mb", "a31mb"),
        ("\x1b]0;title\x07x", "]0;titlex"),
        ("one\ttwo\nthree\r\nfour", "one two three  four"),
        ("evil\u202etxt.exe", "eviltxt.exe"),
        ("a\u2066b\u2069c\u200ed\ufeffe", "abcde"),
        ("tag\U000e0041", "tag"),
        ("line\u2028para\u2029end", "line para end"),
        ("lone\ud800", "lone?"),
    ],
)
def test_what_could_steer_a_terminal_or_hide_is_taken_out(dirty: str, shown: str) -> None:
    assert clean(dirty) == shown


def test_several_lines_keep_their_ends_and_lose_the_rest() -> None:
    assert clean_lines("a\r\nb\x1b[0m\tc\n") == "a\nb[0m c\n"


@given(TEXT, ENCODINGS)
def test_what_is_encodable_can_be_written(text: str, encoding: str) -> None:
    encodable(clean(text), encoding).encode(encoding)


@given(st.text(st.characters(max_codepoint=126, min_codepoint=32)), ENCODINGS)
def test_ascii_is_not_touched_by_any_encoding(text: str, encoding: str) -> None:
    assert encodable(text, encoding) == text


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("“so” – 5 µg ≥ 3", "ascii", '"so" - 5 ug >= 3'),
        ("“so” – 5 µg ≥ 3", "cp1252", "“so” – 5 µg >= 3"),
        ("Müller, García", "ascii", "Muller, Garcia"),
        ("38 °C, ½ tablet", "ascii", "38  degrees C,  1/2 tablet"),
        ("日本", "ascii", "??"),
        ("日本", "no-such-encoding", "??"),
        ("╭─╮▸•", "ascii", "+-+>-"),
    ],
)
def test_what_an_encoding_lacks_reads_well(text: str, encoding: str, shown: str) -> None:
    assert encodable(text, encoding) == shown


def test_boxes_and_braille_need_an_encoding_that_has_them() -> None:
    assert can_draw("utf-8")
    assert not any(can_draw(name) for name in ("ascii", "cp1252", "cp437", "no-such-encoding"))


@given(st.text(LETTERS + " "))
def test_columns_are_counted_as_unicode_does(text: str) -> None:
    assert cells(text) == columns(text)


def test_a_combining_accent_takes_no_column() -> None:
    assert cells("e\u0301a") == 2


RECORDS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


@given(RECORDS, st.sampled_from(["utf-8", "UTF8", "ascii", "cp1252"]))
def test_json_is_the_record_and_can_be_written_without_controls(
    record: object, encoding: str
) -> None:
    words = to_json(record, encoding)
    assert words.endswith("\n")
    assert json.loads(words) == record
    words.encode(encoding)
    assert controls(words.replace("\n", "")) == []
    assert "\u202e" not in words


def test_json_keeps_letters_readable_where_they_can_be_written() -> None:
    assert '"größe"' in to_json({"a": "größe"}, "utf-8")
    assert "gr\\u00f6\\u00dfe" in to_json({"a": "größe"}, "cp1252")
