"""amma checkin: the card of the week, its warning signs, how she is, the reading."""

from collections.abc import Sequence
from typing import Any

import typer

from amma_cli import messages_checkin as words
from amma_cli.blocks import Page
from amma_cli.commands import types
from amma_cli.commands.ask import from_stdin
from amma_cli.commands.calling import NO_CALL, Call, call_first, call_for, shown, together
from amma_cli.commands.checkin_start import Visit, visit_of
from amma_cli.commands.hearing import heard_call
from amma_cli.commands.house import House
from amma_cli.commands.known import known_keys
from amma_cli.commands.log import row_of
from amma_cli.commands.measuring import measure, readings_of
from amma_cli.commands.show import show_now, tell
from amma_cli.commands.weighing import (
    Time,
    body_of,
    judged_at,
    known_time,
    past_points,
    record_of,
)
from amma_cli.domain.checkin import SCALES, Answers, entries_of
from amma_cli.domain.contact import filled
from amma_cli.domain.derived import Point, derive, joined
from amma_cli.domain.logged import said_words
from amma_cli.domain.measure import Measured
from amma_cli.domain.safety import Judgement, Readings
from amma_cli.domain.week import care_place
from amma_cli.errors import NotFound, Usage
from amma_cli.messages_journal import ONLY_OUTPUT
from amma_cli.messages_safety import UNKNOWN_SIGN
from amma_cli.pages import checkin as page
from amma_cli.pages import signs as signs_page
from amma_cli.store.journal import Entry, append_entries, new_entry
from amma_cli.view.characters import clean

MEASURES = ("weight", "bp", "temp")


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
    house.warn_first()
    given: dict[str, Any] = {
        "sign": sign, "mood": mood, "sleep": sleep, "energy": energy, "symptom": symptom,
        "weight": weight, "bp": bp, "temp": temp, "note": note, "question": question,
        "done": done,
    }  # fmt: skip
    typed = any(value is not None for value in given.values())
    # The lists go to stdout: with that in a file nobody would see what is asked about.
    seen = house.env.can_ask and house.env.terminal and not house.env.options.json
    with call_first(house, lambda: _so_far(house, given)):
        visit = visit_of(house)
        if not seen or typed or yes:
            _end_typed(house, visit, _typed(house, visit, given, yes=yes))
            return
        past_points(house)  # a damaged journal is said before any question
        house.settle()
    _ask_all(house, visit)


def _so_far(house: House, given: dict[str, Any]) -> Call:
    """Return what the options need a call for, as far as they can be read by themselves."""
    rules = {rule.key: rule for rule in house.rules.signs}
    felt = {s.key: s.sign for s in house.symptoms}
    keys = [*(given["sign"] or ()), *(felt.get(key, "") for key in given["symptom"] or ())]
    signs = tuple(dict.fromkeys(key for key in keys if key in rules))
    measured = [
        m for kind in MEASURES if given[kind] for m in readings_of(house, kind, given[kind])
    ]
    heard = heard_call(house, " ".join((given["note"] or "", *(given["question"] or ()))))
    if not signs and not measured:
        return heard
    time = known_time(house)
    said = [rules[key].named(loss=time.loss) for key in signs]
    said += [said_words(m, house.manner.units) for m in measured]
    return together(call_for(house, _weigh(house, time, signs, measured, {}), said), heard)


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
        for kind in MEASURES
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
    ticked = set(answers.symptoms)
    counted = [s.sign for s in house.symptoms if s.key in ticked and s.sign]
    return _weigh(house, visit.time, (*answers.signs, *counted), answers.measured, extra)


def _weigh(
    house: House, time: Time, signs: Sequence[str], measured: Sequence[Measured], extra: Readings
) -> Judgement:
    now = house.env.now()
    points = [Point(now, m.values) for m in measured]
    before = past_points(house) if points else []
    readings = joined(derive(points, before, time.week, body_of(house)), extra)
    return judged_at(house, time, signs, readings)


def urgent_page(house: House, visit: Visit, judgement: Judgement, given: Sequence[str]) -> Page:
    """Return what needs a call within a day; nothing for less."""
    if judgement.level in ("none", "mention"):
        return ()
    return signs_page.judged(judgement, given, "", visit.rules.always, house.region, house.who)


def given_words(house: House, visit: Visit, answers: Answers) -> list[str]:
    """Return what was ticked and measured, in words, for the phone."""
    labels = {r.key: r.named(loss=visit.time.loss) for r in visit.rules.signs}
    felt = [s.label for s in visit.symptoms if s.sign and s.key in answers.symptoms]
    typed = [said_words(m, house.manner.units) for m in answers.measured]
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
    given = given_words(house, visit, told.answers)
    urgent = urgent_page(house, visit, judgement, given)
    call = call_for(house, judgement, given) if urgent else NO_CALL
    call = together(call, _heard(house, told.answers))
    with call_first(house, lambda: call):
        entries = keep(house, told.answers)
    ticked = _ticked_cards(house, told.answers)
    if told.stopped or not visit.counted:
        read: Page = tuple(page.ticked_part(ticked))
    else:
        read = page.reading_part(visit.reading, ticked, visit.care, care_place(house.country))
    if read:
        show_now(house.env, read)
    tell(house.env, "")
    _say_saved(house, entries)
    show_now(house.env, page.closing(call.page, house.who))


def _heard(house: House, answers: Answers) -> Call:
    """Return what stands in her note and her questions."""
    return heard_call(house, " ".join((answers.note, *answers.questions)))


def _end_typed(house: House, visit: Visit, answers: Answers) -> None:
    """Store what the options said and show everything at once, or its record."""
    judgement, given = weigh(house, visit, answers, {}), given_words(house, visit, answers)
    urgent = urgent_page(house, visit, judgement, given)
    house.settle()
    entries = keep(house, answers)
    record = dict(visit.record)
    record["signs"] = [visit.time.record(rule) for rule in visit.signs]
    record["judgement"] = record_of(judgement, house, visit.rules.always)
    heard = _heard(house, answers)
    record["heard"] = heard.record
    call = together(call_for(house, judgement, given) if urgent else NO_CALL, heard)
    record["saved"] = entries[0].id if entries else None
    record["entries"] = [{"id": e.id, "kind": e.kind} for e in entries]
    what: Page = (*call.page, *visit.card)
    if visit.counted:
        ticked = _ticked_cards(house, answers)
        what = (
            *call.page,
            *page.first_part(
                visit.card, visit.signs, house.region, house.who, loss=visit.time.loss
            ),
            *page.reading_part(visit.reading, ticked, visit.care, care_place(house.country)),
            *page.closing(call.page, house.who),
        )
    saved = ONLY_OUTPUT.format(saved=_saved_words(house, entries)) if entries else ""
    shown(house, what, record, call, saved)
    _say_saved(house, entries)


def _say_saved(house: House, entries: Sequence[Entry]) -> None:
    saved = _saved_words(house, entries)
    tell(house.env, saved or words.NOTHING)
    if saved:
        tell(house.env, words.SAVED_HOW)


def _saved_words(house: House, entries: Sequence[Entry]) -> str:
    rows = [row_of(house, entry._replace(note="")) for entry in entries]
    what = [f"{row.kind.lower()} ({row.said})" if row.said else row.kind.lower() for row in rows]
    return words.SAVED.format(what=", ".join(what)) if what else ""


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
