"""amma calendar: what the file holds in each stage, in each country, neutral and plain."""

import re
import stat
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import ics
import pytest
import vobject
from icalendar import Calendar

from amma_cli.errors import Failed, NoProfile
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


def test_the_same_is_the_same_bytes_on_any_day_and_replaces(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    assert file_of(amma) == file_of(amma, on="2026-12-24")
    before = by_uid(file_of(amma))
    amma("due", "2027-04-14", *ON)
    after = by_uid(file_of(amma))
    assert set(before) == set(after)
    assert all(after[uid]["sequence"] > before[uid]["sequence"] for uid in before)
    amma("due", "--undo", *ON)
    back = by_uid(file_of(amma))
    assert all(back[uid]["sequence"] > after[uid]["sequence"] for uid in before)
    weeks = [by_uid(file_of(amma, "--weeks")), before]
    assert all(
        weeks[0][uid].decoded("dtstart") == weeks[1][uid].decoded("dtstart") for uid in weeks[0]
    )


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


def test_each_country_has_its_own_tests(amma: Amma) -> None:
    said = {}
    for country in ("GB", "US", "DE"):
        document = file_of(amma, "--care", "--plain-titles", "--region", country)
        said[country] = {str(one["summary"]): str(one["description"]) for one in events(document)}
    assert "up to 20+6" in said["GB"]["amma 20: tests and vaccines"]
    assert "18 to 22 weeks" in said["US"]["amma 20: tests and vaccines"]
    assert "WHO" in said["DE"]["amma 20: tests and vaccines"]
    assert set(said["DE"]) != set(said["US"])
    uids = [set(by_uid(file_of(amma, "--care", "--region", c))) for c in ("GB", "US")]
    assert uids[0] & uids[1]  # the week of one country replaces that of the other


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
    amma("journal", "edit", "last", "--at", "2027-01-13 10:00", *ON)
    (after,) = events(file_of(amma, "--appointments"))
    assert (after["uid"], after.decoded("dtstart").day) == (before["uid"], 13)
    assert after["sequence"] > before["sequence"]
    assert "remove it there" in amma("journal", "remove", "last", *ON).err


def test_after_an_end_every_entry_is_taken_back_and_nothing_else_is_there(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-01-12 09:30", *ON)
    imported = by_uid(file_of(amma))
    for country in ("US", "DE"):
        imported |= by_uid(file_of(amma, "--care", "--region", country))
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


def test_after_a_birth_the_weeks_are_taken_back_and_appointments_stay(amma: Amma) -> None:
    amma(*VISIT, "--at", "2027-05-12 09:30", *ON)
    amma("born", "2027-04-09", "--on", "2027-04-10")
    found = events(file_of(amma, on="2027-04-10"))
    kept = [one for one in found if str(one["status"]) == "CONFIRMED"]
    assert [one.decoded("dtstart") for one in kept] == [datetime(2027, 5, 12, 9, 30)]
    assert len(found) == 1 + 2 * 42


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
