"""What a series of returns amounts to: the textbook figures, each with its formula, None where it is not defined.

Returns are simple returns per period, float64, shape (periods,); equity has one value more than the returns made
from it. Ratios are annualised with `periods_per_year` and take a risk-free rate of zero. A figure that would divide
by zero, or overflow, is None and never NaN or infinite; a series shorter than a figure needs gives None too.
"""

from collections.abc import Sequence
from math import isfinite, sqrt

import numpy as np
import numpy.typing as npt

from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.interval import Interval

_NOISE = 1e-12  # a deviation this small beside the values it is taken of is rounding, not movement
_NANOSECONDS_PER_DAY = 86_400 * 1_000_000_000
_WEEKDAY_OF_EPOCH = 3  # 1 January 1970 was a Thursday; Monday is 0
_SESSIONS_PER_YEAR = 252
_WEEKS_PER_YEAR = 52
_DAYS_PER_YEAR = 365


def period_returns(equity: npt.ArrayLike) -> FloatArray:
    """e[i] / e[i-1] - 1, shape (n - 1,); 0 once equity is no longer above zero: nothing is left to earn on."""
    values = np.asarray(equity, dtype=np.float64)
    before, after = values[:-1], values[1:]
    returns: FloatArray = np.divide(after, before, out=np.ones(len(before)), where=before > 0) - 1
    return returns


def growth(returns: FloatArray) -> FloatArray:
    """Value of 1 after each period, shape (n + 1,), starting at 1."""
    return np.concatenate([[1.0], np.cumprod(1 + returns)])


def total_return(returns: FloatArray) -> float | None:
    """prod(1 + r) - 1: returns linked through time (Bacon, Practical Portfolio Performance Measurement, 2008)."""
    return _finite(float(np.prod(1 + returns) - 1))


def cagr(returns: FloatArray, periods_per_year: float) -> float | None:
    """prod(1 + r) ** (periods per year / n) - 1: the compound annual growth rate (Bacon 2008).

    None when nothing is left.
    """
    value = float(np.prod(1 + returns))
    if len(returns) == 0 or value <= 0:
        return None
    with np.errstate(over="ignore"):
        return _finite(float(np.power(value, periods_per_year / len(returns)) - 1))


def annual_volatility(returns: FloatArray, periods_per_year: float) -> float | None:
    """std(r, ddof 1) sqrt(periods per year), which holds for returns that do not depend on each other (Bacon 2008)."""
    if len(returns) < 2:
        return None
    return _finite(_deviation(returns) * sqrt(periods_per_year))


def sharpe_ratio(returns: FloatArray, periods_per_year: float) -> float | None:
    """mean(r) / std(r, ddof 1) sqrt(periods per year) (Sharpe 1994). None where returns do not vary."""
    if len(returns) < 2:
        return None
    return _ratio(float(np.mean(returns)), _deviation(returns), sqrt(periods_per_year))


def sortino_ratio(returns: FloatArray, periods_per_year: float) -> float | None:
    """mean(r) / sqrt(sum(min(r, 0)^2) / n) sqrt(periods per year), over all n (Sortino, Price 1994).

    None where no return is under zero.
    """
    if len(returns) < 2:
        return None
    downside = downside_deviation(returns)
    return None if downside is None else _ratio(float(np.mean(returns)), downside, sqrt(periods_per_year))


def drawdowns(returns: FloatArray) -> FloatArray:
    """value / highest value so far - 1, shape (n + 1,): zero at each new high, the start counting as one."""
    value = growth(returns)
    falls: FloatArray = value / np.maximum.accumulate(value) - 1
    return falls


def max_drawdown(returns: FloatArray) -> float:
    """min(value / highest value so far - 1): zero or negative, the start counting as a high (Magdon-Ismail and Atiya
    2004)."""
    return deepest(drawdowns(returns))


def max_drawdown_periods(returns: FloatArray) -> int:
    """The longest run of periods that end under the highest value so far: time under water (Bacon 2008)."""
    return longest(drawdowns(returns))


def deepest(falls: FloatArray) -> float:
    """min of `drawdowns`."""
    return float(np.min(falls))


def longest(falls: FloatArray) -> int:
    """The longest run of `drawdowns` under zero."""
    at_high = np.flatnonzero(falls >= 0)
    runs = np.diff(np.append(at_high, len(falls))) - 1
    return int(np.max(runs))


def calmar_ratio(returns: FloatArray, periods_per_year: float) -> float | None:
    """CAGR / |max drawdown| (Young 1991, over the whole series). None without a drawdown."""
    return calmar_of(cagr(returns, periods_per_year), max_drawdown(returns))


def calmar_of(yearly: float | None, depth: float) -> float | None:
    """CAGR / |max drawdown| of the two, where they are known already."""
    return None if yearly is None else _ratio(yearly, -depth)


def ulcer_index(returns: FloatArray) -> float | None:
    """sqrt(mean(drawdown^2)) over the n periods (Martin 1987), a share of the high."""
    if len(returns) == 0:
        return None
    return ulcer_of(drawdowns(returns))


def ulcer_of(falls: FloatArray) -> float | None:
    """The ulcer index of `drawdowns`, where they are known already."""
    return _finite(float(np.sqrt(np.mean(falls[1:] ** 2)))) if len(falls) > 1 else None


def downside_deviation(returns: FloatArray) -> float | None:
    """sqrt(sum(min(r, 0)^2) / n), over all n periods (Sortino, Price 1994)."""
    return _finite(float(np.sqrt(np.mean(np.minimum(returns, 0) ** 2)))) if len(returns) else None


def value_at_risk(returns: FloatArray, share: float = 0.05) -> float | None:
    """The return that a `share` of the periods fall short of: their quantile, between two of them in proportion
    (historical value at risk; Jorion, Value at Risk, 2006). Negative where it is a loss."""
    return worst(returns, share)[0]


def expected_shortfall(returns: FloatArray, share: float = 0.05) -> float | None:
    """Mean of the worst floor((n - 1) share) + 1 returns (conditional value at risk; Rockafellar, Uryasev 2000)."""
    return worst(returns, share)[1]


def worst(returns: FloatArray, share: float) -> tuple[float | None, float | None]:
    """Value at risk and expected shortfall, for the price of one."""
    if len(returns) == 0:
        return None, None
    place = (len(returns) - 1) * share
    last = int(place)
    after = min(last + 1, len(returns) - 1)
    rising = np.partition(returns, (last, after))
    quantile = rising[last] + (place - last) * (rising[after] - rising[last])
    return _finite(float(quantile)), _finite(float(np.mean(rising[: last + 1])))


def payoff_ratio(profits: Sequence[float] | FloatArray) -> float | None:
    """Mean of what was won / mean of what was lost (Pardo 2008). None without a gain or a loss."""
    amounts = np.asarray(profits, dtype=np.float64)
    won, lost = mean(amounts[amounts > 0]), mean(-amounts[amounts < 0])
    return None if won is None or lost is None else _ratio(won, lost)


def profit_factor(profits: Sequence[float] | FloatArray) -> float | None:
    """Sum of what was won / sum of what was lost, over trades' profits (Pardo, The Evaluation and Optimization of
    Trading Strategies, 2008) or periods' returns, where it is Omega at zero (Keating, Shadwick 2002). None without a
    loss."""
    amounts = np.asarray(profits, dtype=np.float64)
    return _ratio(float(amounts[amounts > 0].sum()), float(-amounts[amounts < 0].sum()))


def win_rate(profits: Sequence[float] | FloatArray) -> float | None:
    """Share of trades (or periods) with a profit above zero (Pardo 2008). None without trades."""
    return mean((np.asarray(profits, dtype=np.float64) > 0).astype(np.float64))


def expectancy(trade_returns: Sequence[float] | FloatArray) -> float | None:
    """Mean return of a trade on the money put in, net of costs (Tharp, Trade Your Way to Financial Freedom, 1998). None
    without trades."""
    return mean(trade_returns)


def turnover(traded: Sequence[float] | FloatArray, equity: FloatArray) -> float | None:
    """Sum of |quantity x price| of all fills, buys and sells / mean equity: how often the account was traded over
    (Bacon 2008, who halves it). None without equity."""
    held = mean(equity)
    return None if held is None else _ratio(float(np.sum(np.abs(np.asarray(traded, dtype=np.float64)))), held)


def mean(values: Sequence[float] | FloatArray) -> float | None:
    """Sum over count, None of nothing."""
    return _finite(float(np.mean(values))) if len(values) else None


def periods_per_year(times: TimeArray, interval: Interval) -> float:
    """Bars in a year of this market, from its bars' open times (ns UTC): what ratios are annualised with.

    A market with bars on Saturdays or Sundays trades round the clock and has 365 days a year, any other 252 sessions
    of as many bars as the median day among these; weekly bars come 52 a year. Times too short to hold a weekend
    count as round the clock when their bars fill whole days.
    """
    if interval is Interval.WEEK_1:
        return float(_WEEKS_PER_YEAR)
    bars_per_full_day = 86_400 / interval.seconds
    days, counts = _days_with_bars(times)
    bars_per_day = float(np.median(counts)) if len(days) else bars_per_full_day
    spans_a_week = len(days) > 0 and days[-1] - days[0] >= 7
    fills_days = bars_per_full_day > 1 and bars_per_day >= 0.9 * bars_per_full_day
    if np.any((days + _WEEKDAY_OF_EPOCH) % 7 >= 5) or (fills_days and not spans_a_week):
        return _DAYS_PER_YEAR * bars_per_full_day
    return _SESSIONS_PER_YEAR * bars_per_day


def _days_with_bars(times: TimeArray) -> tuple[TimeArray, TimeArray]:
    """Days since 1970 that have a bar, and how many each has, from rising times."""
    if len(times) == 0:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    first, last = int(times[0]) // _NANOSECONDS_PER_DAY, int(times[-1]) // _NANOSECONDS_PER_DAY
    days = np.arange(first, last + 1)
    starts = np.searchsorted(times, days * _NANOSECONDS_PER_DAY)
    counts = np.diff(np.append(starts, len(times)))
    return days[counts > 0], counts[counts > 0]


def _deviation(returns: FloatArray) -> float:
    deviation = float(np.std(returns, ddof=1))
    return 0.0 if deviation <= _NOISE * float(np.max(np.abs(returns))) else deviation


def _ratio(numerator: float, denominator: float, factor: float = 1.0) -> float | None:
    if not denominator > 0:
        return None
    return _finite(numerator / denominator * factor)


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None
