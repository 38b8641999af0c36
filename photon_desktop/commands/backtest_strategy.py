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
from photon_desktop.commands.kept_settings import settings_of
from photon_desktop.commands.output import note, progress_on
from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.model_type import ModelType
from photon_desktop.paths import forecasts_folder, user_data_folder
from photon_desktop.settings.parts import costs_of
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import LARGEST_RATE
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.risk import RiskLimits

RULES = ("sma_cross", "rsi", "buy_and_hold", "random")
STRATEGIES = (*ModelType, *RULES)
LARGEST_ROUND_TRIP = 4 * float(LARGEST_RATE)  # commission and slippage, twice


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
        label_cost=label_cost_of(options),
    )
    # an audit tests what is told now, and not what was told and stored
    shelf = None if options.audit else ForecastShelf(forecasts_folder(options.data_dir), note)
    return plan_of_model(model, bars, stopwatch, partial(show, "Fitting models"), shelf)


def label_cost_of(options: argparse.Namespace) -> float:
    """The round trip's cost that labels count with: the one asked for, else the one that the agents of the data folder
    train with. It does not follow the run's costs: with others the same predictions are traded."""
    if options.label_cost is None:
        return costs_of(settings_of(user_data_folder(options.data_dir))).round_trip
    if not 0 <= options.label_cost <= LARGEST_ROUND_TRIP:
        raise ValueRefusedError(
            f"The label cost is {options.label_cost:g}; it lies between 0 and {LARGEST_ROUND_TRIP:g}."
        )
    cost: float = options.label_cost
    return cost
