"""One backtest from signals to figures."""

from dataclasses import dataclass

import numpy as np

from photon_desktop.backtest.figures import Figures, measure
from photon_desktop.backtest.out_of_sample import OutOfSample
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.step import SignalArray, Simulation, simulate
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold, Strategy
from photon_desktop.backtest.trades import digest
from photon_desktop.errors import DataError, NotEnoughDataError
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What a strategy wants at each bar; `first_decision` is the first bar it could want anything at.

    `out_of_sample` says how well a model predicted bars it had not seen; rules have none.
    """

    strategy: str
    signals: SignalArray
    first_decision: int
    out_of_sample: OutOfSample | None = None


@dataclass(frozen=True, slots=True, eq=False)
class BacktestResult:
    """A run and its figures. `buy_and_hold_return` is what the same money made with the same costs, bought at the
    first open the strategy could have bought at and held to the end; `digest` is the hash of all trades."""

    plan: Plan
    simulation: Simulation
    figures: Figures
    buy_and_hold_return: float
    digest: str


def check_testable(bars: Bars, name: str, first_decision: int) -> None:
    """Raise NotEnoughDataError when no decision of `name` could be filled, DataError when the price never moves."""
    needed = first_decision + 2
    if len(bars) < needed:
        raise NotEnoughDataError(
            f"{name} needs at least {needed} bars (its first decision and one bar to fill it in), there are {len(bars)}"
            "; give more."
        )
    if np.all(bars.close == bars.close[0]) and np.all(bars.high == bars.low):
        raise DataError(f"The price stays at {bars.close[0]:g} on all {len(bars)} bars; a market that moves is needed.")


def plan_of(strategy: Strategy, bars: Bars, stopwatch: Stopwatch) -> Plan:
    """The signals of a rule; refuses bars as `check_testable` does."""
    check_testable(bars, strategy.name, strategy.first_decision)
    with stopwatch.stage("features"):
        signals = strategy.signals(bars)
    return Plan(strategy.name, signals, strategy.first_decision)


def trade(plan: Plan, bars: Bars, interval: Interval, rules: Rules, stopwatch: Stopwatch) -> BacktestResult:
    """Trade what `plan` wants and measure it."""
    with stopwatch.stage("simulate"):
        done = simulate(bars, plan.signals, rules)
        held = simulate(bars, BuyAndHold(plan.first_decision).signals(bars), _buy_and_hold_rules(rules))
    with stopwatch.stage("metrics"):
        figures = measure(bars, interval, done, rules.initial_balance)
        held_return = float(held.equity[-1]) / rules.initial_balance - 1
        return BacktestResult(plan, done, figures, held_return, digest(done.trades))


def verdict(result: BacktestResult) -> str:
    """One plain sentence: did the strategy do better than buying and holding?"""
    made, held = result.figures.total_return, result.buy_and_hold_return
    name = result.plan.strategy
    if not result.simulation.trades and result.simulation.open_trade is None:
        return f"{name} never traded; buying and holding made {held:+.1%} over the same bars."
    difference = made - held
    if abs(difference) < 0.0005:
        return f"{name} made {made:+.1%}, the same as buying and holding over the same bars."
    word = "better" if difference > 0 else "worse"
    return (
        f"{name} made {made:+.1%}, buying and holding {held:+.1%} over the same bars: it did {word} by"
        f" {abs(difference) * 100:,.1f} percentage points."
    )


def _buy_and_hold_rules(rules: Rules) -> Rules:
    return Rules(initial_balance=rules.initial_balance, costs=rules.costs, finalize=rules.finalize)
