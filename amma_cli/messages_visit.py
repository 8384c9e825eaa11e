"""The sentences of the sheet for an appointment, and of the questions for it."""

TITLE = "For my appointment"
SINCE = "{on}. What was logged since {since}."
EVERYTHING = "{on}. What was logged so far."
PARTS = {
    "dating": "Dates", "questions": "My questions", "weight": "Weight",
    "bp": "Blood pressure", "glucose": "Blood sugar", "temp": "Temperature",
    "readings": "Other readings", "symptoms": "Symptoms and signs",
    "kicks": "Movements timed", "contractions": "Contractions timed",
    "medicines": "Medicines taken", "space": "Space to write",
}  # fmt: skip
UNITS = {"weight": "kg", "bp": "mmHg", "glucose": "mmol/L", "temp": "C"}
CAPTION = "{title} in {unit}, by week of pregnancy"
CAPTION_DAYS = "{title} in {unit}, by day"
DAY, WEEK, WHAT, TIMES, FIRST, LAST = "Day", "Week", "What", "Times", "First", "Last"
DUE, AGE = "Due date", "On {on}"
OTHERS = "Other dates"
BORN = "Born"
SPACE = "What was said, what comes next, and when."
RECORD = (
    "Logged at home with amma, as it was typed. It is a record: amma makes no judgement of it here."
)
NOTHING = "Nothing was logged in this time."
NOTHING_HOW = "amma log -h shows what can be logged; a question for the visit: "
CHOICE = "What can stand on the sheet"
COUNTED = "{title} ({count})"
LEAVE_OUT = "Numbers of what to leave out, Enter for nothing"
NO_NUMBER = "There is no {number} in the list."
NO_PART = 'There is no part "{part}".'
PARTS_ARE = "It takes {parts}."
NOTHING_LEFT = "Nothing is left for the sheet."
WRITE = "Write this to {path}? yes or no"
NOT_WRITTEN = "Nothing was written."
ON_IT = "On the sheet: {parts}."
WRITTEN = "Written: {path}. Only you can read the file."
VERBS = 'visit takes nothing, ask "...", list, done [NAME ...] or open NAME ...'
NO_QUESTION = "What to ask is missing."
ASKED = "Kept for your next visit: {question}"
QUESTIONS = "Questions for your next visit"
NO_QUESTIONS = "There is no question here."
ASK_HOW = "To keep one: "
ASK_COMMAND = 'amma visit ask "Can I fly in March?"'
TICK_HOW = "When they are answered: "
ANSWERED = "Done"
DONE = "Done: {question}"
OPEN = "Open again: {question}"
BACK = "To take it back: "
NONE_OPEN = "No question is open."
NO_SUCH = '"{name}" is not a question of yours.'
LIST_HOW = "amma visit list"
