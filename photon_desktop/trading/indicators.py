"""Indicators by TA-Lib: Wilder's RSI, MACD 12/26/9, simple averages, population standard deviation."""

from dataclasses import dataclass

import numpy as np

from photon_desktop.trading.array_talib import talib
from photon_desktop.trading.bars import Bars, FloatArray

WARM_UP_BARS = 200  # after these the MACD's seed no longer shows at 1e-6
DECISION_BARS = 3 * WARM_UP_BARS  # the inputs of a decision on so many are those of the whole history to 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Indicators:
    """One value a bar, float64, NaN until an indicator is defined (SMA n at index n-1, RSI at 14, MACD at 33)."""

    sma10: FloatArray
    sma20: FloatArray
    rsi14: FloatArray
    macd: FloatArray
    macd_signal: FloatArray
    macd_hist: FloatArray
    volatility: FloatArray  # population standard deviation of close over 20 bars, price units

    def at(self, index: int) -> dict[str, float]:
        """The values at one bar by name, those not yet defined left out."""
        values = {name: float(getattr(self, name)[index]) for name in self.__slots__}
        return {name: value for name, value in values.items() if np.isfinite(value)}


def compute_indicators(bars: Bars) -> Indicators:
    """Indicators for each bar, from that bar and earlier ones only."""
    close = np.ascontiguousarray(bars.close)
    if len(close) == 0:
        nothing = np.empty(0)
        return Indicators(*([nothing] * 7))
    macd, signal, histogram = talib.MACD(close, fastperiod=12, slowperiod=26, signalperiod=9)
    return Indicators(
        sma10=simple_average(close, 10),
        sma20=simple_average(close, 20),
        rsi14=talib.RSI(close, timeperiod=14),
        macd=macd,
        macd_signal=signal,
        macd_hist=histogram,
        volatility=talib.STDDEV(close, timeperiod=20, nbdev=1),
    )


def simple_average(close: FloatArray, period: int) -> FloatArray:
    """The mean of the last `period` values, NaN before there are that many."""
    averages: FloatArray = talib.SMA(np.ascontiguousarray(close), timeperiod=period)
    return averages
