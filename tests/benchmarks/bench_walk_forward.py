"""The walk-forward model beside a plain sequential scikit-learn loop: 100 trees, trained on 2,000 bars, every 500 anew.

python tests/benchmarks/bench_walk_forward.py          100,000 bars, about 196 fits each
python tests/benchmarks/bench_walk_forward.py --quick  10,000 bars

The loop has features and labels made once, fits one forest after the other and predicts each block in one call. `same`
is the loop with forests as large as ours (depth 8, leaves of 10, no weights), `default` with scikit-learn's settings
and balanced classes. Ours counts the processes' start, features, labels, calibration, drift and what is stored; `again`
is a second run with other costs and another threshold, its predictions read. `processor` is user and system time of all
processes: where others use the machine too, half of ours on two cores beside the loop's is the ratio without them.
"""

import argparse
import json
import os
import tempfile
import time
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Self

import numpy as np
from sklearn.ensemble import RandomForestClassifier

from photon_desktop.backtest.kept_forecasts import ForecastShelf
from photon_desktop.backtest.model_strategy import ModelStrategy, plan_of_model
from photon_desktop.backtest.rules import Rules
from photon_desktop.backtest.run import trade
from photon_desktop.backtest.schedule import Schedule
from photon_desktop.backtest.stopwatch import Stopwatch
from photon_desktop.learning.labels import triple_barrier
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.features import compute_features, usable_rows
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.risk import RiskLimits

SCHEDULE = Schedule(window=2_000, step=500, least=2_000, embargo=24)
FORESTS = {
    "same": {"max_depth": 8, "min_samples_leaf": 10},
    "default": {"class_weight": "balanced"},
}


def market(count: int) -> Bars:
    """A random walk of hours whose moves come in calm and wild times."""
    rng = np.random.default_rng(7)
    wildness = np.exp(np.cumsum(rng.normal(0, 0.02, count)) - np.linspace(0, 0, count))
    moves = rng.normal(0, 0.006, count) * np.clip(wildness, 0.3, 3)
    close = 100 * np.exp(np.cumsum(moves - moves.mean()))
    open_ = np.concatenate([[100.0], close[:-1]])
    reach = np.abs(rng.normal(0, 0.002, (2, count)))
    high, low = np.maximum(open_, close) * (1 + reach[0]), np.minimum(open_, close) * (1 - reach[1])
    return Bars.of(np.arange(count) * 3_600 * 10**9, open_, high, low, close, rng.uniform(1, 2, count))


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and of the processor in this process and those it has started and ended."""

    clock: float
    processor: float

    @classmethod
    def now(cls) -> Self:
        return cls(time.perf_counter(), sum(os.times()[:4]))

    def since(self, began: "Spent") -> "Spent":
        return Spent(self.clock - began.clock, self.processor - began.processor)


def plain_loop(bars: Bars, settings: dict[str, object]) -> Spent:
    """What the sequential loop takes."""
    began = Spent.now()
    features, labels = compute_features(bars), triple_barrier(bars, CostModel().round_trip)
    for block in SCHEDULE.blocks(len(bars)):
        rows = np.arange(block.train_start + 200, block.train_stop - 24)
        rows = rows[usable_rows(features[rows]) & np.isfinite(labels.classes[rows])]
        forest = RandomForestClassifier(100, n_jobs=1, random_state=0, **settings)
        forest.fit(features[rows], labels.classes[rows].astype(np.int64))
        forest.predict_proba(features[block.start : block.stop])
    return Spent.now().since(began)


def ours(bars: Bars, shelf: ForecastShelf, costs: CostModel, limits: RiskLimits) -> Spent:
    """What the whole run takes, its figures included."""
    began = Spent.now()
    strategy = ModelStrategy(
        "GEN", Interval.HOUR_1, "random_forest", costs, limits, schedule=SCHEDULE, processes=os.cpu_count() or 1
    )
    plan = plan_of_model(strategy, bars, Stopwatch(), lambda done, total: None, shelf)
    trade(plan, bars, Interval.HOUR_1, Rules(costs=costs), Stopwatch())
    return Spent.now().since(began)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    bars = market(10_000 if parser.parse_args().quick else 100_000)
    found: dict[str, object] = {"bars": len(bars), "fits": len(list(SCHEDULE.blocks(len(bars))))}
    cheap = replace(CostModel(), commission_rate=Decimal("0.0002"))
    with tempfile.TemporaryDirectory() as folder:
        shelf = ForecastShelf(Path(folder), print)
        spent = {"ours": ours(bars, shelf, CostModel(), RiskLimits())}
        spent["again"] = ours(bars, shelf, cheap, RiskLimits(minimum_confidence=0.5))
    for name, settings in FORESTS.items():
        spent[f"loop, {name}"] = plain_loop(bars, settings)
    for name in FORESTS:
        found[f"share of the loop, {name}"] = round(spent["ours"].clock / spent[f"loop, {name}"].clock, 3)
    for unit in ("clock", "processor"):
        found[unit] = {name: round(getattr(taken, unit), 2) for name, taken in spent.items()}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
