"""The program, its library compiled once, with and without a due date."""

from pathlib import Path

import pytest

from tests.program import DUE, TODAY, Amma


@pytest.fixture(scope="session")
def library(real_library: Path) -> Path:
    """library.db of this checkout's content."""
    return real_library


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory, library: Path) -> bytes:
    """The profile of somebody in Britain who is 20+0 on the day of the tests."""
    amma = Amma(tmp_path_factory.mktemp("profile"), library)
    done = amma("due", DUE, "--country", "GB", "--on", TODAY, "--no-input")
    assert done.code == 0, done.err
    return (amma.home / "profile.toml").read_bytes()


@pytest.fixture
def amma(tmp_path: Path, library: Path) -> Amma:
    """The program, used for the first time."""
    return made(tmp_path / "new", library)


@pytest.fixture
def expecting(tmp_path: Path, library: Path, profile: bytes) -> Amma:
    """The program with a due date."""
    return made(tmp_path / "due", library, profile)


def made(folder: Path, library: Path, profile: bytes | None = None) -> Amma:
    folder.mkdir()
    return Amma(folder, library, profile)
