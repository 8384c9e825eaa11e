"""A check-in as it is walked through: each question, and what to type there."""

import json
import re
from typing import Any, NamedTuple

from tests.program import Amma
from tests.terminal import Key, Seen, in_terminal

DUE = "2027-04-11"
TODAY = "2027-01-31"  # 30+0: 70 days before, counted on a calendar
# name of a question -> how it ends
ENDS = {
    "emergency": "Enter if none is:", "urgent": "Enter if none is:", "soon": "Enter if none is:",
    "moves": "Enter for neither:",
    "mood": "Your mood, 1 (bad) to 5 (good), Enter to skip:",
    "sleep": "Your sleep, 1 (bad) to 5 (good), Enter to skip:",
    "energy": "Your energy, 1 (bad) to 5 (good), Enter to skip:",
    "symptoms": "Type numbers, Enter to skip:",
    "weight": "for example 68.2kg, Enter to skip:",
    "bp": "for example 118/76, Enter to skip:",
    "temp": "for example 37.2, Enter to skip:",
    "phq": "Answer them now? y for yes, Enter to skip:",
    "interest": "pleasure in doing things?:", "down": "depressed, or hopeless?:",
    "keep": "(not what)? y for yes, Enter for no:",
    "home": "Enter to skip the next question:", "safe": "somebody close; Enter for neither:",
    "read": "Enter when you have read it",
    "note": "A note for yourself, Enter to skip:",
    "question": "A question for your next visit, Enter to skip:",
}  # fmt: skip
SKIPPED = (
    "emergency", "urgent", "soon", "moves", "mood", "sleep", "energy", "symptoms", "weight", "bp",
    "temp", "phq", "home", "note", "question",
)  # fmt: skip
ANSWERED = {
    "emergency": "", "urgent": "no", "soon": "", "moves": "", "mood": "3", "sleep": "2",
    "energy": "4", "symptoms": "1", "weight": "68.2kg", "bp": "118/76", "temp": "36.8",
    "phq": "y", "interest": "1", "down": "0", "keep": "y", "home": "y", "safe": "",
    "note": "Slept on my side", "question": "Can I fly in March?",
}  # fmt: skip
GO_ON = "Enter to end here:"
FORMS: dict[str, dict[str, Any]] = {
    "80": {"columns": 80},
    "40": {"columns": 40},
    "plain": {"columns": 80, "env": {"ACCESSIBLE": "1"}},
}


class Flow(NamedTuple):
    """One user's program, and what she types."""

    amma: Amma

    def walk(
        self, answers: dict[str, str], *more: Key, form: str = "80", on: str = TODAY, **how: Any
    ) -> Seen:
        """Answer the named questions in turn; what comes after is for `more`."""
        keys = [Key(ENDS[name], f"{typed}\n".encode()) for name, typed in answers.items()]
        return self.press([*keys, *more], "checkin", "--on", on, form=form, **how)

    def press(self, keys: list[Key], *words: str, form: str = "80", **how: Any) -> Seen:
        """Run a command in a terminal of a form and type the keys."""
        given = {**FORMS[form], **how}
        given["env"] = {"NO_COLOR": "1", **FORMS[form].get("env", {}), **how.get("env", {})}
        return in_terminal(self.amma, *words, keys=keys, **given)

    def journal(self) -> list[dict[str, Any]]:
        path = self.amma.home / "journal.jsonl"
        if not path.exists():
            return []
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def skipping(*, until: str = "", **answers: str) -> dict[str, str]:
    """Skip every question but the named ones, up to one that is not asked any more."""
    typed = {name: answers.get(name, "") for name in SKIPPED}
    if until:
        typed = {name: typed[name] for name in SKIPPED[: SKIPPED.index(until)]}
    return typed


def one_line(text: str) -> str:
    """A text as somebody reads it, however it is broken into lines and boxes."""
    return " ".join(re.sub(r"[│╭╮╰╯─•]", " ", text).split())
