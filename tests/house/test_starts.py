"""What a start may load: whole processes, and what they had imported when they ended."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NETWORK = set(
    "socket _socket ssl http http.client urllib.request urllib3 requests httpx ftplib smtplib "
    "poplib imaplib xmlrpc socketserver asyncio webbrowser".split()
)
HEAVY = {"rich.markdown", "markdown_it", "pygments", "asyncio", "pydantic", "importlib.metadata"}
LATE = {"icalendar", "typst", "tomli_w"}
TODAY = "2026-11-22"
READING = [
    ["today", "--on", TODAY],
    ["week", "20"],
    ["size", "20"],
    ["why", "--on", TODAY],
    ["read", "cervical-insufficiency"],
    ["cite", "cervical-insufficiency", "1"],
    ["list"],
    ["search", "bleeding"],
    ["library"],
    ["visit", "--on", TODAY],
    ["week", "20", "--json"],
    ["read", "cervical-insufficiency", "--plain"],
]
# Runs the program and leaves, beside it, what the run loaded that was not there before.
PROBE = """
import sys
before = set(sys.modules)
leave, sys.argv = sys.argv[1], ["amma", *sys.argv[2:]]
code = 0
try:
    {run}
except SystemExit as exit:
    code = exit.code
finally:
    loaded = sorted(set(sys.modules) - before)
    with open(leave, "w") as file:
        file.write("\\n".join(loaded))
sys.exit(code)
"""
MAIN = "from amma_cli.__main__ import main; code = main()"


class Home:
    """A user's folder with a due date in it, its library compiled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(("AMMA_", "XDG_"))}
        self.env |= {
            "AMMA_HOME": str(folder / "amma"),
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "80",
        }

    def loaded(self, *args: str, run: str = MAIN) -> set[str]:
        left = self.folder / "loaded.txt"
        left.unlink(missing_ok=True)
        done = subprocess.run(
            [sys.executable, "-c", PROBE.format(run=run), str(left), *args],
            capture_output=True,
            text=True,
            env=self.env,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        assert done.returncode == 0, f"amma {' '.join(args)}: {done.returncode}\n{done.stderr}"
        return set(left.read_text().split())


def refused(loaded: set[str], names: set[str]) -> set[str]:
    return {m for m in loaded if any(m == name or m.startswith(name + ".") for name in names)}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("starts"))
    home.loaded("list")  # a checkout compiles its library on the first start, and parses then
    home.loaded("due", "2027-04-11", "--on", TODAY, "--no-input")
    return home


@pytest.mark.parametrize("args", READING, ids=" ".join)
def test_a_reading_command_loads_nothing_heavy(home: Home, args: list[str]) -> None:
    assert refused(home.loaded(*args), HEAVY | LATE) == set()


@pytest.mark.parametrize("args", READING, ids=" ".join)
def test_convention_27_a_reading_command_loads_no_network_module(
    home: Home, args: list[str]
) -> None:
    assert refused(home.loaded(*args), NETWORK) == set()


def test_the_version_is_said_before_typer_is_loaded(home: Home) -> None:
    loaded = home.loaded("--version")
    assert refused(loaded, {"typer", "rich", "sqlite3", "platformdirs", "tomllib"}) == set()


def test_help_needs_neither_rich_nor_the_library(home: Home) -> None:
    assert refused(home.loaded("--help"), {"rich", "sqlite3", "tomllib"} | HEAVY) == set()


@pytest.mark.parametrize("name", ["asyncio", "importlib.metadata", "http.client", "ssl"])
def test_a_heavy_start_is_found(tmp_path: Path, name: str) -> None:
    loaded = Home(tmp_path).loaded("week", run=f"import {name}")
    assert refused(loaded, HEAVY | NETWORK) != set()
