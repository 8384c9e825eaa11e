"""Every command by name: where it is, in which group of the help, and its one line.

Only the module of the command that was asked for is imported.
"""

from collections.abc import Sequence
from typing import NamedTuple

GROUPS = ("Today", "Read and search", "Check in", "Print and share", "Your data")


class Command(NamedTuple):
    """A command: its module in this room, its function, its group and what it does."""

    name: str
    module: str
    function: str
    group: str
    summary: str


COMMANDS = (
    Command("today", "today", "today", "Today", "your card of the day; the same as amma alone"),
    Command("week", "week", "week", "Today", "the guide of a week, yours or any"),
    Command("size", "week", "size", "Today", "length and weight, and the growth chart"),
    Command("due", "due", "due", "Today", "your due date: show, find, set"),
    Command("why", "due", "why", "Today", "the sum behind today's number"),
    Command("search", "search", "search", "Read and search", "find an answer in your own words"),
    Command("read", "read", "read", "Read and search", "an article: in short, when to get help"),
    Command("cite", "read", "cite", "Read and search", "a source and what rests on it"),
    Command("list", "listing", "list_articles", "Read and search", "the articles"),
    Command("topics", "listing", "show_topics", "Read and search", "the topics"),
    Command("library", "listing", "library", "Read and search", "what is written and checked"),
    Command("checkin", "checkin", "checkin", "Check in", "warning signs, a note, your reading"),
    Command("signs", "signs", "signs", "Check in", "warning signs, and what they mean together"),
    Command("log", "log", "log", "Check in", "weight, blood pressure, a note, a question ..."),
    Command("journal", "journal", "journal", "Check in", "what you logged: show, edit, undo"),
    Command("kicks", "trackers", "kicks", "Check in", "time movements; never a target"),
    Command("contractions", "trackers", "contractions", "Check in", "time contractions"),
    Command("chart", "chart", "chart", "Check in", "weight, pressure, sugar, mood by week"),
    Command(
        "print", "paper", "print_article", "Print and share", "articles, a week, a topic on paper"
    ),
    Command("visit", "visit", "visit", "Print and share", "a sheet for your appointment"),
    Command("calendar", "calendar", "calendar", "Print and share", "a file for your calendar"),
    Command("born", "life", "born", "Your data", "record a birth"),
    Command("end", "life", "end", "Your data", "stop all counting"),
    Command("resume", "life", "resume", "Your data", "take born, end or new back"),
    Command("new", "life", "new", "Your data", "put it aside and start again"),
    Command("about-me", "about", "about_me", "Your data", "what applies to you, and why asked"),
    Command("settings", "settings", "settings", "Your data", "country, units, theme, calm ..."),
    Command("export", "exchange", "export", "Your data", "all of it to a file: json, csv, md"),
    Command("import", "exchange", "import_record", "Your data", "take an export over again"),
    Command("status", "status", "status", "Your data", "one line; --short for a shell prompt"),
    Command("privacy", "privacy", "privacy", "Your data", "what is stored, and the proof"),
    Command("doctor", "privacy", "doctor", "Your data", "what is wrong on this machine"),
    Command("forget", "privacy", "forget", "Your data", "delete everything of yours"),
    Command("completion", "completion", "completion", "Your data", "completion for your shell"),
    Command("help", "helping", "help_command", "Your data", "this help, exit codes, options"),
)
BY_NAME = {command.name: command for command in COMMANDS}

# Options of commands that take a value; a test holds this against the commands themselves.
VALUED = frozenset(
    ("--date", "--lmp", "--cycle", "--conceived", "--insemination", "--retrieval", "--transfer",
     "--embryo-day", "--scan", "--at", "--crl", "--formula", "--country", "--section", "--to",
     "--output", "-o", "--topic", "--week", "--note", "--show", "--meal", "--since",
     "--kind", "--paper", "--tick", "--bp", "--temp", "--pulse", "--weight", "--flag",
     "--after-loss", "--svg", "--height", "--start-weight", "--only", "--without",
     "--sign", "--mood", "--sleep", "--energy", "--symptom", "--question", "--done")
)  # fmt: skip
# What takes a value in one command and is a switch in another.
OF_ONE = {
    "signs": frozenset(("--after-birth", "--reading")), "new": frozenset(("--remove",)),
}  # fmt: skip


def valued_of(argv: Sequence[str]) -> frozenset[str]:
    """Return the options of a command line that take a value."""
    return VALUED.union(*(more for name, more in OF_ONE.items() if name in argv))
