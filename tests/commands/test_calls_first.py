"""The call is said first, whatever is typed around a reading and whatever else fails."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from amma_cli.commands.registry import valued_of
from amma_cli.commands.run import run
from amma_cli.domain.logged import MEASURED
from amma_cli.env import Env
from amma_cli.errors import AmmaError
from amma_cli.options import take_options
from tests.inside import NOON, Amma, Stream
from tests.program import Amma as Program

DUE = "2027-04-11"
UNIT = "Call your maternity unit now, day or night"
EMERGENCY = "Call the emergency number now"
STROKE = "Pressure this high can cause a stroke."
WORRIED = "Worried right now? Call your maternity unit, day or night. In an emergency call 999."
GARBAGE = b"garbage["


class Ended(NamedTuple):
    """How a command ended: its exit code, what it showed, its error in one line, what beside it."""

    code: int
    out: str
    said: str
    more: dict[str, Any]


def end(amma: Amma, *words: str) -> Ended:
    """Run a command where nobody can be asked."""
    options, rest = take_options(words, valued_of(words))
    out, err = Stream(), Stream()
    env = Env(options, amma.environ, None, out, err, lambda: amma.clock)
    try:
        code = run(env, rest)
    except AmmaError as error:
        said = " ".join(f"{err.text()} {error.say} {error.hint}".split())
        return Ended(error.exit_code, out.text(), said, dict(error.more))
    return Ended(code, out.text(), " ".join(err.text().split()), {})


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def amma(tmp_path: Path, real_library: Path) -> Amma:
    """Somebody in Britain, 20+0 on the day of the tests."""
    made = Amma(tmp_path / "home", real_library)
    made("due", DUE, "--country", "GB")
    return made


@pytest.fixture
def new(tmp_path: Path, real_library: Path) -> Amma:
    """Somebody of whom nothing is stored."""
    return Amma(tmp_path / "new", real_library)


def home(amma: Amma) -> Path:
    return Path(amma.environ["AMMA_HOME"])


def kept(amma: Amma) -> list[dict[str, Any]]:
    path = home(amma) / "journal.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line) for line in lines]


SEVERE: dict[str, list[str]] = {
    "log": ["log", "bp", "175/118"],
    "log, a slip?": ["log", "bp", "175/118", "--at", "last night"],
    "checkin --bp": ["checkin", "--bp", "175/118", "--yes"],
    "checkin --sign": ["checkin", "--sign", "seizure", "--yes"],
    "checkin --symptom": ["checkin", "--symptom", "heartburn", "--sign", "seizure"],
    "edit": ["journal", "edit", "last", "175/118"],
}


def calls(ended: Ended) -> bool:
    shown = ended.out.partition("Saved:")[0]
    return UNIT in shown or EMERGENCY in shown


@pytest.mark.parametrize("name", SEVERE)
def test_what_cannot_be_saved_is_said_after_the_call(
    amma: Amma, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    amma("log", "bp", "118/76")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("amma_cli.store.system.system.write", full)
    before = kept(amma)
    ended = end(amma, *SEVERE[name])
    assert calls(ended), ended
    if "--at" not in SEVERE[name]:
        assert ended.code == 1
        assert "No space left on device" in ended.said
    assert kept(amma) == before


@pytest.mark.parametrize("name", SEVERE)
def test_a_damaged_profile_silences_no_call_and_is_said_once(amma: Amma, name: str) -> None:
    amma("log", "bp", "118/76")
    path, before = home(amma) / "profile.toml", kept(amma)
    path.write_bytes(GARBAGE)
    ended = end(amma, *SEVERE[name])
    assert calls(ended), ended
    if "--at" not in SEVERE[name]:
        assert ended.code == 4
        assert ended.said.count("profile.toml") == 1
    assert path.read_bytes() == GARBAGE
    assert kept(amma) == before


@pytest.mark.parametrize("words", [["log", "bp", "175/118"], ["signs", "--bp", "175/118"],
                                   ["checkin", "--bp", "175/118", "--yes"]])  # fmt: skip
def test_a_damaged_journal_silences_no_call_and_what_stands_before_it_is_weighed(
    amma: Amma, words: list[str]
) -> None:
    amma("log", "bp", "170/112")
    path = home(amma) / "journal.jsonl"
    path.write_bytes(path.read_bytes() + b"{}\n[]\n")
    before = path.read_bytes()
    ended = end(amma, *words)
    assert ended.code == 4
    assert EMERGENCY in ended.out  # a severe pressure twice
    assert "cannot be read" in ended.said
    assert path.read_bytes() == before


@pytest.mark.parametrize("line", [{"values": {"sys": "x", "dia": None}}, {"values": []}, [], "x",
                                  {"values": {"sys": True, "kg": []}}])  # fmt: skip
def test_an_entry_that_somebody_broke_by_hand_is_passed_over(amma: Amma, line: object) -> None:
    amma("log", "bp", "170/112")
    path = home(amma) / "journal.jsonl"
    broken = {**kept(amma)[0], "data": line}
    path.write_text(path.read_text(encoding="utf-8") + json.dumps(broken) + "\n", encoding="utf-8")
    ended = end(amma, "signs", "--bp", "175/118")
    assert (ended.code, EMERGENCY in ended.out) == (0, True)


def test_signs_with_a_damaged_profile_weighs_lists_and_then_says_it(amma: Amma) -> None:
    (home(amma) / "profile.toml").write_bytes(GARBAGE)
    weighed = end(amma, "signs", "--week", "30", "--bp", "175/118")
    assert (weighed.code, UNIT in weighed.out) == (4, True)
    listed = end(amma, "signs")
    assert (listed.code, "Seizure (fit)" in listed.out) == (4, True)
    for ended in (weighed, listed):
        assert ended.said.count("profile.toml") == 1


def test_under_json_the_error_carries_the_call_and_nothing_else_is_shown(amma: Amma) -> None:
    (home(amma) / "profile.toml").write_bytes(GARBAGE)
    for words in (["log", "bp", "175/118"], ["checkin", "--bp", "175/118", "--yes"],
                  ["signs", "--bp", "175/118"]):  # fmt: skip
        ended = end(amma, *words, "--json")
        assert (ended.code, ended.out) == (4, "")
        assert f"{UNIT}." in ended.said
        assert STROKE in ended.said
        assert ended.more["judgement"]["level"] == "urgent"
        assert ended.more["judgement"]["call"]["who"] == "unit"


# Without a due date


def test_a_sign_without_a_due_date_is_weighed_as_in_any_week(new: Amma) -> None:
    ended = end(new, "signs", "--tick", "seizure", "--region", "GB")
    assert ended.code == 0
    assert ended.out.startswith(EMERGENCY)
    assert "does not know how far along you are" in ended.said
    light = end(new, "signs", "--tick", "bleeding-light-early", "--region", "GB", "--json")
    assert json.loads(light.out)["level"] == "urgent"  # "soon" in the first weeks alone


def test_a_checkin_without_a_due_date_calls_first(new: Amma) -> None:
    ended = end(new, "checkin", "--sign", "seizure", "--yes", "--region", "GB")
    assert (ended.code, ended.out.startswith(EMERGENCY)) == (3, True)
    assert "No due date is stored yet." in ended.said
    record = end(new, "checkin", "--sign", "seizure", "--yes", "--region", "GB", "--json")
    assert (record.code, record.out) == (3, "")
    assert "Call 999 now." in record.said
    assert record.more["judgement"]["level"] == "emergency"


def test_the_list_without_a_due_date_is_that_of_an_emergency(new: Amma) -> None:
    ended = end(new, "signs", "--region", "GB")
    assert ended.code == 3
    for words in ("Emergency: 999", "Seizure (fit)", "Heavy bleeding", "Baby not breathing"):
        assert words in ended.out
    record = end(new, "signs", "--region", "GB", "--json")
    assert (record.code, record.out) == (3, "")
    assert "In an emergency call 999." in record.said
    assert {"seizure", "collapse"} <= {sign["key"] for sign in record.more["signs"]}
    assert {sign["level"] for sign in record.more["signs"]} == {"emergency"}


def test_whom_to_call_is_said_where_a_checkin_cannot_begin(new: Amma) -> None:
    ended = end(new, "checkin", "--region", "GB")
    assert (ended.code, WORRIED in ended.said) == (3, True)


# One part that is refused does not hide the rest


@pytest.mark.parametrize(
    "wrong",
    [["--bp", "foo"], ["--temp", "hot"], ["--tick", "no-such"], ["--reading", "x=1"],
     ["--reading", "sys=nan"], ["--flag", "no-such"], ["--week", "99"], ["--week", "-3"],
     ["--week", "abc"], ["--week", "3", "--after-birth", "3"], ["--after-birth", "-1"],
     ["--reading", "sugar=30"], ["--weight", "heavy"]],
    ids=" ".join,
)  # fmt: skip
def test_signs_weighs_the_rest_before_it_refuses(amma: Amma, wrong: list[str]) -> None:
    ended = end(amma, "signs", "--tick", "seizure", *wrong)
    assert ended.code in (1, 2)
    assert ended.out.startswith(EMERGENCY)
    assert ended.said


@pytest.mark.parametrize(
    "wrong",
    [["--bp", "foo"], ["--temp", "hot"], ["--sign", "no-such"], ["--mood", "9"],
     ["--done", "no-such"], ["--symptom", "no-such"], ["--weight", "heavy"], ["--bp", "290/190"]],
    ids=" ".join,
)  # fmt: skip
def test_a_checkin_weighs_the_rest_before_it_refuses(amma: Amma, wrong: list[str]) -> None:
    ended = end(amma, "checkin", "--sign", "seizure", *wrong)
    assert ended.code in (1, 2)
    assert ended.out.startswith(EMERGENCY)
    assert kept(amma) == []


@pytest.mark.parametrize(
    "words",
    [["log", "bp", "175/118", "--foo"], ["checkin", "--sign", "seizure", "--mood", "high"],
     ["signs", "--tick"], ["log", "feever", "39"], ["log", "bpp", "175/118"]],
    ids=" ".join,
)  # fmt: skip
def test_what_is_not_understood_at_all_names_whom_to_call(amma: Amma, words: list[str]) -> None:
    ended = end(amma, *words)
    assert (ended.code, WORRIED in ended.said) == (2, True)


NOT_READ = ("", "very high", "not 170/115", "12 34 56 78", "under 36", "9 or 10", "1000", "-5")


@pytest.mark.parametrize("kind", sorted(MEASURED))
@pytest.mark.parametrize("typed", NOT_READ[1:])
def test_every_reading_that_is_refused_names_its_form_and_a_call(
    amma: Amma, kind: str, typed: str
) -> None:
    ways = [["log", kind, "--", typed], ["signs", "--reading", f"{kind}={typed}"]]
    if kind in ("bp", "temp", "weight"):
        ways += [["checkin", f"--{kind}={typed}"], ["signs", f"--{kind}={typed}"]]
    for words in ways:
        ended = end(amma, *words)
        assert ended.code == 2
        assert "typed as" in ended.said, ended
        assert WORRIED in ended.said or calls(ended)
    assert kept(amma) == []


@pytest.mark.parametrize(
    ("kind", "typed"),
    [("bp", "170/115 yesterday"), ("bp", "not 170/115"), ("bp", "170/115 at 8:30"),
     ("bp", "118/76 then 170/115"), ("bp", "170 over 115 or 160 over 110"),
     ("temp", "39.2 yesterday"), ("temp", "38 to 39"), ("temp", "102 F or 103 F")],
)  # fmt: skip
def test_a_danger_in_what_cannot_be_read_is_weighed_all_the_same(
    amma: Amma, kind: str, typed: str
) -> None:
    for words in (
        ["log", kind, typed],
        ["checkin", f"--{kind}", typed],
        ["signs", f"--{kind}", typed],
    ):
        ended = end(amma, *words)
        assert (ended.code, calls(ended)) == (2, True)
        assert "typed as" in ended.said
        record = end(amma, *words, "--json")
        assert record.out == ""
        assert f"{UNIT}." in record.said or "Call 999 now." in record.said
    assert kept(amma) == []


def test_an_entry_in_words_is_not_edited_beside_a_damaged_profile(amma: Amma) -> None:
    amma("log", "note", "before")
    (home(amma) / "profile.toml").write_bytes(GARBAGE)
    for words in (["after"], ["--note", "after"]):
        assert end(amma, "journal", "edit", "last", *words).code == 4
    assert kept(amma)[0]["data"] == {"text": "before"}


def test_a_sugar_that_cannot_be_saved_is_weighed_with_its_meal(amma: Amma) -> None:
    for _ in range(2):
        amma("log", "glucose", "6.0", "--meal", "fasting")
    ended = end(amma, "log", "glucose", "6.0", "--meal", "fasting", "--at", "last night")
    assert (ended.code, "Call within 24 hours" in ended.out) == (2, True)


# What looks like a slip


@pytest.mark.parametrize(
    ("kind", "typed", "value", "why", "call"),
    [
        ("bp", "240/150", "240/150 mmHg", "240 is rare as the first number.", STROKE),
        ("bp", "80/120", "80/120 mmHg", "The first number is usually the higher one.", STROKE),
        ("bp", "60/30", "60/30 mmHg", "60 is rare as the first number.", WORRIED),
        ("temp", "43C", "43.0 C (109.4 F)", "43.0 C is rare.", f"{UNIT}."),
        ("oxygen", "55", "55%", "55 % is rare.", "Call 999 now."),
        ("pulse", "230", "230 a minute", "230 beats a minute is rare.", "Call 999 now."),
        ("weight", "20kg", "20.0 kg (44.1 lb)", "20 kg is rare.", WORRIED),
    ],
)
def test_a_doubt_says_the_whole_value_why_and_what_it_means_if_it_is_right(
    amma: Amma, kind: str, typed: str, value: str, why: str, call: str
) -> None:
    ended = end(amma, "log", kind, typed)
    assert (ended.code, ended.out) == (2, "")
    assert ended.said.startswith(f"{typed} was read as {value}. {why} ")
    assert call in ended.said
    assert "Nothing was saved. If it is right, say so with --yes." in ended.said
    assert kept(amma) == []
    if call != WORRIED:
        record = end(amma, "log", kind, typed, "--json")
        assert f"If it is right: {record.more['judgement']['fired'][0]['say']}" in record.said
    saved = end(amma, "log", kind, typed, "--yes")
    assert (saved.code, len(kept(amma))) == (0, 1)


@pytest.mark.parametrize(
    ("option", "typed", "why"),
    [("--bp", "112/165", "The first number is usually the higher one."),
     ("--bp", "290/190", "290 is rare as the first number."),
     ("--temp", "381", "193.9 C is rare.")],
)  # fmt: skip
def test_signs_doubts_a_reading_and_warns_all_the_same(
    amma: Amma, option: str, typed: str, why: str
) -> None:
    ended = end(amma, "signs", option, typed)
    assert (ended.code, ended.out.startswith(UNIT)) == (0, True)
    assert f"{why} Measure again if you can, but do not wait with a call." in flat(ended.out)
    record = json.loads(end(amma, "signs", option, typed, "--json").out)
    assert (record["level"], why in record["doubts"][0]) == ("urgent", True)


# How it was read


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bp", "170/115 left arm"], "170/115 left arm, read as 170/115 mmHg"),
        (["bp", "170/115/80"], "170/115/80, read as 170/115 mmHg, pulse 80"),
        (["temp", "fever 39"], "fever 39, read as 39.0 C (102.2 F)"),
        (["sugar", "sugar", "14"], "sugar 14, read as 14.0 mmol/L (252 mg/dL)"),
        (["sats", "91", "percent"], "91 percent, read as 91%"),
    ],
)
def test_a_reading_among_words_is_echoed_as_it_was_read(
    amma: Amma, words: list[str], said: str
) -> None:
    ended = end(amma, "log", *words)
    assert ended.code == 0
    assert f"Say on the phone: {said} If you" in flat(ended.out)
    (entry,) = kept(amma)
    assert entry["data"]["typed"] == " ".join(words[1:])
    for option in ("bp", "temp"):
        if words[0] == option:
            for command in ("signs", "checkin"):
                again = end(amma, command, f"--{option}", words[1])
                assert f"Say on the phone: {said} If you" in flat(again.out)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("spo2=91 %", "oxygen 91 %"), ("sats=91", "oxygen 91"), ("temp=39 celsius", "read as 39.0 C"),
     ("temp_c=38,5", "38,5"), ("sugar=14", "14"), ("bp=170/115", "170/115"),
     ("hr=132", "pulse 132"), ("glucose_mmol=30", "30mmol"), ("sys=165", "sys 165"),
     ("loss_percent=5,5", "loss_percent 5.5")],
)  # fmt: skip
def test_a_reading_by_name_is_read_like_any_other(amma: Amma, typed: str, said: str) -> None:
    ended = end(amma, "signs", "--reading", typed)
    assert ended.code == 0
    assert said in flat(ended.out)
    assert "Say on the phone" in ended.out


# Units


def test_a_bare_sugar_in_the_us_is_in_its_unit_or_asked_with_both_calls(amma: Amma) -> None:
    us = ["--region", "US", "--dry-run"]
    assert "5.3 mmol/L (95 mg/dL)" in flat(end(amma, "log", "glucose", "95", *us).out)
    for typed in ("14", "30"):
        ended = end(amma, "log", "glucose", typed, *us)
        assert (ended.code, ended.out) == (2, "")
        mg = round(float(typed) / 18, 1)
        assert f"If it is {float(typed)} mmol/L" in ended.said
        assert f"If it is {mg} mmol/L" in ended.said
        assert UNIT in ended.said
        assert "today or within 24 hours" in ended.said
        assert "Type the unit: mmol/L or mg/dL." in ended.said
        assert end(amma, "log", "glucose", typed, "--yes", *us).code == 2
    assert "1.7 mmol/L" in end(amma, "log", "glucose", "30 mg/dL", *us).out
    assert "30.0 mmol/L" in end(amma, "log", "glucose", "30 mmol/L", *us).out


def test_a_weight_that_jumps_is_asked_in_the_other_unit_and_never_converted(amma: Amma) -> None:
    amma("log", "weight", "72.0kg")
    ended = end(amma, "log", "weight", "158")
    assert ended.code == 2
    assert "as 158.0 kg (348.3 lb), or as 71.7 kg (158.0 lb)" in ended.said
    assert end(amma, "log", "weight", "158", "--yes").code == 2
    assert end(amma, "checkin", "--weight", "158", "--yes").code == 2
    assert "The last weight was 72.0 kg." in end(amma, "log", "weight", "86").said
    assert len(kept(amma)) == 1
    assert end(amma, "log", "weight", "158lb").code == 0
    amma.clock = NOON.replace(month=12, day=25)
    assert end(amma, "log", "weight", "158").code == 0  # after four weeks nothing is compared


def test_an_entry_is_not_compared_with_itself(amma: Amma) -> None:
    amma("log", "weight", "158kg")
    assert end(amma, "journal", "edit", "last", "72").code == 0


# Weeks, kinds, times


@pytest.mark.parametrize(("week", "used"), [("0", 4), ("3", 4), ("43", 42), ("44", 42)])
def test_a_week_that_the_rules_do_not_have_says_which_is_used(
    amma: Amma, week: str, used: int
) -> None:
    for more in ([], ["--tick", "fever"]):
        said = end(amma, "signs", "--week", week, *more).said
        assert said == f"The signs of week {used} stand for week {week}."


@pytest.mark.parametrize("week", ["4", "20", "42", "20+3"])
def test_a_week_that_the_rules_have_needs_no_word(amma: Amma, week: str) -> None:
    ended = end(amma, "signs", "--week", week)
    assert (ended.code, ended.said) == (0, "")
    assert f"in week {week[:2].strip('+')}" in ended.out


@pytest.mark.parametrize(
    ("week", "said"),
    [("99", "There is no week 99: the weeks go from 0 to 42."), ("45", "There is no week 45"),
     ("-3", "a number from 0 on"), ("abc", "A week is a number such as 20.")],
)  # fmt: skip
def test_a_week_that_is_none_is_refused_with_whom_to_call(amma: Amma, week: str, said: str) -> None:
    ended = end(amma, "signs", f"--week={week}")
    assert ended.code in (1, 2)
    assert said in ended.said
    assert WORRIED in ended.said
    assert ended.out == ""


@pytest.mark.parametrize("kind", ["mood", "sleep", "energy"])
def test_a_scale_is_shown_the_way_to_the_checkin(amma: Amma, kind: str) -> None:
    assert f"amma checkin --{kind} 3" in end(amma, "log", kind, "3").said


def test_a_kind_has_its_other_names_in_log_and_journal(amma: Amma) -> None:
    assert end(amma, "log", "blood", "pressure", "118/76").code == 0
    assert end(amma, "log", "BP", "120/80").code == 0
    assert "Did you mean temp?" in end(amma, "log", "temprature", "37").said
    shown = json.loads(end(amma, "journal", "--kind", "pressure", "--json").out)
    assert len(shown["entries"]) == 2


@pytest.mark.parametrize(
    ("at", "stored"),
    [("8am", "2026-11-22T08:00"), ("3 days ago", "2026-11-19T12:00"),
     ("friday", "2026-11-20T12:00"), ("yesterday 9pm", "2026-11-21T21:00")],
)  # fmt: skip
def test_a_time_that_is_clear_is_read(amma: Amma, at: str, stored: str) -> None:
    assert end(amma, "log", "bp", "118/76", "--at", at).code == 0
    assert kept(amma)[0]["when"].startswith(stored)


@pytest.mark.parametrize("at", ["yesterday evening", "last night", "this morning", "tomorrow",
                                "8pm", "2020-01-01", "25:00"])  # fmt: skip
def test_a_time_that_is_refused_shows_no_day_to_come_and_calls_first(amma: Amma, at: str) -> None:
    ended = end(amma, "log", "bp", "175/118", "--at", at)
    assert (ended.code, calls(ended)) == (2, True)
    assert "2026-11-2" not in ended.said.replace("2026-11-21", "")
    assert kept(amma) == []


# Live sessions


def test_a_session_that_cannot_be_saved_is_said_after_its_call(
    amma: Amma, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = NOON.replace(hour=11).isoformat(timespec="milliseconds")
    lines = [{"schema": 1, "kind": "contractions", "start": start}]
    lines += [{"at": float(at)} for n in range(12) for at in (n * 300, n * 300 + 60)]
    live = home(amma) / "live.jsonl"
    live.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("amma_cli.store.system.system.write", full)
    for words in (["--press"], ["--finish"]):
        ended = end(amma, "contractions", *words)
        assert (ended.code, UNIT in ended.out) == (1, True), ended
        assert "12 contractions" in ended.out or "13 contractions" in ended.out
        assert "No space left" in ended.said


def test_kicks_and_contractions_with_a_damaged_profile_name_whom_to_call(amma: Amma) -> None:
    (home(amma) / "profile.toml").write_bytes(GARBAGE)
    for name in ("kicks", "contractions"):
        ended = end(amma, name, "--press")
        assert (ended.code, "In an emergency call" in ended.said) == (4, True)
        assert not (home(amma) / "live.jsonl").exists()


# The screen fails


def test_where_the_output_cannot_be_written_the_call_goes_to_stderr_with_what_was_saved(
    tmp_path: Path, real_library: Path
) -> None:
    amma = Program(tmp_path, real_library)
    assert amma("due", DUE, "--country", "GB", "--on", "2026-11-22").code == 0
    for line, saved in (
        ("log bp 165/112", "Saved: Blood pressure: 165/112 mmHg"),
        ("checkin --bp 165/112 --yes", "Saved: blood pressure (165/112 mmHg)."),
        ("journal edit last 165/112", "Saved: Blood pressure: 165/112 mmHg"),
        ("signs --bp 165/112", ""),
    ):
        done = amma.shell(f"$AMMA {line} --on 2026-11-22 > /dev/full")
        assert done.code == 1
        assert f"{UNIT}." in done.err or "Call 999 now." in done.err
        assert ("Only the output could not be written" in done.err) is bool(saved)
        assert saved in done.err
    assert len((amma.home / "journal.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_an_appointment_on_a_weekday_is_asked_for_its_date(amma: Amma) -> None:
    ended = end(amma, "log", "appointment", "Scan", "--at", "monday 09:30")
    assert (ended.code, "the last one, or the next" in ended.said) == (2, True)
    assert kept(amma) == []


WEIGHED = [["log", "bp", "175/118"], ["signs", "--bp", "175/118"],
           ["checkin", "--bp", "175/118", "--yes"]]  # fmt: skip


@pytest.mark.parametrize("words", WEIGHED)
def test_a_country_without_numbers_silences_no_call(amma: Amma, words: list[str]) -> None:
    ended = end(amma, *words, "--region", "QQ")
    assert (ended.code, calls(ended)) == (2, True)
    assert "amma has no numbers for the country QQ." in ended.said
    assert "999 in the UK, 911 in the US" in flat(ended.out)
    assert kept(amma) == []


@pytest.mark.parametrize("words", WEIGHED)
def test_without_a_library_there_is_no_rule_but_somebody_to_call(
    amma: Amma, words: list[str], tmp_path: Path
) -> None:
    (tmp_path / "library.db").write_bytes(b"no library")
    amma.environ["AMMA_LIBRARY"] = str(tmp_path / "library.db")
    ended = end(amma, *words)
    assert (ended.code, ended.out) == (5, "")
    assert "Worried right now? Call your maternity unit" in ended.said
    assert "999 in the UK, 911 in the US" in ended.said
