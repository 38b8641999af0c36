"""How an account did over a period: its equity bar by bar, the figures of `metric_words`, and each month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from photon_desktop.trading import metrics
from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.closed_trades import ClosedTrade
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.timestamps import to_datetime

_SECONDS_PER_YEAR = 31_557_600
_NS = 1_000_000_000
LEAST_DAYS_FOR_A_YEAR = 30
OF_A_YEAR = ("cagr", "annual_volatility", "sharpe", "sortino", "calmar")
"""What a shorter stretch comes to in a year is a guess that looks like a figure."""


@dataclass(frozen=True, slots=True, eq=False)
class Dealings:
    """What was traded: `traded` are the absolute notionals (quote money) at `traded_at` (ns UTC), `fees` and
    `slippage` their costs; `closed` the trades that ended, `open_since` when those began (ns UTC) that did not."""

    traded_at: TimeArray
    traded: FloatArray
    fees: FloatArray
    slippage: FloatArray
    closed: Sequence[ClosedTrade] = ()
    open_since: tuple[int, ...] = ()

    def since(self, start_ns: int) -> "Dealings":
        """Those of `start_ns` (ns UTC) or later; a trade counts when it closed."""
        kept = self.traded_at >= start_ns
        closed = [trade for trade in self.closed if trade.closed_at >= start_ns]
        return Dealings(
            self.traded_at[kept], self.traded[kept], self.fees[kept], self.slippage[kept], closed, self.open_since
        )


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """`times` (ns UTC, rising) and `equity` (quote money): one value a bar, the last in it; `figures` by the names of
    `metric_words`, None where not defined or, for those of a year, where the time is too short; `months` by (year,
    month): the return of that month in UTC."""

    times: TimeArray
    equity: FloatArray
    drawdowns: FloatArray
    figures: Mapping[str, float | None]
    months: Mapping[tuple[int, int], float]


def last_in_each(times: TimeArray, values: FloatArray, length_ns: int) -> tuple[TimeArray, FloatArray]:
    """The last value of each stretch of `length_ns`; a point exactly at an end still belongs to the stretch before."""
    stretches = -(-times // length_ns)
    last = np.flatnonzero(np.append(stretches[1:] != stretches[:-1], True)) if len(times) else np.empty(0, dtype=int)
    return times[last], values[last]


def performance(times: TimeArray, equity: FloatArray, dealings: Dealings, interval: Interval) -> Performance | None:
    """The figures of the equity (quote money) at `times` (ns UTC, rising), looked at once each `interval`, and of
    `dealings` in the same time. None of under two bars. Money paid in on the way counts as a gain."""
    times, equity = last_in_each(times, equity, interval.nanoseconds)
    if len(times) < 2:
        return None
    returns = metrics.period_returns(equity)
    falls = metrics.drawdowns(returns)
    year = metrics.periods_per_year(times - interval.nanoseconds, interval)
    years = (int(times[-1]) - int(times[0])) / _NS / _SECONDS_PER_YEAR
    depth = metrics.deepest(falls)
    at_risk, shortfall = metrics.worst(returns, 0.05)
    figures: dict[str, float | None] = {
        "total_return": metrics.total_return(returns),
        **_figures_of_a_year(returns, years, year, depth),
        "max_drawdown": depth,
        "max_drawdown_bars": metrics.longest(falls),
        "value_at_risk": at_risk,
        "expected_shortfall": shortfall,
        "exposure": _exposure(times, dealings, interval),
        **_figures_of_trades(dealings),
        "turnover": metrics.turnover(dealings.traded, equity),
    }
    return Performance(times, equity, falls, figures, monthly_returns(times, equity))


def _figures_of_a_year(returns: FloatArray, years: float, year: float, depth: float) -> dict[str, float | None]:
    """Those that say what a year would bring; each None when `years` is under `LEAST_DAYS_FOR_A_YEAR`."""
    if years * _SECONDS_PER_YEAR < LEAST_DAYS_FOR_A_YEAR * 86_400:
        return dict.fromkeys(OF_A_YEAR)
    yearly = metrics.cagr(returns, len(returns) / years)
    return {
        "cagr": yearly,
        "annual_volatility": metrics.annual_volatility(returns, year),
        "sharpe": metrics.sharpe_ratio(returns, year),
        "sortino": metrics.sortino_ratio(returns, year),
        "calmar": metrics.calmar_of(yearly, depth),
    }


def monthly_returns(times: TimeArray, equity: FloatArray) -> dict[tuple[int, int], float]:
    """The return of each month in UTC, from the last equity of the month before (the first has its own first)."""
    found: dict[tuple[int, int], float] = {}
    if len(times) == 0:
        return found
    months = times.astype("datetime64[ns]").astype("datetime64[M]")
    before = float(equity[0])
    for last in np.flatnonzero(np.append(months[1:] != months[:-1], True)).tolist():
        moment, value = to_datetime(int(times[last])), float(equity[last])
        if before > 0:
            found[moment.year, moment.month] = value / before - 1
        before = value
    return found


def held_evenly(times: TimeArray, start: float, prices: Sequence[tuple[TimeArray, FloatArray]]) -> FloatArray | None:
    """What `start` (quote money) spread evenly over markets at the first time would be worth at `times`, never touched
    and free of costs; `prices` are each market's times (ns UTC, rising) and prices. None without a market. Before a
    market's first price its share lies in cash."""
    shares = []
    for at, price in prices:
        if len(at):
            places = np.searchsorted(at, times, side="right") - 1
            seen = np.where(places >= 0, price[np.maximum(places, 0)], np.nan)
            known = np.flatnonzero(np.isfinite(seen))
            first = seen[known[0]] if len(known) else np.nan
            shares.append(np.where(np.isfinite(seen), seen / first, 1.0))
    return None if not shares else np.asarray(start * np.mean(shares, axis=0), dtype=np.float64)


def _figures_of_trades(dealings: Dealings) -> dict[str, float | None]:
    profits = [float(trade.profit) for trade in dealings.closed]
    return {
        "trades": len(profits),
        "win_rate": metrics.win_rate(profits),
        "profit_factor": metrics.profit_factor(profits),
        "payoff_ratio": metrics.payoff_ratio(profits),
        "expectancy": metrics.expectancy([trade.return_ for trade in dealings.closed]),
        "fees": float(dealings.fees.sum()),
        "slippage": float(dealings.slippage.sum()),
    }


def _exposure(times: TimeArray, dealings: Dealings, interval: Interval) -> float:
    """Share of the bars in which a position was held, those of entry and exit included."""
    spans = [(trade.opened_at, trade.closed_at) for trade in dealings.closed]
    spans += [(since, int(times[-1])) for since in dealings.open_since]
    held = np.array(spans, dtype=np.int64).reshape(-1, 2)
    first = np.searchsorted(times, held[:, 0])
    after = np.maximum(first, np.searchsorted(times - interval.nanoseconds, held[:, 1]))
    changes = np.zeros(len(times) + 1, dtype=np.int64)  # how many positions begin, less those that have ended
    np.add.at(changes, first, 1)
    np.add.at(changes, after, -1)
    return float(np.mean(np.cumsum(changes[:-1]) > 0))
