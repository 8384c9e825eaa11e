"""What a start costs: medians of whole processes, as ratios to `python -c pass`.

    python3 dev.py speed [--articles 300,10000,100000] [--rounds 11]

Each round runs every command once, so that a busy machine slows all of them alike. The
libraries are made of the real content and of synthetic articles, and kept in build/speed.
The program is started as the launchers of pipx, uv and newer pips start it; the last row of
a block is --version through the launcher that lies in .venv: an older pip's loads `re` first.
Nothing is asserted: the table is for the note of a change. Linux and macOS.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "build" / "speed"
AMMA = Path(sys.executable).parent / "amma"
DAY = ["--on", "2026-11-22"]
DUE = ["due", "2027-04-11", *DAY, "--no-input"]
LAUNCHER = "import sys\nfrom amma_cli.__main__ import main\nsys.exit(main())\n"
MEASURED = {
    "--version": ["--version"],
    "--help": ["--help"],
    "today": ["today", *DAY],
    "week 20": ["week", "20"],
    "read": ["read", "cervical-insufficiency"],
    "search": ["search", "bleeding"],
    "list": ["list"],
}
FLOOR = "python -c pass"
GOALS = {"--version": 1.5, "--help": 8.0}
GOAL = 12.0
UNIT = 1024 * 1024 if sys.platform == "darwin" else 1024  # of ru_maxrss
FRESH = 5  # installations whose first run is measured


class Run(NamedTuple):
    """One whole process."""

    seconds: float
    megabytes: float
    code: int


def measure(command: list[str], env: Mapping[str, str], folder: Path) -> Run:
    """Run to the end; the memory is the highest that this one process had."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=env,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(seconds, used.ru_maxrss / UNIT, process.returncode)


def own_megabytes() -> float:
    """A child counts its parent's memory until it becomes itself, so less cannot be seen."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / UNIT


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("AMMA_", "XDG_", "PYTHON"))}
    return kept | {"HOME": str(home), "AMMA_HOME": str(home / "amma"), "COLUMNS": "80"} | more


def prepared(folder: Path) -> Path:
    """A home with a due date in it."""
    home = folder / "home"
    home.mkdir(parents=True)
    if measure([str(AMMA), *DUE], environment(home), home).code:
        print("speed: amma due failed; `today` has no profile", file=sys.stderr)
    return home


def library(count: int) -> Path:
    """The compiled library with `count` articles, from build/speed or made now."""
    db = KEPT / fingerprint() / f"{count}.db"
    if not db.exists():
        print(f"speed: compiling {count:,} articles, kept in build/speed", file=sys.stderr)
        made = subprocess.run(
            [sys.executable, str(ROOT / "tools" / "synthetic.py"), str(count), str(db)],
            cwd=ROOT,
            check=False,
        )
        if made.returncode:
            sys.exit(f"speed: the library with {count:,} articles could not be made")
    return db


def fingerprint() -> str:
    """Of all that a compiled library depends on; others' libraries are thrown away."""
    import hashlib

    digest = hashlib.sha256()
    parts = [*(ROOT / "amma_cli" / "library").glob("*.py"), ROOT / "tools" / "synthetic.py"]
    parts += [ROOT / "amma_cli" / "blocks.py", *(ROOT / "amma_cli" / "domain").glob("*.py")]
    parts += [path for path in (ROOT / "content").rglob("*") if path.is_file()]
    for path in sorted(parts):
        digest.update(path.read_bytes())
    name = digest.hexdigest()[:16]
    if KEPT.is_dir():
        for old in KEPT.iterdir():
            if old.name != name:
                shutil.rmtree(old)
    return name


def commands(folder: Path) -> dict[str, list[str]]:
    """What a block of the table measures: the floor first, the goals' rows, the old launcher."""
    launcher = folder / "launcher.py"
    launcher.write_text(LAUNCHER, encoding="utf-8")
    python = sys.executable
    rows = {name: [python, str(launcher), *args] for name, args in MEASURED.items()}
    return {FLOOR: [python, "-c", "pass"], **rows, "--version, .venv": [str(AMMA), "--version"]}


def rounds(env: Mapping[str, str], home: Path, times: int) -> None:
    """Measure and print one block of the table."""
    measured = commands(home)
    runs: dict[str, list[Run]] = {name: [] for name in measured}
    for turn in range(times + 1):
        for name, command in measured.items():
            run = measure(command, env, home)
            if turn:  # the first round only warms the disk
                runs[name].append(run)
    floor = middle(runs[FLOOR])
    for name, kept in runs.items():
        row(name, kept, floor, GOALS.get(name, GOAL) if name in MEASURED else None)


def middle(runs: list[Run]) -> float:
    return statistics.median(run.seconds for run in runs)


def row(name: str, runs: list[Run], floor: float, goal: float | None) -> None:
    milliseconds = middle(runs) * 1000
    peak, own = max(run.megabytes for run in runs), own_megabytes()
    memory = f"{peak:.1f}" if peak > own else f"<={own:.0f}"
    codes = {run.code for run in runs} - {0}
    note = f"exit {sorted(codes)}" if codes else ""
    aim = f"{goal:>6.1f}" if goal is not None else " " * 6
    ratio = middle(runs) / floor
    print(f"  {name:<18}{milliseconds:>9.1f}{ratio:>8.2f}{aim}{memory:>10}  {note}".rstrip())


def installed(folder: Path) -> Path | None:
    """amma_cli with its library inside, as an installation lays it out; no network needed."""
    target = folder / "installed"
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    command += ["--no-deps", "--no-index", "--no-build-isolation", "--target", str(target)]
    done = subprocess.run([*command, str(ROOT)], capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"speed: no installation to measure:\n{done.stderr}", file=sys.stderr)
        return None
    return target


def first_runs(folder: Path, times: int) -> None:
    """The first run of a fresh copy with an empty home, against later runs of the same."""
    target = installed(folder)
    if target is None:
        return
    command = [sys.executable, "-m", "amma_cli", "week", "20"]
    first, later = [], []
    for number in range(FRESH):
        copy, home = folder / f"copy {number}", folder / f"home {number}"
        shutil.copytree(target, copy)
        home.mkdir()
        env = environment(home, PYTHONPATH=str(copy))
        first.append(measure(command, env, home))
        later += [measure(command, env, home) for _ in range(max(1, times // 2))]
    floor = middle(later)
    print("\nweek 20 of an installed copy; ratio to its later runs")
    row("first run", first, floor, 2.0)
    row("later runs", later, floor, None)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--articles", default="300,10000,100000")
    parser.add_argument("--rounds", type=int, default=11)
    asked = parser.parse_args()
    counts = [int(count) for count in asked.articles.split(",")]
    libraries = {count: library(count) for count in counts}
    with tempfile.TemporaryDirectory(prefix="amma-speed-") as name:
        home = prepared(Path(name))
        print(f"  {'':<18}{'median ms':>9}{'ratio':>8}{'goal':>6}{'peak MB':>10}")
        for count, db in libraries.items():
            print(f"\n{count:,} articles, {db.stat().st_size / 1e6:,.1f} MB")
            rounds(environment(home, AMMA_LIBRARY=str(db)), home, asked.rounds)
        first_runs(Path(name), asked.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
