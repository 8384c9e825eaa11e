"""amma end: whom to call, by the country."""

from pathlib import Path

import pytest

from tests.inside import Amma

SET = ("due", "2027-04-11", "--on", "2026-11-22")


@pytest.mark.parametrize(
    ("country", "numbers"),
    [("GB", ("999", "NHS 111")), ("US", ("911", "988")), ("", ("112 in Europe", "crisis line"))],
)
def test_the_call_for_help_after_an_end_names_the_numbers(
    country: str, numbers: tuple[str, ...], tmp_path: Path, real_library: Path
) -> None:
    amma = Amma(tmp_path, real_library)
    amma(*SET, *(("--country", country) if country else ()))
    amma("settings", "unit-phone", "01632 960001")
    said = " ".join(amma("end", "--on", "2026-11-25").out.split())
    for number in (*numbers, "01632 960001"):
        assert number in said
    assert "{" not in said
