"""Bars turned into what a model learns from: rows of features with their labels."""

from dataclasses import dataclass

import numpy as np

from photon_desktop.learning.labels import HORIZON, IntArray, triple_barrier
from photon_desktop.trading.bars import Bars, FloatArray
from photon_desktop.trading.features import compute_features, usable_rows
from photon_desktop.trading.indicators import WARM_UP_BARS

LARGEST_WINDOW = 8_760  # labelled bars: a year of hours


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """`features` (n, 14) finite; `classes` (n,) 0 SELL, 1 HOLD, 2 BUY; `rows` (n,) rising bar indices; `touches` (n,)
    the bars that settled the labels; `dropped`: labelled bars left out because a feature was not a number."""

    features: FloatArray
    classes: IntArray
    rows: IntArray
    touches: IntArray
    dropped: int

    def __len__(self) -> int:
        return len(self.rows)


def learning_window(bars: Bars) -> Bars:
    """The newest bars a model is trained on: at most 8,760 labelled ones, the warm-up before and the horizon after."""
    return bars.tail(WARM_UP_BARS + LARGEST_WINDOW + HORIZON)


def make_samples(bars: Bars, round_trip_cost: float) -> Samples:
    """Every bar after the warm-up of 200 whose label is finished and whose features are numbers."""
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
    )
