"""Every writing command with what is there before it, and what may be found after a fault."""

import base64
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PROFILES = ROOT / "tests" / "data" / "profiles"
INJECT = Path(__file__).with_name("inject.py")
SECONDS = 60
DAY = "2026-11-22"
MEMORY = Path("/dev/shm")
SET = ["due", "2027-04-11", "--country", "GB"]
AGAIN = ["due", "--lmp", "2026-07-06"]
NOTE = ["checkin", "--note", "first night of sleep"]
SECOND = ["checkin", "--note", "a second note, “quoted”"]
WEIGH = ["log", "weight", "68.2kg"]
PLAN = ["log", "appointment", "Scan", "--at", "2027-01-12 09:30"]
PRESS = ["kicks", "--press"]
PAINS = ["contractions", "--press"]
ASIDE = [SET, NOTE, ["new", "--yes"], ["due", "2028-04-11", "--force"], SECOND]
MINE = [SET, NOTE, AGAIN, SECOND, ["export", "-o", "paper.txt"]]
GONE = ["forget", "--yes"]
TORN = b'{"schema": 1, "id": "a", "when": "2026-11-20T08:00:00+00:00", "kind": "checkin", "no'


class Case(NamedTuple):
    """A command, the commands and files before it, the day it runs on.

    steps: whether it changes several files one after the other, each of them whole.
    """

    argv: Sequence[str]
    prepare: Sequence[Sequence[str]] = ()
    files: Mapping[str, bytes] = {}
    day: str = DAY
    steps: bool = False


CASES = {
    "due DATE, the first": Case(SET),
    "due --lmp": Case(AGAIN, [SET, NOTE]),
    "due --undo": Case(["due", "--undo"], [SET, AGAIN]),
    "due --redo": Case(["due", "--redo"], [SET, AGAIN, ["due", "--undo"]]),
    "due --country": Case(["due", "--country", "US"], [SET]),
    "due --still-pregnant": Case(["due", "--still-pregnant"], [SET], day="2027-05-03"),
    "due, from schema 1": Case(
        AGAIN, files={"profile.toml": (PROFILES / "schema-1.toml").read_bytes()}
    ),
    "checkin --note, the first": Case(NOTE, [SET]),
    "checkin --note": Case(SECOND, [SET, NOTE]),
    "checkin --note, torn": Case(SECOND, [SET], {"journal.jsonl": TORN}),
    "visit ask": Case(["visit", "ask", "Who calls?"], [SET, NOTE]),
    "visit done": Case(["visit", "done"], [SET, NOTE, ["visit", "ask", "Who calls?"]]),
    "visit -o": Case(["visit", "-o", "paper.txt"], [SET, NOTE]),
    "visit --to pdf": Case(["visit", "--to", "pdf", "-o", "paper.txt"], [SET, NOTE]),
    "export -o": Case(["export", "-o", "paper.txt"], [SET, NOTE]),
    "import, to nothing": Case(["import", "paper.txt"], [*MINE, GONE], steps=True),
    "import, to other things": Case(
        ["import", "paper.txt"], [*MINE, GONE, SET, SECOND, ["due", "2027-04-13"]], steps=True
    ),
    "import --theirs": Case(
        ["import", "paper.txt", "--theirs"], [*MINE, ["journal", "edit", "last", "--note", "else"]]
    ),
    "calendar -o": Case(["calendar", "-o", "paper.txt"], [SET, NOTE]),
    "checkin --mood --weight --bp": Case(
        ["checkin", "--mood", "4", "--weight", "68.2kg", "--bp", "118/76"], [SET, NOTE]
    ),
    "log weight": Case(WEIGH, [SET, NOTE]),
    "log weight, torn": Case(WEIGH, [SET], {"journal.jsonl": TORN}),
    "journal edit last": Case(["journal", "edit", "last", "68.4kg"], [SET, NOTE, WEIGH]),
    "journal edit last, torn": Case(
        ["journal", "edit", "last", "--note", "x"], [SET, WEIGH], {"journal.jsonl": TORN}
    ),
    "journal remove last": Case(["journal", "remove", "last"], [SET, NOTE, WEIGH]),
    "journal remove, an appointment": Case(
        ["journal", "remove", "last"], [SET, NOTE, PLAN], steps=True
    ),
    "journal undo, an appointment": Case(["journal", "undo"], [SET, NOTE, PLAN], steps=True),
    "journal undo, an addition": Case(["journal", "undo"], [SET, NOTE, WEIGH]),
    "journal undo, an edit": Case(
        ["journal", "undo"], [SET, NOTE, WEIGH, ["journal", "edit", "last", "68.4kg"]]
    ),
    "journal undo, a removal": Case(
        ["journal", "undo"], [SET, NOTE, WEIGH, ["journal", "remove", "last"]]
    ),
    "kicks --press, the first": Case(PRESS, [SET]),
    "kicks --press": Case(PRESS, [SET, PRESS]),
    "kicks --finish": Case(["kicks", "--finish"], [SET, NOTE, PRESS, PRESS], steps=True),
    "contractions --press": Case(PAINS, [SET, PAINS]),
    "about-me twins yes": Case(["about-me", "twins", "yes"], [SET, NOTE]),
    "settings": Case(["settings", "unit-phone", "01234 567890"], [SET]),
    "born": Case(["born", "2026-11-21"], [SET, NOTE]),
    "end": Case(["end"], [SET, NOTE]),
    "end --erase": Case(["end", "--erase", "--yes"], [SET, NOTE], steps=True),
    "resume": Case(["resume"], [SET, ["end"]]),
    "new": Case(["new", "--yes"], [SET, NOTE]),
    "new --remove": Case(["new", "--remove", "1", "--yes"], ASIDE, steps=True),
    "forget": Case(["forget", "--yes"], [SET, NOTE], steps=True),
    "print -o": Case(["print", "short-cervix", "-o", "paper.txt"]),
    "print --to pdf": Case(
        ["print", "short-cervix", "hospital-bag", "--to", "pdf", "-o", "paper.txt"]
    ),
    "print -o --force": Case(
        ["print", "short-cervix", "-o", "paper.txt", "--force"],
        [["print", "hospital-bag", "-o", "paper.txt"]],
    ),
}


def injected(name: str, library: Path) -> dict[str, Any]:
    """Run a case with every fault at every call."""
    case = CASES[name]
    scratch = MEMORY if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=scratch) as base:
        folder, home = Path(base, "here"), Path(base, "home")
        folder.mkdir()
        day = ["--on", case.day, "--no-input"]
        files = {path: base64.b64encode(data).decode() for path, data in case.files.items()}
        order = {
            "home": str(home), "folder": str(folder), "scratch": base, "files": files,
            "argv": placed([*case.argv, *day], folder),
            "prepare": [placed([*words, *day], folder) for words in case.prepare],
        }  # fmt: skip
        env = {k: v for k, v in os.environ.items() if not k.startswith(("AMMA_", "XDG_", "COLU"))}
        env |= {"AMMA_HOME": str(home), "AMMA_LIBRARY": str(library), "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, str(INJECT)], input=json.dumps(order).encode(), env=env,
            capture_output=True, timeout=SECONDS, check=False, cwd=base,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(done.stderr.decode())
        found: dict[str, Any] = json.loads(done.stdout)
    return found


def placed(words: Sequence[str], folder: Path) -> list[str]:
    """The words, a file of theirs in the folder."""
    return [str(folder / word) if word == "paper.txt" else word for word in words]


def wrongs(name: str, found: dict[str, Any]) -> list[str]:
    """Every row in which something is lost, half or not said."""
    return [
        f"{name}: call {row['at']} ({row['call']}), {row['kind']}: {what}; "
        f"exit {row['code']}, {row['states']}, {row['err'][:160]!r}"
        for row in found["rows"]
        for what in _wrong(CASES[name], row, found)
    ]


def outcome(row: dict[str, Any]) -> str:
    """What is there after a fault: old, new, or step for some files old and some new."""
    states = set(row["states"].values()) - {"same"}
    return states.pop() if len(states) == 1 else "step" if states else "same"


def _wrong(case: Case, row: dict[str, Any], found: dict[str, Any]) -> list[str]:
    code, err, after = row["code"], row["err"], outcome(row)
    killed = row["kind"].startswith("killed")
    said = not killed and code != 130
    checks = {
        "a file is neither old nor new": "wrong" in row["states"].values(),
        "a file is damaged": bool(row["damage"]),
        "half of the change": after == "step" and not case.steps,
        "what stood in the journal is gone": row["lost"],
        "a fresh process finds another due date": row["opened"] not in found["dues"],
        "a trace": "Traceback" in err or "inside amma" in err,
        "not killed": killed and code != -9,
        "exit code": not killed and code not in _codes(row["kind"]),
        "no sentence": said and code != 0 and not err.strip(),
        "done is said and nothing is changed": said and code == 0 and after not in ("new", "same"),
        "stdout although it failed": said and code != 0 and bool(row["out"]),
        "nothing was changed is said and it was": code != 0
        and "othing was changed" in err
        and after != "old",
        "a temporary file is left": not killed and bool(row["left"]),
        "the backup is not the old file": not all(row["backups"]) and not killed,
        "an interrupt changed something": code == 130
        and row["kind"] == "interrupted before"
        and row["call"] in ("write", "truncate")
        and after not in ("old", "step"),
    }  # fmt: skip
    return [what for what, is_so in checks.items() if is_so]


def _codes(kind: str) -> tuple[int, ...]:
    """Refused: failed, or data that cannot be read, or done where the call did not matter."""
    if kind.startswith("interrupted"):
        return (130,)
    return (0,) if kind == "fewer" else (0, 1, 4)


HEADINGS = ("command", "calls", "runs", "old", "new", "step", "exit 0", "1", "4", "130", "killed")


def line(name: str, found: dict[str, Any]) -> tuple[str | int, ...]:
    """The line of the table: the command, its calls, and how the runs came out."""
    rows = found["rows"]
    ends = Counter(row["code"] for row in rows)
    after = Counter(outcome(row) for row in rows)
    counts = (after["old"], after["new"], after["step"])
    codes = (ends[0], ends[1], ends[4], ends[130], ends[-9])
    return (name, len(found["calls"]), len(rows), *counts, *codes)


def table(lines: Sequence[tuple[str | int, ...]]) -> str:
    """The lines as a Markdown table."""
    rows = [HEADINGS, tuple("---" for _ in HEADINGS), *lines]
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows)
