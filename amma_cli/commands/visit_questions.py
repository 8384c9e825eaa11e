"""amma visit ask, list, done, open: the questions for the next appointment."""

from collections.abc import Sequence
from typing import Any

from amma_cli import messages_visit as words
from amma_cli.commands.ask import from_stdin
from amma_cli.commands.calling import call_first, shown
from amma_cli.commands.hearing import heard_call
from amma_cli.commands.house import House
from amma_cli.commands.show import show
from amma_cli.commands.visit_sheet import entry_record, noted, noted_of
from amma_cli.domain import visit as domain
from amma_cli.domain.moment import SCHEMA
from amma_cli.domain.visit import Noted
from amma_cli.errors import NotFound, Usage
from amma_cli.pages import visit as page
from amma_cli.store.journal import Entry, append_entries, new_entry
from amma_cli.store.journal_change import change_entry, find_entry
from amma_cli.view.characters import clean

LONGEST = 2000


def questions(house: House, verb: str, rest: Sequence[str]) -> None:
    """Do what a verb says. Raises errors.Usage for one that is none."""
    if verb == "ask":
        _ask(house, " ".join(rest))
    elif verb == "list" and not rest:
        _list(house)
    elif verb == "done":
        _tick(house, rest, done=True)
    elif verb == "open" and rest:
        _tick(house, rest, done=False)
    else:
        raise Usage(words.VERBS, "amma visit -h")


def _ask(house: House, typed: str) -> None:
    said = from_stdin(house.env, typed, words.ASK_COMMAND).strip()[:LONGEST]
    if not said:
        raise Usage(words.NO_QUESTION, words.ASK_COMMAND)
    call = heard_call(house, said)
    with call_first(house, lambda: call):
        entry = new_entry(house.env.now(), "question", {"text": said}, "", house.profile.pregnancy)
        append_entries(house.paths.journal, [entry])
    record = {**_record([noted(entry)]), "judgement": call.record}
    shown(house, (*call.page, *page.asked(said)), record, call, "")


def _list(house: House) -> None:
    every = noted_of(house)
    still, done = domain.questions(every), domain.questions(every, done=True)
    show(house.env, page.question_list(still, done), _record([*still, *done]))


def _tick(house: House, names: Sequence[str], *, done: bool) -> None:
    """Mark questions as done or open; without a name all that are open are done."""
    if not names:
        names = [one.id for one in domain.questions(noted_of(house))]
    old = [_found(house, name) for name in dict.fromkeys(names)]
    changed = []
    for entry in dict.fromkeys(one.id for one in old):
        was = next(one for one in old if one.id == entry)
        data = {key: value for key, value in was.data.items() if key != "done"}
        if done:
            data["done"] = house.env.today().isoformat()
        new = was._replace(data=data)
        if bool(was.data.get("done")) is not done:
            change_entry(house.paths.journal, house.paths.undo, was, new)
        changed.append(noted(new))
    show(house.env, page.changed(changed, done=done), _record(changed))


def _found(house: House, name: str) -> Entry:
    entry = find_entry(house.paths.journal, name, house.profile.pregnancy)
    if entry.kind != "question":
        raise NotFound(words.NO_SUCH.format(name=clean(name)[:20]), words.LIST_HOW)
    return entry


def _record(shown: Sequence[Noted]) -> dict[str, Any]:
    return {"schema": SCHEMA, "questions": [entry_record(one) for one in shown]}
