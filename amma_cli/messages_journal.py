"""The sentences around what was logged: saved, changed, taken back, questioned."""

SAVED = "Saved: {what}, {when}."
WOULD = "It would be saved as {what}, {when}. Nothing was saved."
SAVED_HOW = "To take it back: "
CHANGED = "Changed: {what}, {when}."
REMOVED = "Removed: {what}, {when}."
WAS = "It was: {what}."
UNDONE = {
    "added": "Taken back, so it is no longer in the journal: {what}, {when}.",
    "edited": "As it was before: {what}, {when}.",
    "removed": "Back in the journal: {what}, {when}.",
}
UNDO_AGAIN = "To put it back: "
SURE = "{typed} was read as {doubt}. Is that right? yes or no"
NOT_SURE = "Nothing was saved."
DOUBTED = "{typed} was read as {doubt}, which looks like a slip."
DOUBTED_HINT = "If it is right, say so with --yes. Nothing was saved."
JOURNAL = "Your journal"
NOTHING = "Nothing is in your journal here."
NOTHING_HOW = "To put something in: "
COUNT = "{count}, the newest first"
TORN = "Lines that were cut short while they were written, and are passed over: {count}."
KINDS_ARE = "It takes {kinds}."
NO_KIND = 'There is nothing to log called "{kind}".'
NO_VALUE = "What is to be logged is missing."
FUTURE = "That is still to come. Only an appointment can be logged ahead."
TOO_EARLY = "That was more than a year before this day."
HOW_LATER = "amma journal shows it; amma journal edit, remove and undo change it."
STAYS_IN_CALENDAR = (
    "The appointment was removed. If it is in a calendar, remove it there: no file of amma's will."
)
IN_CALENDAR = "If it is in a calendar, the next file of amma calendar takes it out."
