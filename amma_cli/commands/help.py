"""Help that needs no typer: the five groups, the common options, the exit codes."""

from amma_cli import AFFILIATION
from amma_cli.blocks import Bullets, Heading, Note, Page, Paragraph, Span, Table, Title, text
from amma_cli.commands.registry import BY_NAME, COMMANDS, GROUPS
from amma_cli.domain.moment import SCHEMA
from amma_cli.errors import Usage
from amma_cli.messages import REPORT, REPORT_WHERE, WHAT_IT_DOES, WHAT_IT_IS

OPTIONS = (
    ("--on DATE", "take that day for today"),
    ("--json", "one JSON document, for programs"),
    ("--plain", "no boxes, tables or columns; ACCESSIBLE=1 does the same"),
    ("--width N", "columns, 20 to 500"),
    ("--color WHEN", "auto, always or never"),
    ("--no-pager", "never use a pager"),
    ("--no-input", "ask nothing; fail where an answer is needed"),
    ("--region CC", "a country's numbers and schedule for this call"),
    ("-h, --help", "help of a command"),
)
EXIT_CODES = (
    ("0", "done"),
    ("1", "failed, or not found"),
    ("2", "wrong usage"),
    ("3", "no due date stored yet"),
    ("4", "your data is damaged; nothing was changed"),
    ("5", "the library is damaged"),
    ("130", "interrupted"),
)
EXAMPLES = (
    "amma week 20",
    'amma search "pressure down there"',
    "amma due",
    "amma read cervical-insufficiency",
)
VARIABLES = (
    ("AMMA_HOME", "the folder for everything that amma stores"),
    ("ACCESSIBLE", "1: as --plain"),
    ("NO_COLOR, FORCE_COLOR", "no color; color in a pipe"),
    ("AMMA_THEME", "light, dark, mono or auto"),
    ("PAGER", "the pager; empty or cat for none"),
    ("COLUMNS", "as --width"),
)
TOPICS = ("options", "exit-codes", "environment")


def top() -> Page:
    """Return the help of the program: examples, the commands in five groups, more help."""
    blocks: list[object] = [
        Title(text(WHAT_IT_IS), text("usage: amma [COMMAND] [OPTIONS]")),
        Paragraph(text(WHAT_IT_DOES)),
        Heading(text("Examples")),
        Bullets(tuple(text(Span(line, "command")) for line in EXAMPLES)),
    ]
    for group in GROUPS:
        rows = tuple((c.name, c.summary) for c in COMMANDS if c.group == group)
        blocks += [Heading(text(group)), _rows(rows)]
    blocks.append(Note(text(
        "More: amma COMMAND -h, amma help options, amma help exit-codes, amma help environment."
    )))  # fmt: skip
    blocks.append(Note(text(REPORT.format(where=REPORT_WHERE))))
    blocks.append(Note(text(f"amma is {AFFILIATION}.")))
    return tuple(blocks)  # type: ignore[arg-type]


def record(name: str) -> dict[str, object]:
    """Return the help of the program ("") or a topic, as --json writes it."""
    if not name:
        commands = [
            {"name": c.name, "group": c.group, "say": c.summary}
            for c in COMMANDS
        ]  # fmt: skip
        return {"schema": SCHEMA, "say": WHAT_IT_IS, "examples": EXAMPLES, "commands": commands}
    rows = {"options": OPTIONS, "exit-codes": EXIT_CODES, "environment": VARIABLES}[name]
    return {"schema": SCHEMA, "topic": name, "rows": [{"name": n, "say": w} for n, w in rows]}


def _rows(rows: tuple[tuple[str, str], ...]) -> Table:
    return Table(("", ""), rows)


def topic(name: str) -> Page:
    """Return a help topic. Raises errors.Usage for one that is not there."""
    if name == "options":
        note = "The common options mean the same before and after the command; the later wins."
        return (Title(text("Common options")), _rows(OPTIONS), Note(text(note)))
    if name == "exit-codes":
        return (Title(text("Exit codes")), _rows(EXIT_CODES))
    if name == "environment":
        return (Title(text("Environment")), _rows(VARIABLES))
    known = ", ".join((*TOPICS, *BY_NAME))
    raise Usage(f'There is no help on "{name[:40]}".', f"There is: {known}")
