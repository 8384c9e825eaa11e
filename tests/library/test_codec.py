"""Blocks to JSON and back."""

import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amma_cli.blocks import Block, Bullets, Heading, Note, Paragraph, Span, Steps, Style, text
from amma_cli.domain.article import HelpItem, Review, Section
from amma_cli.library import codec

WORDS = st.text(max_size=12)
SPANS = st.lists(
    st.builds(Span, WORDS, st.sampled_from(get_args(Style)), WORDS), max_size=4
).map(tuple)  # fmt: skip
ITEMS = st.lists(SPANS, max_size=3).map(tuple)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, SPANS, st.sampled_from([2, 3])),
    st.builds(Paragraph, SPANS),
    st.builds(Bullets, ITEMS),
    st.builds(Steps, ITEMS),
)
SECTIONS = st.lists(st.builds(Section, WORDS, st.lists(BLOCKS, max_size=3).map(tuple)), max_size=3)


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value))


@given(SPANS)
def test_a_text_comes_back(spans: tuple[Span, ...]) -> None:
    assert codec.unpack_text(through_json(codec.pack_text(spans))) == spans


@given(SECTIONS)
def test_sections_come_back(sections: list[Section]) -> None:
    assert codec.unpack_sections(through_json(codec.pack_sections(sections))) == tuple(sections)


@given(st.lists(st.tuples(SPANS, st.lists(WORDS).map(tuple)), max_size=3))
def test_help_comes_back(items: list[tuple[tuple[Span, ...], tuple[str, ...]]]) -> None:
    made = [HelpItem("urgent", spans, signs) for spans, signs in items]
    assert codec.unpack_help(through_json(codec.pack_help(made))) == tuple(made)


def test_a_review_comes_back() -> None:
    review = Review("clinician", "2026-11-01", "2026-11-02", "2027-11-02", "A. B., midwife")
    assert codec.unpack_review(through_json(list(review))) == review


def test_a_block_that_no_article_has_is_refused() -> None:
    with pytest.raises(TypeError, match="Note"):
        codec.pack_blocks([Note(text("x"))])
