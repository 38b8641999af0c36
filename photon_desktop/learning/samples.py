"""Bars turned into what a model learns from: rows of features with their labels, and what followed each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from photon_desktop.learning.labels import BUY, HORIZON, SELL, IntArray, Labels, triple_barrier
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.features import compute_features, usable_rows
from photon_desktop.trading.indicators import WARM_UP_BARS

LARGEST_WINDOW = 8_760  # labelled bars: a year of hours


@dataclass(frozen=True, slots=True)
class TradeResult:
    """A trade that was really made: open time (ns UTC) of the bar it was decided on, and its net profit over the
    barrier of that bar, negative for a loss."""

    decided_on: int
    profit: float


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """`features` (n, 14) finite; `classes` (n,) 0 SELL, 1 HOLD, 2 BUY; `rows` (n,) rising bar indices; `touches` (n,)
    the bars that settled the labels; `dropped`: labelled bars left out because a feature was not a number; `results`
    (n,) real trades' profits in barriers, NaN for rows without one, or None when there is no trade at all."""

    features: FloatArray
    classes: IntArray
    rows: IntArray
    touches: IntArray
    dropped: int
    results: FloatArray | None = None

    def __len__(self) -> int:
        return len(self.rows)


def learning_window(bars: Bars, labelled: int | None = None) -> Bars:
    """The newest bars a model is trained on: `labelled` ones at most, 8,760 unless told otherwise, with the warm-up
    before and the horizon after."""
    return bars.tail(WARM_UP_BARS + (labelled or LARGEST_WINDOW) + HORIZON)


def make_samples(bars: Bars, round_trip_cost: float, trades: Sequence[TradeResult] = ()) -> Samples:
    """Every bar after the warm-up of 200 whose label is finished and whose features are numbers.

    `trades` never change a label: those come from the market's path alone.
    """
    features = compute_features(bars)
    labels = triple_barrier(bars, round_trip_cost)
    is_labelled = np.isfinite(labels.classes) & (np.arange(len(bars)) >= WARM_UP_BARS)
    rows = np.flatnonzero(is_labelled & usable_rows(features))
    return Samples(
        features=features[rows],
        classes=labels.classes[rows].astype(np.int64),
        rows=rows,
        touches=labels.touches[rows],
        dropped=int(is_labelled.sum()) - len(rows),
        results=_results(bars.times[rows], trades),
    )


def returns_until_touch(bars: Bars, samples: Samples, labels: Labels) -> FloatArray:
    """The log return from each row's entry, the next open, to its end, shape (n,): the barrier that was touched, else
    the close of the bar that settled it."""
    entry = np.log(bars.open[samples.rows + 1])
    barriers = labels.barriers[samples.rows]
    timed_out = np.log(bars.close[samples.touches]) - entry
    followed: FloatArray = np.select(
        [samples.classes == BUY, samples.classes == SELL], [barriers, -barriers], timed_out
    )
    return followed


def _results(times: IntArray, trades: Sequence[TradeResult]) -> FloatArray | None:
    if not trades:
        return None
    results = np.full(len(times), np.nan)
    for trade in trades:
        results[times == trade.decided_on] = trade.profit
    return results
