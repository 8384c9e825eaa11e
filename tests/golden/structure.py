"""The structure of an HTML document: its tags, one a line, without its words."""

from html.parser import HTMLParser

VOID = {"meta", "br", "link", "hr", "img"}
KEPT = ("lang", "charset", "name", "class", "id", "value", "scope", "href")


class Outline(HTMLParser):
    """Collects opening tags, indented by depth; `problems` are tags that do not close in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.lines: list[str] = []
        self.problems: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shown = "".join(f" {key}={value}" for key, value in attrs if key in KEPT)
        self.lines.append("  " * len(self.open) + tag + shown)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "title" not in self.open:
            self.words.append(data)


def outline_of(document: str) -> Outline:
    """Read a document; tags left open become problems."""
    outline = Outline()
    outline.feed(document)
    outline.close()
    outline.problems.extend(f"<{tag}> is left open" for tag in outline.open)
    return outline


def structure_of(document: str) -> str:
    """Return the tags of a document, one a line."""
    return "\n".join(outline_of(document).lines) + "\n"
