"""The sentences around warning signs and what was logged; what the rules say is in safety.toml."""

SIGNS_TITLE = "Warning signs to know {when}"
SIGNS_WHEN = {
    "pregnant": "in week {week}",
    "birth": "after a birth",
    "loss": "after a pregnancy has ended",
}
SIGNS_NOW = "now"
SIGNS_HOW = (
    "If one of these is so, do what its heading says first. To have several weighed together: "
)
SIGNS_KEYS = "The words after each arrow are what to type after --tick."
GIVEN = "Say on the phone: "
WEIGHED = "Weighed: "
WHY = "Why"
ALSO = "Also"
NONE_TITLE = "No rule fired, and that is no all-clear"
NO_WEEK = "To weigh signs, amma needs to know how far along you are."
NO_WEEK_HINT = "amma due, or amma signs --week 20, --after-birth 3 (days), --after-loss 3."
UNKNOWN_SIGN = 'There is no sign "{key}".'
UNKNOWN_FLAG = 'There is no flag "{key}".'
UNKNOWN_FIELD = 'There is no reading "{key}".'
ONE_TIME = "Say one of --week, --after-birth and --after-loss."
DOUBT = "Is {typed} right? It was read as {doubt}, which is rarely so."
NOT_STORED = "Nothing here was stored."
