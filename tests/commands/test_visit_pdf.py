"""amma visit --to pdf, read back; on which paper, to where, and what is said without typst."""

import base64
import io
import re
import stat
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from amma_cli.errors import Failed, Usage
from tests import program
from tests.inside import Amma
from tests.program import DUE, TODAY
from tests.terminal import Key, in_terminal
from tests.view.pages_made import squeezed
from tests.view.pdf_read import bookmarks, colors, fonts_inside, opened, pages, read, tags_of

ON = ("--on", "2026-11-22")
HERS = ("11 April", "2027", "20 weeks", "(20+0)", "your clinic", "Due date")
LONG = "supercalifragilistic" * 12


@pytest.fixture
def small(tmp_path: Path, frozen_library: Path) -> Amma:
    """Dates, a question, one reading: what fits on one page."""
    amma = Amma(tmp_path / "home", frozen_library)
    amma("due", "2027-04-11", "--country", "GB", *ON)
    amma("log", "bp", "118/74", "--at", "2026-11-15 08:10", *ON)
    amma("visit", "ask", "May I swim?", *ON)
    return amma


@pytest.fixture
def full(small: Amma) -> Amma:
    for n in range(20):
        at = f"2026-11-{n + 1:02} 08:00"
        small("log", "weight", f"{65 + n / 10:.1f}kg", "--at", at, "--yes", *ON)
        small("log", "symptom", f"Ache {n} of the back on stairs", "--at", at, *ON)
        small("log", "medicine", f"Iron {n} mg", "--at", at, *ON)
        small("log", "appointment", f"Visit {n}", "--at", f"2026-12-{n + 1:02} 09:00", *ON)
    small("log", "symptom", f"{LONG} and on", "--at", "2026-11-21 09:00", *ON)
    return small


def made(amma: Amma, *words: str, on: str = "2026-11-22") -> bytes:
    record = amma("visit", "--to", "pdf", "-o", "-", "--json", *words, "--on", on).record
    return base64.b64decode(record["document"])


def levels(document: bytes) -> list[str]:
    return [tag for tag, _ in tags_of(document) if re.fullmatch(r"/H\d", tag)]


def test_a_small_sheet_is_one_page_with_its_words_in_order(small: Amma) -> None:
    document = made(small)
    (page,) = pages(document)
    words, at = squeezed(page), 0
    for part in ("For my appointment", "22 November 2026", "Dates", "Sunday, 11 April 2027",
                 "20 weeks (20+0)", "My questions", "May I swim?", "Blood pressure", "Day",
                 "2026-11-15 08:10", "19+0", "118/74 mmHg", "Space to write", "What was said",
                 "Logged at home", "1 / 1"):  # fmt: skip
        at = words.index(squeezed(part), at)


def test_it_is_tagged_titled_and_its_bookmarks_are_the_parts(small: Amma) -> None:
    document = made(small)
    pdf = opened(document)
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.docinfo.Title) == "For my appointment"
    metadata = pdf.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1<" in metadata
    assert b"Date>" not in metadata
    assert "/CreationDate" not in pdf.docinfo
    assert levels(document) == ["/H1", "/H2", "/H2", "/H2"]
    parts = ["For my appointment", "Dates", "My questions", "Blood pressure"]
    assert bookmarks(document) == parts
    assert {"/L", "/LI", "/Table", "/TH", "/TD", "/Figure"} <= {tag for tag, _ in tags_of(document)}
    assert all(fonts_inside(document))


def test_three_values_are_drawn_in_black_and_stand_in_the_table_below(full: Amma) -> None:
    document = made(full, "--only", "weight")
    figures = [alt for tag, alt in tags_of(document) if tag == "/Figure"]
    assert figures == ["Weight in kg, by week of pregnancy: weight"]
    assert "66.9 kg" in read(document)
    assert colors(document) == {0.0}
    assert made(full, "--only", "weight") == document


def test_what_is_left_out_is_nowhere_in_the_file(full: Amma) -> None:
    document = made(full, "--without", "dating", "--without", "weight")
    with pikepdf.open(io.BytesIO(document)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode("utf-8")
    words = "\n".join((read(document), metadata, *bookmarks(document)))
    assert [mark for mark in HERS if mark in re.sub(r"22 November 2026", "", words)] == []
    assert "65.4" not in words
    assert "118/74" in words


def test_a_table_over_several_pages_has_its_head_on_each(full: Amma) -> None:
    document = made(full, "--only", "symptoms", "--only", "weight", "--large")
    found = [page for page in pages(document) if "Ache" in page]
    assert len(found) > 1
    assert all(re.search(r"Day\s+Week\s+What", page) for page in found)


@pytest.mark.parametrize("options", [(), ("--large",), ("--paper", "letter")])
def test_a_word_that_no_line_could_hold_is_broken(full: Amma, options: tuple[str, ...]) -> None:
    words = read(made(full, *options))
    assert LONG in "".join(words.split())
    assert max(map(len, words.split())) < 90  # so many small letters are as wide as the page


def test_paper_and_large_print(small: Amma) -> None:
    a4, letter = (
        PdfReader(io.BytesIO(made(small, *options))).pages[0].mediabox
        for options in ((), ("--paper", "letter"))
    )
    # ISO 216: A4 is 210 by 297 mm; ANSI A: 8.5 by 11 inches
    assert [round(float(v) / 72 * 25.4) for v in a4[2:]] == [210, 297]
    assert [float(v) / 72 for v in letter[2:]] == [8.5, 11.0]
    sizes: list[float] = []
    page = PdfReader(io.BytesIO(made(small, "--large"))).pages[0]
    page.extract_text(
        visitor_text=lambda w, c, t, f, size: sizes.append(size * abs(t[0]) if w.strip() else 18)
    )
    assert min(sizes) >= 18
    html = small("visit", "--large", "--paper", "letter", *ON).out
    assert "font: 18pt" in html
    assert "@page { size: letter;" in html


def test_forms_without_pages_take_no_paper(small: Amma) -> None:
    for words in (("--to", "md", "--large"), ("-o", "x.txt", "--paper", "a4")):
        with pytest.raises(Usage, match="has no pages"):
            small("visit", *words, *ON)
    with pytest.raises(Usage, match="a4 or letter"):
        small("visit", "--paper", "a3", *ON)
    with pytest.raises(Usage, match="html, md, txt or pdf"):
        small("visit", "--to", "docx", *ON)


def test_the_record_holds_it_as_base64_or_says_where_it_is(small: Amma, tmp_path: Path) -> None:
    record = small("visit", "--to", "pdf", "--large", "--json", *ON).record
    assert (record["to"], record["paper"], record["large"]) == ("pdf", None, True)
    assert (record["encoding"], record["path"]) == ("base64", None)
    path = str(tmp_path / "x.pdf")
    record = small("visit", "-o", path, "--paper", "A4", "--json", *ON).record
    assert (record["to"], record["paper"], record["path"]) == ("pdf", "a4", path)
    assert "document" not in record


def test_the_file_is_hers_alone_and_what_is_there_is_kept(small: Amma, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    said = small("visit", "-o", str(path), *ON).err
    assert "Blood pressure (1 entry)" in said  # shown before it is written
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    with pytest.raises(Failed):
        small("visit", "-o", str(path), "--without", "dating", *ON)
    assert path.read_bytes() == before == made(small)


def test_a_pdf_is_not_written_into_a_terminal(small: Amma) -> None:
    with pytest.raises(Usage):
        small("visit", "--to", "pdf", "-o", "-", "--yes", *ON, terminal=True)


@pytest.mark.parametrize(
    ("after", "there", "absent"),
    [
        ("nothing", ["Space to write", "Nothing was logged"], ["Dates", "Week"]),
        ("born", ["Born", "12 April 2027", "71.4 kg", "by day"], ["On 22 April", "weeks"]),
        ("end", ["71.4 kg", "2027-04-18", "by day"], ["11 April", "eek", "Due", "Born"]),
    ],
)  # fmt: skip
def test_every_stage_has_its_sheet(
    tmp_path: Path, frozen_library: Path, after: str, there: list[str], absent: list[str]
) -> None:
    amma, day = Amma(tmp_path, frozen_library), "2027-04-22"
    if after != "nothing":
        amma("due", "2027-04-11", "--country", "GB", *ON)
        for n in range(5):
            at = f"2027-04-{10 + 2 * n} 08:00"
            amma("log", "weight", f"7{1 + n / 10}kg", "--at", at, "--yes", "--on", day)
        calls: dict[str, list[str]] = {"born": ["born", "2027-04-12"], "end": ["end"]}
        amma(*calls[after], "--on", day)
    words = " ".join(read(made(amma, on=day)).split())
    assert [part for part in there if part not in words] == []
    body = words.partition("What was logged")[2]
    assert [part for part in absent if part in body] == []


# In whole processes, and in a real terminal


@pytest.fixture
def process(tmp_path: Path, frozen_library: Path) -> program.Amma:
    folder = tmp_path / "process"
    folder.mkdir()
    amma = program.Amma(folder, frozen_library)
    assert amma("due", DUE, "--on", TODAY, "--no-input").code == 0
    assert amma("log", "symptom", "Backache", "--on", TODAY).code == 0
    return amma


def test_a_pipe_gets_the_bytes_of_the_file(process: program.Amma) -> None:
    piped = process("visit", "--to", "pdf", "--on", TODAY)
    assert (piped.code, piped.stderr) == (0, b"")
    assert process("visit", "-o", "x.pdf", "--on", TODAY).code == 0
    assert (process.folder / "x.pdf").read_bytes() == piped.stdout
    assert piped.stdout.startswith(b"%PDF-1.7")


def without_typst(process: program.Amma) -> dict[str, str]:
    missing = process.folder / "missing"
    missing.mkdir()
    (missing / "typst.py").write_text("raise ImportError('not installed')", encoding="utf-8")
    return {"PYTHONPATH": f"{missing}:{process.env['PYTHONPATH']}"}


def test_without_the_extra_it_says_what_to_install_and_offers_html(process: program.Amma) -> None:
    done = process("visit", "-o", "x.pdf", "--on", TODAY, env=without_typst(process))
    assert (done.code, done.out) == (1, "")
    assert "pipx inject amma-cli typst" in done.err
    assert "--to html" in done.err
    assert list(process.folder.glob("*x.pdf*")) == []


def in_a_terminal(process: program.Amma, keys: list[Key]) -> Any:
    return in_terminal(process, "visit", "--to", "pdf", "--no-pager", "--on", TODAY, keys=keys)


def test_without_the_extra_nothing_is_asked_first(process: program.Amma) -> None:
    process.env |= without_typst(process)
    seen = in_a_terminal(process, [])
    assert seen.code == 1, seen.text
    assert "pipx inject" in " ".join(seen.text.split())
    assert "leave out" not in seen.text


def test_parts_are_unticked_and_the_sheet_is_seen_before_it_is_written(
    process: program.Amma,
) -> None:
    keys = [Key("leave out", b"1\n"), Key("Write this", b"yes\n")]
    seen = in_a_terminal(process, keys)
    assert seen.code == 0, seen.text
    sheet, _, end = seen.text.partition("leave out")[2].partition("Write this")
    assert "Backache" in sheet
    assert "visit.pdf" in end
    words = read((process.folder / "visit.pdf").read_bytes())
    assert "Backache" in words
    assert "Due date" not in words
