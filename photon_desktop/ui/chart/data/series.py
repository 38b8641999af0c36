"""One symbol's bars as the chart holds them: times, candles at every zoom, indicators, the last bar still changing."""

from enum import IntEnum

import numpy as np

from photon_desktop.trading.bars import Bar, Bars, FloatArray, TimeArray
from photon_desktop.trading.indicators import compute_indicators
from photon_desktop.ui.chart.data.growing_table import GrowingTable
from photon_desktop.ui.chart.data.pyramid import Pyramid, Row

# Wilder's RSI 14 and the EMA 26 forget: after so many bars the seed weighs less than 1e-15.
_TAIL_BARS = 500
_SPARE = 256
_DAY_NS = 86_400_000_000_000


class Line(IntEnum):
    """The indicator lines, as rows of their table."""

    SMA10 = 0
    SMA20 = 1
    RSI14 = 2
    MACD = 3
    MACD_SIGNAL = 4
    MACD_HIST = 5


class ChartSeries:
    """Bars that may grow at their end. Indicators count the last bar even while it is forming."""

    def __init__(self, bars: Bars) -> None:
        self._length = len(bars)
        self._times: TimeArray = np.zeros(self._length + self._length // 16 + _SPARE, dtype=np.int64)
        self._times[: self._length] = bars.times
        self.pyramid = Pyramid(np.stack([bars.open, bars.high, bars.low, bars.close, bars.volume]))
        self._lines = GrowingTable(_indicator_table(bars))

    def __len__(self) -> int:
        return self._length

    @property
    def times(self) -> TimeArray:
        """Open times, nanoseconds UTC."""
        view: TimeArray = self._times[: self._length]
        return view

    def put(self, bar: Bar) -> bool:
        """Take a bar that follows the last one or replaces it; True when there is one more now.

        A bar older than the last one is left out: what has closed does not change.
        """
        if self._length and bar.open_time < self._times[self._length - 1]:
            return False
        column = (bar.open, bar.high, bar.low, bar.close, bar.volume)
        if self._length and bar.open_time == self._times[self._length - 1]:
            self.pyramid.replace_last(column)
            self._lines.replace_last(self._last_indicators())
            return False
        self._append_time(bar.open_time)
        self.pyramid.append(column)
        self._lines.append(self._last_indicators())
        return True

    def bar(self, index: int) -> Bar:
        """The bar at `index`, 0 the oldest."""
        return self._as_bars(index, index + 1).bar(0)

    def line(self, line: Line) -> FloatArray:
        """One value a bar, NaN until the indicator is defined."""
        values: FloatArray = self._lines.values[line]
        return values

    def index_at(self, time_ns: int) -> int:
        """The bar that is open at `time_ns`; -1 before the first."""
        return int(np.searchsorted(self.times, time_ns, side="right")) - 1

    def index_closed_by(self, time_ns: int) -> int:
        """The last bar that opened before `time_ns`: the one that a decision of that moment looked at; -1 for none."""
        return int(np.searchsorted(self.times, time_ns, side="left")) - 1

    def day_change(self) -> float | None:
        """The last close over the close a day before its bar opened, less 1; None while there is no bar so old."""
        if self._length < 2:
            return None
        before = self.index_closed_by(int(self._times[self._length - 1]) - _DAY_NS)
        if before < 0:
            return None
        close = self.pyramid.bars[Row.CLOSE]
        return float(close[-1] / close[before] - 1)

    def _append_time(self, time_ns: int) -> None:
        if self._length == len(self._times):
            self._times = np.concatenate([self._times, np.zeros(self._length, dtype=np.int64)])
        self._times[self._length] = time_ns
        self._length += 1

    def _as_bars(self, first: int, stop: int) -> Bars:
        table = self.pyramid.bars[:, first:stop]
        return Bars(self.times[first:stop], *table)

    def _last_indicators(self) -> FloatArray:
        return _indicator_table(self._as_bars(max(0, self._length - _TAIL_BARS), self._length))[:, -1]


def _indicator_table(bars: Bars) -> FloatArray:
    found = compute_indicators(bars)
    return np.stack([found.sma10, found.sma20, found.rsi14, found.macd, found.macd_signal, found.macd_hist])
