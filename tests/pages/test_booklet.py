"""Several texts as one booklet: each citation still leads to its source, which stands once."""

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from amma_cli import messages as say
from amma_cli.blocks import (
    Bullets,
    Chapter,
    Contents,
    Entries,
    Entry,
    Heading,
    HelpBox,
    Note,
    Page,
    Paragraph,
    Reference,
    References,
    Span,
    Title,
    plain,
    text,
)
from amma_cli.domain.contact import contacts
from amma_cli.pages.booklet import Part, booklet, every_span, one

NOBODY = contacts(None)


def spans_of(page: Page) -> Iterator[Span]:
    found: list[Span] = []

    def seen(span: Span) -> Span:
        found.append(span)
        return span

    every_span(page, seen)
    return iter(found)


def sources_of(page: Page) -> dict[str, str]:
    """Number -> address, over all reference lists of a page."""
    return {
        f"[{item.number}]": item.address
        for block in page
        if isinstance(block, References)
        for item in block.items
    }


def cited(page: Page) -> list[str]:
    """The address that each citation of a page leads to, in reading order."""
    known = sources_of(page)
    return [known[span.text] for span in spans_of(page) if span.style == "cite"]


def page_of(name: str, addresses: list[str]) -> Page:
    """A text that cites these addresses in turn, numbered by first use as articles are."""
    order = list(dict.fromkeys(addresses))
    sentences = tuple(
        Paragraph(text(f"{n}. ", Span(f"[{order.index(a) + 1}]", "cite", a)))
        for n, a in enumerate(addresses)
    )
    items = tuple(Reference(n, f"Source {a}", a) for n, a in enumerate(order, 1))
    listed = (Heading(text(say.SOURCES)), References(items)) if items else ()
    end = (Note(text("Reviewed.")), Note(text(say.DISCLAIMER)))
    return (Title(text(name)), HelpBox(say.GET_HELP, ()), *sentences, *listed, *end)


ADDRESSES = st.lists(st.sampled_from([f"https://example.org/{c}" for c in "abcdefgh"]), max_size=9)


@given(st.lists(ADDRESSES, min_size=1, max_size=4))
def test_every_citation_leads_to_its_source_and_every_source_stands_once(
    texts: list[list[str]],
) -> None:
    parts = [Part(f"text-{n}", page_of(f"Text {n}", used)) for n, used in enumerate(texts)]
    whole = booklet("All", parts, None, NOBODY)
    used = [address for addresses in texts for address in addresses]
    assert cited(whole) == used
    lists = [block for block in whole if isinstance(block, References)]
    assert len(lists) == (1 if used else 0)
    for listed in lists:
        assert [item.number for item in listed.items] == list(range(1, len(set(used)) + 1))
        assert [item.address for item in listed.items] == list(dict.fromkeys(used))


def test_chapters_are_a_level_below_the_title_and_their_headings_below_them() -> None:
    inner = (Title(text("A")), HelpBox("H", ()), Heading(text("B")), Heading(text("C"), 3))
    whole = booklet("All", [Part("a", inner)], None, NOBODY)
    assert [b.level for b in whole if isinstance(b, HelpBox)] == [2, 3]
    assert [b.level for b in whole if isinstance(b, Heading)] == [3, 4]
    assert sum(isinstance(b, Title) for b in whole) == 1


def test_whom_to_call_comes_first_and_what_ends_each_text_stands_once() -> None:
    parts = [Part(name, page_of(name, ["https://example.org/a"])) for name in ("x", "y")]
    whole = booklet("All", parts, None, NOBODY)
    first = whole[1]
    assert isinstance(first, HelpBox)
    assert any("999" in plain(line) for line in first.contacts)
    notes = [plain(block.spans) for block in whole if isinstance(block, Note)]
    assert notes.count(say.DISCLAIMER) == 1
    assert notes.count("Reviewed.") == 2
    assert len([note for note in notes if "Please report it" in note]) == 1


def test_the_contents_name_every_chapter_in_order_and_a_text_given_twice_stands_once() -> None:
    parts = [Part(n, page_of(n.upper(), ["https://example.org/a"])) for n in ("x", "y", "x")]
    whole = booklet("All", parts, None, NOBODY)
    chapters = tuple(block for block in whole if isinstance(block, Chapter))
    assert [(c.number, plain(c.spans)) for c in chapters] == [(1, "X"), (2, "Y"), (0, "Sources")]
    assert [c.chapters for c in whole if isinstance(c, Contents)] == [chapters]


def test_links_lead_to_chapters_of_the_booklet_and_nowhere_else() -> None:
    links = Paragraph(text(Span("in", "link", "b"), Span("out", "link", "c")))
    list_of = Entries((Entry("amma read b", text("B"), "5 min"), Entry("amma read c", text("C"))))
    whole = booklet(
        "All",
        [Part("a", (Title(text("A")), links, list_of)), Part("b", (Title(text("B")),))],
        None,
        NOBODY,
    )
    found = [(s.text, s.target) for s in spans_of(whole) if s.style == "link"]
    assert found == [("in", "b"), ("B", "b")]


def test_one_text_alone_has_no_command_to_type_and_no_link_to_another_text() -> None:
    page = (
        Title(text("A")),
        Bullets((text(Span("more", "link", "b")),)),
        Entries((Entry("amma read b", text("B"), "5 min"),)),
    )
    shown = one(page)
    assert [span.style for span in spans_of(shown)] == ["", "", ""]
    assert not re.search("amma read", repr(shown))
