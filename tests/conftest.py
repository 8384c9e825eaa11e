"""Two compiled libraries for all tests, the real content and a small frozen one; no sockets."""

import os
import signal
from pathlib import Path

import pytest

from amma_cli.library.compile import compile_library
from amma_cli.library.shelf import Shelf
from tests.refused import sitecustomize as sockets

ROOT = Path(__file__).resolve().parents[1]
FROZEN = ROOT / "tests" / "data" / "library"
REAL = ROOT / "content"

# A run started in the background hands these down as ignored, and no test could interrupt amma.
for inherited in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
    if signal.getsignal(inherited) is signal.SIG_IGN:
        signal.signal(inherited, signal.SIG_DFL)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/golden/ anew from what amma shows now; then read every difference",
    )
    parser.addoption(
        "--sockets",
        action="store_true",
        help="allow network sockets, which are refused in the tests and in what they start",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--sockets"):
        os.environ[sockets.ALLOWED] = "1"
    sockets.refuse()


@pytest.fixture(scope="session")
def frozen_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """library.db of tests/data/library/, which no change of an article touches."""
    path = tmp_path_factory.mktemp("frozen") / "library.db"
    compile_library(FROZEN, path)
    return path


@pytest.fixture(scope="session")
def real_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """library.db of this checkout's content: for structure, never for prose."""
    path = tmp_path_factory.mktemp("real") / "library.db"
    compile_library(REAL, path)
    return path


@pytest.fixture(scope="session")
def frozen_shelf(frozen_library: Path) -> Shelf:
    return Shelf(frozen_library)


@pytest.fixture(scope="session")
def real_shelf(real_library: Path) -> Shelf:
    return Shelf(real_library)
