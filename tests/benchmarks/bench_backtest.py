"""How fast backtests are, beside other engines on the same bars: the SMA cross 10/20, one unit, 0.1% commission.

python -m tests.benchmarks.bench_backtest [BARS] [--peers PYTHON]

Indicators, trades, equity and figures are counted, imports and loading are not. The bars, and the scripts that run
other engines, are those of the folder ../shared/peers; PYTHON is an interpreter that has the `[bench]` extra's
packages, this one if none is named. A peer that is not installed is skipped, and said so. Prints one JSON object:
seconds, the least of five runs (what a machine that others use too adds is not ours), megabytes above the bars.
With stops, vectorbt's trades and equity must be ours once it lets a bar's open come before its stop, else this fails.
`what_if_ms` is a slider moved over 100,000 bars: the median of ten other confidences, stops or commissions.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from math import isclose
from pathlib import Path
from typing import Any

import numpy as np

from photon_desktop.backtest.engines import simulate
from photon_desktop.backtest.figures import measure
from photon_desktop.backtest.model_strategy import wants_of_forecasts
from photon_desktop.backtest.plan import Plan, plan_of_rule
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.simulation import Engine, Simulation
from photon_desktop.backtest.sizes import SizeKind, Sizing
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.backtest.strategies import SmaCross
from photon_desktop.backtest.wants import wants_of
from photon_desktop.backtest.what_if import Kept, resimulate
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.risk import RiskLimits

PEERS = Path(__file__).resolve().parents[3] / "shared" / "peers"
HERE = Path(__file__).resolve().parent
MINUTE = Interval.MINUTE_1
COSTS = CostModel(Decimal("0.001"), Decimal(0))
ONE_UNIT = Sizing(SizeKind.FIXED, 1.0)
PLAIN = Rules(costs=COSTS, sizing=ONE_UNIT)
STOP, TARGET = 0.003, 0.006
STOPPED = Rules(costs=COSTS, sizing=ONE_UNIT, stop_loss=STOP, take_profit=TARGET)
SLIDER_BARS = 100_000
_TOLD = ("version", "trades", "equity", "equal_trades", "equal_equity", "peak_rss_mb")
PEER_SCRIPTS = {
    "vectorbt": PEERS / "bench_vbt.py",
    "vectorbt_stops": HERE / "peer_vectorbt_stops.py",
    "backtesting": PEERS / "bench_bt.py",
    "backtrader": HERE / "peer_backtrader.py",
}


def main(count: int, peers_python: str) -> None:
    bars = _bars(count)
    few = _bars(count // 10)
    figures: dict[str, Any] = {
        "bars": count,
        "vectorised": _timed(lambda: _run(bars, PLAIN, Engine.VECTORISED)),
        "vectorised_stops": _timed(lambda: _run(bars, STOPPED, Engine.VECTORISED)),
        "step": _timed(lambda: _run(bars, PLAIN, Engine.STEP)),
        "step_stops": _timed(lambda: _run(bars, STOPPED, Engine.STEP)),
        "a_tenth_of_the_bars": _timed(lambda: _run(few, PLAIN, Engine.VECTORISED))["seconds"],
        "what_if_ms": _what_if(_bars(min(count, SLIDER_BARS))),
        "memory_mb": {engine.value: _in_a_process_of_its_own(count, engine) for engine in Engine},
    }
    figures["step_bars_per_second"] = round(count / figures["step"]["seconds"])
    figures["peers"] = {name: _peer(peers_python, script, count) for name, script in PEER_SCRIPTS.items()}
    _check_equal(figures["vectorised_stops"], figures["peers"]["vectorbt_stops"])
    print(json.dumps(figures, indent=1))


def _check_equal(ours: dict[str, Any], theirs: dict[str, Any] | str) -> None:
    if isinstance(theirs, str):
        return  # skipped
    is_near = isclose(ours["final_equity"], theirs["equal_equity"], rel_tol=1e-9)
    if ours["trades"] != theirs["equal_trades"] or not is_near:
        raise SystemExit(f"With stops vectorbt and ours differ: {theirs} and {ours}")


def _run(bars: Bars, rules: Rules, engine: Engine) -> Simulation:
    wants = wants_of(SmaCross().signals(bars), rules.short_allowed)
    done = simulate(bars, wants, rules, engine=engine)
    measure(bars, MINUTE, done, rules.initial_balance)
    return done


def _timed(work: Callable[[], Simulation]) -> dict[str, Any]:
    spent = []
    for _ in range(5):
        begun = time.perf_counter()
        done = work()
        spent.append(time.perf_counter() - begun)
    equity = round(float(done.equity[-1]), 6)
    return {"seconds": round(min(spent), 4), "trades": len(done.trades), "final_equity": equity}


def _what_if(bars: Bars) -> dict[str, Any]:
    plan = plan_of_rule(SmaCross(), bars, False, Stopwatch())
    leans = np.convolve(np.random.default_rng(1).normal(size=len(bars) + 9), np.ones(10) / 10, "valid")
    weights = np.exp(np.stack([-leans, np.full(len(bars), 0.2), leans], axis=1))
    told = weights / weights.sum(axis=1, keepdims=True)
    cheap = CostModel(Decimal("0.0001"), Decimal("0.00005"))
    forecast = Plan("m", wants_of_forecasts(told, bars, cheap, RiskLimits()), 0, probabilities=told)
    stops = [Rules(costs=COSTS, stop_loss=0.001 * step, take_profit=0.002 * step) for step in range(1, 11)]
    rates = [CostModel(Decimal(step) / 10_000, Decimal(0)) for step in range(10)]
    kept, predicted = Kept(plan, bars, MINUTE), Kept(forecast, bars, MINUTE)
    return {
        "signals_other_stops": _moved([lambda r=r: resimulate(kept, r) for r in stops]),
        "signals_other_commissions": _moved([lambda c=c: resimulate(kept, Rules(costs=c)) for c in rates]),
        "predictions_other_confidences": _moved(
            [lambda s=s: resimulate(predicted, Rules(costs=cheap), 0.40 + 0.01 * s) for s in range(10)]
        ),
    }


def _moved(positions: list[Callable[[], Any]]) -> dict[str, Any]:
    positions[0]()
    spent, trades = [], []
    for position in positions:
        begun = time.perf_counter()
        trades.append(position().figures.trades)
        spent.append((time.perf_counter() - begun) * 1_000)
    return {"median": round(float(np.median(spent)), 1), "most": round(max(spent), 1), "trades": max(trades)}


def _in_a_process_of_its_own(count: int, engine: Engine) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.bench_backtest", str(count), "--memory", engine.value]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _memory(count: int, engine: Engine) -> None:
    _run(_bars(1_000), STOPPED, engine)  # what libraries take when first used
    bars = _bars(count)
    Path("/proc/self/clear_refs").write_text("5")  # Linux counts the peak from here on
    before = _status_mb("VmRSS")
    _run(bars, STOPPED, engine)
    print(round(_status_mb("VmHWM") - before, 1))


def _status_mb(name: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith(f"{name}:"))
    return int(kilobytes) / 1024


def _bars(count: int) -> Bars:
    """The peers' own bars where their folder is there, otherwise a walk like theirs."""
    times = 1_577_836_800 * 10**9 + np.arange(count, dtype=np.int64) * MINUTE.nanoseconds
    return Bars.of(times, *_columns(count).T)


def _columns(count: int) -> np.ndarray:
    if PEERS.is_dir():
        sys.path.insert(0, str(PEERS))
        import common

        columns: np.ndarray = common.ohlcv(count)
        return columns
    random = np.random.default_rng(7)
    close = 100 * np.exp(np.cumsum(random.normal(0, 5e-4, count)))
    open_ = np.concatenate([[100.0], close[:-1]])
    high, low = np.maximum(open_, close) * 1.0002, np.minimum(open_, close) * 0.9998
    return np.column_stack([open_, high, low, close, np.full(count, 1_000.0)])


def _peer(python: str, script: Path, count: int) -> Any:
    if not script.is_file() or not PEERS.is_dir():
        return f"skipped: {script} is not there"
    paths = {**os.environ, "PYTHONPATH": str(PEERS)}
    done = subprocess.run(
        [python, str(script), str(count)], env=paths, cwd=PEERS, capture_output=True, text=True, check=False
    )
    if done.returncode:
        return f"skipped: {done.stderr.strip().splitlines()[-1]}"
    told = json.loads(done.stdout.strip().splitlines()[-1])
    run = told.get("run2_s", told["run_s"])
    return {
        "seconds_with_statistics": round(run + told["stats_s"], 3),
        "run_seconds": round(run, 3),
        **{name: value for name, value in told.items() if name in _TOLD},
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("bars", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--memory", choices=[*Engine])
    options = parser.parse_args()
    if options.memory:
        _memory(options.bars, Engine(options.memory))
    else:
        main(options.bars, options.peers)
