"""The figures of the evidence, as copied into tests/data/; never what amma computed."""

import tomllib
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1] / "data"
CONTENT = Path(__file__).resolve().parents[2] / "content"


def table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


GROWTH: list[dict[str, Any]] = table(DATA / "weeks_growth.toml")["week"]
assert [record["week"] for record in GROWTH] == list(range(1, 43))
