"""Events -> one iCalendar file (RFC 5545) by the icalendar library, which escapes and folds."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from amma_cli.blocks import Event
from amma_cli.view.characters import clean

if TYPE_CHECKING:
    from icalendar import Event as Component

# It says nothing of what made the file: some calendars keep and show it.
MAKER = "-//Reminders//Calendar//EN"
BEFORE = timedelta(days=-1)  # an alarm a day ahead


def paint_ical(events: Sequence[Event], stamp: datetime) -> bytes:
    """Return the file, the same bytes for the same events. stamp: a time in UTC."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(_component(event, stamp))
    return bytes(calendar.to_ical())


def _component(event: Event, stamp: datetime) -> "Component":
    from icalendar import Alarm
    from icalendar import Event as Component

    made = Component()
    made.add("uid", event.uid)
    made.add("dtstamp", stamp)
    made.add("dtstart", event.start)
    made.add("dtend", event.end)
    made.add("sequence", event.sequence)
    made.add("summary", clean(event.title))
    made.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT")  # nobody who sees when she is busy sees these days
    made.add("class", "PRIVATE")
    if event.lines:
        made.add("description", "\n".join(clean(line) for line in event.lines))
    if event.alarm:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", BEFORE)
        alarm.add("description", clean(event.title))
        made.add_component(alarm)
    return made
