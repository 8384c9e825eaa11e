"""The figures of content/ against the evidence that they were taken from."""

from typing import Any

import pytest

from tests.domain.evidence import CONTENT, DATA, GROWTH, table

WRITTEN: dict[int, dict[str, Any]] = {
    row["week"]: row for row in table(CONTENT / "growth.toml")["week"]
}
SAFETY = table(DATA / "safety_evidence.toml")
ADDED = table(DATA / "safety_added.toml")  # signs that the evidence lacks, with their cases
SIGNS = table(CONTENT / "en" / "safety.toml")
# The sentences are ours; all else is fixed.
WORDS = {"say", "label", "ask", "after_loss", "after_loss_ask", "after_loss_label"}
REGIONS = table(DATA / "regions_evidence.toml")["region"]
NUMBERS = {
    "country": "country", "number": "emergency", "ambulance": "ambulance",
    "maternity": "maternity", "mental_health": "crisis", "domestic_abuse": "domestic_abuse",
}  # fmt: skip
FIRST_WEIGHED, FIRST_BORN, AFTER_BIRTH = 14, 41, 43
BREAKS = {14: "crown-rump to crown-heel", 41: "scan to birth weight"}


def week_of(record: dict[str, Any]) -> str:
    return str(record["week"])


def fixed(kind: str) -> list[dict[str, Any]]:
    """Return the fixed fields of every record: those of the evidence, then the added ones."""
    return [*SAFETY[kind], *ADDED.get(kind, [])]


def test_every_week_of_the_evidence_is_written_once() -> None:
    assert list(WRITTEN) == [record["week"] for record in GROWTH]


@pytest.mark.parametrize("record", GROWTH, ids=week_of)
def test_every_length_is_that_of_the_evidence(record: dict[str, Any]) -> None:
    length: Any = WRITTEN[record["week"]].get("length")
    if record["week"] >= FIRST_WEIGHED:
        assert length["mm"] == pytest.approx(record["length_cm"] * 10, abs=1e-9)
        assert (length["kind"], length["at"]) == ("crown-heel", record["length"]["at"])
        assert length["standard"] == record["length"]["standard"]
        assert length["source"] in record["length"]["sources"]
        newborns = record["length"]["kind"].endswith("measured in newborns")
        assert length.get("measured") == ("newborns" if newborns else None)
        assert "low" not in length
        assert "high" not in length
    elif "crl" in record:
        assert (length["mm"], length["kind"]) == (record["crl"]["mm"], "crown-rump")
        assert (length.get("low"), length.get("high")) == (
            record["crl"].get("p3"), record["crl"].get("p97"),
        )  # fmt: skip
        assert length["standard"] == record["crl"]["standard"]
        assert length["source"] in record["crl"]["sources"]
        assert length["at"] == record["crl"]["at"]
        assert abs(length["mm"] - record["crl_mm"]) <= 0.5
    else:
        assert length is None


@pytest.mark.parametrize("record", GROWTH, ids=week_of)
def test_every_weight_is_that_of_the_evidence_and_none_stands_before_14_weeks(
    record: dict[str, Any],
) -> None:
    weight: Any = WRITTEN[record["week"]].get("weight")
    if record["week"] < FIRST_WEIGHED:
        assert weight is None
        return
    expected = record["weight"]
    assert (weight["g"], weight["p10"], weight["p90"]) == (
        expected["p50"], expected["p10"], expected["p90"],
    )  # fmt: skip
    assert weight["g"] == record["weight_g"]
    assert weight["at"] == expected["at"]
    assert weight["standard"] == expected["standard"]
    assert weight["source"] in expected["sources"]


@pytest.mark.parametrize("kind", ["sign", "measure", "combination"])
def test_what_is_valid_after_birth_says_what_holds_after_a_loss(kind: str) -> None:
    said = {r["key"]: r.get("after_loss") for r in SIGNS[kind] if r["weeks"][1] >= AFTER_BIRTH}
    assert set(said) == {r["key"] for r in fixed(kind) if r["weeks"][1] >= AFTER_BIRTH}
    assert [key for key, text in said.items() if not text] == []
    hidden = {r["key"] for r in SIGNS[kind] if r.get("after_loss") == "hide"}
    babies = {r["key"] for r in SIGNS[kind] if r.get("who") == "baby"}
    assert babies <= hidden <= babies | {"harm-baby-urge", "baby-blues"}


def test_the_worked_cases_name_only_what_the_rules_have() -> None:
    cases = table(DATA / "safety_cases.toml")["case"]
    assert len(cases) == 161
    signs = {r["key"] for r in SIGNS["sign"]}
    fired = signs | {r["key"] for t in ("measure", "combination") for r in SIGNS[t]}
    assert {key for case in cases for key in case["signs"]} <= signs
    assert {key for case in cases for key in (*case["fired"], *case["all_fired"])} <= fired
    assert {case["expected"] for case in cases} <= {"none", *SIGNS["levels"]}


def test_hidden_values_stand_nowhere() -> None:
    hidden = [r["weight_g_hadlock"] for r in GROWTH if "weight_g_hadlock" in r]
    assert len(hidden) == 4
    assert all(record["display"] is False for record in hidden)
    text = (CONTENT / "growth.toml").read_text("utf-8")
    assert "Hadlock" not in text
    assert "hadlock" not in text


def test_the_series_break_where_the_method_changes_and_nowhere_else() -> None:
    kinds = {week: row["length"]["kind"] for week, row in WRITTEN.items() if "length" in row}
    changes = [w for w in kinds if w - 1 in kinds and kinds[w] != kinds[w - 1]]
    weighed = {w: r["weight"].get("measured") for w, r in WRITTEN.items() if "weight" in r}
    changes += [w for w in weighed if w - 1 in weighed and weighed[w] != weighed[w - 1]]
    assert changes == list(BREAKS)
    broken = [r["week"] for r in GROWTH if r.get("weight", {}).get("series_break")]
    assert [w for w, measured in weighed.items() if measured == "newborns"] == broken == [41, 42]


@pytest.mark.parametrize("kind", ["sign", "measure", "combination"])
def test_every_fixed_field_of_safety_is_that_of_the_evidence_or_of_the_added_signs(
    kind: str,
) -> None:
    expected = {record["key"]: record for record in fixed(kind)}
    found = {
        record["key"]: {k: v for k, v in record.items() if k not in WORDS}
        for record in SIGNS[kind]
    }  # fmt: skip
    assert len(expected) == len(fixed(kind))
    assert len(SIGNS[kind]) == len(found)
    assert set(found) == set(expected)
    assert {k: r for k, r in found.items() if r != expected[k]} == {}


def test_the_added_signs_stand_last_under_keys_of_their_own() -> None:
    added = [record["key"] for record in ADDED["sign"]]
    assert (len(added), len(ADDED["case"])) == (18, 97)
    assert set(ADDED) == {"sign", "case"}
    assert [record["key"] for record in SIGNS["sign"]][-len(added) :] == added
    theirs = {r["key"] for kind in ("sign", "measure", "combination") for r in SAFETY[kind]}
    assert theirs & set(added) == set()


@pytest.mark.parametrize("record", ADDED["sign"], ids=lambda record: record["key"])
def test_an_added_sign_has_a_case_that_fires_one_beside_it_and_one_outside_its_weeks(
    record: dict[str, Any],
) -> None:
    cases = [case for case in ADDED["case"] if case["of"] == record["key"]]
    first, last = record["weeks"]
    given = [first <= case["week"] <= last for case in cases if record["key"] in case["signs"]]
    assert True in given
    assert False in given
    assert [case for case in cases if record["key"] not in case["signs"]] != []
    assert len(cases) >= 3


def test_what_a_measure_implies_is_that_of_the_evidence() -> None:
    assert SIGNS["implies"] == SAFETY["implies"]


def test_the_evidence_was_copied_whole() -> None:
    counted = {kind: len(SAFETY[kind]) for kind in ("sign", "measure", "combination", "implies")}
    assert counted == {"sign": 113, "measure": 37, "combination": 44, "implies": 5}
    assert len(REGIONS) == 75


@pytest.mark.parametrize("record", REGIONS, ids=lambda record: record["iso"])
def test_every_number_to_call_is_that_of_the_evidence(record: dict[str, Any]) -> None:
    [region] = [r for r in table(CONTENT / "regions.toml")["region"] if r["iso"] == record["iso"]]
    for theirs, ours in NUMBERS.items():
        assert (region.get(ours) or []) == (record.get(theirs) or []), ours
    assert region["confirmed"] is (record["checked"] == "read")
    assert region["helplines_confirmed"] is (record.get("helplines_checked") == "read")


def test_no_country_stands_twice_and_none_without_evidence() -> None:
    codes = [region["iso"] for region in table(CONTENT / "regions.toml")["region"]]
    assert sorted(codes) == sorted(record["iso"] for record in REGIONS)
