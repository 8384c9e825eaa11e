"""Convention 31: after an end nothing is counted, nothing is assumed, and resume undoes it.

Left out, because somebody asked for them by name: articles and lists of the library (which must
be the same as for somebody who has stored no date), the guide of a week that was named, and the
pages of `amma help`, which name every command.
"""

import itertools
import json
import re
import shutil
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from amma_cli.commands.run import EVERY, build
from amma_cli.domain.dates import format_date
from amma_cli.status import short
from tests.inside import Amma
from tests.stages import DUE, NOTES, SETTINGS, STANDINGS, Standing, made, said

ENDS = (("end",), ("end", "--hide"), ("end", "2026-06-25"), ("end", "2026-06-25", "--hide"))
OTHERS = str(Path(__file__).parents[1] / "data" / "exports" / "schema-1.json")
GOLDEN = Path(__file__).parents[1] / "golden" / "after-end.txt"
# Commands whose answer is the program's own: the property holds for each of their lines.
OWN = [
    ["today"], [], ["week"], ["week", "--after-birth"], ["size"], ["due"], ["due", DUE],
    ["due", "--date", "2027-05-01", "--dry-run"], ["due", DUE, "--replace", "--force"],
    ["due", "--lmp", "2026-07-05", "--cycle", "28"], ["due", "--conceived", "2026-07-19"],
    ["due", "--insemination", "2026-07-19"], ["due", "--retrieval", "2026-07-19"],
    ["due", "--transfer", "2026-07-24", "--embryo-day", "5"],
    ["due", "--scan", "2026-09-30", "--at", "12+3"],
    ["due", "--scan", "2026-09-30", "--crl", "60", "--formula", "robinson"],
    ["due", "--undo"], ["due", "--redo"], ["due", "--still-pregnant"], ["due", "--country", "GB"],
    ["why"], ["search"], ["read"], ["cite"], ["print"], ["print", "--ahead"], ["checkin"],
    ["checkin", "--note", "Rest"],
    ["end"], ["end", "--hide"], ["end", "--erase"], ["end", "--erase", "--dry-run"],
    ["settings"], ["settings", "calm"], ["status"],
    ["status", "--short"], ["status", "--neutral"], ["privacy"], ["doctor"],
    ["doctor", "--include-private"], ["forget"], ["forget", "--dry-run"], ["new"],
    ["new", "--list"], ["born"], ["completion"],
    ["checkin", "--sign", "fever", "--mood", "2", "--sleep", "2", "--energy", "3", "--yes"],
    ["checkin", "--weight", "61kg", "--bp", "118/76", "--temp", "37", "--question", "Who calls?"],
    ["checkin", "--symptom", "heartburn", "--done", "short-cervix"],
    ["signs"], ["signs", "--tick", "fever", "--bp", "145/92", "--temp", "38.4", "--pulse", "112"],
    ["signs", "--weight", "61kg", "--reading", "spo2=93", "--flag", "diabetes"],
    ["log"], ["log", "weight", "61kg", "--at", "08:30", "--note", "Before tea", "--yes"],
    ["log", "glucose", "5.1", "--meal", "fasting", "--dry-run"], ["log", "question", "Who calls?"],
    ["journal"], ["journal", "--since", "2026-06-01"], ["journal", "--kind", "bp"],
    ["journal", "--week", "20"], ["journal", "--all"], ["journal", "edit", "last", "--yes"],
    ["journal", "edit", "last", "--at", "09:00", "--note", "At home"], ["journal", "undo"],
    ["kicks"], ["kicks", "--press"], ["kicks", "--finish"], ["kicks", "--discard"],
    ["contractions"], ["contractions", "--press"], ["contractions", "--finish"],
    ["contractions", "--discard"], ["chart", "weight"], ["chart", "bp", "--svg", "-"],
    ["visit"], ["visit", "--to", "txt", "-o", "-", "--since", "2026-06-01", "--without", "space"],
    ["visit", "--only", "weight", "--only", "kicks", "--yes"], ["visit", "ask", "Who calls?"],
    ["visit", "list"], ["visit", "done"], ["visit", "--to", "md", "-o", "-", "--force"],
    ["calendar"], ["calendar", "--weeks", "--care", "--appointments", "-o", "-"],
    ["calendar", "--plain-titles", "-o", "-", "--force"], ["calendar", "--dry-run"],
    ["calendar", "--remove"],
    ["export", "--to", "md", "-o", "-", "--force"], ["import"], ["import", OTHERS, "--dry-run"],
    ["import", OTHERS, "--dry-run", "--theirs"],
    ["about-me"], ["about-me", "diabetes", "yes"], ["about-me", "diabetes", "forget"],
]  # fmt: skip
# Commands that show the library, or help: the same as for somebody without a date.
ASKED = [
    ["week", "20"], ["week", "0", "--after-birth"], ["size", "20"], ["search", "bleeding"],
    ["read", "short-cervix"], ["read", "short-cervix", "--short"],
    ["read", "short-cervix", "--section", "what is"], ["cite", "short-cervix", "1"],
    ["print", "short-cervix", "--to", "txt", "-o", "-", "--force"],
    ["print", "short-cervix", "--large", "--paper", "letter"], ["print", "--week", "20"],
    ["print", "--topic", "complications"], ["list"], ["list", "--topics"],
    ["list", "--topic", "complications"], ["list", "--week", "20"], ["list", "--slugs"],
    ["topics"], ["topics", "--names"], ["library"], ["end", "--reading"], ["completion", "bash"],
    ["help"], ["help", "week"], ["week", "-h"], ["signs", "--week", "30"],
    ["signs", "--after-birth", "3", "--tick", "fever"], ["signs", "--after-loss", "3"],
]  # fmt: skip
# What leaves this state, looks at a pregnancy by its number, is all that was recorded, asked for
# whole, or is a PDF; each has tests of its own.
LEAVING = [
    ["export", "--to", "json"], ["export", "--to", "csv"], ["import", OTHERS],
    ["resume"], ["born", "2027-04-09", "--newborn"], ["new", "--yes"], ["new", "--show", "1"],
    ["new", "--remove", "1", "--dry-run"],
    ["new", "--remove", "1", "--yes"], ["forget", "--yes"], ["end", "--erase", "--yes"],
    ["visit", "--to", "pdf", "--large", "--paper", "a4"],
    ["privacy", "--prove"], ["about-me", "--height", "165cm", "--start-weight", "61kg"],
]  # fmt: skip
COUNTING = {
    "week", "age", "ordinal_week", "trimester", "due", "days_to_go", "days_since_birth", "born",
    "starts", "size", "weeks", "days", "day_zero", "names", "care", "guide", "inputs", "method",
    "week_after_birth", "notes",
}  # fmt: skip
COUNTS = re.compile(
    r"\b\d+ (?:week|day|month)s?\b|\b\d+\+\d\b|\bweek \d|trimester|\d%|\bto go\b|due date is"
    r"|past your due|\b\d+ ?(?:mm|cm|g)\b|since the birth",
    re.IGNORECASE,
)
WORDS = re.compile(
    r"bab(?:y|ies)|birth|\bcots?\b|feed|congrat|week|trimester|\b\d+ days?\b", re.IGNORECASE
)
HERS = ("2027-04-11", "11 April 2027", "2027-04-09", "9 April 2027", "2026-07-03", "3 July 2026")
OTHER_DAYS = ("2026-07-04", "2028-01-01")


def ended(standing: Standing, end: tuple[str, ...], home: Path, library: Path) -> Amma:
    amma = made(standing, home, library)
    amma(*end, "--on", standing.day)
    return amma


def keys_with_values(record: Any) -> set[str]:
    if isinstance(record, dict):
        own = {key for key, value in record.items() if value not in (None, [], {}, "")}
        return own.union(*(keys_with_values(value) for value in record.values()))
    return set().union(*map(keys_with_values, record)) if isinstance(record, list) else set()


def own_lines(amma: Amma, words: list[str], day: str) -> list[str]:
    """What the program says by itself, places and versions taken out."""
    lines = said(amma, [*words, "--on", day, "--width", "500"]).text
    home = amma.environ["AMMA_HOME"]
    lines = re.sub(r"(?m)^(Versions|Python|Library|Terminal): .*", r"\1: ...", lines)
    lines = re.sub(r"(?m)^(UID|DTSTART|DTEND|DTSTAMP|SEQUENCE)[:;].*", r"\1", lines)  # no words
    lines = re.sub(r"--tick [a-z0-9-]+", "--tick KEY", lines)  # keys are names, not words
    lines = re.sub(r"(?<=amma visit (?:open|done) )[0-9a-f]{6}[0-9a-f ]*", "NAME", lines)
    lines = re.sub(r"\([0-9a-f]{6}\)|(?<=remove )[0-9a-f]{6}\b", "NAME", lines)  # by chance
    return [line for line in lines.replace(home, "HOME").splitlines() if line.strip()]


def problems(amma: Amma, words: list[str], day: str) -> list[str]:
    lines = own_lines(amma, words, day)
    typed = set(words)
    labels = words[:1] == ["signs"]  # of the library: "low mood for two weeks" counts nothing
    checked = [line for line in lines if not (labels and line.startswith("- "))]
    found = [line for line in checked if COUNTS.search(line) or WORDS.search(line)]
    shown = said(amma, [*words, "--on", day, "--json"])
    if shown.out:
        found += sorted(keys_with_values(json.loads(shown.out)) & COUNTING)
    today = format_date(date.fromisoformat(day))
    hers = [value for value in HERS if value not in (*typed, day) and value not in today]
    found += [value for value in hers if value in "\n".join(lines) + shown.text]
    return [f"amma {' '.join(words)} on {day}: {line}" for line in found]


def test_convention_31_the_tables_name_every_command_and_option() -> None:
    calls = [*OWN, *ASKED, *LEAVING]
    for command in build(EVERY).commands.values():
        used = {word for call in calls if call[:1] == [command.name] for word in call[1:]}
        assert any(call[:1] == [command.name] for call in calls), command.name
        for option in command.params:
            if option.param_type_name == "option":
                known = {*option.opts, *option.secondary_opts}
                assert known & used or "--help" in known, f"amma {command.name} {option.opts}"


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda s: s.name.replace(" ", "-"))
def test_convention_31_after_an_end_no_command_counts_by_itself(
    standing: Standing, tmp_path: Path, frozen_library: Path
) -> None:
    found = []
    for number, end in enumerate(ENDS):
        home = tmp_path / str(number)
        amma = ended(standing, end, home, frozen_library)
        at_end = (home / "profile.toml").read_bytes()
        day = (standing.day, *OTHER_DAYS, standing.day)[number]
        for words in OWN:
            found += problems(amma, words, day)
            if words[:1] in (["end"], ["due"], ["about-me"]):
                (home / "profile.toml").write_bytes(at_end)
        for flag in ((), ("--neutral",)):
            asked = ["status", "--short", *flag, "--on", day]
            found += [short(asked, amma.environ, date(2026, 11, 22))]
    assert [problem for problem in found if problem] == []


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda s: s.name.replace(" ", "-"))
def test_convention_31_what_is_asked_for_by_name_is_as_for_anybody(
    standing: Standing, tmp_path: Path, frozen_library: Path
) -> None:
    amma = ended(standing, ENDS[0], tmp_path / "hers", frozen_library)
    anybody = Amma(tmp_path / "new", frozen_library)
    for setting in [w for w in standing.before if w[0] == "settings"]:
        anybody(*setting)
    if "--country" in standing.before[-1] + standing.before[0]:
        anybody("settings", "country", "GB")
    for words in ASKED:
        asked = [*words, "--on", standing.day]
        assert said(amma, asked) == said(anybody, asked)
        assert said(amma, [*asked, "--json"]) == said(anybody, [*asked, "--json"])


SCREENS = [
    ["today"], ["week"], ["size"], ["due"], ["why"], ["checkin"], ["status"], ["settings"],
    ["doctor", "--include-private"], ["privacy"], ["new", "--list"], ["week", "20"], ["list"],
]  # fmt: skip


def screens(amma: Amma, day: str) -> list[object]:
    shown: list[object] = [
        said(amma, [*words, "--on", day, *form], terminal=terminal)
        for words in SCREENS
        for form, terminal in (((), False), (("--json",), False), (("--no-pager",), True))
    ]
    return [*shown, short(["--on", day], amma.environ, date(2026, 11, 22))]


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda s: s.name.replace(" ", "-"))
def test_convention_31_resume_restores_the_very_same_screens(
    standing: Standing, tmp_path: Path, frozen_library: Path
) -> None:
    amma = made(standing, tmp_path, frozen_library)
    days = (standing.day, "2027-06-01")
    before = {day: screens(amma, day) for day in days}
    profile = (tmp_path / "profile.toml").read_bytes()
    for end in (ENDS[0], ENDS[3]):
        amma(*end, "--on", standing.day)
        said(amma, ["due", "--still-pregnant", "--on", "2027-05-30"])
        said(amma, ["due", "2027-05-01", "--replace", "--on", standing.day])
        amma("resume", "--on", standing.day)
        assert (tmp_path / "profile.toml").read_bytes() == profile
        assert {day: screens(amma, day) for day in days} == before


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda s: s.name.replace(" ", "-"))
def test_convention_31_erase_leaves_nothing(
    standing: Standing, tmp_path: Path, frozen_library: Path
) -> None:
    home = tmp_path / "home"
    amma = made(standing, home, frozen_library)
    (home / "profile.toml.schema-1.2026-11-22.bak").write_text("due = 2027-04-11")
    amma("end", "--erase", "--yes", "--on", standing.day)
    assert not home.exists()
    assert list(tmp_path.iterdir()) == []
    anybody = Amma(tmp_path / "new", frozen_library)
    for words in SCREENS[:7]:
        asked = [*words, "--on", standing.day]
        assert said(amma, asked) == said(anybody, asked)


def test_convention_31_a_note_after_an_end_is_kept(tmp_path: Path, frozen_library: Path) -> None:
    amma = ended(STANDINGS[1], ENDS[0], tmp_path, frozen_library)
    amma("checkin", "--note", "A hard day", "--on", "2026-11-23")
    assert "A hard day" in (tmp_path / "journal.jsonl").read_text(encoding="utf-8")


def test_convention_31_a_date_after_an_end_is_refused_and_names_both_ways(
    tmp_path: Path, frozen_library: Path
) -> None:
    amma = ended(STANDINGS[1], ENDS[0], tmp_path, frozen_library)
    before = (tmp_path / "profile.toml").read_bytes()
    for words in (["due", "2028-01-01"], ["due", "--undo"], ["due", "--still-pregnant"]):
        answer = said(amma, [*words, "--on", "2027-05-10"])
        assert answer.out == ""
        assert "amma new" in answer.err
        assert "amma resume" in answer.err
        assert "2028" not in answer.err
    assert (tmp_path / "profile.toml").read_bytes() == before


def test_convention_31_every_line_after_an_end_stands_in_a_golden_file(
    tmp_path: Path, frozen_library: Path, request: pytest.FixtureRequest
) -> None:
    seen: dict[str, None] = {}
    for number, (standing, end) in enumerate(itertools.product(STANDINGS, ENDS)):
        if number % 5 and standing.name != "all there is":
            continue
        home = tmp_path / "home"
        shutil.rmtree(home, ignore_errors=True)
        amma = ended(standing, end, home, frozen_library)
        for words in OWN:
            shown = own_lines(amma, words, standing.day)
            if words[:1] == ["signs"]:
                shown = [line for line in shown if not line.startswith("- ")]
            seen |= dict.fromkeys(line for line in shown if line not in words)
    wrapped = [textwrap.fill(line, 80, subsequent_indent="    ") for line in sorted(seen)]
    now = "\n".join(wrapped) + "\n"
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(now, encoding="utf-8")
    assert now == GOLDEN.read_text(encoding="utf-8")
    assert WORDS.findall(now) == []
    assert COUNTS.findall(now) == []


def test_convention_31_the_notes_of_these_tests_are_not_in_the_way() -> None:
    for words in (*NOTES, *SETTINGS):
        assert WORDS.search(" ".join(words)) is None
