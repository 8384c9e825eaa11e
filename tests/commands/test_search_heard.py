"""amma search: a warning sign in what was typed comes before every hit, whoever asks."""

from pathlib import Path

import pytest

from amma_cli.errors import AmmaError, Failed, NoProfile, Usage
from tests.inside import Amma

ON = ("--on", "2026-11-22")  # 20+0 of DUE
DUE = "2027-04-11"


@pytest.fixture
def amma(tmp_path: Path, frozen_library: Path) -> Amma:
    return Amma(tmp_path / "home", frozen_library)


def test_what_is_heard_stands_before_the_hits_with_its_call(amma: Amma) -> None:
    amma("due", DUE, "--country", "GB", *ON)
    shown = amma("search", "help", "im", "soaking", "pads", "of", "blood", *ON).out
    assert shown.index("If this is happening now") < shown.index("Call the emergency number now")
    assert "999" in shown
    record = amma("search", "soaking pads of blood", "--json", *ON).record["urgent"]
    assert record["level"] == "emergency"
    assert record["highest"] == ["bleeding-heavy-pregnancy"]
    assert record["call"] == {
        "who": "emergency", "region": "GB", "confirmed": True,
        "numbers": record["call"]["numbers"],
    }  # fmt: skip


@pytest.mark.parametrize("words", ["not moving", "fewer kicks today", "no movment"])
def test_it_is_heard_without_a_date_and_with_a_damaged_profile(
    amma: Amma, tmp_path: Path, words: str
) -> None:
    assert amma("search", words, "--json").record["urgent"]["level"] == "urgent"
    amma("due", DUE, *ON)
    (path,) = (tmp_path / "home").rglob("profile.toml")
    path.write_text("x = [", encoding="utf-8")
    assert amma("search", words, "--json").record["urgent"]["level"] == "urgent"


@pytest.mark.parametrize(
    ("words", "level"),
    [("bp 165/112", "urgent"), ("temp 38.6", "urgent"), ("sats 91", "emergency")],
)
def test_a_reading_is_weighed_by_the_rules(amma: Amma, words: str, level: str) -> None:
    """Thresholds of the rules: 160/110, 38.0 C, 92 % (safety.toml names the guidelines)."""
    urgent = amma("search", words, "--json").record["urgent"]
    assert urgent["level"] in (level, "emergency")
    assert urgent["fired"][0]["kind"] == "measure"


@pytest.mark.parametrize("words", ["bp 118/76", "hospital bag", "soaking pads gums", "temp 36.9"])
def test_what_needs_no_call_now_gets_none_and_the_line_for_the_worried_stands_last(
    amma: Amma, words: str
) -> None:
    done = amma("search", words)
    assert "If this is happening now" not in done.out
    assert amma("search", words, "--json").record["urgent"] is None
    assert "call your maternity unit" in " ".join(done.out.split()).lower()


def test_where_nothing_was_found_but_a_sign_was_heard_that_is_no_failure(amma: Amma) -> None:
    assert amma("search", "qqxv hits me").code == 0
    assert amma("search", "qqxv zzyx").code == 1


@pytest.mark.parametrize("words", ["help me", "what do i do", "🩸"])
def test_without_a_word_to_look_for_it_says_whom_to_call(amma: Amma, words: str) -> None:
    done = amma("search", words)
    assert done.code == 1
    assert "call your maternity unit" in " ".join(done.out.split()).lower()


def test_a_sign_of_another_time_is_heard_where_none_of_hers_is(amma: Amma) -> None:
    amma("due", DUE, *ON)
    record = amma("search", "baby not moving", "--json", "--on", "2026-09-20").record
    assert record["urgent"]["highest"] == ["movements-fewer"]


def test_after_an_end_what_is_hidden_stays_hidden(amma: Amma) -> None:
    amma("due", DUE, *ON)
    amma("end", *ON)
    done = amma("search", "baby not moving", *ON)
    assert "If this is happening now" not in done.out
    record = amma("search", "soaking pads", "--json", *ON).record
    assert record["urgent"] is None  # in the small library that sign ends with week 42


def test_a_word_that_no_text_holds_is_named(amma: Amma) -> None:
    record = amma("search", "charger qqxv", "--json").record
    assert record["unknown"] == ["qqxv"]
    assert [hit["slug"] for hit in record["hits"]][:1] == ["hospital-bag"]
    assert "No text answers “qqxv”" in amma("search", "charger qqxv").out


KEPT = [("log", "symptom"), ("log", "note"), ("log", "question"), ("log", "medicine"),
        ("visit", "ask"), ("checkin", "--note"), ("checkin", "--question")]  # fmt: skip


@pytest.mark.parametrize("words", KEPT, ids=" ".join)
def test_what_is_written_down_is_heard_before_it_is_kept(
    amma: Amma, words: tuple[str, ...]
) -> None:
    amma("due", DUE, "--country", "GB", *ON)
    shown = amma(*words, "soaking pads of blood", *ON).out
    assert shown.index("If this is happening now") < shown.index("Call the emergency number now")
    record = amma(*words, "soaking pads of blood", "--json", *ON).record
    heard = record["heard" if words[0] == "checkin" else "judgement"]
    assert heard["highest"] == ["bleeding-heavy-pregnancy"]
    assert "If this is happening now" not in amma(*words, "Can I fly in March?", *ON).out


def test_an_appointment_is_no_worry(amma: Amma) -> None:
    amma("due", DUE, *ON)
    done = amma("log", "appointment", "Talk about soaking pads", "--at", "2027-01-12 09:30", *ON)
    assert "happening" not in done.out


@pytest.mark.parametrize("words", KEPT[:5], ids=" ".join)
def test_where_nothing_can_be_kept_the_call_is_said_all_the_same(
    amma: Amma, tmp_path: Path, words: tuple[str, ...]
) -> None:
    amma("due", DUE, "--country", "GB", *ON)
    (profile,) = (tmp_path / "home").rglob("profile.toml")
    profile.with_name("journal.jsonl").mkdir()
    with pytest.raises(AmmaError) as error:
        amma(*words, "soaking pads of blood", "--json", *ON)
    assert "999" in error.value.say


@pytest.mark.parametrize(
    "words", ["not moving", "qqxv not moving", "not moving charger", "not moving 34w"]
)
def test_the_article_on_what_was_heard_stands_first(amma: Amma, words: str) -> None:
    hits = [hit["slug"] for hit in amma("search", words, "--json").record["hits"]]
    assert hits[0] == "reduced-movements"
    assert len(hits) == len(set(hits))


@pytest.mark.parametrize("words", ["34w", "12 weeks", "165"])
def test_a_number_alone_is_no_word_that_a_text_should_hold(amma: Amma, words: str) -> None:
    record = amma("search", words, "--json").record
    assert (record["unknown"], record["urgent"]) == ([], None)


def test_before_a_birth_a_newborns_sign_gives_way_to_one_of_the_womb(
    tmp_path: Path, real_library: Path
) -> None:
    amma = Amma(tmp_path / "home", real_library)
    amma("due", DUE, *ON)
    for on, keys in (("2026-09-20", "movements-fewer"), ("2026-11-22", "movements-fewer")):
        record = amma("search", "my baby is not moving", "--json", "--on", on).record
        assert all(key.startswith(keys) for key in record["urgent"]["highest"])
    amma("born", "2027-04-09", "--on", "2027-04-10")
    record = amma("search", "my baby is not moving", "--json", "--on", "2027-04-10").record
    assert "baby-not-breathing" in record["urgent"]["highest"]


def test_where_this_python_cannot_search_the_call_is_said_all_the_same(
    amma: Amma, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(*args: object, **more: object) -> None:
        raise Failed("Search needs SQLite with FTS5, which this Python lacks.", "amma list")

    monkeypatch.setattr("amma_cli.commands.search.search_library", lacking)
    with pytest.raises(Failed) as error:
        amma("search", "soaking pads", "--region", "GB", "--json")
    assert "Call 999 now" in error.value.say
    with pytest.raises(Failed) as error:
        amma("search", "hospital bag", "--region", "GB")
    assert "999" in error.value.say


LONG = "all is quiet and the walls are painted white " * 14


def test_the_end_of_a_long_text_is_heard_where_it_is_kept_and_where_it_is_refused(
    amma: Amma,
) -> None:
    amma("due", DUE, "--country", "GB", *ON)
    assert "Call the emergency number now" in amma("log", "note", f"{LONG}pouring blood", *ON).out
    with pytest.raises(Usage) as error:
        amma("search", f"{LONG}pouring blood", "--json", *ON)
    assert "999" in error.value.say


def test_a_note_of_a_checkin_is_heard_without_a_date(amma: Amma) -> None:
    with pytest.raises(NoProfile) as error:
        amma("checkin", "--note", "pouring blood", "--region", "GB", "--json")
    assert "Call 999 now" in error.value.say


@pytest.fixture
def real(tmp_path: Path, real_library: Path) -> Amma:
    made = Amma(tmp_path / "home", real_library)
    made("due", DUE, "--country", "GB", *ON)
    return made


def test_after_a_birth_without_a_newborn_nothing_speaks_of_a_living_baby(real: Amma) -> None:
    on = ("--on", "2027-04-14")
    real("born", "2027-04-09", "--no-newborn", *on)
    for words in ("baby not feeding", "he is yellow and sleepy", "baby not breathing"):
        urgent = real("search", words, "--json", *on).record["urgent"]
        assert urgent is None or not any(key.startswith("baby-") for key in urgent["highest"])
    real("born", "2027-04-09", "--newborn", *on)
    urgent = real("search", "baby not breathing", "--json", *on).record["urgent"]
    assert "baby-not-breathing" in urgent["highest"]


@pytest.mark.parametrize("ended", [True, False], ids=["after an end", "without a newborn"])
def test_what_is_for_newborns_stands_behind_what_is_not(real: Amma, *, ended: bool) -> None:
    on = ("--on", "2027-04-14")
    before = [h["slug"] for h in real("search", "milk", "--json", *ON).record["hits"]]
    assert before[0] == "breastfeeding-first-days"
    real(*(("end",) if ended else ("born", "2027-04-09", "--no-newborn")), *on)
    hits = [h["slug"] for h in real("search", "milk", "--json", *on).record["hits"]]
    assert hits[0] != "breastfeeding-first-days"


@pytest.mark.parametrize(
    ("words", "key"),
    [("took 20 paracetamol", "overdose-poison"), ("is the baby ok my oxygen is 88", "spo2-92")],
)
def test_numbers_are_weighed_whatever_else_is_said(real: Amma, words: str, key: str) -> None:
    urgent = real("search", words, "--json", *ON).record["urgent"]
    assert urgent["level"] == "emergency"
    assert key in urgent["highest"]


def test_what_is_heard_in_a_note_is_never_hidden_by_something_less_urgent(real: Amma) -> None:
    words = ("--sign", "burning-urine", "--note", "soaking pads of blood", "--yes", *ON)
    shown = real("checkin", *words).out
    emergency = shown.index("Call the emergency number now")
    assert emergency < shown.index("Call within 24 hours")
    record = real("checkin", *words, "--json").record
    assert (record["judgement"]["level"], record["heard"]["level"]) == ("soon", "emergency")


@pytest.mark.parametrize("note", ["soaking pads of blood", "took 30 paracetamol tablets"])
def test_a_note_beside_a_reading_is_heard(real: Amma, note: str) -> None:
    words = ("log", "bp", "118/76", "--note", note)
    assert "Call the emergency number now" in real(*words, *ON).out
    assert real(*words, "--json", *ON).record["judgement"]["level"] == "emergency"
    assert "happening" not in real("log", "bp", "118/76", "--note", "after tea", *ON).out


def test_a_time_that_cannot_be_read_does_not_swallow_the_call(real: Amma) -> None:
    with pytest.raises(AmmaError) as error:
        real("log", "symptom", "soaking pads of blood", "--at", "qqxv", "--json", *ON)
    assert "Call 999 now" in error.value.say
