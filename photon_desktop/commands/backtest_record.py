"""Keeps what a backtest was run with, on which bars, and what came of it."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import Any

from photon_desktop.backtest.strategy_names import strategy_name
from photon_desktop.clock import SystemClock, random_bytes
from photon_desktop.commands.output import note
from photon_desktop.errors import StoreError
from photon_desktop.paths import STORE_NAME, user_data_folder
from photon_desktop.store.backtests import BacktestRecord, TriedRun
from photon_desktop.store.store import Store
from photon_desktop.trading.identity import uuid7

_NOT_KEPT = {"data_dir", "json", "processes", "dask"}  # they change nothing in the result


def record_backtest(options: argparse.Namespace, results: dict[str, Any]) -> None:
    """Put the run into the data folder's store, its bars by their hash in `results`. A run that can't be kept is a line
    on stderr: its result is there all the same."""
    _record(options, results, f"{strategy_name(options.strategy)} on {options.symbol} {results['interval']}")


def record_sweep(options: argparse.Namespace, results: dict[str, Any]) -> None:
    """As `record_backtest`, for a sweep: each of its trials was tried on the bars from now on."""
    _record(options, results, f"Sweep of {strategy_name(options.strategy)} on {options.symbol} {results['interval']}")


def _record(options: argparse.Namespace, results: dict[str, Any], name: str) -> None:
    now_ns = SystemClock().now_ns()
    record = BacktestRecord(uuid7(now_ns, random_bytes(10)), now_ns, name, _parameters(options), results)
    try:
        with closing(Store.open(user_data_folder(options.data_dir) / STORE_NAME)) as store:
            store.backtests.add(record)
    except StoreError as error:
        note(f"The run was not kept: {error}")


def tried_on(options: argparse.Namespace, data_hash: str) -> list[TriedRun]:
    """What the data folder's store knows to have been tried on these bars; that it can't be asked is told on stderr."""
    try:
        with closing(Store.open(user_data_folder(options.data_dir) / STORE_NAME)) as store:
            return store.backtests.tried_on(data_hash)
    except StoreError as error:
        note(f"Earlier runs on these bars are not counted: {error}")
        return []


def _parameters(options: argparse.Namespace) -> dict[str, Any]:
    """The command's options as a JSON object."""
    chosen = {name: value for name, value in vars(options).items() if name not in _NOT_KEPT and not callable(value)}
    return {name: str(value) if isinstance(value, Path) else value for name, value in chosen.items()}
