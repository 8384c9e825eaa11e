"""Every sentence said to the user that is not an article, by name.

One place, so that the tone can be reviewed and a second language can come.
Placeholders in braces are filled by the page that uses the sentence.
"""

# First minute
WHAT_IT_IS = "amma: a pregnancy companion for the terminal"
WHAT_IT_DOES = (
    "Your week, what is happening in it, and articles for it, every claim with its source."
    " Nothing you type leaves this machine."
)
TRY_WEEK = "the guide of week 20, without giving any date"
TRY_SEARCH = "what the articles say about a worry"
GIVE_DUE = "To see your own week, give your due date. It asks; skip what you like:"
WORRIED_NOW = "Worried right now? Call {unit}, day or night. In an emergency call {emergency}."

# The card of a day
ORDINAL = "your {ordinal}"
TRIMESTERS = ("", "First trimester", "Second trimester", "Third trimester")
FAR = "{percent}% of 40 weeks, {days} to go"
DUE_ON = "Due {date} ({method})"
DUE_TODAY = "Today is your due date."
PAST_DUE = "{days} past your due date"
PAST_DUE_FIRST = (
    "First of all now: your baby's movements. If they are less or different, call {unit} now,"
    " day or night; do not count first."
)
PAST_DUE_CARE = (
    "From now on your midwife or doctor checks on you and the baby more often and talks with you"
    " about starting labor (induction). If you have no appointment yet, call and ask for one."
)
PERIOD_DAYS = (
    "These are the days of your period. Pregnancy is counted from its first day, so there is no"
    " pregnancy yet. What you see is for week 1."
)
NOT_YET = "Your count begins on {date}"
NOT_YET_WHY = (
    "By the due date you gave, {due}, the first day of week 0 is still ahead, so there is no"
    " week to show."
)
NOT_YET_DO = (
    "Until then: start folic acid now if you hope to become pregnant, and have the medicines you"
    " take looked at. Do not stop a prescribed medicine on your own."
)
NOT_YET_CHECK = "If you are pregnant already, the date may have a slip in it: {command}."
UNKNOWN = "How are things?"
UNKNOWN_WHY = (
    "Your due date was {due}, and nothing has been recorded since. amma shows no week until you"
    " say how things stand."
)
UNKNOWN_WAYS = (
    ("amma born DATE", "The baby is here"),
    ("amma end", "The pregnancy ended in another way"),
    ("amma due --still-pregnant", "Still pregnant"),
    ("amma due DATE", "The due date was another"),
)
UNKNOWN_CALL = (
    "If you are still pregnant and not in touch with your maternity unit today, call them now,"
    " day or night."
)
AFTER_BIRTH = "{weeks} since the birth"
AFTER_BIRTH_DAY = "The day of the birth"
AFTER_BIRTH_LATE = "More than a year since the birth: amma shows no weeks any more."
ENDED = "amma shows no dates."
ENDED_MORE = "To read an article: {read}. To change this: {resume}."

# Size
SIZE = "Your baby at {at}"
SIZE_ANY = "The baby at {at}"
KINDS = {"crown-rump": "crown to rump (head to bottom)", "crown-heel": "head to heel"}
LENGTH = "about {value}, {kind}"
LENGTH_BAND = "94 in 100 babies: {low} to {high}"
WEIGHT = "about {value}; 8 in 10 babies: {low} to {high}"
WEIGHT_NO_BAND = "about {value}"
STANDARD = "Table: {standard}"
LIKE = {"size": "about the size of {like}", "weight": "about the weight of {like}",
        "length": "about the length of {like}"}  # fmt: skip
CALM_SIZES = "Calm is on, so sizes are hidden. To see them:"
SMALL = "The baby is too small for a table of lengths or weights yet."
NO_BABY = "There is no baby yet in this week, so there is nothing to measure."
GROWTH_SAY = (
    "Middle values of many babies, not targets for one. If a scan worries you, ask your midwife or"
    " doctor what it means for your baby."
)

# Reading
THREAD = "Week {week}: {why}"
READ_WEEK = "Read this week"
READ_ARTICLES = "Articles that fit this week"
LEAD_UNWRITTEN = 'The lead article of this week, "{title}", is not written yet.'
GUIDE_UNWRITTEN = (
    "The guide of week {week} is not written yet. What is here: the size, your care and the"
    " articles that fit."
)
NO_ARTICLES = "No article for this week is written yet."
START_HERE = "start here"
MINUTES = "{minutes} min"
CARE = "Coming up in your care"
CARE_WEEK = "Week {week}"
CARE_WHO = (
    "This is the World Health Organization's schedule of visits. Schedules differ from country to"
    " country; your own notes come first."
)
CARE_WHOSE = {"UK": "As in the UK", "US": "As in the US", "WHO": "As the WHO recommends"}
CARE_NONE = "Nothing new falls in these weeks in this schedule. Your own notes come first."

# An article
MINUTES_READ = "{minutes} min read"
WEEKS_SHOWN = "weeks {first} to {last}"
WEEK_SHOWN = "week {week}"
AFTER_SHOWN = "after birth, weeks {first} to {last}"
AFTER_WEEK_SHOWN = "after birth, week {first}"
TAKEAWAYS = "Key takeaways"
GET_HELP = "When to get help"
QUESTIONS = "Frequently asked questions"
SOURCES = "Sources"
RELATED = "Read next"
NO_CLINICIAN = "No doctor or midwife has reviewed this text. It was checked against its sources."
CLINICIAN = "Reviewed by {reviewer}."
DATES = "Written {written}, last checked {checked}."
OVERDUE = "It should have been checked again by {day}: take figures with care."
DISCLAIMER = (
    "General information, no substitute for your own midwife or doctor. If you are worried, call;"
    " you do not need a reason that sounds good enough."
)
REPORT = "A wrong or dangerous sentence? Please report it: {where}."
REPORT_WHERE = "open an issue in the project's repository, or tell whoever gave you amma"
EMERGENCY_LINE = "Emergency: {emergency}"
UNIT_LINE = "Your unit: {unit}"
CRISIS_LINE = "In a mental health crisis: {crisis}"
ABUSE_LINE = "If somebody hurts or threatens you: {lines}"
CHECK_NUMBER = "check this number"
UNIT_IN_NOTES = "the number is in your maternity notes"
SEEN = {
    "page": "read on {day}",
    "abstract": "its summary was read on {day}",
    "quoted": "read as quoted in {where}, {day}",
    "brief": "read by those who gathered the evidence, {day}; not opened again since",
    "not-seen": "known to exist, not opened",
}
KIND = {
    "guideline": "guideline", "review": "review of studies", "trial": "randomized trial",
    "study": "study", "national-body": "national health body", "hospital": "hospital leaflet",
    "charity": "charity", "reference": "medical reference", "textbook": "textbook",
    "data": "data", "law": "law",
}  # fmt: skip
CITE_SENTENCES = "What rests on it in this article"

# Search
NO_HITS = 'Nothing in the library answers "{query}" yet.'
NO_HITS_CALL = (
    "That the library is silent says nothing about what you feel. If something worries you, call"
    " {unit}, day or night."
)
HITS = "{count} for “{query}”"
CORRECTED = 'Nothing for "{asked}"; shown instead: "{read}".'
EMPTY_SEARCH = "There is no word to look for."
STOP_SEARCH = 'Only very frequent words in "{query}": name what it is about.'
TOO_LONG_SEARCH = "That is too long to search for: {size} characters, at most 500 are looked at."

# Check-in
CHECKIN = "Your check-in"
SIGNS_ASK = "Is any of this so right now?"
SIGNS_ALWAYS = "If one of these is so, call first, as its heading says. This page can wait."
SIGNS_MORE = "Signs that need a call within a day, or a word at the next visit"
NOTE_ASK = "A note for yourself (Enter to skip)"
NOTE_SAVED = "Saved in your journal. To remove it, delete its line in {path}."
NOTE_NONE = "No note kept; nothing was written."

# Due
ASK_DATE = "Your due date, for example 2027-04-11 (Enter if you do not know it)"
ASK_LMP = "The first day of your last period (Enter to skip)"
ASK_COUNTRY = "Your country, two letters such as GB or US, for numbers to call (Enter to skip)"
NOTHING_STORED = "Nothing was stored."
NO_DUE = "No due date is stored yet."
NO_DUE_HINT = "amma due"
STORED = "Your due date is {date}."
WOULD = "It would be {date}. Nothing was stored."
UNDO_HOW = "To take this back: {command}"
NOTHING_UNDO = "There is nothing to undo."
NOTHING_REDO = "There is nothing to redo."
HISTORY = (
    "The date now stands in your shell's history. To keep it out next time, run 'amma due' and"
    " type it when asked; to remove the line: {how}."
)
METHOD = {
    "date": "your clinic's date", "lmp": "by your last period",
    "conceived": "by the day of conception", "insemination": "by the insemination",
    "retrieval": "by the egg collection", "transfer": "by the embryo transfer",
    "scan": "by a scan", "crl": "by the baby's length at a scan",
}  # fmt: skip

# Settings, privacy and what is stored
SETTINGS = "Settings"
SETTING_NOW = "{name} is now: {value}"
TAKE_BACK = "To take this back: "
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
FORGET_FAILED = "{path} could not be deleted: {why}."
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
    "If you feel unwell, bleed heavily, have a fever, or feel that you cannot go on, call for help"
    " now, day or night."
)
END_READING = "There is reading for afterwards, only if you want it: "
SUPPORT = "Reading for afterwards"
NO_SUPPORT = "Nothing is written for this yet."
RESUMED = "amma goes on as before."
NEW_ASK = "Put everything so far aside and start again? (yes to do it)"
NEW = "Started again."
NEW_ASIDE = "What was before is put aside as number {number}; your settings stay."
NEW_DUE = "Give a due date"
NEW_SHOW = "Read what was put aside"
NEW_REMOVE = "Delete it"
NEW_NONE = "Nothing is put aside."
NEW_LIST = "Put aside"
NEW_LINE = "Number {number}, put aside on {day}"
NEW_DATE = "Its date: {day}"
NEW_REMOVED = "Number {number} is deleted, with its journal."
