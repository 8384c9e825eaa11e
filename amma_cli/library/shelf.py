"""library.db, read: opened immutable, one query a need, nothing parsed but JSON."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from amma_cli.domain.article import Article, Card, Guide, Source
from amma_cli.domain.week import Care, Region, Sign, Size
from amma_cli.errors import LibraryDamaged, NotFound
from amma_cli.library import codec, records
from amma_cli.library.names import near_hint, near_names
from amma_cli.library.schema import SCHEMA

CARD = "slug, title, topic, first, last, after_first, after_last, week, minutes, summary"
Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def damage_said(read: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """Turn what a damaged record does to a reader into LibraryDamaged."""

    def reading(*args: Asked.args, **kwargs: Asked.kwargs) -> Found:
        try:
            return read(*args, **kwargs)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise LibraryDamaged(
                f"A record of the library cannot be read ({type(error).__name__}).",
                "Install amma again.",
            ) from None

    reading.__doc__ = read.__doc__
    return reading


def _slug(name: str) -> str:
    """Return words as a slug, without lone surrogates, which SQLite does not take."""
    return "-".join(name.lower().split()).encode("utf-8", "replace").decode("utf-8")


class Shelf:
    """An open library. Every method that finds nothing raises NotFound or returns empty."""

    def __init__(self, path: Path) -> None:
        import sqlite3

        try:
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            self.connection: sqlite3.Connection = sqlite3.connect(uri, uri=True)
            found = self.connection.execute(
                "SELECT value FROM meta WHERE key = 'schema'"
            ).fetchone()
        except sqlite3.Error as error:
            raise LibraryDamaged(
                f"The library cannot be read ({error}): {path}", "Install amma again."
            ) from None
        schema = found[0] if found else "unknown"
        if schema != str(SCHEMA):
            raise LibraryDamaged(
                f"The library is of schema {schema}, this amma reads {SCHEMA}: {path}",
                "Install amma again.",
            )

    def rows(self, query: str, *values: Any) -> list[Any]:
        """Run one query; a damaged file becomes LibraryDamaged."""
        import sqlite3

        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise LibraryDamaged(
                f"The library cannot be read ({error}).", "Install amma again."
            ) from None

    def meta(self, key: str) -> str:
        """Return a value of the library about itself, "" when it is not there."""
        rows = self.rows("SELECT value FROM meta WHERE key = ?", key)
        return str(rows[0][0]) if rows else ""

    @damage_said
    def article(self, slug: str) -> Article:
        """Return a whole article by its slug."""
        found = self.rows(f"SELECT {CARD}, record FROM article WHERE slug = ?", slug)
        if not found:
            raise NotFound(f"There is no article {slug}.")
        record = json.loads(found[0][-1])
        return records.article(
            records.card(found[0][:-1]),
            record,
            self.cards(record["related"]),
            self.sources(record["sources"]),
        )

    def find(self, name: str) -> str:
        """Return the slug for a slug, title or alias.

        Raises NotFound with up to three near ones, or with the word that an article is planned.
        """
        if known := self.known(name):
            return known
        slug = _slug(name)
        if planned := self.planned_title(slug):
            raise NotFound(
                f'"{planned}" is planned but not written yet.',
                f"amma search {slug.replace('-', ' ')}",
            )
        raise NotFound(f'There is no article "{name[:60]}".', near_hint(name, self.near(name)))

    def known(self, name: str) -> str:
        """Return the slug for a slug, title or alias, "" for any other name."""
        hits = self.rows("SELECT slug FROM article WHERE slug = ?", _slug(name))
        hits += self.rows("SELECT slug FROM alias WHERE name = ?", records.folded(name))
        return str(hits[0][0]) if hits else ""

    @damage_said
    def near(self, name: str) -> list[str]:
        """Return up to three slugs whose slug, title or alias holds the words or is like `name`."""
        lay = {phrase: json.loads(words) for phrase, words in self.rows("SELECT * FROM lay")}
        titles = self.rows("SELECT slug, title FROM article")
        return near_names(name, titles, self.rows("SELECT name, slug FROM alias"), lay)

    @damage_said
    def cards(self, slugs: Iterable[str]) -> tuple[Card, ...]:
        """Return the cards of those slugs that are written, in the order given."""
        wanted = list(slugs)
        marks = ",".join("?" * len(wanted))
        found = {
            row[0]: records.card(row)
            for row in self.rows(f"SELECT {CARD} FROM article WHERE slug IN ({marks})", *wanted)
        }
        return tuple(found[slug] for slug in wanted if slug in found)

    @damage_said
    def whom(self, slugs: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return for whom only each article is: keys of words.toml, empty for everybody."""
        wanted = list(slugs)
        marks = ",".join("?" * len(wanted))
        found = self.rows(f"SELECT slug, record FROM article WHERE slug IN ({marks})", *wanted)
        return {slug: tuple(json.loads(record)["for"]) for slug, record in found}

    @damage_said
    def meant_for(self, kind: str, week: int, keys: Iterable[str]) -> tuple[Card, ...]:
        """Return the articles that are only for somebody to whom one of `keys` applies."""
        asked = list(keys)
        first, last = ("first", "last") if kind == "pregnancy" else ("after_first", "after_last")
        marks = ",".join("?" * len(asked))
        rows = self.rows(
            f"SELECT DISTINCT a.slug FROM whom AS w JOIN article AS a ON a.slug = w.slug"
            f" WHERE w.key IN ({marks}) AND a.{first} <= ? AND a.{last} >= ? ORDER BY a.slug",
            *asked, week, week,
        )  # fmt: skip
        return self.cards(slug for (slug,) in rows)

    @damage_said
    def fitting(self, kind: str, week: int) -> tuple[Card, ...]:
        """Return up to forty articles that fit a week best, as noted when it was compiled."""
        rows = self.rows(
            "SELECT slug FROM fit WHERE kind = ? AND week = ? ORDER BY rank", kind, week
        )
        return self.cards(slug for (slug,) in rows)

    @damage_said
    def in_week(self, week: int, limit: int = 7) -> tuple[Card, ...]:
        """Return articles whose weeks hold `week`, those at their peak first."""
        return self._ranged("first <= ? AND last >= ?", week, limit, "peak_first", "peak_last")

    @damage_said
    def in_week_after_birth(self, week: int, limit: int = 7) -> tuple[Card, ...]:
        """Return articles that matter in a completed week after birth."""
        return self._ranged("after_first <= ? AND after_last >= ?", week, limit)

    def _ranged(
        self, condition: str, week: int, limit: int, first: str = "slug", last: str = "slug"
    ) -> tuple[Card, ...]:
        peak = f"({first} <= {week:d} AND {last} >= {week:d})" if first != "slug" else "0"
        rows = self.rows(
            f"SELECT {CARD} FROM article WHERE {condition}"
            f" ORDER BY coalesce({peak}, 0) DESC, title LIMIT ?",
            week, week, limit,
        )  # fmt: skip
        return tuple(records.card(row) for row in rows)

    @damage_said
    def all_cards(self, topic: str = "") -> tuple[Card, ...]:
        """Return every article's card, by topic and title."""
        where = " WHERE topic = ?" if topic else ""
        values = (topic,) if topic else ()
        rows = self.rows(f"SELECT {CARD} FROM article{where} ORDER BY topic, title", *values)
        return tuple(records.card(row) for row in rows)

    def topics(self) -> tuple[tuple[str, int, int], ...]:
        """Return (topic, articles written, articles planned), by name."""
        written = dict(self.rows("SELECT topic, count(*) FROM article GROUP BY topic"))
        planned = dict(self.rows("SELECT topic, count(*) FROM planned GROUP BY topic"))
        return tuple(
            (t, written.get(t, 0), planned.get(t, 0)) for t in sorted({*written, *planned})
        )

    @damage_said
    def guide(self, kind: str, week: int) -> Guide | None:
        """Return the guide of a week ("pregnancy" or "after-birth"), None where unwritten."""
        found = self.rows(
            "SELECT lead, why, record FROM guide WHERE kind = ? AND week = ?", kind, week
        )
        if not found:
            return None
        lead, why, packed = found[0]
        record = json.loads(packed)
        return Guide(
            kind, week, lead, tuple(record["read"]), why,
            codec.unpack_sections(record["sections"]),
            self.sources(record["sources"]), codec.unpack_review(record["review"]),
        )  # fmt: skip

    @damage_said
    def plan(self, kind: str, week: int) -> tuple[str, tuple[str, ...], str]:
        """Return what the reading plan gives a week: lead, slugs to read, thread; "" where none."""
        rows = self.rows("SELECT lead, read, why FROM plan WHERE kind = ? AND week = ?", kind, week)
        if not rows:
            return "", (), ""
        return rows[0][0], tuple(json.loads(rows[0][1])), rows[0][2]

    def planned_title(self, slug: str) -> str:
        """Return the title of an article that is planned but not written, or ""."""
        rows = self.rows("SELECT title FROM planned WHERE slug = ?", slug)
        return str(rows[0][0]) if rows else ""

    @damage_said
    def sources(self, keys: Sequence[str]) -> tuple[Source, ...]:
        """Return sources in the order of their keys; unknown keys are left out."""
        marks = ",".join("?" * len(keys))
        found = dict(self.rows(f"SELECT key, record FROM source WHERE key IN ({marks})", *keys))
        return tuple(records.source(k, json.loads(found[k])) for k in keys if k in found)

    @damage_said
    def sizes(self) -> tuple[Size, ...]:
        """Return the growth figures of all weeks."""
        rows = self.rows("SELECT week, record FROM growth ORDER BY week")
        return tuple(records.size(week, json.loads(record)) for week, record in rows)

    @damage_said
    def facts(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """Return the sentences on dates with the keys of their sources."""
        rows = self.rows("SELECT key, say, sources FROM fact")
        return {key: (words, tuple(json.loads(sources))) for key, words, sources in rows}

    @damage_said
    def size(self, week: int) -> Size | None:
        """Return the growth figures of one week."""
        rows = self.rows("SELECT record FROM growth WHERE week = ?", week)
        return records.size(week, json.loads(rows[0][0])) if rows else None

    @damage_said
    def care(self, first: int, last: int, place: str) -> tuple[Care, ...]:
        """Return what comes up in care in completed weeks `first` to `last` at `place`."""
        rows = self.rows(
            "SELECT week, place, say, sources FROM care WHERE week BETWEEN ? AND ?"
            " AND place = ? ORDER BY week, ord",
            first, last, place,
        )  # fmt: skip
        return tuple(Care(w, p, say, tuple(json.loads(s))) for w, p, say, s in rows)

    @damage_said
    def region(self, iso: str) -> Region | None:
        """Return a country's numbers, None for a country the library does not know."""
        rows = self.rows("SELECT record FROM region WHERE iso = ?", iso.upper())
        return records.region(json.loads(rows[0][0])) if rows else None

    def countries(self) -> dict[str, str]:
        """Return ISO code -> name of every country with numbers."""
        return dict(self.rows("SELECT iso, country FROM region ORDER BY country"))

    @damage_said
    def signs(self, week: int) -> tuple[Sign, ...]:
        """Return the warning signs asked in a week (43 to 48 after birth), most serious first."""
        rows = self.rows(
            "SELECT record FROM sign WHERE first <= ? AND last >= ? ORDER BY ord", week, week
        )
        found = [records.sign(json.loads(row[0])) for row in rows]
        order = ("emergency", "urgent", "soon", "mention")
        return tuple(sorted(found, key=lambda s: order.index(s.level)))

    @damage_said
    def sign(self, key: str) -> Sign | None:
        """Return a warning sign by its key."""
        rows = self.rows("SELECT record FROM sign WHERE key = ?", key)
        return records.sign(json.loads(rows[0][0])) if rows else None

    @damage_said
    def label(self, day: str) -> dict[str, Any]:
        """Return the honest label: what is written, planned, read, reviewed, overdue on `day`."""
        return {**json.loads(self.meta("label")), "overdue": self._overdue(day)}

    def _overdue(self, day: str) -> int:
        nexts = json.loads(self.meta("next_checks"))
        return sum(1 for due in nexts if due < day)
