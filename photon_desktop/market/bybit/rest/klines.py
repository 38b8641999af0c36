"""Rows of Bybit's bars read into ours."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from photon_desktop.errors import DataError
from photon_desktop.market.bybit.faults import unreadable
from photon_desktop.market.bybit.intervals import MILLISECOND_NS
from photon_desktop.trading.bars import Bars

_COLUMNS = range(1, 6)  # open, high, low, close, volume; the turnover behind them is not kept


def read_rows(rows: Sequence[Any], first_ns: int, last_ns: int) -> Bars:
    """Bars that open from `first_ns` to `last_ns`, both included, oldest first, whatever the order of `rows`.

    Each start is kept once. Raises ExchangeError for rows that are no market's bars.
    """
    try:
        by_start = {int(row[0]) * MILLISECOND_NS: [float(row[column]) for column in _COLUMNS] for row in rows}
        starts = sorted(start for start in by_start if first_ns <= start <= last_ns)
        if not starts:
            return Bars.empty()
        columns = np.array([by_start[start] for start in starts], dtype=np.float64)
        return Bars.of(starts, *columns.T)
    except (TypeError, ValueError, IndexError, KeyError, DataError) as error:
        raise unreadable(f"rows of bars: {error}") from None
