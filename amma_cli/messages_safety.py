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
LISTED = "amma signs lists them."
UNKNOWN_FLAG = 'There is no flag "{key}".'
UNKNOWN_FIELD = 'There is no reading "{key}".'
ONE_TIME = "Say one of --week, --after-birth and --after-loss."
BELOW_0 = "A week, or days after a birth or loss, are a number from 0 on."
NO_SUCH_WEEK = "There is no week {week}: the weeks go from 0 to 42."
NO_SUCH_WEEK_HINT = "After a birth: amma signs --after-birth DAYS"
NO_NUMBER_OF_WEEKS = "A week is a number such as 20."
WEEK_FOR = "The signs of week {used} stand for week {week}."
SIGNS_ANY = "in any week"
ANY_WEEK = (
    "amma does not know how far along you are, so what holds in any week counts here. To be asked"
    " about your own week: amma due, or amma signs --week 20."
)
ODD = "{typed} was read as {value}. {doubt} Measure again if you can, but do not wait with a call."
TWO_WAYS = "{typed} can be read in two ways: {ways}."
NOT_STORED = "Nothing here was stored."
