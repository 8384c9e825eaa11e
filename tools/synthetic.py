"""Make a library of many articles: the real content, and varied ones made from its words.

    python tools/synthetic.py COUNT library.db

The same count and content give the same library. For speed alone: the texts mean nothing,
and are a third as long as real ones, so that 100,000 still fit into one gigabyte.
"""

import random
import re
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORD = re.compile(r"[A-Za-z]{2,}")
BODY = re.compile(r"\A\+\+\+\n.*?\n\+\+\+\n", flags=re.DOTALL)
HELP = {
    "emergency": "Call the emergency number now",
    "urgent": "Call your maternity unit now, day or night",
    "soon": "Call within 24 hours",
    "mention": "Mention at the next visit",
}
QUESTIONS = ["What is", "How common is", "What helps with", "What to ask about", "Why it is"]


class Writer:
    """Writes articles from the words of the real ones, common words oftener."""

    def __init__(self, content: Path) -> None:
        self.articles = content / "en" / "articles"
        real = sorted(self.articles.glob("*/*.md"))
        self.real = len(real)
        self.topics = sorted({path.parent.name for path in real})
        texts = [BODY.sub("", path.read_text(encoding="utf-8")) for path in real]
        plain = [re.sub(r"\[[@!][^\]]*\]|\([^)]*\)|[#*]", " ", text) for text in texts]
        self.words = [word.lower() for text in plain for word in WORD.findall(text)]
        self.sources = sorted(tomllib.loads((content / "sources.toml").read_text("utf-8")))
        self.signs = signs(tomllib.loads((content / "en" / "safety.toml").read_text("utf-8")))

    def write(self, number: int) -> None:
        chance = random.Random(number)
        topic = self.topics[number % len(self.topics)]
        parts = [self.front(chance, number, topic), self.help(chance)]
        for question in chance.sample(QUESTIONS, chance.randint(2, 3)):
            parts.append(f"## {question} {self.some(chance, 2)}?\n")
            parts += [self.paragraph(chance) for _ in range(chance.randint(1, 2))]
        parts.append("## Frequently asked questions\n")
        for start in ("Can", "Should"):
            parts.append(f"### {start} {self.some(chance, 4)}?\n")
            parts.append(self.paragraph(chance))
        path = self.articles / topic / f"{slug(number)}.md"
        path.write_text("\n".join(parts), encoding="utf-8")

    def some(self, chance: random.Random, count: int) -> str:
        return " ".join(chance.choices(self.words, k=count))

    def sentence(self, chance: random.Random) -> str:
        return self.some(chance, chance.randint(7, 16)).capitalize()

    def paragraph(self, chance: random.Random) -> str:
        said = [self.sentence(chance) + "." for _ in range(chance.randint(1, 3))]
        cited = f"{self.sentence(chance)} [@{chance.choice(self.sources)}]."
        return " ".join([*said, cited]) + "\n"

    def front(self, chance: random.Random, number: int, topic: str) -> str:
        first = chance.randint(0, 34)
        last = min(42, first + chance.randint(2, 16))
        aliases = [f"{self.some(chance, 2)} {number}x{n}" for n in range(4)]
        related = [slug(max(1, number - step)) for step in (1, 2) if number > step]
        takeaways = [f"{self.sentence(chance)}." for _ in range(4)]
        lines = [
            "+++",
            f'title = "{self.some(chance, 4).capitalize()} {number}?"',
            f'topic = "{topic}"',
            f"weeks = [{first}, {last}]",
            f"aliases = {quoted(aliases)}",
            f"related = {quoted(related or ['cervical-insufficiency'])}",
            "for = []",
            f'summary = "{self.sentence(chance)}. {self.sentence(chance)}."',
            f"takeaways = {quoted(takeaways)}",
            "asked = []",
            "written = 2026-11-22",
            "checked = 2026-11-22",
            "next_check = 2027-11-22",
            'review = "source-checked"',
            "+++",
        ]
        return "\n".join(lines)

    def help(self, chance: random.Random) -> str:
        lines = ["## When to get help"]
        for level, heading in HELP.items():
            if keys := self.signs.get(level):
                lines += [f"### {heading}", f"- {self.sentence(chance)}. [!{chance.choice(keys)}]"]
        return "\n".join([*lines, ""])


def slug(number: int) -> str:
    return f"synthetic-{number:06d}"


def quoted(texts: list[str]) -> str:
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


def signs(safety: dict[str, object]) -> dict[str, list[str]]:
    """Level -> keys of signs, whether signs are a list of tables or tables by key."""
    found: dict[str, set[str]] = {}
    for records in safety.values():
        if isinstance(records, dict):
            pairs = [(key, record) for key, record in records.items() if isinstance(record, dict)]
        elif isinstance(records, list):
            pairs = [(r.get("key"), r) for r in records if isinstance(r, dict)]
        else:
            continue
        for key, record in pairs:
            if isinstance(key, str) and isinstance(record.get("level"), str) and "weeks" in record:
                found.setdefault(record["level"], set()).add(key)
    return {level: sorted(keys) for level, keys in found.items()}


def main(count: int, out: Path) -> int:
    sys.path.insert(0, str(ROOT))
    from amma_cli.library.compile import compile_library

    with tempfile.TemporaryDirectory(prefix="amma-synthetic-") as folder:
        content = Path(folder) / "content"
        shutil.copytree(ROOT / "content", content)
        writer = Writer(content)
        for number in range(1, count - writer.real + 1):
            writer.write(number)
        part = out.with_name(f"part-{out.name}")
        part.parent.mkdir(parents=True, exist_ok=True)
        compile_library(content, part)
        part.replace(out)
        part.with_suffix(".version").unlink(missing_ok=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2])))
