"""amma visit: what is on the sheet and what is not, and the questions for it."""

import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from amma_cli.errors import Failed, NotFound, Usage
from tests.inside import Amma

DUE = "2027-04-11"
ON = ("--on", "2026-11-22")
# Kind, what is typed, when; what is before the visit of 25 October, or to come, has a mark.
LOGGED = (
    ("appointment", "First visit", "2026-09-20 10:00"),
    ("appointment", "Booking", "2026-10-25 09:30"),
    ("appointment", "Later one", "2026-12-20 09:30"),
    ("weight", "61.1kg", "2026-10-20 08:00"),
    ("weight", "65.2kg", "2026-11-01 08:00"),
    ("weight", "65.6kg", "2026-11-08 08:00"),
    ("weight", "66.4kg", "2026-11-15 08:00"),
    ("bp", "118/74", "2026-11-15 08:10"),
    ("temp", "37.1", "2026-11-15 08:20"),
    ("glucose", "5.1", "2026-11-15 08:30"),
    ("pulse", "82", "2026-11-15 08:40"),
    ("medicine", "Iron 65 mg", "2026-11-15 09:00"),
    ("medicine", "Iron 65 mg", "2026-11-16 09:00"),
    ("symptom", "Backache", "2026-11-16 18:00"),
    ("note", "Quarrel at home", "2026-11-16 19:00"),
)


@pytest.fixture
def amma(tmp_path: Path, frozen_library: Path) -> Amma:
    made = Amma(tmp_path / "home", frozen_library)
    made("due", DUE, "--country", "GB", *ON)
    for kind, value, at in LOGGED:
        made("log", kind, value, "--at", at, *ON)
    made("checkin", "--sign", "fever", "--symptom", "heartburn", "--note", "Cried", "--yes", *ON)
    made("visit", "ask", "May I swim?", *ON)
    return made


def sheet(amma: Amma, *words: str, on: str = "2026-11-22") -> str:
    return " ".join(amma("visit", *words, "--on", on).out.split())


def test_it_holds_what_was_logged_since_the_last_visit_and_nothing_before(amma: Amma) -> None:
    words = sheet(amma)
    for there in ("since 25 October 2026", "65.2 kg", "66.4 kg", "118/74 mmHg", "37.1 C",
                  "5.1 mmol/L", "82 a minute", "Iron 65 mg", "Backache", "A fever", "Heartburn",
                  "May I swim?", "11 April 2027", "20 weeks (20+0)", "17+0"):  # fmt: skip
        assert there in words, there
    for absent in ("61.1", "Later one", "First visit"):
        assert absent not in words


def test_notes_stay_out_of_it(amma: Amma) -> None:
    for words in ((), ("--json",), ("--to", "html", "-o", "-")):
        shown = sheet(amma, *words)
        assert "Quarrel" not in shown
        assert "Cried" not in re.sub(r'"note": "Cried"', "", shown)


def test_a_medicine_stands_once_with_how_often(amma: Amma) -> None:
    assert re.search(r"Iron 65 mg 2 2026-11-15 2026-11-16", sheet(amma))


def test_another_day_can_be_the_first(amma: Amma) -> None:
    assert "61.1 kg" in sheet(amma, "--since", "2026-10-01")
    late = sheet(amma, "--since", "2026-11-16")
    assert "Backache" in late
    assert "65.2" not in late


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_each_form_holds_the_same_and_the_file_is_hers_alone(
    amma: Amma, tmp_path: Path, form: str
) -> None:
    path = tmp_path / f"sheet.{form}"
    done = amma("visit", "-o", str(path), *ON)
    assert done.out == ""
    assert "Weight (3 entries)" in " ".join(done.err.split())  # shown before it is written
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text(encoding="utf-8")
    for there in ("65.2 kg", "May I swim?", "Iron 65 mg", "20 weeks"):
        assert there in text.replace("\\", "")
    assert amma("visit", "--to", form, "-o", "-", *ON).out == text
    with pytest.raises(Failed):
        amma("visit", "-o", str(path), *ON)
    assert "Written" in amma("visit", "-o", str(path), "--force", *ON).err


def test_html_draws_three_values_or_more_and_says_them_in_a_table(amma: Amma) -> None:
    page = amma("visit", "--to", "html", "-o", "-", *ON).out
    assert page.count("<svg ") == page.count('aria-hidden="true" focusable="false"') == 1
    assert page.count("<circle ") == 4  # three values and the sample beside the name
    assert "<td>66.4 kg" in page
    assert "<script" not in page


def test_only_what_is_ticked_is_in_it(amma: Amma) -> None:
    only = amma("visit", "--only", "weight", "--only", "questions", *ON, "--json").record
    assert only["parts"] == ["questions", "weight"]
    assert {entry["kind"] for entry in only["entries"]} == {"question", "weight"}
    assert only["dating"] is None
    words = sheet(amma, "--without", "dating", "--without", "weight")
    for absent in ("11 April", "65.2", "your clinic"):
        assert absent not in words
    assert "118/74" in words
    with pytest.raises(Usage, match="no part"):
        amma("visit", "--only", "baby", *ON)
    with pytest.raises(Usage, match="left"):
        amma("visit", "--only", "weight", "--without", "weight", *ON)


def test_after_an_end_it_works_by_day(amma: Amma) -> None:
    amma("end", *ON)
    for words in ((), ("--to", "html", "-o", "-")):
        shown = sheet(amma, *words)
        assert "65.2 kg" in shown
        assert "2026-11-15" in shown
        assert "May I swim?" in shown
        assert not re.search(
            r"week|\d\+\d|11 April|Due date|bab(y|ies)|movement", shown, re.IGNORECASE
        )
    assert "by day" in sheet(amma)


def test_after_an_end_movements_are_there_only_when_named(
    amma: Amma, clocked: Callable[[str], None]
) -> None:
    clocked("kicks")
    assert "movement" in sheet(amma).lower()
    amma("end", *ON)
    assert "movement" not in sheet(amma).lower()
    assert "movement" in sheet(amma, "--only", "kicks").lower()


@pytest.fixture
def clocked(amma: Amma) -> Callable[[str], None]:
    def session(kind: str) -> None:
        amma(kind, "--press", *ON)
        amma(kind, "--finish", *ON)

    return session


def test_sessions_are_records_without_a_verdict(amma: Amma, clocked: Callable[[str], None]) -> None:
    for kind in ("kicks", "contractions"):
        clocked(kind)
    shown = sheet(amma, "--only", "kicks", "--only", "contractions")
    assert "1 movement in" in shown
    assert "1 contraction" in shown
    assert not re.search(r"\b(fine|normal|good|enough|call|too)\b", shown, re.IGNORECASE)


def test_questions_are_asked_listed_done_and_opened_again(amma: Amma) -> None:
    amma("visit", "ask", "Is", "iron", "enough?", *ON)
    record = amma("visit", "list", *ON, "--json").record
    names = [one["id"] for one in record["questions"]]
    assert [one["data"]["text"] for one in record["questions"]] == [
        "May I swim?", "Is iron enough?",
    ]  # fmt: skip
    done = amma("visit", "done", names[0][:6], *ON)
    assert f"amma visit open {names[0][:6]}" in done.out
    (first, second) = amma("visit", "list", *ON, "--json").record["questions"]
    assert (first["id"], first["data"].get("done")) == (names[1], None)
    assert (second["id"], second["data"]["done"]) == (names[0], "2026-11-22")
    assert "swim" not in sheet(amma)
    amma("visit", "open", names[0][:6], *ON)
    assert "swim" in sheet(amma)


def test_done_without_a_name_is_all_that_are_open(amma: Amma) -> None:
    amma("visit", "ask", "Is iron enough?", *ON)
    assert len(amma("visit", "done", *ON, "--json").record["questions"]) == 2
    assert amma("visit", "done", *ON, "--json").record["questions"] == []
    assert "question" not in sheet(amma).lower()


def test_what_is_no_question_is_refused(amma: Amma) -> None:
    weight = amma("journal", "--kind", "weight", "--json", *ON).record["entries"][0]["id"]
    for name in (weight, "ffffffff"):
        with pytest.raises(NotFound):
            amma("visit", "done", name, *ON)
    for words in (("ask",), ("open",), ("list", "x"), ("doe",)):
        with pytest.raises(Usage):
            amma("visit", *words, *ON)


def test_another_pregnancy_is_not_on_the_sheet(amma: Amma) -> None:
    amma("new", "--yes", *ON)
    shown = sheet(amma)
    for absent in ("65.2", "swim", "11 April"):
        assert absent not in shown


def test_without_a_date_and_a_journal_there_is_space_to_write(
    tmp_path: Path, frozen_library: Path
) -> None:
    shown = sheet(Amma(tmp_path, frozen_library))
    assert "Space to write" in shown
    assert "Nothing was logged" in shown
