"""A forest seen along one feature: what it says is a staircase, and every stair is known exactly."""

import numpy as np
import numpy.typing as npt

from photon_desktop.learning.trees import Trees
from photon_desktop.trading.bars import FloatArray


def staircase(trees: Trees, row: FloatArray, feature: int) -> tuple[FloatArray, FloatArray]:
    """The summed leaf values along `feature`, the other features of `row` (14,) unchanged.

    Returns the rising thresholds (k,) and the sums (k + 1, 3): the first for values up to the first threshold, the next
    for values above it and up to the second, and so on. Values are compared as float32, as the trees do.
    """
    compared = row.astype(np.float32).astype(np.float64)
    node = trees.roots
    low, high = np.full(len(node), -np.inf), np.full(len(node), np.inf)
    for _ in range(trees.depth):
        node, low, high = _step(trees, compared, feature, node, low, high)
    return _summed(low, high, trees.values[node])


def _step(
    trees: Trees,
    compared: FloatArray,
    feature: int,
    node: npt.NDArray[np.int32],
    low: FloatArray,
    high: FloatArray,
) -> tuple[npt.NDArray[np.int32], FloatArray, FloatArray]:
    """One level down: a node that asks for `feature` goes both ways, each for its part of the interval."""
    threshold, asked = trees.threshold[node], trees.feature[node]
    splits = (asked == feature) & (trees.left[node] != node)
    goes_left = np.where(splits, low < threshold, compared[asked] <= threshold)
    goes_right = np.where(splits, high > threshold, ~goes_left)
    ends = np.where(splits, np.minimum(high, threshold), high)
    begins = np.where(splits, np.maximum(low, threshold), low)
    return (
        np.concatenate([trees.left[node][goes_left], trees.right[node][goes_right]]),
        np.concatenate([low[goes_left], begins[goes_right]]),
        np.concatenate([ends[goes_left], high[goes_right]]),
    )


def _summed(low: FloatArray, high: FloatArray, values: FloatArray) -> tuple[FloatArray, FloatArray]:
    thresholds = np.unique(np.concatenate([low[np.isfinite(low)], high[np.isfinite(high)]]))
    changes = np.zeros((len(thresholds) + 2, values.shape[1]))
    begins = np.where(np.isfinite(low), np.searchsorted(thresholds, low) + 1, 0)
    ends = np.where(np.isfinite(high), np.searchsorted(thresholds, high) + 1, len(thresholds) + 1)
    np.add.at(changes, begins, values)
    np.add.at(changes, ends, -values)
    return thresholds, np.cumsum(changes, axis=0)[:-1]
