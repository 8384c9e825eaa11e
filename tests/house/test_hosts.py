"""No file of the project names a package registry, and none is a lock file.

The hosts are put together here, so that this file does not name one either.
"""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOSTS = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("npmjs", "com"),
        ("registry", "yarnpkg"),
        ("deb", "debian"),
        ("anaconda", "org"),
        ("crates", "io"),
        ("rubygems", "org"),
        ("proxy", "golang"),
        ("repo", "maven"),
        ("pkg", "dev"),
        ("ghcr", "io"),
        ("docker", "io"),
    ]
]
OPTIONS = ["--" + "index-url", "--extra-" + "index-url", "--" + "find-links"]
LOCKS = {"pylock.toml", "package-lock.json", "requirements.txt", "npm-shrinkwrap.json"}


def files_of_the_project() -> list[Path]:
    """What git tracks or would track; without git (an sdist), all that is not made by a tool."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "-co", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        paths = [ROOT / name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        made = {"build", "dist", "__pycache__"}
        paths = [
            path
            for path in ROOT.rglob("*")
            if not any(p in made or p.startswith(".") for p in path.relative_to(ROOT).parts)
        ]
    return [path for path in paths if path.is_file()]


def hosts_in(text: bytes) -> list[str]:
    lower = text.lower()
    return [name for name in [*HOSTS, *OPTIONS] if name.encode() in lower]


def is_lock(path: Path) -> bool:
    return path.suffix == ".lock" or path.name in LOCKS


def test_no_file_names_a_registry() -> None:
    found = {str(p.relative_to(ROOT)): hosts_in(p.read_bytes()) for p in files_of_the_project()}
    assert {name: hosts for name, hosts in found.items() if hosts} == {}


def test_there_is_no_lock_file() -> None:
    assert [str(path) for path in files_of_the_project() if is_lock(path)] == []


def test_the_project_has_files() -> None:
    assert ROOT / "pyproject.toml" in files_of_the_project()


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_is_found(host: str) -> None:
    assert hosts_in(f"index = 'https://{host.upper()}/simple'".encode()) != []


@pytest.mark.parametrize("name", ["uv.lock", "poetry.lock", "Pipfile.lock", "pylock.toml"])
def test_a_lock_file_is_found(name: str) -> None:
    assert is_lock(Path(name))
