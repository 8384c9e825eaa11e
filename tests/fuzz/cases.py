"""What is tried where: every argument, every option with a value, stdin, the environment."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

from tests.fuzz.hostile import KINDS, hostile
from tests.program import CALLS, DUE, TODAY

SEED = 20261122
HOLE = "\0"  # no argument can hold it, so nothing else is mistaken for the place of the text

# What must stand beside an option for its value to be looked at.
BESIDE: dict[str, list[str]] = {
    "--cycle": ["--lmp", "2026-07-05"],
    "--embryo-day": ["--transfer", "2026-07-24"],
    "--transfer": ["--embryo-day", "5"],
    "--at": ["--scan", "2026-09-30"],
    "--crl": ["--scan", "2026-09-30"],
    "--formula": ["--scan", "2026-09-30", "--crl", "58.2"],
    "--scan": ["--at", "12+3"],
    "--section": ["short-cervix"],
    "--to": ["short-cervix", "-o", "-"],
    "--paper": ["short-cervix", "--to", "html", "-o", "-"],
    "-o": ["short-cervix"],
    "--output": ["short-cervix"],
    "--remove": ["--yes"],
    "--meal": ["glucose", "5.1"],
    "--svg": ["weight"],
}
ARGUMENTS: list[list[str]] = [
    [HOLE], ["--", HOLE], [HOLE, "week"], ["week", HOLE], ["week", HOLE, "--after-birth"],
    ["size", HOLE], ["due", HOLE], ["due", HOLE, "--force"], ["search", HOLE],
    ["search", "bleeding", HOLE], ["search", "--", HOLE], ["read", HOLE], ["read", "short", HOLE],
    ["read", HOLE, "--short"], ["cite", HOLE], ["cite", HOLE, "1"], ["cite", "short-cervix", HOLE],
    ["library", HOLE], ["library", "check", HOLE], ["print", HOLE, "-o", "-"], ["born", HOLE],
    ["print", "short-cervix", HOLE, "-o", "-"],
    ["born", HOLE, "--no-newborn"], ["end", HOLE], ["end", HOLE, "--hide"], ["completion", HOLE],
    ["help", HOLE], ["settings", HOLE], ["settings", HOLE, "on"],
    *(["settings", name, HOLE] for name in
      ("country", "units", "theme", "width", "calm", "accessible", "unit-phone")),
    ["status", "--short", "--on", HOLE], ["--version", HOLE],
    ["signs", HOLE], ["log", HOLE], ["log", HOLE, "x"], ["log", "weight", HOLE],
    ["log", "bp", HOLE], ["log", "temp", HOLE], ["log", "glucose", HOLE], ["log", "note", HOLE],
    ["log", "pulse", HOLE], ["log", "appointment", HOLE], ["journal", HOLE],
    ["journal", "edit", HOLE], ["journal", "edit", "last", HOLE], ["journal", "remove", HOLE],
    ["kicks", HOLE], ["contractions", HOLE], ["chart", HOLE], ["about-me", HOLE],
    ["about-me", HOLE, "yes"], ["about-me", "twins", HOLE],
    ["visit", HOLE], ["visit", "ask", HOLE], ["visit", "done", HOLE], ["visit", "open", HOLE],
    ["calendar", HOLE], ["export", HOLE], ["export", "--to", HOLE], ["export", "-o", HOLE],
    ["import", HOLE], ["import", HOLE, "--dry-run"],
    *([name, HOLE] for name in
      ("today", "why", "list", "topics", "checkin", "resume", "new", "status", "privacy", "doctor",
       "forget")),
]  # fmt: skip
PIPED: list[list[str]] = [
    ["due", "-"], ["due", "--date", "-"], ["due", "--lmp", "-"], ["due", "--conceived", "-"],
    ["due", "--lmp", "2026-07-05", "--cycle", "-"], ["due", "--scan", "2026-09-30", "--at", "-"],
    ["due", "--scan", "2026-09-30", "--crl", "-"], ["checkin", "--note", "-"], ["import", "-"],
]  # fmt: skip
VARIABLES = (
    "COLUMNS", "LINES", "AMMA_THEME", "PAGER", "SHELL", "TERM", "NO_COLOR", "ACCESSIBLE",
    "COLORTERM", "COLORFGBG", "AMMA_HOME",
)  # fmt: skip
COMMON = ("--on", "--width", "--color", "--region")
ON_PATHS = (
    "-o",
    "--output",
    "--svg",
    "check",
    "import",
    "AMMA_HOME",
)  # a path is named whole, however long it is

# How the user stands when the text arrives, by the commands that lead there.
STATES: dict[str, list[list[str]]] = {
    "first time": [],
    "expecting": [["due", DUE, "--country", "GB"], ["checkin", "--note", "slept"]],
    "in the US, calm": [
        ["due", "--lmp", "2026-07-05", "--country", "US"], ["settings", "calm", "on"],
        ["settings", "unit-phone", "01234 567"],
    ],
    "without a country": [["due", "--scan", "2026-09-30", "--at", "12+3"]],
    "after a birth": [["due", "2026-10-01", "--country", "IE"], ["born", "2026-10-03"]],
    "ended": [["due", DUE], ["end", "2026-11-20"]],
    "a second one": [["due", "2026-11-01"], ["new", "--yes"], ["due", DUE]],
    "past due": [["due", "2026-10-30", "--country", "DE"]],
}  # fmt: skip


class Target(NamedTuple):
    """A place for a text: words with HOLE, or stdin, or a variable of the environment."""

    words: tuple[str, ...]
    variable: str = ""
    piped: bool = False

    @property
    def long_ok(self) -> bool:
        return self.variable in ON_PATHS or any(word in ON_PATHS for word in self.words)


class Case(NamedTuple):
    """One run: where, what kind of text, from which state; the words and what surrounds them."""

    number: int
    kind: str
    state: str
    target: Target
    words: list[str]
    environ: dict[str, str]
    stdin: bytes
    json: bool


def options_of(group: Any) -> Iterator[tuple[str, str]]:
    """Every command with each of its options that takes a value."""
    for name, command in group.commands.items():
        for option in command.params:
            if option.param_type_name == "option" and not option.is_flag:
                for word in option.opts:
                    yield name, word


def targets(group: Any) -> list[Target]:
    """Every place, asked of the commands themselves where they know it."""
    words = [[name, option, HOLE, *BESIDE.get(option, [])] for name, option in options_of(group)]
    words += ARGUMENTS
    words += [[*CALLS[name], option, HOLE] for name in CALLS for option in COMMON]
    words += [[option, HOLE, *CALLS[name]] for name in ("today", "week") for option in COMMON]
    found = [Target(tuple(line)) for line in words]
    found += [Target(tuple(line), piped=True) for line in PIPED]
    names = list(CALLS)
    found += [
        Target(tuple(CALLS[names[(7 * n + k) % len(names)]]), variable)
        for n, variable in enumerate(VARIABLES)
        for k in range(3)
    ]
    return found


def harmless(target: Target, text: str) -> str:
    """Keep what is written inside the folder of the test."""
    if target.long_ok:
        return text.replace("..", ".").replace("~", "-").lstrip("/") or "x"
    return text


def case(number: int, every: Sequence[Target]) -> Case:
    """The case of a number: always the same one for the same places."""
    random = Random(f"{SEED}:{number}")
    turn, place = divmod(number, len(every))
    target = every[place]
    kinds = list(KINDS)
    kind = kinds[(turn + 5 * place) % len(kinds)]
    text = harmless(target, hostile(kind, random))
    words = list(target.words)
    if HOLE in words:
        at = words.index(HOLE)
        option = words[at - 1] if at else ""
        if option.startswith("--") and option != "--" and random.random() < 0.3:
            words[at - 1 : at + 1] = [f"{option}={text}"]
        else:
            words[at] = text
    state = random.choice(list(STATES))
    json = random.random() < 0.4
    front = ["--json"] if json else []
    if random.random() < 0.8 and "--on" not in target.words:
        front += ["--on", TODAY]
    front += random.choice(([], [], [], ["--plain"], ["--width", "40"], ["--region", "US"]))
    if words[:1] == ["status"] and random.random() < 0.5:
        front, json = [], False  # its short form is answered only where it stands first
    environ = {target.variable: text} if target.variable else {}
    stdin = nul(text, random) if target.piped else b""
    return Case(number, kind, state, target, [*front, *words], environ, stdin, json)


def nul(text: str, random: Random) -> bytes:
    """The bytes of a text for stdin, which can hold a NUL, as no argument can."""
    data = text.encode("utf-8", "surrogateescape")
    if random.random() < 0.2:
        place = random.randint(0, len(data))
        data = data[:place] + b"\0" + data[place:]
    return data
