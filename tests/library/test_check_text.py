"""Lengths, grades, words and characters."""

from pathlib import Path

import pytest

from amma_cli.library.check_words import wrong_words
from tests.library.small import (
    ARTICLE,
    FILES,
    GUIDE,
    PARAGRAPH,
    PLAIN,
    Case,
    assert_case,
    codes,
    name_of,
    problems,
    second_article,
)

SEE = "See [early"
HARD = "Intrauterine abnormalities necessitate multidisciplinary consultation immediately."
MIDDLING = "Gestational complications require immediate obstetric evaluation"
CASES = [
    Case(
        "T01", ARTICLE,
        SEE,
        "It is " + "so " * 33 + "now. See [early",
        "It is " + "so " * 32 + "now. See [early",
    ),
    Case("T03", ARTICLE, PARAGRAPH, PARAGRAPH + " It is. It is so.", PARAGRAPH + " It is."),
    Case("T07", ARTICLE, SEE, "You can just ask. See [early", "You can justly ask. See [early"),
    Case("T07", ARTICLE, SEE, "It should be fine. See [early", "It should be seen. See [early"),
    Case(
        "T07", ARTICLE,
        SEE,
        "Incompetent cervix is its name. See [early",
        "An old name is incompetent cervix. See [early",
    ),
    Case("T08", ARTICLE, SEE, "Ask now! See [early", "Ask now. See [early"),
    Case(
        "T09", ARTICLE,
        SEE,
        "It is the size of a lemon. See [early",
        "Lemon juice helps. See [early",
    ),
    Case("T10", ARTICLE, SEE, "Take Tylenol. See [early", "Take paracetamol. See [early"),
    Case("T11", ARTICLE, SEE, "It is labour. See [early", "It is labor (labour). See [early"),
    Case(
        "T11", ARTICLE,
        SEE,
        "You may recognise it. See [early",
        'Say "labour" to them. See [early',
    ),
    Case("T12", ARTICLE, SEE, "It\u202e is. See [early", "It is. See [early"),
    Case("T12", ARTICLE, SEE, "It\tis. See [early", "It is so. See [early"),
    Case("T12", ARTICLE, "womb is short", "womb\\u200b is short", "womb is a bit short"),
    Case("T12", "en/likes.toml", '"a can"', '"a\\u0007 can"', '"a big can"'),
    Case("T13", ARTICLE, SEE, "Look at www.example.org. See [early", "Look it up. See [early"),
    Case(
        "T15", ARTICLE,
        SEE,
        "This article was checked by a midwife. See [early",
        "Ask to be checked by a midwife. See [early",
    ),
    Case(
        "T15", ARTICLE,
        SEE,
        "It is medically reviewed. See [early",
        "It is a medical review. See [early",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_rule_of_text_is_broken_and_kept(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


def test_t02_sentences_are_short_on_average(tmp_path: Path) -> None:
    long = "Your team can say what it is " + "and what to do " * 6 + "now. "
    text = FILES[ARTICLE].replace(PARAGRAPH, (long * 3).strip())
    assert codes(tmp_path, (ARTICLE, "", text)) == {"T02"}


def test_t04_an_article_that_reads_too_hard(tmp_path: Path) -> None:
    text = FILES[ARTICLE].replace(PLAIN.strip(), HARD)
    assert codes(tmp_path, (ARTICLE, "", text)) >= {"T04"}
    assert "T05" not in codes(tmp_path, (ARTICLE, "", text))


def test_t05_takeaways_and_help_that_read_too_hard(tmp_path: Path) -> None:
    hard = ("- You bleed a lot.", f"- {MIDDLING} and hospitalization.")
    assert codes(tmp_path, (ARTICLE, *hard)) == {"T05"}


def test_t06_the_median_of_the_library_is_a_warning(tmp_path: Path) -> None:
    middling = "Your doctor can usually advise about possible additional medication today."
    edits = [(file, "", FILES[file].replace(PLAIN.strip(), middling)) for file in (ARTICLE, GUIDE)]
    found = [p for p in problems(tmp_path, *edits) if p.code == "T06"]
    assert [p.level for p in found] == ["warning"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 999 now.", True), ("Call 112 or 911.", True), ("Ring 0800 2000 247.", True),
        ("Ring 555-123-4567 today.", True), ("NHS 111 can help.", True),
        ("In all, 911 women.", False),
        ("About 1,000 of 4,510 women.", False), ("From 2026-11-22 on.", False),
        ("From 2010-2019 on.", False), ("It was 11 to 14 weeks.", False), ("It is 3,000 g.", False),
    ],
)  # fmt: skip
def test_t14_a_country_s_number_is_found(text: str, found: bool) -> None:
    assert ("T14" in {code for code, _, _ in wrong_words(text)}) is found


def test_t14_stands_in_the_result(tmp_path: Path) -> None:
    edit = (ARTICLE, '"Ask for a scan."', '"Call 999 about it."')
    assert codes(tmp_path, edit) == {"T14"}


def copy_of(number: int) -> str:
    """Another article with the same text and aliases of its own."""
    text = second_article().replace("uno", f"uno {number}").replace("due", f"due {number}")
    for word in ("tre", "four again", "five again", "six again", "seven again", "eight again"):
        text = text.replace(f'"{word}"', f'"{word} {number}"')
    return text


@pytest.mark.parametrize(("copies", "found"), [(2, set()), (3, {"T16"})])
def test_t16_a_run_of_eight_words_in_more_than_three_articles(
    copies: int, found: set[str], tmp_path: Path
) -> None:
    edits = [
        (f"en/articles/complications/copy-{number}.md", "", copy_of(number))
        for number in range(copies)
    ]
    assert codes(tmp_path, *edits) == found


def test_t16_the_fixed_phrases_of_safety_may_repeat(tmp_path: Path) -> None:
    phrase = "If nobody answers within minutes, go to an emergency department."
    edits = [("en/safety.toml", "day or night. Go in.", f"day or night. {phrase}")]
    for number in range(3):
        text = copy_of(number).replace("The neck of the womb is short.", phrase)
        text = text.replace("Keep the number of your unit at hand.", "Keep its number at hand.")
        own = f"Team {'abc'[number]} can answer what you want to know now."
        text = text.replace(PLAIN.strip(), own)
        edits.append((f"en/articles/complications/copy-{number}.md", "", text))
    edits.append((ARTICLE, "The neck of the womb is short.", phrase))
    assert codes(tmp_path / "fixed", *edits) == set()
    assert codes(tmp_path / "free", *edits[1:]) == {"T16"}


def test_t10_and_t11_brands_and_british_words_may_stand_in_aliases(tmp_path: Path) -> None:
    assert codes(tmp_path, (ARTICLE, '"one", "two"', '"tylenol", "labour"')) == set()


def test_t17_two_guides_share_few_runs_of_words(tmp_path: Path) -> None:
    same = FILES[GUIDE].replace("week = 20", "week = 21")
    assert codes(tmp_path / "bad", ("en/weeks/21.md", "", same)) == {"T17"}
    other = same.replace(PLAIN, "Some days feel long and some others feel quite short here. ")
    other = other.replace(PLAIN.strip(), "Some days feel long and some others feel short.")
    other = other.replace("It is so for you now.", "That is how these weeks go.")
    assert codes(tmp_path / "good", ("en/weeks/21.md", "", other)) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is 7 lb in all.", True), ("At 100.4 F, call.", True), ("Walk 2 miles.", True),
        ("It is 3.2 kg (7 lb) in all.", False), ("At 38 C (100.4 F), call.", False),
    ],
)  # fmt: skip
def test_t18_metric_stands_first(text: str, found: bool) -> None:
    assert ("T18" in {code for code, _, _ in wrong_words(text)}) is found


@pytest.mark.parametrize(
    "text",
    [
        "Unpasteurized milk is out.", "An organism was seen.", "Emphasis is on care.",
        "Pooled analyses agree.", "The Royal College of Obstetricians and Gynaecologists says so.",
        "Placenta previa (placenta praevia) is low.", "It is hemolytic.",
    ],
)  # fmt: skip
def test_t11_what_is_american_or_a_name_passes(text: str) -> None:
    assert list(wrong_words(text)) == []


@pytest.mark.parametrize(
    "word", "labour caesarean haemorrhage centre colour paediatric anaesthetic diarrhoea oedema "
    "anaemia foetal gynaecologist hospitalised pasteurised nappy grey tumour programme".split()
)  # fmt: skip
def test_t11_each_british_word_is_found(word: str) -> None:
    assert {code for code, _, _ in wrong_words(f"It is the {word} here.")} == {"T11"}
