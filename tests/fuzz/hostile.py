"""Texts that no program expects, by kind; each comes from the generator it is given and no clock.

All are made as bytes and decoded as Python decodes an argument, so that every one of them
could have been typed, pasted or passed by another program.
"""

import os
from collections.abc import Callable
from random import Random

CONTROLS = bytes((*range(1, 32), 127))
ESCAPES = (
    b"\x1b[31mred\x1b[0m", b"\x1b]0;owned\x07", b"\x1b]8;;http://x.org\x1b\\y\x1b]8;;\x1b\\",
    b"\x1b[2J\x1b[H", b"\x1bc", b"\x1bP1$r\x1b\\", b"\x1b[?1049h", b"\x1b[6n", b"\x1b[999C",
    b"\xc2\x9b31m", b"\xc2\x9d0;x\xc2\x9c", b"\x1b", b"\x1b[", b"\x9b31m",
)  # fmt: skip
MARKUP = (
    "[red]x[/red]", "[bold]", "[/]", "[link=http://x.org]z[/link]", "[@click=app.bell]x[/]",
    "<script>alert(1)</script>", "<b>x", "&lt;&#27;&amp;", "**x** _y_ `z`", "[x](javascript:1)",
    "# Title", "| a | b |", "[!bulge-vagina]", "[@rcog-gtg-75]", "\\[red]", ":pregnant_woman:",
)  # fmt: skip
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
HIDDEN = "\u200b\u2060\ufeff\u180e\u2028\u2029\ufff9\ufffb\U000e0041\U000e007f\u00ad\u0085"
DIGITS = ("٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "๐๑๒๓๔๕๖๗๘๙")
NUMBERS_ASIDE = ("²", "½", "Ⅷ", "①", "五", "1²", "20½", "٢0", "20٫5", "１２+３", "12＋3", "−5")
EDGES = (
    "0000-00-00", "0001-01-01", "1899-12-31", "1900-01-01", "2100-12-31", "2101-01-01",
    "9999-12-31", "10000-01-01", "99999999-01-01", "2027-02-29", "2028-02-29", "2027-02-30",
    "2027-13-01", "2027-00-00", "2026-11-22", "2026-11-21", "2026-11-23", "2027-08-29",
    "2027-08-30", "2026-08-24", "2026-08-23", "2025-01-01", "31/12/2099", "29/02/2100",
    "04/11/2027", "4.11.27", "11 April", "31 April 2027", "April 11 2027", "2027-W15-7",
    "2027-102", "2027-04-11T00:00", "2027-04-11T00:00+14:00", "now", "today", "tomorrow", "-1",
    "1e3", "1970-01-01", "2038-01-20", "-0001-01-01", "11-Apr-2027", "Sept 31, 2027",
)  # fmt: skip
AGES = (
    "12+3", "12+7", "0+0", "-1+0", "42+6", "43+0", "999+9", "12w3d", "12 3/7", "12.3", "12,3",
    "4+6", "5+0", "27+6", "28+0", "1000", "20+", "+3", "20+-1", "20 + 3", "0", "42", "43", "58.2",
    "1.9", "121.1", "NaN", "inf", "-inf", "1e2", "0x14", "1_0", "000000020", "5", "2", "8", "19",
)  # fmt: skip
OPTIONS = (
    "-", "--", "---", "-h", "--help", "--json", "--plain", "--on", "--on=", "--width", "--width=9",
    "--color", "--color=never", "--region=ZZ", "--no-such", "-o", "-x", "--=", "-=x", "-1", "-V",
    "--version", "--no-input", "--install-completion", "--show-completion", "help", "@file", "-hh",
)  # fmt: skip
FTS = (
    '"', '""', '"""', 'bleeding"', 'a" OR "b', "NEAR(bleeding pain, 2)", "*", "bleed*", "*bleed",
    "title:x", "{title text}:x", "^bleeding", "bleeding AND", "OR", "NOT", "AND NOT", "(", ")",
    "((a)", "- -", "-bleeding", "+", "a + b", "rank:", "'; DROP TABLE article;--", "' OR 1=1 --",
    "passage_text MATCH x", "%", "_", "a\\", "bleeding NOT pain", "NEAR", "near/2", '"a" "b"',
)  # fmt: skip
TOML = (
    "[settings]\ncalm = true", 'x"\nschema = 99\n"', '"""', "'''", "schema = 99", "[[dating]]",
    "a = [", "\\u001b[31m", "\\U0010ffff", "\\", 'x\\"', "due = 2027-04-11", "= =", "# note",
)  # fmt: skip
JSON = (
    '{"schema": 1}', '"}\n{"', "\\u001b[31m", "\\ud800", "[1,", "null", "true", "{}", "[]", "}",
    '{"schema":1,"id":"x","when":"","kind":"checkin","data":{},"note":""}', "[" * 3000, '"',
)  # fmt: skip
WRITING = (
    "💔👶🏽👩‍👩‍👧", "Z̸̢̛a̷͇͝l̶̬̈g̵̰̾o̴̟͠", "نزيف", "דימום", "出血", "кровотечение", "ﬁ", "ß", "İstanbul", "ŉ",
    "é", "e\u0301", "\u0301", "\U0010ffff", "\ue000", "\ufffe", "\u00a0", "\u3000", "ａｍｍａ",
    "naïve", "ΣΑΣ", "\U0001d56c", "한국어", "ด้้้้้็็็็็", "\U000f0000",
)  # fmt: skip
FORMATS = (
    "%s%s%n", "{0}", "{}", "{self.__class__}", "{emergency}", "{unit}", "{path}", "${HOME}",
    "$(id)", "`id`", "%(x)s", "\\N{DASH}", "\\x1b[31m", "!!", "; ls", "| cat", "&", ">x", "\\0",
)  # fmt: skip
PATHS = (
    ".", "a/b", "a//b", "con.html", "nul", "a\nb.html", "x" * 255, "x" * 300 + ".html", "a b.md",
    "é.txt", ".html", "a.", "a/", "*.html", "?", "a:b", "a\\b", "page.HTML", "x.pdf", "-.txt",
)  # fmt: skip
NEARLY = (
    "short-cervix", "SHORT CERVIX", "short_cervix", "short-cervix\n", "shrt-cervix", "bleeding",
    "cervix", "complications", "Complications", "GB", "uk", "gb ", "G B", "ZZ", "DE", "mono",
    "auto", "none", "on", "OFF", "metric", "html", "HTML", "hadlock", "Robinson", "exit-codes",
    "today", "wek", "due", "bash", "yes", "01234 567890", "check", "1", "--yes", "schedule of",
)  # fmt: skip
EMPTY = ("", " ", "\t", "\n", "\r\n", "   \n  ", "\u00a0", "\u2003", "\v\f", '""', "''")


def one_of(texts: tuple[str, ...]) -> Callable[[Random], str]:
    return lambda random: random.choice(texts)


def some_of(characters: str) -> Callable[[Random], str]:
    """Words with such characters before, in and after them."""

    def made(random: Random) -> str:
        mixed = [*random.choices(characters, k=random.randint(1, 6)), *random.choice(NEARLY)]
        random.shuffle(mixed)
        return "".join(mixed)

    return made


def decoded(texts: tuple[bytes, ...]) -> Callable[[Random], str]:
    return lambda random: os.fsdecode(random.choice(texts)) + random.choice(NEARLY)


def other_digits(random: Random) -> str:
    table = str.maketrans("0123456789", random.choice(DIGITS))
    plain = random.choice((*EDGES, *AGES, *NUMBERS_ASIDE))
    return plain.translate(table)


def long(random: Random) -> str:
    unit = random.choice(("x", "1", "a ", "é", "2027-04-11 ", "\u202e", "[b]", "-", "\n", "(", '"'))
    return (unit * random.choice((81, 500, 5000, 100_000)))[:100_000]


def huge_number(random: Random) -> str:
    digits = "9" * random.choice((4, 7, 10, 19, 20, 310, 4299, 4300, 4301, 20_000))
    sign = random.choice(("", "", "-", "+", "0", " ", "1.", "000080"))
    return sign + digits + random.choice(("", "", ".0", "e9", "+3", "-01-01"))


def raw_bytes(random: Random) -> str:
    """Bytes that are no text in UTF-8: Python hands them on as lone surrogates."""
    bad = random.choice((b"\xff", b"\xfe\xff", b"\xed\xa0\x80", b"\xc3", b"\xf8\x88", b"\x80"))
    around = random.choice(NEARLY).encode()
    place = random.randint(0, len(around))
    return os.fsdecode(around[:place] + bad + around[place:])


def any_bytes(random: Random) -> str:
    return os.fsdecode(bytes(random.randint(1, 255) for _ in range(random.randint(1, 40))))


def any_letters(random: Random) -> str:
    points = (random.randint(1, 0x10FFFF) for _ in range(random.randint(1, 30)))
    return "".join(chr(p) for p in points if not 0xD800 <= p <= 0xDFFF)


KINDS: dict[str, Callable[[Random], str]] = {
    "control characters": some_of(CONTROLS.decode()),
    "escape sequences": decoded(ESCAPES),
    "markup": one_of(MARKUP),
    "direction": some_of(BIDI),
    "hidden characters": some_of(HIDDEN),
    "very long": long,
    "bytes that are no text": raw_bytes,
    "any bytes": any_bytes,
    "any letters": any_letters,
    "digits of other scripts": other_digits,
    "dates at the edges": one_of(EDGES),
    "ages and measures": one_of(AGES),
    "huge numbers": huge_number,
    "empty": one_of(EMPTY),
    "like options": one_of(OPTIONS),
    "FTS5": one_of(FTS),
    "TOML": one_of(TOML),
    "JSON": one_of(JSON),
    "other writing": one_of(WRITING),
    "formats and shells": one_of(FORMATS),
    "paths": one_of(PATHS),
    "nearly right": one_of(NEARLY),
}


def hostile(kind: str, random: Random) -> str:
    """A text of a kind; one in four with another after it, of any kind."""
    text = KINDS[kind](random)
    if random.random() < 0.25:
        text += random.choice(("", " ", "=")) + random.choice(list(KINDS.values()))(random)
    return text
