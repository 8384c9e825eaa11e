"""The calendar file, read by three libraries: icalendar that wrote it, vobject and ics."""

from datetime import UTC, date, datetime, timedelta, timezone

import ics
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from amma_cli.blocks import Event
from amma_cli.view.characters import clean
from amma_cli.view.ical import paint_ical
from tests.view.pages_made import ANYTHING

STAMP = datetime(2026, 11, 22, tzinfo=UTC)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
TIMES = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)).map(
    lambda t: t.replace(second=0, microsecond=0)
)


def event(start: date, title: str = "Reminder", *lines: str, number: int = 0) -> Event:
    step = timedelta(hours=1) if isinstance(start, datetime) else timedelta(days=1)
    return Event(f"uid-{number}", start, start + step, title, lines)


EVENTS = st.lists(
    st.tuples(st.one_of(DAYS, TIMES), ANYTHING.filter(lambda t: clean(t).strip()),
              st.lists(ANYTHING, max_size=3)), min_size=1, max_size=4
).map(lambda rows: [event(d, t, *ls, number=n) for n, (d, t, ls) in enumerate(rows)])  # fmt: skip


def folded_right(document: bytes) -> bool:
    """RFC 5545, 3.1: lines of 75 octets at most, each ending in CR LF; UTF-8 never cut."""
    lines = document.split(b"\r\n")
    return (
        lines[-1] == b""
        and all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
        and all(line.decode("utf-8") is not None for line in lines)
    )


@given(EVENTS)
def test_whatever_the_text_it_is_folded_escaped_and_read_back_as_it_was(
    events: list[Event],
) -> None:
    document = paint_ical(events, STAMP)
    assert folded_right(document)
    assert document == paint_ical(events, STAMP)
    found = Calendar.from_ical(document).walk("VEVENT")
    assert len(found) == len(events)
    for made, one in zip(found, events, strict=True):
        assert str(made["summary"]) == clean(one.title)
        assert made.decoded("dtstart") == one.start
        assert made.decoded("dtend") == one.end
        said = "\n".join(clean(line) for line in one.lines)
        assert str(made.get("description", "")) == said


SIMPLE = (
    st.text("abcXYZ ,;:\\\"'éß日本語-.()&<", min_size=1, max_size=90).map(str.strip).filter(bool)
)


@given(st.lists(st.tuples(st.one_of(DAYS, TIMES), SIMPLE), min_size=1, max_size=4))
def test_vobject_reads_the_same(rows: list[tuple[date, str]]) -> None:
    events = [event(day, title, number=n) for n, (day, title) in enumerate(rows)]
    found = vobject.readOne(paint_ical(events, STAMP).decode("utf-8"))
    assert found.method.value == "PUBLISH"
    got = [(v.dtstart.value, v.summary.value, v.uid.value) for v in found.vevent_list]
    assert got == [(one.start, one.title, one.uid) for one in events]
    assert {v.transp.value for v in found.vevent_list} == {"TRANSPARENT"}


@given(st.lists(st.tuples(st.one_of(DAYS, TIMES), SIMPLE), min_size=1, max_size=4))
def test_ics_reads_the_same(rows: list[tuple[date, str]]) -> None:
    events = [event(day, title, number=n) for n, (day, title) in enumerate(rows)]
    found = {e.uid: e for e in ics.Calendar(paint_ical(events, STAMP).decode("utf-8")).events}
    assert set(found) == {one.uid for one in events}
    for one in events:
        read = found[one.uid]
        assert read.all_day is not isinstance(one.start, datetime)
        assert f"{read.begin.date()}" == f"{one.start:%Y-%m-%d}"
        assert read.name == one.title
        if isinstance(one.start, datetime):
            assert f"{read.begin:HH:mm}" == f"{one.start:%H:%M}"


ATTACK = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:file:///etc/passwd\x00\u202e;,\\n"


def test_a_text_cannot_add_a_line_of_its_own() -> None:
    for made in (event(date(2026, 1, 1), ATTACK), event(date(2026, 1, 1), "a", ATTACK)):
        document = paint_ical([made], STAMP)
        calendar = Calendar.from_ical(document)
        assert len(calendar.walk("VEVENT")) == 1
        assert document.count(b"BEGIN:VEVENT\r\n") == 1
        assert b"\r\nATTACH" not in document
        assert b"\x00" not in document


def test_an_alarm_rings_a_day_ahead_and_says_no_more_than_the_title() -> None:
    made = event(datetime(2027, 1, 12, 9, 30), "Reminder", "Her words")._replace(alarm=True)
    (alarm,) = Calendar.from_ical(paint_ical([made], STAMP)).walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-1)
    assert str(alarm["action"]) == "DISPLAY"
    assert str(alarm["description"]) == "Reminder"


def test_what_is_taken_back_says_so() -> None:
    made = event(date(2026, 1, 1), number=3)._replace(cancelled=True)
    (found,) = Calendar.from_ical(paint_ical([made], STAMP)).walk("VEVENT")
    assert (str(found["status"]), str(found["uid"])) == ("CANCELLED", "uid-3")


MADE = st.datetimes(datetime(2026, 1, 2), datetime(2060, 1, 1)).map(
    lambda t: t.replace(microsecond=0)
)


@given(MADE, st.integers(1, 10**9), st.integers(-12, 14), st.integers(-12, 14))
def test_what_is_made_later_has_the_greater_number_wherever_the_clock_stands(
    when: datetime, seconds: int, one: int, other: int
) -> None:
    """RFC 5545: SEQUENCE is an integer of 32 bits with a sign (3.3.8), DTSTAMP a time in UTC."""
    numbers = []
    for made, hours in ((when, one), (when + timedelta(seconds=seconds), other)):
        zone = timezone(timedelta(hours=hours))
        local = made.replace(tzinfo=UTC).astimezone(zone)
        document = paint_ical([event(date(2026, 1, 1))], local)
        (found,) = Calendar.from_ical(document).walk("VEVENT")
        assert found.decoded("dtstamp") == local
        numbers.append(int(str(found["sequence"])))
    assert 0 < numbers[0] < numbers[1] < 2**31


def test_a_clock_that_stands_before_amma_was_written_gives_a_number_all_the_same() -> None:
    document = paint_ical([event(date(2026, 1, 1))], datetime(1999, 1, 1, tzinfo=UTC))
    (found,) = Calendar.from_ical(document).walk("VEVENT")
    assert found["sequence"] == 0
