"""Curves that are laid over a chart, with lengths of the user's choice. What the agents decide on is in `indicators`.

All are TA-Lib's but the volume-weighted price, which begins anew with each session.
"""

import numpy as np
import talib

from photon_desktop.trading.bars import Bars, FloatArray, TimeArray

DEVIATIONS = 2.0  # of Bollinger's bands from their middle
_DAY_NS = 86_400_000_000_000


def exponential_average(close: FloatArray, length: int) -> FloatArray:
    """The average that gives the newest close the weight 2 / (length + 1), begun with the mean of the first ones."""
    average: FloatArray = talib.EMA(_plain(close), timeperiod=length)
    return average


def bollinger_bands(close: FloatArray, length: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Upper band, middle and lower band: the mean of `length` closes and two of their standard deviations about it.

    J. Bollinger, Bollinger on Bollinger Bands, 2001; the deviation is that of the population.
    """
    upper, middle, lower = talib.BBANDS(_plain(close), timeperiod=length, nbdevup=DEVIATIONS, nbdevdn=DEVIATIONS)
    return upper, middle, lower


def relative_strength(close: FloatArray, length: int) -> FloatArray:
    """J. W. Wilder's RSI, 0 to 100 (New Concepts in Technical Trading Systems, 1978)."""
    strength: FloatArray = talib.RSI(_plain(close), timeperiod=length)
    return strength


def average_true_range(bars: Bars, length: int) -> FloatArray:
    """Wilder's smoothed mean of the true range (the bar's reach and the gap before it); in prices."""
    high, low, close = (_plain(column) for column in (bars.high, bars.low, bars.close))
    reach: FloatArray = talib.ATR(high, low, close, timeperiod=length)
    return reach


def convergence(close: FloatArray, fast: int, slow: int, signal: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    """G. Appel's MACD, its signal, and the one less the other; in prices."""
    line, smoothed, difference = talib.MACD(_plain(close), fastperiod=fast, slowperiod=slow, signalperiod=signal)
    return line, smoothed, difference


def volume_weighted_price(bars: Bars, sessions: TimeArray) -> FloatArray:
    """What was paid on average since the session began: sum of typical price times volume over the sum of volume.

    `sessions` gives each bar its session's number, never falling. The typical price is (high + low + close) / 3.
    NaN while nothing was traded.
    """
    if len(bars) == 0:
        return np.empty(0)
    paid = np.cumsum((bars.high + bars.low + bars.close) / 3 * bars.volume)
    traded = np.cumsum(bars.volume)
    firsts = np.searchsorted(sessions, sessions, side="left")
    before = np.maximum(firsts - 1, 0)
    amount = traded - np.where(firsts > 0, traded[before], 0.0)
    value = paid - np.where(firsts > 0, paid[before], 0.0)
    weighted: FloatArray = np.divide(value, amount, out=np.full(len(bars), np.nan), where=amount > 0)
    return weighted


def session_numbers(times_ns: TimeArray) -> TimeArray:
    """The session each bar belongs to: its UTC day, or its calendar year where bars are of a day or longer."""
    is_daily = len(times_ns) > 1 and int(np.min(np.diff(times_ns[-50:]))) >= _DAY_NS
    if is_daily:
        years: TimeArray = times_ns.view("datetime64[ns]").astype("datetime64[Y]").astype(np.int64)
        return years
    days: TimeArray = times_ns // _DAY_NS
    return days


def _plain(column: FloatArray) -> FloatArray:
    return np.ascontiguousarray(column)
