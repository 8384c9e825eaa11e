"""Events -> one iCalendar file (RFC 5545) by the icalendar library, which escapes and folds."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from amma_cli.blocks import Event
from amma_cli.view.characters import clean

if TYPE_CHECKING:
    from icalendar import Event as Component

# It says nothing of what made the file: some calendars keep and show it.
MAKER = "-//Reminders//Calendar//EN"
BEFORE = timedelta(days=-1)  # an alarm a day ahead
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
HIGHEST = 2**31 - 1  # an integer of iCalendar (RFC 5545, 3.3.8)


def paint_ical(events: Sequence[Event], made: datetime) -> bytes:
    """Return the file, the same bytes for the same events made at the same time.

    made: with its offset. Each event carries it, and a number that grows with it: a calendar takes
    what was made later for what it had (RFC 5545, 3.8.7.4), be it after an end or taken up again.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(_component(event, made.astimezone(UTC)))
    return bytes(calendar.to_ical())


def _component(event: Event, made: datetime) -> "Component":
    from icalendar import Alarm
    from icalendar import Event as Component

    component = Component()
    component.add("uid", event.uid)
    component.add("dtstamp", made)
    component.add("dtstart", event.start)
    component.add("dtend", event.end)
    component.add("sequence", min(max(0, int((made - SINCE).total_seconds())), HIGHEST))
    component.add("summary", clean(event.title))
    component.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    component.add("transp", "TRANSPARENT")  # nobody who sees when she is busy sees these days
    component.add("class", "PRIVATE")
    if event.lines:
        component.add("description", "\n".join(clean(line) for line in event.lines))
    if event.alarm:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", BEFORE)
        alarm.add("description", clean(event.title))
        component.add_component(alarm)
    return component
