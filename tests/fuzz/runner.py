"""Tries a share of the cases, each in a fork of this interpreter; test_fuzz.py starts it.

It says on stdout, as JSON, how many it ran, how they ended, and what was wrong.
"""

import collections
import importlib
import json
import os
import shutil
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

from tests.forks import EARLY
from tests.fuzz.cases import STATES, Case, case, targets

ALLOWED = {0, 1, 2, 3}
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
SHOWN = {"\n", "\u00ad", "\u200c", "\u200d"}  # a soft hyphen; what joins letters and emoji
LONGEST = 4000  # characters of an error: what was typed is cut where it is repeated
SECONDS = 20
# Where "none" is an answer: the document is on stdout, and the code says what it is.
ANSWERS = ("search", "doctor", "library")


class Run:
    """A home, a folder to stand in, and the files that streams go to."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home, self.here = folder, folder / "home", folder / "here"
        self.here.mkdir()
        os.chdir(self.here)
        os.environ.update(AMMA_HOME=str(self.home), HOME=str(folder))
        self.states = {name: self.lead(calls) for name, calls in STATES.items()}

    def lead(self, calls: list[list[str]]) -> dict[str, bytes]:
        """Make a state by the commands that a user would type."""
        self.reset({})
        for words in calls:
            code = self.fork(["--on", "2026-11-22", "--no-input", *words], {}, b"")
            assert code == 0, (words, code, self.read("err"))
        return self.files(self.home)

    def files(self, folder: Path) -> dict[str, bytes]:
        if not os.path.isdir(folder):  # noqa: PTH112 (False for a name that no folder can have)
            return {}
        return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}

    def reset(self, state: dict[str, bytes]) -> None:
        shutil.rmtree(self.home, ignore_errors=True)
        if state:
            self.home.mkdir(mode=0o700)
        for name, data in state.items():
            (self.home / name).write_bytes(data)
            (self.home / name).chmod(0o600)

    def read(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def fork(self, words: list[str], environ: dict[str, str], stdin: bytes) -> int:
        """Run the program's main in a process of its own; return how it ended."""
        (self.folder / "in").write_bytes(stdin)
        child = os.fork()
        if child == 0:
            code = 99
            try:
                self.become(words, environ)
                importlib.import_module("amma_cli.__main__").main()
            except SystemExit as end:
                sys.stdout.flush()
                sys.stderr.flush()
                code = end.code if isinstance(end.code, int) else 1
            except BaseException:  # noqa: BLE001 (shown, and the parent must not go on in the child)
                import traceback

                traceback.print_exc()
                sys.stderr.flush()
            finally:
                os._exit(code)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def become(self, words: list[str], environ: dict[str, str]) -> None:
        import signal

        signal.alarm(SECONDS)
        flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY
        for handle, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(self.folder / name, flags), handle)
        os.dup2(os.open(self.folder / "in", os.O_RDONLY), 0)
        os.environ.update(environ)
        sys.argv = ["amma", *words]

    def wrong(self, one: Case) -> tuple[int, list[str]]:
        """Run a case and say what is wrong with how it ended."""
        state = self.states[one.state]
        if self.files(self.home) != state or any(p.is_dir() for p in self.listed(self.home)):
            self.reset(state)
        environ = dict(one.environ)
        home = self.home
        if "AMMA_HOME" in environ:
            home = Path(environ["AMMA_HOME"])
        code = self.fork(one.words, environ, one.stdin)
        found = [*self.streams(one, code), *self.stored(home, state)]
        for path in self.listed(self.here):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return code, found

    def listed(self, folder: Path) -> list[Path]:
        return list(folder.iterdir()) if folder.is_dir() else []

    def streams(self, one: Case, code: int) -> list[str]:
        # 4 is right where the home itself is a place that cannot be read.
        allowed = ALLOWED | {4} if one.target.variable == "AMMA_HOME" else ALLOWED
        found = [] if code in allowed else [f"code {code}"]
        said = {}
        for name in ("out", "err"):
            try:
                said[name] = self.read(name).decode("utf-8")
                if "calendar" in one.words:  # iCalendar ends its lines in CR LF
                    said[name] = said[name].replace("\r\n", "\n")
            except UnicodeDecodeError:
                return [*found, f"std{name} is not UTF-8"]
            hidden = {
                f"U+{ord(c):04X}"
                for c in said[name]
                if c not in SHOWN and unicodedata.category(c) in HIDDEN
            }
            if hidden:
                found.append(f"std{name} holds {sorted(hidden)[:5]}")
            if "Traceback" in said[name] or "Something went wrong inside amma" in said[name]:
                found.append(f"std{name} tells of a crash")
        if len(said["err"]) > LONGEST and not one.target.long_ok:
            found.append(f"stderr of {len(said['err'])} characters")
        if one.json:
            found += self.documents(one, code, said["out"], said["err"])
        return found

    def documents(self, one: Case, code: int, out: str, err: str) -> list[str]:
        """One document under --json: on stdout when it went well, else on stderr."""
        version = any(word.startswith(("-V", "--version")) for word in one.words)
        if code and out and not any(word in ANSWERS for word in one.words):
            return ["stdout is not empty though the code is not 0"]
        try:
            document = json.loads(out or "{}")
            error = json.loads(err) if code and not out else {"error": 1}
        except ValueError:
            return [] if version and not code else ["not one JSON document"]
        known = not out or isinstance(document.get("schema"), int)
        return [] if known and "error" in error else ["a document without its keys"]

    def stored(self, home: Path, before: dict[str, bytes]) -> list[str]:
        """What lies in the home can be read, and nothing but what is known lies there."""
        from amma_cli.errors import AmmaError
        from amma_cli.store.journal import read_entries
        from amma_cli.store.paths import paths
        from amma_cli.store.profile_file import read_profile

        now = self.files(home)
        found = [f"a file {name!r}" for name in now if name not in before | KNOWN]
        found += ["a log of a crash"] if "amma.log" in self.files(home / "cache") else []
        if now == before or not now:
            return found
        there = paths({"AMMA_HOME": str(home)})
        try:
            read_profile(there.profile)
            list(read_entries(there.journal))
        except AmmaError as error:
            found.append(f"afterwards: {error.say}")
        return found


KNOWN = dict.fromkeys(("profile.toml", "journal.jsonl", "lock"), b"")


def told(one: Case, code: int, wrong: list[str], run: Run) -> dict[str, Any]:
    return {
        "case": one.number,
        "kind": one.kind,
        "state": one.state,
        "words": [word[:200] for word in one.words],
        "environ": {key: value[:200] for key, value in one.environ.items()},
        "stdin": ascii(one.stdin[:200]),
        "code": code,
        "wrong": wrong,
        "out": ascii(run.read("out")[-300:]),
        "err": ascii(run.read("err")[-1500:]),
    }


def main() -> None:
    count, shard, shards = (int(word) for word in sys.argv[1:])
    for name in EARLY:
        importlib.import_module(name)
    from amma_cli.commands.run import build

    every = targets(build())
    codes: collections.Counter[int] = collections.Counter()
    failures = []
    saying = os.dup(1)
    with tempfile.TemporaryDirectory() as folder:
        run = Run(Path(folder))
        for number in range(shard, count, shards):
            one = case(number, every)
            code, wrong = run.wrong(one)
            codes[code] += 1
            if wrong:
                failures.append(told(one, code, wrong, run))
        os.chdir("/")
    report = {"ran": codes.total(), "codes": codes, "places": len(every), "failures": failures}
    os.write(saying, json.dumps(report).encode())
