"""Somebody in Britain, 30 weeks along on the day of the tests, in a real terminal."""

import datetime
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.walk import DUE, TODAY, Flow
from tests.program import Amma


def standing(folder: Path, library: Path, *before: tuple[str, ...]) -> Amma:
    """The program with a due date and what was done before."""
    folder.mkdir()
    amma = Amma(folder, library)
    first = ("due", DUE, "--country", "GB", "--on", TODAY, "--no-input")
    for words in (first, *before):
        done = amma(*words)
        assert done.code == 0, done.err
    return amma


@pytest.fixture
def flow(tmp_path: Path, real_library: Path) -> Flow:
    """With this checkout's library."""
    return Flow(standing(tmp_path / "due", real_library))


@pytest.fixture
def frozen(tmp_path: Path, frozen_library: Path) -> Flow:
    """With the library that no change of an article touches: for what is compared whole."""
    return Flow(standing(tmp_path / "frozen", frozen_library))


@pytest.fixture
def after_birth(tmp_path: Path, frozen_library: Path) -> Flow:
    """Five days after a birth."""
    born = ("born", "2027-01-26", "--on", "2027-01-26", "--no-input")
    return Flow(standing(tmp_path / "born", frozen_library, born))


@pytest.fixture
def after_loss(tmp_path: Path, frozen_library: Path) -> Flow:
    """Three days after an end."""
    end = ("end", "2027-01-28", "--on", "2027-01-28", "--no-input")
    return Flow(standing(tmp_path / "loss", frozen_library, end))


@pytest.fixture(autouse=True)
def around_noon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the clock on the wall to noon: a session that began an hour ago began on the same day."""
    hours = datetime.datetime.now(datetime.UTC).hour - 12
    monkeypatch.setenv("TZ", f"NOON{hours:+d}")  # POSIX: what is to be added to get UTC
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()
