"""A file of the library, read: every error says code, file and line."""

import pytest

from amma_cli.blocks import Bullets, Heading, Paragraph, Span, Steps, text
from amma_cli.domain.article import Review
from amma_cli.library.parse import ParseError, parse_article, parse_guide

HEAD = """+++
title = "A title?"
topic = "body"
weeks = [10, 27]
peak = [18, 22]
aliases = ["an alias"]
summary = "One. Two."
takeaways = ["Call."]
written = 2026-11-01
checked = 2026-11-02
next_check = 2027-11-02
review = "source-checked"
+++
"""
BODY = """
## When to get help

### Call the emergency number now
- You bleed *heavily*. [!bleeding-heavy] [!fainting]

### Call within 24 hours
- You itch. [!itching]

## What is it?
About 1 in 100 [@b; @a]. See [more](other-slug.md) and
**bold** words [@b].

1. First [@c].
2. Second.

### A part of it
Run `amma`.

## Frequently asked questions

### Can I run?
Yes [@a].

- Slowly.

### And swim?
Ask.
"""
LINES_BEFORE = HEAD.count("\n")
FILE = "en/articles/body/a.md"


def parsed_error(raw: str) -> tuple[str, str, int]:
    with pytest.raises(ParseError) as refused:
        parse_article(raw, "a", "body", FILE)
    problem = refused.value.problem
    assert problem.message
    assert str(refused.value).startswith(f"{FILE}:{problem.line}: ")
    return problem.code, problem.file, problem.line


def line_of(raw: str, words: str) -> int:
    return next(n for n, line in enumerate(raw.split("\n"), 1) if words in line)


def test_an_article_is_read_as_it_was_written() -> None:
    a = parse_article(HEAD + BODY, "a", "body", FILE)
    assert (a.weeks, a.peak, a.after_birth) == ((10, 27), (18, 22), None)
    assert a.review == Review("source-checked", "2026-11-01", "2026-11-02", "2027-11-02")
    assert [(i.urgency, i.signs) for i in a.help] == [
        ("emergency", ("bleeding-heavy", "fainting")), ("soon", ("itching",)),
    ]  # fmt: skip
    assert a.help[0].spans == (Span("You bleed "), Span("heavily", "em"), Span("."))
    [section] = a.sections
    assert section.title == "What is it?"
    assert section.blocks == (
        Paragraph(text(
            "About 1 in 100", " ", Span("[1]", "cite", "b"), Span("[2]", "cite", "a"), ". See ",
            Span("more", "link", "other-slug"), " and ", Span("bold", "strong"), " words", " ",
            Span("[1]", "cite", "b"), ".",
        )),
        Steps((text("First", " ", Span("[3]", "cite", "c"), "."), text("Second."))),
        Heading(text("A part of it"), 3),
        Paragraph(text("Run ", Span("amma", "command"), ".")),
    )  # fmt: skip
    assert [q.title for q in a.questions] == ["Can I run?", "And swim?"]
    assert a.questions[0].blocks[1] == Bullets((text("Slowly."),))
    assert a.sources == ("b", "a", "c")


def test_line_ends_of_windows_change_nothing() -> None:
    raw = HEAD + BODY
    crlf = parse_article(raw.replace("\n", "\r\n"), "a", "body", FILE)
    assert crlf == parse_article(raw, "a", "body", FILE)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("+++\n", "", "M00"),
        ("weeks = [10, 27]\n", "", "M00"),
        ("weeks = [10, 27]", "weeks = [27, 10]", "M00"),
        ("weeks = [10, 27]", "weeks = [10]", "M00"),
        ("weeks = [10, 27]", "weeks = [10.0, 27]", "M00"),
        ("weeks = [10, 27]", "weeks = [true, 27]", "M00"),
        ('title = "A title?"', 'title = ""', "M00"),
        ('title = "A title?"', "title = 5", "M00"),
        ('aliases = ["an alias"]', 'aliases = "an alias"', "M00"),
        ('takeaways = ["Call."]', "takeaways = [5]", "M00"),
        ("written = 2026-11-01", 'written = "2026-11-01"', "M00"),
        ("checked = 2026-11-02", "checked = 2026-11-02T10:00:00", "M00"),
        ('review = "source-checked"', "", "M00"),
        ("peak = [18, 22]", "peak = ", "M00"),
    ],
)
def test_a_wrong_front_matter_is_named(old: str, new: str, code: str) -> None:
    assert parsed_error(HEAD.replace(old, new, 1) + BODY) == (code, FILE, 1)


@pytest.mark.parametrize("raw", ["", "+++\n", "+++\n+++\n", "# A title\n", "+++\n+++", "\n\n\n"])
def test_a_file_without_front_matter_is_an_error_and_no_crash(raw: str) -> None:
    assert parsed_error(raw) == ("M00", FILE, 1)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Run `amma`.", "Run ![it](x.png) now.", "S00"),
        ("Run `amma`.", "> Quoted.", "S00"),
        ("Run `amma`.", "---", "S00"),
        ("Run `amma`.", "```\ncode\n```", "S00"),
        ("1. First [@c].", "1. First\n   - inside", "S00"),
        ("### A part of it", "## What is it?", "S01"),
        ("### A part of it", "# A part of it", "S01"),
        ("### Call within 24 hours", "### Call some day", "S02"),
        ("- You itch. [!itching]", "You itch. [!itching]", "S02"),
        ("### Can I run?", "Can I run?", "S03"),
    ],
)
def test_a_wrong_body_is_named_with_its_line_in_the_file(old: str, new: str, code: str) -> None:
    line = LINES_BEFORE + BODY[: BODY.index(old)].count("\n") + 1
    assert parsed_error(HEAD + BODY.replace(old, new, 1)) == (code, FILE, line)


def test_the_line_of_a_wrong_paragraph_is_exact() -> None:
    raw = HEAD + BODY.replace("Run `amma`.", "Run ![it](x.png) now.")
    assert parsed_error(raw)[2] == line_of(raw, "x.png")


def test_text_before_the_first_heading_is_an_error() -> None:
    assert parsed_error(HEAD + "\nLost text.\n" + BODY) == ("S01", FILE, LINES_BEFORE + 2)


def test_a_guide_is_read_and_its_errors_are_named() -> None:
    raw = HEAD.replace("weeks = [10, 27]", 'week = 20\nlead = "a"\nread = ["a"]\nwhy = "So."')
    guide = parse_guide(raw + "\n## Your baby\nGrows [@k].\n", "en/weeks/20.md")
    assert (guide.week, guide.fields["lead"], guide.sources) == (20, "a", ("k",))
    assert [section.title for section in guide.sections] == ["Your baby"]
    for old, new in (("week = 20", 'week = "20"'), ('lead = "a"', ""), ('why = "So."', "")):
        with pytest.raises(ParseError) as refused:
            parse_guide(raw.replace(old, new) + "\n## Your baby\nGrows.\n", "en/weeks/20.md")
        assert refused.value.problem[:3] == ("M00", "en/weeks/20.md", 1)
