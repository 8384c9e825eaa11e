"""The windows of tests and vaccines against the evidence that they were taken from.

tests/data/care_windows.toml quotes the evidence; its days were counted from the quotes.
"""

from typing import Any

import pytest

from amma_cli.domain.age import parse_age
from tests.domain.evidence import CONTENT, DATA, table

WRITTEN: dict[tuple[str, str], dict[str, Any]] = {
    (row["where"], row["key"]): row for row in table(CONTENT / "en" / "windows.toml")["window"]
}
QUOTED = table(DATA / "care_windows.toml")["window"]


def name_of(record: dict[str, Any]) -> str:
    return f"{record['where']}-{record['key']}"


def test_every_window_is_quoted_once_and_none_is_missing() -> None:
    assert sorted(WRITTEN) == sorted((row["where"], row["key"]) for row in QUOTED)
    assert all(row["quote"].strip() and row["from"].strip() for row in QUOTED)


@pytest.mark.parametrize("record", QUOTED, ids=name_of)
def test_the_days_of_a_window_are_those_of_the_evidence(record: dict[str, Any]) -> None:
    window = WRITTEN[record["where"], record["key"]]
    for end in ("first", "last"):
        days = parse_age(window[end]).days if end in window else None
        assert days == record.get(f"{end}_day")
