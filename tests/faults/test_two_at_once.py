"""Two processes that write at once lose nothing."""

import json
import tomllib
from pathlib import Path

from tests.at_once import run_at_once
from tests.program import Amma

COUNT = 50
WRITER = """
import datetime, sys
from pathlib import Path
from amma_cli.commands.house import House
from amma_cli.domain.dating import compute
from amma_cli.env import Env
from amma_cli.options import Options
from amma_cli.store.journal import add_entry
import os
now = datetime.datetime(2026, 11, 22, tzinfo=datetime.timezone.utc)
env = Env(Options(), os.environ, None, sys.stdout, sys.stderr, lambda: now)
house, who = House(env), sys.argv[1]
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[2])):
    add_entry(house.paths.journal, now, "note", {}, f"{who} {number}")
    day = (datetime.date(2027, 4, 1) + datetime.timedelta(days=number % 28)).isoformat()
    dating = compute("date", {"date": day}, today=now.date())
    house.change(lambda profile: profile.with_dating(dating, now.date(), replace=True))
"""


def test_convention_19_two_processes_at_once_lose_nothing(amma: Amma) -> None:
    run_at_once(WRITER, [(who, str(COUNT)) for who in "ab"], amma.environment())
    lines = (amma.home / "journal.jsonl").read_text("utf-8").splitlines()
    notes = [json.loads(line)["note"] for line in lines]
    assert sorted(notes) == sorted(f"{who} {n}" for who in "ab" for n in range(COUNT))
    record = tomllib.loads(Path(amma.home, "profile.toml").read_text("utf-8"))
    assert [row["id"] for row in record["dating"]] == list(range(1, 2 * COUNT + 1))
    assert not list(amma.home.glob(".*.new"))
