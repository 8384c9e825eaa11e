"""Every system call of every writing command refused, cut short, interrupted and killed."""

from pathlib import Path

import pytest

from tests.faults.cases import CASES, injected, line, table, wrongs


@pytest.mark.parametrize("name", CASES)
def test_a_fault_at_any_call_leaves_the_old_or_the_new_and_is_said(
    name: str, real_library: Path
) -> None:
    found = injected(name, real_library)
    print("\n" + table([line(name, found)]))  # noqa: T201 (shown with -s)
    assert len(found["calls"]) > 4
    assert found["changed"]
    assert wrongs(name, found) == []
