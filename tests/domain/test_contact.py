"""Whom to call: the number of her country, or all of them; never a guess."""

import pytest

from amma_cli.domain.contact import Contacts, contacts, filled
from amma_cli.domain.week import Region

SENTENCE = "Call {unit} now, or {emergency}; at night {crisis}."


def region(**changed: object) -> Region:
    made = Region(
        "GB", "United Kingdom", ("112", "999"), ("999", "112"), ("your triage",),
        ("Samaritans 116 123", "another"), (), "", True, True, (), "2026-11-22",
    )  # fmt: skip
    return made._replace(**changed)  # type: ignore[arg-type]


def test_without_a_country_the_sentence_names_the_numbers_of_four_places() -> None:
    words = contacts(None).emergency
    for place in ("112 in Europe", "999 in the UK", "911 in the US and Canada", "000 in Australia"):
        assert place in words
    assert contacts(None).unit == "your maternity unit"


def test_with_a_country_it_is_the_number_of_the_ambulance_alone() -> None:
    assert contacts(region()) == Contacts("999", "your maternity unit", "Samaritans 116 123")
    assert contacts(region(ambulance=())).emergency == "112"


def test_what_was_not_seen_in_a_source_says_check_this_number() -> None:
    assert contacts(region(confirmed=False)).emergency == "999 (check this number)"
    lines = contacts(region(helplines_confirmed=False))
    assert lines.crisis == "Samaritans 116 123 (check this number)"
    assert lines.emergency == "999"


def test_a_country_without_a_crisis_line_makes_none_up() -> None:
    assert contacts(region(crisis=())).crisis == "your crisis line"


def test_the_number_of_her_own_unit_stands_as_she_typed_it() -> None:
    assert contacts(region(), "01632 960001").unit == "your maternity unit (01632 960001)"


@pytest.mark.parametrize("found", [None, region()])
def test_no_placeholder_is_left_in_a_sentence(found: Region | None) -> None:
    words = filled(SENTENCE, contacts(found))
    assert "{" not in words
    assert "}" not in words
    assert words.startswith("Call your maternity unit now, or ")
