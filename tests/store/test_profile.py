"""The profile: every dating comes back, steps back and forward, damage changes nothing."""

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.domain.dating import METHODS, Dating, compute
from amma_cli.domain.settings import Settings
from amma_cli.errors import DataDamaged
from amma_cli.store.profile import Profile
from amma_cli.store.profile_file import profile_bytes, read_profile, write_profile

ON = date(2026, 10, 1)
# One dating of every method; the due dates are counted by hand from the rules of the evidence.
EVERY: dict[str, tuple[dict[str, Any], date]] = {
    "date": ({"date": "2027-04-11"}, date(2027, 4, 11)),
    "lmp": ({"lmp": "2026-07-05", "cycle": 28}, date(2027, 4, 11)),
    "conceived": ({"conceived": "2026-07-19"}, date(2027, 4, 11)),
    "insemination": ({"insemination": "2026-07-19"}, date(2027, 4, 11)),
    "retrieval": ({"retrieval": "2026-07-19"}, date(2027, 4, 11)),
    "transfer": ({"transfer": "2026-07-24", "embryo_day": 5}, date(2027, 4, 11)),
    "scan": ({"scan": "2026-09-30", "at": "12+3"}, date(2027, 4, 11)),
    # 62.2 mm by Robinson: 8.052 x sqrt(62.2 x 1.037) + 23.73 = 88.4 days, so 88 (12+4)
    "crl": ({"scan": "2026-09-30", "crl": 62.2, "formula": "robinson"}, date(2027, 4, 10)),
}


def made(method: str) -> Dating:
    return compute(method, EVERY[method][0], today=ON)


def with_all(*methods: str) -> Profile:
    profile = Profile()
    for method in methods:
        profile = profile.with_dating(made(method), ON, replace=False)
    return profile


def stored(folder: Path, profile: Profile) -> Path:
    path = folder / "profile.toml"
    write_profile(path, profile, on=ON)
    return path


def test_the_examples_cover_every_method() -> None:
    assert set(EVERY) == set(METHODS)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_comes_back_from_the_file(tmp_path: Path, method: str) -> None:
    profile = with_all(method)
    again = read_profile(stored(tmp_path, profile))
    assert again == profile
    assert again.due == EVERY[method][1]
    record = tomllib.loads((tmp_path / "profile.toml").read_text("utf-8"))
    assert record["schema"] == 3
    [row] = record["dating"]
    assert (row["method"], row["inputs"], row["due"], row["on"]) == (method, *EVERY[method], ON)


def test_all_of_a_profile_comes_back(tmp_path: Path) -> None:
    profile = with_all("lmp", "scan", "date")._replace(
        settings=Settings(country="GB"), born=date(2027, 4, 9), still_pregnant=date(2027, 5, 2)
    )
    for ended in (False, True, date(2026, 11, 20)):
        kept = profile.without_last()._replace(ended=ended)
        assert read_profile(stored(tmp_path, kept)) == kept


@given(st.lists(st.sampled_from(["lmp", "scan", "date", "undo", "redo"]), max_size=12))
@settings(max_examples=60, deadline=None)
def test_undo_and_redo_step_as_a_list_with_a_cursor_does(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    profile, done, undone = Profile(), list[str](), list[str]()
    for step in steps:
        if step == "undo":
            if done:
                profile = profile.without_last()
                undone.append(done.pop())
        elif step == "redo":
            if undone:
                profile = profile.with_last_again()
                done.append(undone.pop())
        else:
            profile = profile.with_dating(made(step), ON, replace=False)
            done, undone = [*done, step], []
        assert [kept.dating.method for kept in profile.kept] == done
        assert len(profile.undone) == len(undone)
    path = stored(tmp_path_factory.mktemp("steps"), profile)
    assert read_profile(path) == profile


def test_a_new_dating_after_an_undo_cuts_off_what_could_be_redone_and_keeps_it_on_file() -> None:
    profile = with_all("lmp", "scan").without_last()
    changed = profile.with_dating(made("conceived"), ON, replace=False)
    assert changed.undone == ()
    assert [kept.dating.method for kept in changed.kept] == ["lmp", "conceived"]
    assert [row.kept.dating.method for row in changed.datings] == ["lmp", "scan", "conceived"]
    assert len({row.id for row in changed.datings}) == 3


def test_the_clinics_date_stays_until_another_replaces_it(tmp_path: Path) -> None:
    later = compute("scan", {"scan": "2026-09-30", "at": "12+0"}, today=ON)
    profile = with_all("date").with_dating(later, ON, replace=False)
    assert profile.due == date(2027, 4, 11)
    replaced = with_all("date").with_dating(later, ON, replace=True)
    assert replaced.due == date(2027, 4, 14)
    assert read_profile(stored(tmp_path, replaced)).due == date(2027, 4, 14)
    assert replaced.without_last().due == date(2027, 4, 11)


def test_an_absent_file_is_an_empty_profile_and_none_is_made(tmp_path: Path) -> None:
    assert read_profile(tmp_path / "profile.toml") == Profile()
    assert Profile().due is None
    assert list(tmp_path.iterdir()) == []


def changed_text(old: str, new: str) -> str:
    text = profile_bytes(with_all("lmp", "date")).decode()
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("schema = 3", ""),
        ("schema = 3", 'schema = "1"'),
        ("schema = 3", "schema = true"),
        ("schema = 3", "schema = "),
        ("due = 2027-04-11", "due = 2027-04-12"),
        ("due = 2027-04-11", 'due = "2027-04-11"'),
        ("due = 2027-04-11", "due = 2027-04-11T00:00:00"),
        ("on = 2026-10-01", "on = 5"),
        ('method = "lmp"', 'method = "moon"'),
        ('method = "lmp"', "method = 7"),
        ('method = "lmp"', 'method = ["lmp"]'),
        ("cycle = 28", "cycle = 99"),
        ("cycle = 28", 'cycle = "x"'),
        ('lmp = "2026-07-05"', 'lmp = "9999-12-30"'),
        ('lmp = "2026-07-05"', 'lmp = "0001-01-01"'),
        ('lmp = "2026-07-05"', 'lmp = "2026-02-30"'),
        ('lmp = "2026-07-05"', 'lamp = "2026-07-05"'),
        ("id = 1", "id = 2"),
        ("id = 1", 'id = "one"'),
        ("live = [", "live = [9,"),
        ("undone = [", "undone = [9,"),
        ("undone = [", "undone = [[1],"),
        ("schema = 3", "schema = 3\ncountry = 'GB'"),
        ("schema = 3", 'schema = 3\nborn = "yesterday"'),
        ("schema = 3", 'schema = 3\nended = "yes"'),
        ("[dating.inputs]", "[dating.input]"),
    ],
)
def test_a_damaged_profile_is_said_and_left_byte_for_byte(
    tmp_path: Path, old: str, new: str
) -> None:
    path = tmp_path / "profile.toml"
    damaged = changed_text(old, new).encode()
    path.write_bytes(damaged)
    with pytest.raises(DataDamaged) as said:
        read_profile(path)
    assert str(path) in said.value.say
    assert "Nothing was changed." in said.value.hint
    assert said.value.exit_code == 4
    assert path.read_bytes() == damaged
    assert [p.name for p in tmp_path.iterdir()] == ["profile.toml"]


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe", b"schema = 3\ndating = 5", b"schema = 3\ndating = [5]", b"= =", b"\0" * 40,
     (b'schema = 3\n[[dating]]\nid = 1\nmethod = "lmp"\ninputs = "x"\ndue = 2027-04-11\n'
      b"on = 2026-10-01\n")],
)  # fmt: skip
def test_what_is_no_profile_at_all_is_damage(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "profile.toml"
    path.write_bytes(data)
    with pytest.raises(DataDamaged):
        read_profile(path)
    assert path.read_bytes() == data


def test_a_profile_cut_short_anywhere_is_whole_or_damage(tmp_path: Path) -> None:
    whole = profile_bytes(with_all("lmp", "date"))
    path = tmp_path / "profile.toml"
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        try:
            read = read_profile(path)
        except DataDamaged:
            continue
        assert read.due in (None, date(2027, 4, 11))


def test_a_file_of_a_newer_amma_is_refused_and_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    newer = changed_text("schema = 3", "schema = 4").encode()
    path.write_bytes(newer)
    with pytest.raises(DataDamaged, match="newer amma"):
        read_profile(path)
    assert path.read_bytes() == newer


def test_a_due_date_that_does_not_follow_from_its_inputs_is_never_used(tmp_path: Path) -> None:
    for method, (_, due) in EVERY.items():
        text = profile_bytes(with_all(method)).decode()
        moved = (due + timedelta(days=1)).isoformat()
        path = tmp_path / "profile.toml"
        path.write_text(text.replace(f"due = {due}", f"due = {moved}"), "utf-8")
        with pytest.raises(DataDamaged, match="does not follow"):
            read_profile(path)


def test_a_folder_in_place_of_the_file_is_damage_when_read_and_when_written(
    tmp_path: Path,
) -> None:
    (tmp_path / "profile.toml").mkdir()
    with pytest.raises(DataDamaged):
        read_profile(tmp_path / "profile.toml")
    with pytest.raises(DataDamaged):
        write_profile(tmp_path / "profile.toml", Profile(), on=ON)


def test_days_are_dates_and_never_times() -> None:
    assert not isinstance(made("date").due, datetime)
