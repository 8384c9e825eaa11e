"""Convention 15: terminals and pipes that cannot write every character."""

import re

import pytest

from amma_cli.view.characters import SUBSTITUTES, encodable
from tests.program import CALLS, TODAY, Amma, words_of
from tests.terminal import in_terminal

Env = dict[str, str | None]
NARROW: dict[str, Env] = {
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "C": {"LC_ALL": "C", "LANG": None},
    "C without UTF-8 mode": {
        "LC_ALL": "C", "LANG": None, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
    },
}  # fmt: skip
CODEC = {"cp1252": "cp1252", "ascii": "ascii", "C": "utf-8", "C without UTF-8 mode": "ascii"}
HELP = [["-h"], ["due", "-h"], ["help", "options"], ["--version"]]


def unreadable(text: str, usual: str) -> list[str]:
    """Words with a question mark that the usual text does not have."""
    known = set(re.findall(r"\S*\?\S*", usual))
    found = set(re.findall(r"\S*\?\S*", text)) - known
    return sorted(word for word in found if encodable_words(word) not in known)


def encodable_words(word: str) -> str:
    """A word that ends in a question mark by right, such as "now?", with its quotes made plain."""
    return word.replace('"', "\u201d")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "C without UTF-8 mode"])
@pytest.mark.parametrize("name", CALLS)
def test_convention_15_every_command_is_readable(expecting: Amma, name: str, encoding: str) -> None:
    usual = expecting.call(name)
    done = expecting.call(name, env=NARROW[encoding])
    assert done.code == 0, done.stderr
    text = done.stdout.decode(CODEC[encoding])
    assert b"Traceback" not in done.stderr
    assert unreadable(text, usual.out) == []
    assert len(text.split()) >= len(usual.out.split())


def test_convention_15_in_the_c_locale_nothing_is_lost(expecting: Amma) -> None:
    for name in ("today", "read", "search", "checkin", "help"):
        assert expecting.call(name, env=NARROW["C"]) == expecting.call(name)


@pytest.mark.parametrize("args", HELP, ids=" ".join)
def test_convention_15_help_is_readable(amma: Amma, args: list[str]) -> None:
    usual = amma(*args)
    for encoding, env in NARROW.items():
        done = amma(*args, env=env)
        assert done.code == 0
        assert unreadable(done.stdout.decode(CODEC[encoding]), usual.out) == []


@pytest.mark.parametrize(
    ("name", "encoding"),
    [(name, "ascii") for name in CALLS] + [(name, "cp1252") for name in ("today", "read", "size")],
)
def test_convention_15_a_terminal_of_an_old_encoding_shows_every_command(
    expecting: Amma, name: str, encoding: str
) -> None:
    args = [*words_of(name), "--no-input", "--no-pager"]
    seen = in_terminal(expecting, *args, env=NARROW[encoding], columns=70)
    assert seen.code == 0
    assert "Traceback" not in seen.text
    assert "??" not in seen.text


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_convention_15_paper_is_whole_in_every_encoding(amma: Amma, form: str) -> None:
    for name in ("cervical-insufficiency", "domestic-abuse"):
        args = ["print", name, "--to", form, "-o", "-"]
        usual = amma(*args).out
        for encoding in ("cp1252", "ascii"):
            done = amma(*args, env=NARROW[encoding])
            assert done.code == 0, done.stderr
            text = done.stdout.decode(CODEC[encoding])
            assert unreadable(text, usual) == []
            if form == "html":  # it says that it is UTF-8, so it must be
                done.stdout.decode("utf-8")


def test_convention_15_errors_and_prompts_are_readable(amma: Amma) -> None:
    for encoding in ("cp1252", "ascii"):
        for args in (["read", "“caf\u00e9”"], ["wek\u2026"], ["week", "99"], ["due", "11\u20124"]):
            done = amma(*args, env=NARROW[encoding])
            assert done.code in (1, 2)
            assert b"Traceback" not in done.stderr
            done.stderr.decode(CODEC[encoding])


def test_convention_15_a_substitute_is_used_wherever_there_is_one() -> None:
    for encoding in ("ascii", "cp1252", "latin-1"):
        for character, instead in SUBSTITUTES.items():
            shown = encodable(f"a{character}b", encoding)
            assert "?" not in shown
            assert shown in (f"a{character}b", f"a{instead}b")
        assert encodable("caf\u00e9 na\u00efve", "ascii") == "cafe naive"


def test_convention_15_every_character_of_the_library_can_be_written_in_ascii(
    amma: Amma, expecting: Amma
) -> None:
    slugs = amma("list", "--slugs").out.split()
    assert slugs
    seen: set[str] = set()
    for slug in slugs:
        seen |= set(amma("read", slug).out)
    for week in ("5", "12", "20", "28", "36", "41"):
        seen |= set(amma("week", week).out)
    bad = {c for c in seen if encodable(c, "ascii") == "?" and c != "?"}
    assert bad == set()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_convention_15_no_byte_on_stdin_ends_in_a_traceback(amma: Amma, encoding: str) -> None:
    for typed in (b"\xff\xfe\n", "11 ap\u00f4t 2027\n".encode(), b"\x00\x80\n"):
        env: Env = {"PYTHONIOENCODING": encoding}
        done = amma("due", "-", "--on", TODAY, stdin=typed, env=env)
        assert (done.code, done.stdout) == (2, b"")
        assert b"Traceback" not in done.stderr
