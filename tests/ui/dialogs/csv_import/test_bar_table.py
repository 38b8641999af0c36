"""The bars of a preview as a table."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.ui.dialogs.csv_import.views.bar_table import SHOWN_BARS, BarTable, decimals_of, rows_of
from tests.ui.examples import BEGIN, walk

DAY = Interval.DAY_1.nanoseconds
MIDNIGHT = BEGIN // DAY * DAY


def test_prices_share_their_digits_and_stand_to_the_right() -> None:
    bars = Bars.of([BEGIN, BEGIN + 60_000_000_000], [1.5, 2], [3, 3.25], [1, 1], [2, 3], [1_234, 10])
    table = BarTable()
    table.show_bars(bars)
    texts = [[table.index(row, column).data() for column in range(6)] for row in range(2)]
    assert texts == [
        ["2024-12-07 10:00", "1.50", "3.00", "1.00", "2.00", "1,234"],
        ["2024-12-07 10:01", "2.00", "3.25", "1.00", "3.00", "10"],
    ]
    side = table.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


def test_days_are_written_without_a_time_of_day() -> None:
    assert rows_of(Bars.of([MIDNIGHT], [1], [1], [1], [1], [0]))[0][0] == "2024-12-07"


def test_seconds_are_written_where_there_are_any() -> None:
    assert rows_of(Bars.of([BEGIN + 1_000_000_000], [1], [1], [1], [1], [0]))[0][0] == "2024-12-07 10:00:01"


def test_only_the_first_bars_are_shown() -> None:
    table = BarTable()
    table.show_bars(walk(SHOWN_BARS + 50, 100.0))
    assert table.rowCount() == SHOWN_BARS
    table.show_bars(Bars.empty())
    assert table.rowCount() == 0


@pytest.mark.parametrize(("values", "digits"), [([1.0, 2.0], 0), ([0.25, 1.5], 2), ([0.00000001], 8), ([1 / 3], 8)])
def test_digits_are_as_few_as_say_every_value(values: list[float], digits: int) -> None:
    assert decimals_of(np.array(values)) == digits
