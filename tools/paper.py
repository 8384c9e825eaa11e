"""Paper, read back by programs that we did not write: what a test cannot carry.

    python3 dev.py paper [--axe axe.min.js] [--quick]

Prints an article, a week, two texts in large print, a made-up sheet for an appointment and
(without --quick) the whole library, as HTML and as PDF, into build/paper, and then:

- pdfinfo, pdffonts, pdftotext: tagged, titled, of the right size, every font inside, the words
  in order; pdftoppm makes a picture of every page, to be looked at;
- headless Chromium prints each HTML to PDF, takes a picture of it at the width of a phone (390
  pixels) and says whether anything is wider; with --axe, axe-core looks for what hinders a
  screen reader (npm pack axe-core; the file is package/axe.min.js);
- the cost of one HTML and one PDF as ratios to `python -c pass`, medians of whole processes;
  seconds and the highest memory of the whole library.

Debian: apt-get install poppler-utils chromium. Ends with 1 when something is not as it should be.
"""

import argparse
import html
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.speed import DAY, LAUNCHER, environment, measure  # noqa: E402

MADE = ROOT / "build" / "paper"
ARTICLE = "cervical-insufficiency"
DOCUMENTS = {
    "article": ["print", ARTICLE, "--paper", "a4"],
    "week": ["print", "--week", "20", "--paper", "letter"],
    "large": ["print", "hospital-bag", ARTICLE, "--large", "--paper", "a4"],
    "visit": ["visit", "--yes", "--paper", "a4", *DAY],
    "visit-large": ["visit", "--yes", "--large", "--paper", "letter", *DAY],
}
# What was logged before the sheet is made: a made-up person.
BEFORE = [
    ["due", "2027-04-11", "--country", "GB", "--no-input", *DAY],
    *(
        ["log", kind, value.format(n), "--at", f"2026-11-{8 + n:02} 08:00", "--yes", *DAY]
        for n in range(8)
        for kind, value in (("weight", "65.{}kg"), ("bp", "11{0}/7{0}"), ("symptom", "Ache {}"))
    ),
    ["visit", "ask", "Can I fly in March?", *DAY],
]
HEADS = {
    "article": (
        "Key takeaways",
        "When to get help",
        "Frequently asked questions",
        "Sources",
        "Read next",
    ),
    "visit": ("Dates", "My questions", "Weight in kg", "Blood pressure in mmHg", "Space to write"),
}
GOALS = {"html": 13.0, "pdf": 25.0}
WHOLE = (30.0, 500.0)  # seconds, megabytes
PHONE = 390
ROUNDS = 11
CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--allow-file-access-from-files",
)  # fmt: skip
# The page stands in a frame of a phone's width: a window of Chromium cannot be so narrow.
FRAME = """<!DOCTYPE html><html lang="en"><head><title>frame</title></head>
<body style="margin:0"><iframe id="f" title="page" style="border:0;width:{width}px;height:4000px"
srcdoc="{page}"></iframe><script>
document.getElementById("f").addEventListener("load", async function () {{
  const page = this.contentWindow, found = {{wide: page.document.documentElement.scrollWidth}};
  if (page.axe) found.violations = (await page.axe.run()).violations.map(v => v.id);
  document.title = "found" + JSON.stringify(found);
}});</script></body></html>"""


class Report:
    """What was looked at, and whether all of it was as it should be."""

    def __init__(self) -> None:
        self.wrong = 0

    def line(self, what: str, fine: bool, shown: object) -> None:
        """Print a line; one that is not as it should be counts."""
        self.wrong += not fine
        print(f"{'ok   ' if fine else 'WRONG'}  {what}: {shown}")


def run(*command: str) -> str:
    """Return what a program said; its warnings do not matter here."""
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=MADE)
    return done.stdout


def printed(launcher: Path, env: dict[str, str], name: str, words: Sequence[str], to: str) -> Path:
    path = MADE / f"{name}.{to}"
    command = [sys.executable, str(launcher), *words, "--to", to, "-o", str(path)]
    subprocess.run([*command, "--force"], check=True, env=env, stderr=subprocess.DEVNULL)
    return path


def look_at_pdf(report: Report, path: Path, paper: str) -> None:
    """Hold a PDF against poppler."""
    info = dict(re.findall(r"^([^:\n]+): +(.*)$", run("pdfinfo", str(path)), re.MULTILINE))
    size = {"a4": "(A4)", "letter": "(letter)"}[paper]
    known = f"{info['Pages']} pages, {info['Page size']}, tagged {info['Tagged']}"
    fine = info["Tagged"] == "yes" and size in info["Page size"] and bool(info["Title"])
    report.line(f"{path.name} pdfinfo", fine and info["JavaScript"] == "no", known)
    fonts = [line.split() for line in run("pdffonts", str(path)).splitlines()[2:]]
    inside = all(row[-5] == "yes" for row in fonts)  # emb sub uni object ID
    report.line(f"{path.name} pdffonts", bool(fonts) and inside, f"{len(fonts)} fonts, all inside")
    words = run("pdftotext", str(path), "-")
    pages = words.rstrip("\f").split("\f")
    total = info["Pages"]
    every = all(f"{n}/{total}" in "".join(page.split()) for n, page in enumerate(pages, 1))
    report.line(f"{path.name} pdftotext", every, "every page with its number")
    if path.stem in HEADS:
        places = [words.find(head) for head in HEADS[path.stem]]
        in_order = -1 not in places and places == sorted(places)
        report.line(f"{path.name} pdftotext", in_order, "the headings in order")
    run("pdftoppm", "-r", "60", "-png", str(path), path.stem)


def log_before(launcher: Path, env: dict[str, str]) -> None:
    for words in BEFORE:
        command = [sys.executable, str(launcher), *words]
        subprocess.run(command, check=True, env=env, capture_output=True, stdin=subprocess.DEVNULL)


def chromium(folder: str, *more: str) -> str:
    return run(*CHROMIUM, f"--user-data-dir={folder}", *more)


def look_at_html(report: Report, path: Path, folder: str, axe: Path | None) -> None:
    """Hold an HTML file against Chromium, at the width of a phone and on paper."""
    pdf = MADE / f"{path.stem}-chromium.pdf"
    chromium(folder, f"--print-to-pdf={pdf}", "--no-pdf-header-footer", path.as_uri())
    pages = re.search(r"Pages: +(\d+)", run("pdfinfo", str(pdf)))
    report.line(f"{path.name} on paper", bool(pages), f"{pages[1] if pages else 0} pages")
    run("pdftoppm", "-r", "60", "-png", str(pdf), pdf.stem)
    page = path.read_text(encoding="utf-8")
    if axe:
        script = axe.read_text(encoding="utf-8")
        page = page.replace("</body>", f"<script>{script}</script></body>")
    frame = MADE / f"{path.stem}-phone.html"
    framed = FRAME.format(width=PHONE, page=html.escape(page))
    frame.write_text(framed, encoding="utf-8")
    shown = chromium(folder, "--dump-dom", "--virtual-time-budget=60000", frame.as_uri())
    said = re.search(r"<title>found(\{.*?\})</title>", shown)
    found = json.loads(html.unescape(said[1])) if said else {"wide": 0}
    report.line(f"{path.name} on a phone", found["wide"] == PHONE, f"{found['wide']} pixels wide")
    if axe:
        bad = found.get("violations", ["axe did not answer"])
        report.line(f"{path.name} axe-core", not bad, bad or "no violation")
    picture = f"--screenshot={MADE / path.stem}-phone.png"
    chromium(folder, f"--window-size={PHONE + 110},4000", picture, frame.as_uri())
    frame.unlink()


def costs(report: Report, launcher: Path, env: dict[str, str]) -> None:
    """Measure one HTML and one PDF against a start of Python."""
    command = [sys.executable, str(launcher), "print", ARTICLE, "-o", "-", "--to"]
    rows = {"pass": [sys.executable, "-c", "pass"]} | {to: [*command, to] for to in GOALS}
    seconds: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(ROUNDS):
        for name, row in rows.items():
            seconds[name].append(measure(row, env, MADE).seconds)
    floor = statistics.median(seconds["pass"])
    for to, goal in GOALS.items():
        ratio = statistics.median(seconds[to]) / floor
        report.line(f"one {to}", ratio <= goal, f"{ratio:.1f} x python -c pass, at most {goal:g}")


def whole_library(report: Report, launcher: Path, env: dict[str, str]) -> None:
    """Measure the whole library as one PDF."""
    start = [sys.executable, str(launcher)]
    listed = subprocess.run(
        [*start, "list", "--slugs"], env=env, capture_output=True, text=True, check=True
    )
    slugs = listed.stdout.split()
    target = str(MADE / "library.pdf")
    done = measure([*start, "print", *slugs, "-o", target, "--force"], env, MADE)
    fine = done.code == 0 and done.seconds <= WHOLE[0] and done.megabytes <= WHOLE[1]
    shown = f"{len(slugs)} articles, {done.seconds:.1f} s, {done.megabytes:.0f} MB"
    report.line("the whole library", fine, f"{shown}, at most {WHOLE[0]:g} s and {WHOLE[1]:g} MB")


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py paper", description=__doc__)
    parser.add_argument("--axe", type=Path, help="axe.min.js of the npm package axe-core")
    parser.add_argument("--quick", action="store_true", help="neither costs nor the whole library")
    asked = parser.parse_args()
    missing = [name for name in ("pdfinfo", "pdftoppm", "chromium") if not shutil.which(name)]
    if missing:
        sys.exit(f"paper: not installed here: {', '.join(missing)}")
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir(parents=True)
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        launcher = Path(folder) / "launcher.py"
        launcher.write_text(f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{LAUNCHER}")
        env = environment(Path(folder))
        log_before(launcher, env)
        for name, words in DOCUMENTS.items():
            paper = words[words.index("--paper") + 1]
            look_at_pdf(report, printed(launcher, env, name, words, "pdf"), paper)
            page = printed(launcher, env, name, words, "html")
            look_at_html(report, page, f"{folder}/chromium", asked.axe)
        if not asked.quick:
            costs(report, launcher, env)
            whole_library(report, launcher, env)
    print(f"Pages to look at: {MADE}")
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
