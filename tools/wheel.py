"""Build the wheel and the sdist, install the wheel elsewhere, and use it there.

    python3 dev.py wheel

Elsewhere is a fresh environment in a folder with spaces in its name, its packages made
read-only. Building and installing fetch from the package index, so this needs a network.
"""

import os
import stat
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 6 * 1024 * 1024
LIBRARY = ["amma_cli/data/library.db", "amma_cli/data/library.version"]
IN_SDIST = ["content/", "docs/", "tests/", "dev.py", "hatch_build.py", "pyproject.toml", "LICENSE"]
USED = [
    ["--version"],
    ["week", "20"],
    ["read", "cervical-insufficiency"],
    ["search", "bleeding"],
]


class WrongError(Exception):
    """Something about the packages is not as it must be."""


def expect(holds: bool, say: str) -> None:
    if not holds:
        raise WrongError(say)


def build(into: Path) -> tuple[Path, Path]:
    """The sdist first, then the wheel from the sdist: both are proven by it."""
    command = [sys.executable, "-m", "build", "--outdir", str(into), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    expect(done.returncode == 0, f"the build failed:\n{done.stdout}\n{done.stderr}")
    wheels, sdists = list(into.glob("*.whl")), list(into.glob("*.tar.gz"))
    expect(len(wheels) == len(sdists) == 1, f"built: {sorted(p.name for p in into.iterdir())}")
    return wheels[0], sdists[0]


def inspect(wheel: Path, sdist: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for file in LIBRARY:
        expect(names.count(file) == 1, f"{file} is {names.count(file)} times in the wheel")
    libraries = [name for name in names if name.endswith(".db")]
    expect(len(libraries) == 1, f"more than one library in the wheel: {libraries}")
    strange = [n for n in names if not n.startswith(("amma_cli/", "amma_cli-"))]
    expect(not strange, f"not ours to install: {strange[:5]}")
    size = wheel.stat().st_size
    expect(size < LIMIT, f"the wheel is {size:,} bytes; the limit is {LIMIT:,}")
    with tarfile.open(sdist) as archive:
        inside = [name.partition("/")[2] for name in archive.getnames()]
    for part in IN_SDIST:
        expect(any(name.startswith(part) for name in inside), f"{part} is not in the sdist")
    print(
        f"{wheel.name}: {size:,} bytes, one library; {sdist.name}: {sdist.stat().st_size:,} bytes"
    )


def install(wheel: Path, venv: Path) -> Path:
    """A fresh environment with nothing but the wheel and what it says that it needs."""
    scripts = venv / ("Scripts" if os.name == "nt" else "bin")
    for command in (
        [sys.executable, "-m", "venv", str(venv)],
        [str(scripts / "python"), "-m", "pip", "install", "--quiet", str(wheel)],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        expect(done.returncode == 0, f"{command}:\n{done.stdout}\n{done.stderr}")
    return scripts / "amma"


def packages(venv: Path) -> Path:
    return next(p for p in venv.rglob("site-packages") if p.is_dir())


def make_writable(folder: Path, writable: bool) -> None:
    for path in [folder, *folder.rglob("*")]:
        mode = path.stat().st_mode
        path.chmod(mode | stat.S_IWUSR if writable else mode & ~0o222)


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    """Root may write where nothing is writable, so the files are compared as well."""
    return {
        str(path): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def use(amma: Path, folder: Path) -> None:
    """Run each command from `folder`, with a home of its own and no AMMA setting of ours."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("AMMA_", "XDG_", "PYTHON"))}
    env = kept | {"HOME": str(folder / "home"), "AMMA_HOME": str(folder / "home" / "amma home")}
    for args in USED:
        shown = " ".join(["amma", *args])
        done = subprocess.run(
            [str(amma), *args],
            cwd=folder,
            env=env,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            check=False,
        )
        expect(done.returncode == 0, f"{shown}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        expect(bool(done.stdout.strip()), f"{shown}: nothing on stdout")
        expect("Traceback" not in done.stderr, f"{shown}: {done.stderr}")
        print(f"{shown}: {done.stdout.strip().splitlines()[0]}")


def prove(folder: Path) -> None:
    wheel, sdist = build(folder / "dist")
    inspect(wheel, sdist)
    amma = install(wheel, folder / "an environment")
    installed = packages(folder / "an environment")
    elsewhere = folder / "another folder"
    (elsewhere / "home").mkdir(parents=True)
    make_writable(installed, writable=False)
    try:
        before = snapshot(installed)
        use(amma, elsewhere)
        changed = sorted(before.items() ^ snapshot(installed).items())
        expect(not changed, f"written beside the program: {changed[:5]}")
    finally:
        make_writable(installed, writable=True)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="amma wheel ") as folder:
        try:
            prove(Path(folder))
        except WrongError as error:
            print(f"wheel: {error}", file=sys.stderr)
            return 1
    print(f"wheel: {len(USED)} commands from a read-only installation passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
