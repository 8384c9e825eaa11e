"""Nothing is counted after a year since a birth (docs/design.md, Stage)."""

import pytest

from amma_cli.domain.week import Reading
from amma_cli.pages.today import since_birth, since_words

THREAD = Reading((), "", "", True, "A thread of the week.", True)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "The day of the birth"),
        (1, "1 day since the birth"),
        (24, "3 weeks 3 days since the birth"),
        (365, "52 weeks 1 day since the birth"),
    ],
)
def test_days_and_weeks_are_counted_for_a_year(days: int, words: str) -> None:
    assert since_words(days) == words
    assert len(since_birth(days, THREAD)) == 2


@pytest.mark.parametrize("days", [366, 400, 4000])
def test_after_a_year_neither_a_number_nor_a_thread_is_shown(days: int) -> None:
    assert not any(character.isdigit() for character in since_words(days))
    assert len(since_birth(days, THREAD)) == 1
