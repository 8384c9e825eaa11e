"""The common options, taken out of the command line wherever they stand.

They mean the same before and after the command word, and given twice the later
wins; so they are read here, before typer sees the rest.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from amma_cli.errors import Usage

# Options with a value, and switches. --on pins today; --region is a country for this call.
VALUES = ("--on", "--width", "--color", "--region")
SWITCHES = ("--json", "--plain", "--no-pager", "--no-input")
COLORS = ("auto", "always", "never")
WIDTHS = range(20, 501)


class Options(NamedTuple):
    """What the common options said; None and False where they were not given."""

    on: str | None = None
    width: int | None = None
    color: str = "auto"
    region: str | None = None
    json: bool = False
    plain: bool = False
    no_pager: bool = False
    no_input: bool = False


def take_options(argv: Sequence[str], valued: Collection[str]) -> tuple[Options, list[str]]:
    """Split `argv` into the common options and the rest.

    valued: options of commands that take a value, so that the value is not mistaken
    for an option. Nothing is taken after "--". Raises errors.Usage on a missing or
    impossible value.
    """
    found: dict[str, str] = {}
    rest: list[str] = []
    words = list(argv)
    while words:
        word = words.pop(0)
        name, equals, value = word.partition("=")
        if word == "--":
            rest.extend([word, *words])
            break
        if word in SWITCHES:
            found[word] = "yes"
        elif name in VALUES:
            if not equals:
                if not words:
                    raise Usage(f"{name} needs a value.", "amma help options")
                value = words.pop(0)
            found[name] = value
        else:
            rest.append(word)
            if word in valued and words:
                rest.append(words.pop(0))
    return _options(found), rest


def _options(found: dict[str, str]) -> Options:
    color = found.get("--color", "auto")
    if color not in COLORS:
        raise Usage(f'--color is auto, always or never, not "{color[:40]}".', "amma help options")
    return Options(
        on=found.get("--on"),
        width=_width(found.get("--width")),
        color=color,
        region=country_code(found["--region"]) if "--region" in found else None,
        json="--json" in found,
        plain="--plain" in found,
        no_pager="--no-pager" in found,
        no_input="--no-input" in found,
    )


def _width(said: str | None) -> int | None:
    if said is None:
        return None
    if not (said.isascii() and said.isdigit() and len(said) < 5 and int(said) in WIDTHS):
        raise Usage(
            f'--width is a number of columns from {WIDTHS[0]} to {WIDTHS[-1]}, not "{said[:40]}".',
            "--width 80",
        )
    return int(said)


def country_code(said: str) -> str:
    """Return the two-letter ISO 3166 code, upper case; "UK" is read as GB.

    Raises errors.Usage when it is not two letters.
    """
    code = said.strip().upper()
    if len(code) != 2 or not (code.isascii() and code.isalpha()):
        shown = "".join(c for c in said if c.isprintable())[:40]
        raise Usage(f'A country is two letters such as GB, US or DE, not "{shown}".', "--region GB")
    return "GB" if code == "UK" else code
