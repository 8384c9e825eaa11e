"""Write docs/man/ from the help texts: amma.1 and one page a command.

    python3 dev.py man            write the pages
    python3 dev.py man --check    write nothing; exit 1 where a page differs

Read one with `man -l docs/man/amma.1`.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from amma_cli.commands.registry import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "man"
HEADING = re.compile(r"^(\S.*):$")


def ask(*args: str) -> str | None:
    """What amma says to `args`, as plain text 80 wide; None where it refuses."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "amma_cli", *args],
            capture_output=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, "AMMA_HOME": home, "COLUMNS": "80", "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            check=False,
        )
    return done.stdout if done.returncode == 0 else None


def escape(text: str) -> str:
    """Text as roff: backslashes and hyphens kept, no line taken for a request."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


def body(help_text: str) -> list[str]:
    """Headings become sections; the rest is kept as it stands, line by line."""
    lines = [".SH DESCRIPTION", ".nf"]
    for line in help_text.strip().splitlines():
        if heading := HEADING.match(line):
            lines += [".fi", f'.SH "{escape(heading[1]).upper()}"', ".nf"]
        else:
            lines.append(escape(line.rstrip()))
    return [*lines, ".fi"]


def purpose(help_text: str) -> str:
    """The first sentence after the usage and before any heading."""
    for line in help_text.strip().splitlines():
        if HEADING.match(line):
            break
        if line.strip() and not line.lower().startswith("usage"):
            return line.strip().rstrip(".")
    return ""


def page(name: str, help_text: str, version: str, others: list[str]) -> str:
    """One manual page. No date: the same help gives the same page."""
    title = f'.TH "{escape(name.upper())}" 1 "" "{escape(version)}" "amma"'
    see = ", ".join(f"{escape(other)}(1)" for other in others if other != name)
    head = [title, ".SH NAME", f"{escape(name)} \\- {escape(purpose(help_text) or name)}"]
    return "\n".join([*head, *body(help_text), ".SH SEE ALSO", see, ""])


def pages() -> dict[str, str]:
    """File name -> page, for amma and every command whose --help answers."""
    main_help = ask("help") or ask("--help")
    if main_help is None:
        sys.exit("man: amma --help does not answer")
    said = (ask("--version") or "amma").splitlines()
    version = " ".join(said[0].split()[:2]).rstrip(",;:") if said else "amma"
    helps = {"amma": main_help}
    for command in (known.name for known in COMMANDS):
        text = ask(command, "--help")
        if text is not None and text.strip():
            helps[f"amma-{command}"] = text
    return {f"{name}.1": page(name, text, version, list(helps)) for name, text in helps.items()}


def main(argv: list[str]) -> int:
    made = pages()
    PAGES.mkdir(parents=True, exist_ok=True)
    there = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.1")}
    if "--check" in argv:
        stale = sorted(name for name in made | there if made.get(name) != there.get(name))
        print("man: all pages are true" if not stale else f"man: make again: {', '.join(stale)}")
        return 1 if stale else 0
    for name in there.keys() - made.keys():
        (PAGES / name).unlink()
    for name, text in made.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    print(f"man: {len(made)} pages in docs/man")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
