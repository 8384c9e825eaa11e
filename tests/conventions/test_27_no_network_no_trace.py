"""Conventions 27 and 28: no network, and nothing on the disk but what was typed."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from amma_cli.commands.proof import READING
from amma_cli.commands.registry import COMMANDS
from amma_cli.store.paths import Paths
from tests.program import CALLS, DUE, TODAY, Amma, words_of
from tests.refused.sitecustomize import NetworkRefused

NETWORK = set(
    "socket _socket ssl _ssl http http.client urllib.request urllib3 requests httpx ftplib smtplib "
    "poplib imaplib xmlrpc socketserver asyncio webbrowser telnetlib nntplib".split()
)
PROBE = """
import sys
left = sys.argv[1]
sys.argv = ["amma", *sys.argv[2:]]
from amma_cli.__main__ import main
try:
    main()
finally:
    loaded = sorted(sys.modules)
    with open(left, "w") as file:
        file.write(" ".join(loaded))
"""
MORE = [
    ["due", "--lmp", "2026-07-04"], ["due", "--undo"], ["checkin", "--note", "Slept well"],
    ["settings", "units", "metric"], ["end", "--hide"], ["new", "--yes"], ["week", "20", "--json"],
    ["born", "2026-11-20", "--no-newborn"], ["help", "options"], ["search", "nothing-like-it"],
    ["read", "no-such-article"], ["library", "check"], ["week", "-h"], ["bogus"],
    ["signs", "--tick", "fever", "--bp", "150/95"], ["log", "bp", "118/76"], ["log", "note", "x"],
    ["journal", "edit", "last", "y"], ["journal", "remove", "last"], ["journal", "undo"],
    ["kicks", "--press"], ["kicks", "--finish"], ["contractions", "--press"],
    ["contractions", "--discard"], ["chart", "bp"], ["about-me", "twins", "yes"],
    ["checkin", "--mood", "3", "--weight", "68kg", "--yes"],
    ["end", "--erase", "--yes"], ["forget", "--yes"],
]  # fmt: skip
WRITES = {"born", "end", "resume", "log"}  # every other call of CALLS only shows something
READS = [words_of(name) for name in CALLS if name not in WRITES]
READS += [[*words, "--on", TODAY] for words in MORE if words[0] in ("search", "read", "week")]


class Ran(NamedTuple):
    """What a run loaded, and what was new, changed or gone on the disk after it."""

    words: list[str]
    loaded: set[str]
    touched: set[str]


def disk(folder: Path) -> dict[str, tuple[float, bytes]]:
    """Every file and folder below one, with time and content."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mtime if path.is_file() else 0.0,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in sorted(folder.rglob("*"))
        if path.name != "loaded.txt"
    }


def surroundings(amma: Amma, home: bool) -> dict[str, str]:
    """AMMA_HOME, or the folders of XDG; everything else that could be written lies inside too."""
    place = {name: str(amma.folder / name.lower()) for name in ("TMPDIR", "XDG_CONFIG_HOME")}
    for path in place.values():
        Path(path).mkdir(exist_ok=True)
    extra: dict[str, str | None] = {**place, "LESSHISTFILE": None, "HISTFILE": None}
    if not home:
        extra |= {"AMMA_HOME": None}
        extra |= {f"XDG_{n}_HOME": str(amma.folder / n.lower()) for n in ("DATA", "CACHE", "STATE")}
    return amma.environment(extra)


def run_all(amma: Amma, calls: list[list[str]], *, home: bool = True) -> list[Ran]:
    env, left, ran = surroundings(amma, home), amma.folder / "loaded.txt", []
    for words in calls:
        before = disk(amma.folder)
        subprocess.run(
            [sys.executable, "-c", PROBE, str(left), *words],
            env=env, cwd=amma.folder, stdin=subprocess.DEVNULL, capture_output=True, check=False,
        )  # fmt: skip
        after = disk(amma.folder)
        touched = {name for name in {*before, *after} if before.get(name) != after.get(name)}
        ran.append(Ran(words, set(left.read_text().split()), touched))
    return ran


def strange(ran: list[Ran], root: Path, paths: Paths) -> list[str]:
    """Files that were touched and are in no row of the table; folders of it may come and go."""
    found = []
    for one in ran:
        for name in one.touched:
            path = root / name
            if not paths.owns(path) and path not in (paths.data, paths.cache):
                found.append(f"amma {' '.join(one.words)}: {name}")
    return found


def assert_quiet(ran: list[Ran]) -> None:
    for one in ran:
        assert one.loaded & NETWORK == set(), one.words
        assert not [name for name in one.loaded if name.startswith(("http.", "urllib3", "asyncio"))]


def test_convention_27_28_no_command_loads_a_network_module_or_leaves_a_trace(
    expecting: Amma,
) -> None:
    assert sorted(CALLS) == sorted(command.name for command in COMMANDS)
    calls = [words_of(name) for name in CALLS] + [[*words, "--on", TODAY] for words in MORE]
    ran = run_all(expecting, calls)
    assert_quiet(ran)
    paths = Paths(expecting.home, expecting.home / "cache")
    assert strange(ran, expecting.folder, paths) == []
    for one in ran:
        if one.words in READS:
            assert one.touched == set(), f"amma {' '.join(one.words)} leaves a trace"


def test_convention_28_without_amma_home_only_its_own_folders_are_written(
    amma: Amma, library: Path
) -> None:
    calls = [
        ["due", DUE, "--on", TODAY], ["checkin", "--note", "Slept well", "--on", TODAY],
        ["search", "bleeding"], ["settings", "calm", "on"], ["end"], ["doctor"], ["today"],
    ]  # fmt: skip
    ran = run_all(amma, calls, home=False)
    assert_quiet(ran)
    paths = Paths(amma.folder / "data" / "amma", amma.folder / "cache" / "amma")
    assert strange(ran, amma.folder, paths) in ([], ["amma due 2027-04-11 --on 2026-11-22: data"])
    assert "data/amma/profile.toml" in ran[0].touched


def test_convention_28_what_is_stored_is_what_was_typed(expecting: Amma) -> None:
    expecting("search", "a very private worry")
    expecting("read", "short-cervix")
    expecting("checkin", "--note", "Slept well", "--on", TODAY)
    entry = json.loads(expecting.files()["journal.jsonl"])
    assert set(entry) == {"schema", "id", "when", "kind", "data", "note", "pregnancy"}
    assert (entry["note"], entry["data"], entry["kind"]) == ("Slept well", {}, "checkin")
    assert set(expecting.files()) == {"profile.toml", "journal.jsonl"}
    whole = b"".join(expecting.files().values())
    assert b"worry" not in whole
    assert b"cervix" not in whole


def test_convention_27_the_proof_on_a_fresh_profile_lists_exactly_the_documented_files(
    expecting: Amma, library: Path
) -> None:
    quiet = {"PYTHONDONTWRITEBYTECODE": "1"}  # Python's own folders lie elsewhere in these tests
    record: Any = expecting("privacy", "--prove", "--json", env=quiet).record
    assert (record["sockets"], record["processes"], record["written"]) == (0, 0, [])
    beside = str(library.with_name("library.version"))  # how --version is answered without SQLite
    expected = {str(expecting.home / "profile.toml"), str(library)}
    assert expected <= set(record["read"]) <= {*expected, beside}
    named = {line.split()[0] for line in record["commands"]}
    apart = {"print", "calendar", "born", "end", "resume", "new", "privacy", "forget", "completion",
             "import", "log"}  # fmt: skip
    assert named | apart == {command.name for command in COMMANDS}
    assert len(record["commands"]) == len(READING)


def test_convention_27_privacy_lists_the_whole_table_of_paths(expecting: Amma) -> None:
    record = expecting("privacy", "--json").record
    table = Paths(expecting.home, expecting.home / "cache").table()
    assert [row["path"] for row in record["paths"]] == [str(row.path) for row in table]
    words = " ".join(expecting("privacy", "--width", "500").out.split())
    for row in table:
        assert str(row.path) in words
        assert row.content in words
    for promise in ("who can read", "cannot protect", "amma forget", "no network code"):
        assert promise in words.lower() or promise in words


def test_convention_27_sockets_are_refused_while_tests_run(
    amma: Amma, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--sockets"):
        pytest.skip("pytest --sockets allows them")
    for family in (socket.AF_INET, socket.AF_INET6):
        with pytest.raises(NetworkRefused):
            socket.socket(family)
    with pytest.raises(NetworkRefused):
        socket.getaddrinfo("localhost", 80)
    one, other = socket.socketpair()
    one.close()
    other.close()
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 9))"],
        env=amma.environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert b"NetworkRefused" in done.stderr
    assert os.environ.get("AMMA_TESTS_SOCKETS", "") == ""
