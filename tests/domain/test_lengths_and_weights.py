"""Lengths and weights in words: the yard and pound agreement of 1959, halves up, metric first."""

import pytest

from amma_cli.domain.units import halves_up, inches, length_words, pounds, units_of, weight_words

INCH, OUNCE, POUND = 25.4, 28.349523125, 453.59237  # mm, g, g: exact, the agreement of 1959


@pytest.mark.parametrize(
    ("value", "whole"), [(0, 0), (0.4, 0), (0.5, 1), (1.5, 2), (2.4, 2), (2.5, 3), (99.49, 99)]
)
def test_halves_are_rounded_up_as_people_round(value: float, whole: int) -> None:
    assert halves_up(value) == whole


@pytest.mark.parametrize("country", ["", "US", "GB", "IE", "CA", "LR", "MM"])
def test_pounds_are_said_where_they_are_read_or_no_country_is_known(country: str) -> None:
    assert units_of(country) == "both"


@pytest.mark.parametrize("country", ["DE", "FR", "AU", "IN", "NZ"])
def test_everywhere_else_the_units_are_metric(country: str) -> None:
    assert units_of(country) == "metric"


@pytest.mark.parametrize(
    ("mm", "words"),
    [
        (1.6, "1.6 mm"),
        (16, "16 mm"),
        (19.9, "19.9 mm"),
        (20, "20 mm"),
        (20.4, "20 mm"),
        (20.5, "21 mm"),
        (99.4, "99 mm"),
        (100, "10.0 cm"),
        (254, "25.4 cm"),
        (512.6, "51.3 cm"),
    ],
)
def test_a_length_is_in_millimeters_below_ten_centimeters(mm: float, words: str) -> None:
    assert length_words(mm, "metric") == words
    assert length_words(mm, "both").startswith(f"{words} (")


@pytest.mark.parametrize(
    ("mm", "words"), [(INCH, "1.0 in"), (10 * INCH, "10.0 in"), (16.4 * INCH, "16.4 in")]
)
def test_inches_stand_in_brackets_to_one_decimal(mm: float, words: str) -> None:
    assert inches(mm) == words
    assert length_words(mm, "both").endswith(f" ({words})")


@pytest.mark.parametrize(
    ("g", "words"),
    [
        (8, "8 g"),
        (8.5, "9 g"),
        (999, "999 g"),
        (1000, "1.00 kg"),
        (1004, "1.00 kg"),
        (1005, "1.01 kg"),
        (3402, "3.40 kg"),
    ],
)
def test_a_weight_is_in_grams_below_a_kilogram(g: float, words: str) -> None:
    assert weight_words(g, "metric") == words
    assert weight_words(g, "both") == f"{words} ({pounds(g)})"


@pytest.mark.parametrize(
    ("g", "words"),
    [
        (OUNCE, "1.0 oz"),
        (11.6 * OUNCE, "11.6 oz"),
        (15.94 * OUNCE, "15.9 oz"),
        (15.96 * OUNCE, "1 lb 0 oz"),  # never "16.0 oz"
        (POUND, "1 lb 0 oz"),
        (POUND + OUNCE, "1 lb 1 oz"),
        (7 * POUND + 8 * OUNCE, "7 lb 8 oz"),
        (7 * POUND + 15.4 * OUNCE, "7 lb 15 oz"),
        (7 * POUND + 15.6 * OUNCE, "8 lb 0 oz"),
    ],
)
def test_ounces_below_a_pound_then_pounds_and_whole_ounces(g: float, words: str) -> None:
    assert pounds(g) == words
