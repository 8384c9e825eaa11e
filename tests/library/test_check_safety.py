"""safety.toml, where a mistake is the worst one possible."""

from pathlib import Path

import pytest

from tests.library.small import SAFETY, Case, assert_case, codes, name_of, problems

LIE = '"Call {emergency} now. Lie down."'
LABOR = '"Call {unit} now, day or night. It can be labor."'
LOOK = '"Call your midwife or doctor today or within 24 hours. It needs a look."'
CASES = [
    Case(
        "K01", SAFETY,
        LIE,
        '"Lie down. Call {emergency} now."',
        '"Call {emergency} now. Lie on your side."',
    ),
    Case(
        "K01", SAFETY,
        LIE,
        '"Call {emergency} now."',
        '"Call {emergency} now, or {crisis}. Say it."',
    ),
    Case(
        "K01", SAFETY,
        LIE,
        '"Call {emergency} now. Then call {unit}."',
        '"Call {emergency} now. Lie still."',
    ),
    Case("K01", SAFETY, LABOR, LIE, '"Call {unit} now, day or night. It can be urgent."'),
    Case(
        "K01", SAFETY,
        LOOK,
        '"Call your aunt today or within 24 hours. It needs a look."',
        '"Call {unit} today or within 24 hours. It needs a look."',
    ),
    Case(
        "K01", SAFETY,
        '"Call {emergency} now. Say your week."',
        '"Say your week."',
        '"Call {emergency} now. Say when."',
    ),
    Case("K02", SAFETY, "Lie down.", "Lie down, {name}.", "Lie down, or call {crisis}."),
    Case("K02", SAFETY, "Lie down.", "Call the maternity unit.", "Go to the maternity unit."),
    Case("K03", SAFETY, "It can be labor.", "It is probably labor.", "It may be labor."),
    Case("K03", SAFETY, "It can be labor.", "You have an infection.", "It can be an infection."),
    Case("K03", SAFETY, "It can be labor.", "You can wait.", "Do not wait."),
    Case("K04", SAFETY, "weeks = [4, 42]", "weeks = [4, -1]", "weeks = [4, 41]"),
    Case(
        "K04", SAFETY,
        'weeks = [4, 48]\nlevel = "urgent"',
        'weeks = [4, 49]\nlevel = "urgent"',
        'weeks = [43, 48]\nlevel = "urgent"',
    ),
    Case("K09", SAFETY, 'after_loss = "same"\n', "", 'after_loss = "hide"\n'),
    Case("K09", SAFETY, 'after_loss = "same"', "after_loss = true", 'after_loss = "hide"'),
    Case("K09", SAFETY, "It can be an infection.", "Feed the baby.", "Drink something."),
    Case("K09", SAFETY, "Say when it began.", "Say if you breastfeed.", "Say if it stays."),
    Case("K01", SAFETY, "24 hours. Say when it began.", "24 hours.", "24 hours. Say when."),
    Case(
        "K09", SAFETY,
        'weeks = [4, 42]\nwho = "mother"',
        'weeks = [4, 42]\nwho = "mother"\nafter_loss = "same"',
        'weeks = [4, 48]\nwho = "mother"\nafter_loss = "same"',
    ),
    Case(
        "K09", SAFETY,
        'weeks = [4, 42]\nwho = "mother"',
        'weeks = [4, 48]\nwho = "baby"\nafter_loss = "same"',
        'weeks = [4, 48]\nwho = "baby"\nafter_loss = "hide"',
    ),
    Case("K04", SAFETY, "weeks = [4, 42]", "weeks = [42, 4]", "weeks = [0, 42]"),
    Case("K05", SAFETY, 'sources = ["acog-1"]', 'sources = ["no-such"]', 'sources = ["nice-1"]'),
    Case("K05", SAFETY, 'sources = ["acog-1"]', "sources = []", 'sources = ["nice-1", "acog-1"]'),
    Case("K06", SAFETY, 'label = "Pain"', 'label = "pain."', 'label = "Strong pain"'),
    Case("K06", SAFETY, 'ask = "Does it hurt?"', 'ask = "It hurts."', 'ask = "Does it hurt much?"'),
    Case("K06", SAFETY, 'ask = "Does it hurt?"', 'ask = "Does it ache?"', 'ask = "Does it sting?"'),
    Case("K06", SAFETY, 'who = "mother"', 'who = "dog"', 'who = "baby"'),
    Case("K06", SAFETY, 'key = "both"', 'key = "Both"', 'key = "both-of-them"'),
    Case(
        "K07", SAFETY,
        "Lie down.",
        "Lie down. " + "Lie so. " * 19,
        "Lie down. " + "Lie so. " * 5 + "End.",
    ),
    Case("K07", SAFETY, "Lie down.", "Lie  down.", "Lie down now."),
    Case("K08", SAFETY, '["pain", "ache"]', '["pain", "no-such"]', '["pain", "bleeding"]'),
    Case("K08", SAFETY, 'sign = "pain" }', 'sign = "no-such" }', 'sign = "ache" }'),
    Case(
        "K08", SAFETY,
        'all_signs = ["pain", "ache"]',
        'any_signs = ["pain", "ache"]\nmin_any_signs = 3',
        'any_signs = ["pain", "ache"]\nmin_any_signs = 2',
    ),
    Case("T11", SAFETY, "It can be labor.", "It can be labour.", "It can be labor (labour)."),
    Case("T14", SAFETY, "Lie down.", "Or call 999.", "Lie down at once."),
    Case("T08", SAFETY, "Lie down.", "Lie down!.", "Lie down flat."),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_rule_of_safety_is_broken_and_kept(case: Case, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


def test_an_unknown_level_is_k06(tmp_path: Path) -> None:
    assert "K06" in codes(tmp_path, (SAFETY, 'level = "soon"', 'level = "later"'))


def test_a_problem_of_safety_names_its_line(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, (SAFETY, "It can be labor.", "It is probably labor."))
    assert found.line == (tmp_path / SAFETY).read_text().split("\n").index('key = "pain"') + 1
