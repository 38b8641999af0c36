"""`photon-desktop backtest --audit`: does the strategy, or what it is made of, know the future?"""

import argparse
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import numpy as np

from photon_desktop.backtest.leaks.audit import Material, Subject, audit
from photon_desktop.backtest.leaks.findings import Audit
from photon_desktop.backtest.leaks.no_edge import Outcome, Try
from photon_desktop.backtest.leaks.probes import decisions_probe, features_probe, labels_probe, model_probe
from photon_desktop.backtest.leaks.watch import Watch
from photon_desktop.backtest.plan import Plan
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.schedule import Schedule
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.commands.backtest_strategy import is_own_rule, label_cost_of
from photon_desktop.commands.output import print_json, progress_on
from photon_desktop.learning.bootstrap import Estimate
from photon_desktop.learning.gains import gains
from photon_desktop.learning.labels import HORIZON, triple_barrier
from photon_desktop.learning.learners import Learner
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.samples import Samples, make_samples
from photon_desktop.learning.validation import Validated, validate
from photon_desktop.market.demo.checkpoint import Checkpoint
from photon_desktop.market.demo.listings import DEMO_SYMBOLS
from photon_desktop.market.demo.source import DemoSource
from photon_desktop.market.demo.world import DemoWorld
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.metrics import period_returns

PlanOf = Callable[[Bars], Plan]
_SCHEDULE = Schedule()
_MODEL_LEAST = _SCHEDULE.first_prediction + 4 * HORIZON
_MODEL_BARS = _SCHEDULE.first_prediction + 2 * _SCHEDULE.step  # two blocks: fits take their time
_MODEL_MARKETS, _RULE_BARS = 2, 4_000
_TREES = 30  # enough to remember what it should not have seen
_FREE = CostModel(Decimal(0), Decimal(0))


def add_arguments(group: argparse._ArgumentGroup) -> None:
    """The option itself."""
    group.add_argument(
        "--audit",
        action="store_true",
        help="test whether the strategy knows the future, instead of trading it; exit 1 when a leak is found",
    )


def run_audit(options: argparse.Namespace, bars: Bars, interval: Interval, rules: Rules, plan_of: PlanOf) -> int:
    """Audit the strategy whose plans `plan_of` makes, and print what was found; 1 when there is a leak, else 0."""
    name = Path(options.strategy).name
    if name in list(ModelType):
        subject, material = _model(name, bars, interval, rules, options, plan_of)
    else:
        probe = decisions_probe(plan_of, slow=is_own_rule(name))
        subject = Subject(name, (probe,), _trying(interval, rules, options, plan_of))
        material = Material(bars, _demo_markets(len(DEMO_SYMBOLS), _RULE_BARS))
    found = audit(subject, material, options.seed, Watch(progress_on()))
    if options.json:
        print_json({"symbol": options.symbol, "interval": interval.value, "bars": len(bars), "audit": found.to_json()})
    else:
        _print_table(found)
    return 0 if found.passed else 1


def _model(
    name: str, bars: Bars, interval: Interval, rules: Rules, options: argparse.Namespace, plan_of: PlanOf
) -> tuple[Subject, Material]:
    cost = label_cost_of(options)
    learner = Learner.standard(ModelType.parse(name), options.seed, trees=_TREES)

    def teach(samples: Samples) -> Validated:
        return validate(samples, learner)

    probes = (features_probe(), labels_probe(cost), model_probe(plan_of, _MODEL_LEAST, _MODEL_BARS))
    markets = _demo_markets(_MODEL_MARKETS, _MODEL_BARS)
    samples = make_samples(bars.tail(_MODEL_BARS), cost)
    try_ = _trying(interval, rules, options, plan_of)
    return Subject(name, probes, try_, teach), Material(bars, markets, samples)


def _trying(interval: Interval, rules: Rules, options: argparse.Namespace, plan_of: PlanOf) -> Try:
    """Tries the strategy where trading costs nothing."""
    free, label_cost = replace(rules, costs=_FREE), label_cost_of(options)

    def try_(bars: Bars) -> Outcome:
        made = trade(plan_of(bars), bars, interval, free, Stopwatch())
        returns = period_returns(made.simulation.equity[made.plan.first_decision :])
        return Outcome(returns, _direction_gain(made.plan, bars, label_cost, options.seed))

    return try_


def _direction_gain(plan: Plan, bars: Bars, cost: float, seed: int) -> Estimate | None:
    if plan.probabilities is None or plan.priors is None:
        return None
    classes = triple_barrier(bars, cost).classes
    known = np.isfinite(plan.probabilities).all(axis=1) & np.isfinite(classes)
    return gains(plan.probabilities[known], classes[known].astype(np.int64), plan.priors[known], seed).direction


def _demo_markets(count: int, bars: int) -> dict[str, Bars]:
    """Hours of the simulated market, in which no price can be foretold; the same each time."""
    source = DemoSource(DemoWorld(), Checkpoint.opening())
    return {symbol: source.history(symbol, Interval.HOUR_1, bars) for symbol in DEMO_SYMBOLS[:count]}


def _print_table(found: Audit) -> None:
    width = max(len(check.name) for check in found.checks)
    for check in found.checks:
        print(f"{check.name:<{width}}  {'passed' if check.passed else 'FAILED'}  {check.tested}")
        for finding in check.findings:
            print(f"  {finding.sentence}")
    leaks = sum(len(check.findings) for check in found.checks)
    counted = "one leak is" if leaks == 1 else f"{leaks} leaks are"
    answer = "nothing it tells knows the future" if found.passed else f"{counted} listed above"
    print(f"{found.strategy}: {answer}.")
