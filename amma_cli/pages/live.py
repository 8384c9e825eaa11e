"""The screens of the live sessions, readable at a glance in the dark."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from amma_cli import messages_live as words
from amma_cli.blocks import Block, Facts, Note, Page, Paragraph, Span, Table, Text, Title, text
from amma_cli.domain.contact import Contacts, filled
from amma_cli.domain.safety import Judgement
from amma_cli.domain.tracker import LAST, Contraction, Picture, clock_words
from amma_cli.domain.week import Region
from amma_cli.pages.signs import call_box

SHOWN = 6  # contractions in the table


def kicks(
    start: datetime, presses: Sequence[float], elapsed: float, judgement: Judgement,
    region: Region | None, who: Contacts, *, early: bool, form: str = "whole",
) -> Page:  # fmt: skip
    """Return the screen of movements: what to do first, how many, and no verdict.

    form: "whole"; "keys", whose lines may be left out from below on a small screen; "brief",
    which is what has changed.
    """
    last = clock_words(elapsed - presses[-1]) if presses else ""
    rows: list[tuple[str, Text]] = [
        (words.KICKS_SEEN, text(Span(str(len(presses)), "strong"))),
        (words.KICKS_LAST, text(words.AGO.format(time=last) if last else words.NONE_YET)),
    ]
    call = call_of(judgement, region, who)
    if form == "brief":
        return (*call, Facts(tuple(rows)))
    keys, note = _keys(words.KICKS_KEYS), Note(text(filled(words.KICKS_CANNOT, who)))
    if form == "keys" and call:  # a small screen has no room for more
        return (*call, Facts(tuple(rows)), keys, note)
    first = words.EARLY_KICKS if early else words.FIRST
    blocks: list[Block] = [
        *call,
        Title(text(words.KICKS), text(_since(start, elapsed))),
        Paragraph(text(Span(filled(first, who), "strong"))),
        Facts(tuple(rows)),
    ]
    return (*blocks, *([keys] if form == "keys" else []), note)


def contractions(
    start: datetime, found: Sequence[Contraction], seen: Picture, now: float,
    judgement: Judgement, region: Region | None, who: Contacts, *, form: str = "whole",
) -> Page:  # fmt: skip
    """Return the screen of contractions, as for kicks: the call first where a rule says so."""
    call, rows = call_of(judgement, region, who), _rows(found, seen, now)
    if form == "brief":
        return (*call, Facts(tuple(rows)))
    if form == "keys" and call:  # a small screen has no room for more: what is needed comes first
        blocks: list[Block] = [
            *call, Facts(tuple(rows[:1])), _keys(words.PAINS_KEYS), Facts(tuple(rows[1:]))
        ]  # fmt: skip
    else:
        blocks = [
            *call,
            Title(text(words.CONTRACTIONS), text(_since(start, now))),
            Paragraph(text(Span(filled(words.ANY_TIME, who), "strong"))),
            Facts(tuple(rows)),
            *([_keys(words.PAINS_KEYS)] if form == "keys" else []),
        ]
    if found:
        blocks.append(_table(start, found))
    rule = words.RULE.get(region.iso if region else "", words.RULE[""])
    blocks.append(Note(text(f"{rule} {words.PAINS_CANNOT}")))
    return tuple(blocks)


def call_of(judgement: Judgement, region: Region | None, who: Contacts) -> Page:
    """Return whom to call now, where a rule says so; nothing otherwise."""
    if judgement.level not in ("emergency", "urgent"):
        return ()
    return (call_box(judgement, region, who),)


def _keys(keys: Sequence[tuple[str, str]]) -> Facts:
    return Facts(tuple((key, text(Span(does, "command"))) for key, does in keys))


def _since(start: datetime, elapsed: float) -> str:
    return words.SINCE.format(time=f"{start:%H:%M}", elapsed=clock_words(elapsed))


def _rows(found: Sequence[Contraction], seen: Picture, now: float) -> list[tuple[str, Text]]:
    state = words.NONE_YET
    if found:
        last = found[-1]
        going = last.end is None
        since = now - (last.start if going or last.end is None else last.end)
        state = (words.GOING_ON if going else words.PAUSE).format(time=clock_words(since))
    rows = [(words.NOW, text(Span(state, "strong")))]
    count = min(LAST, sum(one.end is not None for one in found))
    if seen.length is not None:
        mean = words.MEAN_OF.format(time=clock_words(seen.length), count=count)
        rows.append((words.LENGTH, text(mean)))
    if seen.interval is not None:
        looked_at = seen.in_hour if seen.in_hour >= LAST else len(found)
        mean = words.MEAN_OF.format(time=clock_words(seen.interval), count=min(LAST, looked_at - 1))
        rows.append((words.INTERVAL, text(mean)))
    rows.append((words.LAST_HOUR, text(words.IN_HOUR.format(count=seen.in_hour))))
    return rows


def _table(start: datetime, found: Sequence[Contraction]) -> Table:
    rows = []
    for number in range(max(0, len(found) - SHOWN), len(found)):
        one = found[number]
        began = start + timedelta(seconds=one.start)
        length = words.LASTS if one.length is None else clock_words(one.length)
        after = clock_words(one.start - found[number - 1].start) if number else ""
        rows.append((f"{began:%H:%M}", length, after))
    return Table(words.TABLE, tuple(rows))
