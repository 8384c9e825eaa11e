"""The worked examples of the evidence, and day numbers that do not come from datetime."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from amma_cli import errors

DATA: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent.parent / "data" / "dating_examples.toml").read_text("utf-8")
)


def examples(kind: str) -> list[dict[str, Any]]:
    """The examples of one kind; never an empty list, so that no test passes by reading nothing."""
    found = [example for example in DATA["example"] if example["kind"] == kind]
    assert found, kind
    return found


def name_of(example: dict[str, Any]) -> str:
    return str(example["id"])


def julian(day: date) -> int:
    """The Julian day number (Fliegel and Van Flandern, 1968), independent of date arithmetic."""
    a = (14 - day.month) // 12
    y, m = day.year + 4800 - a, day.month + 12 * a - 3
    return day.day + (153 * m + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 32045


def days_of(age: str) -> int:
    """The days of "20+3"."""
    weeks, rest = age.split("+")
    return 7 * int(weeks) + int(rest)


def crl_range(formula: str) -> tuple[int, int]:
    """The valid millimeters of a formula in the evidence's table."""
    record = next(f for f in DATA["crl_formula"] if f["id"].startswith(formula))
    low, high = record["valid_crl_mm"]
    return low, high


def assert_in_words(refused: errors.Usage) -> None:
    """A refusal is one printable sentence, with a hint that names what to write."""
    assert refused.say.isprintable()
    assert refused.say.endswith(".")
    assert refused.hint.isprintable()
    assert refused.hint
