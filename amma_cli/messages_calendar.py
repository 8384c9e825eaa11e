"""The sentences of the calendar, and the titles of what stands in it."""

NEUTRAL = "Reminder"
WEEK = "amma {week}"
CARE = "{title} ({when})"
CARE_ONLY = "{title}, {only} ({when})"
BETWEEN, FROM, BY = "{first} to {last}", "from {first}", "by {last}"
CARE_SAID = "Ask for a date; your own notes come first."
CARE_ANYBODY = (
    "This is what the WHO plans. Schedules differ from country to country; your own notes come"
    " first."
)
APPOINTMENT = "Appointment"
KINDS = {
    "week": ("start of a week", "starts of weeks"),
    "care": ("window of a test or vaccine", "windows of tests and vaccines"),
    "appointment": ("appointment of yours", "appointments of yours"),
}
WOULD = "It would hold {what}. Nothing was written."
WRITTEN = "{path} was written: {what}."
HOW = "Open it with your calendar. Importing it again replaces what was imported before."
TITLES = (
    "Titles are neutral. Before you import it into a calendar that others see, or that a company"
    " keeps, think of what its days tell; with --plain-titles it says what each entry is."
)
BACK = (
    "It takes back every entry that amma could have put into a calendar. Import it where the"
    " first one was imported; what is left there has to be removed by hand."
)
BACK_WHAT = "{count} to take back"
NOTHING = "There is nothing to put into a calendar."
NOTHING_BACK = "There is nothing that amma could have put into a calendar."
NOTHING_HOW = 'amma log appointment "Midwife" --at "2027-01-12 09:30"'
REMOVE_ALONE = "--remove takes back everything, so it goes with none of the other choices."
UNKNOWN = "No week is counted now, so the calendar has none. amma shows the ways on."
