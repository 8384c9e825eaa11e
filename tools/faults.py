"""The table of faults: every writing command, its system calls, and how each fault came out.

    python3 tools/faults.py [NAME ...]

Each run refuses, cuts short, interrupts or kills one system call; then the files are opened
again. The table is for the note of a change; tests/faults asserts the same runs. Linux, macOS.
"""

import os
import sys
import tempfile
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv" / "bin" / "python"

LEGEND = """
calls: system calls of the store in one run. runs: faults, one each: ENOSPC, EIO, EACCES, fewer
bytes, Ctrl-C and SIGKILL before and after the call. old, new: what is there afterwards, whole.
step: a command that changes several files was stopped between two of them, each of them whole.
"""


def main(names: list[str]) -> int:
    """Print the table and what is wrong; 1 where something is."""
    sys.path.insert(0, str(ROOT))
    ours = ModuleType("tests")  # a library may bring a package of this name
    ours.__path__ = [str(ROOT / "tests")]
    sys.modules["tests"] = ours
    from amma_cli.library.compile import compile_library
    from tests.faults.cases import CASES, injected, line, table, wrongs

    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "library.db")
        compile_library(ROOT / "content", library)
        chosen = [name for name in CASES if not names or name in names]
        found = {name: injected(name, library) for name in chosen}
    print(table([line(name, found[name]) for name in found]))
    print(LEGEND)
    wrong = [what for name in found for what in wrongs(name, found[name])]
    print("\n".join(wrong) if wrong else "Nothing lost, nothing half, nothing unsaid.")
    return int(bool(wrong))


if __name__ == "__main__":
    if VENV.exists() and Path(sys.prefix) != ROOT / ".venv":  # the program needs its libraries
        os.execv(VENV, [str(VENV), *sys.argv])
    sys.exit(main(sys.argv[1:]))
