"""From bars to the verdict, on markets of which it is known whether there is an edge."""

from dataclasses import dataclass, replace

import numpy as np
import pytest

from photon_desktop.backtest.honesty.assess import Compared, assess, sharpe_evidence
from photon_desktop.backtest.honesty.costs import at_multiples
from photon_desktop.backtest.honesty.report import Beside, Honesty
from photon_desktop.backtest.honesty.trials import Trials
from photon_desktop.backtest.plan import Plan, plan_of_rule
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import BacktestResult, trade
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold, Strategy
from photon_desktop.backtest.wants import SignalArray
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.metrics import sharpe_ratio
from tests.backtest.markets import bars_from_closes

BARS = 4_000


def market(seed: int, edge: float) -> Bars:
    """A random walk; each 40 bars the side of the next 20 is announced by a jump, and kept to by `edge` a bar."""
    random = np.random.default_rng(seed)
    steps = random.normal(0, 0.004, BARS)
    for start in range(40, BARS - 40, 40):
        side = random.choice([-1.0, 1.0])
        steps[start] = side * 0.02
        steps[start + 1 : start + 21] += side * edge
    return bars_from_closes((100 * np.exp(np.cumsum(steps))).tolist())


@dataclass(frozen=True, slots=True)
class AfterJumps:
    """Goes with a jump for twenty bars."""

    first_decision: int = 1
    name: str = "after_jumps"

    def signals(self, bars: Bars) -> SignalArray:
        move = np.diff(np.log(bars.close), prepend=np.log(bars.close[0]))
        up = np.flatnonzero(move > 0.015)
        signals = np.zeros(len(bars), dtype=np.int8)
        signals[np.minimum(up + 20, len(bars) - 1)] = -1
        signals[up] = 1
        return signals


def assessed(strategy: Strategy, bars: Bars, trials: Trials) -> Honesty:
    rules = Rules()

    def run(plan: Plan, rules: Rules) -> BacktestResult:
        return trade(plan, bars, Interval.HOUR_1, rules, Stopwatch())

    def at(costs: CostModel) -> float:
        return run(plan, replace(rules, costs=costs)).figures.total_return

    plan = plan_of_rule(strategy, bars, False, Stopwatch())
    held = run(plan_of_rule(BuyAndHold(), bars, False, Stopwatch()), rules).figures
    beside = Beside("buy_and_hold", held.total_return, held.sharpe)
    return assess(run(plan, rules), bars, Compared(beside, (), at_multiples(rules.costs, at), trials), 1)


ALONE = Trials(1, 1 / BARS)


@pytest.mark.parametrize("seed", range(3))
def test_a_planted_edge_is_found(seed: int) -> None:
    found = assessed(AfterJumps(), market(seed, 0.002), ALONE)
    assert found.verdict.evidence == "edge", found.verdict.sentence
    assert found.facts.random is not None
    assert found.facts.random.percentile == 1.0


def test_without_the_edge_the_same_strategy_is_never_said_to_have_one() -> None:
    found = [assessed(AfterJumps(), market(seed, 0.0), ALONE).verdict.evidence for seed in range(20)]
    assert found.count("none") >= 19


def test_an_edge_found_among_very_many_tries_is_believed_less() -> None:
    bars = market(1, 0.0012)
    alone, among = (assessed(AfterJumps(), bars, Trials(count, 1 / BARS)).facts.sharpe for count in (1, 1_000))
    assert alone.deflated is not None
    assert among.deflated is not None
    assert alone.deflated == alone.probabilistic
    assert among.deflated < alone.deflated
    assert among.minimum_track_bars == alone.minimum_track_bars


def test_holding_all_the_time_is_no_evidence_whatever_it_made() -> None:
    found = assessed(BuyAndHold(), market(1, 0.002), ALONE)
    assert found.verdict.evidence == "none"
    assert found.facts.random is None


def test_ratios_are_told_per_bar_and_per_year() -> None:
    returns: FloatArray = np.random.default_rng(1).normal(0.001, 0.01, 500)
    found = sharpe_evidence(returns, 8_760.0, Trials(10, 0.002))
    assert found.sharpe == sharpe_ratio(returns, 1.0)
    assert found.annual_sharpe == pytest.approx(sharpe_ratio(returns, 8_760.0))
    assert found.annual_benchmark == pytest.approx(found.benchmark * 8_760**0.5)
    assert found.bars == 500


def test_returns_that_never_vary_leave_it_undefined() -> None:
    found = sharpe_evidence(np.zeros(50), 8_760.0, ALONE)
    assert (found.sharpe, found.deflated, found.minimum_track_bars) == (None, None, None)
