"""Intervals for means of figures whose neighbours hang together: the circular block bootstrap.

Source: Politis and Romano, *A Circular Block-Resampling Procedure for Stationary Data* (1992).
"""

from dataclasses import dataclass

import numpy as np

from photon_desktop.learning.labels import HORIZON
from photon_desktop.trading.bars import FloatArray

BLOCK = 168  # a week of hours
DRAWS = 1_000
FEWEST_BLOCKS = 5


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean and how far it may be off: 5%, 20%, 80% and 95% bounds of the means of resampled rows."""

    value: float
    low: float
    likely_low: float
    likely_high: float
    high: float


def block_length(rows: int) -> int:
    """168 rows, fewer where that would leave under 5 blocks, never under the labels' horizon."""
    return max(HORIZON, min(BLOCK, rows // FEWEST_BLOCKS))


def estimate(values: FloatArray, counts: FloatArray, seed: int) -> Estimate:
    """The sum of `values` over the sum of `counts`, both (n,) in the order of time, with its bounds.

    A row that is not part of the mean has a value and a count of 0: it keeps its place in its block. `counts` must not
    all be 0. The same rows and seed give the same bounds.
    """
    summed, counted = resampled(np.stack([values, counts]), seed)
    means = summed[counted > 0] / counted[counted > 0]
    return of_draws(float(values.sum() / counts.sum()), means)


def resampled(columns: FloatArray, seed: int) -> FloatArray:
    """Sums of `columns` (k, n), in the order of time, over each draw's blocks, shape (k, 1000): all columns by the same
    draws. The same shape and seed draw the same blocks."""
    rows = columns.shape[1]
    length = min(block_length(rows), rows)
    starts = np.random.default_rng(seed).integers(0, rows, (DRAWS, -(-rows // length)))
    lengths = np.full(starts.shape[1], length)
    lengths[-1] = rows - length * (len(lengths) - 1)
    return np.stack([_sums(column, starts, lengths) for column in columns])


def of_draws(value: float, draws: FloatArray) -> Estimate:
    """`value` with the bounds that the figures of the draws give it."""
    low, likely_low, likely_high, high = np.quantile(draws, (0.05, 0.2, 0.8, 0.95)).tolist()
    return Estimate(value, low, likely_low, likely_high, high)


def _sums(column: FloatArray, starts: np.ndarray, lengths: np.ndarray) -> FloatArray:
    """The sum over each draw's blocks, which begin at `starts` and go round from the last row to the first."""
    whole = np.concatenate([[0.0], np.cumsum(np.concatenate([column, column]))])
    drawn: FloatArray = (whole[starts + lengths] - whole[starts]).sum(axis=1)
    return drawn
