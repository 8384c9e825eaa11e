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
LOOK_UP = "To look it up: {search}. All commands: amma -h."

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
UNKNOWN_HOW = "Nothing is counted until you say how things stand: type amma."
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
ENDED_WAYS = "amma new starts again; amma resume goes on as before."

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
CARE_WHOSE = {
    "UK": "These visits are as in the UK", "US": "These visits are as in the US",
    "WHO": "These visits are as the WHO recommends",
}  # fmt: skip
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
CHECK_NUMBER = "check this number"
UNIT_IN_NOTES = (
    "the number is in your maternity notes; without notes yet, your doctor, or an emergency"
    " department"
)
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
HEARD = "If this is happening now"
NO_WORD_SEARCH = "There is no word in it to look for."
NOT_ANSWERED = "No text answers {words}. What follows holds the other words."
HITS = "{count} for “{query}”"
EMPTY_SEARCH = "There is no word to look for."
STOP_SEARCH = 'Only very frequent words in "{query}". Name what it is about, as in: '
TOO_LONG_SEARCH = "That is too long to search for: {size} characters, at most 500 are looked at."

# Check-in
SIGNS_ASK = "Is any of this so right now?"
SIGNS_ALWAYS = "If one of these is so, call first, as its heading says. This page can wait."

# Due
NO_DUE = "No due date is stored yet."
NO_DUE_HINT = "amma due"
STORED = "Your due date is {date}."
WOULD = "It would be {date}. Nothing was stored."
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

# Headings and leads of the pages
WHOLE_ARTICLE = "The whole article, with its sources: "
BRING_BACK = "To bring it back: "
YOUR_WEEK = "What belongs to your week: "
COUNT_BEGINS = "The count begins on {start}."
CHANGE_THIS = "To change this: "
GO_WHY = "The sum behind today's number"
GO_DUE = "Set another date"
OTHER_WORDS = "The same day in other words"
WHY_NONE = "Why no week is shown"
WHEN_BABIES = "When babies come"
TWO_WEEKS = "For you, two weeks either side is {span}."
NOTES_FIRST = "The date in your maternity notes always comes first: if it differs, set it with "
WHAT_CHANGES = "What would change it"
FOR_WORK = "For work, in the UK"
ALL_THERE_IS = "All there is: "
OF_ONE_TOPIC = "The articles of one: "
LABEL = "What this library is, and is not"
FILES_NOW = "Files there now"
FILES_CAN = "Files there can be"
FILES_WHO = "Who can read them"
UNIT_LINE = "Maternity unit, day or night: "
CRISIS_LINE = "Mental health crisis: "
ABUSE_LINE = "Abuse helpline: "
EMERGENCY_LINE = "Emergency: "
NO_GUIDE = "The guide of week {week} is not written yet; what there is: "
WHOLE_GUIDE = "The whole guide of this week, with its sources: "
WHOLE_GUIDE_AFTER = "The whole guide of this week: "
GROWTH = "How a baby grows"
SIZE_WEEK = "Size in week {week}"
CHART_BAND = "Drawn, the line is the middle weight; 8 in 10 babies lie in the band."
BY_SCAN = "estimated by scan"
AT_BIRTH = "weighed at birth"
CHART_BIRTH = (
    "Weeks 41 and 42 are birth weights, another way of measuring; they run lower, which is no"
    " loss of weight."
)
CHART_LENGTH = (
    "Lengths change their method at week 14: head to bottom before, head to heel from then on."
    " That jump is not a growth spurt."
)
LABEL_TRUTH = (
    "No doctor or midwife stands behind these texts yet, and none of their readers was one. They"
    " were written from guidelines and studies, each claim with its source, and checked against"
    " them."
)
TAKE_BACK = "To take this back: "
