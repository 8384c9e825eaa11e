"""amma privacy --prove: run every reading command with sockets refused, list each file touched.

Each command runs in a process of its own, in which an audit hook (PEP 578) sees every
open, every database, every process and every socket before it happens.
"""

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from amma_cli.errors import Failed

READING = (
    "today", "week 20", "size 20", "due", "why", "search bleeding",
    "read cervical-insufficiency", "cite cervical-insufficiency 1", "list", "topics", "library",
    "checkin --no-input", "signs", "journal", "chart weight", "kicks", "contractions", "visit",
    "export -o -", "about-me", "settings", "status", "doctor", "help",
)  # fmt: skip

PYTHON_ZIP = f"python{sys.version_info[0]}{sys.version_info[1]}.zip"

# What the command says goes nowhere; the pipe that was its stdout carries the report alone.
WATCH = """
import json, os, sys
report = os.dup(1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
seen = []
def hook(event, args):
    if event == "open":
        path, mode, flags = args
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        if isinstance(path, str):
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            seen.append(["write" if writes else "read", os.path.abspath(path)])
    elif event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate"):
        seen.append(["write", os.path.abspath(os.fsdecode(args[0]))])
    elif event == "sqlite3.connect":
        seen.append(["read", str(args[0])])
    elif event in ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.fork", "os.system"):
        seen.append(["process", event])
    elif event.startswith("socket."):
        seen.append(["socket", event])
        raise PermissionError("sockets are refused while this proof runs")
sys.addaudithook(hook)
sys.argv = ["amma", *sys.argv[2:]]
from amma_cli.__main__ import main
try:
    main()
except SystemExit:
    pass
finally:
    with open(report, "wb") as pipe:
        pipe.write(json.dumps(seen).encode())
"""


def prove_it(environ: Mapping[str, str]) -> dict[str, Any]:
    """Return commands, sockets, processes, and the files read and written outside Python itself."""
    seen: list[tuple[str, str]] = []
    for command in READING:
        seen += _watched(command.split(), environ)
    touched = {(how, path) for how, path in seen if how in ("read", "write") and _counts(path)}
    return {
        "commands": list(READING),
        "sockets": sum(how == "socket" for how, _ in seen),
        "processes": sum(how == "process" for how, _ in seen),
        "written": sorted({path for how, path in touched if how == "write"}),
        "read": sorted({path for how, path in touched if how == "read"}),
    }


def _watched(words: list[str], environ: Mapping[str, str]) -> list[tuple[str, str]]:
    """Run one command under the hook; what it saw comes back through a pipe."""
    process = subprocess.run(
        [sys.executable, "-c", WATCH, "amma", *words],
        env=dict(environ), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    if not process.stdout:  # a proof that saw nothing would prove nothing
        raise Failed(f"amma {' '.join(words)} could not be watched.")
    rows = json.loads(process.stdout)
    return [(how, path.removeprefix("file://").partition("?")[0]) for how, path in rows]


def _counts(path: str) -> bool:
    """Leave out Python's own files and amma's code; what is left is what amma touches."""
    code = str(Path(__file__).resolve().parent.parent)
    own = [sysconfig.get_paths()[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    if path.startswith(("/dev/", "/proc/", "/sys/")):
        return False
    if ".pyc." in path or "__pycache__" in path:  # Python's own, while it writes one
        return False
    if path.endswith((".pyc", ".py", ".so", ".pth", "pyvenv.cfg", ".dll", ".pyd", PYTHON_ZIP)):
        return False
    inside = path.startswith((code + os.sep, *(folder + os.sep for folder in own)))
    return not inside or path.endswith(("library.db", "library.version"))
