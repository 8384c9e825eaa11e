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
DOUBTED = "{typed} was read as {value}. {doubt}"
IF_RIGHT = "If it is right: {call}"
IS_IT = "Is that right? yes or no"
NOT_SURE = "Nothing was saved."
DOUBTED_HINT = "Nothing was saved. If it is right, say so with --yes."
WHICH = "{typed} has no unit and can be read in two ways: as {first}, or as {second}."
IF_IT_IS = "If it is {value}: {call}"
WHICH_ONE = "1 for {first}, 2 for {second}, Enter for neither"
WHICH_HINT = "Nothing was saved. Type the unit: {first} or {second}."
ONLY_OUTPUT = "Only the output could not be written. {saved}"
JOURNAL = "Your journal"
NOTHING = "Nothing is in your journal here."
NOTHING_HOW = "To put something in: "
COUNT = "{count}, the newest first"
TORN = "Lines that were cut short while they were written, and are passed over: {count}."
KINDS_ARE = "It takes {kinds}."
NO_KIND = 'There is nothing to log called "{kind}".'
NEAR_KIND = "Did you mean {near}?"
IN_CHECKIN = "{kind} is kept by the check-in, from 1 (bad) to 5 (good)."
IN_CHECKIN_HINT = "amma checkin --{kind} 3"
NO_VALUE = "What is to be logged is missing."
FUTURE = "That is still to come. Only an appointment can be logged ahead."
TOO_EARLY = "That was more than a year before this day."
HOW_LATER = "amma journal shows it; amma journal edit, remove and undo change it."
STAYS_IN_CALENDAR = (
    "The appointment was removed. If it is in a calendar, remove it there: no file of amma's will."
)
IN_CALENDAR = "If it is in a calendar, the next file of amma calendar takes it out."
