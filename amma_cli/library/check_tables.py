"""Rules over the tables: R01 to R03, W01, W02, E01 to E03, P01 to P03."""

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from amma_cli.library.check_words import wrong_words
from amma_cli.library.rules import line_of
from amma_cli.library.source_text import Problem
from amma_cli.library.wording import TOPICS

Rows = list[dict[str, Any]]
WHERE = frozenset(("UK", "US", "UK/US", "WHO"))
ISO = re.compile(r"[A-Z]{2}")
NUMBER = re.compile(r"\d{2,6}\b")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
GROWING = (("length", "mm"), ("weight", "g"), ("weight", "p10"), ("weight", "p90"))


def check_regions(rows: Rows, sources: dict[str, Any], raw: str) -> Iterator[Problem]:
    """Yield what is wrong with regions.toml."""
    seen: set[str] = set()
    lacking: dict[str, list[str]] = {}
    for row in rows:
        iso, file = str(row.get("iso", "")), "regions.toml"
        line = line_of(raw, f'iso = "{iso}"')
        if not ISO.fullmatch(iso) or iso in seen:
            yield Problem("R01", file, line, f"iso {iso!r}", "two capitals, each country once")
        seen.add(iso)
        numbers = row.get("emergency", [])
        if not numbers or not all(isinstance(n, str) and NUMBER.match(n) for n in numbers):
            yield Problem("R02", file, line, f"{iso}: no emergency number", "a number, then words")
        if type(row.get("confirmed")) is not bool or type(row.get("day")) is not datetime.date:
            yield Problem("R03", file, line, f"{iso}: confirmed and day are missing")
        if not row.get("sources"):
            yield Problem("R03", file, line, f"{iso}: no source")
        for key in row.get("sources", []):
            if key not in sources:
                lacking.setdefault(key, []).append(iso)
    for key, users in sorted(lacking.items()):
        line = line_of(raw, f'iso = "{users[0]}"')
        message = f"no source {key!r}, in {len(users)} regions from {users[0]}"
        yield Problem("R03", "regions.toml", line, message, "add it to sources.toml")


def check_row_sources(
    code: str, file: str, line: int, name: str, row: dict[str, Any], sources: dict[str, Any]
) -> Iterator[Problem]:
    """Yield what is wrong with the sources of a record."""
    if not row.get("sources"):
        yield Problem(code, file, line, f"{name}: no source")
    for key in row.get("sources", []):
        if key not in sources:
            yield Problem(code, file, line, f"{name}: no source {key!r}", "add it to sources.toml")


def check_growth(rows: Rows, sources: dict[str, Any], raw: str) -> Iterator[Problem]:
    """Yield what is wrong with growth.toml: weeks, sources, and series that shrink."""
    file = "growth.toml"
    if [row.get("week") for row in rows] != sorted({row.get("week", 0) for row in rows}):
        yield Problem("W02", file, 1, "the weeks are not in order, each once")
    for part, field in GROWING:
        series: dict[tuple[str, ...], list[tuple[int, float]]] = {}
        for row in rows:
            value = row.get(part, {})
            if field in value:
                # A change of method or standard starts a new series.
                name = tuple(str(value.get(k)) for k in ("kind", "source", "measured"))
                series.setdefault(name, []).append((row["week"], value[field]))
        for points in series.values():
            for (_, before), (week, after) in pairwise(points):
                if after <= before:
                    line = line_of(raw, f"week = {week}")
                    message = f"week {week}: {part} {field} {after} after {before}"
                    yield Problem("W01", file, line, message, "a series grows")
    for row in rows:
        yield from _growth_row(row, sources, line_of(raw, f"week = {row.get('week')}"))


def _growth_row(row: dict[str, Any], sources: dict[str, Any], line: int) -> Iterator[Problem]:
    week, file = row.get("week"), "growth.toml"
    if type(week) is not int or not 0 <= week <= 42:
        yield Problem("W02", file, line, f"week {week!r}", "0 to 42")
    for part, field in (("length", "mm"), ("weight", "g")):
        value = row.get(part)
        if value is None:
            continue
        if not isinstance(value.get(field), int | float) or not value.get("standard"):
            yield Problem("W02", file, line, f"week {week}: {part} without {field} or standard")
        if value.get("source") not in sources:
            message = f"week {week}: no source {value.get('source')!r}"
            yield Problem("W02", file, line, message, "add it to sources.toml")
        low, high = value.get("p10"), value.get("p90")
        if low is not None and high is not None and not low < value.get(field, 0) < high:
            yield Problem("W02", file, line, f"week {week}: the middle is not inside its band")


def check_care(rows: Rows, sources: dict[str, Any], raw: str) -> Iterator[Problem]:
    """Yield what is wrong with care.toml."""
    file = "en/care.toml"
    for row in rows:
        say = str(row.get("say", ""))
        line = line_of(raw, f'say = "{say[:40]}'.replace("\n", " "))
        week, where = row.get("week"), row.get("where")
        yield from _week(file, line, week)
        if where not in WHERE:
            yield Problem("E02", file, line, f"where {where!r}", ", ".join(sorted(WHERE)))
        yield from check_row_sources("E03", file, line, f"week {week}", row, sources)
        if not say.endswith("."):
            yield Problem("E03", file, line, f"week {week}: say is a sentence with a stop")
        for code, message, fix in wrong_words(say):
            yield Problem(code, file, line, message, fix)


def check_facts(facts: dict[str, Any], sources: dict[str, Any], raw: str) -> Iterator[Problem]:
    """Yield what is wrong with facts.toml."""
    file = "en/facts.toml"
    for name, row in facts.items():
        line, say = line_of(raw, f"[{name}]"), str(row.get("say", ""))
        yield from check_row_sources("E03", file, line, name, row, sources)
        if not say.endswith("."):
            yield Problem("E03", file, line, f"{name}: say is a sentence with a stop")
        for code, message, fix in wrong_words(say):
            yield Problem(code, file, line, message, fix)


def _week(file: str, line: int, week: Any) -> Iterator[Problem]:
    if type(week) is not int or not 1 <= week <= 42:
        yield Problem("E01", file, line, f"week {week!r}", "1 to 42")


def check_likes(rows: Rows, raw: str) -> Iterator[Problem]:
    """Yield what is wrong with likes.toml."""
    seen: set[Any] = set()
    for row in rows:
        week, file = row.get("week"), "en/likes.toml"
        line = line_of(raw, f"week = {week}")
        yield from _week(file, line, week)
        if week in seen or not row.get("say") or row.get("of") not in ("size", "length", "weight"):
            yield Problem(
                "E03", file, line, f"week {week}", "once; say; of: size, length or weight"
            )
        seen.add(week)
        for code, message, fix in wrong_words(str(row.get("say", ""))):
            yield Problem(code, file, line, message, fix)


def check_planned(lines: list[str]) -> Iterator[Problem]:
    """Yield rows of planned.tsv that are not seven columns, or name a slug twice."""
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        row = line.split("\t")
        if number == 1 or not line.strip():
            continue
        if len(row) != 7 or not SLUG.fullmatch(row[0]) or row[2] not in TOPICS:
            message = "not slug, batch, topic, weeks, peak, after_birth_weeks, title"
            yield Problem("P01", "planned.tsv", number, message, "tabs between")
        elif row[0] in seen:
            yield Problem("P01", "planned.tsv", number, f"{row[0]} stands twice", "drop one")
        seen.add(row[0])


def check_readings(
    lines: list[str], slugs: frozenset[str], today: datetime.date
) -> Iterator[Problem]:
    """Yield rows of readings.tsv that are no reading of a text that exists."""
    for number, line in enumerate(lines, 1):
        row = line.split("\t")
        if number == 1 or not line.strip():
            continue
        if len(row) != 6 or not all(cell.strip() for cell in row):
            message = "not slug, reading, day, found, fixed, open"
            yield Problem("P02", "readings.tsv", number, message, "tabs between, - for nothing")
        elif row[0] not in slugs:
            yield Problem("P02", "readings.tsv", number, f"no text {row[0]!r}", "slug, or week-20")
        elif not _is_past_day(row[2], today):
            yield Problem("P02", "readings.tsv", number, f"day {row[2]!r}", "such as 2026-11-22")


def _is_past_day(text: str, today: datetime.date) -> bool:
    try:
        return datetime.date.fromisoformat(text) <= today
    except ValueError:
        return False


def check_plan(plan: dict[str, Any], known: frozenset[str], raw: str) -> Iterator[Problem]:
    """Yield what is wrong with reading-plan.toml."""
    for table, first, last in (("week", 1, 42), ("after_birth", 0, 5)):
        weeks: set[Any] = set()
        start = line_of(raw, f"[[{table}]]")
        for row in plan.get(table, []):
            week, read = row.get("week"), row.get("read", [])
            line = line_of(raw, f"week = {week}", start)
            if type(week) is not int or not first <= week <= last or week in weeks:
                message = f"{table}: week {week!r}"
                yield Problem("P03", "reading-plan.toml", line, message, "each week once")
            weeks.add(week)
            if not read or read[0] != row.get("lead"):
                message = f"{table} {week}: the lead is not the first of read"
                yield Problem("P03", "reading-plan.toml", line, message, "put it first")
            for slug in [*read, *row.get("later", [])]:
                if slug not in known:
                    message = f"{table} {week}: {slug} is neither written nor planned"
                    yield Problem("P03", "reading-plan.toml", line, message, "a known slug")


def check_symptoms(
    symptoms: dict[str, Any], slugs: frozenset[str], signs: dict[str, str], raw: str
) -> Iterator[Problem]:
    """Yield what is wrong with the complaints of a check-in: E04.

    slugs: every article written or planned. signs: key -> level of the warning signs; a tick
    here may count as a sign to mention alone, since it is asked without its words.
    """
    for key, row in symptoms.items():
        weeks, label = row.get("weeks"), row.get("label")
        wrong = ""
        if not isinstance(label, str) or not label or label.endswith((".", "?")):
            wrong = f"label {label!r}"
        elif not isinstance(weeks, list) or len(weeks) != 2 or not 0 <= weeks[0] <= weeks[1] <= 42:
            wrong = f"weeks {weeks}"
        elif row.get("article") not in slugs:
            wrong = f"article {row.get('article')!r}"
        elif "sign" in row and signs.get(row["sign"]) != "mention":
            wrong = f"sign {row['sign']!r} is not one to mention"
        if wrong:
            line = line_of(raw, f"[{key}]")
            yield Problem(
                "E04", "en/symptoms.toml", line, f"{key}: {wrong}", "see docs/articles.md"
            )
