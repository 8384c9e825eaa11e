"""Many runs of the program for little: one interpreter imports it and forks for every run.

Each run is still a process of its own that goes through __main__, with real streams. It serves
where the same start is made hundreds of times; what differs at the start itself (encodings,
buffering, closed streams, terminals) is tested with tests/program.py and tests/terminal.py.
"""

import base64
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.program import Amma, Done, found_by

FORKS = Path(__file__).with_name("forks.py")
SECONDS = 120


class End(NamedTuple):
    """How a run ended, and the files that it left in the home."""

    done: Done
    files: dict[str, bytes]


def ends(amma: Amma, calls: Sequence[Sequence[str]]) -> list[End]:
    """Run every call from the state that the test found, nothing on stdin."""
    order = {"home": str(amma.home), "profile": packed(amma.profile), "calls": [
        (packed(amma.profile and found_by(words, amma.profile)), words) for words in calls
    ]}  # fmt: skip
    done = subprocess.run(
        [sys.executable, str(FORKS)],
        input=json.dumps(order).encode(),
        capture_output=True,
        env=amma.environment(),
        cwd=amma.folder,
        timeout=SECONDS,
        check=True,
    )
    return [
        End(
            Done(end["code"], base64.b64decode(end["out"]), base64.b64decode(end["err"])),
            {name: base64.b64decode(data) for name, data in end["files"].items()},
        )
        for end in json.loads(done.stdout)
    ]


def packed(profile: bytes | None) -> str | None:
    return None if profile is None else base64.b64encode(profile).decode()


def each(amma: Amma, calls: Sequence[Sequence[str]]) -> list[Done]:
    """Run every call as `ends` does, for how they ended alone."""
    return [end.done for end in ends(amma, calls)]
