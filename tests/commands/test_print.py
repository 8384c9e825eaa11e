"""amma print: what goes on paper, in which form, and that nothing of hers ever does."""

import base64
import io
import itertools
import re
import signal
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from amma_cli.errors import Failed, NoProfile, NotFound, Usage
from tests import program
from tests.inside import Amma

DAY = ["--on", "2026-11-25"]  # 20+3 by a due date of 11 April 2027
FORMS = ["html", "md", "txt", "pdf"]
CALLS = {
    "one": ["short-cervix"],
    "several": ["short-cervix", "hospital-bag", "weak", "cervix"],
    "week": ["--week", "20"],
    "topic": ["--topic", "complications"],
}
PHONE = "01632 960777"
HERS = (
    "01632", "960777", "2027", "11 April", "Apr 11", "11.04", "20+3", "137 days", "61", "183",
    "Rosalind", "Marked", "fragmin", "140/95", "diabetes", "Kept for me",
)  # fmt: skip


def marked(home: Path, library: Path) -> Amma:
    """A profile and a journal in which everything that can be stored is stored and known again."""
    amma = Amma(home, library)
    for words in (
        ["due", "2027-04-11", "--country", "GB", "--force"],
        ["settings", "unit-phone", PHONE],
        ["checkin", "--note", "Kept for me: Rosalind Marked"],
        ["log", "question", "Is Rosalind Marked on the list?"],
        ["log", "bp", "140/95", "--yes", "--note", "Rosalind"],
        ["log", "weight", "61.7kg", "--yes"],
        ["log", "note", "fragmin"],
        ["about-me", "diabetes", "yes"],
        ["about-me", "--height", "183cm", "--start-weight", "61kg"],
    ):
        amma(*words, *DAY)
    return amma


@pytest.fixture
def hers(tmp_path: Path, frozen_library: Path) -> Amma:
    return marked(tmp_path / "hers", frozen_library)


@pytest.fixture
def anybody(tmp_path: Path, frozen_library: Path) -> Amma:
    """Somebody in the same country who has stored nothing else."""
    amma = Amma(tmp_path / "anybody", frozen_library)
    amma("settings", "country", "GB")
    return amma


def printed(amma: Amma, *words: str) -> Any:
    return amma("print", *words, *DAY, "-o", "-", "--json").record


def words_of(record: Any) -> str:
    """Everything that a document says, a PDF's bookmarks and metadata too."""
    if record.get("encoding") != "base64":
        return str(record["document"])
    document = base64.b64decode(record["document"])
    reader = PdfReader(io.BytesIO(document))
    with pikepdf.open(io.BytesIO(document)) as opened:
        metadata = opened.Root.Metadata.read_bytes().decode("utf-8")
    pages = [page.extract_text() for page in reader.pages]
    return "\n".join([*pages, str(reader.metadata), metadata, str(reader.outline)])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("call", CALLS.values(), ids=list(CALLS))
def test_what_she_prints_is_to_the_byte_what_anybody_in_her_country_prints(
    hers: Amma, anybody: Amma, call: list[str], form: str
) -> None:
    assert printed(hers, *call, "--to", form) == printed(anybody, *call, "--to", form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("call", [*CALLS.values(), ["--ahead"]], ids=[*CALLS, "ahead"])
def test_nothing_of_hers_stands_on_paper(hers: Amma, call: list[str], form: str) -> None:
    before = words_of(printed(hers, *call, "--to", form))
    bare = re.sub(r"https?://\S+|id=\S+|\S*InstanceID\S*|\S*DocumentID\S*", "", before)
    found = [mark for mark in HERS if re.search(rf"(?<!\d){re.escape(mark)}(?!\d)", bare)]
    assert found == []
    assert "999" in before  # whom to call does stand there


def test_the_weeks_ahead_are_those_after_hers(hers: Amma) -> None:
    record = printed(hers, "--ahead", "--to", "txt")
    assert record["guides"] == [21, 22, 23]
    assert "Weeks 21 to 23" in record["document"]
    late = hers("print", "--ahead", "-o", "-", "--json", "--on", "2027-04-12").record
    assert late["guides"] == [41, 42]
    with pytest.raises(NotFound):
        hers("print", "--ahead", "-o", "-", "--on", "2027-04-26")


def test_the_weeks_ahead_need_a_due_date(anybody: Amma) -> None:
    with pytest.raises(NoProfile):
        anybody("print", "--ahead", "-o", "-")


def test_after_an_end_no_weeks_are_ahead(hers: Amma) -> None:
    hers("end", "--on", "2026-11-25")
    with pytest.raises(NotFound) as refused:
        hers("print", "--ahead", "-o", "-", *DAY)
    assert not re.search(r"week \d|\d+\+\d", refused.value.say + refused.value.hint)


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        (["short-cervix"], ["short-cervix"]),
        (["weak", "cervix"], ["cervical-insufficiency"]),
        (["hospital-bag", "short-cervix"], ["hospital-bag", "short-cervix"]),
        (["weak", "cervix", "hospital-bag"], ["cervical-insufficiency", "hospital-bag"]),
        (["hospital-bag", "weak", "cervix"], ["hospital-bag", "cervical-insufficiency"]),
        (["hospital-bag", "hospital-bag"], ["hospital-bag"]),
    ],
)
def test_articles_are_named_one_after_the_other(
    anybody: Amma, words: list[str], slugs: list[str]
) -> None:
    record = printed(anybody, *words)
    assert record["articles"] == slugs
    assert record["article"] == (slugs[0] if len(slugs) == 1 else None)


def test_a_name_that_is_none_is_refused_and_nothing_is_printed(anybody: Amma) -> None:
    with pytest.raises(NotFound) as refused:
        anybody("print", "hospital-bag", "short-cervx", "-o", "-")
    assert "short-cervx" in refused.value.say
    assert "short-cervix" in refused.value.hint


def test_a_week_holds_its_guide_and_its_articles_with_one_list_of_sources(anybody: Amma) -> None:
    record = printed(anybody, "--week", "20", "--to", "html")
    page = record["document"]
    assert record["guides"] == [20]
    assert record["articles"]
    for name in ("week-20", *record["articles"], "sources"):
        assert f'class="chapter" id="{name}"' in page
        assert f'<a href="#{name}">' in page
    cited = set(re.findall(r'href="#source-(\d+)"', page))
    listed = re.findall(r'id="source-(\d+)"', page)
    assert cited <= set(listed)
    assert len(listed) == len(set(listed))
    addresses = re.findall(r'class="address" href="([^"]+)"', page)
    assert len(addresses) == len(set(addresses))


def headings(page: str) -> list[int]:
    return [int(level) for level in re.findall(r"<h(\d)", page)]


@pytest.mark.parametrize("call", CALLS.values(), ids=list(CALLS))
def test_html_has_one_first_heading_leaves_no_level_out_and_names_its_language(
    anybody: Amma, call: list[str]
) -> None:
    page = printed(anybody, *call)["document"]
    levels = headings(page)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(low <= high + 1 for high, low in itertools.pairwise(levels))
    assert '<html lang="en">' in page
    assert re.search("<title>[^<]+</title>", page)
    assert page.count("<main>") == 1
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(names)
    colors = set(re.findall(r"#[0-9a-f]{3,6}\b(?=[;\s}])", page.split("</style>")[0]))
    assert colors <= {"#000", "#fff"}


@pytest.mark.parametrize(
    ("options", "size"),
    [([], "auto"), (["--paper", "a4"], "A4"), (["--paper", "Letter"], "letter")],
)
def test_html_says_which_paper(anybody: Amma, options: list[str], size: str) -> None:
    assert f"@page {{ size: {size};" in printed(anybody, "short-cervix", *options)["document"]


def test_large_print_is_large(anybody: Amma) -> None:
    assert "font: 18pt" in printed(anybody, "short-cervix", "--large")["document"]
    assert "font: 18pt" not in printed(anybody, "short-cervix")["document"]


def test_a_pdf_is_not_written_into_a_terminal(anybody: Amma) -> None:
    with pytest.raises(Usage):
        anybody("print", "short-cervix", "--to", "pdf", "-o", "-", terminal=True)


def test_a_file_that_is_there_is_kept(
    anybody: Amma, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = tmp_path / "short-cervix.pdf"
    kept.write_bytes(b"mine")
    with pytest.raises(Failed):
        anybody("print", "short-cervix", "--to", "pdf", terminal=True)
    assert kept.read_bytes() == b"mine"
    anybody("print", "short-cervix", "--to", "pdf", "--force", terminal=True)
    assert kept.read_bytes().startswith(b"%PDF-1.7")


def process(folder: Path, library: Path) -> program.Amma:
    folder.mkdir()
    return program.Amma(folder, library)


def test_a_pdf_to_stdout_is_the_pdf_of_a_file(tmp_path: Path, frozen_library: Path) -> None:
    amma = process(tmp_path / "a", frozen_library)
    shown = amma("print", "short-cervix", "--to", "pdf", "-o", "-")
    assert (shown.code, shown.stderr) == (0, b"")
    assert amma("print", "short-cervix", "-o", "x.pdf").code == 0
    assert (amma.folder / "x.pdf").read_bytes() == shown.stdout


def test_without_the_extra_it_says_what_to_install_and_writes_nothing(
    tmp_path: Path, frozen_library: Path
) -> None:
    amma = process(tmp_path / "a", frozen_library)
    missing = tmp_path / "missing"
    missing.mkdir()
    (missing / "typst.py").write_text("raise ImportError('not installed')", encoding="utf-8")
    path = f"{missing}:{amma.env['PYTHONPATH']}"
    done = amma("print", "short-cervix", "-o", "x.pdf", env={"PYTHONPATH": path})
    assert (done.code, done.out) == (1, "")
    assert "pipx inject amma-cli typst" in done.err
    assert "--to html" in done.err
    assert list(amma.folder.glob("*x.pdf*")) == []


def test_long_work_says_so_and_an_interrupt_leaves_no_file(
    tmp_path: Path, real_library: Path
) -> None:
    amma = process(tmp_path / "a", real_library)
    slugs = amma("list", "--slugs").out.split()
    running = subprocess.Popen(
        amma.command("print", *slugs, "-o", "all.pdf"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=amma.environment(), cwd=amma.folder,
    )  # fmt: skip
    assert running.stderr is not None
    said = running.stderr.readline().decode("utf-8")
    assert f"{len(slugs)} texts" in said
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert (out, b"Traceback" in err) == (b"", False)
    assert [path.name for path in amma.folder.iterdir() if "all" in path.name] == []
