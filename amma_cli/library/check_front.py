"""Rules over the front matter: M01 to M14."""

import datetime
from collections.abc import Iterator
from typing import Any

from amma_cli.library.records import folded
from amma_cli.library.rules import Draft, key_line, sentences_of
from amma_cli.library.source_text import Problem
from amma_cli.library.wording import TOPICS

TWO_YEARS = datetime.timedelta(days=731)
OF_ARTICLES = frozenset(
    "title topic weeks peak after_birth aliases related for summary takeaways asked written "
    "checked next_check review reviewer".split()
)
OF_GUIDES = frozenset("week lead read why like written checked next_check review reviewer".split())
DAYS = ("written", "checked", "next_check")
FEWEST_ASKED = 25


def check_front(draft: Draft, words: dict[str, Any], today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong with the front matter of a draft."""
    if draft.kind == "article":
        for rule in (_title, _topic, _weeks, _aliases, _summary, _takeaways, _asked):
            yield from rule(draft)
        yield from _for(draft, words)
        known = OF_ARTICLES
    else:
        yield from _guide(draft)
        known = OF_GUIDES
    for key in sorted(set(draft.fields) - known):
        yield _at(
            draft, "M12", key, f"no key {key!r} is known", "see the table in docs/articles.md"
        )
    yield from _dates(draft, today)
    yield from _review(draft, today)


def _at(draft: Draft, code: str, key: str, message: str, fix: str = "") -> Problem:
    return draft.find(code, key_line(draft.raw, key), message, fix)


def _texts(draft: Draft, key: str) -> list[str] | None:
    value = draft.fields.get(key)
    if isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value):
        return value
    return None


def _title(draft: Draft) -> Iterator[Problem]:
    title = draft.fields.get("title")
    if not isinstance(title, str) or not title.strip():
        yield _at(draft, "M01", "title", "the title is missing")
    elif title != title.strip() or title.endswith((".", ":", ";", ",", "-")):
        yield _at(draft, "M01", "title", "a title ends in ? or in a word", "drop what follows it")


def _topic(draft: Draft) -> Iterator[Problem]:
    topic = draft.fields.get("topic")
    if topic not in TOPICS:
        yield _at(
            draft, "M02", "topic", f"no topic: {topic!r}", f"one of {', '.join(sorted(TOPICS))}"
        )
    elif topic != draft.topic:
        yield _at(
            draft, "M02", "topic", f"topic {topic!r} in the folder {draft.topic!r}", "move it"
        )


def _weeks(draft: Draft) -> Iterator[Problem]:
    pairs = {}
    for key, last in (("weeks", 42), ("peak", 42), ("after_birth", 52)):
        value = draft.fields.get(key)
        if value is None:
            continue
        if not _is_range(value, last):
            yield _at(
                draft, "M03", key, f"{key} is two completed weeks, first and last, 0 to {last}"
            )
            return
        pairs[key] = value
    weeks, peak = pairs.get("weeks"), pairs.get("peak")
    if weeks is None and "after_birth" not in pairs:
        yield _at(draft, "M03", "topic", "neither weeks nor after_birth is there")
    if peak and (not weeks or peak[0] < weeks[0] or peak[1] > weeks[1]):
        yield _at(draft, "M03", "peak", "the peak is not inside weeks", "weeks must hold the peak")


def _is_range(value: Any, last: int) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(n) is int for n in value)
        and 0 <= value[0] <= value[1] <= last
    )


def _aliases(draft: Draft) -> Iterator[Problem]:
    aliases = _texts(draft, "aliases")
    if aliases is None or not 8 <= len(aliases) <= 20:
        count = len(aliases) if aliases else 0
        yield _at(draft, "M04", "aliases", f"{count} aliases", "8 to 20 texts, as people type them")
        return
    for alias in aliases:
        if alias != alias.lower() or alias != " ".join(alias.split()):
            yield _at(draft, "M04", "aliases", f"alias {alias!r}", "lower case, single spaces")
    for twice in _repeated(aliases):
        yield _at(draft, "M04", "aliases", f"the alias {twice!r} stands twice", "drop one")


def _repeated(texts: list[str]) -> list[str]:
    names = [folded(text) or text for text in texts]
    return sorted({name for name in names if names.count(name) > 1})


def _for(draft: Draft, words: dict[str, Any]) -> Iterator[Problem]:
    whom = _texts(draft, "for")
    if whom is None:
        yield _at(draft, "M05", "for", "for is a list of keys", "[] is everybody")
        return
    listed = words.get("who", {})
    keys = {w["key"] if isinstance(w, dict) else w for w in listed}
    for key in whom:
        if key not in keys:
            yield _at(draft, "M05", "for", f"{key!r} is not in the list who of words.toml")


def _summary(draft: Draft) -> Iterator[Problem]:
    summary = draft.fields.get("summary")
    count = len(sentences_of(summary)) if isinstance(summary, str) else 0
    if count != 2 or not str(summary).strip().endswith((".", "?")):
        yield _at(draft, "M06", "summary", f"a summary of {count} sentences", "exactly two")


def _takeaways(draft: Draft) -> Iterator[Problem]:
    takeaways = _texts(draft, "takeaways")
    if takeaways is None or not 4 <= len(takeaways) <= 6:
        count = len(takeaways) if takeaways else 0
        yield _at(draft, "M07", "takeaways", f"{count} takeaways", "4 to 6")
        return
    for text in takeaways:
        if len(sentences_of(text)) != 1 or not text.endswith("."):
            yield _at(
                draft, "M07", "takeaways", f"not one sentence: {text[:50]!r}", "one, with a stop"
            )


def _asked(draft: Draft) -> Iterator[Problem]:
    if "asked" not in draft.fields:
        return
    asked = _texts(draft, "asked")
    if asked is None:
        yield _at(draft, "M08", "asked", "asked is a list of texts")
        return
    if 0 < len(asked) < FEWEST_ASKED:
        message = f"{len(asked)} ways of asking"
        yield _at(draft, "M08", "asked", message, f"at least {FEWEST_ASKED}, none until read")
    for twice in _repeated(asked + [a for a in _texts(draft, "aliases") or [] if a in asked]):
        yield _at(draft, "M08", "asked", f"{twice!r} stands twice, or is an alias too", "drop one")


def _dates(draft: Draft, today: datetime.date) -> Iterator[Problem]:
    days = [draft.fields.get(key) for key in DAYS]
    for key, day in zip(DAYS, days, strict=True):
        if type(day) is not datetime.date:
            yield _at(draft, "M09", key, f"{key} is not a date", "a date such as 2026-11-22")
            return
    written, checked, next_check = (d for d in days if isinstance(d, datetime.date))
    if checked < written:
        yield _at(draft, "M09", "checked", "checked before it was written")
    if max(written, checked) > today:
        yield _at(draft, "M09", "checked", "written or checked in the future")
    if not checked < next_check <= checked + TWO_YEARS:
        yield _at(draft, "M09", "next_check", "next_check is after checked, at most two years")
    elif next_check < today:
        late = _at(
            draft, "M11", "next_check", f"the check was due on {next_check}", "read it whole"
        )
        yield late._replace(level="warning")


def _review(draft: Draft, today: datetime.date) -> Iterator[Problem]:
    status, who = draft.fields.get("review"), draft.fields.get("reviewer")
    if status not in ("source-checked", "clinician"):
        yield _at(draft, "M10", "review", f"review {status!r}", '"source-checked" or "clinician"')
    elif status == "source-checked" and who is not None:
        yield _at(draft, "M10", "reviewer", 'a reviewer, but review is not "clinician"')
    elif status == "clinician" and not _is_person(who, today):
        yield _at(draft, "M10", "review", "no reviewer", "reviewer = {name, role, date}")


def _is_person(who: Any, today: datetime.date) -> bool:
    if not isinstance(who, dict) or set(who) != {"name", "role", "date"}:
        return False
    named = all(isinstance(who[key], str) and who[key].strip() for key in ("name", "role"))
    return named and type(who["date"]) is datetime.date and who["date"] <= today


def _guide(draft: Draft) -> Iterator[Problem]:
    week, last = draft.fields.get("week"), 42 if draft.kind == "pregnancy" else 5
    name = f"{week:02}" if draft.kind == "pregnancy" and type(week) is int else str(week)
    if type(week) is not int or not 0 <= week <= last or draft.slug != name:
        yield _at(
            draft, "M13", "week", f"week {week!r} in {draft.slug}.md", f"0 to {last}, as named"
        )
    why, like = draft.fields.get("why"), draft.fields.get("like", "a text")
    if not isinstance(why, str) or len(sentences_of(why)) != 1 or not why.endswith("."):
        yield _at(draft, "M14", "why", "why is one sentence with a stop")
    if not isinstance(like, str) or not like.strip() or like.endswith("."):
        yield _at(draft, "M14", "like", "like is a phrase without a stop")
