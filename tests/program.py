"""The real program as a process of its own: in pipes, with its own home, from another folder."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.refused import sitecustomize as sockets

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2026-11-22"
DUE = "2027-04-11"
SECONDS = 30
# What decides how a program behaves must not come in from the tests' own terminal.
FOREIGN = (
    "AMMA_", "XDG_", "LC_", "PYTHON", "NO_COLOR", "FORCE_COLOR",
    "COLORTERM", "COLORFGBG", "COLUMNS", "LINES", "ACCESSIBLE", "PAGER", "LESS", "TERM", "LANG",
)  # fmt: skip

# One call of every command that ends with 0 where a due date is stored.
CALLS: dict[str, list[str]] = {
    "today": ["today"],
    "week": ["week", "20"],
    "size": ["size", "20"],
    "due": ["due"],
    "why": ["why"],
    "search": ["search", "bleeding"],
    "read": ["read", "short-cervix"],
    "cite": ["cite", "short-cervix", "1"],
    "list": ["list"],
    "topics": ["topics"],
    "library": ["library"],
    "checkin": ["checkin"],
    "signs": ["signs"],
    "log": ["log", "weight", "68.2kg", "--at", "00:00", "--dry-run"],
    "journal": ["journal"],
    "kicks": ["kicks"],
    "contractions": ["contractions"],
    "chart": ["chart", "weight"],
    "about-me": ["about-me"],
    "print": ["print", "short-cervix", "--to", "txt", "-o", "-"],
    "visit": ["visit"],
    "calendar": ["calendar", "--dry-run"],
    "export": ["export", "--to", "csv", "-o", "-"],
    "import": ["import", str(ROOT / "tests/data/exports/schema-1.json"), "--dry-run"],
    "born": ["born", "2027-04-09"],
    "end": ["end"],
    "resume": ["resume"],
    "new": ["new", "--list"],
    "settings": ["settings"],
    "status": ["status"],
    "privacy": ["privacy"],
    "doctor": ["doctor"],
    "forget": ["forget", "--dry-run"],
    "completion": ["completion", "bash"],
    "help": ["help"],
}
# The day of a call; a birth is recorded when it has been.
DAYS = {"born": "2027-04-12"}


class Done(NamedTuple):
    """How a process ended and what it wrote, as bytes."""

    code: int
    stdout: bytes
    stderr: bytes

    @property
    def out(self) -> str:
        return self.stdout.decode("utf-8")

    @property
    def err(self) -> str:
        return self.stderr.decode("utf-8")

    @property
    def record(self) -> Any:
        return json.loads(self.stdout)


class Amma:
    """The program with a home, a library and a folder to stand in."""

    def __init__(self, folder: Path, library: Path, profile: bytes | None = None) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.profile = profile
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(FOREIGN)}
        self.env |= {
            "AMMA_HOME": str(self.home),
            "AMMA_LIBRARY": str(library),
            "HOME": str(folder),
            "PYTHONPATH": os.pathsep.join((str(ROOT / "tests" / "refused"), str(ROOT))),
            sockets.ALLOWED: os.environ.get(sockets.ALLOWED, ""),
            "PYTHONPYCACHEPREFIX": str(library.parent / "pycache"),  # compiled once, not in here
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }
        self.reset()

    def reset(self) -> None:
        """Give the home back the state in which the test found it."""
        shutil.rmtree(self.home, ignore_errors=True)
        if self.profile is not None:
            self.home.mkdir(mode=0o700)
            path = self.home / "profile.toml"
            path.write_bytes(self.profile)
            path.chmod(0o600)

    def environment(self, extra: Mapping[str, str | None] | None = None) -> dict[str, str]:
        """The environment of a process; None takes a variable out."""
        merged: dict[str, str | None] = {**self.env, **(extra or {})}
        return {key: value for key, value in merged.items() if value is not None}

    def find(self, words: Sequence[str]) -> None:
        """Let a call find what it needs, where nothing was changed before."""
        path = self.home / "profile.toml"
        if self.profile and path.is_file() and path.read_bytes() == self.profile:
            path.write_bytes(found_by(words, self.profile))

    def command(self, *args: str) -> list[str]:
        self.find(args)
        return [sys.executable, "-m", "amma_cli", *args]

    def __call__(
        self,
        *args: str,
        stdin: bytes = b"",
        env: Mapping[str, str | None] | None = None,
    ) -> Done:
        """Run it with pipes on all three streams."""
        done = subprocess.run(
            self.command(*args),
            input=stdin,
            capture_output=True,
            env=self.environment(env),
            cwd=self.folder,
            timeout=SECONDS,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def shell(self, line: str, env: Mapping[str, str | None] | None = None) -> Done:
        """Run a line of bash in which "$AMMA" is the program."""
        self.find(line.replace("'", "").split())
        amma = " ".join(f"'{word}'" for word in self.command())
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line.replace("$AMMA", amma)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=self.environment(env),
            cwd=self.folder,
            timeout=SECONDS,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def call(
        self,
        name: str,
        *extra: str,
        env: Mapping[str, str | None] | None = None,
        fresh: bool = True,
    ) -> Done:
        """Run one command as in CALLS on its pinned day, from the state that the test found."""
        if fresh:
            self.reset()
        return self(*words_of(name), *extra, env=env)

    def files(self) -> dict[str, bytes]:
        """Every file of the home with its bytes; a lock holds nothing."""
        found = sorted(path for path in self.home.rglob("*") if path.is_file())
        return {
            path.relative_to(self.home).as_posix(): path.read_bytes()
            for path in found
            if path.name != "lock"
        }


def found_by(words: Sequence[str], profile: bytes) -> bytes:
    """The profile that a call finds: what resume takes back has been recorded before."""
    head, schema, rest = profile.partition(b"schema = 3\n")
    if "resume" not in words or head or not schema:
        return profile
    return schema + b"ended = true\n" + rest


def words_of(name: str) -> list[str]:
    """The words of a command's call, its day pinned."""
    return [*CALLS[name], "--on", DAYS.get(name, TODAY)]


def traceback_in(*texts: Sequence[str]) -> bool:
    return any("Traceback" in text for text in texts)
