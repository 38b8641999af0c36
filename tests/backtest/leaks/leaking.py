"""Leaks planted for the audit, each as it is made by mistake, and the same without it."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from photon_desktop.backtest.leaks.probes import Probe, Told
from photon_desktop.trading.bars import Bars, FloatArray

DAY_NS = 86_400 * 10**9
Value = Callable[[Bars], FloatArray]


def probe_of(value: Value, name: str = "planted") -> Probe:
    def told(bars: Bars) -> Told:
        return {name: value(bars)}

    return Probe("features", told)


def centred_mean(bars: Bars) -> FloatArray:
    """Half of the window lies in the future."""
    return pd.Series(bars.close).rolling(5, center=True).mean().to_numpy()


def trailing_mean(bars: Bars) -> FloatArray:
    return pd.Series(bars.close).rolling(5).mean().to_numpy()


def scaled_by_the_whole(bars: Bars) -> FloatArray:
    """A scaler fitted to the whole series."""
    return np.asarray((bars.close - bars.close.mean()) / bars.close.std())


def scaled_by_the_past(bars: Bars) -> FloatArray:
    past = pd.Series(bars.close).expanding(20)
    return ((bars.close - past.mean()) / past.std()).to_numpy()


def daily_high_at_dawn(bars: Bars) -> FloatArray:
    """The whole day's high, joined to each of its hours."""
    return pd.Series(bars.high).groupby(bars.times // DAY_NS).transform("max").to_numpy()


def daily_high_so_far(bars: Bars) -> FloatArray:
    return pd.Series(bars.high).groupby(bars.times // DAY_NS).cummax().to_numpy()


def with_holes(bars: Bars) -> "pd.Series[float]":
    """A figure that is missing on about one bar in a hundred, as bars without volume are."""
    return pd.Series(bars.close).where(bars.volume > 0)


def back_filled(bars: Bars) -> FloatArray:
    """Holes filled with what came after them."""
    return with_holes(bars).bfill().to_numpy()


def forward_filled(bars: Bars) -> FloatArray:
    return with_holes(bars).ffill().to_numpy()


def back_filled_warm_up(bars: Bars) -> FloatArray:
    """Only the averages' first values are filled in from later."""
    return pd.Series(bars.close).rolling(20).mean().bfill().to_numpy()


def seldom_back_filled(bars: Bars) -> FloatArray:
    """A hole about every 90 bars that nothing in the bars tells of."""
    values = pd.Series(bars.close).where((bars.times // (3_600 * 10**9)) % 90 != 7)
    return values.bfill().to_numpy()
