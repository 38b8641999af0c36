import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photon_desktop.trading.report_csv import COLUMNS, harmless, reports_csv
from tests.store.samples import report

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_report_is_a_line_of_exact_values() -> None:
    header, line = rows_of(reports_csv([replace(report(), model_hash="abc")]))
    assert header == list(COLUMNS)
    assert line[:10] == [
        "2024-12-07T10:00:00Z", "BTCUSDT", "BUY", "0.05001", "88500.37", "88588.88", "4.43032989", "-0.00000001",
        "executed", "paper",
    ]  # fmt: skip
    assert line[10] == "abc"


def test_an_order_that_was_not_filled_has_no_price_and_its_rules() -> None:
    refused = replace(report(), executed_price=None, blocked_by=("NO_CASH", "HALTED"), message="No, never.")
    line = rows_of(reports_csv([refused]))[1]
    assert (line[5], line[12], line[13]) == ("", "NO_CASH HALTED", "No, never.")


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\tx", "\rx", "=cmd|' /C calc'!A0"])
def test_what_a_spreadsheet_would_run_is_shown_instead(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-0.00000001", "+5", "-12", "BUY", "", "a=b"])
def test_numbers_and_plain_words_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_text_keeps_its_cell_and_begins_no_formula(texts: list[str]) -> None:
    reports = [replace(report(), message=text, quantity=Decimal(1)) for text in texts]
    lines = rows_of(reports_csv(reports))[1:]
    assert [line[-1].removeprefix("'") for line in lines] == [text.removeprefix("'") for text in texts]
    assert all(not line[-1].startswith(FORMULA) or line[-1][1:].isdecimal() for line in lines)
