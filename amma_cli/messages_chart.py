"""The sentences of the charts."""

TITLE = {
    "weight": "Weight", "bp": "Blood pressure", "glucose": "Blood sugar",
    "mood": "Mood, sleep and energy", "sleep": "Sleep",
}  # fmt: skip
UNIT = {"weight": "kg", "bp": "mmHg", "glucose": "mmol/L", "mood": "of 5", "sleep": "of 5"}
CAPTION = "{title} in {unit}, by week of pregnancy"
CAPTION_AFTER = "{title} in {unit}, by week since the birth"
NOTHING = "There is nothing to draw here yet."
NOTHING_HOW = {
    "weight": "amma log weight 68.2kg", "bp": "amma log bp 118/76",
    "glucose": "amma log glucose 5.1 --meal fasting", "mood": "amma checkin --mood 3",
    "sleep": "amma checkin --sleep 3",
}  # fmt: skip
BAND = (
    "The band is {name}: {low:g} to {high:g} kg more by the due date, 0.5 to 2 kg of it in the"
    " first 14 weeks. It is US advice (Institute of Medicine, 2009). The UK sets no target."
    " Outside the band is common and no alarm; do not diet in pregnancy."
)
BAND_TWINS = (
    "For two babies the Institute of Medicine (2009) gives {low:g} to {high:g} kg by term,"
    " provisionally, and no band by week. The UK sets no target."
)
BAND_NONE = "For two babies and this body mass index no figure is given."
BAND_HOW = "For the band that is recommended in the US, tell height and weight before pregnancy: "
PRESSURE = (
    "Lines: upper 140 or lower 90, call within 24 hours; upper 150 or lower 100, call now. From"
    " 160 or 110 with any symptom, or again, call the emergency number. A reading under the lines"
    " does not rule out preeclampsia when you have symptoms."
)
SUGAR = (
    "Lines: targets of NICE (fasting 5.3, after 1 hour 7.8, after 2 hours 6.4) or your team's own."
)
SUGAR_OWN = "Lines: the targets that your team gave you."
CHANGE = "Only what you logged. It is no judgement of how you are."
WEEK = "Week"
DAY = "Day"
SVG_SAVED = "{path} was written."
ENDED = "A list by day, without a line."
KINDS = "There is no chart of that. There are: {kinds}."
