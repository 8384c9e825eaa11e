"""amma due in a terminal for somebody who does not know: one way after the other, no dead end."""

from pathlib import Path

import pytest

from tests.flows.walk import FORMS
from tests.program import Amma
from tests.terminal import Key, Seen, in_terminal

ON = "2026-11-22"
ENDS = {
    "date": "if you do not know it):", "lmp": "last period (Enter to skip):",
    "scan": "how far along you were (Enter to skip):", "at": "for example 12+3 (Enter to skip):",
    "transfer": "the embryo transfer (Enter to skip):", "embryo": "2 to 7 days (Enter to skip):",
    "conceived": "ovulation, if you know it (Enter to skip):",
    "country": "for numbers to call (Enter to skip):",
}  # fmt: skip
WAYS = ("date", "lmp", "scan", "transfer", "conceived", "country")


def asked(
    folder: Path, library: Path, *answers: tuple[str, str], form: str = "80", on: str = ON
) -> tuple[Amma, Seen]:
    folder.mkdir(exist_ok=True)
    amma = Amma(folder, library)
    keys = [Key(ENDS[name], f"{typed}\n".encode()) for name, typed in answers]
    given = FORMS[form]
    env = {"NO_COLOR": "1", **given.get("env", {})}
    seen = in_terminal(amma, "due", "--on", on, keys=keys, columns=given["columns"], env=env)
    return amma, seen


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("typed", ["", "?"])
def test_who_knows_no_date_hears_what_works_without_one(
    typed: str, form: str, tmp_path: Path, frozen_library: Path
) -> None:
    amma, seen = asked(tmp_path, frozen_library, *((way, typed) for way in WAYS), form=form)
    assert seen.code == 0
    words = " ".join(seen.text.split())
    for part in (
        "No due date was stored.", "ask a midwife or doctor for one", "amma search WORDS",
        "amma week 20", "amma signs --week 20", "Worried right now? Call your maternity unit",
    ):  # fmt: skip
        assert part in words
    assert "profile.toml" not in amma.files()
    widest = FORMS[form]["columns"] + len(typed)  # what is typed stands behind its question
    assert all(len(line) <= widest for line in seen.lines)


@pytest.mark.parametrize("no", ["no", "idk", "I don't know", "dont know.", "-", "Not sure"])
def test_any_word_for_not_knowing_goes_on_to_the_next_way(
    no: str, tmp_path: Path, frozen_library: Path
) -> None:
    known = (("scan", "2026-09-30"), ("at", "12+3"), ("country", "gb"))
    _, seen = asked(tmp_path, frozen_library, ("date", no), ("lmp", no), *known)
    assert "Your due date is Sunday, 11 April 2027." in seen.text


@pytest.mark.parametrize(
    ("known", "method"),
    [
        ((("lmp", "2026-07-05"),), "lmp"),
        ((("lmp", ""), ("scan", "2026-09-30"), ("at", "12+3")), "scan"),
        ((("lmp", ""), ("scan", ""), ("transfer", "2026-07-24"), ("embryo", "5")), "transfer"),
        ((("lmp", ""), ("scan", "2026-09-30"), ("at", ""), ("transfer", ""),
          ("conceived", "2026-07-19")), "conceived"),
    ],
)  # fmt: skip
def test_each_way_finds_the_date(
    known: tuple[tuple[str, str], ...], method: str, tmp_path: Path, frozen_library: Path
) -> None:
    amma, seen = asked(tmp_path, frozen_library, ("date", ""), *known, ("country", ""))
    assert seen.code == 0
    assert amma("due", "--json", "--on", ON).record["method"] == method
    assert amma("due", "--json", "--on", ON).record["due"] == "2027-04-11"


def test_what_cannot_be_read_is_asked_again_and_the_hint_says_what_is_needed(
    tmp_path: Path, frozen_library: Path
) -> None:
    answers = (("date", "20 weeks"), ("date", ""), ("lmp", "5 july"), ("lmp", "5 july 2026"))
    _, seen = asked(tmp_path, frozen_library, *answers, ("country", ""))
    words = " ".join(seen.text.split())
    assert "'20 weeks' is an age, not a date. Give the day on which a scan found that age" in words
    assert "as in 5 July 2026." in words
    assert "Your due date is Sunday, 11 April 2027." in words


def test_a_country_is_kept_where_no_date_is_known(tmp_path: Path, frozen_library: Path) -> None:
    answers = [(way, "no") for way in WAYS[:-1]]
    amma, seen = asked(tmp_path, frozen_library, *answers, ("country", "GB"))
    assert "In an emergency call 999" in " ".join(seen.text.split())
    assert amma("settings", "country", "--json").record["settings"]["country"] == "GB"
