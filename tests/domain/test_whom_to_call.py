"""Whom to call: her country's numbers, else four in one sentence; unconfirmed ones say so."""

from amma_cli.domain.contact import contacts, filled
from amma_cli.domain.week import Region

REGION = Region(
    iso="XX", country="Xland", emergency=("112", "113"), ambulance=("103",), maternity=(),
    crisis=("116 123", "other"), domestic_abuse=(), note="", confirmed=True,
    helplines_confirmed=True, sources=(), day="2026-11-22",
)  # fmt: skip


def test_without_a_country_the_sentence_names_four_numbers() -> None:
    who = contacts(None)
    assert who.emergency == (
        "your emergency number (112 in Europe, 999 in the UK, 911 in the US and Canada,"
        " 000 in Australia)"
    )
    assert who.unit == "your maternity unit"
    assert who.crisis == "your crisis line"


def test_the_ambulance_comes_before_the_common_number() -> None:
    assert contacts(REGION).emergency == "103"
    assert contacts(REGION._replace(ambulance=())).emergency == "112"


def test_a_number_that_is_not_confirmed_says_so_each_for_itself() -> None:
    doubtful = contacts(REGION._replace(confirmed=False))
    assert doubtful.emergency == "103 (check this number)"
    assert doubtful.crisis == "116 123"
    doubtful = contacts(REGION._replace(helplines_confirmed=False))
    assert (doubtful.emergency, doubtful.crisis) == ("103", "116 123 (check this number)")


def test_without_a_known_crisis_line_there_are_words_for_it() -> None:
    assert contacts(REGION._replace(crisis=())).crisis == "your crisis line"


def test_her_own_unit_is_named_with_its_number_with_and_without_a_country() -> None:
    for region in (None, REGION):
        assert contacts(region, "01234").unit == "your maternity unit (01234)"
        assert contacts(region).unit == "your maternity unit"


def test_a_sentence_is_filled_wherever_a_placeholder_stands() -> None:
    who = contacts(REGION, "01234")
    said = filled("Call {emergency}, {unit} or {crisis}; {emergency} first. {other}", who)
    assert said == "Call 103, your maternity unit (01234) or 116 123; 103 first. {other}"
