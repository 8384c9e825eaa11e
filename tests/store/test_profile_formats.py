"""Both formats of profile.toml, what is left out, past pregnancies, and the words for damage."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from amma_cli.domain.applies import About
from amma_cli.domain.dating import compute
from amma_cli.domain.settings import Settings
from amma_cli.errors import DataDamaged
from amma_cli.store.profile import Past, Profile
from amma_cli.store.profile_file import backup_path, profile_bytes, read_profile, write_profile

ON, DUE = date(2026, 10, 1), date(2027, 4, 11)
DATING = """[[dating]]
id = 1
method = "date"
on = 2026-10-01
due = 2027-04-11
[dating.inputs]
date = "2027-04-11"
"""
OLD = f'schema = 1\ncountry = "GB"\nlive = [1]\nborn = 2027-04-09\n{DATING}'
MEND = "Nothing was changed. Mend the file, or move it away and run 'amma due' again."


def profile(due: date = DUE) -> Profile:
    return Profile().with_dating(
        compute("date", {"date": due.isoformat()}, today=None), ON, replace=False
    )


def read(folder: Path, text: str) -> Profile:
    path = folder / "profile.toml"
    path.write_text(text, encoding="utf-8")
    return read_profile(path)


def said(folder: Path, text: str) -> DataDamaged:
    with pytest.raises(DataDamaged) as damage:
        read(folder, text)
    return damage.value


def test_the_first_format_is_read_with_its_country(tmp_path: Path) -> None:
    old = read(tmp_path, OLD)
    assert (old.country, old.due, old.born) == ("GB", DUE, date(2027, 4, 9))
    assert old.settings == Settings(country="GB")
    assert read(tmp_path, f"schema = 1\n{DATING}").settings == Settings()


def test_the_first_format_moves_to_the_third_with_a_dated_copy_beside_it(tmp_path: Path) -> None:
    old = read(tmp_path, OLD)
    path = tmp_path / "profile.toml"
    write_profile(path, old, on=ON)
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "profile.toml", "profile.toml.schema-1.2026-10-01.bak",
    ]  # fmt: skip
    kept = backup_path(path, 1, ON)
    assert kept == tmp_path / "profile.toml.schema-1.2026-10-01.bak"
    assert kept.read_text("utf-8") == OLD
    assert read_profile(path) == old
    assert tomllib.loads(path.read_text("utf-8"))["schema"] == 3


def test_a_copy_that_is_there_and_differs_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    files = [OLD, OLD + "# two\n", OLD + "# three\n", OLD + "# two\n"]
    for text in files:
        write_profile(path, read(tmp_path, text), on=ON)
    kept = {p.name: p.read_text("utf-8") for p in tmp_path.glob("*.bak")}
    assert kept == {
        "profile.toml.schema-1.2026-10-01.bak": files[0],
        "profile.toml.schema-1.2026-10-01.2.bak": files[1],
        "profile.toml.schema-1.2026-10-01.3.bak": files[2],
    }


def test_the_third_format_is_replaced_without_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    for _ in range(2):
        write_profile(path, profile(), on=ON)
    assert [p.name for p in tmp_path.iterdir()] == ["profile.toml"]


def test_the_second_format_is_read_as_it_was_and_moves_with_a_copy(tmp_path: Path) -> None:
    text = f"schema = 2\ndue = 2027-04-11\nlive = [1]\n{DATING}"
    assert read(tmp_path, text) == profile()
    path = tmp_path / "profile.toml"
    write_profile(path, profile(), on=ON)
    assert backup_path(path, 2, ON).read_text("utf-8") == text
    assert tomllib.loads(path.read_text("utf-8"))["schema"] == 3
    assert "about" in said(tmp_path, text + "[about]\ntwins = true\n").say


ABOUT = About((("twins", True), ("gbs", False)), 165.0, 61.5, 5.1)


def test_what_applies_comes_back_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    write_profile(path, profile()._replace(about=ABOUT), on=ON)
    assert read_profile(path).about == ABOUT
    table = tomllib.loads(path.read_text("utf-8"))["about"]
    assert table == {
        "twins": True, "gbs": False, "height_cm": 165.0, "start_kg": 61.5, "fasting_mmol": 5.1,
    }  # fmt: skip


@pytest.mark.parametrize("line", ['twins = "yes"', "twins = 1", 'height_cm = "1"', "start_kg = -1",
                                  "height_cm = true"])  # fmt: skip
def test_an_answer_that_is_none_is_damage(tmp_path: Path, line: str) -> None:
    assert "[about]" in said(tmp_path, f"schema = 3\n[about]\n{line}\n").say


def test_a_new_pregnancy_keeps_what_stays_true_of_her() -> None:
    about = About((("twins", True), ("rhesus-negative", True)), 165.0, 61.5, 5.1)
    assert profile()._replace(about=about).anew(ON).about == About(
        (("rhesus-negative", True),), 165.0
    )


def test_what_is_absent_from_a_file_has_its_plain_meaning(tmp_path: Path) -> None:
    assert read(tmp_path, "schema = 3\n") == Profile()
    bare = read(tmp_path, f"schema = 3\ndue = 2027-04-11\nlive = [1]\n{DATING}")
    assert bare == profile()
    assert bare.pregnancy == 1
    assert bare.datings[0].kept.replace is False


def test_everything_that_is_set_comes_back_and_what_is_not_is_left_out(tmp_path: Path) -> None:
    settings = Settings("US", "metric", "dark", 72, True, True, "01234")
    whole = profile()._replace(
        settings=settings, newborn=False, hidden=True, ended=date(2026, 10, 2), pregnancy=3,
        still_pregnant=date(2027, 5, 1), born=date(2027, 4, 9),
    )  # fmt: skip
    path = tmp_path / "profile.toml"
    write_profile(path, whole, on=ON)
    assert read_profile(path) == whole
    record = tomllib.loads(profile_bytes(whole).decode())
    assert record["newborn"] is False
    assert record["settings"] == settings._asdict()
    bare = tomllib.loads(profile_bytes(profile()).decode())
    assert set(bare) == {"schema", "due", "pregnancy", "live", "undone", "dating"}
    assert set(tomllib.loads(profile_bytes(Profile()).decode())) == {
        "schema", "pregnancy", "live", "undone", "dating",
    }  # fmt: skip


def test_past_pregnancies_come_back_with_their_datings_and_their_end(tmp_path: Path) -> None:
    first = profile(date(2025, 5, 1))._replace(
        born=date(2025, 4, 20), settings=Settings(country="IE"), still_pregnant=ON, newborn=False
    )
    second = first.anew(ON).with_dating(
        compute("lmp", {"lmp": "2025-12-01"}, today=ON), ON, replace=False
    )
    third = second._replace(ended=date(2026, 2, 1), hidden=True).anew(date(2026, 10, 2))
    assert (third.pregnancy, third.due, third.born, third.live) == (3, None, None, ())
    assert (third.settings, third.newborn, third.still_pregnant) == (
        Settings(country="IE"), True, None,
    )  # fmt: skip
    one, two = third.past
    assert one == Past(1, ON, first.datings, (1,), date(2025, 4, 20), False, False)
    assert (two.number, two.on, two.ended, two.hidden) == (
        2,
        date(2026, 10, 2),
        date(2026, 2, 1),
        True,
    )
    assert (one.due, two.due) == (date(2025, 5, 1), date(2026, 9, 7))  # 2025-12-01 and 280 days
    path = tmp_path / "profile.toml"
    write_profile(path, third, on=ON)
    assert read_profile(path) == third
    rows = tomllib.loads(path.read_text("utf-8"))["past"]
    assert set(rows[0]) == {"number", "on", "live", "born", "dating"}
    assert set(rows[1]) == {"number", "on", "live", "ended", "hidden", "dating"}
    assert third.with_settings(calm=True).settings == Settings(country="IE", calm=True)
    undone = one._replace(live=())
    assert undone.due is None


def test_a_past_pregnancy_of_only_a_number_and_a_day_is_read(tmp_path: Path) -> None:
    [past] = read(tmp_path, "schema = 3\n[[past]]\nnumber = 1\non = 2026-10-01\n").past
    assert past == Past(1, ON, (), (), None, False, False)


PAST = "schema = 3\n[[past]]\nnumber = 1\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("schema = 0\n", "it carries no schema number"),
        ("x = 1\n", "it carries no schema number"),
        ("schema = 3\nstrange = 1\n", "it has a key that amma does not know, 'strange'"),
        (f"schema = 2\n{'k' * 41} = 1\n", f"amma does not know, '{'k' * 40}'."),
        ("schema = 1\nnewborn = false\n", "it has a key that amma does not know, 'newborn'"),
        ("schema = 2\nborn = 5\n", "read: 5 is not a date"),
        ("schema = 2\nnewborn = 1\n", "read: newborn is not true or false"),
        ("schema = 2\nhidden = 'no'\n", "read: hidden is not true or false"),
        ("schema = 2\nended = 2026-10-01T00:00:00\n", "2026-10-01 00:00:00 is not a date"),
        ("schema = 2\nborn = '9999-99-99'\n", "read: '9999-99-99' is not a date."),
        ("schema = 2\npregnancy = 'x'\n", "a value in it is not of the kind that amma writes"),
        ("schema = 2\nlive = 5\n", "a value in it is not of the kind that amma writes"),
        ("schema = 2\ndating = [5]\n", "a value in it is not of the kind that amma writes"),
        ("schema = 2\ndue = 2027-04-11\n", "due date 2027-04-11 is not the one of the datings"),
        ("schema = 2\nlive = [1]\n", "the list of datings in use names one that is not there"),
        ("schema = 2\n[settings]\ncolor = 'x'\n", "the setting color is not as it should be"),
        ("schema = 2\n[settings]\nwidth = '72'\n", "the setting width is not as it should be"),
        ("schema = 2\n[settings]\nwidth = true\n", "the setting width is not as it should be"),
        (f"schema = 2\n{DATING.replace('on = 2026-10-01', 'on = 1')}", "1 is not a date"),
        (f"schema = 2\n{DATING.replace('id = 1', 'id = 1' + chr(10) + 'replace = 5')}",
         "replace is not true or false"),
        (PAST, "read: on is missing."),
        (f"{PAST}on = 5\n", "5 is not a date"),
        (f"{PAST}on = 2026-10-01\nhidden = 1\n", "hidden is not true or false"),
        (f"{PAST}on = 2026-10-01\nborn = 1\n", "1 is not a date"),
        (f"{PAST}on = 2026-10-01\nended = 1\n", "1 is not a date"),
        (f"{PAST}on = 2026-10-01\nlive = [4]\n", "names one that is not there"),
        ("schema = \n", "Invalid value"),
    ],
)  # fmt: skip
def test_the_reason_of_damage_is_said(tmp_path: Path, text: str, why: str) -> None:
    damage = said(tmp_path, text)
    assert why in damage.say
    assert damage.say.startswith(f"{tmp_path / 'profile.toml'} cannot be read: ")
    assert damage.say.endswith(".")
    assert damage.hint == MEND
    assert not re.search(r"[A-Z][a-z]+Error|object|NoneType|\w\(|__", damage.say)


def test_a_refused_input_is_said_in_its_own_words(tmp_path: Path) -> None:
    text = DATING.replace('date = "2027-04-11"', 'date = "2027-02-30"')
    damage = said(tmp_path, f"schema = 2\nlive = [1]\n{text}")
    assert "does not exist: February 2027 has the days 1 to 28." in damage.say
    assert "NoSuchDate" not in damage.say


def test_a_reason_is_cut_at_200_characters(tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    around = len(f"{path} cannot be read: .")
    for text in (f"schema = 2\nborn = '{'x' * 500}'\n", f"{'[' * 400}"):
        assert len(said(tmp_path, text).say) <= around + 200
    assert len(said(tmp_path, f"schema = 2\nborn = '{'x' * 500}'\n").say) == around + 200


def test_a_newer_format_names_both_numbers(tmp_path: Path) -> None:
    damage = said(tmp_path, "schema = 4\n")
    path = tmp_path / "profile.toml"
    assert damage.say == f"{path} was written by a newer amma (schema 4, this one reads 3)."
    assert damage.hint == "Update amma. Nothing was changed."


@pytest.mark.parametrize("flag", [True, False])
def test_a_dating_keeps_whether_it_replaced_all_before(tmp_path: Path, flag: bool) -> None:
    first = profile()
    second = first.with_dating(
        compute("lmp", {"lmp": "2026-07-06"}, today=ON), ON, replace=flag
    )  # fmt: skip
    path = tmp_path / "profile.toml"
    write_profile(path, second, on=ON)
    again = read_profile(path)
    assert again == second
    assert again.datings[1].kept.replace is flag
    assert again.due == (date(2027, 4, 12) if flag else DUE)


def test_steps_back_and_forward_lose_none_of_several(tmp_path: Path) -> None:
    both = profile().with_dating(
        compute("date", {"date": "2027-04-12"}, today=ON), ON, replace=False
    )
    none = both.without_last().without_last()
    assert (none.live, none.undone, none.due) == ((), (2, 1), None)
    assert none.with_last_again().undone == (2,)
    assert none.with_last_again().with_last_again() == both


def test_an_end_without_a_day_stays_one(tmp_path: Path) -> None:
    values: list[Any] = [True, False, date(2026, 10, 3)]
    for ended in values:
        path = tmp_path / "profile.toml"
        write_profile(path, profile()._replace(ended=ended), on=ON)
        assert read_profile(path).ended == ended
