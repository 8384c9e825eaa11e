"""Captures of whole flows beside the golden files: written with --update-golden, then read."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "golden" / "flows"
# What differs from run to run: the time of day, and lengths of time that the machine takes.
CHANGING = (
    (re.compile(r"(?:\d+ \w+ \d{4}, )?\b\d\d:\d\d\b"), "HH:MM"),
    (re.compile(r"(?:\d+ h )?(?:\d+ min )?\d+ s ago"), "TIME ago"),
    (re.compile(r"(a pause|a contraction), for (?:\d+ min )?\d+ s"), r"\1, for TIME"),
)


def compare(name: str, shown: str, request: pytest.FixtureRequest) -> None:
    """Compare a capture with its file, what changes by itself masked."""
    for pattern, mask in CHANGING:
        shown = pattern.sub(mask, shown)
    lines = [line.rstrip() for line in shown.replace("\r", "").splitlines()]
    now = "\n".join(lines) + "\n"
    path = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.write_text(now, encoding="utf-8", newline="\n")
    assert path.exists(), f"{path.name} is missing: pytest --update-golden writes it"
    assert now == path.read_text(encoding="utf-8")
