"""The same content gives the same bytes; what cannot be read stops it with code, file and line."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from amma_cli.errors import LibraryDamaged
from amma_cli.library.compile import compile_library
from amma_cli.library.shelf import Shelf
from tests.conftest import FROZEN, REAL, ROOT

COMPILE = """
import sys
from pathlib import Path
from amma_cli.library.compile import compile_library
compile_library(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("content", [FROZEN, REAL], ids=["frozen", "real"])
def test_the_same_content_gives_the_same_bytes_in_another_process_and_folder(
    tmp_path: Path, content: Path
) -> None:
    moved = tmp_path / "elsewhere"
    shutil.copytree(content, moved)
    for path in moved.rglob("*.md"):
        os.utime(path, (0, 0))
    version = compile_library(content, tmp_path / "a" / "library.db")
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", COMPILE, str(moved), str(tmp_path / seed / "library.db")],
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
    made = [tmp_path / name / "library.db" for name in ("a", "1", "2")]
    assert len({digest(path) for path in made}) == 1
    assert made[0].with_suffix(".version").read_text() == version + "\n"
    assert sorted(p.name for p in made[0].parent.iterdir()) == ["library.db", "library.version"]


def test_another_word_gives_another_version_and_the_last_check_is_its_day(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(FROZEN, content)
    first = compile_library(content, tmp_path / "library.db")
    article = content / "en/articles/birth/hospital-bag.md"
    article.write_text(article.read_text("utf-8").replace("Clothes", "Slippers"), "utf-8")
    second = compile_library(content, tmp_path / "library.db")
    assert first.split()[0] == second.split()[0] == "2026-11-12"
    assert first != second


def test_a_problem_stops_it_in_words_and_leaves_the_old_file(tmp_path: Path) -> None:
    content, out = tmp_path / "content", tmp_path / "library.db"
    shutil.copytree(FROZEN, content)
    compile_library(content, out)
    before = out.read_bytes()
    article = content / "en/articles/birth/hospital-bag.md"
    article.write_text(article.read_text("utf-8").replace("weeks = [28, 41]\n", ""), "utf-8")
    with pytest.raises(LibraryDamaged, match=r"hospital-bag\.md, line 1: weeks"):
        compile_library(content, out)
    assert out.read_bytes() == before


@pytest.mark.parametrize("name", ["sources.toml", "en/safety.toml", "regions.toml"])
def test_a_table_that_is_not_toml_stops_it(tmp_path: Path, name: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(FROZEN, content)
    (content / name).write_text("[[", "utf-8")
    with pytest.raises(LibraryDamaged, match=Path(name).name):
        compile_library(content, tmp_path / "library.db")


def test_nothing_is_a_library_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    compile_library(tmp_path / "content", tmp_path / "library.db")
    shelf = Shelf(tmp_path / "library.db")
    assert shelf.all_cards() == ()
    assert shelf.region("GB") is None
    assert shelf.signs(20) == ()


def test_every_article_guide_source_sign_and_region_of_the_real_content_is_in_it(
    real_library: Path,
) -> None:
    connection = sqlite3.connect(real_library)
    counted = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("article", "guide", "sign", "region", "growth")
    }
    connection.close()
    assert counted["article"] == len(list((REAL / "en" / "articles").glob("*/*.md")))
    guides = [*(REAL / "en" / "weeks").glob("*.md"), *(REAL / "en" / "after-birth").glob("*.md")]
    assert counted["guide"] == len(guides)
    assert counted["sign"] == (REAL / "en" / "safety.toml").read_text("utf-8").count("\n[[sign]]")
    assert counted["region"] == (REAL / "regions.toml").read_text("utf-8").count("\n[[region]]")
    assert counted["growth"] == 42
