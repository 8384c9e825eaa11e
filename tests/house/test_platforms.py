"""The program as other platforms start it: consoles, folders, branches for Windows."""

import importlib.util
import subprocess
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from amma_cli.commands import privacy
from amma_cli.store.paths import Paths
from amma_cli.store.profile import Profile
from tests.batch import ends
from tests.program import CALLS, DUE, ROOT, TODAY, Amma, words_of


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory, real_library: Path) -> bytes:
    amma = Amma(tmp_path_factory.mktemp("profile"), real_library)
    assert amma("due", DUE, "--country", "GB", "--on", TODAY).code == 0
    return (amma.home / "profile.toml").read_bytes()


@pytest.mark.parametrize("home", ["Jane Doe", "Zoë Müller", "данные 出産"])
def test_every_command_works_in_a_folder_with_spaces_and_other_letters(
    tmp_path: Path, real_library: Path, profile: bytes, home: str
) -> None:
    folder = tmp_path / home
    folder.mkdir()
    amma = Amma(folder, real_library, profile)
    calls = [words_of(name) for name in CALLS]
    for words, end in zip(calls, ends(amma, calls), strict=True):
        assert end.done.code == 0, (words, end.done)
        assert b"profile.toml" in str(list(end.files)).encode(), words
    assert str(amma.home) in amma("doctor", "--json").record["facts"]["Your files"]


@pytest.mark.parametrize("encoding", ["cp437", "cp850", "cp1252", "cp932"])
def test_every_command_can_be_read_on_a_console_of_windows(
    tmp_path: Path, real_library: Path, profile: bytes, encoding: str
) -> None:
    amma = Amma(tmp_path, real_library, profile)
    calls = [words_of(name) for name in CALLS]
    unicode = ends(amma, calls)
    amma.env["PYTHONIOENCODING"] = encoding
    for words, whole, end in zip(calls, unicode, ends(amma, calls), strict=True):
        assert end.done.code == 0, (words, end.done)
        text = end.done.stdout.decode(encoding)
        assert text
        assert text.count("?") == whole.done.out.count("?"), words  # nothing became one


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev_of_amma", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("name", "end"), [("nt", ".exe"), ("posix", "amma")])
def test_dev_run_hands_the_exit_code_on_where_an_exec_would_lose_it(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, name: str, end: str
) -> None:
    started: list[tuple[str, list[str]]] = []

    def run(command: list[str], **_: Any) -> Any:
        started.append(("run", command))
        return subprocess.CompletedProcess(command, 3)

    def execv(_: str, command: list[str]) -> None:
        started.append(("exec", command))
        raise SystemExit(3)  # an exec does not come back

    monkeypatch.setattr(dev, "os", SimpleNamespace(name=name, execv=execv))
    monkeypatch.setattr(dev, "subprocess", SimpleNamespace(run=run))
    if name == "nt":
        assert dev.run(["--", "week", "20"]) == 3
    else:
        with pytest.raises(SystemExit):
            dev.run(["--", "week", "20"])
    [(how, command)] = started
    assert how == ("run" if name == "nt" else "exec")
    assert command[0].endswith(end)
    assert command[1:] == ["week", "20"]


@pytest.mark.parametrize(("platform", "warns"), [("win32", False), ("linux", True)])
def test_doctor_looks_at_modes_only_where_they_mean_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, warns: bool
) -> None:
    found = Paths(tmp_path, tmp_path / "cache")
    found.profile.write_bytes(b"")
    found.profile.chmod(0o644)
    house: Any = SimpleNamespace(profile=Profile(), read_profile=Profile(), paths=found)
    problems: list[str] = []
    monkeypatch.setattr(privacy, "sys", SimpleNamespace(platform=platform))
    privacy._own(house, False, problems)
    assert any("can be read by others" in problem for problem in problems) is warns


def test_the_proof_needs_nothing_that_only_one_system_has() -> None:
    code = (ROOT / "amma_cli" / "commands" / "proof.py").read_text("utf-8")
    assert "/dev/fd" not in code
    assert "pass_fds" not in code


def test_a_proof_that_saw_nothing_is_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    from amma_cli.commands import proof
    from amma_cli.errors import Failed

    monkeypatch.setattr(proof, "WATCH", "raise SystemExit(1)")
    with pytest.raises(Failed, match="amma today could not be watched"):
        proof.prove_it({})
