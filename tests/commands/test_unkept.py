"""A checkout whose library cannot be kept: it is said where and why, and reading goes on."""

from pathlib import Path

import pytest

from amma_cli.library.place import INSIDE
from tests.program import Amma

pytestmark = pytest.mark.skipif(INSIDE.exists(), reason="a built package compiles nothing")
CHECKOUT = {"AMMA_LIBRARY": None}


@pytest.fixture
def unkept(tmp_path: Path, frozen_library: Path) -> Amma:
    """With a file where the cache's folder would be."""
    amma = Amma(tmp_path, frozen_library)
    amma.home.mkdir()
    (amma.home / "cache").write_bytes(b"")
    return amma


def test_where_the_library_cannot_be_kept_reading_goes_on_and_the_folder_is_named(
    unkept: Amma, tmp_path: Path
) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    done = unkept("read", "reduced-movements", env={**CHECKOUT, "TMPDIR": str(passing)})
    assert done.code == 0
    assert "When to get help" in done.out
    assert f"could not be compiled into {unkept.home / 'cache'}" in done.err
    assert "AMMA_HOME" in done.err
    assert "output" not in done.err
    assert list(passing.iterdir()) == []
    assert unkept.files() == {"cache": b""}


def test_where_no_folder_takes_it_the_reason_and_the_way_out_are_said(unkept: Amma) -> None:
    line = (
        "import tempfile, sys; tempfile.tempdir = '/proc/none'; sys.argv = ['amma', 'week', '20'];"
        " from amma_cli.__main__ import main; main()"
    )
    unkept.env.pop("AMMA_LIBRARY")
    done = unkept.shell(f'"$PYTHON" -c "{line}"', env={"PYTHON": unkept.command()[0]})
    assert (done.code, done.out) == (1, "")
    assert f"could not be compiled into {unkept.home / 'cache'}" in done.err
    assert "AMMA_HOME" in done.err
    assert "Traceback" not in done.err
