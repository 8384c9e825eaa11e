"""The sentences of amma export and amma import."""

# Export
FORM = '--to is json, csv or md, not "{asked}".'
WRITTEN = "Written: {path} ({count}). Only you can read it; what you do with it is up to you."
WHOLE = "amma import {path} takes it over again."
TORN = "Not in it: lines of the journal that were cut short while they were written ({count})."
LIVE = "Not in it: the session that goes on now. It is in the journal once it is finished."
NOT_BACK = "amma import would not take this file back as it is. {why}"

# The record that is to be read
TITLE = "What amma keeps"
DUE = "Due date"
DATES = "How the date was found"
DATING = "{inputs}; gives {due}; recorded on {on}"
UNUSED = "; not in use"
CLINIC = "{due}; recorded on {on}"
APPLIES = "What applies"
YES, NO = "yes", "no"
NUMBERS = {
    "height_cm": "height, cm", "start_kg": "weight before, kg",
    "fasting_mmol": "own target, fasting, mmol/L",
    "one_hour_mmol": "own target, 1 hour after a meal, mmol/L",
    "two_hour_mmol": "own target, 2 hours after a meal, mmol/L",
}  # fmt: skip
SETTINGS = "Settings"
JOURNAL = "Journal"
NO_JOURNAL = "Nothing is in the journal."
NUMBER = "Number {number}, put aside on {day}"
BORN = "Born"
WHOLE_IN_JSON = "Everything, in a form that amma reads again: "

# Import
WOULD = "What would come"
CAME = "Taken over"
NOTHING = "Nothing new: all of it is here already."
ENTRIES = "Journal"
ENTRY_COUNTS = "{new} new, {same} here already, {differ} otherwise in the file"
DATINGS = "Dates"
DATING_COUNT = "{count} more ways in which the date was found"
DATING_ONE = "1 more way in which the date was found"
ASIDE = "Put aside"
ASIDE_COUNT = "{count} more"
TAKEN = "From the file"
SET = {
    "setting": "setting {name}", "answer": "what applies: {name}",
    "birth": "the day of the birth ({name})", "end": "an end ({name})",
    "put aside": "put aside ({name})",
}  # fmt: skip
GOES_ON = "Number {number} goes on now, as in the file."
DUE_MOVED = "The due date is now {after}; it was {before}."
DUE_WOULD = "The due date would be {after}; it is {before}."
DUE_SET = "Due date: {after}."
KEPT = "Otherwise in the file, and kept as it is here"
GIVEN = "Otherwise in the file, and taken from it"
DIFFERS = {
    "entry": "entry {name}: here {here}; in the file {there}",
    "setting": "setting {name}: here {here}; in the file {there}",
    "answer": "{name}: here {here}; in the file {there}",
    "date": "due date of {name}: here {here}; in the file {there}",
    "birth": "day of the birth, {name}: here {here}; in the file {there}",
    "end": "end, {name}: here {here}; in the file {there}",
    "put aside": "{name} put aside: here {here}; in the file {there}",
}  # fmt: skip
DIFFERS_DATE = "the date of {name} is another"
MORE = "and {count} more"
THEIRS = "To take what the file says instead: "
TO_DO = "To take it over: "
BACK = "To have a way back, keep what is here first: "
AFTER = "To look: "
AFTER_ONE = "To take an entry back: "
NAME_ONE = "import takes one file, or - for what is piped into it."
EMPTY = "Nothing came in."
