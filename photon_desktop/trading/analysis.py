"""The market's state in words: trend, its strength, and the signals of the last closed bar."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.indicators import Indicators
from photon_desktop.trading.interval import Interval

TREND_LIMIT = 0.5  # in standard deviations of one bar's return
EFFICIENCY_BARS = 20
OVERSOLD, OVERBOUGHT = 30.0, 70.0
RETURN_SPAN = 40
_ROUNDING = 1e-12  # averages of one and the same price differ by this share of it, and mean nothing by it
_SECONDS_PER_DAY = 86_400
_STILL_BARS = 15  # closes that an RSI of 14 changes looks at


@dataclass(frozen=True, slots=True)
class MarketAnalysis:
    """`trend` bull, bear or sideways; `strength` 0 to 1; `rsi_state`; `sma_cross` +1, -1 or 0 on the last bar."""

    trend: str
    strength: float
    rsi_state: str
    sma_cross: int


def return_volatility(close: FloatArray, span: int) -> FloatArray:
    """Exponentially weighted standard deviation of log returns, one a bar, NaN for the first two.

    Weights fall by 1 - 2 / (span + 1) a bar, corrected for bias as in pandas' `ewm(span).std()`.
    """
    import pandas as pd  # noqa: PLC0415 - a heavy import that only this and the features need

    returns = np.diff(np.log(close), prepend=np.nan)
    deviations: FloatArray = pd.Series(returns).ewm(span=span).std().to_numpy()
    return deviations


def daily_factor(interval: Interval) -> float:
    """What turns the volatility of one bar's returns into a day's: the square root of the bars in a day."""
    return sqrt(_SECONDS_PER_DAY / interval.seconds)


def trend_slope(close: FloatArray, indicators: Indicators) -> FloatArray:
    """(SMA10 / SMA20 - 1) in standard deviations of one bar's return; zero where the market stands still."""
    deviation = return_volatility(close, RETURN_SPAN)
    gap = _average_gap(indicators)
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = np.where(deviation > 0, gap / deviation, 0.0)
    return np.where(np.isfinite(gap), slope, np.nan)


def efficiency(close: FloatArray, period: int = EFFICIENCY_BARS) -> FloatArray:
    """Net change over summed changes of `period` bars, 0 to 1 (Kaufman's efficiency ratio); NaN during warm-up."""
    ratio = np.full(len(close), np.nan)
    if len(close) <= period:
        return ratio
    steps = np.abs(np.diff(close, prepend=close[0]))
    travelled = np.cumsum(steps)
    path = travelled[period:] - travelled[:-period]
    net = np.abs(close[period:] - close[:-period])
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio[period:] = np.where(path > 0, np.minimum(net / path, 1.0), 0.0)
    return ratio


def _average_gap(indicators: Indicators) -> FloatArray:
    """SMA10 / SMA20 - 1, exactly zero where only rounding tells the two apart."""
    gap = indicators.sma10 / indicators.sma20 - 1
    gaps: FloatArray = np.where(np.abs(gap) <= _ROUNDING, 0.0, gap)
    return gaps


def average_cross(indicators: Indicators) -> FloatArray:
    """+1 on the bar where SMA10 comes to stand above SMA20, -1 where it comes to stand below, otherwise 0."""
    difference = _average_gap(indicators)
    cross = np.zeros(len(difference))
    before, now = difference[:-1], difference[1:]
    cross[1:][(before < 0) & (now > 0)] = 1
    cross[1:][(before > 0) & (now < 0)] = -1
    return cross


def rsi_state_of(rsi: float) -> str:
    """oversold under 30, overbought above 70, otherwise neutral (also while undefined)."""
    if rsi < OVERSOLD:
        return "oversold"
    return "overbought" if rsi > OVERBOUGHT else "neutral"


def trend_of(slope: float) -> str:
    """bull, bear or sideways by the slope of the averages (also sideways while undefined)."""
    if slope > TREND_LIMIT:
        return "bull"
    return "bear" if slope < -TREND_LIMIT else "sideways"


def analyse(bars: Bars, indicators: Indicators) -> MarketAnalysis:
    """The state at the last bar, from that bar and earlier ones only.

    TA-Lib gives an RSI of 0 to a market in which nothing moved; that is called neutral here, not oversold.
    """
    strength = float(efficiency(bars.close)[-1])
    stands_still = bool(np.ptp(bars.close[-_STILL_BARS:]) == 0)
    return MarketAnalysis(
        trend=trend_of(float(trend_slope(bars.close, indicators)[-1])),
        strength=strength if np.isfinite(strength) else 0.0,
        rsi_state="neutral" if stands_still else rsi_state_of(float(indicators.rsi14[-1])),
        sma_cross=int(average_cross(indicators)[-1]),
    )
