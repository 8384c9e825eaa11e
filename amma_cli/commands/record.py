"""Everything that is kept as a page to be read: dates, what applies, settings, the journal."""

from collections.abc import Sequence

from amma_cli import messages_exchange as words
from amma_cli.blocks import Page
from amma_cli.commands.house import House
from amma_cli.commands.log import row_of
from amma_cli.domain.applies import AFTER_AN_END, About
from amma_cli.domain.dates import format_date
from amma_cli.domain.redating import BY
from amma_cli.pages import record as page
from amma_cli.pages.journal import Row
from amma_cli.store.exchange import Content
from amma_cli.store.journal import Entry, stored_time
from amma_cli.store.profile import Past, Profile, Stored


def record_page(house: House, content: Content) -> Page:
    """Return what is kept, of those put aside what was not hidden; no dates after an end."""
    profile = content.profile
    parts = [_now(house, profile, content.entries)]
    parts += [
        _put_aside(house, past, content.entries, silent=bool(profile.ended or past.ended))
        for past in profile.past
        if not past.hidden
    ]
    settings = [
        (name.replace("_", "-"), _said(value))
        for name, value in profile.settings._asdict().items()
        if value
    ]
    return page.record(settings, parts)


def _now(house: House, profile: Profile, entries: Sequence[Entry]) -> page.Part:
    ended = bool(profile.ended)
    facts = [
        (words.DATES, [] if ended else _dates(profile)),
        (words.APPLIES, _applies(profile.about, ended=ended)),
    ]
    return page.Part("", facts, _rows(house, entries, profile.pregnancy))


def _put_aside(house: House, past: Past, entries: Sequence[Entry], *, silent: bool) -> page.Part:
    heading = words.NUMBER.format(number=past.number, day=format_date(past.on))
    facts = [(words.DATES, [] if silent else _dates(past))]
    return page.Part(heading, facts, _rows(house, entries, past.number))


def _rows(house: House, entries: Sequence[Entry], number: int) -> list[Row]:
    mine = [entry for entry in entries if entry.pregnancy == number]
    mine.sort(key=stored_time)
    return [row_of(house, entry) for entry in mine]


def _dates(of: Profile | Past) -> list[tuple[str, str]]:
    rows = [(words.DUE, format_date(of.due))] if of.due else []
    rows += [(BY[row.kept.dating.method], _dating(row, of.live)) for row in of.datings]
    return rows + ([(words.BORN, format_date(of.born))] if of.born else [])


def _dating(stored: Stored, live: Sequence[int]) -> str:
    dating, on = stored.kept.dating, format_date(stored.kept.on)
    inputs = ", ".join(f"{key} {value}" for key, value in dating.inputs.items())
    form = words.CLINIC if dating.method == "date" else words.DATING
    said = form.format(inputs=inputs, due=format_date(dating.due), on=on)
    return said if stored.id in live else said + words.UNUSED


def _applies(about: About, *, ended: bool) -> list[tuple[str, str]]:
    rows = [
        (key, words.YES if yes else words.NO)
        for key, yes in about.said
        if not ended or key in AFTER_AN_END
    ]
    numbers = about._asdict()
    return rows + [
        (name, f"{numbers[key]:g}") for key, name in words.NUMBERS.items() if numbers[key]
    ]


def _said(value: object) -> str:
    return "on" if value is True else str(value)
