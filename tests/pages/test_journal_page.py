"""The list of a journal: lines that were cut short are counted, whatever else is there."""

import pytest

from amma_cli.blocks import Note, Page, plain
from amma_cli.pages.journal import Row, listed

ROW = Row("3f9a11", "Sunday, 22 November 2026", "07:05", "Weight", "68.2 kg")


def notes(page: Page) -> list[str]:
    return [plain(block.spans) for block in page if isinstance(block, Note)]


@pytest.mark.parametrize("rows", [(), (ROW,)])
@pytest.mark.parametrize("torn", [0, 1, 3])
def test_lines_cut_short_are_said_with_and_without_others(rows: tuple[Row, ...], torn: int) -> None:
    said = [note for note in notes(listed(rows, len(rows), torn)) if "cut short" in note]
    assert len(said) == bool(torn)
    assert all(note.endswith(f"passed over: {torn}.") for note in said)
