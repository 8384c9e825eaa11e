"""The sentences on what is the user's own: settings, privacy, birth, end, beginning again."""

# Settings, privacy and what is stored
SETTINGS = "Settings"
SETTING_NOW = "{name} is now: {value}"
PRIVACY = "What amma stores, and who can read it"
PRIVACY_STORED = (
    "Only what you typed: your due date and how you found it, settings, and what you entered in a"
    " check-in. Nothing is recorded of what you read or search for. amma has no network code:"
    " it sends nothing and asks nothing."
)
PRIVACY_WHO = (
    "These files can be read by you and by anyone who can use your account on this computer, by"
    " its administrator, and by programs that copy your files, such as backups and"
    " synchronized folders."
)
PRIVACY_CANNOT = (
    "What amma cannot protect: your shell's history and your terminal's scrollback, where commands"
    " and their answers stand; other programs of yours; what you printed, exported or sent on; a"
    " stolen computer without disk encryption."
)
PRIVACY_DELETE = "To see what would be deleted, and to delete it: "
PRIVACY_HISTORY = "To keep a date out of the shell's history, type it when asked: "
PRIVACY_SAFE = (
    "If somebody checks this computer, deleting files can be noticed too. Think about another"
    " device first. The article on not being safe at home says more: "
)
PROVE = "Proof: every reading command, with sockets refused"
PROVE_RAN = "{count} commands ran, {sockets} tried to open a socket, {processes} started a process."
PROVE_READ = "Read"
PROVE_WRITTEN = "Written"
PROVE_NONE = "Nothing was written."
DOCTOR = "How amma is on this machine"
DOCTOR_FINE = "No problem found."
DOCTOR_PROBLEMS = "Problems"
TORN = (
    "{path} has lines that were cut short while they were written: {count}. They stay in the file;"
    " every other line is read."
)
FORGET = "This will be deleted"
FORGET_NOTHING = "There is nothing to delete."
FORGET_ASK = 'Type "forget" to delete all of it'
FORGET_KEPT = "Nothing was deleted."
FORGET_DONE = "Deleted."
FORGET_DRY = "Nothing was deleted; this is what --yes or the word would delete."
FORGET_REACH = (
    "What amma cannot reach: your shell's history and terminal scrollback, files you printed or"
    " exported, backups and copies elsewhere."
)
FORGET_CALENDAR = "Dates in your calendar stay in it. To take them out, before this: "
FORGET_FAILED = "{path} could not be deleted: {why}."
FORGET_OTHERS = "The other files are gone."
CRASH = "Something went wrong inside amma, and the command was not finished."
CRASH_LOG = "What happened, without anything of yours, is in {path}. Please report it."
CRASH_NO_LOG = "Please report it, with the command you typed."

# Birth, end and beginning again. Nothing here congratulates, consoles or assumes.
BORN = "Recorded: born on {day}."
BORN_NOW = "amma now shows the time after birth: "
BORN_WITHOUT = "To leave out everything about newborns: "
BORN_WITH = "To have reading and signs about newborns: "
ASK_END = "A day, if you want to record one (Enter to skip)"
ERASE_ASK = "Delete everything that amma has stored? (yes to delete)"
END = "Recorded."
END_KEPT = (
    "From now on amma shows no dates and counts nothing. What you wrote is still on this machine."
)
END_HIDDEN = (
    "From now on amma shows no dates and counts nothing. What you wrote stays on this machine and"
    " is listed nowhere."
)
END_UNWELL = (
    "If you feel unwell or have a fever, call {unit} now, day or night. If you feel that you cannot"
    " go on, call {crisis} now, day or night. If you bleed heavily, or in any emergency, call"
    " {emergency} now."
)
END_READING = "There is reading for afterwards, only if you want it: "
END_CALENDAR = "If dates of amma are in your calendar, this takes them out: "
SUPPORT = "Reading for afterwards"
NO_SUPPORT = "Nothing is written for this yet."
RESUMED = "amma goes on as before."
NOTHING_BACK = "There is nothing to take back: no birth and no end is recorded."
BACK_DATE = "amma due --undo takes the last date back."
NEW_LISTED = "amma new --list shows what was put aside."
NEW_BACK = "Take this back, as long as nothing new is recorded"
NEW_ASK = "Put everything so far aside and start again? (yes to do it)"
NEW = "Started again."
NEW_ASIDE = "What was before is put aside as number {number}; your settings stay."
NEW_DUE = "Give a due date"
NEW_SHOW = "Read what was put aside"
NEW_REMOVE = "Delete it"
NEW_CALENDAR = "Take its dates out of your calendar"
NEW_NONE = "Nothing is put aside."
NEW_LIST = "Put aside"
NEW_LINE = "Number {number}, put aside on {day}"
NEW_DATE = "Its date: {day}"
NEW_REMOVED = "Number {number} is deleted, with its journal."
FILE_THERE = "{path} is there already; nothing was written."
FILE_THERE_HOW = "Add --force to replace it."
