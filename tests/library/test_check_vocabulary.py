"""words.toml: lay words lead to words of the library, meanings are short and cite nothing."""

from pathlib import Path

import pytest

from tests.library.small import codes

WORDS = "en/words.toml"


def lay(line: str) -> str:
    return f"[lay]\n{line}\n"


def meaning(say: str = "The neck of the womb.", rest: str = ', see = "short-cervix"') -> str:
    return f'[glossary]\ncervix = {{ say = "{say}"{rest} }}\n'


@pytest.mark.parametrize(
    "text",
    [
        "",
        lay('"neck" = ["womb"]'),
        lay('"the neck thing" = ["short", "womb"]'),
        meaning(),
        meaning(rest=""),
        meaning(rest=', see = "preterm-labor"'),
        meaning("The neck of the womb. It is short."),
    ],
)
def test_good_words_pass(text: str, tmp_path: Path) -> None:
    assert codes(tmp_path, (WORDS, "", text)) == set()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("V01", lay('"Neck" = ["womb"]')),
        ("V01", lay('"a b c d e" = ["womb"]')),
        ("V01", lay('"neck" = "womb"')),
        ("V01", lay('"neck" = []')),
        ("V01", lay('"neck" = ["micturition"]')),
        ("V01", lay('"womb" = ["womb"]')),
        ("V02", meaning("The neck of the womb")),
        ("V02", meaning("One. Two. Three.")),
        ("V02", meaning("About 1 in 100 women has a short one.")),
        ("V02", meaning("Word " * 41 + ".")),
        ("V02", meaning(rest=', see = "no-such"')),
        ("V02", meaning(rest=', more = "x"')),
        ("T11", meaning("The neck opens in labour.")),
        ("T07", meaning("It is just the neck.")),
    ],
)
def test_each_fault_is_named(code: str, text: str, tmp_path: Path) -> None:
    assert codes(tmp_path, (WORDS, "", text)) == {code}
