"""The laws of merging, and the cases in which the file and what is here say different things."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from amma_cli.domain.applies import About
from amma_cli.domain.dating import compute
from amma_cli.domain.settings import Settings
from amma_cli.store.exchange import Content
from amma_cli.store.journal import Entry
from amma_cli.store.merge import Merged, merge, merged_content
from amma_cli.store.merge_profile import Apart
from amma_cli.store.profile import Profile, Stored
from tests.exchange.made import CONTENTS, JOURNALS

DAY = date(2026, 10, 1)
LATER = date(2026, 10, 20)


def both(here: Content, there: Content, *, theirs: bool = False) -> tuple[Content, Merged]:
    merged = merge(here, there, theirs=theirs)
    return merged_content(here, merged), merged


def dated(*datings: tuple[str, dict[str, Any], date], **more: Any) -> Profile:
    profile = Profile(**more)
    for method, inputs, on in datings:
        profile = profile.with_dating(compute(method, inputs, today=None), on, replace=False)
    return profile


LMP = ("lmp", {"lmp": "2026-07-05", "cycle": 28}, DAY)  # + 280 days: 11 April 2027
SCAN = ("scan", {"scan": "2026-09-30", "at": "12+0"}, LATER)  # 14 April 2027
CLINIC = ("date", {"date": "2027-04-09"}, LATER)
NEXT = ("date", {"date": "2028-06-01"}, LATER)


def said(merged: Merged) -> list[tuple[str, str, str, str]]:
    return [tuple(difference) for difference in merged.differences]  # type: ignore[misc]


def contents(datings: tuple[Stored, ...]) -> set[str]:
    return {repr((s.kept.dating.method, s.kept.dating.inputs, s.kept.on)) for s in datings}


def every_list(profile: Profile) -> list[tuple[Stored, ...]]:
    return [profile.datings, *(past.datings for past in profile.past)]


@given(CONTENTS, CONTENTS)
@settings(max_examples=150, deadline=None)
def test_merging_again_changes_nothing(here: Content, there: Content) -> None:
    for theirs in (False, True):
        try:
            once, _ = both(here, there, theirs=theirs)
        except Apart:
            continue
        again, merged = both(once, there, theirs=theirs)
        assert again == once
        assert not merged.changes
        if theirs:
            assert [d for d in merged.differences if d.what == "entry"] == []


@pytest.mark.parametrize("theirs", [False, True])
def test_where_all_was_taken_back_here_the_files_dates_go_on_as_there(theirs: bool) -> None:
    here = Content(dated(LMP).without_last(), ())
    first = ("date", {"date": "2027-04-09"}, LATER)
    there = Content(dated(first, ("date", {"date": "2027-04-20"}, DAY)), ())
    once, _ = both(here, there, theirs=theirs)
    assert once.profile.due == there.profile.due == date(2027, 4, 20)
    again, merged = both(once, there, theirs=theirs)
    assert (again, merged.changes) == (once, False)


@given(CONTENTS, CONTENTS)
@settings(max_examples=100, deadline=None)
def test_nothing_that_is_here_is_lost(here: Content, there: Content) -> None:
    try:
        after, _ = both(here, there)
    except Apart:
        return
    assert after.entries[: len(here.entries)] == here.entries
    assert {e.id for e in after.entries} == {e.id for e in (*here.entries, *there.entries)}
    kept = set().union(*map(contents, every_list(after.profile)))
    for source in (here.profile, there.profile):
        assert all(contents(datings) <= kept for datings in every_list(source))
    if here.profile.ended and after.profile.pregnancy == here.profile.pregnancy:
        assert after.profile.ended


@given(JOURNALS, JOURNALS, JOURNALS)
@settings(max_examples=60, deadline=None)
def test_the_order_of_imports_does_not_matter_where_ids_differ(
    one: tuple[Entry, ...], two: tuple[Entry, ...], three: tuple[Entry, ...]
) -> None:
    seen: set[str] = set()
    parts = []
    for part in (one, two, three):
        parts.append(tuple(entry for entry in part if entry.id not in seen))
        seen |= {entry.id for entry in part}
    a, b, c = (Content(Profile(), part) for part in parts)
    orders = [(a, b, c), (c, b, a), (b, a, c)]
    found = [both(both(x, y)[0], z)[0] for x, y, z in orders]
    for other in found:
        assert sorted(other.entries, key=lambda e: e.id) == sorted(
            found[0].entries, key=lambda e: e.id
        )


def entry(note: str, **more: Any) -> Entry:
    return Entry("0123456789ab", "2026-11-20T08:00:00+01:00", "note", more, note)


def test_an_entry_that_differs_is_kept_and_said_unless_the_files_is_asked_for() -> None:
    here, there = Content(Profile(), (entry("a"),)), Content(Profile(), (entry("b"),))
    after, merged = both(here, there)
    assert (after, merged.changes) == (here, False)
    assert said(merged) == [("entry", "0123456789ab", 'note "a"', 'note "b"')]
    after, merged = both(here, there, theirs=True)
    assert after == there
    assert merged.changes


def test_true_is_not_one_and_the_order_of_keys_is_nothing() -> None:
    here = Content(Profile(), (entry("", a=1, b=2),))
    assert both(here, Content(Profile(), (entry("", b=2, a=1),)))[1].differences == ()
    assert both(here, Content(Profile(), (entry("", b=2, a=True),)))[1].entries_differ == 1


def test_a_file_that_has_gone_on_takes_the_date_along() -> None:
    here, there = Content(dated(LMP)), Content(dated(LMP, SCAN))
    after, merged = both(here, there)
    assert after.profile.due == date(2027, 4, 14)
    assert after.profile == there.profile
    assert (merged.profile.datings, merged.differences) == (1, ())


def test_an_older_file_changes_nothing_and_says_its_date() -> None:
    here, there = Content(dated(LMP, SCAN)), Content(dated(LMP))
    after, merged = both(here, there)
    assert after == here
    assert said(merged) == [("date", "number 1", "2027-04-14", "2027-04-11")]
    assert both(here, there, theirs=True)[0].profile.due == date(2027, 4, 11)


def test_where_both_have_gone_on_the_date_here_stays_and_every_dating_is_kept() -> None:
    here, there = Content(dated(LMP, SCAN)), Content(dated(LMP, CLINIC))
    after, merged = both(here, there)
    assert after.profile.due == date(2027, 4, 14)
    assert [s.kept.dating.method for s in after.profile.datings] == ["lmp", "scan", "date"]
    assert [d.what for d in merged.differences] == ["date"]
    taken, _ = both(here, there, theirs=True)
    assert taken.profile.due == date(2027, 4, 9)
    assert both(taken, there, theirs=True)[0] == taken
    undone = taken.profile.without_last()
    assert undone.due is not None


def test_an_end_here_is_never_taken_away_and_one_in_the_file_comes() -> None:
    going, ended = Content(dated(LMP)), Content(dated(LMP, ended=date(2026, 11, 1)))
    for theirs in (False, True):
        assert both(ended, going, theirs=theirs)[0].profile.ended == date(2026, 11, 1)
        after, merged = both(going, ended, theirs=theirs)
        assert after.profile.ended == date(2026, 11, 1)
        assert merged.profile.taken == (("end", "number 1"),)
    no_day = Content(dated(LMP, ended=True))
    assert both(no_day, ended)[0].profile.ended == date(2026, 11, 1)
    assert both(ended, no_day)[0].profile.ended == date(2026, 11, 1)


def test_settings_and_answers_are_merged_one_by_one() -> None:
    here = Profile(settings=Settings(country="GB", width=60), about=About((("twins", False),)))
    there = Profile(
        settings=Settings(country="US", units="metric"),
        about=About((("twins", True), ("gbs", False)), 165.0),
    )
    after, merged = both(Content(here), Content(there))
    assert after.profile.settings == Settings(country="GB", units="metric", width=60)
    assert after.profile.about == About((("twins", False), ("gbs", False)), 165.0)
    assert [d.name for d in merged.differences] == ["country", "twins"]
    assert merged.profile.taken == (
        ("setting", "units"), ("answer", "gbs"), ("answer", "height_cm"),
    )  # fmt: skip
    taken = both(Content(here), Content(there), theirs=True)[0].profile
    assert taken.settings == Settings(country="US", units="metric", width=60)
    assert dict(taken.about.said) == {"twins": True, "gbs": False}


def test_a_file_that_began_again_goes_on_where_all_that_is_here_is_in_it() -> None:
    here = dated(LMP)
    there = dated(LMP, SCAN).anew(LATER)
    there = there.with_dating(compute(NEXT[0], NEXT[1], today=None), LATER, replace=False)
    after, merged = both(Content(here), Content(there))
    assert (after.profile.pregnancy, after.profile.past) == (2, there.past)
    assert after.profile.due == date(2028, 6, 1)
    assert merged.profile.put_aside == 1


def test_a_file_that_began_again_without_what_is_here_is_refused_unless_it_is_asked_for() -> None:
    here, there = Content(dated(LMP, CLINIC)), Content(dated(LMP, SCAN).anew(LATER))
    with pytest.raises(Apart, match="number 2 goes on, here number 1"):
        merge(here, there)
    after, _ = both(here, there, theirs=True)
    assert after.profile.pregnancy == 2
    assert after.profile.past[0].on == LATER
    assert len(after.profile.past[0].datings) == 3


def test_an_older_file_goes_into_what_was_put_aside() -> None:
    here = dated(LMP).anew(LATER)
    after, merged = both(Content(here), Content(dated(LMP, SCAN)))
    assert after.profile.pregnancy == 2
    assert after.profile.due is None
    assert [s.kept.dating.method for s in after.profile.past[0].datings] == ["lmp", "scan"]
    assert merged.profile.put_aside == 0


def test_another_pregnancy_under_the_same_number_is_refused_always() -> None:
    here, there = Content(dated(NEXT)), Content(dated(LMP, ended=date(2026, 11, 1)))
    for theirs in (False, True):
        with pytest.raises(Apart, match="far apart"):
            merge(here, there, theirs=theirs)


def test_one_that_was_removed_here_comes_back_as_put_aside() -> None:
    here = dated(LMP).anew(LATER)._replace(past=())
    after, merged = both(Content(here), Content(dated(LMP)))
    assert [past.number for past in after.profile.past] == [1]
    assert after.profile.past[0].due == date(2027, 4, 11)
    assert merged.profile.put_aside == 1
