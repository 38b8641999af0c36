"""The strategy that `photon-desktop backtest` is asked for, and what it wants."""

import argparse
import os
from difflib import get_close_matches
from functools import partial
from pathlib import Path

from photon_desktop.backtest.kept_forecasts import ForecastShelf
from photon_desktop.backtest.model_strategy import ModelStrategy, plan_of_model
from photon_desktop.backtest.own_rule import OwnRule, plan_of_own_rule
from photon_desktop.backtest.plan import Plan, plan_of_rule
from photon_desktop.backtest.random_entries import RandomEntries
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.sizes import Sizing
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold, RsiReversal, SmaCross, Strategy
from photon_desktop.commands.output import note, progress_on
from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.model_type import ModelType
from photon_desktop.paths import forecasts_folder
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.risk import RiskLimits

RULES = ("sma_cross", "rsi", "buy_and_hold", "random")
STRATEGIES = (*ModelType, *RULES)


def reference_rule(name: str, seed: int) -> Strategy:
    """The built-in rule of this name, one of RULES."""
    rules: tuple[Strategy, ...] = (SmaCross(), RsiReversal(), BuyAndHold(), RandomEntries(seed))
    return next(rule for rule in rules if rule.name == name)


def check_strategy(options: argparse.Namespace, sizing: Sizing) -> None:
    """Raise ValueRefusedError, before any bar is fetched, for a strategy that is not known, or a size it can't tell."""
    name = options.strategy
    if is_own_rule(name):
        OwnRule(Path(name), options.rule_seconds)
    elif name in RULES:
        sizing.check_odds(name, reference_rule(name, options.seed).first_decision, is_model=False)
    elif name not in STRATEGIES:
        near = get_close_matches(name.lower(), STRATEGIES, n=1, cutoff=0.4)
        known = f"use one of {', '.join(STRATEGIES)}, or a Python file (rule.py)."
        hint = f"did you mean {near[0]}?" if near else known
        raise ValueRefusedError(f"The strategy {name!r} is not known: {hint}")


def is_own_rule(name: str) -> bool:
    """Whether it is a file of the user's."""
    return name.endswith(".py")


def plan_of(options: argparse.Namespace, bars: Bars, interval: Interval, rules: Rules, stopwatch: Stopwatch) -> Plan:
    """What the strategy asked for wants."""
    name, show = options.strategy, progress_on()
    if is_own_rule(name):
        rule = OwnRule(Path(name), options.rule_seconds)
        return plan_of_own_rule(rule, bars, rules.short_allowed, stopwatch, partial(show, f"Asking {rule.name}"))
    if name in RULES:
        return plan_of_rule(reference_rule(name, options.seed), bars, rules.short_allowed, stopwatch)
    model = ModelStrategy(
        options.symbol,
        interval,
        name,
        rules.costs,
        RiskLimits(minimum_confidence=options.minimum_confidence, allow_short=rules.short_allowed),
        options.seed,
        processes=options.processes or os.cpu_count() or 1,
        label_cost=options.label_cost,
    )
    # an audit tests what is told now, and not what was told and stored
    shelf = None if options.audit else ForecastShelf(forecasts_folder(options.data_dir), note)
    return plan_of_model(model, bars, stopwatch, partial(show, "Fitting models"), shelf)
