"""Pages made by hypothesis: every block type, words of many scripts, and how to count columns."""

import unicodedata
from collections.abc import Iterator

from hypothesis import strategies as st

from amma_cli.blocks import (
    Block,
    Bullets,
    Chart,
    Diagram,
    Entries,
    Entry,
    Facts,
    Heading,
    HelpBox,
    HelpGroup,
    Meter,
    Note,
    Page,
    Paragraph,
    Reference,
    References,
    Series,
    Span,
    Steps,
    Table,
    Text,
    Title,
    plain,
)

LETTERS = "abcdefgzABZ0189.,;:?!()'\"-–—“”‘’…éüßñçøåœ½°µ€£&<>*_`#|[]~+=\\/@%日本語한글кпрα"
WORD = st.text(LETTERS, min_size=1, max_size=14)
WORDS = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
# Anything but what no file can hold: control codes, direction marks, lone surrogates as well.
ANYTHING = st.text(max_size=60)
STYLES = st.sampled_from(["", "strong", "em", "cite", "link", "muted", "command"])


def texts(words: st.SearchStrategy[str], styles: st.SearchStrategy[str] = STYLES) -> (
    st.SearchStrategy[Text]
):  # fmt: skip
    """Texts of one to three spans with a space between them."""
    spans = st.lists(st.builds(Span, words, styles), min_size=1, max_size=3)
    return spans.map(_spaced)


def _spaced(spans: list[Span]) -> Text:
    out: list[Span] = []
    for span in spans:
        out += [Span(" "), span] if out else [span]
    return tuple(out)


def blocks(words: st.SearchStrategy[str]) -> st.SearchStrategy[Block]:
    """Any block, its words from a strategy."""
    text = texts(words)
    items = st.lists(text, min_size=1, max_size=3).map(tuple)
    groups = st.lists(
        st.builds(HelpGroup, st.sampled_from(["emergency", "urgent", "soon", "mention"]), words,
                  items), min_size=1, max_size=2).map(tuple)  # fmt: skip
    entries = st.lists(st.builds(Entry, words, text, words, text, st.booleans()), max_size=3)
    numbers = st.floats(0, 5000, allow_nan=False)
    line = st.lists(st.tuples(st.floats(0, 45), numbers), min_size=1, max_size=5).map(tuple)
    series = st.lists(st.builds(Series, words, line, line, line), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Title, text, text),
        st.builds(Heading, text, st.sampled_from([2, 3])),
        st.builds(Paragraph, text),
        st.builds(Note, text),
        st.builds(Bullets, items),
        st.builds(Steps, items),
        st.builds(
            Facts, st.lists(st.tuples(words, text), min_size=1, max_size=3).map(tuple)
        ),
        st.builds(HelpBox, words, groups, items, st.sampled_from([2, 3])),
        tables(words),
        st.builds(Entries, entries.map(tuple)),
        st.builds(Meter, st.integers(0, 280), st.just(280), words),
        st.builds(
            Chart, words, st.just("g"), series, st.none() | numbers, tables(words),
            st.floats(0, 50), st.lists(st.tuples(words, numbers), max_size=2).map(tuple),
        ),
        st.builds(Diagram, words, text, st.lists(words, max_size=3).map(tuple)),
        st.builds(
            References,
            st.lists(st.builds(Reference, st.integers(1, 99), words, st.just("")), max_size=3)
            .map(tuple),
        ),
    )  # fmt: skip


def tables(words: st.SearchStrategy[str]) -> st.SearchStrategy[Table]:
    row = st.tuples(words, words, words)
    rows = st.lists(row, min_size=1, max_size=3).map(tuple)
    return st.builds(Table, row, rows, st.sampled_from([(), (0,), (1, 2)]))


def pages(words: st.SearchStrategy[str] = WORDS) -> st.SearchStrategy[Page]:
    return st.lists(blocks(words), min_size=1, max_size=4).map(tuple)


def strings_of(value: object) -> Iterator[str]:
    """Every text that a block shows, found by walking its fields."""
    if isinstance(value, Span):
        yield value.text
    elif isinstance(value, Table):
        yield from strings_of((value.head, value.rows))
    elif isinstance(value, Chart):
        yield from strings_of((value.caption, value.table))
    elif isinstance(value, Diagram):  # the drawing itself is left out where it does not fit
        yield from strings_of((value.caption, value.words))
    elif isinstance(value, HelpGroup):
        yield from strings_of((value.heading, value.items))
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        if value and all(isinstance(part, Span) for part in value):
            yield plain(value)
        else:
            for part in value:
                yield from strings_of(part)


def squeezed(text: str) -> str:
    """The characters of a text without the spaces between them."""
    return "".join(text.split())


def columns(line: str) -> int:
    """The columns a line takes, by the width classes of Unicode (UAX 11)."""
    line = unicodedata.normalize("NFC", line)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
