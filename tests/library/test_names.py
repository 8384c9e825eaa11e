"""Names near a name that is none: the words of it before its spelling."""

import pytest

from amma_cli.errors import NotFound
from amma_cli.library.names import near_hint, near_names
from amma_cli.library.shelf import Shelf

TITLES = (
    ("reduced-movements", "What if my baby moves less?"),
    ("induction-of-labor", "How is labor induced?"),
    ("preterm-labor", "What is preterm labor?"),
    ("sepsis", "What is an infection of the blood, with fever?"),
    ("mastitis", "What is mastitis?"),
)
ALIASES = (
    ("what if my baby moves less", "reduced-movements"), ("fewer kicks", "reduced-movements"),
    ("how is labor induced", "induction-of-labor"), ("induced", "induction-of-labor"),
    ("what is preterm labor", "preterm-labor"), ("breast fever", "mastitis"),
    ("what is an infection of the blood with fever", "sepsis"), ("what is mastitis", "mastitis"),
)  # fmt: skip
LAY = {"labour": ("labor",)}


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("reduced", ["reduced-movements"]), ("Reduced movement", ["reduced-movements"]),
        ("kicks", ["reduced-movements"]), ("fever", ["sepsis", "mastitis"]),
        ("labour", ["preterm-labor", "induction-of-labor"]),
        ("preterm labour", ["preterm-labor"]), ("mastitus", ["mastitis"]),
        ("reduced-movments", ["reduced-movements"]), ("breech", []), ("", []), ("?", []),
    ],
)  # fmt: skip
def test_words_come_before_spelling_and_the_slug_before_title_and_alias(
    typed: str, near: list[str]
) -> None:
    assert near_names(typed, TITLES, ALIASES, LAY) == near


@pytest.mark.parametrize(
    ("typed", "near"),
    [("reduced", "reduced-movements"), ("labour", "preterm-labor"), ("premature", "preterm")],
)
def test_the_words_of_the_library_find_its_articles(
    real_shelf: Shelf, typed: str, near: str
) -> None:
    with pytest.raises(NotFound) as refused:
        real_shelf.find(typed)
    assert near in refused.value.hint.split("?")[0]


def test_every_named_article_for_a_word_holds_the_word(real_shelf: Shelf) -> None:
    for word in ("fever", "labor", "pressure", "movement"):
        for slug in real_shelf.near(word):
            whole = real_shelf.article(slug)
            names = real_shelf.rows("SELECT name FROM alias WHERE slug = ?", slug)
            assert any(word in f"{slug} {whole.card.title} {name}".lower()
                       for (name,) in names)  # fmt: skip


def test_where_nothing_is_near_the_words_are_looked_for() -> None:
    hint = near_hint("Green Moon?", [])
    assert hint == "amma search green moon looks into the texts; amma list shows what there is."
    assert near_hint("?", []) == "amma list shows what there is."
