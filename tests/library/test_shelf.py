"""The shelf: found by any name, in range, and damage said in words."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amma_cli.errors import LibraryDamaged, NotFound
from amma_cli.library.shelf import Shelf


@pytest.mark.parametrize(
    "name",
    [
        "cervical-insufficiency", "Cervical Insufficiency", "CERVICAL-INSUFFICIENCY",
        "  cervical   insufficiency ", "weak cervix", "Weak  Cervix!", "incompetent cervix",
        "What is cervical insufficiency?", "what is cervical insufficiency",
    ],
)  # fmt: skip
def test_an_article_is_found_by_slug_title_and_alias(frozen_shelf: Shelf, name: str) -> None:
    assert frozen_shelf.find(name) == "cervical-insufficiency"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("cervical-insuficiency", "cervical-insufficiency"),
        ("hospitalbag", "hospital-bag"),
        ("weak cervx", "cervical-insufficiency"),
        ("folic-acd", "folic-acid"),
    ],
)
def test_a_near_miss_names_up_to_three(frozen_shelf: Shelf, name: str, near: str) -> None:
    with pytest.raises(NotFound) as refused:
        frozen_shelf.find(name)
    assert near in refused.value.hint
    assert 1 <= len(frozen_shelf.near(name)) <= 3


def test_what_is_planned_is_said_to_be_planned(frozen_shelf: Shelf) -> None:
    with pytest.raises(NotFound, match=r'"Is this preterm labor\?" is planned'):
        frozen_shelf.find("preterm labor")
    assert frozen_shelf.planned_title("first-kicks") == "When will I feel the first kicks?"
    assert frozen_shelf.planned_title("hospital-bag") == ""  # it is written


@given(st.text(max_size=300) | st.sampled_from(["'; DROP TABLE article; --", "%", "_", '"', "\0"]))
@settings(max_examples=60, deadline=None)
def test_whatever_the_name_the_answer_is_an_article_or_a_sentence(
    frozen_shelf: Shelf, name: str
) -> None:
    with contextlib.suppress(NotFound):
        assert frozen_shelf.article(frozen_shelf.find(name)).card.title
    assert len(frozen_shelf.all_cards()) == 7


def test_a_name_that_no_encoding_can_hold_is_not_found(frozen_shelf: Shelf) -> None:
    with pytest.raises(NotFound):
        frozen_shelf.find("\udcff\udcfe")


def test_an_article_is_whole(frozen_shelf: Shelf) -> None:
    a = frozen_shelf.article("cervical-insufficiency")
    assert (a.card.weeks, a.card.week, a.card.topic) == ((10, 27), 20, "complications")
    assert [card.slug for card in a.related] == ["short-cervix"]  # the other is not written
    assert [s.key for s in a.sources] == ["made-guideline", "made-leaflet", "made-review"]
    assert a.sources[0].address == "https://doi.org/10.1000/made-guideline"
    assert [s.title for s in a.sections] == ["What is it?", "What helps?"]
    links = [s for b in a.sections[0].blocks for s in getattr(b, "spans", ()) if s.style == "link"]
    assert [(s.text, s.target) for s in links] == [("a short cervix", "short-cervix")]


def test_articles_of_a_week_are_those_in_range_their_peak_first(frozen_shelf: Shelf) -> None:
    assert [c.slug for c in frozen_shelf.in_week(9)] == ["folic-acid"]
    assert [c.slug for c in frozen_shelf.in_week(27)] == [
        "reduced-movements", "cervical-insufficiency",
    ]  # fmt: skip
    assert {c.slug for c in frozen_shelf.in_week(10)} == {"folic-acid", "cervical-insufficiency"}
    assert {c.slug for c in frozen_shelf.in_week(13)} == {"cervical-insufficiency"}
    assert frozen_shelf.in_week(43) == ()
    assert [c.slug for c in frozen_shelf.in_week_after_birth(2)] == ["warning-signs-after-birth"]
    assert [c.slug for c in frozen_shelf.in_week_after_birth(52)] == ["contraception-after-birth"]
    assert frozen_shelf.in_week_after_birth(53) == ()
    assert len(frozen_shelf.in_week(30, limit=1)) == 1


def test_care_is_that_of_its_place_and_weeks_in_order(frozen_shelf: Shelf) -> None:
    assert [(c.week, c.where) for c in frozen_shelf.care(19, 22, "WHO")] == [
        (20, "WHO"), (22, "WHO"),
    ]  # fmt: skip
    assert [c.say for c in frozen_shelf.care(20, 20, "UK")] == ["The 20-week scan, up to 20+6."]
    assert frozen_shelf.care(1, 10, "UK") == ()


def test_a_region_is_found_by_its_code(frozen_shelf: Shelf) -> None:
    found = frozen_shelf.region("gb")
    assert found is not None
    assert (found.country, found.emergency, found.confirmed) == (
        "United Kingdom", ("999", "112"), True,
    )  # fmt: skip
    assert frozen_shelf.region("XX") is None
    assert frozen_shelf.countries() == {
        "DE": "Germany", "GB": "United Kingdom", "US": "United States",
    }  # fmt: skip


def test_the_plan_and_the_guide_of_a_week(frozen_shelf: Shelf) -> None:
    assert frozen_shelf.plan("pregnancy", 19)[:2] == (
        "first-kicks",
        ("first-kicks", "short-cervix"),
    )
    assert frozen_shelf.plan("pregnancy", 2) == ("", (), "")
    guide = frozen_shelf.guide("pregnancy", 20)
    assert guide is not None
    assert (guide.lead, guide.week, guide.kind) == ("cervical-insufficiency", 20, "pregnancy")
    assert [s.title for s in guide.sections] == [
        "Your baby", "Your body", "Your care", "This week", "Ask at your next visit",
    ]  # fmt: skip
    assert frozen_shelf.guide("pregnancy", 19) is None
    assert frozen_shelf.guide("after-birth", 0) is not None


def test_signs_of_a_week_come_with_the_most_serious_first(frozen_shelf: Shelf) -> None:
    assert [s.key for s in frozen_shelf.signs(20)] == [
        "bleeding-heavy-pregnancy", "bulge-vagina", "fever", "pelvic-pressure-preterm",
        "low-mood", "unsafe-at-home", "heartburn",
    ]  # fmt: skip
    assert "movements-fewer" in {s.key for s in frozen_shelf.signs(24)}
    assert {s.key for s in frozen_shelf.signs(43)} == {"fever", "low-mood", "unsafe-at-home"}
    found = frozen_shelf.sign("fever")
    assert found is not None
    assert (found.level, found.weeks) == ("urgent", (4, 48))
    assert frozen_shelf.sign("no-such-sign") is None


def test_the_label_counts_what_is_overdue_on_the_day(frozen_shelf: Shelf) -> None:
    label = frozen_shelf.label("2026-11-22")
    assert (label["written"], label["planned"], label["guides"]) == (7, 2, 3)
    assert label["reviewed_by_clinician"] == 1
    assert label["overdue"] == 1
    assert frozen_shelf.label("2026-11-20")["overdue"] == 0
    assert frozen_shelf.label("2027-12-01")["overdue"] == 7


@pytest.mark.parametrize(
    "data", [b"", b"not a database", b"SQLite format 3\0" + b"\0" * 4000, b"\xff" * 9000]
)
def test_what_is_no_library_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(data)
    with pytest.raises(LibraryDamaged) as said:
        Shelf(path)
    assert said.value.exit_code == 5
    assert str(path) in said.value.say


def test_a_missing_library_is_said_and_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(LibraryDamaged):
        Shelf(tmp_path / "library.db")
    assert list(tmp_path.iterdir()) == []


def test_a_library_of_another_schema_is_said(tmp_path: Path, frozen_library: Path) -> None:
    import sqlite3

    path = tmp_path / "library.db"
    path.write_bytes(frozen_library.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '999' WHERE key = 'schema'")
    connection.commit()
    connection.close()
    with pytest.raises(LibraryDamaged, match="schema 999"):
        Shelf(path)


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_wherever_a_library_is_cut_it_reads_right_or_says_that_it_is_damaged(
    tmp_path: Path, frozen_library: Path, frozen_shelf: Shelf, part: float
) -> None:
    path, whole = tmp_path / "library.db", frozen_library.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    looks: tuple[Callable[[Shelf], object], ...] = (
        lambda shelf: shelf.article("hospital-bag"),
        lambda shelf: shelf.guide("pregnancy", 20),
        lambda shelf: shelf.label("2026-11-22"),
        lambda shelf: shelf.signs(20),
        lambda shelf: shelf.sizes(),
        lambda shelf: shelf.find("weak cervix"),
    )
    for look in looks:
        try:
            found = look(Shelf(path))
        except LibraryDamaged:
            continue
        assert found == look(frozen_shelf)
