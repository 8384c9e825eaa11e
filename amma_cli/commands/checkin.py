"""amma checkin: the card of the week, its warning signs, how she is, the reading."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import typer

from amma_cli import messages_checkin as words
from amma_cli.blocks import Block, Page
from amma_cli.commands import types
from amma_cli.commands.ask import from_stdin
from amma_cli.commands.fetch import after_birth_reading, week_view
from amma_cli.commands.house import House
from amma_cli.commands.known import known_keys
from amma_cli.commands.log import measure, row_of
from amma_cli.commands.show import show, show_now, tell
from amma_cli.commands.weighing import Time, body_of, known_time, past_points, record_of
from amma_cli.domain.checkin import SCALES, Answers, entries_of
from amma_cli.domain.contact import filled
from amma_cli.domain.derived import Point, derive, joined
from amma_cli.domain.moment import SCHEMA, Moment, week_record
from amma_cli.domain.safety import Asked, Judgement, Readings, Rules, SignRule, judge
from amma_cli.domain.stage import Stage
from amma_cli.domain.week import Care, Reading, care_place
from amma_cli.errors import NotFound, Usage
from amma_cli.library.rulebook import Symptom
from amma_cli.messages_safety import UNKNOWN_SIGN
from amma_cli.pages import checkin as page
from amma_cli.pages import signs as signs_page
from amma_cli.pages import today as cards
from amma_cli.store.journal import Entry, append_entries, new_entry
from amma_cli.view.characters import clean


class Visit(NamedTuple):
    """All that a check-in starts from."""

    moment: Moment
    time: Time
    rules: Rules
    signs: tuple[SignRule, ...]
    symptoms: tuple[Symptom, ...]
    card: Sequence[Block]
    reading: Reading
    care: tuple[Care, ...]
    record: dict[str, Any]

    @property
    def counted(self) -> bool:
        """Whether there is an age or a time since a birth, and so a week's reading."""
        return self.moment.age is not None or self.moment.days_since_birth is not None


def checkin(
    ctx: typer.Context, sign: types.Sign = None, mood: types.Mood = None,
    sleep: types.Sleep = None, energy: types.Energy = None, symptom: types.Complaint = None,
    weight: types.Weight = None, bp: types.Pressure = None, temp: types.Temp = None,
    note: types.Kept = None, question: types.Ask = None, done: types.Done = None,
    yes: types.AllYes = False,
) -> None:  # fmt: skip
    """Check in: where you are, warning signs, how you are, this week's reading.

    \b
    Examples:
      amma checkin
      amma checkin --mood 4 --symptom heartburn --weight 68.2kg
      amma checkin --sign headache-severe --bp 145/92 --yes
    """
    house: House = ctx.obj
    visit = visit_of(house)
    given: dict[str, Any] = {
        "sign": sign, "mood": mood, "sleep": sleep, "energy": energy, "symptom": symptom,
        "weight": weight, "bp": bp, "temp": temp, "note": note, "question": question,
        "done": done,
    }  # fmt: skip
    typed = any(value is not None for value in given.values())
    # The lists go to stdout: with that in a file nobody would see what is asked about.
    seen = house.env.can_ask and house.env.terminal and not house.env.options.json
    if seen and not typed and not yes:
        _ask_all(house, visit)
    else:
        _end_typed(house, visit, _typed(house, visit, given, yes=yes))


def visit_of(house: House) -> Visit:
    """Return what a check-in starts from. Raises errors.NoProfile without a due date."""
    moment = house.need_moment()
    time, rules = known_time(house), house.rules
    card, reading, care, record = _card(house, moment)
    signs = tuple(rule for rule in rules.signs if time.asks(rule))
    if not house.profile.newborn:
        signs = tuple(rule for rule in signs if rule.who != "baby")
    week = moment.age.weeks if moment.age else None
    symptoms = tuple(
        s for s in house.symptoms
        if week is not None and s.weeks[0] <= max(week, 4) <= s.weeks[1]
    )  # fmt: skip
    return Visit(moment, time, rules, signs, symptoms, card, reading, care, record)


def _card(
    house: House, moment: Moment
) -> tuple[Sequence[Block], Reading, tuple[Care, ...], dict[str, Any]]:
    """Return the upper part of the day's card, the reading, the care ahead, and the record."""
    since = moment.days_since_birth
    if since is not None:
        _, reading = after_birth_reading(house.shelf, since // 7, newborn=house.profile.newborn)
        record = {"schema": SCHEMA, "stage": moment.stage, "days_since_birth": since}
        return cards.since_birth(since, reading), reading, (), record
    if moment.age is None:
        shown = cards.not_yet(moment)
        if moment.stage != Stage.NOT_YET:
            unknown = moment.stage == Stage.UNKNOWN
            shown = cards.unknown(moment, house.who) if unknown else cards.ended()
        none = Reading((), "", "", True, "", False)
        return shown, none, (), {"schema": SCHEMA, "stage": moment.stage}
    about = house.profile.about
    view = week_view(house.shelf, moment.guide_week or 1, moment, house.manner, about)
    top = cards.top(view, moment, house.profile.method, house.who, house.manner)
    return top, view.reading, view.care, week_record(view)


def _typed(house: House, visit: Visit, given: dict[str, Any], *, yes: bool) -> Answers:
    """Return the answers of the options. Raises errors.Usage for one that cannot be."""
    scales = []
    for name in SCALES:
        value = given[name]
        if value is not None and not 1 <= value <= 5:
            raise Usage(words.SCALE_BAD, f"--{name} 3")
        if value is not None:
            scales.append((name, value))
    measured = [
        measure(house, kind, given[kind], "", yes=yes)
        for kind in ("weight", "bp", "temp")
        if given[kind] is not None
    ]
    note = given["note"]
    if note is not None:
        note = clean(from_stdin(house.env, note, "--note"))
    return Answers(
        _known(given["sign"], [r.key for r in visit.rules.signs], UNKNOWN_SIGN),
        _known(given["symptom"], [s.key for s in house.symptoms], words.UNKNOWN_SYMPTOM),
        tuple(scales), tuple(measured), (note or "").encode("utf-8", "replace").decode(),
        tuple(clean(q) for q in given["question"] or () if q.strip()),
        _written(house, given["done"]),
    )  # fmt: skip


def _known(keys: list[str] | None, known: Sequence[str], say: str) -> tuple[str, ...]:
    return known_keys(keys or (), known, say, f"Known are {', '.join(known)}.")


def _written(house: House, slugs: list[str] | None) -> tuple[str, ...]:
    slugs = [clean(slug) for slug in slugs or ()]
    found = {card.slug for card in house.shelf.cards(slugs)}
    for slug in slugs:
        if slug not in found:
            raise NotFound(words.NO_ARTICLE.format(key=clean(slug)[:60]), "amma list")
    return tuple(dict.fromkeys(slugs))


def weigh(house: House, visit: Visit, answers: Answers, extra: Readings) -> Judgement:
    """Return what the safety rules say of a check-in; extra: readings that are not stored."""
    now = house.env.now()
    points = [Point(now, m.values) for m in answers.measured]
    before = past_points(house) if points else []
    readings = joined(derive(points, before, visit.time.week, body_of(house)), extra)
    ticked = set(answers.symptoms)
    counted = {s.sign for s in house.symptoms if s.key in ticked and s.sign}
    signs = frozenset({*answers.signs, *counted})
    flags = house.profile.about.flags
    return judge(visit.rules, Asked(visit.time.week, signs, readings, flags, visit.time.loss))


def urgent_page(house: House, visit: Visit, judgement: Judgement, given: Sequence[str]) -> Page:
    """Return what needs a call within a day; nothing for less."""
    if judgement.level in ("none", "mention"):
        return ()
    return signs_page.judged(judgement, given, "", visit.rules.always, house.region, house.who)


def given_words(visit: Visit, answers: Answers) -> list[str]:
    """Return what was ticked and measured, in words, for the phone."""
    labels = {r.key: r.named(loss=visit.time.loss) for r in visit.rules.signs}
    felt = [s.label for s in visit.symptoms if s.sign and s.key in answers.symptoms]
    typed = [m.typed for m in answers.measured]
    return [*(labels[key] for key in answers.signs), *felt, *typed]


def _ask_all(house: House, visit: Visit) -> None:
    """Go through the questions, store the answers, and end with the call where there is one."""
    from amma_cli.commands.checkin_flow import flow

    try:
        told = flow(house, visit)
    except KeyboardInterrupt:
        tell(house.env, "")
        tell(house.env, filled(words.STOPPED, house.who))
        raise
    judgement = weigh(house, visit, told.answers, told.extra)
    entries = keep(house, told.answers)
    urgent = urgent_page(house, visit, judgement, given_words(visit, told.answers))
    ticked = _ticked_cards(house, told.answers)
    if told.stopped or not visit.counted:
        read: Page = tuple(page.ticked_part(ticked))
    else:
        read = page.reading_part(visit.reading, ticked, visit.care, care_place(house.country))
    if read:
        show_now(house.env, read)
    tell(house.env, "")
    _say_saved(house, entries)
    show_now(house.env, page.closing(urgent, house.who))


def _end_typed(house: House, visit: Visit, answers: Answers) -> None:
    """Store what the options said and show everything at once, or its record."""
    judgement = weigh(house, visit, answers, {})
    entries = keep(house, answers)
    urgent = urgent_page(house, visit, judgement, given_words(visit, answers))
    record = dict(visit.record)
    record["signs"] = [visit.time.record(rule) for rule in visit.signs]
    record["judgement"] = record_of(judgement, house, visit.rules.always)
    record["saved"] = entries[0].id if entries else None
    record["entries"] = [{"id": e.id, "kind": e.kind} for e in entries]
    shown: Page = (*urgent, *visit.card)
    if visit.counted:
        ticked = _ticked_cards(house, answers)
        shown = (
            *urgent,
            *page.first_part(
                visit.card, visit.signs, house.region, house.who, loss=visit.time.loss
            ),
            *page.reading_part(visit.reading, ticked, visit.care, care_place(house.country)),
            *page.closing(urgent, house.who),
        )
    show(house.env, shown, record)
    _say_saved(house, entries)


def _say_saved(house: House, entries: Sequence[Entry]) -> None:
    rows = [row_of(house, entry._replace(note="")) for entry in entries]
    saved = [f"{row.kind.lower()} ({row.said})" if row.said else row.kind.lower() for row in rows]
    tell(house.env, words.SAVED.format(what=", ".join(saved)) if saved else words.NOTHING)
    if saved:
        tell(house.env, words.SAVED_HOW)


def _ticked_cards(house: House, answers: Answers) -> list[Any]:
    ticked = set(answers.symptoms)
    slugs = [s.article for s in house.symptoms if s.key in ticked]
    return list(house.shelf.cards(slugs))


def keep(house: House, answers: Answers) -> list[Entry]:
    """Store a check-in in one write and return its entries."""
    now, number = house.env.now(), house.profile.pregnancy
    made = [new_entry(now, m.kind, m.data, m.note, number) for m in entries_of(answers)]
    if made:
        append_entries(house.paths.journal, made)
    return made
