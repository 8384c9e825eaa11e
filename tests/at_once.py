"""Several processes that wait for each other, so that their work falls into the same moment."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run_at_once(
    source: str, calls: Sequence[Sequence[str]], env: Mapping[str, str] | None = None
) -> None:
    """Run one program once for every list of arguments; each must end well and say nothing.

    The program prints "ready" and begins when it has read a line.
    """
    pipe = subprocess.PIPE
    running = [
        subprocess.Popen(
            [sys.executable, "-c", source, *call],
            env=env, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True,
        )
        for call in calls
    ]  # fmt: skip
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in running:
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, "")
