"""H08 and H09: a worse form, and signs that make an emergency together, stand at the top."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from amma_cli.library.check_escalation import SAME, WORSE, box_of, gaps
from tests.conftest import REAL
from tests.library.small import ARTICLE, SAFETY, Case, assert_case, codes, name_of

RULES: dict[str, Any] = tomllib.loads((REAL / "en" / "safety.toml").read_text(encoding="utf-8"))
LEVELS = {row["key"]: row["level"] for row in RULES["sign"]}
WORRIES = "en/worries.toml"
PAIN = "- Your belly hurts. [!pain]"
TOP = "- You bleed a lot. [!bleeding]"
BOX = f"{TOP}\n\n### Call your maternity unit now, day or night\n{PAIN}"
BOTH = "- Your belly hurts and aches. [!pain] [!ache]"
ACHE = "### Call within 24 hours\n- Your belly aches. [!ache]"
LOWER = "- You see a spot of blood. [!bleeding-light-late]"
HEAVY = "- You soak a pad within an hour. [!bleeding-heavy-pregnancy]"
CASES = [
    Case("H09", ARTICLE, BOX, f"{BOX}\n\n{ACHE}", f"{BOX.replace(TOP, BOTH)}\n\n{ACHE}"),
    Case("H09", ARTICLE, BOX, f"{BOX}\n{BOTH}", f"{BOX.replace(TOP, BOTH)}\n{BOTH}"),
]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_signs_that_make_an_emergency_together_stand_together_at_the_top(
    case: Case, tmp_path: Path
) -> None:
    assert_case(case, tmp_path)


def a_sign(key: str, level: str, opening: str) -> str:
    return (
        f'[[sign]]\nkey = "{key}"\nlabel = "What {key} says"\nask = "Do you notice {key}?"\n'
        f'say = "{opening} Blood is lost."\nlevel = "{level}"\nweeks = [4, 42]\n'
        'who = "mother"\nsources = ["acog-1"]\n\n'
    )


def test_bleeding_that_needs_a_call_now_has_heavy_bleeding_at_the_top(tmp_path: Path) -> None:
    light = a_sign("bleeding-light-late", "urgent", "Call {unit} now, day or night.")
    heavy = a_sign("bleeding-heavy-pregnancy", "emergency", "Call {emergency} now.")
    signs = (SAFETY, '[[sign]]\nkey = "bleeding"', f'{light}{heavy}[[sign]]\nkey = "bleeding"')
    named = (ARTICLE, PAIN, f"{PAIN}\n{LOWER}")
    said = 'said = ["bled 1", "bled 2", "bled 3"]\n\n'
    typed = (
        WORRIES,
        "[pain]",
        f"[bleeding-light-late]\n{said}[bleeding-heavy-pregnancy]\n{said}[pain]",
    )
    assert codes(tmp_path / "bad", signs, typed, named) == {"H08"}
    good = (ARTICLE, TOP, f"{TOP}\n{HEAVY}")
    assert codes(tmp_path / "good", signs, typed, named, good) == set()


def found(below: str, *above: str) -> set[str]:
    """Return the signs or combinations that a box lacks; each text holds the keys of a bullet."""
    top = [(1, True, tuple(keys.split())) for keys in above]
    return {
        gap.named if gap.code == "H08" else gap.missing
        for gap in gaps(box_of([*top, (9, False, tuple(below.split()))]), RULES)
    }


@pytest.mark.parametrize("sign", WORSE)
def test_a_sign_needs_one_of_its_worse_forms_at_the_top(sign: str) -> None:
    assert LEVELS[sign] != "emergency"
    assert sign in found(sign)
    for form in WORSE[sign]:
        assert sign not in found(sign, form.replace("+", " "))


@pytest.mark.parametrize(("sign", "form"), [(s, f) for s, forms in WORSE.items() for f in forms])
def test_each_worse_form_is_an_emergency_by_the_safety_rules(sign: str, form: str) -> None:
    joined = {sign, *form.split("+")}
    assert joined <= set(LEVELS)
    assert LEVELS.get(form) == "emergency" or found(" ".join(joined)) - set(WORSE)


def test_what_is_named_in_the_same_words_is_known() -> None:
    known = set(LEVELS) | {row["key"] for row in RULES["measure"]}
    assert {*SAME, *SAME.values()} <= known
    assert not set(SAME) & set(SAME.values())
    assert not set(SAME) & set(WORSE)


@pytest.mark.parametrize(
    ("below", "above", "missing"),
    [
        ("bleeding-light-late fainting", ("bleeding-heavy-pregnancy",), "bleeding-and-pain-late"),
        (
            "bleeding-light-late belly-pain-severe fainting",
            ("bleeding-heavy-pregnancy", "bleeding-light-late belly-pain-severe"),
            "bleeding-and-pain-late",
        ),
        ("fainting pain-one-side-early", (), "ectopic-rupture"),
        ("temp-38 pulse-110", ("confusion-very-ill",), "sepsis-fast-pulse"),
        ("ketones-1-5 vomiting-no-fluids", (), "glucose-ketones-vomiting"),
        (
            "headache-severe swelling-face-hands pain-under-ribs",
            ("headache-severe vision-changes",),
            "pre-eclampsia-three",
        ),
    ],
)
def test_a_combination_is_missing(below: str, above: tuple[str, ...], missing: str) -> None:
    assert missing in found(below, *above)


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("fainting pain-one-side-early", ("fainting belly-pain-severe",)),
        (
            "bleeding-like-period-early fainting",
            ("bleeding-heavy-pregnancy", "bleeding-light-late fainting"),
        ),
        (
            "headache-severe vision-changes pain-under-ribs",
            ("headache-severe vision-changes",),
        ),
        ("burning-urine vomiting-no-fluids", ()),
        ("swelling-face-hands bp-severe", ()),
        ("labour-term", ()),
    ],
)
def test_nothing_is_missing(below: str, above: tuple[str, ...]) -> None:
    assert found(below, *above) == set()
