"""`photon-desktop backtest`: what a strategy would have made on past bars."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from photon_desktop import __version__
from photon_desktop.backtest.run import BacktestResult, trade
from photon_desktop.backtest.simulation import Engine
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.summary import summary
from photon_desktop.backtest.trades import trades_csv
from photon_desktop.backtest_warnings import warnings_of
from photon_desktop.commands import backtest_audit, backtest_honesty
from photon_desktop.commands.backtest_options import add_arguments, rules_of
from photon_desktop.commands.backtest_record import record_backtest
from photon_desktop.commands.backtest_strategy import check_strategy, plan_of
from photon_desktop.commands.backtest_sweep import axes_of, run_sweep
from photon_desktop.commands.output import (
    check_writable,
    figure,
    money,
    note,
    percent,
    plain_percent,
    print_json,
    print_rows,
)
from photon_desktop.commands.session_parity import compare_session, list_sessions
from photon_desktop.commands.sources import served_bars
from photon_desktop.errors import NotEnoughDataError, ValueRefusedError
from photon_desktop.market.catalogue import Served
from photon_desktop.paths import user_data_folder
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.passport import data_hash
from photon_desktop.trading.timestamps import from_iso, to_iso
from photon_desktop.whole_files import write_text

__all__ = ["add_arguments", "run"]
_NANOSECONDS_PER_DAY = 86_400 * 10**9


def run(options: argparse.Namespace) -> int:
    """Run the backtest and print it; 0 when done. Raises PhotonError, in one sentence, for what can't be tested."""
    if options.sessions:
        return list_sessions(options)
    if options.from_session is not None:
        return compare_session(options)
    stopwatch = Stopwatch()
    rules = rules_of(options)
    check_strategy(options, rules.sizing)
    for path in filter(None, (options.trades, options.equity)):
        check_writable(path)
    interval = Interval.parse(options.interval)
    if options.sweep:
        axes_of(options)
    with stopwatch.stage("load"):
        served = load_bars(options, interval)
    bars = served.bars
    if options.audit:
        again = partial(plan_of, options, interval=interval, rules=rules, stopwatch=stopwatch)
        return backtest_audit.run_audit(options, bars, interval, rules, again)
    if options.sweep:
        return run_sweep(options, bars, interval, rules, served.source)
    plan = plan_of(options, bars, interval, rules, stopwatch)
    result = trade(plan, bars, interval, rules, stopwatch, Engine(options.engine))
    warnings = warnings_of(options.symbol, interval, bars, result.simulation)
    for warning in warnings:
        note(warning)
    _write_files(options, result, bars)
    honesty = backtest_honesty.honesty_of(options, result, bars, interval, rules) if options.honesty else None
    content = {
        "symbol": options.symbol,
        "interval": interval.value,
        "source": served.source,
        "fallbacks": list(served.fallbacks),
        "warnings": warnings,
        **summary(result, bars, rules),
        "seconds": stopwatch.seconds(),
        "data_hash": data_hash(bars),
        "seed": options.seed,
        "version": __version__,
    }
    if honesty is not None:
        content["honesty"] = honesty.to_json()
    record_backtest(options, content)
    if options.json:
        print_json(content)
    else:
        _print_table(content)
        if honesty is not None:
            backtest_honesty.print_honesty(honesty)
    return 0


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
