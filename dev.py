#!/usr/bin/env python3
"""Everything a developer runs: python3 dev.py COMMAND

  run -- ARGS          amma from this checkout, for example: python3 dev.py run -- week 20
  test [PYTEST ARGS]   the tests
  lint                 ruff check, ruff format --check, mypy
  check                amma library check: the editorial rules over content/
  wheel                build wheel and sdist, install the wheel elsewhere read-only, use it
  speed [ARGS]         how long a start takes; --articles 300,10000,100000
  conventions          which of the conventions have a test
  paper [ARGS]         amma print and visit read back by poppler, Chromium, axe-core; what it costs
  pictures             docs/pictures/ again, from real output
  man                  docs/man/ again, from the help texts

Needs only Python 3.11 with pip and venv. The first command makes .venv here; later ones
install again only when pyproject.toml, the Python or the place of the checkout changed,
and need no network otherwise.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "amma-stamp"
CONVENTIONS = range(1, 36)


def say(text: str) -> None:
    """Progress goes to stderr, so that `run` leaves stdout to amma."""
    print(text, file=sys.stderr, flush=True)


# The environment


def wanted_stamp() -> str:
    """What .venv was made from. Another value means: install again."""
    made_from = hashlib.sha256((ROOT / "pyproject.toml").read_bytes())
    made_from.update((ROOT / "hatch_build.py").read_bytes())
    return f"{python_part()}\n{made_from.hexdigest()}\n"


def python_part() -> str:
    return f"{ROOT} {sys.version_info[0]}.{sys.version_info[1]}"


def found_stamp() -> str:
    try:
        return STAMP.read_text(encoding="utf-8")
    except OSError:
        return ""


def setup() -> int:
    """Make .venv ready. 0 when it is; the stamp is written last, so a broken try is done again."""
    wanted, found = wanted_stamp(), found_stamp()
    if found == wanted and PYTHON.exists():
        return 0
    again = found.startswith(python_part() + "\n") and PYTHON.exists()
    say("dev.py: bringing .venv up to date" if again else "dev.py: making .venv, once; a minute")
    STAMP.unlink(missing_ok=True)
    if not again and quietly([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        say("dev.py: this Python cannot make a virtual environment (is python3-venv installed?)")
        return 1
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    if quietly([*pip, "--editable", f"{ROOT}[dev]"]):
        say("dev.py: the installation failed; the first one needs a network")
        return 1
    STAMP.write_text(wanted, encoding="utf-8")
    return 0


def quietly(command: list[str]) -> int:
    """Run; show what it printed only when it failed."""
    done = subprocess.run(
        command,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
    )
    if done.returncode:
        say(done.stdout.decode(errors="replace"))
    return done.returncode


def call(*command: str) -> int:
    """Run a developer's tool in the checkout."""
    return subprocess.run([str(PYTHON), *command], cwd=ROOT, check=False).returncode


# The commands


def run(args: list[str]) -> int:
    """Become amma: same terminal, same folder, same exit code."""
    program = str(BIN / ("amma.exe" if os.name == "nt" else "amma"))
    command = [program, *(args[1:] if args[:1] == ["--"] else args)]
    if os.name != "nt":  # an exec there loses the exit code
        os.execv(program, command)
    return subprocess.run(command, check=False).returncode


def test(args: list[str]) -> int:
    return call("-m", "pytest", "-n", "2", *args)


def lint(args: list[str]) -> int:
    codes = [
        call("-m", "ruff", "check", *args, "."),
        call("-m", "ruff", "format", "--check", "."),
        call("-m", "mypy"),
    ]
    return max(codes)


def check(args: list[str]) -> int:
    return call("-m", "amma_cli", "library", "check", *args)


def tool(name: str) -> Callable[[list[str]], int]:
    """A command that lives in tools/NAME.py."""
    return lambda args: call(str(ROOT / "tools" / f"{name}.py"), *args)


def conventions(args: list[str]) -> int:
    """List which conventions have tests, and those that have none. Exit 0: it only tells."""
    counts = dict.fromkeys(CONVENTIONS, 0)
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        for number in re.findall(r"def test_convention_(\d+)_", file.read_text(encoding="utf-8")):
            counts[int(number)] = counts.get(int(number), 0) + 1
    said = convention_texts()
    for number, count in sorted(counts.items()):
        tests = f"{count} test{'' if count == 1 else 's'}" if count else "-- none"
        print(f"{number:>3}  {tests:<9}  {said.get(number, '')}".rstrip())
    missing = [str(number) for number, count in sorted(counts.items()) if not count]
    print(f"\n{len(counts) - len(missing)} of {len(counts)} conventions have a test.")
    if missing:
        print(f"Missing: {', '.join(missing)}")
    return 0


def convention_texts() -> dict[int, str]:
    """The beginning of each line of docs/conventions.md."""
    file = ROOT / "docs" / "conventions.md"
    if not file.exists():
        return {}
    lines = re.findall(r"^(\d+)\. (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    width = max(40, shutil.get_terminal_size().columns - 16)
    return {int(n): text if len(text) <= width else text[: width - 3] + "..." for n, text in lines}


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "lint": lint,
    "check": check,
    "wheel": tool("wheel"),
    "speed": tool("speed"),
    "conventions": conventions,
    "paper": tool("paper"),
    "pictures": tool("pictures"),
    "man": tool("man"),
}


def main(argv: list[str]) -> int:
    if sys.version_info < (3, 11):
        say("dev.py: amma needs Python 3.11 or newer")
        return 1
    if not argv or argv[0] in {"-h", "--help", "help"}:
        print((__doc__ or "").strip())
        return 0 if argv else 2
    if argv[0] not in COMMANDS:
        say(f"dev.py: no command {argv[0]!r}. There are: {', '.join(COMMANDS)}")
        return 2
    if argv[0] != "conventions" and (failed := setup()):
        return failed
    return COMMANDS[argv[0]](argv[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
