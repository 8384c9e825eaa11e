"""A table -> CSV that a spreadsheet opens as values, never as formulas."""

import csv
import io
from collections.abc import Iterable, Sequence

from amma_cli.view.characters import clean

# What makes a spreadsheet compute a cell when it stands first, in wide forms too; blanks and
# quotes before it are passed over by some (OWASP, "CSV Injection").
COMPUTES = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212", "|", "%")
HARMLESS = "'"  # the mark by which spreadsheets take a cell for text


def paint_sheet(head: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    """Return a table as CSV (RFC 4180, but for line ends of one character).

    A text that a spreadsheet would compute stands behind an apostrophe; numbers stay numbers.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: str | int | float) -> str | int | float:
    if not isinstance(value, str):
        return value
    text = clean(value)
    return HARMLESS + text if text.lstrip(" \u00a0'\"\u3000").startswith(COMPUTES) else text
