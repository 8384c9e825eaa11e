"""Mutation testing of domain/ and store/: which changes of the code does no test notice?

  python tools/mutate.py [MODULE ...]     all of both rooms, or domain/age store/files ...

Works on a copy of the checkout; needs mutmut (pip install mutmut), which is no dependency of
amma. A run of all takes about ten minutes. It ends with a score per module and every
mutant that survived, as the line before and after.
"""

import ast
import collections
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("domain", "store")
SURVIVED, UNTESTED = 0, 33  # what mutmut writes of a mutant that no test noticed, or reached
LEFT_OUT = (".venv", ".git", "build", "dist", "__pycache__", ".hypothesis", "mutants")
SETTINGS = """[mutmut]
source_paths=
{paths}
also_copy=
  amma_cli
  tests
  content
  tools
  docs
  pyproject.toml
pytest_add_cli_args_test_selection=
  tests/domain
  tests/store
"""


def without_decorators(text: str) -> str:
    """Write @property and other decorators as calls: mutmut passes decorated functions over."""
    lines = text.splitlines()
    found = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    for node in sorted(found, key=lambda n: -n.lineno):
        if len(node.decorator_list) != 1:
            continue
        indent, decorator = " " * node.col_offset, ast.unparse(node.decorator_list[0])
        bare = f"bare_{node.name}"
        lines.insert(node.end_lineno or 0, f"{indent}{node.name} = {decorator}({bare})")
        lines[node.lineno - 1] = lines[node.lineno - 1].replace(
            f"def {node.name}(", f"def {bare}(", 1
        )
        del lines[node.decorator_list[0].lineno - 1]
    return "\n".join(lines) + "\n"


def copied(folder: Path, modules: list[str]) -> None:
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    chosen = [f"amma_cli/{m}.py" for m in modules] or [f"amma_cli/{room}" for room in ROOMS]
    settings = SETTINGS.format(paths="\n".join(f"  {path}" for path in chosen))
    (folder / "setup.cfg").write_text(settings, encoding="utf-8")
    for room in ROOMS:
        for path in (folder / "amma_cli" / room).glob("*.py"):
            path.write_text(without_decorators(path.read_text("utf-8")), encoding="utf-8")


def ended(folder: Path) -> Iterator[tuple[str, dict[str, int | None]]]:
    """Every module with how its mutants ended; None did not run."""
    base = folder / "mutants" / "amma_cli"
    for room in ROOMS:
        for path in sorted((base / room).glob("*.py.meta")):
            codes = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
            if codes:
                yield f"{room}/{path.name.removesuffix('.py.meta')}", codes


def difference(folder: Path, module: str, key: str) -> str:
    """The lines that a mutant changed."""
    text = (folder / "mutants" / "amma_cli" / f"{module}.py").read_text("utf-8")
    name = key.rsplit(".", 1)[-1]
    original = re.sub(r"_mutmut_\d+$", "_mutmut_orig", name)
    bodies = {
        node.name: [line.strip() for line in (ast.get_source_segment(text, node) or "").split("\n")]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.name in (name, original)
    }
    if len(bodies) < 2:
        return "?"
    lines = difflib.unified_diff(bodies[original], bodies[name], lineterm="", n=0)
    kept = [x for x in lines if x[0] in "+-" and not x.startswith(("+++", "---", "-def", "+def"))]
    return "\n      ".join(kept) or "(its signature)"


def report(folder: Path) -> float:
    total: collections.Counter[str] = collections.Counter()
    left: list[str] = []
    for module, codes in ended(folder):
        unnoticed = [key for key, code in codes.items() if code in (SURVIVED, UNTESTED)]
        killed = len(codes) - len(unnoticed)
        print(f"{module:<22} {killed:>4} of {len(codes):>4}  {killed / len(codes):.1%}")
        total.update(killed=killed, made=len(codes))
        left += [f"  {key}\n      {difference(folder, module, key)}" for key in unnoticed]
    score = total["killed"] / max(1, total["made"])
    print(f"{'all':<22} {total['killed']:>4} of {total['made']:>4}  {score:.1%}\n")
    print("\n".join(left))
    return score


def main(modules: list[str]) -> int:
    folder = Path(tempfile.mkdtemp(prefix="amma-mutants-")) / "amma"
    copied(folder, modules)
    environ = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    environ.pop("PYTHONPATH", None)
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", "run", "--max-children", "1"],
        cwd=folder, env=environ, stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    codes = [code for _, found in ended(folder) for code in found.values()]
    if not codes or None in codes:  # the tests fail without any mutant, or it was stopped
        print(f"mutmut did not finish (exit code {done.returncode}). Is it there? Do tests pass?")
        return 1
    score = report(folder)
    print(f"\nThe copy is in {folder}.")
    return 0 if score >= 0.9 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
