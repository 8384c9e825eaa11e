"""Every sentence of amma print: what stands on paper, and what is said beside it."""

# On paper
CONTENTS = "Contents"
PICKED = "{count} articles about pregnancy and birth"
TOPIC = "{topic}: the articles"
WEEK = "Week {week}: the guide and its articles"
AHEAD = "Weeks {first} to {last}: the guides and where to start"
AHEAD_ONE = "Week {first}: the guide and where to start"
FROM = "From amma, a pregnancy companion. Numbers in brackets lead to the sources at the end."
WORRIED = "Worried right now?"

# Said by the command
NOTHING_NAMED = "print needs an article."
NAME_ONE = "amma print cervical-insufficiency"
ONE_OF = "print takes articles, or one of --week, --topic and --ahead, not several of them."
ONE_OF_HINT = "amma print -h"
FORM = '--to is html, md, txt or pdf, not "{asked}".'
PAPER = '--paper is a4 or letter, not "{asked}".'
LAID_OUT = "{option} is for --to html and --to pdf; {form} has no pages."
WRITTEN = "Written: {path}"
WRITTEN_SEVERAL = "Written: {path} ({count} texts)"
NO_TYPST = "A PDF needs typst, which is not installed here; nothing was written."
NO_TYPST_HINT = (
    "Install it with: pipx inject amma-cli typst (or in amma's own environment: pip install"
    " typst). Or take --to html, and print that from a browser."
)
NO_PDF_HERE = "A PDF cannot be shown in a terminal."
NO_PDF_HINT = "-o FILE writes it to a file."
LONG = "Making the pages of {count} texts. It can take half a minute; Ctrl-C stops it."
STILL = "{seconds} seconds so far ..."
NOTHING_AHEAD = "There is no guide after week {week}."
NOTHING_AHEAD_HINT = "amma print --week {week} prints the last one."
NO_TOPIC = 'There is no topic "{asked}".'
NO_TOPIC_HINT = "There are: {known}"
EMPTY_TOPIC = "No article of the topic {topic} is written yet."
EMPTY_TOPIC_HINT = "amma topics shows what there is."
