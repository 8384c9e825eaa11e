"""The sentences of amma about-me: each question with why it is asked."""

TITLE = "What applies to you"
HOW = (
    "Each is yes, no, or not said. Not said hides nothing from your reading, and adds nothing to"
    " the warning signs. It stays on this computer."
)
SAY = "To say one: "
TAKE_BACK = "To take an answer back: "
YES, NO, NOT_SAID = "yes", "no", "not said"
CHANGED = "{what}: {answer}."
BODY = "Height {height}, weight before pregnancy {weight}"
BODY_WHY = "for the band of the weight chart alone"
UNKNOWN = 'There is no "{key}" here.'
BAD_HEIGHT = "Height is typed as 165cm or 5ft5in, from 100 to 230 cm."
WHY = {
    "first-baby": "first labors differ in length and when to go in",
    "twins": "more babies lower the bar for a call about tightenings, and change visits and weight",
    "twins-one-placenta": "scans come more often, and the weeks of birth differ",
    "ivf": "the dates are known to the day, and some tests and risks differ",
    "over-35": "some tests and medicines are offered at that age",
    "previous-caesarean": "the scar makes pain and bleeding more urgent",
    "fast-labour-before": "the next labor can be faster: you call earlier",
    "preterm-birth-before": "scans of the cervix and medicines may be offered",
    "loss-before": "articles on pregnancy after a loss come to the week they fit",
    "rhesus-negative": "bleeding and falls need a call for anti-D",
    "diabetes": "sugar and ketones are read with it, and visits differ",
    "high-blood-pressure": "preeclampsia is likelier, and aspirin may be offered",
    "bipolar-or-past-psychosis": "a change of mood can need a call within hours",
    "placenta-praevia": "any bleeding is then an emergency",
    "breech": "broken waters then need a call at once",
    "gbs": "broken waters then need a call at once",
    "epidural": "some headaches after it need a call",
    "vegetarian": "iron, B12 and iodine need a look",
    "newborn": "reading and signs about a baby in your care",
    "breastfeeding": "articles on medicines and breasts",
}
