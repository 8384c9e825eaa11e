"""The walls of docs/design.md: who may import whom, and who may touch what."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "amma_cli"

# From room to rooms. `errors` may be imported by all, and each room by itself.
ARROWS: dict[str, set[str]] = {
    "commands": {"store", "library", "domain", "pages", "view", "messages"},
    "pages": {"domain", "blocks", "messages"},
    "view": {"blocks"},
    "library": {"domain", "blocks"},
    "store": {"domain"},
    "domain": {"errors", "blocks"},
}
# blocks to hand on, the Env that it is given; the sentences lie in several files of messages
MESSAGES = {path.stem for path in PACKAGE.glob("messages_*.py")}
ALSO = {
    "pages": MESSAGES,
    "commands": {"blocks", "env", "options", "version", "status", *MESSAGES},
}
# These import nothing of ours but errors.
LEAVES = {"blocks", "messages", *MESSAGES, "errors", "options"}
FREE = {"__main__", "env", "crash", "version", "status"}  # before or after a command
ROOMS = set(ARROWS) | LEAVES

PURE = {"domain", "pages", *LEAVES}
NOT_PURE = set(
    "os pathlib time sqlite3 typer rich sys subprocess io shutil tempfile glob random secrets "
    "logging signal threading multiprocessing locale getpass builtins "
    "platformdirs tomli_w markdown_it icalendar typst".split()
)
NOT_PURE_CALLS = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint"}
NOT_FOR = {
    "commands": {"rich", "sqlite3"},
    "library": {"typer", "rich"},
    "store": {"typer", "rich"},
    "view": {"sqlite3", "typer", "pathlib", "tempfile"},
}
# A thing with one home. `typer` keeps even the free rooms out, but for __main__.
HOMES = {
    "typer": {"commands", "__main__"},
    "rich": {"view", *FREE},
    "sqlite3": {"library", *FREE},
    "tomli_w": {"store"},
    "platformdirs": {"store", *FREE},
    "markdown_it": {"library"},
    "icalendar": {"view"},
    "typst": {"view"},
}
NETWORK = set(
    "socket ssl http urllib.request urllib3 requests httpx aiohttp websockets ftplib smtplib "
    "poplib imaplib nntplib telnetlib xmlrpc socketserver asyncio wsgiref webbrowser".split()
)
CLOCK = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    *(f"time.{name}" for name in "time time_ns localtime gmtime ctime asctime strftime".split()),
}


class Import(NamedTuple):
    line: int
    module: str  # for `from a import b` both a and a.b stand here, once each


def room_of(path: str) -> str:
    """`amma_cli/domain/week.py` -> domain; `amma_cli/env.py` -> env."""
    parts = Path(path).parts[1:]
    return parts[0] if len(parts) > 1 else Path(parts[0]).stem


def imports(source: str, path: str) -> Iterator[Import]:
    """Every import of a file, relative ones and importlib's with a literal name included."""
    folder = list(Path(path).parts[:-1])
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            above = folder[: len(folder) - node.level + 1] if node.level else []
            base = ".".join([*above, *(node.module or "").split(".")]).strip(".")
            yield Import(node.lineno, base)
            for alias in node.names:
                yield Import(node.lineno, f"{base}.{alias.name}")
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called, name = ast.unparse(node.func), node.args[0].value
            if called.endswith(("import_module", "__import__")) and isinstance(name, str):
                yield Import(node.lineno, name)


def is_in(module: str, names: set[str]) -> bool:
    """Whether a module is one of `names` or inside one."""
    return any(module == name or module.startswith(name + ".") for name in names)


def wrong_arrows(source: str, path: str) -> list[str]:
    room = room_of(path)
    if room in FREE or room == "__init__":
        return []
    if room not in ROOMS:
        return [f"{path}: {room} is not a room of docs/design.md"]
    allowed = (
        ARROWS.get(room, set())
        | ALSO.get(room, set())
        | {room, "errors", "__version__", "AFFILIATION"}
    )
    return [
        f"{path}:{line}: {room} imports {module}"
        for line, module in imports(source, path)
        if module.startswith("amma_cli.") and module.split(".")[1] not in allowed
    ]


def wrong_touches(source: str, path: str) -> list[str]:
    """What a room may not touch, and things used outside their home."""
    room = room_of(path)
    banned = NOT_FOR.get(room, set()) | (NOT_PURE if room in PURE else set())
    banned |= {name for name, homes in HOMES.items() if room not in homes}
    return [
        f"{path}:{line}: {room} may not touch {module}"
        for line, module in imports(source, path)
        if is_in(module, banned)
    ]


def wrong_calls(source: str, path: str) -> list[str]:
    """open, print and their like in the pure rooms; open in view."""
    room = room_of(path)
    banned = NOT_PURE_CALLS if room in PURE else {"open"} if room == "view" else set()
    return [
        f"{path}:{node.lineno}: {room} may not call {node.func.id}()"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in banned
    ]


def wrong_clocks(source: str, path: str) -> list[str]:
    """A clock read, called or handed on (default_factory=date.today), under any name."""
    if room_of(path) in FREE:
        return []
    tree = ast.parse(source)
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Load):
            first, _, rest = ast.unparse(node).partition(".")
            full = ".".join(filter(None, [names.get(first, ""), rest]))
            if full in CLOCK:
                found.append(f"{path}:{node.lineno}: {full} is read outside env")
    return found


def network_imports(source: str, path: str) -> list[str]:
    return [
        f"{path}:{line}: network module {module}"
        for line, module in imports(source, path)
        if is_in(module, NETWORK)
    ]


def markdown_imports(source: str, path: str) -> list[str]:
    return [
        f"{path}:{line}: {module}"
        for line, module in imports(source, path)
        if is_in(module, {"markdown_it"})
    ]


Check = Callable[[str, str], list[str]]


def over_the_package(check: Check) -> list[str]:
    return [
        wrong
        for file in sorted(PACKAGE.rglob("*.py"))
        for wrong in check(file.read_text(encoding="utf-8"), file.relative_to(ROOT).as_posix())
    ]


@pytest.mark.parametrize("check", [wrong_arrows, wrong_touches, wrong_calls, wrong_clocks])
def test_the_walls_stand(check: Check) -> None:
    assert over_the_package(check) == []


def test_one_file_alone_knows_the_markdown_parser() -> None:
    users = {wrong.partition(":")[0] for wrong in over_the_package(markdown_imports)}
    assert len(users) <= 1


def test_convention_27_no_file_of_the_program_imports_a_network_module() -> None:
    assert over_the_package(network_imports) == []


def test_the_arrows_are_those_of_the_design() -> None:
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    sentence = next(line for line in text.splitlines() if line.startswith("Arrows"))
    written = {
        room: set(targets.split(", "))
        for room, targets in re.findall(r"`(\w+) -> ([\w, ]+)`", sentence)
    }
    assert written == ARROWS


@pytest.mark.parametrize(
    ("check", "path", "source"),
    [
        (wrong_arrows, "amma_cli/domain/week.py", "from amma_cli.store import profile"),
        (wrong_arrows, "amma_cli/domain/week.py", "from amma_cli import store"),
        (wrong_arrows, "amma_cli/domain/week.py", "from ..store import profile"),
        (wrong_arrows, "amma_cli/domain/week.py", "def f():\n    import amma_cli.env"),
        (wrong_arrows, "amma_cli/pages/today.py", "import amma_cli.view.theme"),
        (wrong_arrows, "amma_cli/view/plain.py", "from amma_cli.domain.week import Age"),
        (wrong_arrows, "amma_cli/library/shelf.py", "from amma_cli.store import paths"),
        (wrong_arrows, "amma_cli/store/profile.py", "from amma_cli import library"),
        (wrong_arrows, "amma_cli/store/profile.py", "import_module('amma_cli.commands')"),
        (wrong_arrows, "amma_cli/blocks.py", "from amma_cli.domain import week"),
        (wrong_arrows, "amma_cli/commands/week.py", "from amma_cli.__main__ import main"),
        (wrong_arrows, "amma_cli/attic/old.py", "x = 1"),
        (wrong_touches, "amma_cli/domain/week.py", "import os.path"),
        (wrong_touches, "amma_cli/pages/today.py", "from pathlib import Path"),
        (wrong_touches, "amma_cli/domain/week.py", "import sys"),
        (wrong_touches, "amma_cli/commands/read.py", "def f():\n    from rich.table import Table"),
        (wrong_touches, "amma_cli/commands/read.py", "import sqlite3"),
        (wrong_touches, "amma_cli/view/plain.py", "from typer import echo"),
        (wrong_touches, "amma_cli/env.py", "import typer"),
        (wrong_touches, "amma_cli/view/html.py", "import markdown_it"),
        (markdown_imports, "amma_cli/library/shelf.py", "def f():\n    import markdown_it.token"),
        (wrong_touches, "amma_cli/store/profile.py", "import sqlite3"),
        (wrong_calls, "amma_cli/domain/week.py", "open('x')"),
        (wrong_calls, "amma_cli/pages/today.py", "print(1)"),
        (wrong_calls, "amma_cli/view/html.py", "open('x', 'w')"),
        (
            wrong_clocks,
            "amma_cli/store/journal.py",
            "from datetime import datetime\ndatetime.now()",
        ),
        (wrong_clocks, "amma_cli/domain/week.py", "import datetime as dt\nx = dt.date.today"),
        (wrong_clocks, "amma_cli/domain/week.py", "from datetime import date as d\nd.today()"),
        (wrong_clocks, "amma_cli/store/files.py", "from time import time\ntime()"),
        (wrong_clocks, "amma_cli/commands/today.py", "import time\ntime.time()"),
        (network_imports, "amma_cli/env.py", "import socket"),
        (network_imports, "amma_cli/__main__.py", "def f():\n    from urllib import request"),
        (network_imports, "amma_cli/store/files.py", "import http.client"),
        (network_imports, "amma_cli/view/html.py", "__import__('asyncio')"),
    ],
)
def test_each_wall_can_fail(check: Check, path: str, source: str) -> None:
    assert check(source, path)


@pytest.mark.parametrize(
    ("check", "path", "source"),
    [
        (wrong_arrows, "amma_cli/commands/week.py", "from amma_cli import __version__, store"),
        (wrong_arrows, "amma_cli/pages/today.py", "from amma_cli.domain.week import Age"),
        (wrong_arrows, "amma_cli/domain/week.py", "from .stage import Stage"),
        (wrong_arrows, "amma_cli/__main__.py", "from amma_cli.commands import app"),
        (wrong_touches, "amma_cli/library/parse.py", "from markdown_it import MarkdownIt"),
        (wrong_touches, "amma_cli/domain/week.py", "import datetime, operator, ostrich"),
        (wrong_calls, "amma_cli/store/files.py", "open('x')"),
        (wrong_clocks, "amma_cli/commands/today.py", "env.today()\nenv.now()"),
        (wrong_clocks, "amma_cli/env.py", "from datetime import date\ndate.today()"),
        (wrong_clocks, "amma_cli/store/files.py", "import time\ntime.monotonic(); time.sleep(1)"),
        (network_imports, "amma_cli/view/html.py", "from urllib.parse import quote"),
    ],
)
def test_what_is_allowed_passes(check: Check, path: str, source: str) -> None:
    assert check(source, path) == []
