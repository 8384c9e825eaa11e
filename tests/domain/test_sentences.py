"""Every sentence that the domain says, as it is read: sentences.txt, to be reviewed as prose.

`pytest tests/domain --update-golden` writes the file anew; read every line that changed.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from amma_cli import errors
from amma_cli.domain.age import parse_age
from amma_cli.domain.crl import age_from_crl
from amma_cli.domain.dates import parse_date, quoted
from amma_cli.domain.dating import compute
from amma_cli.domain.redating import Kept, explain_choice
from amma_cli.domain.refusals import read_age, read_day, read_number, read_whole

FILE = Path(__file__).with_name("sentences.txt")
TODAY = date(2026, 11, 22)

DATES = [
    "", "x" * 61, "x" * 60, "2027-04-11\x1bx", "11 Avril é", "२०२७-०४-११", "२०२७-०४-११ é", "soon",
    "2027-02-30", "2027-13-04", "2027-13-13", "2027-00-10", "2027-01-00", "2027-12-32",
    "1899-01-01", "2101-01-01", "31/12/2101", "04/11/2027", "31/04/2027", "13/13/2027",
    "00/13/2027", "13/00/2027", "11 foo 2027", "11 Aprl 2027", "31 April 2027", "April 31 2027",
    "11/04/27", "11/04", "11 April", "April 11", "11 April 27", "Apr 11, '27", "Sept 31 2027",
    "2027-13-01", "2027-14-12", "2027-13-31", "2027-00-01", "foo 11 2027",
    "20 weeks", "20+3", "Sunday, 11 April", "Monday, 11 April 2027", "11 foo",
    "2027-31-12", "2027-30-04", "11 Juny 2027", "11 Decembre 2027", "12/32/2027",
]  # fmt: skip
AGES = ["", "x", "12.3", "12,0", "12.7", "12+7", "1+13", "12 weeks 9 days", "é", "1" * 41, "1234.5"]
LENGTHS = [
    (5.8, "robinson"), (0.6, "robinson"), (8.4, "robinson"), (0.59, "robinson"), (5.9, "robinson"),
    (85, "robinson"), (121, "robinson"), (122, "robinson"), (0.0, "robinson"), (-1, "robinson"),
    (1.9, "hadlock"), (0.2, "hadlock"), (122, "hadlock"), (14.9, "intergrowth"),
    (1.5, "intergrowth"), (9.5, "intergrowth"), (9.6, "intergrowth"), (96, "intergrowth"),
    (2, "intergrowth"), (1.9, "intergrowth"), (50, "moon"),
]  # fmt: skip
DATINGS: list[tuple[str, dict[str, Any]]] = [
    ("date", {"date": "2027-04-11"}),
    ("date", {"date": "2027-08-30"}),
    ("date", {"date": "2027-08-29"}),
    ("date", {"date": "2026-08-23"}),
    ("date", {"date": "2026-08-24"}),
    ("date", {"date": "2030-04-11"}),
    ("date", {}),
    ("lmp", {"lmp": "2026-07-05"}),
    ("lmp", {"lmp": "2026-07-05", "cycle": "29"}),
    ("lmp", {"lmp": "2026-07-05", "cycle": 27}),
    ("lmp", {"lmp": "2026-07-05", "cycle": "21"}),
    ("lmp", {"lmp": "2026-07-05", "cycle": "20"}),
    ("lmp", {"lmp": "2026-07-05", "cycle": "35"}),
    ("lmp", {"lmp": "2026-07-05", "cycle": "36"}),
    ("lmp", {"lmp": "2026-07-05", "cycle": "19"}),
    ("lmp", {"lmp": "2026-07-05", "cycle": 1}),
    ("lmp", {"lmp": "2026-07-05", "cycle": "46"}),
    ("lmp", {"lmp": "2026-07-05", "cycle": "28.5"}),
    ("lmp", {"lmp": "2026-07-05", "cycle": "28,5"}),
    ("lmp", {"lmp": "2026-11-23"}),
    ("lmp", {"lmp": "2027-07-05"}),
    ("lmp", {"lmp": "2025-07-05"}),
    ("lmp", {"lmp": "2025-11-17"}),
    ("lmp", {"lmp": "2020-07-05"}),
    ("conceived", {"conceived": "2026-07-19"}),
    ("conceived", {"conceived": "2026-12-01"}),
    ("conceived", {"conceived": "2025-07-19"}),
    ("insemination", {"insemination": "2026-07-19"}),
    ("insemination", {"insemination": "2027-01-01"}),
    ("insemination", {"insemination": "2025-07-19"}),
    ("retrieval", {"retrieval": "2026-07-19"}),
    ("retrieval", {"retrieval": "2027-01-01"}),
    ("retrieval", {"retrieval": "2025-07-19"}),
    ("transfer", {"transfer": "2026-07-24", "embryo_day": "5"}),
    ("transfer", {"transfer": "2026-07-24", "embryo_day": "6"}),
    ("transfer", {"transfer": "2026-07-24", "embryo_day": 7}),
    ("transfer", {"transfer": "2026-07-24", "embryo_day": "2"}),
    ("transfer", {"transfer": "2026-07-24", "embryo_day": "1"}),
    ("transfer", {"transfer": "2026-07-24", "embryo_day": "8"}),
    ("transfer", {"transfer": "2026-07-24", "embryo_day": "x"}),
    ("transfer", {"transfer": "2026-07-24"}),
    ("transfer", {"transfer": "2027-01-24", "embryo_day": 5}),
    ("transfer", {"transfer": "2025-07-24", "embryo_day": 5}),
    ("scan", {"scan": "2026-09-30", "at": "12+3"}),
    ("scan", {"scan": "2026-09-30", "at": "5+0"}),
    ("scan", {"scan": "2026-09-30", "at": "4+6"}),
    ("scan", {"scan": "2026-09-30", "at": "2+0"}),
    ("scan", {"scan": "2026-09-30", "at": "1+6"}),
    ("scan", {"scan": "2026-09-30", "at": "21+6"}),
    ("scan", {"scan": "2026-09-30", "at": "22+0"}),
    ("scan", {"scan": "2026-11-22", "at": "27+6"}),
    ("scan", {"scan": "2026-11-22", "at": "28+0"}),
    ("scan", {"scan": "2026-09-30", "at": "12+9"}),
    ("scan", {"scan": "2026-09-30"}),
    ("scan", {"scan": "2026-11-23", "at": "12+3"}),
    ("scan", {"scan": "2024-09-30", "at": "12+3"}),
    ("crl", {"scan": "2026-09-30", "crl": "58.2"}),
    ("crl", {"scan": "2026-09-30", "crl": "58.2", "formula": "hadlock"}),
    ("crl", {"scan": "2026-09-30", "crl": "58.2", "formula": "robinson"}),
    ("crl", {"scan": "2026-09-30", "crl": "58.2", "formula": "moon"}),
    ("crl", {"scan": "2026-09-30", "crl": "5,8"}),
    ("crl", {"scan": "2026-09-30"}),
    ("crl", {"scan": "2026-11-23", "crl": "58.2"}),
    ("crl", {"scan": "2024-09-30", "crl": "58.2"}),
    ("moon", {}),
]
# Several datings in the order in which they were recorded: method, inputs, replace.
SEVERAL: dict[str, list[tuple[str, dict[str, Any], bool]]] = {
    "one": [("lmp", {"lmp": "2026-07-05"}, False)],
    "period, scan near": [
        ("lmp", {"lmp": "2026-07-05", "cycle": 28}, False),
        ("scan", {"scan": "2026-09-30", "at": "12+4"}, False),
    ],
    "period, scan the same": [
        ("lmp", {"lmp": "2026-07-05"}, False),
        ("scan", {"scan": "2026-09-30", "at": "12+3"}, False),
    ],
    "period of a long cycle, scan far": [
        ("lmp", {"lmp": "2026-07-05", "cycle": 32}, False),
        ("scan", {"scan": "2026-09-30", "at": "11+2"}, False),
    ],
    "clinic, then period and scan": [
        ("date", {"date": "2027-04-11"}, False),
        ("lmp", {"lmp": "2026-07-05"}, False),
        ("crl", {"scan": "2026-09-30", "crl": 84, "formula": "robinson"}, False),
    ],
    "embryo, then a scan": [
        ("transfer", {"transfer": "2026-07-24", "embryo_day": 5}, False),
        ("scan", {"scan": "2026-09-30", "at": "12+0"}, False),
    ],
    "period, a late scan that moves it": [
        ("lmp", {"lmp": "2026-05-10"}, False),
        ("scan", {"scan": "2026-11-22", "at": "24+5"}, False),
    ],
    "period, a late scan that does not": [
        ("lmp", {"lmp": "2026-05-10"}, False),
        ("scan", {"scan": "2026-11-22", "at": "27+0"}, False),
    ],
    "two scans, the later recorded first": [
        ("lmp", {"lmp": "2026-07-05"}, False),
        ("scan", {"scan": "2026-11-01", "at": "17+1"}, False),
        ("scan", {"scan": "2026-09-30", "at": "12+5"}, False),
    ],
    "two scans, the later last": [
        ("scan", {"scan": "2026-09-30", "at": "12+5"}, False),
        ("scan", {"scan": "2026-11-01", "at": "17+1"}, False),
    ],
    "a scan before the period": [
        ("lmp", {"lmp": "2026-10-05"}, False),
        ("scan", {"scan": "2026-09-30", "at": "6+0"}, False),
    ],
    "clinic replaced by a scan": [
        ("date", {"date": "2027-04-11"}, False),
        ("scan", {"scan": "2026-09-30", "at": "12+4"}, True),
    ],
}


def said(call: Callable[[], object]) -> Iterator[str]:
    try:
        answer = call()
    except errors.Usage as refused:
        yield f"  {type(refused).__name__} ({refused.code}, {refused.exit_code}): {refused.say}"
        yield f"  > {refused.hint}"
    else:
        yield f"  {answer}"


def dated(method: str, inputs: dict[str, Any]) -> Iterator[str]:
    yield f"{method} {inputs}"
    for force in (False, True):
        try:
            dating = compute(method, inputs, today=TODAY, force=force)
        except errors.Usage as refused:
            if not force:
                yield from said(lambda error=refused: throw(error))  # type: ignore[misc]
            continue
        yield f"  {'with --force ' if force else ''}{dating.due} {dating.inputs}"
        yield from (f"  {note}" for note in dating.notes)
        break


def throw(error: errors.Usage) -> None:
    raise error


def several() -> Iterator[str]:
    for name, rows in SEVERAL.items():
        yield f"SEVERAL: {name}"
        kept = [Kept(compute(m, i, today=TODAY), TODAY, r) for m, i, r in rows]
        yield from (f"  {line}" for line in explain_choice(kept))


def sentences() -> Iterator[str]:
    for text in DATES:
        for region in (None, "US"):
            yield f"DATE {text!r} {region or ''}".rstrip()
            yield from said(lambda t=text, r=region: parse_date(t, region=r, name="due date"))  # type: ignore[misc]
    for text in AGES:
        yield f"AGE {text!r}"
        yield from said(lambda t=text: parse_age(t, name="age at the scan"))  # type: ignore[misc]
    for crl, formula in LENGTHS:
        yield f"LENGTH {crl} {formula}"
        yield from said(lambda c=crl, f=formula: age_from_crl(c, f))  # type: ignore[misc]
    for value in ("x", "5,8", None, True, 10**6, 10**6 - 1, float("inf"), 5.5, ["5"]):
        yield f"NUMBER {value!r}"
        inputs = {"n": value}
        yield from said(lambda i=inputs: read_number(i, "n", "length", "--crl 58.2"))  # type: ignore[misc]
        yield from said(lambda i=inputs: read_whole(i, "n", "cycle", "--cycle 28"))  # type: ignore[misc]
        yield from said(lambda i=inputs: read_age(i, "n"))  # type: ignore[misc]
        yield from said(lambda i=inputs: read_day(i, "n", "scan"))  # type: ignore[misc]
    for method, inputs in DATINGS:
        yield from dated(method, inputs)
    yield from several()


def test_every_sentence_is_the_one_that_was_reviewed(request: pytest.FixtureRequest) -> None:
    words = "".join(f"{line}\n" for line in sentences())
    if request.config.getoption("--update-golden"):
        FILE.write_text(words, encoding="utf-8")
    assert words == FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 37 + "..."),
        ("\x1b" * 390 + "x" * 10, "x" * 10),
        ("\x1b" * 390 + "x" * 11, "x" * 10 + "..."),
        ("", ""),
    ],
)
def test_what_is_repeated_is_at_most_40_characters(text: str, shown: str) -> None:
    assert quoted(text) == f"'{shown}'"
