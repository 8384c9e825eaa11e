"""Where a pregnancy stands on a day, and the record that `--json` writes of it."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from amma_cli.domain.age import Age, age_on, day_of, days_to_go, trimester
from amma_cli.domain.article import Card, Guide
from amma_cli.domain.stage import Stage, counts, stage_on
from amma_cli.domain.week import Care, Reading, Size

SCHEMA = 1
TERM = 280


class Moment(NamedTuple):
    """A pregnancy on a day. `age` is None in stages that must not count."""

    on: date
    stage: Stage
    due: date
    age: Age | None
    born: date | None
    country: str

    @property
    def days_to_go(self) -> int:
        """Days until the due date, negative past it."""
        return days_to_go(self.due, self.on)

    @property
    def week(self) -> int | None:
        """The completed week, 0 for 0+0 to 0+6."""
        return self.age.weeks if self.age else None

    @property
    def guide_week(self) -> int | None:
        """The week whose guide is shown: 1 for the days of the period, 42 at the most."""
        return min(max(self.age.weeks, 1), 42) if self.age else None

    @property
    def trimester(self) -> int | None:
        """1, 2 or 3 by the rule of the country."""
        return trimester(self.age, self.country or None) if self.age else None

    @property
    def days_since_birth(self) -> int | None:
        """Days since the birth, None unless it is recorded and past."""
        if self.stage != Stage.AFTER_BIRTH or self.born is None:
            return None
        return (self.on - self.born).days


def moment_on(
    on: date,
    due: date,
    *,
    born: date | None = None,
    ended: bool | date = False,
    still_pregnant: date | None = None,
    country: str = "",
) -> Moment:
    """Return where a pregnancy stands on a day."""
    stage = stage_on(on, due, born=born, ended=ended, still_pregnant=still_pregnant)
    age = age_on(due, on) if counts(stage) else None
    return Moment(on, stage, due, age, born, country)


def week_dates(due: date, week: int) -> tuple[date, date]:
    """Return the first and last day of a completed week."""
    first = day_of(due, Age(week * 7))
    return first, first + timedelta(days=6)


class WeekView(NamedTuple):
    """All that a week's page or record shows; `moment` is None without a profile."""

    week: int
    moment: Moment | None
    size: Size | None
    reading: Reading
    care: tuple[Care, ...]
    guide: Guide | None


def size_record(size: Size | None) -> dict[str, Any]:
    """Return the figures of a week as `--json` writes them; units are mm and g."""
    out: dict[str, Any] = {}
    if size is None:
        return out
    if size.length:
        known = size.length
        out["length"] = {
            "mm": known.mm, "kind": known.kind, "at": known.at, "low": known.low,
            "high": known.high, "standard": known.standard, "source": known.source,
        }  # fmt: skip
    if size.weight:
        heavy = size.weight
        out["weight"] = {
            "g": heavy.g, "at": heavy.at, "p10": heavy.p10, "p90": heavy.p90,
            "standard": heavy.standard, "source": heavy.source,
        }  # fmt: skip
    if size.like:
        out["like"] = size.like
    notes = [part.note for part in (size.length, size.weight) if part and part.note]
    if notes:
        out["note"] = " ".join(notes)
    return out


def moment_record(moment: Moment) -> dict[str, Any]:
    """Return the counting part of a record; stages that must not count have only on and stage."""
    out: dict[str, Any] = {"schema": SCHEMA, "on": moment.on.isoformat(), "stage": moment.stage}
    if moment.stage == Stage.NOT_YET:
        out["due"] = moment.due.isoformat()
        out["starts"] = day_of(moment.due, Age(0)).isoformat()
    if moment.days_since_birth is not None and moment.born is not None:
        out["born"] = moment.born.isoformat()
        out["days_since_birth"] = moment.days_since_birth
    if moment.age is not None:
        out.update(
            week=moment.week,
            age={"weeks": moment.age.weeks, "days": moment.age.rest},
            ordinal_week=moment.age.ordinal_week,
            trimester=moment.trimester,
            due=moment.due.isoformat(),
            days_to_go=moment.days_to_go,
        )
    return out


def card_record(card: Card, lead: bool) -> dict[str, Any]:
    """Return an article of a list as `--json` writes it."""
    return {
        "slug": card.slug,
        "title": card.title,
        "topic": card.topic,
        "minutes": card.minutes,
        "lead": lead,
    }


def week_record(view: WeekView) -> dict[str, Any]:
    """Return the record of a week, as `amma --json` and `amma week --json` write it."""
    out: dict[str, Any] = {"schema": SCHEMA}
    if view.moment:
        out = moment_record(view.moment)
    out.setdefault("week", view.week)
    reading = view.reading
    out.update(
        why=reading.why,
        size=size_record(view.size),
        lead=reading.lead or None,
        lead_written=reading.lead_written,
        guide_written=reading.guide_written,
        articles=[card_record(card, card.slug == reading.lead) for card in reading.cards],
        care=[
            {"week": c.week, "where": c.where, "say": c.say, "sources": list(c.sources)}
            for c in view.care
        ],
    )
    return out
