"""One backtest from a plan to figures."""

from dataclasses import dataclass

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.figures import Figures, measure
from photon_desktop.backtest.odds import odds_of
from photon_desktop.backtest.plan import Plan
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold
from photon_desktop.backtest.strategy_names import strategy_name
from photon_desktop.backtest.wants import wants_of
from photon_desktop.learning.out_of_sample import OutOfSample
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval

_SAME = 0.0005  # returns this close read the same with one digit behind the point


@dataclass(frozen=True, slots=True, eq=False)
class BacktestResult:
    """A run and its figures. `buy_and_hold_return` is what the same money made with the same costs, bought at the
    first open the strategy could have bought at and held to the end; `digest` is the hash of all trades."""

    plan: Plan
    simulation: Simulation
    figures: Figures
    buy_and_hold_return: float
    digest: str


def trade(
    plan: Plan,
    bars: Bars,
    interval: Interval,
    rules: Rules,
    stopwatch: Stopwatch,
    engine: Engine = Engine.VECTORISED,
) -> BacktestResult:
    """Trade what `plan` wants with `engine` and measure it.

    Raises ValueRefusedError for a size that needs odds `plan` has not.
    """
    rules.sizing.check_odds(plan.strategy, plan.first_decision, plan.wants.expected is not None)
    with stopwatch.stage("simulate"):
        odds = odds_of(bars, plan.wants, interval) if rules.sizing.needs_odds else None
        done = simulate(bars, plan.wants, rules, odds, engine)
        bought = wants_of(BuyAndHold(plan.first_decision).signals(bars), short_allowed=False)
        held = simulate(bars, bought, _buy_and_hold_rules(rules))
    with stopwatch.stage("metrics"):
        figures = measure(bars, interval, done, rules.initial_balance)
        held_return = float(held.equity[-1]) / rules.initial_balance - 1
        return BacktestResult(plan, done, figures, held_return, done.trades.digest)


def verdict(result: BacktestResult) -> str:
    """Plainly: did the strategy do better than buying and holding, and did its model know anything?"""
    sentences = [_against_holding(result)]
    if result.plan.out_of_sample is not None:
        sentences.append(_of_the_model(result.plan.out_of_sample))
    return " ".join(sentences)


def _against_holding(result: BacktestResult) -> str:
    made, held = result.figures.total_return, result.buy_and_hold_return
    name = strategy_name(result.plan.strategy)
    if not result.simulation.trades and result.simulation.open_trade is None:
        return f"{name} never traded; buying and holding made {held:+.1%} over the same bars."
    difference = made - held
    if abs(difference) < _SAME:
        return f"{name} made {made:+.1%}, the same as buying and holding over the same bars."
    word = "better" if difference > 0 else "worse"
    return (
        f"{name} made {made:+.1%}, buying and holding {held:+.1%} over the same bars: it did {word} by"
        f" {abs(difference) * 100:,.1f} percentage points."
    )


def _of_the_model(scores: OutOfSample) -> str:
    if scores.log_loss >= scores.prior_log_loss:
        return "On bars it had not seen the model told no more than how often each class comes: no skill was measured."
    gain = scores.prior_log_loss - scores.log_loss
    return f"On bars it had not seen the model told {gain:.4f} nats more than how often each class comes."


def _buy_and_hold_rules(rules: Rules) -> Rules:
    return Rules(rules.initial_balance, rules.costs, finalize=rules.finalize, instrument=rules.instrument)
