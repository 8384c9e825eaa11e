"""Convention 6: every exit code, reached for real."""

import re
import sqlite3
from pathlib import Path

import pytest

from tests.batch import each
from tests.program import CALLS, DUE, TODAY, Amma, words_of
from tests.terminal import CONTROL_C, Key, in_terminal

DAMAGE: dict[str, bytes] = {
    "not TOML": b"schema = = 1\n",
    "not text": b"\xff\xfe\x00schema",
    "empty": b"",
    "no schema": b"live = []\n",
    "a text for a schema": b'schema = "1"\n',
    "a newer schema": b"schema = 99\n",
    "a list that is none": b"schema = 1\nlive = 5\n",
    "a dating that is none": b"schema = 1\ndating = 5\n",
    "a dating without inputs": b'schema = 1\nlive = [1]\n[[dating]]\nid = 1\nmethod = "lmp"\n',
    "inputs that are none": b'schema = 1\nlive = [1]\n[[dating]]\nid = 1\nmethod = "lmp"\n'
    b'on = 2026-11-22\ndue = 2027-04-11\ninputs = "x"\n',
    "a due date that does not follow": b"schema = 1\nlive = [1]\n[[dating]]\nid = 1\n"
    b'method = "date"\non = 2026-11-22\ndue = 2027-04-12\ninputs = {date = "2027-04-11"}\n',
    "a text for a day": b'schema = 1\nborn = "soon"\n',
    "a country that is a number": b"schema = 1\ncountry = 44\n",
}
READ = ["today", "why", "due", "checkin"]
WRITE = ["born", "end", "resume"]


def test_convention_06_the_codes_are_shown(amma: Amma) -> None:
    done = amma("help", "exit-codes")
    assert done.code == 0
    shown = re.findall(r"^\W*(\d+)\b", done.out, re.MULTILINE)
    assert shown == ["0", "1", "2", "3", "4", "5", "130"]


def test_convention_06_0_is_done(expecting: Amma) -> None:
    codes = [done.code for done in each(expecting, [words_of(name) for name in CALLS])]
    assert dict(zip(CALLS, codes, strict=True)) == dict.fromkeys(CALLS, 0)


def test_convention_06_1_is_failed_or_not_found(expecting: Amma) -> None:
    (expecting.folder / "there.html").write_text("mine", encoding="utf-8")
    for args in (
        ["read", "no-such-article"],
        ["cite", "short-cervix", "999"],
        ["week", "43"],
        ["list", "--topic", "no-such-topic"],
        ["search", "zzqxv"],
        ["read", "short-cervix", "--section", "no such section"],
        ["print", "short-cervix", "-o", "there.html"],
        ["print", "short-cervix", "-o", "no/such/folder/x.html"],
        ["print", "short-cervix", "no-such-article"],
        ["print", "--topic", "no-such-topic"],
        ["print", "--week", "43"],
        ["due", "--redo"],
        ["library", "check", "no-such-folder"],
    ):
        done = expecting(*args)
        assert done.code == 1, (args, done.err)
        assert "Traceback" not in done.err
    assert (expecting.folder / "there.html").read_text(encoding="utf-8") == "mine"


def test_convention_06_2_is_wrong_usage(expecting: Amma) -> None:
    before = expecting.files()
    for args in (
        ["wek"],
        ["--nope"],
        ["week", "--nope"],
        ["week", "20", "21"],
        ["week", "x"],
        ["read"],
        ["cite", "short-cervix"],
        ["born"],
        ["due", "2027-13-01"],
        ["due", "04/11/2027", "--region", "ZZ"],
        ["due", "--lmp"],
        ["due", "--undo", "--redo"],
        ["completion", "tcsh"],
        ["help", "no-such-topic"],
        ["settings", "no-such-setting"],
        ["chart", "no-such-kind"],
        ["search"],
        ["print"],
        ["print", "short-cervix", "--to", "doc"],
        ["print", "short-cervix", "--paper", "a3"],
        ["print", "short-cervix", "--to", "txt", "--large"],
        ["print", "short-cervix", "--week", "20"],
        ["--on"],
        ["today", "--on", "yesterday"],
        ["week", "20", "--width", "7"],
        ["week", "20", "--width", "wide"],
        ["week", "20", "--color", "blue"],
        ["week", "20", "--region", "QQ"],
    ):
        done = expecting(*args)
        assert (done.code, done.out) == (2, ""), (args, done)
        assert "Traceback" not in done.err
        assert len(done.err.strip().splitlines()) <= 3, done.err
    assert expecting.files() == before


@pytest.mark.parametrize(
    "name", ["week", "why", "due", "checkin", "signs", "born", "end", "resume", "new", "status"]
)
def test_convention_06_3_is_no_due_date_yet(amma: Amma, name: str) -> None:
    args = [name] if name != "born" else [name, "2026-11-20"]
    done = amma(*args, "--on", TODAY)
    assert done.code == 3
    # The signs of an emergency are shown all the same.
    assert done.out == "" or (name == "signs" and "Seizure (fit)" in done.out)
    assert "amma due" in done.err
    assert amma.files() == {}


@pytest.mark.parametrize("damage", DAMAGE)
def test_convention_06_4_is_damaged_data_and_leaves_it_as_it_is(amma: Amma, damage: str) -> None:
    amma.profile = DAMAGE[damage]
    amma.reset()
    for args in [["today"], ["due", "2027-04-12"]] if damage != "not TOML" else every_use():
        done = amma(*args, "--on", TODAY)
        assert (done.code, done.out) == (4, ""), (args, done)
        assert "profile.toml" in done.err
        assert re.search(r"[Nn]othing was changed", done.err)
        assert "Traceback" not in done.err
        assert amma.files() == {"profile.toml": DAMAGE[damage]}


def every_use() -> list[list[str]]:
    writing = [CALLS[name] for name in WRITE]
    changes = [["due", DUE], ["due", "--undo"], ["due", "--country", "US"], ["due", "--lmp", TODAY]]
    return [*(CALLS[name] for name in READ), *writing, *changes, ["checkin", "--note", "x"]]


@pytest.fixture
def broken(tmp_path: Path, library: Path) -> dict[str, bytes]:
    """Libraries that cannot be used, by what is wrong with them."""
    whole = library.read_bytes()
    newer = tmp_path / "newer.db"
    newer.write_bytes(whole)
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE meta SET value = '999' WHERE key = 'schema'")
    connection.close()
    rows = tmp_path / "rows.db"
    rows.write_bytes(whole)
    with sqlite3.connect(rows) as connection:
        for table in ("article", "source", "growth", "guide", "sign", "region"):
            connection.execute(f"UPDATE {table} SET record = 'no JSON'")
    connection.close()
    return {
        "empty": b"",
        "not SQLite": b"once upon a time " * 4000,
        "half of it": whole[: len(whole) // 2],
        "its first page": whole[:4096],
        "its first bytes": whole[:50],
        "its middle lost": whole[:8192] + b"\0" * (len(whole) - 8192),
        "newer": newer.read_bytes(),
        "records of nothing": rows.read_bytes(),
    }


@pytest.mark.parametrize(
    "damage",
    ["empty", "not SQLite", "half of it", "its first page", "its first bytes", "its middle lost",
     "newer", "records of nothing"],
)  # fmt: skip
def test_convention_06_5_is_a_damaged_library(
    expecting: Amma, broken: dict[str, bytes], damage: str
) -> None:
    path = expecting.folder / "library.db"
    path.write_bytes(broken[damage])
    before, env = expecting.files(), {"AMMA_LIBRARY": str(path)}
    for name in ("read", "today", "size", "checkin"):
        done = expecting.call(name, env=env)
        assert (done.code, done.out) == (5, ""), (name, done)
        assert "library" in done.err.lower()
        assert "Traceback" not in done.err
    assert path.read_bytes() == broken[damage]
    assert expecting.files() == before


def test_convention_06_5_is_a_library_that_is_not_there(expecting: Amma) -> None:
    for place in (expecting.folder / "no.db", expecting.folder):
        done = expecting.call("read", env={"AMMA_LIBRARY": str(place)})
        assert (done.code, done.out) == (5, "")


def test_convention_06_130_is_interrupted(expecting: Amma) -> None:
    before = expecting.files()
    seen = in_terminal(
        expecting, "checkin", "--on", TODAY, "--no-pager", keys=[Key("Enter if none is", CONTROL_C)]
    )
    assert seen.code == 130
    assert expecting.files() == before
