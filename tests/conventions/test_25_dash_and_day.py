"""Conventions 25 and 26: a dash for a file or value, the pinned day, and how dates are typed."""

import json
import re

import pytest

from tests.batch import ends
from tests.program import CALLS, DUE, TODAY, Amma, words_of
from tests.terminal import Key, in_terminal

ON = ["--on", TODAY]
STDIN = [
    (["due", "-"], "2027-04-11\n"),
    (["due", "--date", "-"], "11 April 2027\n"),
    (["due", "--lmp", "-"], "2026-07-05\n"),
    (["due", "--conceived", "-"], "2026-07-19"),
    (["due", "--insemination", "-"], "2026-07-19\r\n"),
    (["due", "--retrieval", "-"], "2026-07-19\n"),
    (["due", "--transfer", "-", "--embryo-day", "5"], "  2026-07-24  \n"),
    (["due", "--scan", "-", "--at", "12+3"], "2026-09-30\n"),
    (["due", "--scan", "2026-09-30", "--at", "-"], "12+3\n"),
]


@pytest.mark.parametrize(("args", "typed"), STDIN, ids=lambda v: v[1] if len(v) > 1 else "")
def test_convention_25_a_dash_reads_the_value_from_stdin(
    amma: Amma, args: list[str], typed: str
) -> None:
    done = amma(*args, *ON, "--json", stdin=typed.encode())
    assert done.code == 0, done.err
    assert done.record["due"] == DUE


def test_convention_25_a_date_from_stdin_is_not_said_to_be_in_the_history(amma: Amma) -> None:
    assert "history" in amma("due", DUE, *ON).out
    amma.reset()
    assert "history" not in amma("due", "-", *ON, stdin=DUE.encode()).out


def test_convention_25_a_dash_reads_a_note_and_only_asks_nothing(expecting: Amma) -> None:
    done = expecting("checkin", "--note", "-", *ON, stdin=b"slept better\n")
    assert done.code == 0
    line = (expecting.home / "journal.jsonl").read_text(encoding="utf-8")
    assert json.loads(line)["note"] == "slept better"
    assert "slept better" not in done.err


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_convention_25_a_dash_prints_to_stdout_what_a_file_would_hold(
    amma: Amma, form: str
) -> None:
    done = amma("print", "short-cervix", "--to", form, "-o", "-", *ON)
    assert (done.code, done.err) == (0, "")
    made = amma("print", "short-cervix", "--to", form, "-o", "paper", *ON)
    assert (made.code, made.out) == (0, "")
    assert (amma.folder / "paper").read_bytes() == done.stdout
    assert not (amma.folder / "-").exists()


def test_convention_25_a_dash_prints_to_stdout_in_a_terminal_too(amma: Amma) -> None:
    seen = in_terminal(amma, "print", "short-cervix", "--to", "md", "-o", "-")
    assert seen.code == 0
    assert seen.text.startswith("# My cervix is short")
    assert [path.name for path in amma.folder.iterdir() if path.name != "home"] == []


def test_convention_25_on_pins_today(expecting: Amma) -> None:
    for day, week, rest in (
        ("2026-11-21", 19, 6),
        ("2026-11-22", 20, 0),
        ("2026-11-28", 20, 6),
        ("2026-11-29", 21, 0),
        ("2027-04-11", 40, 0),
    ):
        for name in ("today", "why", "due", "checkin"):
            record = expecting(name, "--on", day, "--json").record
            assert record["on"] == day
            assert record["age"] == {"weeks": week, "days": rest}
        assert expecting("week", "--on", day, "--json").record["week"] == week
        assert expecting("size", "--on", day, "--json").record["week"] == week


def test_convention_25_on_never_changes_which_week_was_asked_for(expecting: Amma) -> None:
    for name in ("week", "size"):
        assert expecting(name, "30", *ON, "--json").record["week"] == 30
    assert "(this week)" in expecting("week", "20", *ON).out
    assert "(this week)" not in expecting("week", "30", *ON).out
    assert "(this week)" in expecting("week", "30", "--on", "2027-01-31").out


def test_convention_25_on_is_the_day_that_is_stored(amma: Amma) -> None:
    assert amma("due", "--lmp", "2026-07-05", "--on", "2026-08-01").code == 0
    text = (amma.home / "profile.toml").read_text(encoding="utf-8")
    assert "on = 2026-08-01" in text
    assert amma("checkin", "--note", "x", *ON).code == 0
    entry = json.loads((amma.home / "journal.jsonl").read_text(encoding="utf-8"))
    assert entry["when"].startswith(TODAY)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", entry["when"])


def test_convention_25_on_decides_what_is_in_the_future(expecting: Amma) -> None:
    for args in (["born", "2026-11-23"], ["end", "2026-11-23"], ["due", "--lmp", "2026-11-23"]):
        done = expecting(*args, *ON)
        assert (done.code, done.out) == (2, "")
        assert "23 November 2026" in done.err or "2026-11-23" in done.err


def test_convention_25_on_decides_what_is_overdue_in_the_library(expecting: Amma) -> None:
    assert expecting("library", *ON, "--json").record["overdue"] == 0
    late = expecting("library", "--on", "2036-11-22", "--json").record
    assert late["overdue"] == late["written"]
    assert "should have been checked" in expecting("read", "short-cervix", "--on", "2036-01-01").out
    assert expecting("library", "check", "--on", "2036-01-01", "--json").record["warnings"] > 0


@pytest.mark.parametrize("name", CALLS)
def test_convention_25_the_same_day_gives_the_same_bytes(expecting: Amma, name: str) -> None:
    once, again = ends(expecting, [words_of(name)] * 2)
    assert once == again


READABLE = ["2027-04-11", "11 April 2027", "Apr 11 2027", "April 11, 2027", "11th of april 2027"][
    :4
]
FIELDS = ["--date", "--lmp", "--conceived", "--insemination", "--retrieval", "--transfer", "--scan"]
EXTRA = {"--transfer": ["--embryo-day", "5"], "--scan": ["--at", "12+3"]}


@pytest.mark.parametrize("typed", READABLE)
def test_convention_26_a_date_is_iso_or_english(amma: Amma, typed: str) -> None:
    done = amma("due", typed, *ON, "--json")
    assert done.code == 0, done.err
    assert done.record["due"] == DUE
    assert amma("today", "--on", typed.replace("2027", "2027"), "--json").record["on"] == DUE
    assert amma("born", typed, "--on", "2027-04-12", "--json").record["born"] == DUE


@pytest.mark.parametrize("field", FIELDS)
def test_convention_26_every_field_reads_the_same_forms(amma: Amma, field: str) -> None:
    dues = set()
    day = {"--date": "2027-04-11", "--scan": "2026-09-30"}.get(field, "2026-07-24")
    year, month, number = day.split("-")
    word = {"04": "April", "07": "July", "09": "September"}[month]
    for typed in (day, f"{int(number)} {word} {year}", f"{word[:3]} {number} {year}"):
        done = amma("due", field, typed, *EXTRA.get(field, []), "--dry-run", *ON, "--json")
        assert done.code == 0, done.err
        dues.add(done.record["due"])
    assert len(dues) == 1


def test_convention_26_an_ambiguous_date_is_refused_with_both_readings(amma: Amma) -> None:
    for args in (["due", "04/11/2027"], ["today", "--on", "04/11/2027"], ["due", "4.11.2027"]):
        done = amma(*args)
        assert (done.code, done.out) == (2, ""), args
        assert "4 November 2027" in done.err
        assert "11 April 2027" in done.err
        assert "2027-04-11" in done.err
        assert "2027-11-04" in done.err
    assert amma.files() == {}


def test_convention_26_with_a_region_the_reading_is_echoed_in_words(amma: Amma) -> None:
    us = amma("due", "04/11/2027", "--region", "US", *ON)
    assert us.code == 0
    assert "read as 11 April 2027" in us.out
    amma.reset()
    gb = amma("due", "11/04/2027", "--region", "GB", *ON)
    assert "read as 11 April 2027" in gb.out
    assert "11 April 2027" in gb.out.splitlines()[0]


def test_convention_26_the_country_of_the_profile_is_a_region_too(expecting: Amma) -> None:
    done = expecting("due", "--date", "11/04/2027", "--dry-run", *ON)
    assert done.code == 0
    assert "read as 11 April 2027" in done.out


@pytest.mark.parametrize("typed", ["2027-02-30", "31 June 2027", "2027-13-01", "11/04/27", "April"])
def test_convention_26_a_date_that_cannot_be_is_refused_with_a_near_form(
    amma: Amma, typed: str
) -> None:
    for args in (["due", typed], ["today", "--on", typed], ["due", "--lmp", typed]):
        done = amma(*args)
        assert (done.code, done.out) == (2, "")
        assert re.search(r"20\d\d", done.err.splitlines()[-1])
    assert amma.files() == {}


def test_convention_26_at_a_question_a_refused_date_is_asked_again(amma: Amma) -> None:
    keys = [
        Key("due date", b"04/11/2027\n"),
        Key("due date", b"11 April 2027\n"),
        Key("country", b"\n"),
    ]
    seen = in_terminal(amma, "due", *ON, keys=keys)
    assert seen.code == 0
    assert "4 November 2027" in seen.text
    assert "Your due date is Sunday, 11 April 2027." in seen.text
