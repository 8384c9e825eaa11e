"""The other end of tests/batch.py: imports the program once, forks for every run. A script."""

import base64
import importlib
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

# What most starts load in the end; a run that needs more imports it by itself.
EARLY = (
    "typer rich.console rich.padding rich.panel rich.table rich.theme rich.text rich.box sqlite3 "
    "tomllib json amma_cli.__main__ amma_cli.commands.run amma_cli.commands.house "
    "amma_cli.commands.command_help amma_cli.commands.show amma_cli.view.terminal "
    "amma_cli.view.plain amma_cli.library.shelf amma_cli.library.search"
).split()


def one(argv: list[str], folder: str) -> int:
    """Run the program in a process of its own, its streams in files; return its exit code."""
    child = os.fork()
    if child == 0:
        try:
            for handle, name in ((1, "out"), (2, "err")):
                os.dup2(os.open(f"{folder}/{name}", os.O_CREAT | os.O_TRUNC | os.O_WRONLY), handle)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            sys.argv = ["amma", *argv]
            importlib.import_module("amma_cli.__main__").main()
        except SystemExit as end:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(end.code if isinstance(end.code, int) else 1)
        except BaseException:  # noqa: BLE001 (shown, and the parent must not go on in the child)
            import traceback

            traceback.print_exc()
            sys.stderr.flush()
        os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def packed(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()


def reset(home: Path, profile: str | None) -> None:
    shutil.rmtree(home, ignore_errors=True)
    if profile is not None:
        home.mkdir(mode=0o700)
        path = home / "profile.toml"
        path.write_bytes(base64.b64decode(profile))
        path.chmod(0o600)


def end_of(argv: list[str], home: Path, folder: str) -> dict[str, Any]:
    code = one(argv, folder)
    files = [path for path in sorted(home.rglob("*")) if path.is_file() and path.name != "lock"]
    return {
        "code": code,
        "out": packed(Path(folder, "out")),
        "err": packed(Path(folder, "err")),
        "files": {path.relative_to(home).as_posix(): packed(path) for path in files},
    }


def main() -> None:
    order = json.load(sys.stdin)
    home = Path(order["home"])
    for name in EARLY:
        importlib.import_module(name)
    ends = []
    with tempfile.TemporaryDirectory() as folder:
        for profile, argv in order["calls"]:
            reset(home, profile)
            ends.append(end_of(argv, home, folder))
    reset(home, order["profile"])
    json.dump(ends, sys.stdout)


if __name__ == "__main__":
    main()
