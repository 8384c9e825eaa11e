"""Profiles and journals of every kind, made by hypothesis."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from amma_cli.domain.applies import About
from amma_cli.domain.dating import compute
from amma_cli.domain.exchange import HIDDEN
from amma_cli.domain.settings import Settings
from amma_cli.store.exchange import Content
from amma_cli.store.journal import Entry
from amma_cli.store.profile import Profile

WORDS = st.text(max_size=30).map(lambda text: HIDDEN.sub("", text))
NUMBERS = st.integers(-(10**6), 10**6) | st.floats(-1e9, 1e9, allow_nan=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
SOME_DAY = st.none() | DAYS
FREE = st.dictionaries(WORDS.map(lambda text: f"x-{text}"), VALUES, max_size=3)
DATA = st.one_of(
    st.fixed_dictionaries({"typed": WORDS, "values": st.dictionaries(WORDS, NUMBERS)}),
    st.fixed_dictionaries({"text": WORDS}),
    st.fixed_dictionaries({"mood": st.integers(1, 5), "signs": st.lists(WORDS, max_size=2)}),
    FREE,
)
TIMES = st.builds(
    lambda day, minutes, offset: datetime(
        day.year, day.month, day.day, tzinfo=timezone(timedelta(minutes=offset))
    ) + timedelta(minutes=minutes),
    DAYS, st.integers(0, 1439), st.integers(-14 * 60, 14 * 60),
)  # fmt: skip
IDS = st.integers(0, 2**48 - 1).map(lambda number: f"{number:012x}")
KINDS = st.sampled_from(["note", "weight", "checkin", "kicks", "a-kind-to-come"])
ENTRIES = st.builds(
    Entry, IDS, TIMES.map(lambda when: when.isoformat(timespec="seconds")), KINDS, DATA, WORDS,
    st.integers(1, 3),
)  # fmt: skip
JOURNALS = st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.id).map(tuple)
DATINGS = st.one_of(
    DAYS.map(lambda day: ("date", {"date": day.isoformat()})),
    st.tuples(DAYS, st.integers(21, 35)).map(
        lambda pair: ("lmp", {"lmp": pair[0].isoformat(), "cycle": pair[1]})
    ),
    DAYS.map(lambda day: ("transfer", {"transfer": day.isoformat(), "embryo_day": 5})),
    DAYS.map(lambda day: ("scan", {"scan": day.isoformat(), "at": "12+3"})),
    st.tuples(DAYS, st.floats(46, 80)).map(
        lambda pair: (
            "crl", {"scan": pair[0].isoformat(), "crl": round(pair[1], 1), "formula": "robinson"}
        )
    ),
)  # fmt: skip
SETTINGS = st.builds(
    Settings, st.sampled_from(["", "GB", "US"]), st.sampled_from(["", "metric", "both"]),
    st.sampled_from(["", "dark", "mono"]), st.sampled_from([0, 40, 72]), st.booleans(),
    st.booleans(), st.sampled_from(["", "01632 960001"]),
)  # fmt: skip
SAID = st.dictionaries(st.sampled_from(["twins", "gbs", "diabetes"]), st.booleans())
SOME = st.tuples(*(st.sampled_from([0.0, value]) for value in (165.0, 61.5, 5.1, 7.8, 6.4)))
ABOUT = st.tuples(SAID, SOME).map(lambda pair: About(tuple(pair[0].items()), *pair[1]))


@st.composite
def profiles(draw: Any) -> Profile:
    """Return a profile as the commands could have left it."""
    profile = Profile(settings=draw(SETTINGS), about=draw(ABOUT))
    for _ in range(draw(st.integers(1, 2))):
        for method, inputs in draw(st.lists(DATINGS, max_size=3)):
            dating = compute(method, inputs, today=None)
            profile = profile.with_dating(dating, draw(DAYS), replace=draw(st.booleans()))
        if profile.live and draw(st.booleans()):
            profile = profile.without_last()
        profile = profile._replace(
            born=draw(SOME_DAY), ended=draw(st.booleans() | DAYS), hidden=draw(st.booleans()),
        )  # fmt: skip
        if profile.datings and draw(st.booleans()):
            profile = profile.anew(draw(DAYS))
    return profile._replace(
        newborn=draw(st.booleans()),
        still_pregnant=draw(SOME_DAY),
        removed=tuple(draw(st.lists(IDS, max_size=3, unique=True))),
    )


CONTENTS = st.builds(Content, profiles(), JOURNALS)
