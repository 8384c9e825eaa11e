"""One writing command, stopped at each of its system calls in every way. A script: JSON in and out.

The interpreter imports the program once and forks for every run (tests/forks.py); the table of
system calls is swapped before the fork, and what a run has left is opened by the program again.
"""

import base64
import contextlib
import errno
import gc
import importlib
import json
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from amma_cli.errors import AmmaError
from amma_cli.store.journal import read_entries
from amma_cli.store.live import read_live
from amma_cli.store.profile_file import read_profile
from amma_cli.store.system import system

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
forks = importlib.import_module("forks")
LOADED = (
    "amma_cli.commands.due amma_cli.commands.life amma_cli.commands.checkin tomli_w "
    "amma_cli.commands.exchange "
    "amma_cli.commands.privacy amma_cli.commands.read amma_cli.commands.settings platform "
    "amma_cli.commands.log amma_cli.commands.journal amma_cli.commands.trackers "
    "amma_cli.commands.about"
).split()
REFUSALS = ("ENOSPC", "EIO", "EACCES")
CUT = ("write", "read")
KILLED = -signal.SIGKILL
Call = Callable[..., Any]
real = {name: getattr(system, name) for name in system.names()}


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Fault:
    """What happens at one call of a run; `kind` "" only writes down which calls there are."""

    def __init__(self, at: int, kind: str, log: Path) -> None:
        self.at, self.kind, self.log = at, kind, log
        self.count = 0
        self.full = False

    def install(self) -> None:
        for name, call in real.items():
            system.swap(name, self.wrapped(name, call))

    def wrapped(self, name: str, call: Call) -> Call:
        def wrapper(*args: Any) -> Any:
            self.count += 1
            if not self.kind:
                with self.log.open("a", encoding="ascii") as log:
                    log.write(f"{name}\n")
            if name == "write" and self.full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return self.stopped(name, call, args) if self.count == self.at else call(*args)

        return wrapper

    def stopped(self, name: str, call: Call, args: Any) -> Any:
        if self.kind in REFUSALS:
            number = getattr(errno, self.kind)
            if name == "close":  # a close that fails has let go all the same
                call(*args)
            raise OSError(number, os.strerror(number))
        if self.kind in ("fewer", "fewer, then full"):
            self.full = self.kind != "fewer"
            handle, what = args
            return call(handle, what[: max(1, len(what) // 2)] if name == "write" else 1)
        if self.kind == "killed before":
            die()
        if self.kind == "interrupted before":
            raise KeyboardInterrupt
        with contextlib.suppress(OSError):
            call(*args)
        if self.kind == "killed after":
            die()
        raise KeyboardInterrupt  # "interrupted after"


def kinds(name: str) -> Iterator[str]:
    yield from REFUSALS
    yield from ("interrupted before", "interrupted after", "killed before", "killed after")
    if name in CUT:
        yield "fewer"
    if name == "write":
        yield "fewer, then full"


MADE = re.compile(rb"(DTSTAMP|SEQUENCE):[0-9TZ]+(?=\r\n)")  # of a calendar: when it was made


def files_in(*folders: Path) -> dict[str, bytes]:
    """Every file under the folders."""
    return {
        str(path): path.read_bytes()
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def put(files: dict[str, bytes], *folders: Path) -> None:
    """Make the folders hold these files and nothing else; the first one is made by the program."""
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    folders[-1].mkdir()
    for name, data in files.items():
        path = Path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(data)
        path.chmod(0o600)


def profile_of(path: Path) -> Any:
    """The profile, None where there is no file, a text where it cannot be read."""
    try:
        return read_profile(path) if path.exists() else None
    except AmmaError as error:
        return f"damaged: {error.say}"


def journal_of(path: Path) -> Any:
    try:
        entries = list(read_entries(path))
    except AmmaError as error:
        return f"damaged: {error.say}"
    return [(e.kind, timeless(e.data), e.note, e.pregnancy) for e in entries]


def timeless(data: dict[str, Any]) -> Any:
    """What an entry holds; of a session how often was pressed, since every run has other times."""
    return len(data["presses"]) if "presses" in data else data


def live_of(path: Path) -> Any:
    """The kind of the session that goes on and how many presses it has; their times differ."""
    try:
        live = read_live(path)
    except AmmaError as error:
        return f"damaged: {error.say}"
    return None if live is None else [live.kind, len(live.presses)]


class Bench:
    """A home and a folder to stand in, and what they hold before and after the command."""

    def __init__(self, order: dict[str, Any], streams: str) -> None:
        self.home, self.folder = Path(order["home"]), Path(order["folder"])
        self.argv: list[str] = order["argv"]
        self.streams = streams
        put({}, self.home, self.folder)
        for path, data in order["files"].items():
            target = self.home / path
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            target.write_bytes(base64.b64decode(data))
        for words in order["prepare"]:
            assert forks.one(words, streams) == 0, (words, Path(streams, "err").read_text("utf-8"))
        self.opened: dict[str, str] = {}
        self.before = files_in(self.home, self.folder)
        self.dues = [self.open_again(self.before)]
        self.old = self.seen()
        self.calls = self.counted()
        self.new = self.seen()
        self.dues.append(self.open_again(files_in(self.home, self.folder)))

    def seen(self) -> dict[str, Any]:
        """What the program reads of each file."""
        paper = {
            p.name: MADE.sub(rb"\1:", p.read_bytes())
            for p in self.folder.iterdir()
            if p.suffix != ".new"
        }
        return {
            "profile": profile_of(self.home / "profile.toml"),
            "journal": journal_of(self.home / "journal.jsonl"),
            "live": live_of(self.home / "live.jsonl"),
            "paper": paper,
        }

    def counted(self) -> list[str]:
        log = Path(self.streams, "calls")
        Fault(0, "", log).install()
        code = forks.one(self.argv, self.streams)
        restore()
        assert code == 0, (self.argv, Path(self.streams, "err").read_text("utf-8"))
        return log.read_text("ascii").split()

    def run(self, at: int, kind: str) -> dict[str, Any]:
        put(self.before, self.home, self.folder)
        Fault(at, kind, Path()).install()
        code = forks.one(self.argv, self.streams)
        restore()
        found = self.seen()
        left = files_in(self.home, self.folder)
        bad = [v for v in found.values() if isinstance(v, str)]
        return {
            "at": at,
            "call": self.calls[at - 1],
            "kind": kind,
            "code": code,
            "out": Path(self.streams, "out").read_text("utf-8", "replace"),
            "err": Path(self.streams, "err").read_text("utf-8", "replace"),
            "states": {name: self.state(name, found[name]) for name in found},
            "damage": bad,
            "left": [name for name in left if name.endswith(".new")],
            "backups": [
                left[name] == self.before.get(str(self.home / "profile.toml"))
                for name in left
                if name.endswith(".bak")
            ],
            "lost": self.lost(left),
            "opened": self.open_again(left),
        }

    def state(self, name: str, found: Any) -> str:
        old, new = self.old[name], self.new[name]
        if old == new:
            return "same" if found == old else "wrong"
        return "old" if found == old else "new" if found == new else "wrong"

    def lost(self, left: dict[str, bytes]) -> bool:
        """Whether a byte of the old journal is gone although only something was added."""
        path = str(self.home / "journal.jsonl")
        old = self.before.get(path, b"")
        grows = isinstance(self.new["journal"], list) and len(self.new["journal"]) > len(
            self.old["journal"]
        )
        return grows and not left.get(path, b"").startswith(old)

    def open_again(self, left: dict[str, bytes]) -> str:
        """How a fresh process opens what is there: its due date, or what is wrong."""
        key = repr(sorted((n, d) for n, d in left.items() if n.endswith(".toml")))
        if key not in self.opened:
            code = forks.one(["due", "--json", "--no-input", "--on", "2026-11-22"], self.streams)
            text = Path(self.streams, "out").read_text("utf-8")
            due = json.loads(text)["due"] if code == 0 else "none" if code == 3 else f"exit {code}"
            self.opened[key] = str(due)
        return self.opened[key]


def restore() -> None:
    for name, call in real.items():
        system.swap(name, call)


def main() -> None:
    order = json.load(sys.stdin)
    for name in (*forks.EARLY, *LOADED):
        importlib.import_module(name)
    gc.freeze()
    with tempfile.TemporaryDirectory(dir=order["scratch"]) as streams:
        bench = Bench(order, streams)
        rows = [
            bench.run(at, kind) for at, name in enumerate(bench.calls, 1) for kind in kinds(name)
        ]
        changed = [name for name in bench.old if bench.old[name] != bench.new[name]]
        json.dump(
            {"calls": bench.calls, "changed": changed, "dues": bench.dues, "rows": rows},
            sys.stdout,
        )


if __name__ == "__main__":
    main()
