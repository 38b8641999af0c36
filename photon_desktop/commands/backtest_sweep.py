"""`photon-desktop backtest --sweep PARAM=a,b,c`: which parameters would have done best, and what choosing them made."""

import argparse
import os
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from typing import Any

from photon_desktop.backtest.honesty.overfitting import Overfitting
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.spread import Crew
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import Strategy
from photon_desktop.backtest.sweep import Sweep, drawn, grid, names_of, sweep
from photon_desktop.backtest.sweep_record import Swept, sweep_json
from photon_desktop.backtest.what_if import Kept
from photon_desktop.commands.backtest_record import record_sweep
from photon_desktop.commands.backtest_strategy import RULES, is_own_rule, plan_of, reference_rule
from photon_desktop.commands.kept_settings import settings_of
from photon_desktop.commands.output import figure, percent, plain_percent, print_json, progress_on
from photon_desktop.errors import ValueRefusedError
from photon_desktop.paths import user_data_folder
from photon_desktop.settings.parts import scheduler_of
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval

_SHOWN = 20


def axes_of(options: argparse.Namespace) -> dict[str, Sequence[float | str]]:
    """The parameters to sweep and their values. ValueRefusedError for what the strategy has not, or is no number."""
    if is_own_rule(options.strategy):
        raise ValueRefusedError("A rule in a Python file has no parameters to sweep; use sma_cross, rsi or a model.")
    known = names_of(_rule(options))
    axes: dict[str, Sequence[float | str]] = {}
    for text in options.sweep:
        name, _, values = text.replace("-", "_", text.partition("=")[0].count("-")).partition("=")
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(known)}."
            raise ValueRefusedError(f"{options.strategy} has no parameter {name!r} to sweep: {hint}")
        axes[name] = [each if name == "size" else _number(name, each) for each in values.split(",")]
    return axes


def run_sweep(options: argparse.Namespace, bars: Bars, interval: Interval, rules: Rules, source: str) -> int:
    """Run the sweep and print it; 0 when done."""
    axes = axes_of(options)
    choices = grid(axes)
    if options.sweep_random is not None:
        choices = drawn(choices, options.sweep_random, options.seed)
    stopwatch = Stopwatch()
    plan = plan_of(options, bars, interval, rules, stopwatch)
    processes = options.processes or os.cpu_count() or 1
    crew = Crew(min(processes, len(choices)), _scheduler(options))
    with stopwatch.stage("simulate"):
        show = partial(progress_on(), "Trying parameters")
        done = sweep(_rule(options), Kept(plan, bars, interval), rules, choices, crew, show)
    overfitting = done.overfitting()
    swept = Swept(options.symbol, interval, source, options.strategy, options.seed, rules, axes)
    content = sweep_json(swept, bars, done, overfitting, stopwatch.seconds())
    record_sweep(options, content)
    if options.json:
        print_json(content)
    else:
        _print_table(content, done, overfitting)
    return 0


def _scheduler(options: argparse.Namespace) -> str | None:
    """Named on the command line, else in the settings; with `--processes` this machine works itself."""
    if options.dask is not None or options.processes is not None:
        return options.dask or None
    return scheduler_of(settings_of(user_data_folder(options.data_dir)))


def _rule(options: argparse.Namespace) -> Strategy | None:
    return reference_rule(options.strategy, options.seed) if options.strategy in RULES else None


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueRefusedError(f"The values of {name} are numbers with commas between; {text!r} is none.") from None


def _words(values: Mapping[str, float | str]) -> str:
    return ", ".join(
        f"{name} {value:g}" if isinstance(value, float) else f"{name} {value}" for name, value in values.items()
    )


def _print_table(content: Mapping[str, Any], done: Sweep, overfitting: Overfitting | None) -> None:
    print(f"{content['strategy']} on {content['symbol']} {content['interval']}: {content['tried']:,} choices tried")
    ranked = sorted(done.trials, key=lambda trial: -trial.total_return)
    width = max(len(_words(trial.values)) for trial in ranked)
    print(f"{'':<{width}}  {'return':>10}  {'Sharpe':>8}  {'drawdown':>9}  {'trades':>7}")
    for trial in ranked[:_SHOWN]:
        cells = (percent(trial.total_return), figure(trial.sharpe), percent(trial.max_drawdown))
        print(f"{_words(trial.values):<{width}}  {cells[0]:>10}  {cells[1]:>8}  {cells[2]:>9}  {trial.trades:>7,}")
    print("Chosen by what was past, block after block:")
    for choice in content["walk_forward"]:
        print(f"  from {choice['first']}  {_words(choice['values'])}: {percent(choice['return'])}")
    print(
        f"Out of sample that made {percent(content['out_of_sample_return'])}; the best of all, known only afterwards,"
        f" {percent(done.best.total_return)}."
    )
    if overfitting is not None:
        print(
            f"Probability of overfitting {plain_percent(overfitting.probability)}: the share of"
            f" {overfitting.halvings:,} ways to"
            f" halve the bars in which the best on one half was no better than the median on the other."
        )
