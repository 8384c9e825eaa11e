"""Small files, small functions, and names that say something."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "amma_cli").rglob("*.py"))
OURS = [ROOT / "dev.py", ROOT / "hatch_build.py", *sorted((ROOT / "tools").glob("*.py"))]
LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "misc"}


def long_functions(source: str) -> list[str]:
    return [
        f"{node.name}: {length} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) >= LINES_OF_A_FUNCTION
    ]


def managers(source: str) -> list[str]:
    return [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef) and node.name.endswith("Manager")
    ]


def has_an_empty_name(path: Path) -> bool:
    return bool(EMPTY_NAMES & {path.stem, *path.parts})


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_files_are_short() -> None:
    counts = {where(f): len(f.read_text(encoding="utf-8").splitlines()) for f in [*FILES, *OURS]}
    assert {name: n for name, n in counts.items() if n >= LINES_OF_A_FILE} == {}


def test_functions_are_short() -> None:
    found = {where(f): long_functions(f.read_text(encoding="utf-8")) for f in [*FILES, *OURS]}
    assert {name: long for name, long in found.items() if long} == {}


def test_no_class_is_a_manager() -> None:
    found = {where(f): managers(f.read_text(encoding="utf-8")) for f in FILES}
    assert {name: classes for name, classes in found.items() if classes} == {}


def test_no_module_is_named_for_nothing() -> None:
    assert [where(f) for f in FILES if has_an_empty_name(f.relative_to(ROOT))] == []


@pytest.mark.parametrize(("lines", "found"), [(37, False), (38, True)])
def test_a_long_function_is_found(lines: int, found: bool) -> None:
    source = "class A:\n    def f(self):\n" + "        pass\n" * lines + "        return 1\n"
    assert bool(long_functions(source)) is found


def test_a_manager_is_found() -> None:
    assert managers("class ThingManager:\n    pass\n") == ["ThingManager"]


@pytest.mark.parametrize("path", ["amma_cli/utils.py", "amma_cli/helpers/dates.py"])
def test_a_name_for_nothing_is_found(path: str) -> None:
    assert has_an_empty_name(Path(path))
