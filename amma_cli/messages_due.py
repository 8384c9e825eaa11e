"""What amma due asks, one way of finding the date after the other, and what it says without one."""

ASK_DATE = "Your due date, for example 2027-04-11 (Enter if you do not know it)"
ASK_LMP = "The first day of your last period (Enter to skip)"
ASK_SCAN = "The day of a scan that said how far along you were (Enter to skip)"
ASK_AT = "How far along it said you were that day, for example 12+3 (Enter to skip)"
ASK_TRANSFER = "IVF: the day of the embryo transfer (Enter to skip)"
ASK_EMBRYO = "The age of the embryo at the transfer, 2 to 7 days (Enter to skip)"
ASK_CONCEIVED = "The day of conception or ovulation, if you know it (Enter to skip)"
ASK_COUNTRY = "Your country, two letters such as GB or US, for numbers to call (Enter to skip)"
AGE_HOW = (
    "Give the day on which a scan found that age, amma due --scan 2026-09-30 --at 12+3, or the"
    " first day of your last period, amma due --lmp 2026-07-05."
)
WITHOUT = "No due date was stored."
WITHOUT_HOW = (
    "A scan will give the date: ask a midwife or doctor for one, the sooner the surer it is. Then"
    " type it here: "
)
WITHOUT_WAYS = "What works without a date"
WITHOUT_SEARCH = "what the articles say, in your own words"
WITHOUT_WEEK = "the guide of a week near yours, as far as you know"
WITHOUT_SIGNS = "the warning signs of that week"
