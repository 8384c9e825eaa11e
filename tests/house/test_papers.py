"""The papers around the program: licenses, changelog, the developer's command."""

import re
from pathlib import Path

import pytest

import dev
from amma_cli import __version__

ROOT = Path(__file__).resolve().parents[2]


def releases(changelog: str) -> dict[str, str]:
    """Version -> its part of the changelog."""
    parts = re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]
    return {part.split()[0].strip("[]"): part for part in parts}


def test_convention_35_each_release_has_a_heading_for_corrected_advice() -> None:
    found = releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert found
    assert [v for v, part in found.items() if "\n### Corrected advice\n" not in part] == []


def test_the_changelog_knows_this_version() -> None:
    assert __version__ in releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))


def test_the_texts_have_a_license_of_their_own() -> None:
    text = (ROOT / "LICENSE-CONTENT.md").read_text(encoding="utf-8")
    assert "https://creativecommons.org/licenses/by/4.0/" in text
    assert "not medical advice" in text


def test_a_changed_pyproject_means_a_new_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pyproject.toml", "hatch_build.py"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    before = dev.wanted_stamp()
    assert dev.wanted_stamp() == before
    (tmp_path / "pyproject.toml").write_text("changed", encoding="utf-8")
    assert dev.wanted_stamp() != before


def test_every_convention_that_is_missing_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tests").mkdir()
    made = "\n".join(f"def test_convention_{n:02}_x(): ..." for n in range(1, 36) if n != 17)
    (tmp_path / "tests" / "test_made.py").write_text(made, encoding="utf-8")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    assert dev.conventions([]) == 0
    printed = capsys.readouterr().out
    assert "34 of 35 conventions have a test." in printed
    assert printed.endswith("Missing: 17\n")
