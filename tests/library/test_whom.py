"""Articles for somebody only: they join her week when it applies, and leave when it does not."""

import pytest

from amma_cli.commands.fetch import reading_of
from amma_cli.domain.applies import About, fits
from amma_cli.library.shelf import Shelf

TWINS = "twins-and-multiples"


def slugs(shelf: Shelf, week: int, about: About) -> list[str]:
    guide = shelf.guide("pregnancy", week)
    return [card.slug for card in reading_of(shelf, "pregnancy", week, guide, about).cards]


def test_what_applies_joins_after_the_lead(real_shelf: Shelf) -> None:
    said = slugs(real_shelf, 20, About((("twins", True),)))
    assert said[0] == "cervical-insufficiency"
    assert said[1] == TWINS
    assert TWINS not in slugs(real_shelf, 20, About())


def test_only_a_clear_no_leaves_an_article_out(real_shelf: Shelf) -> None:
    weeks = [week for week in range(1, 43) if TWINS in slugs(real_shelf, week, About())]
    assert weeks
    for week in weeks:
        assert TWINS not in slugs(real_shelf, week, About((("twins", False),)))
        assert TWINS in slugs(real_shelf, week, About((("gbs", False),)))


@pytest.mark.parametrize(
    ("whom", "said", "shown"),
    [
        ((), (("twins", False),), True),
        (("twins",), (), True),
        (("twins",), (("twins", True),), True),
        (("twins",), (("twins", False),), False),
        (("twins", "ivf"), (("twins", False),), True),
        (("twins", "ivf"), (("twins", False), ("ivf", False)), False),
    ],
)
def test_for_whom(whom: tuple[str, ...], said: tuple[tuple[str, bool], ...], shown: bool) -> None:
    assert fits(whom, About(said)) is shown
