"""The sentences of the live sessions: movements and contractions."""

KICKS = "Movements"
CONTRACTIONS = "Contractions"
SINCE = "since {time}, {elapsed}"
FIRST = "If the movements are less or different, call {unit} now; do not count first."
KICKS_SEEN = "Movements"
KICKS_LAST = "The last one"
AGO = "{time} ago"
NONE_YET = "none yet"
KICKS_CANNOT = (
    "This is a diary. No number of movements is a target or a result. You know the pattern; if it"
    " changes, call {unit}, each time."
)
EARLY_KICKS = (
    "Before 24 weeks movements have no pattern to time. If you felt them and they have stopped or"
    " are fewer, call {unit} now."
)
KICKS_KEYS = (
    ("Space", "a movement"),
    ("u", "take the last one back"),
    ("q", "finish and save"),
)
PAINS_KEYS = (
    ("Space", "a contraction begins, or ends"),
    ("u", "take the last press back"),
    ("q", "finish and save"),
)
ANY_TIME = (
    "Call {unit} now, whatever this shows: before 37 weeks, with any blood, when your waters break,"
    " when the baby moves less, or when you are worried."
)
NOW = "Now"
GOING_ON = "a contraction, for {time}"
PAUSE = "a pause, for {time}"
LENGTH = "Length"
INTERVAL = "Start to start"
MEAN_OF = "{time} (mean of the last {count})"
LAST_HOUR = "Last hour"
IN_HOUR = "{count} began"
PAINS_CANNOT = (
    "What this cannot see: your waters, blood, your baby, and whether labor has begun. Only an exam"
    " can tell. A rule of minutes is no reason to wait when something feels wrong."
)
RULE = {
    "GB": "In the UK units ask you to phone first, and at the latest when contractions come every 5"
    " minutes and last about a minute.",
    "US": "In the US many offices say 5-1-1: every 5 minutes, 1 minute long, for 1 hour."
    " Some say 4-1-1.",
    "": "Units differ: call at the latest when contractions come every 5 minutes, last about a"
    " minute, and have done so for an hour. Call earlier if this is not your first birth or the way"
    " is long.",
}
TABLE = ("Began", "Length", "After the one before")
LASTS = "lasts"
GOES_ON = "A session of {kind} has gone on since {time}. It is taken up again."
OTHER = "A session of {kind} has gone on since {time}."
OTHER_ASK = "Save it and begin this one? y for yes, Enter for no"
PUT_AWAY = "A session of {kind} lay there since {time}; it is in your journal now."
LEFT_LYING = "A session of {kind} from {time} was left. To save it: amma {kind} --finish"
OTHER_HINT = "Finish it first: amma {command} --finish"
NO_SESSION = "No session goes on."
NO_SESSION_HINT = "amma {command} --press begins one."
SAVED = "Saved: {summary}."
PRESSED = "The press was saved; only the output could not be written."
SAVED_STAYS = "The session is in your journal, but {path} could not be removed."
SAVED_STAYS_HINT = "amma {command} --discard removes it; the journal keeps its entry."
DISCARDED = "The session was put away; nothing of it was saved."
LINE_HOW = {
    "kicks": "Press Enter for each movement, u to take one back, q to finish",
    "contractions": "Press Enter when a contraction begins and when it ends, u to take it back,"
    " q to finish",
}
LINE_NEXT = "Enter, u or q"
INTERRUPTED = "The session stays as it is. To go on: amma {kind}. To save it: amma {kind} --finish"
NOTHING_COUNTED = (
    "amma counts nothing here now. In pain, bleeding or worried? Call {unit}, day or night; in an"
    " emergency {emergency}."
)
