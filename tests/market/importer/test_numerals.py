import math
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.market.importer.numerals import NumberStyle, as_numbers, is_number, style_of

PLAIN, GERMAN, ENGLISH = NumberStyle(), NumberStyle(",", "."), NumberStyle(".", ",")


def number(cell: str, style: NumberStyle = PLAIN) -> float:
    return float(as_numbers(pa.array([cell]), style).values[0])


@pytest.mark.parametrize(
    ("cell", "style", "value"),
    [
        ("1234.5", PLAIN, 1234.5), ("1.234,5", GERMAN, 1234.5), ("1,234.5", ENGLISH, 1234.5), ("+7", PLAIN, 7.0),
        ("-7", PLAIN, -7.0), ("$170.57", PLAIN, 170.57), ("171,47 €", NumberStyle(","), 171.47), (" 5 ", PLAIN, 5.0),
        ("2.11e-05", PLAIN, 2.11e-05), ("1E5", PLAIN, 100_000.0), ("78.43K", PLAIN, 78_430.0), ("1.2M", PLAIN, 1.2e6),
        ("12,34,567.5", ENGLISH, 1_234_567.5),
        ("3B", PLAIN, 3e9), ("1.5T", PLAIN, 1.5e12), ("3.4%", PLAIN, 3.4), (".5", PLAIN, 0.5), ("5.", PLAIN, 5.0),
        ("1\u202f234,5", NumberStyle(",", "\u202f"), 1234.5), ("1'234.5", NumberStyle(".", "'"), 1234.5),
        ("inf", PLAIN, math.inf), ("-Infinity", PLAIN, -math.inf),
    ],
)  # fmt: skip
def test_a_cell_is_the_number_it_says(cell: str, style: NumberStyle, value: float) -> None:
    assert number(cell, style) == value


@pytest.mark.parametrize("cell", ["abc", "1.2.3", "1,5", "0x10", "1_000", "--5", "1e", "e5", "=1+1", "١٢", "1 2", "5,"])
def test_what_is_no_number_is_unreadable_and_not_missing(cell: str) -> None:
    numbers = as_numbers(pa.array([cell, "1"]), PLAIN)
    assert numbers.unreadable.tolist() == [True, False]
    assert not numbers.missing.any()
    assert np.isnan(numbers.values[0])


@pytest.mark.parametrize("cell", ["1,5", "12,34", "1,2345", "1,23,45"])
def test_groups_of_thousands_have_three_digits(cell: str) -> None:
    assert as_numbers(pa.array([cell]), ENGLISH).unreadable[0]


@pytest.mark.parametrize("cell", ["", " ", "-", "N/A", "null", "NaN", "n/a", "--"])
def test_what_stands_for_nothing_is_missing(cell: str) -> None:
    numbers = as_numbers(pa.array([cell]), PLAIN)
    assert (numbers.missing[0], numbers.unreadable[0]) == (True, False)


@pytest.mark.parametrize(
    ("cells", "delimiter", "style"),
    [
        (["1234.5", "7"], ",", PLAIN), (["62.432,11", "78.425"], ";", GERMAN), (["61,130.98", "7"], ",", ENGLISH),
        (["42283,58", "27174"], ";", NumberStyle(",")), (["1.31404"], ";", PLAIN), (["1,234", "5,678"], ",", ENGLISH),
        (["1,234", "5,678"], ";", NumberStyle(",")), (["171.47", "33,185,500"], "\t", ENGLISH),
        (["1.234.567", "8"], ";", GERMAN), (["1 234,5"], ";", NumberStyle(",", " ")),
        (["1'234.5"], ";", NumberStyle(".", "'")),
        (["abc"], ",", PLAIN), (["12.3", "1.2.3", "4.56", "7.1"], ",", PLAIN), (["$1,234.50"], ",", ENGLISH),
    ],
)  # fmt: skip
def test_the_style_is_that_of_most_cells(cells: list[str], delimiter: str, style: NumberStyle) -> None:
    assert style_of(cells, delimiter) == style


def test_a_very_long_cell_is_no_number_and_costs_nothing() -> None:
    assert not is_number("0" * 1_000_000)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=Decimal("-1e12"), max_value=Decimal("1e12"))
)
def test_every_number_is_the_nearest_to_its_digits_in_every_style(value: Decimal) -> None:
    english, exact = f"{value:,}", float(value)
    assert number(f"{value:f}") == number(english, ENGLISH) == exact
    assert number(english.translate(str.maketrans(",.", ".,")), GERMAN) == exact


def test_thousandfold_letters_are_rounded_once() -> None:
    assert number("1.005K") == 1005.0
    assert number("4.35M") == 4_350_000.0
