"""Generated hostile text in every place that takes any: no crash, nothing raw, nothing broken.

The cases are always the same ones. A share runs by default; AMMA_FUZZ=10000 runs them all,
and AMMA_FUZZ=N any other number. A failure names its case, its words and how it ended.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from amma_cli.commands.registry import COMMANDS, VALUED
from amma_cli.commands.run import build
from amma_cli.options import VALUES
from tests.fuzz.cases import COMMON, HOLE, Target, case, targets
from tests.fuzz.hostile import KINDS
from tests.program import CALLS, Amma

SHARE = 1500
COUNT = int(os.environ.get("AMMA_FUZZ", SHARE))
SHARDS = 6
# A dependency installs a package "tests" of its own; ours is named before that can be found.
START = """
import sys, types
package = types.ModuleType("tests")
package.__path__ = [sys.argv.pop(1)]
sys.modules["tests"] = package
from tests.fuzz.runner import main
main()
"""
TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def places() -> list[Target]:
    return targets(build())


@pytest.mark.parametrize("shard", range(SHARDS))
def test_convention_17_ten_thousand_hostile_texts(
    tmp_path: Path, real_library: Path, shard: int
) -> None:
    amma = Amma(tmp_path, real_library)
    done = subprocess.run(
        [sys.executable, "-c", START, str(TESTS), str(COUNT), str(shard), str(SHARDS)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=amma.environment(),
        cwd=tmp_path,
        timeout=30 + COUNT,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    report = json.loads(done.stdout)
    assert report["ran"] == len(range(shard, COUNT, SHARDS))
    assert report["failures"] == [], shown(report["failures"])


def shown(failures: Iterable[dict[str, Any]]) -> str:
    return "\n".join(json.dumps(one, ensure_ascii=True) for one in failures)


def test_the_default_share_reaches_every_command_every_option_and_every_kind(
    places: list[Target],
) -> None:
    cases = [case(number, places) for number in range(SHARE)]
    assert {one.kind for one in cases} == set(KINDS)
    reached = {target.words for target in (one.target for one in cases)}
    assert {line[0] for line in reached} >= {command.name for command in COMMANDS}
    assert {word for line in reached for word in line} >= {*VALUED, *VALUES}
    assert set(COMMON) == set(VALUES)
    assert set(CALLS) == {command.name for command in COMMANDS}


def test_the_same_number_is_always_the_same_case(places: list[Target]) -> None:
    assert [case(n, places) for n in (0, 77, 9999)] == [case(n, places) for n in (0, 77, 9999)]


def test_a_case_could_have_been_typed(places: list[Target]) -> None:
    for number in range(0, 10_000, 13):
        one = case(number, places)
        for text in (*one.words, *one.environ.values()):
            assert HOLE not in os.fsencode(text).decode("latin-1")
