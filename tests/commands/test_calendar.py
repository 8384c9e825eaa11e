"""amma calendar: what the file holds in each stage, in each country, neutral and plain."""

import re
import stat
import tomllib
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import ics
import pytest
import vobject
from icalendar import Calendar

from amma_cli.errors import Failed, NoProfile, Usage
from tests.inside import Amma

DUE = "2027-04-11"
ON = ("--on", "2026-11-22")
VISIT = ("log", "appointment", "Midwife at Holloway", "--note", "bring urine")
GOLDEN = Path(__file__).with_name("calendar.ics")
# Words that a calendar seen by others must not show.
PRIVATE = re.compile(
    r"week|pregnan|bab[yi]|scan|vaccin|test|midwife|holloway|urine|birth|due|amma|matern|visit",
    re.IGNORECASE,
)


@pytest.fixture
def amma(tmp_path: Path, frozen_library: Path) -> Amma:
    made = Amma(tmp_path / "home", frozen_library)
    made("due", DUE, "--country", "GB", *ON)
    return made


def file_of(amma: Amma, *words: str, on: str = "2026-11-22") -> str:
    return amma("calendar", *words, "-o", "-", "--on", on).out


def later(amma: Amma) -> None:
    """A minute goes by; --on sets the day, this clock says when a file is made."""
    amma.clock += timedelta(minutes=1)


def events(document: str) -> list[Any]:
    return list(Calendar.from_ical(document).walk("VEVENT"))


def by_uid(document: str) -> dict[str, Any]:
    found = {str(one["uid"]): one for one in events(document)}
    assert len(found) == len(events(document))
    return found


def test_the_small_calendar_is_as_it_was_when_somebody_last_read_it(
    amma: Amma, request: pytest.FixtureRequest
) -> None:
    now = file_of(amma, "--care", "--plain-titles")
    if request.config.getoption("--update-golden"):
        GOLDEN.write_bytes(now.encode("utf-8"))
    assert now.encode("utf-8") == GOLDEN.read_bytes()


def test_week_starts_are_days_of_their_own(amma: Amma) -> None:
    starts = [one.decoded("dtstart") for one in events(file_of(amma, "--weeks"))]
    assert starts == [date(2027, 4, 11) - timedelta(280 - 7 * w) for w in range(1, 43)]
    assert all(not isinstance(day, datetime) for day in starts)


def test_the_same_is_the_same_and_what_is_made_later_replaces_it(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    assert file_of(amma) == file_of(amma, on="2026-12-24")
    files = [by_uid(file_of(amma))]
    for words in (("due", "2027-04-14"), ("due", "--undo"), ("end",), ("resume",)):
        later(amma)
        amma(*words, *ON)
        files.append(by_uid(file_of(amma)))
    for before, after in pairwise(files):
        assert all(after[uid]["sequence"] > one["sequence"] for uid, one in before.items()
                   if uid in after)  # fmt: skip
    assert set(files[0]) == set(files[1]) == set(files[2]) == set(files[4])
    assert set(files[0]) <= set(files[3])
    days = [{uid: one.decoded("dtstart") for uid, one in files[n].items()} for n in (0, 1, 2, 4)]
    assert days[0] == days[2] == days[3]
    assert days[0] != days[1]


def test_neutral_titles_say_nothing_of_hers(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    document = file_of(amma)
    assert not PRIVATE.search(document)
    assert {str(one["summary"]) for one in events(document)} == {"Reminder"}
    assert not any("description" in one for one in events(document))
    plain = file_of(amma, "--plain-titles")
    names = {str(one["summary"]) for one in events(plain)}
    assert {"amma 20", "Midwife at Holloway; bring urine"} <= names


def test_the_three_parts_are_chosen_one_by_one(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    weeks, care = by_uid(file_of(amma, "--weeks")), by_uid(file_of(amma, "--care"))
    own, whole = by_uid(file_of(amma, "--appointments")), by_uid(file_of(amma))
    assert set(whole) == {*weeks, *care, *own}
    assert (len(weeks), len(own)) == (42, 1)
    assert set(by_uid(file_of(amma, "--weeks", "--appointments"))) == {*weeks, *own}


def test_each_country_has_its_own_windows(amma: Amma) -> None:
    """The days were counted on a paper calendar: 18+0 is 8 November 2026, 28+0 17 January 2027."""
    said = {}
    for country in ("GB", "US", "DE"):
        document = file_of(amma, "--care", "--plain-titles", "--region", country)
        said[country] = {
            str(one["summary"]): (one.decoded("dtstart"), one.decoded("dtend"))
            for one in events(document)
        }
    assert said == {
        "GB": {
            "The long scan (18+0 to 20+6)": (date(2026, 11, 8), date(2026, 11, 29)),
            "The vaccine, if you want it (from 28+0)": (date(2027, 1, 17), date(2027, 1, 24)),
        },
        "US": {
            "The first visit, with twins (by 9+6)": (date(2026, 9, 6), date(2026, 9, 13)),
            "The anatomy scan (18+0 to 22+0)": (date(2026, 11, 8), date(2026, 12, 7)),
        },
        "DE": {"Second contact (from 20+0)": (date(2026, 11, 22), date(2026, 11, 29))},
    }
    uids = [set(by_uid(file_of(amma, "--care", "--region", c))) for c in ("GB", "US")]
    assert len(uids[0] & uids[1]) == 1  # the scan of one country replaces that of the other


def test_a_window_says_what_its_source_says_and_that_her_own_notes_come_first(amma: Amma) -> None:
    said = {}
    for country in ("GB", "DE"):
        document = file_of(amma, "--care", "--plain-titles", "--region", country)
        said[country] = str(events(document)[0]["description"])
    assert said["GB"].startswith("A scan between 18+0 and 20+6.\n")
    assert "your own notes come first" in said["GB"]
    assert "WHO" in said["DE"]
    assert "differ from country to country" in said["DE"]


def test_what_she_said_does_not_apply_is_left_out(amma: Amma) -> None:
    words = ("--care", "--plain-titles", "--region", "US")
    assert len(events(file_of(amma, *words))) == 2
    amma("about-me", "twins", "no", *ON)
    assert len(events(file_of(amma, *words))) == 1
    amma("about-me", "twins", "yes", *ON)
    assert len(events(file_of(amma, *words))) == 2


def test_an_appointment_keeps_its_time_and_rings(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-05-12 09:30", *ON)  # summer time, logged in winter
    document = file_of(amma, "--appointments")
    (one,) = events(document)
    assert one.decoded("dtstart") == datetime(2027, 5, 12, 9, 30)
    assert len(one.walk("VALARM")) == 1
    (seen,) = vobject.readOne(document).vevent_list
    assert seen.dtstart.value == datetime(2027, 5, 12, 9, 30)
    (read,) = ics.Calendar(document).events
    assert f"{read.begin:YYYY-MM-DD HH:mm}" == "2027-05-12 09:30"
    assert len(read.alarms) == 1
    later = file_of(amma, "--appointments", on="2027-06-01")
    assert not events(later)[0].walk("VALARM")


def test_an_edited_appointment_replaces_itself(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    (before,) = events(file_of(amma, "--appointments"))
    later(amma)
    amma("journal", "edit", "last", "--at", "2027-01-13 10:00", *ON)
    (after,) = events(file_of(amma, "--appointments"))
    assert (after["uid"], after.decoded("dtstart").day) == (before["uid"], 13)
    assert after["sequence"] > before["sequence"]


@pytest.mark.parametrize("words", [("remove", "last"), ("undo",)], ids="-".join)
def test_a_removed_appointment_is_taken_back_until_it_is_there_again(
    amma: Amma, words: tuple[str, ...]
) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    (before,) = events(file_of(amma, "--appointments"))
    amma("journal", *words, *ON)
    for document in (file_of(amma), file_of(amma, "--appointments", "--plain-titles")):
        back = by_uid(document)[str(before["uid"])]
        assert str(back["status"]) == "CANCELLED"
        assert not PRIVATE.search(str(back))
    assert str(before["uid"]) not in by_uid(file_of(amma, "--weeks", "--care"))
    amma("end", *ON)
    assert str(before["uid"]) in by_uid(file_of(amma))
    amma("resume", *ON)
    amma("journal", "undo", *ON)
    (again,) = events(file_of(amma, "--appointments"))
    assert (again["uid"], str(again["status"])) == (before["uid"], "CONFIRMED")


def test_nothing_of_a_removed_appointment_is_kept_but_its_id(amma: Amma, tmp_path: Path) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    name = amma("journal", "--json", *ON).record["entries"][0]["id"]
    amma("journal", "remove", "last", *ON)
    amma("journal", "undo", *ON)
    amma("journal", "remove", "last", *ON)
    (path,) = (tmp_path / "home").rglob("profile.toml")
    stored = tomllib.loads(path.read_text(encoding="utf-8"))
    assert stored["removed_appointments"] == [name]
    assert not re.search("Holloway|urine|2027-01-12|09:30", path.read_text(encoding="utf-8"))


def test_remove_takes_back_every_pregnancy_and_every_appointment(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    amma("log", "appointment", "Gone", "--at", "2027-01-13 09:30", *ON)
    imported = by_uid(file_of(amma)) | by_uid(file_of(amma, "--care", "--region", "US"))
    amma("journal", "remove", "last", *ON)
    amma("new", "--yes", *ON)
    later(amma)
    for words in ((), ("due", "2028-04-11", "--force")):
        if words:
            amma(*words, *ON)
            imported |= by_uid(file_of(amma))
            later(amma)
        document = file_of(amma, "--remove")
        back = by_uid(document)
        assert set(imported) <= set(back)
        assert {str(one["status"]) for one in back.values()} == {"CANCELLED"}
        assert all(back[uid]["sequence"] > one["sequence"] for uid, one in imported.items())
        assert not PRIVATE.search(document)
    with pytest.raises(Usage):
        file_of(amma, "--remove", "--weeks")
    said = amma("calendar", "--remove", "--dry-run", *ON).out
    assert f"{len(back)} entries to take back" in said


def test_without_anything_there_is_nothing_to_take_back(
    tmp_path: Path, frozen_library: Path
) -> None:
    with pytest.raises(Failed):
        file_of(Amma(tmp_path, frozen_library), "--remove")


def test_after_an_end_every_entry_is_taken_back_and_nothing_else_is_there(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    imported = by_uid(file_of(amma))
    for country in ("US", "DE"):
        imported |= by_uid(file_of(amma, "--care", "--region", country))
    later(amma)
    amma("end", *ON)
    for words in ((), ("--weeks",), ("--appointments", "--plain-titles")):
        document = file_of(amma, *words)
        back = by_uid(document)
        assert set(imported) <= set(back)
        assert {str(one["status"]) for one in back.values()} == {"CANCELLED"}
        assert all(back[uid]["sequence"] > one["sequence"] for uid, one in imported.items())
        assert not PRIVATE.search(document)
        assert "VALARM" not in document
        assert Calendar.from_ical(document)["method"] == "PUBLISH"
        assert len(vobject.readOne(document).vevent_list) == len(back)
        assert {e.status for e in ics.Calendar(document).events} == {"CANCELLED"}
    amma("resume", *ON)
    assert {str(one["status"]) for one in events(file_of(amma))} == {"CONFIRMED"}


def test_an_appointment_made_after_an_end_stays_when_the_others_go(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    amma("end", *ON)
    amma("log", "appointment", "Follow-up", "--at", "2026-12-03 10:00", *ON)
    kept = [one for one in events(file_of(amma)) if str(one["status"]) == "CONFIRMED"]
    assert [one.decoded("dtstart") for one in kept] == [datetime(2026, 12, 3, 10)]
    gone = events(file_of(amma, "--remove"))
    assert {str(one["status"]) for one in gone} == {"CANCELLED"}
    amma("journal", "remove", "last", *ON)
    assert {str(one["status"]) for one in events(file_of(amma))} == {"CANCELLED"}


def test_after_a_birth_the_weeks_are_taken_back_and_appointments_stay(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-05-12 09:30", *ON)
    amma("born", "2027-04-09", "--on", "2027-04-10")
    found = events(file_of(amma, on="2027-04-10"))
    kept = [one for one in found if str(one["status"]) == "CONFIRMED"]
    assert [one.decoded("dtstart") for one in kept] == [datetime(2027, 5, 12, 9, 30)]
    assert len(found) == 1 + 42 + 4  # the windows of every country, four keys in the small library


def test_where_nothing_is_counted_no_week_is_in_it(amma: Amma) -> None:
    with pytest.raises(Failed):
        file_of(amma, "--weeks", on="2027-05-10")
    amma(*VISIT, "--at", "2027-05-12 09:30", "--on", "2027-05-10")
    assert len(events(file_of(amma, on="2027-05-10"))) == 1


def test_without_a_due_date_appointments_alone_serve(tmp_path: Path, frozen_library: Path) -> None:
    amma = Amma(tmp_path, frozen_library)
    for words in ((), ("--weeks",), ("--appointments",)):
        with pytest.raises(NoProfile):
            file_of(amma, *words)
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    assert len(events(file_of(amma))) == 1
    with pytest.raises(NoProfile):
        file_of(amma, "--care")


def test_the_file_is_hers_alone_and_its_name_tells_nothing(
    amma: Amma, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = amma("calendar", "--no-pager", *ON, terminal=True).out
    path = tmp_path / "calendar.ics"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "calendar.ics" in said
    assert path.read_bytes() == file_of(amma).encode("utf-8")
    with pytest.raises(Failed):
        amma("calendar", "-o", "calendar.ics", *ON)
    amma("calendar", "-o", "calendar.ics", "--force", "--weeks", *ON)
    assert len(events(path.read_text(encoding="utf-8"))) == 42


@pytest.mark.parametrize("text", ["a;b,c\\n", "\r\nEND:VCALENDAR\r\n", "é" * 200, "\u202ex"])
def test_a_hostile_appointment_stays_a_text(amma: Amma, text: str) -> None:
    amma("log", "appointment", text, "--at", "2027-01-12 09:30", *ON)
    document = file_of(amma, "--appointments", "--plain-titles")
    assert len(events(document)) == 1
    assert all(len(line.encode()) <= 75 for line in document.split("\r\n"))
    assert len(vobject.readOne(document).vevent_list) == 1
    assert len(ics.Calendar(document).events) == 1
