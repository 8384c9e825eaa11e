"""The screen of contractions counts what has ended."""

from datetime import UTC, datetime

import pytest

from amma_cli.blocks import Facts
from amma_cli.domain.contact import contacts
from amma_cli.domain.safety import Judgement
from amma_cli.domain.tracker import contractions_of, picture
from amma_cli.pages.live import contractions

START = datetime(2026, 11, 28, 3, tzinfo=UTC)


def lengths(*presses: float) -> str:
    found = contractions_of(presses)
    now = presses[-1] + 10
    page = contractions(
        START, found, picture(found, now), now, Judgement("none", ()), None, contacts(None)
    )
    (facts,) = (block for block in page if isinstance(block, Facts))
    return "".join(span.text for name, text in facts.rows if name == "Length" for span in text)


@pytest.mark.parametrize(
    ("presses", "said"),
    [
        ((0, 60, 300), "1 min 00 s (mean of the last 1)"),
        ((0, 60), "1 min 00 s (mean of the last 1)"),
        ((0, 60, 300, 360, 600), "1 min 00 s (mean of the last 2)"),
        ((0, 60, 300, 360, 600, 660), "1 min 00 s (mean of the last 3)"),
        ((0, 60, 300, 360, 600, 660, 900, 960, 1200), "1 min 00 s (mean of the last 3)"),
        ((0,), ""),
    ],
)
def test_a_contraction_that_goes_on_is_none_of_the_mean(
    presses: tuple[float, ...], said: str
) -> None:
    assert lengths(*presses) == said
