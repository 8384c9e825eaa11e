"""Every article and guide of the real library, as every reader may meet it: nothing cut or lost."""

import pytest

from amma_cli.blocks import Page, References
from amma_cli.commands.fetch import after_birth_reading, week_view
from amma_cli.domain.contact import contacts
from amma_cli.domain.settings import Manner
from amma_cli.library.shelf import Shelf
from amma_cli.pages import article as articles
from amma_cli.pages import week as weeks
from amma_cli.view.html import paint_html
from amma_cli.view.markdown import paint_markdown
from amma_cli.view.plain import paint_plain
from amma_cli.view.terminal import paint_terminal
from tests.conftest import REAL
from tests.view.pages_made import columns, squeezed, strings_of
from tests.view.test_terminal import STYLE

SLUGS = sorted(path.stem for path in REAL.glob("en/articles/*/*.md"))
WEEKS = range(1, 43)
WIDTHS = (40, 80, 120)
DARK = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def page_of(shelf: Shelf, slug: str) -> Page:
    who = contacts(None)
    return articles.article(shelf.article(slug), None, who, "2026-11-28")


def assert_readable(page: Page) -> None:
    """Every word is there at every width; no line but an address is wider."""
    words = [squeezed(text) for text in strings_of(page) if text.strip()]
    addresses = {
        item.address for block in page if isinstance(block, References) for item in block.items
    }
    for width in WIDTHS:
        forms = {
            "pipe": paint_plain(page, width),
            "accessible": paint_plain(page, width, columns=False),
            "terminal": STYLE.sub("", paint_terminal(page, width, DARK, color=True, draw=True)),
        }
        for form, shown in forms.items():
            wide = [line for line in shown.split("\n") if columns(line) > width]
            assert [line for line in wide if line.strip() not in addresses] == [], (form, width)
            held = squeezed(shown.replace("\u2502", "").replace("\u2022", "-"))
            lost = [word for word in words if squeezed(word).replace("\u2022", "-") not in held]
            assert lost == [] or form == "terminal", (form, width, lost[:2])
    assert paint_html(page).startswith("<!DOCTYPE html>")
    assert paint_markdown(page).startswith("# ")


def test_the_first_half_of_the_library_is_there() -> None:
    assert len(SLUGS) >= 98


@pytest.mark.parametrize("slug", SLUGS)
def test_every_article_reads_at_every_width(real_shelf: Shelf, slug: str) -> None:
    assert_readable(page_of(real_shelf, slug))


@pytest.mark.parametrize("week", WEEKS)
def test_every_week_has_a_guide_and_a_lead_that_read_at_every_width(
    real_shelf: Shelf, week: int
) -> None:
    view = week_view(real_shelf, week, None, Manner())
    assert view.guide is not None
    assert view.reading.lead_written
    assert len(view.reading.cards) >= 4
    assert_readable(weeks.week(view, (), Manner(), contacts(None), "2026-11-28"))


@pytest.mark.parametrize("week", range(6))
def test_every_week_after_birth_has_a_guide_and_a_lead(real_shelf: Shelf, week: int) -> None:
    guide, reading = after_birth_reading(real_shelf, week, newborn=True)
    assert guide is not None
    assert reading.lead_written
    assert_readable(weeks.after_birth_week(guide, [], contacts(None), "2026-11-28"))
