"""Make docs/pictures/ again: real commands, a real terminal, real colors.

    python3 dev.py pictures

Each command runs in a pseudo-terminal with a due date of its own folder, and what it
printed becomes an SVG. The pictures name no font on another host.
"""

import fcntl
import io
import os
import pty
import re
import select
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 80, 50  # a longer text is cut there; a picture is to be looked at
SECONDS = 60
DAY = ["--on", "2026-11-22"]
DUE = "2027-04-11"
SHOWN = {
    "today": ["today", *DAY],
    "why": ["why", *DAY],
    "week": ["week", "20"],
    "read": ["read", "cervical-insufficiency"],
    "search": ["search", "pressure down there"],
    "due": ["due", *DAY],
    "size": ["size", *DAY],
    "visit": ["visit", "--since", "2026-10-24", "--yes", *DAY],
    "checkin": ["checkin", "--mood", "3", "--symptom", "heartburn", "--weight", "66.8kg", *DAY],
    "signs": ["signs", "--tick", "headache-severe", "--bp", "145/92", *DAY],
    "chart": ["chart", "weight", *DAY],
}
# What was logged before the pictures are taken: a made-up person, for the chart.
BEFORE = [
    ["due", DUE, "--country", "US", "--on", "2026-08-20", "--no-input"],
    ["settings", "units", "both"],
    ["about-me", "--height", "168cm", "--start-weight", "63kg"],
    *(
        ["log", "weight", weight, "--on", day, "--at", "08:00"]
        for weight, day in (
            ("63.4kg", "2026-09-05"), ("63.9kg", "2026-09-26"), ("64.3kg", "2026-10-10"),
            ("65.2kg", "2026-10-24"), ("65.9kg", "2026-11-07"), ("66.5kg", "2026-11-18"),
        )
    ),
    *(
        ["log", kind, value, "--on", day, "--at", "08:10"]
        for kind, value, day in (
            ("bp", "112/70", "2026-11-02"), ("bp", "118/74", "2026-11-16"),
            ("medicine", "Iron 65 mg", "2026-11-10"), ("medicine", "Iron 65 mg", "2026-11-18"),
            ("symptom", "Backache after work", "2026-11-12"),
        )
    ),
    ["visit", "ask", "Can I fly in March?", *DAY],
    ["visit", "ask", "Who reads my scan, and when do I hear?", *DAY],
]  # fmt: skip


def command_of(args: list[str]) -> list[str]:
    """What is really run: no pager, which would wait for a key."""
    return [sys.executable, "-m", "amma_cli", *args, "--width", str(WIDTH), "--no-pager"]


def through_a_terminal(args: list[str], home: Path) -> str:
    """The output of a command that sees a terminal of 80 columns."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("AMMA_", "NO_COLOR"))}
    env |= {
        "AMMA_HOME": str(home),
        "FORCE_COLOR": "1",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPATH": str(ROOT),
    }
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(home)
        os.execve(sys.executable, command_of(args), env)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 1000, WIDTH, 0, 0))
    output = read_all(terminal, until=time.monotonic() + SECONDS)
    _, status = os.waitpid(pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"pictures: amma {' '.join(args)} failed:\n{output}")
    return output.replace("\r\n", "\n")


def read_all(terminal: int, until: float) -> str:
    """All that comes until the other end closes; a closed terminal is an OSError on Linux."""
    parts = []
    while select.select([terminal], [], [], max(0.0, until - time.monotonic()))[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode("utf-8")


def picture(title: str, output: str) -> str:
    """The output as SVG, the same bytes for the same output."""
    lines = output.strip("\n").split("\n")
    if len(lines) > HEIGHT:
        lines = [*lines[: HEIGHT - 1], "..."]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(lines)), soft_wrap=True)
    svg = console.export_svg(title=title, unique_id=re.sub(r"\W", "-", title))
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return svg.replace("<!-- Generated with Rich https://www.textualize.io -->", "")


def main() -> int:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for args in BEFORE:
            through_a_terminal(args, home)
        for name, args in SHOWN.items():
            shown = " ".join(f'"{arg}"' if " " in arg else arg for arg in args)
            svg = picture(f"amma {shown}", through_a_terminal(args, home))
            (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")
            print(f"docs/pictures/{name}.svg  amma {shown}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
