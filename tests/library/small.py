"""A tiny library without a fault, and what the linter says when one place of it is changed."""

import datetime
from pathlib import Path
from typing import NamedTuple

from amma_cli.library.check import check_library
from amma_cli.library.source_text import Problem

TODAY = datetime.date(2026, 11, 22)
ARTICLE = "en/articles/complications/short-cervix.md"
OTHER = "en/articles/complications/second.md"
GUIDE = "en/weeks/20.md"
AFTER = "en/after-birth/0.md"
SAFETY = "en/safety.toml"
SOURCES = "sources.toml"
PLAIN = "Your team can answer what you want to know today. "
PARAGRAPH = (PLAIN * 4).strip()
SECTION = f"{PARAGRAPH}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n"

ASKED = ", ".join(
    f'"{way}"' for way in ("is it short", "can it grow", *(f"question {n}" for n in range(23)))
)

_ARTICLE = f"""+++
title = "What is a short cervix?"
topic = "complications"
weeks = [10, 27]
peak = [18, 22]
aliases = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
related = ["preterm-labor", "late-miscarriage"]
for = []
summary = "The neck of the womb is short. Ask your team what they advise."
takeaways = [
    "Call about any bleeding.",
    "Ask for a scan.",
    "Tell your team about an early birth.",
    "Keep the number of your unit at hand.",
]
asked = [{ASKED}]
written = 2026-11-01
checked = 2026-11-10
next_check = 2027-11-10
review = "source-checked"
+++

## When to get help

### Call the emergency number now
- You bleed a lot. [!bleeding]

### Call your maternity unit now, day or night
- Your belly hurts. [!pain]

## What is it?
{SECTION}
About 1 in 100 women has it [@acog-1]. It was found by scan [@nice-1; @study-1].

## How is it checked?
{SECTION}
See [early labor](preterm-labor.md).

## What helps?
{SECTION}
## Frequently asked questions

### Can I work?
You can ask your team.

### Can I walk?
You can ask your team.

### Can I rest?
You can ask your team.
"""

_GUIDE = """+++
week = {week}
lead = "short-cervix"
read = ["short-cervix", "preterm-labor"]
why = "Halfway there."
like = "a full can, by weight"
written = 2026-11-01
checked = 2026-11-10
next_check = 2027-11-10
review = "source-checked"
+++

## Your baby
{text}

## Your body
{text}

## Your care
{text}

## This week
{text}

## Ask at your next visit
"Where does it lie?"
"""

_SOURCES = """[acog-1]
title = "A bulletin"
publisher = "A college"
year = 2020
kind = "guideline"
doi = "10.1111/1471-0528.17003"
seen = "page"
day = 2026-11-10

[nice-1]
title = "A guideline"
publisher = "A body"
kind = "national-body"
url = "https://example.org/a"
seen = "abstract"
day = 2026-11-10

[study-1]
title = "A study"
publisher = "A journal"
kind = "study"
seen = "not-seen"
day = 2026-11-10
"""

_SAFETY = """always = "If you are worried, call {unit} or {emergency}."
implies = [{ measure = "temp", sign = "pain" }]

[levels.emergency]
say = "Call {emergency} now. Say your week."

[levels.urgent]
say = "Call {unit} now, day or night. Go in."

[levels.soon]
say = "Call {unit} today or within 24 hours. Say why."

[levels.mention]
say = "Mention this at your next visit, sooner if it worries you."

[[sign]]
key = "bleeding"
label = "Heavy bleeding"
ask = "Are you bleeding?"
say = "Call {emergency} now. Lie down."
level = "emergency"
weeks = [4, 42]
who = "mother"
sources = ["acog-1"]

[[sign]]
key = "pain"
label = "Pain"
ask = "Does it hurt?"
say = "Call {unit} now, day or night. It can be labor."
level = "urgent"
weeks = [4, 42]
who = "mother"
sources = ["acog-1"]

[[sign]]
key = "ache"
label = "Ache"
ask = "Does it ache?"
say = "Call your midwife or doctor today or within 24 hours. It needs a look."
level = "soon"
weeks = [4, 42]
who = "mother"
sources = ["acog-1"]

[[measure]]
key = "temp"
measure = "temperature"
weeks = [4, 48]
level = "urgent"
say = "Call {unit} now, day or night. It can be an infection."
after_loss = "same"
sources = ["acog-1"]

[[measure]]
key = "pulse"
measure = "pulse"
weeks = [4, 48]
level = "soon"
say = "Call {unit} today or within 24 hours. A fast pulse can mean an infection."
after_loss = "Call {unit} today or within 24 hours. Say when it began."
sources = ["acog-1"]

[[combination]]
key = "hot-and-fast"
weeks = [4, 42]
level = "emergency"
all_measures = ["temp", "pulse"]
say = "Call {emergency} now. It can be an infection that has spread."
sources = ["acog-1"]

[[combination]]
key = "both"
weeks = [4, 42]
level = "emergency"
all_signs = ["pain", "ache"]
say = "Call {emergency} now. Together they need help at once."
sources = ["acog-1"]
"""

_PLAN = """[[week]]
week = 20
lead = "short-cervix"
read = ["short-cervix", "preterm-labor"]

[[week]]
week = 21
lead = "short-cervix"
read = ["short-cervix", "preterm-labor"]

[[after_birth]]
week = 0
lead = "short-cervix"
read = ["short-cervix", "preterm-labor"]
"""

_PLANNED = """slug\tbatch\ttopic\tweeks\tpeak\tafter_birth_weeks\ttitle
preterm-labor\t1\tcomplications\t20-36\t\t\tEarly labor
late-miscarriage\t1\tcomplications\t14-23\t\t\tLate miscarriage
"""

FILES = {
    ARTICLE: _ARTICLE,
    GUIDE: _GUIDE.format(week=20, text=PARAGRAPH + " It is so for you now."),
    SOURCES: _SOURCES,
    SAFETY: _SAFETY,
    "reading-plan.toml": _PLAN,
    "planned.tsv": _PLANNED,
    "readings.tsv": "slug\treading\tday\tfound\tfixed\topen\n"
    "short-cervix\tfacts\t2026-11-20\t-\t-\t-\n",
    "regions.toml": '[[region]]\niso = "GB"\nemergency = ["999", "112"]\nconfirmed = true\n'
    'day = 2026-11-10\nsources = ["acog-1"]\n',
    "growth.toml": '[[week]]\nweek = 20\n[week.length]\nmm = 250\nkind = "crown-heel"\n'
    'standard = "A"\nsource = "acog-1"\n\n[[week]]\nweek = 21\n[week.length]\nmm = 260\n'
    'kind = "crown-heel"\nstandard = "A"\nsource = "acog-1"\n',
    "en/care.toml": '[[care]]\nweek = 20\nwhere = "UK"\nsay = "A scan is offered."\n'
    'sources = ["acog-1"]\n',
    "en/windows.toml": '[[window]]\nkey = "long-scan"\nwhere = "UK"\ntitle = "Long scan"\n'
    'only = "if you want it"\nfirst = "18+0"\nlast = "20+6"\n'
    'say = "A scan is offered at 18 weeks, before 21 weeks."\nsources = ["acog-1"]\n',
    "en/worries.toml": '[bleeding]\nsaid = ["=bleed", "blood loss", "red pad"]\n'
    'weak = ["bloody"]\nbut = ["gums"]\n\n'
    '[pain]\nsaid = ["hurts", "sore", "aches badly"]\n',
    "en/likes.toml": '[[like]]\nweek = 20\nsay = "a can"\nof = "weight"\n',
    "en/facts.toml": '[due]\nsay = "About 4 in 100 are born then."\nsources = ["acog-1"]\n',
}
# L03 stands in every result: the two planned articles are warned about, as they should be.
EXPECTED = {"L03"}


class Case(NamedTuple):
    """A place of the small library, a text that breaks `code` alone, a near one that does not."""

    code: str
    file: str
    old: str
    bad: str
    good: str


def name_of(case: Case) -> str:
    return f"{case.code}-{case.bad.strip()[:24]!r}"


def problems(home: Path, *edits: tuple[str, str, str]) -> list[Problem]:
    """Write the small library with edits (file, old, new) and return what is found beyond L03."""
    files = dict(FILES)
    for file, old, new in edits:
        if old:
            assert files[file].count(old) >= 1, f"{old!r} is not in {file}"
            files[file] = files[file].replace(old, new, 1)
        else:
            files[file] = new
    for file, text in files.items():
        path = home / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return [p for p in check_library(home, TODAY) if p.code not in EXPECTED]


def codes(home: Path, *edits: tuple[str, str, str]) -> set[str]:
    return {p.code for p in problems(home, *edits)}


def assert_case(case: Case, home: Path) -> None:
    """The bad text breaks its rule and no other; the near text breaks none."""
    assert codes(home / "bad", (case.file, case.old, case.bad)) == {case.code}
    assert codes(home / "good", (case.file, case.old, case.good)) == set()


def second_article(**changes: str) -> str:
    """Another faultless article, with other aliases and questions."""
    text = FILES[ARTICLE].replace('"one", "two"', '"uno", "due"').replace('"three"', '"tre"')
    for word in ("four", "five", "six", "seven", "eight"):
        text = text.replace(f'"{word}"', f'"{word} again"')
    for old, new in changes.items():
        text = text.replace(old, new)
    return text
