"""`photon-desktop backtest`: what a strategy would have made on past bars."""

import argparse
import os
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from functools import partial
from math import isfinite
from pathlib import Path
from typing import Any

from photon_desktop import __version__
from photon_desktop.backtest.model_strategy import ModelStrategy, plan_of_model
from photon_desktop.backtest.plan import Plan, plan_of_rule
from photon_desktop.backtest.rules import Finalize, Rules, StopBasis
from photon_desktop.backtest.run import BacktestResult, trade
from photon_desktop.backtest.sizes import SIZE_WORDS, Sizing
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import BuyAndHold, RsiReversal, SmaCross, Strategy
from photon_desktop.backtest.summary import summary
from photon_desktop.backtest.trades import trades_csv
from photon_desktop.commands.backtest_record import record_backtest
from photon_desktop.commands.output import (
    check_writable,
    figure,
    money,
    percent,
    plain_percent,
    print_json,
    print_rows,
    progress_on,
)
from photon_desktop.commands.sources import served_bars
from photon_desktop.commands.symbol_option import add_symbol
from photon_desktop.errors import NotEnoughDataError, ValueRefusedError
from photon_desktop.learning.model_type import ModelType
from photon_desktop.market.catalogue import Served
from photon_desktop.paths import user_data_folder
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.money import exact
from photon_desktop.trading.passport import data_hash
from photon_desktop.trading.risk import RiskLimits
from photon_desktop.trading.timestamps import from_iso, to_iso
from photon_desktop.whole_files import write_text

RULE_STRATEGIES: Mapping[str, Strategy] = {s.name: s for s in (SmaCross(), RsiReversal(), BuyAndHold())}
STRATEGIES = (*ModelType, *RULE_STRATEGIES)
_MOST_PROCESSES = 2  # the machine stays usable
_SIZE_HELP = (
    f"{SIZE_WORDS} (all); volatility is the equity's on a usual day, kelly a share of Kelly's stake; both at most all"
    " the money, or a cap behind them: kelly:0.25:0.1"
)
_NANOSECONDS_PER_DAY = 86_400 * 10**9


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    data = parser.add_argument_group("bars")
    add_symbol(data)
    data.add_argument("--interval", required=True, metavar="I", help=f"one of {' '.join(Interval)}")
    data.add_argument("--csv", type=Path, metavar="FILE", help="take the bars from this file")
    data.add_argument("--start", metavar="D", help="first day or time, ISO 8601 UTC")
    data.add_argument("--end", metavar="D", help="last day, included; or a time, bars that open before it")
    _add_rules(parser)
    out = parser.add_argument_group("results")
    out.add_argument("--trades", type=Path, metavar="FILE.csv", help="write each trade")
    out.add_argument("--equity", type=Path, metavar="FILE.csv", help="write the equity at each bar's close")
    out.add_argument("--json", action="store_true", help="print one JSON object")


def _add_rules(parser: argparse.ArgumentParser) -> None:
    rules = parser.add_argument_group("strategy and rules", "The settings of the window are not read.")
    rules.add_argument("--strategy", default=ModelType.RANDOM_FOREST.value, metavar="NAME", help=", ".join(STRATEGIES))
    rules.add_argument("--seed", type=int, default=0, metavar="N", help="seed of the models (0)")
    rules.add_argument("--initial-balance", type=float, default=10_000.0, metavar="MONEY", help="(10000)")
    rules.add_argument("--commission", type=float, default=0.001, metavar="RATE", help="share of each fill (0.001)")
    rules.add_argument(
        "--slippage", type=float, default=0.0005, metavar="RATE", help="share of each market fill (0.0005)"
    )
    rules.add_argument("--stop-loss", type=float, metavar="PCT", help="percent from the basis price, 5 is 5%%")
    rules.add_argument("--take-profit", type=float, metavar="PCT", help="percent from the basis price")
    rules.add_argument("--stop-basis", default="entry", choices=[*StopBasis], help="entry's fill or signal's close")
    rules.add_argument("--size", default="all", metavar="SIZE", help=_SIZE_HELP)
    rules.add_argument("--whole-units", action="store_true", help="buy whole units only")
    rules.add_argument("--short", action="store_true", help="go short on sell signals")
    rules.add_argument(
        "--finalize", default="none", choices=[*Finalize], help="close what is open at the end, and at which price"
    )


def run(options: argparse.Namespace) -> int:
    """Run the backtest and print it; 0 when done. Raises PhotonError, in one sentence, for what can't be tested."""
    stopwatch = Stopwatch()
    rules = rules_of(options)
    _check_strategy(options.strategy)
    _check_size(rules.sizing, options.strategy)
    for path in filter(None, (options.trades, options.equity)):
        check_writable(path)
    interval = Interval.parse(options.interval)
    with stopwatch.stage("load"):
        served = load_bars(options, interval)
    bars = served.bars
    plan = _plan(options, bars, interval, rules, stopwatch)
    result = trade(plan, bars, interval, rules, stopwatch)
    _write_files(options, result, bars)
    content = {
        "symbol": options.symbol,
        "interval": interval.value,
        "source": served.source,
        "fallbacks": list(served.fallbacks),
        **summary(result, bars, rules),
        "seconds": stopwatch.seconds(),
        "data_hash": data_hash(bars),
        "seed": options.seed,
        "version": __version__,
    }
    record_backtest(options, content)
    if options.json:
        print_json(content)
    else:
        _print_table(content)
    return 0


def rules_of(options: argparse.Namespace) -> Rules:
    """The rules that the options say; ValueRefusedError, naming the bound, for values outside it."""
    return Rules(
        initial_balance=options.initial_balance,
        costs=CostModel(_rate("commission", options.commission), _rate("slippage", options.slippage)),
        sizing=Sizing.parse(options.size, 1) if options.whole_units else Sizing.parse(options.size),
        stop_loss=None if options.stop_loss is None else options.stop_loss / 100,
        take_profit=None if options.take_profit is None else options.take_profit / 100,
        stop_basis=StopBasis(options.stop_basis),
        short_allowed=options.short,
        finalize=Finalize(options.finalize),
    )


def _rate(name: str, rate: float) -> Decimal:
    if not isfinite(rate):
        raise ValueRefusedError(f"The {name} is {rate}; it lies between 0 and 0.1 (10%).")
    return exact(rate)


def load_bars(options: argparse.Namespace, interval: Interval) -> Served:
    """The bars asked for, cut to `--start` and `--end`, and where they came from."""
    data_folder = user_data_folder(options.data_dir)
    served = served_bars(options.symbol, interval, options.csv, data_folder)
    return replace(served, bars=_between(served.bars, options))


def _between(bars: Bars, options: argparse.Namespace) -> Bars:
    start = None if options.start is None else from_iso(options.start)
    end = None if options.end is None else _end_of(options.end)
    if start is not None and end is not None and start >= end:
        raise ValueRefusedError(f"The start {options.start} is not before the end {options.end}; swap them.")
    chosen = bars.between(start, end)
    if len(chosen) == 0:
        first, last = to_iso(int(bars.times[0])), to_iso(int(bars.times[-1]))
        raise NotEnoughDataError(
            f"{options.symbol} has no bars between {options.start or first} and {options.end or last}; there are"
            f" bars from {first} to {last}."
        )
    return chosen


def _end_of(text: str) -> int:
    """A day's end is the next day's start; a time is itself."""
    is_a_day = "T" not in text and " " not in text.strip()
    return from_iso(text) + (_NANOSECONDS_PER_DAY if is_a_day else 0)


def _check_strategy(name: str) -> None:
    if name in STRATEGIES:
        return
    near = get_close_matches(name.lower(), STRATEGIES, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(STRATEGIES)}."
    raise ValueRefusedError(f"The strategy {name!r} is not known: {hint}")


def _check_size(sizing: Sizing, strategy: str) -> None:
    """Before any bar is fetched."""
    rule = RULE_STRATEGIES.get(strategy)
    if rule is not None:
        sizing.check_odds(strategy, rule.first_decision, is_model=False)


def _plan(options: argparse.Namespace, bars: Bars, interval: Interval, rules: Rules, stopwatch: Stopwatch) -> Plan:
    if options.strategy in RULE_STRATEGIES:
        return plan_of_rule(RULE_STRATEGIES[options.strategy], bars, rules.short_allowed, stopwatch)
    strategy = ModelStrategy(
        options.symbol,
        interval,
        options.strategy,
        rules.costs,
        RiskLimits(allow_short=rules.short_allowed),
        options.seed,
        processes=min(_MOST_PROCESSES, os.cpu_count() or 1),
    )
    return plan_of_model(strategy, bars, stopwatch, partial(progress_on(), "Fitting models"))


def _write_files(options: argparse.Namespace, result: BacktestResult, bars: Bars) -> None:
    if options.trades is not None:
        write_text(options.trades, trades_csv(result.simulation.trades))
    if options.equity is not None:
        points = zip(bars.times.tolist(), result.simulation.equity.tolist(), strict=True)
        write_text(options.equity, "timestamp,equity\n" + "".join(f"{to_iso(t)},{e!r}\n" for t, e in points))


def _print_table(content: Mapping[str, Any]) -> None:
    held = content["open_position"]
    print(f"{content['strategy']} on {content['symbol']} {content['interval']} ({content['source']})")
    print_rows(
        [
            ("Bars", f"{content['bars']:,} from {content['first']} to {content['last']}"),
            ("Final equity", f"{money(content['final_equity'])} of {money(content['initial_balance'])}"),
            ("Total return", percent(content["total_return"])),
            ("Buy and hold", percent(content["buy_and_hold_return"])),
            ("Return a year", percent(content["cagr"])),
            ("Volatility a year", plain_percent(content["annual_volatility"])),
            ("Sharpe, Sortino, Calmar", ", ".join(figure(content[n]) for n in ("sharpe", "sortino", "calmar"))),
            ("Max. drawdown", f"{percent(content['max_drawdown'])}, {content['max_drawdown_bars']:,} bars long"),
            ("Trades", f"{content['trades']:,}" + ("" if held is None else " and one still open")),
            ("Win rate", plain_percent(content["win_rate"])),
            ("Profit factor", figure(content["profit_factor"])),
            ("Expectancy a trade", percent(content["expectancy"])),
            ("Exposure", plain_percent(content["exposure"])),
            ("Commission, slippage", f"{money(content['fees'])}, {money(content['slippage'])}"),
            *_oos_rows(content.get("oos")),
            ("Seconds", ", ".join(f"{name} {spent:.2f}" for name, spent in content["seconds"].items())),
        ]
    )
    if content["refused_entries"]:
        print(f"{content['refused_entries']:,} entries were refused: {_why_refused(content['rules']['size'])}.")
    print(content["verdict"])


def _why_refused(size: str) -> str:
    paid = size.partition(":")[0] in ("all", "fixed", "share")
    return f"{'the money did not buy' if paid else 'the size or the money did not come to'} one step of quantity"


def _oos_rows(scores: Mapping[str, Any] | None) -> list[tuple[str, str]]:
    if scores is None:
        return []
    accuracy, majority = plain_percent(scores["accuracy"]), plain_percent(scores["majority_accuracy"])
    return [
        ("Out of sample", f"{scores['n']:,} predictions with a known outcome"),
        ("  accuracy", f"{accuracy}; saying the most frequent class each time: {majority}"),
        ("  balanced accuracy", f"{plain_percent(scores['balanced_accuracy'])}; chance: 33.33%"),
        ("  log loss", f"{scores['log_loss']:.4f} nats; class shares alone: {scores['prior_log_loss']:.4f}"),
    ]
