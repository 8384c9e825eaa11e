"""The sentences of the check-in: short, kind, and every step can be skipped."""

INTRO = (
    "Each question can be skipped with Enter. Ctrl-C stops, and then nothing is saved. Worried"
    " right now? Do not go through this first: call {unit}, day or night; in an emergency"
    " {emergency}."
)
SIGNS_FIRST = {
    "emergency": "If one of these is so, call {emergency} now. Call before you type anything.",
    "urgent": "If one of these is so, call {unit} now, day or night. Call before you type more.",
    "soon": "If one of these is so, call {unit} today or within 24 hours.",
}
SIGNS_HOW = "Is any of these so right now? Type its number, or several; Enter if none is"
SIGNS_BAD = (
    "That is no number of this list. Type the number that stands before the line, such as 2, or"
    " 2 5."
)
SIGNS_ELSE = "Is it something else, or are you not sure? Call {unit}, day or night."
WHICH = "Which? Type the number that stands before the line, such as 2, or 2 5."
WHICH_NEAR = "Which of these do you mean? Type its number: {near}."
NEAR = "{number} ({label})"
TICKED_AS = "Taken as {number}: {label}."
SIGNS_ELSEWHERE = "The warning signs: amma signs"
STOP = "This comes before everything else here. The other questions can wait."
GO_ON = "Go on with the check-in? y for yes, Enter to end here"
SCALE = "{what}, 1 (bad) to 5 (good), Enter to skip"
SCALES = {"mood": "Your mood", "sleep": "Your sleep", "energy": "Your energy"}
UNKNOWN_SYMPTOM = 'There is no symptom "{key}".'
SCALE_BAD = "That is a number from 1 to 5."
SYMPTOMS_HOW = "Any of these today? Type numbers, Enter to skip"
CHOICE_BAD = "Please type a number of the list, or several; Enter for none."
SYMPTOMS = "Everyday complaints of this week"
WEIGHT = "Weight, for example 68.2kg, Enter to skip"
WEIGHT_LB = "Weight, for example 150lb, Enter to skip"
BP = "Blood pressure, for example 118/76, Enter to skip"
TEMP = "Temperature, for example 37.2, Enter to skip"
MOVES_FIRST = "If the movements are less or different, call {unit} now; do not count first."
MOVES = "The baby's movements: 1 less, fewer or weaker; 2 different; Enter for neither"
MOVES_LABELS = ("less, fewer or weaker", "different")
MOOD_FIRST = (
    "Two questions on the last two weeks (PHQ-2), every four weeks at most. Nothing leaves this"
    " computer, no number is shown or kept. If the answers say so, you will see whom to talk to."
)
MOOD_SKIP = "Answer them now? y for yes, Enter to skip"
MOOD_SCALE = "0 not at all, 1 several days, 2 more than half the days, 3 nearly every day"
MOOD_BAD = "That is 0, 1, 2 or 3; Enter skips it."
MOOD_INTEREST = (
    "Over the last 2 weeks, how often were you bothered by little interest or pleasure in doing"
    " things?"
)
MOOD_DOWN = (
    "Over the last 2 weeks, how often were you bothered by feeling down, depressed, or hopeless?"
)
MOOD_CREDIT = "PHQ-2: Spitzer, Williams, Kroenke and colleagues. The questions are no diagnosis."
MOOD_NONE = (
    "These two answers do not reach the rule, which says nothing of how you are. If you feel low"
    " or afraid, talk to {unit}, your doctor, or {crisis}."
)
MOOD_OPEN = "If you feel low or afraid, talk to {unit}, your doctor, or {crisis}."
MOOD_KEEP = "Keep in your journal that you answered today (not what)? y for yes, Enter for no"
HOME_FIRST = "Is your screen private right now? y for yes, Enter to skip the next question"
HOME = (
    "1 somebody is hurting or threatening you now; 2 you are afraid of somebody close; Enter for"
    " neither"
)
HOME_LABELS = ("hurting or threatening now", "afraid of somebody close")
HOME_READ = "Enter when you have read it"
HOME_CLEAR = "Enter when you have read it; the screen is then cleared"
NOTE = "A note for yourself, Enter to skip"
QUESTION = "A question for your next visit, Enter to skip"
TICKED = "For what you ticked"
READ_MORE = "Also this week"
SAVED = "Saved: {what}."
SAVED_HOW = "To see, change or remove it: amma journal"
STOPPED = (
    "Stopped; nothing was saved. If a call was named above, make it all the same. Worried? Call"
    " {unit}, day or night; in an emergency {emergency}."
)
NOTHING = "Nothing was typed, so nothing was saved."
NO_SYMPTOM = 'There is no complaint "{key}" in the list.'
NO_ARTICLE = 'There is no article "{key}".'
DONE = "Read: {title}"
