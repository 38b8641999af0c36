"""Everything a run is compared with, made: the same money held or traded by other rules, and at raised costs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from photon_desktop.backtest.honesty.accuracy import Accuracy, accuracy_of
from photon_desktop.backtest.honesty.assess import Compared, assess, returns_since_first_decision
from photon_desktop.backtest.honesty.costs import MULTIPLES, at_multiples
from photon_desktop.backtest.honesty.report import Beside, Honesty
from photon_desktop.backtest.honesty.trials import Trials, trials_of, variation, variations_of
from photon_desktop.backtest.model_strategy import USUAL_COST
from photon_desktop.backtest.plan import Plan
from photon_desktop.backtest.random_entries import RandomEntries
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import BacktestResult, trade
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold, RsiReversal, SmaCross, Strategy
from photon_desktop.backtest.wants import wants_of
from photon_desktop.learning.labels import triple_barrier
from photon_desktop.store.backtests import TriedRun
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.metrics import sharpe_ratio

Progress = Callable[[int, int], None]  # steps done, in all; raises to end it
_OTHERS = 2  # the accuracy and the draws at random


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A `result` of trading `bars` by `rules`, to be judged after all that was `tried` on the same bars; the same
    `seed` gives the same answer, bit for bit. A model is judged by labels that count with `label_cost`, the share of
    the notional of a round trip, as it was fitted with."""

    result: BacktestResult
    bars: Bars
    interval: Interval
    rules: Rules
    tried: Iterable[TriedRun] = ()
    seed: int = 0
    label_cost: float = USUAL_COST


def examine(question: Question, progress: Progress = lambda _done, _total: None) -> Honesty:
    """The result beside all it is measured by. Runs the reference strategies and the raised costs.

    `progress` is told after each step, and more often in the longest one; by raising an exception it ends it all.
    """
    result, bars, rules = question.result, question.bars, question.rules
    strategies = _references(question)
    steps = 1 + len(strategies) + len(MULTIPLES) + _OTHERS
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        progress(done, steps)

    def beside(strategy: Strategy, its_rules: Rules) -> Beside:
        made = _beside(strategy, result.plan.first_decision, bars, question.interval, its_rules)
        step()
        return made

    def at_costs(costs: CostModel) -> float:
        plan, dearer = result.plan, replace(rules, costs=costs)
        made = trade(plan, bars, question.interval, dearer, Stopwatch()).figures.total_return
        step()
        return made

    progress(done, steps)
    held = beside(BuyAndHold(result.plan.first_decision), replace(rules, short_allowed=False))
    compared = Compared(
        buy_and_hold=held,
        references=tuple(beside(strategy, rules) for strategy in strategies),
        costs=at_multiples(rules.costs, at_costs),
        trials=_trials(question),
        accuracy=_accuracy(question),
    )
    done = steps - 1
    progress(done, steps)
    honesty = assess(result, bars, compared, question.seed, lambda: progress(done, steps))
    step()
    return honesty


def _references(question: Question) -> list[Strategy]:
    rules: tuple[Strategy, ...] = (SmaCross(), RsiReversal(), RandomEntries(question.seed))
    return [strategy for strategy in rules if strategy.name != question.result.plan.strategy]


def _trials(question: Question) -> Trials:
    result, costs = question.result, question.rules.costs
    this = variation(result.digest, result.figures.sharpe, result.figures.periods_per_year)
    returns = len(question.bars) - result.plan.first_decision - 1
    return trials_of([*variations_of(question.tried, costs), this], returns)


def _beside(strategy: Strategy, first: int, bars: Bars, interval: Interval, rules: Rules) -> Beside:
    """What `strategy` makes with the same money and costs, all of it in each position, from the same bar on; the
    Sharpe ratio, like the run's own, of the bars since then."""
    signals = strategy.signals(bars)
    signals[:first] = 0
    plain = Rules(
        rules.initial_balance,
        rules.costs,
        finalize=rules.finalize,
        short_allowed=rules.short_allowed,
        instrument=rules.instrument,
    )
    plan = Plan(strategy.name, wants_of(signals, rules.short_allowed), first)
    made = trade(plan, bars, interval, plain, Stopwatch())
    sharpe = sharpe_ratio(returns_since_first_decision(made), made.figures.periods_per_year)
    return Beside(strategy.name, made.figures.total_return, sharpe)


def _accuracy(question: Question) -> Accuracy | None:
    plan = question.result.plan
    if plan.probabilities is None or plan.priors is None:
        return None
    classes = triple_barrier(question.bars, question.label_cost).classes
    return accuracy_of(plan.probabilities, classes, plan.priors, question.seed)
