"""A run in numbers."""

from dataclasses import dataclass

import numpy as np

from photon_desktop.backtest.simulation import Simulation
from photon_desktop.trading import metrics
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval

_WORST = 0.05  # of the bars


@dataclass(frozen=True, slots=True)
class Figures:
    """Money in quote money, shares as fractions, ratios annualised with `periods_per_year`; None is not defined.

    Returns, volatility and ratios are those of equity at each bar's close, over all bars. `win_rate`,
    `profit_factor`, `payoff_ratio` (in money) and `expectancy` (mean return of a trade) are those of closed trades, net
    of costs. `value_at_risk` and `expected_shortfall` are returns of one bar, of the worst twentieth.
    `exposure` is the share of bars in which a position was held, entry and exit bar included.
    """

    bars: int
    trades: int
    initial_balance: float
    final_equity: float
    total_return: float
    cagr: float | None
    annual_volatility: float | None
    sharpe: float | None
    sortino: float | None
    max_drawdown: float
    max_drawdown_bars: int
    calmar: float | None
    ulcer_index: float | None
    value_at_risk: float | None
    expected_shortfall: float | None
    exposure: float
    win_rate: float | None
    profit_factor: float | None
    payoff_ratio: float | None
    expectancy: float | None
    best_trade: float | None
    worst_trade: float | None
    fees: float
    slippage: float
    refused_entries: int
    periods_per_year: float


def measure(bars: Bars, interval: Interval, done: Simulation, initial_balance: float) -> Figures:
    """The figures of `done`, a run on `bars` that began with `initial_balance`; there must be at least one bar."""
    year = metrics.periods_per_year(bars.times, interval)
    returns = metrics.period_returns(done.equity)
    profits, trade_returns = done.trades.pnl, done.trades.returns
    falls = metrics.drawdowns(returns)
    depth, yearly = metrics.deepest(falls), metrics.cagr(returns, year)
    at_risk, shortfall = metrics.worst(returns, _WORST)
    final_equity = float(done.equity[-1])
    return Figures(
        bars=len(bars),
        trades=len(done.trades),
        initial_balance=initial_balance,
        final_equity=final_equity,
        total_return=final_equity / initial_balance - 1,
        cagr=yearly,
        annual_volatility=metrics.annual_volatility(returns, year),
        sharpe=metrics.sharpe_ratio(returns, year),
        sortino=metrics.sortino_ratio(returns, year),
        max_drawdown=depth,
        max_drawdown_bars=metrics.longest(falls),
        calmar=metrics.calmar_of(yearly, depth),
        ulcer_index=metrics.ulcer_of(falls),
        value_at_risk=at_risk,
        expected_shortfall=shortfall,
        exposure=exposure(len(bars), done),
        win_rate=metrics.win_rate(profits),
        profit_factor=metrics.profit_factor(profits),
        payoff_ratio=metrics.payoff_ratio(profits),
        expectancy=metrics.expectancy(trade_returns),
        best_trade=float(trade_returns.max()) if len(trade_returns) else None,
        worst_trade=float(trade_returns.min()) if len(trade_returns) else None,
        fees=done.commission,
        slippage=done.slippage,
        refused_entries=done.refused_entries,
        periods_per_year=year,
    )


def exposure(bar_count: int, done: Simulation) -> float:
    """Share of `bar_count` bars in which a position was held, bars of entry and exit included."""
    entries, exits = done.trades.columns.entry_index, done.trades.columns.exit_index
    if done.open_trade is not None:
        entries, exits = np.append(entries, done.open_trade.entry_index), np.append(exits, bar_count - 1)
    counted_twice = np.count_nonzero(entries[1:] == exits[:-1])  # left and entered again in the same bar
    return float((np.sum(exits - entries + 1) - counted_twice) / bar_count)
