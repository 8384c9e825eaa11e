"""Conventions 34 and 35: options before and after the command; a way to report everywhere."""

from typing import Any

import pytest

from amma_cli.commands.registry import BY_NAME, OF_ONE, VALUED, valued_of
from amma_cli.commands.run import build
from amma_cli.options import SWITCHES, VALUES
from tests.batch import each, ends
from tests.program import CALLS, DAYS, ROOT, TODAY, Amma
from tests.terminal import in_terminal

# Each common option, as it is given.
OPTIONS: list[list[str]] = [
    ["--json"],
    ["--plain"],
    ["--width", "47"],
    ["--width=47"],
    ["--color", "always"],
    ["--no-pager"],
    ["--no-input"],
    ["--region", "US"],
    ["-h"],
    ["--help"],
]


def day_of(name: str) -> list[str]:
    return ["--on", DAYS.get(name, TODAY)]


def test_convention_34_every_common_option_is_tested() -> None:
    tested = {option[0].partition("=")[0] for option in OPTIONS} | {"--on"}
    assert tested == {*VALUES, *SWITCHES, "-h", "--help"}


@pytest.mark.parametrize("name", CALLS)
def test_convention_34_each_option_means_the_same_before_and_after(
    expecting: Amma, name: str
) -> None:
    call = [*CALLS[name], *day_of(name)]
    found = ends(expecting, [c for o in OPTIONS for c in ([*o, *call], [*call, *o])])
    for option, before, after in zip(OPTIONS, found[::2], found[1::2], strict=True):
        assert before == after, option
        assert before.done.code == 0, before.done.err


@pytest.mark.parametrize("name", CALLS)
def test_convention_34_the_day_means_the_same_before_and_after(expecting: Amma, name: str) -> None:
    first, *rest = CALLS[name]
    day = day_of(name)
    before, after, between = ends(
        expecting, [[*day, first, *rest], [first, *rest, *day], [first, *day, *rest]]
    )
    assert before.done.code == 0
    assert before == after == between


@pytest.mark.parametrize("name", CALLS)
def test_convention_34_given_twice_the_later_wins(expecting: Amma, name: str) -> None:
    call, first = CALLS[name], ["--on", "2026-01-01", "--width", "90", "--color", "always"]
    last = [*day_of(name), "--width", "47", "--color", "never"]
    wanted, *found = ends(
        expecting,
        [[*call, *last], [*first, *call, *last], [*first, *last, *call], [*call, *first, *last]],
    )
    assert wanted.done.code == 0
    assert found == [wanted] * 3


@pytest.mark.parametrize("name", ["read", "checkin", "week"])
def test_convention_34_the_later_region_wins(expecting: Amma, name: str) -> None:
    call, us, gb = [*CALLS[name], *day_of(name)], ["--region", "US"], ["--region", "GB"]
    wanted, other, twice = ends(expecting, [[*call, *us], [*call, *gb], [*gb, *call, *us]])
    assert twice == wanted
    assert other != wanted


def test_convention_34_without_a_command_options_are_those_of_today(expecting: Amma) -> None:
    for option in (["--json"], ["--plain"], ["--width", "47"], ["--region", "US"]):
        args = [*option, *day_of("today")]
        alone, named = ends(expecting, [args, ["today", *args]])
        assert alone == named


def test_convention_34_no_pager_and_no_input_hold_before_and_after(expecting: Amma) -> None:
    call = ["checkin", "--on", TODAY, "--no-pager"]
    for args in (["--no-input", *call], [*call, "--no-input"]):
        seen = in_terminal(expecting, *args)
        assert seen.code == 0
        assert "(Enter to skip)" not in seen.text
    for args in (["--no-pager", "read", "short-cervix"], ["read", "short-cervix", "--no-pager"]):
        seen = in_terminal(expecting, *args, rows=10, env={"PAGER": "true"})
        assert "Key takeaways" in seen.text


def test_convention_34_a_value_that_looks_like_an_option_stays_a_value(expecting: Amma) -> None:
    done = expecting("checkin", "--note", "--json", "--on", TODAY)
    assert done.code == 0
    assert not done.out.startswith("{")
    assert '"--json"' in (expecting.home / "journal.jsonl").read_text(encoding="utf-8")
    assert not expecting("search", "--", "--json").out.startswith("{")


def options_of(command: Any) -> set[str]:
    """The names of options that take a value, as the parser knows them."""
    return {
        name
        for param in command.params
        if param.param_type_name == "option" and not param.is_flag and not param.count
        for name in (*param.opts, *param.secondary_opts)
    }


def test_convention_34_the_registry_knows_every_option_with_a_value() -> None:
    group = build()
    known = set().union(*(options_of(group.commands[name]) for name in BY_NAME))
    assert {*VALUED}.union(*OF_ONE.values()) == known


@pytest.mark.parametrize("name", BY_NAME)
def test_convention_34_after_a_switch_a_common_option_is_no_value_of_it(name: str) -> None:
    command = build().commands[name]
    switches = {opt for param in command.params for opt in param.opts if opt.startswith("-")}
    assert not (switches - options_of(command)) & valued_of([name])
    assert options_of(command) <= valued_of([name])


def test_convention_34_no_command_takes_a_common_option_for_itself() -> None:
    group = build()
    common = {*VALUES, *SWITCHES}
    for name in BY_NAME:
        params = group.commands[name].params
        assert not common & {opt for param in params for opt in param.opts}, name


def slugs(amma: Amma) -> list[str]:
    found = amma("list", "--slugs").out.split()
    assert found
    return found


def test_convention_35_every_article_names_a_way_to_report(amma: Amma) -> None:
    every = slugs(amma)
    for slug, done in zip(every, each(amma, [["read", slug] for slug in every]), strict=True):
        text = " ".join(done.out.split())
        assert "A wrong or dangerous sentence?" in text, slug
        assert "report" in text.partition("A wrong or dangerous sentence?")[2]


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_convention_35_a_printed_article_names_a_way_to_report(amma: Amma, form: str) -> None:
    text = amma("print", "short-cervix", "--to", form, "-o", "-").out
    assert "A wrong or dangerous sentence?" in " ".join(text.split())


@pytest.mark.parametrize("args", [["-h"], ["help"], ["--help"]], ids=" ".join)
def test_convention_35_the_help_names_a_way_to_report(amma: Amma, args: list[str]) -> None:
    for extra in ([], ["--plain"], ["--width", "40"]):
        text = " ".join(amma(*args, *extra).out.split())
        assert "A wrong or dangerous sentence? Please report it" in text


def test_convention_35_the_changelog_tells_of_corrected_advice() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "Corrected advice" in text
