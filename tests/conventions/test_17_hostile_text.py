"""Convention 17: text from people, files and packs is never markup and is never shown raw."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from amma_cli.library.compile import compile_library
from tests.batch import each
from tests.program import ROOT, TODAY, Amma, Done
from tests.terminal import COLORS, Key, bare, in_terminal

HOSTILE = {
    "colors": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;owned\x07x",
    "link": "\x1b]8;;http://example.org\x1b\\click\x1b]8;;\x1b\\",
    "clear": "\x1b[2J\x1b[H\x1bc",
    "bell": "a\x07\x08\x08b",
    "returns": "good\rbad\x0b\x0c",
    "c1": "a\x9b31mb\x9d0;x\x9cc\x85d",
    "bidi": "a\u202ecod\u202c \u2066x\u2069\u200f\u061c",
    "hidden": "a\u200bb\ufeffc\u2060d\U000e0041e",
    "markup": "[red]x[/red] [bold]y[/] [link=http://example.org]z[/link] [/]",
    "lines": "one\ntwo\u2028three\u2029four",
    "delete": "a\x7fb",
}
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def hostile_in(text: str) -> list[str]:
    return [f"U+{ord(c):04X}" for c in text if c != "\n" and unicodedata.category(c) in HIDDEN]


def assert_clean(done: Done, codes: tuple[int, ...] = (0, 1, 2, 3)) -> None:
    assert done.code in codes, done
    assert hostile_in(done.out) == []
    assert hostile_in(done.err) == []
    assert "Traceback" not in done.err


@pytest.mark.parametrize("kind", HOSTILE)
def test_convention_17_words_on_the_command_line_are_shown_clean(amma: Amma, kind: str) -> None:
    text = HOSTILE[kind]
    calls = [
        [text],
        ["search", text, "bleeding"],
        ["search", f"qqxv{text}"],
        ["read", text],
        ["read", "short-cervix", "--section", text],
        ["cite", text, "1"],
        ["list", "--topic", text],
        ["week", text],
        ["due", text],
        ["today", "--on", text],
        ["week", "20", "--region", text],
        ["week", "20", f"--{text}"],
        ["help", text],
        ["library", "check", text],
        ["print", "short-cervix", "-o", f"no/{text}/x.html"],
        ["completion", text],
        ["settings", text],
        ["settings", "unit-phone", f"{text} 01234"],
        ["settings", "theme", text],
    ]
    for done in each(amma, calls):
        assert_clean(done)


@pytest.mark.parametrize("kind", HOSTILE)
def test_convention_17_records_and_errors_under_json_are_clean(amma: Amma, kind: str) -> None:
    text = HOSTILE[kind]
    calls = [["search", text, "bleeding"], ["read", text], ["due", text], [text]]
    for done in each(amma, [[*args, "--json"] for args in calls]):
        assert_clean(done)


@pytest.mark.parametrize("kind", HOSTILE)
def test_convention_17_a_terminal_is_told_nothing_by_words(amma: Amma, kind: str) -> None:
    text = HOSTILE[kind]
    for args in (["search", text, "bleeding"], ["read", text]):
        seen = in_terminal(amma, *args, "--no-pager")
        assert hostile_in(bare(seen.screen).replace("\r\n", "\n")) == []
        assert "\x1b]" not in seen.screen
        assert "\x1bc" not in seen.screen
        assert "\x1b[2J" not in seen.screen


def test_convention_17_markup_is_shown_as_it_was_typed(amma: Amma) -> None:
    typed = HOSTILE["markup"]
    assert "[red]x[/red] [bold]y[/]" in amma("search", typed, "bleeding").out
    seen = in_terminal(amma, "search", typed, "bleeding", "--no-pager")
    assert "[red]x[/red] [bold]y[/]" in " ".join(seen.text.split())


@pytest.mark.parametrize("kind", HOSTILE)
def test_convention_17_a_note_is_kept_and_nothing_of_it_is_acted_on(
    expecting: Amma, kind: str
) -> None:
    text = HOSTILE[kind]
    assert_clean(expecting("checkin", "--note", text, "--on", TODAY), (0,))
    assert_clean(expecting("checkin", "--note", "-", "--on", TODAY, stdin=text.encode()), (0,))
    journal = (expecting.home / "journal.jsonl").read_text(encoding="utf-8")
    assert journal.count("\n") == 2


def test_convention_17_an_answer_at_a_question_is_shown_clean(amma: Amma) -> None:
    keys = [
        Key("due date", b"\x1b[31m2027-04-11\xc2\x9b0m\n"),
        Key("due date", b"2027-04-11\n"),
        Key("country", b"\x1b]0;x\n"),
        Key("country", b"\n"),
    ]
    seen = in_terminal(amma, "due", "--on", TODAY, keys=keys[-3:], piped="stdout")
    assert seen.code == 0
    assert "\x1b]" not in seen.piped


def test_convention_17_bytes_that_are_no_text_are_no_traceback(amma: Amma) -> None:
    for line in (
        "$AMMA search $'bleeding\\xff\\xfe'",
        "$AMMA search --json $'bleeding\\xff\\xfe'",
        "$AMMA read $'\\xed\\xa0\\x80'",
        "$AMMA due $'\\xff'",
        "$AMMA print short-cervix -o $'a\\xff.html'",
        "$AMMA checkin --on $'\\xff'",
    ):
        assert_clean(amma.shell(line))


def test_convention_17_a_note_of_bytes_that_are_no_text_is_kept(expecting: Amma) -> None:
    assert_clean(
        expecting.shell(f"$AMMA checkin --on {TODAY} --note $'slept\\xff\\xed\\xa0\\x80'"), (0,)
    )
    journal = (expecting.home / "journal.jsonl").read_text(encoding="utf-8")
    assert '"note": "slept????"' in journal


def test_convention_17_a_width_of_thousands_of_digits_is_no_width(amma: Amma) -> None:
    usual = amma("week", "20")
    assert amma("week", "20", env={"COLUMNS": "000080" + "0" * 5000}) == usual


def test_convention_17_very_long_words_are_cut(amma: Amma) -> None:
    long = "x" * 100_000
    calls = [
        ["search", long], ["read", long], ["due", long], ["today", "--on", long], [long],
        ["week", long], ["list", "--topic", long], ["help", long], ["week", "20", "--region", long],
        ["week", f"--{long}"], ["cite", long, "1"],
        ["read", "short-cervix", "--section", long], ["week", "20", "--color", long],
        ["completion", long], ["born", long],
    ]  # fmt: skip
    for args, done in zip(calls, each(amma, calls), strict=True):
        assert_clean(done)
        assert len(done.err) < 2000, args[0]
        assert len(done.out) < 2000, args[0]
    for args in (["print", "short-cervix", "-o", long], ["library", "check", long]):
        assert_clean(amma(*args), (1,))  # a path is named whole


@pytest.fixture(scope="module")
def hostile_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack whose texts hold everything hostile: in a body, the title, the summary."""
    content = tmp_path_factory.mktemp("hostile") / "content"
    shutil.copytree(ROOT / "content", content)
    article = next(content.rglob("short-cervix.md"))
    text = " ".join(HOSTILE[kind] for kind in HOSTILE if kind != "lines")
    escaped = "".join(f"\\U{ord(c):08x}" for c in text)
    front, body = article.read_text(encoding="utf-8").split("+++\n", 2)[1:]
    for key in ("title", "summary"):
        front = front.replace(f'\n{key} = "', f'\n{key} = "{escaped} ', 1)
    before, heading, after = body.partition("\n## What ")
    assert heading
    first, _, rest = after.partition("\n")
    body = f"{before}{heading}{first}\n\nZebra {text} end.\n{rest}"
    article.write_text(f"+++\n{front}+++\n{body}", encoding="utf-8")
    return content


def test_convention_17_a_content_file_is_text_and_no_more(
    expecting: Amma, hostile_content: Path
) -> None:
    assert_clean(expecting("library", "check", str(hostile_content)), (1,))
    library = expecting.folder / "hostile.db"
    compile_library(hostile_content, library)
    env: dict[str, str | None] = {"AMMA_LIBRARY": str(library)}
    for args in (
        ["read", "short-cervix"], ["search", "zebra"], ["cite", "short-cervix", "1"], ["list"],
        ["today", "--on", TODAY], ["read", "no-short-cervix"],
    ):  # fmt: skip
        assert_clean(expecting(*args, env=env), (0, 1))
        assert_clean(expecting(*args, "--json", env=env), (0, 1))
        seen = in_terminal(expecting, *args, "--no-pager", env=env)
        assert hostile_in(seen.text) == []
        assert "\x1b]" not in seen.screen
    assert "Zebra" in expecting("read", "short-cervix", env=env).out
    for form in ("txt", "md", "html"):
        done = expecting("print", "short-cervix", "--to", form, "-o", "-", env=env)
        assert_clean(done, (0,))


@pytest.mark.parametrize(
    "country", ["\\u001b[31mGB", "[red]GB[/red]", "\\u202eBG", "\\u009b31m", "x" * 5000, "ZZ"]
)
def test_convention_17_a_country_of_the_profile_is_no_more_than_text(
    expecting: Amma, country: str
) -> None:
    (expecting.home / "profile.toml").write_bytes(
        (expecting.profile or b"").replace(b'"GB"', f'"{country}"'.encode())
    )
    for args in (["today"], ["due"], ["why"], ["read", "short-cervix"], ["checkin"]):
        done = expecting(*args, "--on", TODAY)
        assert_clean(done, (0, 2, 4))
        assert not COLORS.search(done.out + done.err)
        assert len(done.err) < 2000


def test_convention_17_html_escapes_what_stands_in_an_article(expecting: Amma) -> None:
    page = expecting("print", "short-cervix", "-o", "-").out
    assert "<script" not in page
    assert 'href="javascript' not in page
