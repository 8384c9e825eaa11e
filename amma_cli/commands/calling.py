"""The call comes first, and is said whatever else fails: a full disk, a damaged file, no screen."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from amma_cli.blocks import Page
from amma_cli.commands.house import House
from amma_cli.commands.show import show, tell
from amma_cli.commands.weighing import record_of, worried
from amma_cli.domain.safety import LEVELS, Judgement
from amma_cli.errors import AmmaError
from amma_cli.pages import signs as page


class Call(NamedTuple):
    """What needs a call: as a page, in one line, and as `--json` has it; empty for none."""

    page: Page = ()
    line: str = ""
    record: dict[str, Any] | None = None

    @property
    def urgent(self) -> bool:
        """Whether it is a call, within a day or now, and not for the next visit."""
        return self.rank >= LEVELS.index("soon")

    @property
    def rank(self) -> int:
        """How urgent it is, the place of its level among LEVELS."""
        return LEVELS.index(self.record["level"]) if self.record else 0


NO_CALL = Call()


def together(call: Call, heard: Call) -> Call:
    """Return a call with what was heard beside it, the more urgent first: its line and record."""
    if not heard.urgent:
        return call
    top, other = (heard, call) if heard.rank > call.rank else (call, heard)
    return top._replace(page=(*top.page, *other.page))


def call_for(house: House, judgement: Judgement, given: Sequence[str]) -> Call:
    """Return the call of a judgement; given: what was ticked and measured, in words."""
    always = house.rules.always
    if judgement.level == "none":
        return Call(record=record_of(judgement, house, always))
    shown = page.judged(judgement, given, "", always, house.region, house.who)
    line = page.call_words(judgement, house.who)
    return Call(shown, line, record_of(judgement, house, always))


@contextmanager
def call_first(house: House, find: Callable[[], Call]) -> Iterator[None]:
    """Run what may fail; an error then comes after the call, or with whom to call when worried.

    find: what needs a call so far, asked for when something has failed. Under --json the error
    carries it.
    """
    try:
        yield
    except AmmaError as error:
        _say_first(house, error, _found(find))
        raise


def _found(find: Callable[[], Call]) -> Call:
    try:
        return find()
    except AmmaError:  # no library, and so no rule
        return NO_CALL


def _say_first(house: House, error: AmmaError, call: Call) -> None:
    line = call.line or worried(house)
    if line in error.say:
        return
    if not call.page or house.env.options.json:
        error.say = f"{error.say} {line}"
        if call.record is not None:
            error.more = {**error.more, "judgement": call.record}
        return
    try:
        shown(house, call.page, None, call, "")
    except OSError:
        tell(house.env, f"{error.say} {error.hint}")
        raise


def shown(house: House, what: Page, record: dict[str, Any] | None, call: Call, saved: str) -> None:
    """Write a page or its record; where that cannot be written, the call goes to stderr.

    saved: the sentence that something was saved, "" where nothing was. Raises OSError as the
    output does.
    """
    try:
        show(house.env, what, record)
        house.env.stdout.flush()
    except OSError:
        for words in (call.line, saved):
            if words:
                tell(house.env, words)
        raise
