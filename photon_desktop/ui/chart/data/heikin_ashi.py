"""Heikin-Ashi: candles that average the prices of a bar with those before it (D. Valcu, Stocks & Commodities, 2004).

The close is the mean of the bar's four prices, the open the middle of the Heikin-Ashi bar before, the first one's the
middle of its own open and close; high and low reach to both.
"""

import numpy as np

from photon_desktop.trading.bars import FloatArray
from photon_desktop.ui.chart.data.pyramid import Row

_MEMORY = 56  # bars: what came before weighs less than 1e-16


def heikin_ashi(table: FloatArray) -> FloatArray:
    """The table of the shape (5, bars), rows as in `Row`, averaged; volume stays."""
    averaged = np.array(table)
    if table.shape[1] == 0:
        return averaged
    close = table[: Row.VOLUME].mean(axis=0)
    opens = _opens((table[Row.OPEN, 0] + table[Row.CLOSE, 0]) / 2, close)
    averaged[Row.OPEN], averaged[Row.CLOSE] = opens, close
    averaged[Row.HIGH] = np.maximum(table[Row.HIGH], np.maximum(opens, close))
    averaged[Row.LOW] = np.minimum(table[Row.LOW], np.minimum(opens, close))
    return averaged


def next_heikin_ashi(before: FloatArray, column: FloatArray) -> FloatArray:
    """The averaged column of a bar, given that of the bar before it."""
    opened = (before[Row.OPEN] + before[Row.CLOSE]) / 2
    close = column[: Row.VOLUME].mean()
    high, low = max(column[Row.HIGH], opened, close), min(column[Row.LOW], opened, close)
    return np.array([opened, high, low, close, column[Row.VOLUME]])


def _opens(first: float, close: FloatArray) -> FloatArray:
    """open[i] = (open[i - 1] + close[i - 1]) / 2, as a sum of closes that weigh half as much each bar further back."""
    weights = 0.5 ** np.arange(1, _MEMORY + 1)
    opens = np.empty(len(close))
    opens[0] = first
    opens[1:] = np.convolve(close[:-1], weights)[: len(close) - 1] if len(close) > 1 else 0.0
    aged = min(len(close), _MEMORY)
    opens[1:aged] += first * 0.5 ** np.arange(1, aged)
    return opens
