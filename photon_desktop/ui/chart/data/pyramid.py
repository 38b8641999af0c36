"""Bars at every zoom: level k holds one candle for 2**k bars, so what is painted depends on the width alone.

A candle of a higher level has the first open, the highest high, the lowest low, the last close and the summed volume
of its bars. All levels together take twice the room of the bars.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import ceil, log2

import numpy as np

from photon_desktop.trading.bars import FloatArray
from photon_desktop.ui.chart.data.growing_table import GrowingTable

LEAST_CANDLE_PIXELS = 3.0


class Row(IntEnum):
    """The rows of a table of candles."""

    OPEN = 0
    HIGH = 1
    LOW = 2
    CLOSE = 3
    VOLUME = 4


@dataclass(frozen=True, slots=True, eq=False)
class Candles:
    """Candles of one level: `first` is the number of the first, `table` has the shape (5, count)."""

    level: int
    first: int
    table: FloatArray

    def __len__(self) -> int:
        return int(self.table.shape[1])

    @property
    def bars_each(self) -> int:
        """How many bars one candle stands for."""
        return 1 << self.level

    def centres(self) -> FloatArray:
        """The middle of each candle in bar numbers."""
        numbers = np.arange(self.first, self.first + len(self), dtype=np.float64)
        return numbers * self.bars_each + (self.bars_each - 1) / 2


class Pyramid:
    """Candles of all levels over bars given as a table of the shape (5, bars), rows as in `Row`."""

    def __init__(self, table: FloatArray) -> None:
        self._levels = [GrowingTable(table)]
        while len(self._levels[-1]) > 1:
            self._levels.append(GrowingTable(_halved(self._levels[-1].values)))

    def __len__(self) -> int:
        return len(self._levels[0])

    @property
    def level_count(self) -> int:
        """Levels there are; the last one holds a single candle."""
        return len(self._levels)

    @property
    def bars(self) -> FloatArray:
        """The bars themselves, shape (5, bars)."""
        return self._levels[0].values

    def append(self, column: Sequence[float] | FloatArray) -> None:
        """Add a bar (open, high, low, close, volume): one candle changed or added on each level."""
        self._levels[0].append(column)
        self._renew_last_candles()

    def replace_last(self, column: Sequence[float] | FloatArray) -> None:
        """Put another bar in the last one's place."""
        self._levels[0].replace_last(column)
        self._renew_last_candles()

    def level_for(self, pixels_per_bar: float) -> int:
        """The lowest level whose candles are at least three pixels apart."""
        if pixels_per_bar >= LEAST_CANDLE_PIXELS:
            return 0
        return min(ceil(log2(LEAST_CANDLE_PIXELS / pixels_per_bar)), self.level_count - 1)

    def candles(self, level: int, first_bar: int, stop_bar: int) -> Candles:
        """The candles of `level` that hold any of the bars from `first_bar` up to, not including, `stop_bar`."""
        begin, end = max(first_bar, 0), min(stop_bar, len(self))
        first = begin >> level
        stop = first if end <= begin else ((end - 1) >> level) + 1
        return Candles(level, first, self._levels[level].values[:, first:stop])

    def _renew_last_candles(self) -> None:
        for level in range(1, self.level_count):
            below, here = self._levels[level - 1], self._levels[level]
            place = (len(below) - 1) // 2
            merged = _merged(below.values[:, 2 * place :])
            here.append(merged) if place == len(here) else here.replace_last(merged)
        if len(self._levels[-1]) > 1:
            self._levels.append(GrowingTable(_halved(self._levels[-1].values)))


def _merged(pair: FloatArray) -> FloatArray:
    """One candle from one or two."""
    first, last = pair[:, 0], pair[:, -1]
    if pair.shape[1] == 1:
        return first
    high = max(first[Row.HIGH], last[Row.HIGH])
    low = min(first[Row.LOW], last[Row.LOW])
    return np.array([first[Row.OPEN], high, low, last[Row.CLOSE], first[Row.VOLUME] + last[Row.VOLUME]])


def _halved(table: FloatArray) -> FloatArray:
    """One candle for each two, an odd last one as it is."""
    pairs = table.shape[1] // 2
    left, right = table[:, 0 : 2 * pairs : 2], table[:, 1 : 2 * pairs : 2]
    half = np.empty((len(Row), (table.shape[1] + 1) // 2))
    half[Row.OPEN, :pairs] = left[Row.OPEN]
    np.maximum(left[Row.HIGH], right[Row.HIGH], out=half[Row.HIGH, :pairs])
    np.minimum(left[Row.LOW], right[Row.LOW], out=half[Row.LOW, :pairs])
    half[Row.CLOSE, :pairs] = right[Row.CLOSE]
    np.add(left[Row.VOLUME], right[Row.VOLUME], out=half[Row.VOLUME, :pairs])
    half[:, pairs:] = table[:, 2 * pairs :]
    return half
