"""The session that goes on: every press is on disk at once, and comes back."""

import datetime
import json
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.errors import DataDamaged, Failed
from amma_cli.store.live import Live, clear_live, press, read_live, start_live, unpress
from amma_cli.store.system import system
from tests.at_once import run_at_once

ROOT = Path(__file__).resolve().parents[2]
START = datetime.datetime(
    2026, 11, 22, 7, 5, 9, 123000, datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))
)
PRESSES = 50
PRESSER = """
import sys
from pathlib import Path
from amma_cli.store.live import press, read_live
path, base = Path(sys.argv[1]), float(sys.argv[2])
live = read_live(path)
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    press(path, live, base + number)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "live.jsonl"


def test_without_a_session_there_is_none_and_nothing_is_made(path: Path) -> None:
    assert read_live(path) is None
    path.write_bytes(b"")
    assert read_live(path) is None
    assert [p.name for p in path.parent.iterdir()] == ["live.jsonl"]


def test_a_session_has_a_head_and_a_line_for_each_press(path: Path) -> None:
    live = press(path, press(path, start_live(path, "kicks", START), 3.014), 65.0)
    assert live == Live("kicks", START, (3.01, 65.0))
    assert [json.loads(line) for line in path.read_bytes().splitlines()] == [
        {"schema": 1, "kind": "kicks", "start": "2026-11-22T07:05:09.123-03:30"},
        {"at": 3.01},
        {"at": 65.0},
    ]
    assert read_live(path) == live
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_first_press_is_stored_with_the_beginning_or_not_at_all(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(system, "replace", refuse)
    with pytest.raises(Failed, match="No space left"):
        start_live(path, "kicks", START, 0.0)
    monkeypatch.undo()
    assert read_live(path) is None
    assert start_live(path, "kicks", START, 0.0) == read_live(path) == Live("kicks", START, (0.0,))


@given(st.lists(st.integers(0, 10**7).map(lambda n: n / 100), max_size=12), st.integers(0, 12))
@settings(max_examples=40, deadline=None)
def test_presses_come_back_and_can_be_taken_back_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, presses: list[float], back: int
) -> None:
    path = tmp_path_factory.mktemp("live") / "live.jsonl"
    live = start_live(path, "contractions", START)
    for seconds in presses:
        live = press(path, live, seconds)
    for _ in range(min(back, len(presses))):
        live = unpress(path, live)
    expected = Live("contractions", START, tuple(presses[: max(0, len(presses) - back)]))
    assert live == read_live(path) == expected


def test_a_press_that_cannot_be_stored_is_said_and_the_others_stay(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = press(path, start_live(path, "kicks", START), 1.0)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(system, "sync", refuse)
    with pytest.raises(Failed, match="No space left"):
        press(path, live, 2.0)
    with pytest.raises(Failed, match="No space left"):
        unpress(path, live)
    monkeypatch.undo()
    assert read_live(path) == live


def test_wherever_the_last_press_is_torn_the_others_are_read(path: Path) -> None:
    one = press(path, start_live(path, "kicks", START), 12.5)
    whole = path.read_bytes()
    press(path, one, 70.25)
    both = path.read_bytes()
    for end in range(len(whole), len(both) - 2):
        path.write_bytes(both[:end])
        assert read_live(path) == one
    path.write_bytes(both[: len(whole) + 4])
    assert press(path, one, 80.0).presses == (12.5, 80.0)
    again = read_live(path)
    assert again is not None
    assert again.presses == (12.5, 80.0)


@pytest.mark.parametrize("line", [b"null", b"[]", b"{}", b'{"at": "x"}', b'{"at": null}', b"\xff",
                                  b"{}{}", b"[" * 5000])  # fmt: skip
def test_a_line_that_is_no_press_is_passed_over(path: Path, line: bytes) -> None:
    press(path, start_live(path, "kicks", START), 1.0)
    path.write_bytes(path.read_bytes() + line + b"\n" + b'{"at": 2.0}\n')
    live = read_live(path)
    assert live is not None
    assert live.presses == (1.0, 2.0)


@pytest.mark.parametrize(
    "head",
    [b"\n", b"no json\n", b"[]\n", b"null\n", b"{}\n", b"\xff\n", b"[" * 5000 + b"\n",
     b'{"schema": 1, "kind": "kicks"}\n', b'{"schema": "1", "kind": "kicks", "start": "x"}\n',
     b'{"schema": 1, "kind": "kicks", "start": "noon"}\n',
     b'{"schema": 1, "kind": "kicks", "start": 7}\n',
     b'{"schema": 1, "kind": "kicks", "start": "2026-11-22T07:05:09"}\n'],
)  # fmt: skip
def test_a_head_that_is_none_is_damage_in_words_and_stays(path: Path, head: bytes) -> None:
    path.write_bytes(head)
    with pytest.raises(DataDamaged, match="cannot be read"):
        read_live(path)
    assert path.read_bytes() == head


def test_a_session_of_a_newer_amma_is_refused_and_stays(path: Path) -> None:
    data = b'{"schema": 2, "what": "new"}\n'
    path.write_bytes(data)
    with pytest.raises(DataDamaged, match="newer amma"):
        read_live(path)
    assert path.read_bytes() == data


def test_a_session_that_is_put_away_is_gone_once_or_twice(path: Path) -> None:
    start_live(path, "kicks", START)
    clear_live(path)
    clear_live(path)
    assert [p.name for p in path.parent.iterdir()] == ["lock"]


def test_a_session_that_cannot_be_put_away_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(13, "Permission denied")

    live = start_live(path, "kicks", START)
    monkeypatch.setattr(system, "unlink", refuse)
    with pytest.raises(Failed, match="could not be removed: Permission denied"):
        clear_live(path)
    monkeypatch.undo()
    assert read_live(path) == live


def test_two_processes_that_press_at_once_lose_nothing(path: Path) -> None:
    start_live(path, "kicks", START)
    run_at_once(PRESSER, [(str(path), base, str(PRESSES)) for base in ("0", "1000")])
    live = read_live(path)
    assert live is not None
    assert sorted(live.presses) == [float(b + n) for b in (0, 1000) for n in range(PRESSES)]


def test_two_sessions_that_begin_at_once_are_one_with_both_presses(tmp_path: Path) -> None:
    path = tmp_path / "live.jsonl"
    start_live(path, "kicks", START, 0.0)
    later = START + datetime.timedelta(seconds=2, milliseconds=500)
    both = start_live(path, "kicks", later, 0.0)
    assert both == read_live(path) == Live("kicks", START, (0.0, 2.5))
    with pytest.raises(Failed):
        start_live(path, "contractions", later, 0.0)
    assert read_live(path) == both
