"""What is said of a key that is none: first the keys that hold what was typed as a word."""

import pytest

from amma_cli.commands.known import known_keys
from amma_cli.errors import Usage

KNOWN = ("nosebleed-long", "bleeding-heavy", "fever", "baby-fever", "bleeding-light-late")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("bleeding", "Did you mean: bleeding-heavy, bleeding-light-late?"),
        ("feve", "Did you mean: fever, baby-fever?"),
        ("zzzz", "amma signs lists them."),
    ],
)
def test_a_wrong_key_is_met_by_those_that_hold_it_then_those_like_it(typed: str, hint: str) -> None:
    with pytest.raises(Usage) as refused:
        known_keys([typed], KNOWN, 'There is no sign "{key}".', "amma signs lists them.")
    assert (refused.value.say, refused.value.hint) == (f'There is no sign "{typed}".', hint)


def test_known_keys_come_back_each_once_in_order() -> None:
    assert known_keys(["fever", "bleeding-heavy", "fever"], KNOWN, "", "") == (
        "fever",
        "bleeding-heavy",
    )
