"""Reference strategies: rules over a whole history at once, each signal from its bar and earlier ones only."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from photon_desktop.backtest.wants import SignalArray
from photon_desktop.trading.array_talib import talib
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.indicators import simple_average


class Strategy(Protocol):
    """Says at each bar's close what it wants. Whoever writes one lets the audit cut its future off."""

    @property
    def name(self) -> str:
        """The name used on the command line."""
        ...

    @property
    def first_decision(self) -> int:
        """Index of the first bar that can carry a signal; all before it are 0."""
        ...

    def signals(self, bars: Bars) -> SignalArray:
        """One value a bar: +1 wants to be long, -1 to be out or short, 0 leaves things as they are."""
        ...


@dataclass(frozen=True, slots=True)
class SmaCross:
    """+1 where the fast simple average crosses above the slow one, -1 where it crosses below.

    A crossing stands strictly on one side on the bar before and strictly on the other on this one.
    """

    fast: int = 10
    slow: int = 20
    name: str = "sma_cross"

    @property
    def first_decision(self) -> int:
        """The slow average needs `slow` bars, and a crossing two of its values."""
        return self.slow

    def signals(self, bars: Bars) -> SignalArray:
        """Crossings; 0 during the averages' warm-up."""
        if len(bars) == 0:
            return nothing_wanted(bars)
        difference = simple_average(bars.close, self.fast) - simple_average(bars.close, self.slow)
        return crossings(difference, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class RsiReversal:
    """+1 where Wilder's RSI comes up through `oversold`, -1 where it falls down through `overbought`."""

    period: int = 14
    oversold: float = 30.0
    overbought: float = 70.0
    name: str = "rsi"

    @property
    def first_decision(self) -> int:
        """The first RSI stands at index `period`, and a crossing needs two."""
        return self.period + 1

    def signals(self, bars: Bars) -> SignalArray:
        """Crossings; 0 during the RSI's warm-up."""
        if len(bars) == 0:
            return nothing_wanted(bars)
        rsi = talib.RSI(np.ascontiguousarray(bars.close), timeperiod=self.period)
        return crossings(rsi, self.oversold, self.overbought)


@dataclass(frozen=True, slots=True)
class BuyAndHold:
    """+1 on bar `first_decision`, and nothing after."""

    first_decision: int = 0
    name: str = "buy_and_hold"

    def signals(self, bars: Bars) -> SignalArray:
        """One signal to buy."""
        wanted = nothing_wanted(bars)
        wanted[self.first_decision : self.first_decision + 1] = 1
        return wanted


def nothing_wanted(bars: Bars) -> SignalArray:
    """A signal of 0 for each bar."""
    return np.zeros(len(bars), dtype=np.int8)


def crossings(values: FloatArray, up_through: float, down_through: float) -> SignalArray:
    """+1 where `values` go from under `up_through` to above it, -1 from above `down_through` to under it.

    Standing exactly on the level on either bar is no crossing, nor is NaN.
    """
    wanted = np.zeros(len(values), dtype=np.int8)
    before, now = values[:-1], values[1:]
    wanted[1:][(before < up_through) & (now > up_through)] = 1
    wanted[1:][(before > down_through) & (now < down_through)] = -1
    return wanted
