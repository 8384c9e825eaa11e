"""Rules over "When to get help": H01 to H06, and with check_escalation H08 and H09."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from amma_cli.blocks import Bullets, Heading, Paragraph, Steps, Text, Urgency, plain
from amma_cli.domain.article import HELP_HEADINGS
from amma_cli.library.check_escalation import box_of, gaps
from amma_cli.library.parse import HELP, URGENCY_OF
from amma_cli.library.rules import Draft
from amma_cli.library.source_text import SIGN, Problem, without_signs

LEVELS = ("mention", "soon", "urgent", "emergency")
NEED_HELP = frozenset(("body", "complications", "medicines", "mind"))


class Bullet(NamedTuple):
    """A bullet of help, with the urgency of the heading that it stands under."""

    line: int
    urgency: Urgency
    words: str
    keys: tuple[str, ...]


def levels_of(safety: dict[str, Any]) -> dict[str, str]:
    """Return the level of every key that a bullet may end in."""
    tables = ("combination", "measure", "sign")  # a key of two tables has the level of its sign
    rows = [row for table in tables for row in safety.get(table, [])]
    return {row["key"]: row["level"] for row in rows if "key" in row and "level" in row}


def check_help(draft: Draft, safety: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with the help of an article that was parsed."""
    levels = levels_of(safety)
    bullets = list(_bullets(draft))
    if not bullets and draft.topic in NEED_HELP:
        message = f"no {HELP!r} in an article on {draft.topic}"
        yield draft.find("H05", 1, message, "say what needs a call")
    for bullet in bullets:
        yield from _bullet(draft, bullet, levels, safety)
    order = [LEVELS.index(b.urgency) for b in bullets]
    if order != sorted(order, reverse=True):
        yield draft.find("H04", bullets[0].line, "help headings out of order", "most urgent first")
    yield from _elsewhere(draft)
    yield from _escalations(draft, bullets, safety)


def _bullets(draft: Draft) -> Iterator[Bullet]:
    section = ""
    urgency: Urgency = "mention"
    for line, level, block in draft.pieces:
        if isinstance(block, Heading):
            section = plain(block.spans) if level == 2 else section
            urgency = URGENCY_OF.get(plain(block.spans), urgency) if level == 3 else urgency
        elif isinstance(block, Bullets) and section == HELP:
            for number, item in enumerate(block.items):
                words, keys = without_signs(item)
                yield Bullet(line + number, urgency, plain(words), keys)


def _bullet(
    draft: Draft, bullet: Bullet, levels: dict[str, str], safety: dict[str, Any]
) -> Iterator[Problem]:
    if not bullet.keys or not bullet.words.strip() or "[!" in bullet.words:
        yield draft.find(
            "H01", bullet.line, f"no sign key: {bullet.words[:50]!r}", "[!key-of-sign]"
        )
    elif not bullet.words.rstrip().endswith((".", "?", '"')):
        yield draft.find("H01", bullet.line, "the keys stand after the words", "words. [!key]")
    under = LEVELS.index(bullet.urgency)
    joined = any(bullet.urgency == level for level in _combined(bullet.keys, safety))
    for key in bullet.keys:
        if key not in levels:
            yield draft.find("H02", bullet.line, f"no sign {key!r} in safety.toml", "add it there")
            continue
        own = LEVELS.index(levels[key]) if levels[key] in LEVELS else under
        if under < own or (under > own + 1 and not joined):
            message = f"{key} is {levels[key]}, under {HELP_HEADINGS[bullet.urgency]!r}"
            yield draft.find("H03", bullet.line, message, "its own heading, or one higher")


def _combined(keys: tuple[str, ...], safety: dict[str, Any]) -> Iterator[str]:
    """Yield the levels of the combinations that the keys of one bullet make together."""
    for row in safety.get("combination", []):
        needs, some = row.get("all_signs", []), row.get("any_signs", [])
        least = row.get("min_any_signs", 0)
        readings, either = row.get("all_measures", []), row.get("any_measures", [])
        all_of = {*needs, *readings}
        others = set(keys) - all_of if "*" in some else set(keys) & set(some)
        read = not either or bool(set(keys) & set(either))
        if all_of <= set(keys) and len(others) >= least and read:
            yield row["level"]


def _escalations(draft: Draft, bullets: list[Bullet], safety: dict[str, Any]) -> Iterator[Problem]:
    box = box_of((b.line, b.urgency == "emergency", b.keys) for b in bullets)
    for gap in gaps(box, safety):
        message = f"{gap.named} stands lower, and no emergency bullet has {gap.missing}"
        yield draft.find(gap.code, gap.line, message, "say above when it is an emergency")


def _elsewhere(draft: Draft) -> Iterator[Problem]:
    section = ""
    for line, level, block in draft.pieces:
        texts: tuple[Text, ...] = ()
        if isinstance(block, Heading):
            section = plain(block.spans) if level == 2 else section
        elif isinstance(block, Paragraph):
            texts = (block.spans,)
        elif isinstance(block, Bullets | Steps):
            texts = block.items
        for spans in texts:
            if section != HELP and SIGN.search(plain(spans)):
                yield draft.find("H06", line, "a sign key outside help", "keys end bullets of help")
