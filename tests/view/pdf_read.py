"""A PDF read back: its words and bookmarks by pypdf, its tags and fonts by pikepdf."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pypdf import PdfReader


def pages(document: bytes) -> list[str]:
    """The words of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(document)).pages]


def read(document: bytes) -> str:
    """All words, page after page."""
    return "\n".join(pages(document))


def opened(document: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(document))


def tags(node: Any) -> Iterator[tuple[str, str]]:
    """Every structure element in reading order, with its alternative text."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from tags(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S), str(node.get("/Alt", ""))
        if "/K" in node:
            yield from tags(node.K)


def tags_of(document: bytes) -> list[tuple[str, str]]:
    with opened(document) as pdf:
        return list(tags(pdf.Root.StructTreeRoot.K))


def bookmarks(document: bytes) -> list[str]:
    def titles(outline: Any) -> Iterator[str]:
        for item in outline:
            if isinstance(item, list):
                yield from titles(item)
            else:
                yield str(item.title)

    return list(titles(PdfReader(io.BytesIO(document)).outline))


def fonts_inside(document: bytes) -> list[bool]:
    """Whether each font is in the file."""
    with opened(document) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)
                 and o.get("/Type") == "/FontDescriptor"]  # fmt: skip
        return ["/FontFile2" in font or "/FontFile3" in font for font in fonts]


def colors(document: bytes) -> set[float]:
    """Every part of a color that is set on a page or in a drawing of it."""
    pdf = opened(document)
    forms = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)
             and o.get("/Subtype") == "/Form"]  # fmt: skip
    found = set()
    for stream in [*(page.obj for page in pdf.pages), *forms]:
        for part in pikepdf.parse_content_stream(stream):
            if str(part.operator) in {"g", "G", "rg", "RG", "sc", "SC", "scn", "SCN", "k", "K"}:
                found |= {float(v) for v in part.operands if not isinstance(v, pikepdf.Name)}
    return found
