"""The program with and without a due date."""

from pathlib import Path

import pytest

from tests.program import DUE, TODAY, Amma


@pytest.fixture
def amma(tmp_path: Path, real_library: Path) -> Amma:
    """The program, used for the first time."""
    folder = tmp_path / "here"
    folder.mkdir()
    return Amma(folder, real_library)


@pytest.fixture
def expecting(amma: Amma) -> Amma:
    """The program with a due date."""
    assert amma("due", DUE, "--country", "GB", "--on", TODAY, "--no-input").code == 0
    amma.profile = (amma.home / "profile.toml").read_bytes()
    return amma
