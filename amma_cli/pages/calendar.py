"""The calendar: what each entry is called, and what is said when the file is written."""

from collections.abc import Sequence

from amma_cli import messages_calendar as words
from amma_cli.blocks import Event, Note, Page, Paragraph, text
from amma_cli.domain.age import plural
from amma_cli.domain.agenda import Occasion
from amma_cli.domain.week import Window


def events(occasions: Sequence[Occasion], *, plain: bool) -> tuple[Event, ...]:
    """Return the entries of the file; without `plain` none says anything of hers."""
    return tuple(_event(one, plain=plain and not one.cancelled) for one in occasions)


def _event(one: Occasion, *, plain: bool) -> Event:
    alarm = one.kind == "appointment" and not one.past and not one.cancelled
    title, said = _plain(one) if plain else (words.NEUTRAL, ())
    return Event(one.uid, one.start, one.end, title, said, alarm=alarm, cancelled=one.cancelled)


def _plain(one: Occasion) -> tuple[str, tuple[str, ...]]:
    if one.window is not None:
        said = words.CARE_ANYBODY if one.window.where == "WHO" else words.CARE_SAID
        return _window_title(one.window), (one.window.say, said)
    if one.kind == "week":
        return words.WEEK.format(week=one.week), ()
    return one.words or words.APPOINTMENT, ()


def _window_title(window: Window) -> str:
    first, last = (age.short if age else "" for age in (window.first, window.last))
    when = words.BETWEEN if first and last else words.FROM if first else words.BY
    template = words.CARE_ONLY if window.only else words.CARE
    return template.format(
        title=window.title, only=window.only, when=when.format(first=first, last=last)
    )


def would(occasions: Sequence[Occasion]) -> Page:
    """Return what the file would hold, by kind."""
    back = [one for one in occasions if one.cancelled]
    kept = [one for one in occasions if not one.cancelled]
    parts = [
        plural(count, *words.KINDS[kind])
        for kind in words.KINDS
        if (count := sum(one.kind == kind for one in kept))
    ]
    if back:
        parts.append(words.BACK_WHAT.format(count=plural(len(back), "entry", "entries")))
    return (Paragraph(text(words.WOULD.format(what=", ".join(parts)))),)


def written(path: str, shown: Sequence[Event], *, plain: bool) -> Page:
    """Return what is said of a file that was written."""
    count = plural(len(shown), "entry", "entries")
    back = bool(shown) and all(event.cancelled for event in shown)
    what = words.BACK_WHAT.format(count=count) if back else count
    blocks: list[Paragraph | Note] = [Paragraph(text(words.WRITTEN.format(path=path, what=what)))]
    blocks.append(Paragraph(text(words.BACK if back else words.HOW)))
    if not plain and not back:
        blocks.append(Note(text(words.TITLES)))
    return tuple(blocks)
