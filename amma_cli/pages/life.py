"""What is said when a birth or an end is recorded: little, and kind."""

from amma_cli.blocks import Note, Page, Paragraph, Span, Title, text
from amma_cli.domain.moment import Moment
from amma_cli.domain.stage import Stage

TAKE_BACK = "To take this back: "


def born(day: str) -> Page:
    """Return the answer to a recorded birth; it congratulates nobody, it cannot know."""
    return (
        Title(text(f"Recorded: born on {day}.")),
        Paragraph(text("amma now shows the weeks after birth: ", Span("amma", "command"))),
        Note(text(TAKE_BACK, Span("amma resume", "command"))),
    )


def end() -> Page:
    """Return the answer to an end: nothing is counted any more, nothing was deleted."""
    return (
        Title(text("Recorded.")),
        Paragraph(text(
            "From now on amma shows no dates and counts nothing. What you wrote is still on this"
            " machine, and the articles can still be read."
        )),
        Paragraph(text(
            "If you feel unwell, bleed heavily, have a fever, or feel that you cannot go on, call"
            " for help now, day or night."
        )),
        Note(text(TAKE_BACK, Span("amma resume", "command"))),
    )  # fmt: skip


def resumed(moment: Moment) -> Page:
    """Return the answer to resume."""
    words = moment.age.words if moment.age else "No week is shown."
    if moment.stage == Stage.UNKNOWN:
        words = "amma asks how things are."
    return (Title(text("amma counts again.")), Paragraph(text(words)))
