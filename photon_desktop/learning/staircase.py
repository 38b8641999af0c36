"""Trees seen along each feature: what they say is a staircase, and every stair is known exactly."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.learning.labels import CLASSES
from photon_desktop.learning.trees import NodeArray, Trees
from photon_desktop.trading.bars import FloatArray
from photon_desktop.trading.features import FEATURE_NAMES

_FEATURES = len(FEATURE_NAMES)


@dataclass(frozen=True, slots=True, eq=False)
class Staircases:
    """What is said along each feature of a row, its other features unchanged.

    `thresholds`: for each feature the k rising values at which something changes. `told` (sum of all k + 1, 3): the
    stairs of the first feature, then the next one's: the first stair of each holds the values up to its first
    threshold, the next those above it and up to the second, and so on. Values are compared as float32, as trees do.
    """

    thresholds: tuple[FloatArray, ...]
    told: FloatArray

    def of_feature(self, stairs: npt.NDArray[np.generic]) -> list[npt.NDArray[np.generic]]:
        """`stairs`, one for each row of `told`, cut into those of each feature."""
        return np.split(stairs, np.cumsum([len(each) + 1 for each in self.thresholds])[:-1])


@dataclass(frozen=True, slots=True, eq=False)
class _Branches:
    """Where each tree can be once one feature leaves its value for the interval (low, high]; columns of one length."""

    tree: NodeArray
    node: NodeArray
    feature: NodeArray
    low: FloatArray
    high: FloatArray

    def only(self, chosen: npt.NDArray[np.bool_]) -> "_Branches":
        return _Branches(
            self.tree[chosen], self.node[chosen], self.feature[chosen], self.low[chosen], self.high[chosen]
        )

    def joined(self, other: "_Branches") -> "_Branches":
        return _Branches(
            np.concatenate([self.tree, other.tree]),
            np.concatenate([self.node, other.node]),
            np.concatenate([self.feature, other.feature]),
            np.concatenate([self.low, other.low]),
            np.concatenate([self.high, other.high]),
        )


def staircases(trees: Trees, row: FloatArray) -> Staircases:
    """The summed leaf values along each feature of the finite `row` (14,).

    All features are walked at once, and only the branches that leave the row's own path: elsewhere nothing changes.
    """
    compared = row.astype(np.float32).astype(np.float64)
    node = trees.roots
    low, high = np.full((len(trees), _FEATURES), -np.inf), np.full((len(trees), _FEATURES), np.inf)
    none = np.empty(0, dtype=np.int32)
    away = _Branches(none, none, none, np.empty(0), np.empty(0))
    for _ in range(trees.depth):
        away = _descended(trees, compared, away)
        node, leaving = _stepped(trees, compared, node, low, high)
        away = away.joined(leaving)
    leaves = trees.values[node]
    return _summed(away, leaves.sum(axis=0), trees.values[away.node] - leaves[away.tree])


def _stepped(
    trees: Trees, compared: FloatArray, node: NodeArray, low: FloatArray, high: FloatArray
) -> tuple[NodeArray, _Branches]:
    """One level down the row's own path, and the branches that leave it there. `low` and `high` (trees, 14), between
    which each feature stays on the path, are narrowed in place."""
    tree = np.arange(len(trees), dtype=np.int32)
    asked, threshold = trees.feature[node], trees.threshold[node]
    is_left = compared[asked] <= threshold
    own = np.where(is_left, trees.left[node], trees.right[node])
    other = np.where(is_left, trees.right[node], trees.left[node])
    begins, ends = low[tree, asked], high[tree, asked]
    from_, to = np.where(is_left, threshold, begins), np.where(is_left, ends, threshold)
    is_inner = own != node
    high[tree, asked] = np.where(is_inner & is_left, np.minimum(ends, threshold), ends)
    low[tree, asked] = np.where(is_inner & ~is_left, np.maximum(begins, threshold), begins)
    return own, _Branches(tree, other, asked, from_, to).only(is_inner & (from_ < to))


def _descended(trees: Trees, compared: FloatArray, at: _Branches) -> _Branches:
    """One level down: a node that asks for the branch's feature goes both ways, each for its part of the interval."""
    asked, threshold = trees.feature[at.node], trees.threshold[at.node]
    left, right = trees.left[at.node], trees.right[at.node]
    splits = (asked == at.feature) & (left != at.node)
    single = np.where(compared[asked] <= threshold, left, right)
    ends = np.where(splits, np.minimum(at.high, threshold), at.high)
    begins = np.maximum(at.low, threshold)
    first = _Branches(at.tree, np.where(splits, left, single), at.feature, at.low, ends)
    second = _Branches(at.tree, right, at.feature, begins, at.high)
    return first.only(at.low < ends).joined(second.only(splits & (begins < at.high)))


def _summed(away: _Branches, base: FloatArray, change: FloatArray) -> Staircases:
    """`base` (3,), and on each branch's interval its `change` (n, 3) added."""
    thresholds, begins, ends = _stairs(away)
    lengths = [len(each) + 1 for each in thresholds]
    firsts = np.cumsum([0, *lengths])
    steps = np.zeros((firsts[-1] + 1, CLASSES))
    for side in range(CLASSES):
        steps[:, side] += np.bincount(begins, weights=change[:, side], minlength=len(steps))
        steps[:, side] -= np.bincount(ends, weights=change[:, side], minlength=len(steps))
    return Staircases(thresholds, base + np.cumsum(steps, axis=0)[:-1])


def _stairs(
    away: _Branches,
) -> tuple[tuple[FloatArray, ...], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The thresholds of each feature; and of each branch the stair, all features' counted on, that its interval begins
    with, and the one after its last."""
    bounds, feature = np.concatenate([away.low, away.high]), np.concatenate([away.feature, away.feature])
    order = np.lexsort((bounds, feature))
    bounds, feature = bounds[order], feature[order]
    is_threshold = np.isfinite(bounds)
    is_threshold[1:] &= (bounds[1:] != bounds[:-1]) | (feature[1:] != feature[:-1])
    place = np.empty(len(order), dtype=np.int64)
    # An upper bound of infinity is one stair past the feature's last threshold: where the next feature begins.
    place[order] = np.cumsum(is_threshold) + feature + (bounds == np.inf)
    parts = np.searchsorted(feature[is_threshold], np.arange(1, _FEATURES))
    return tuple(np.split(bounds[is_threshold], parts)), place[: len(away.low)], place[len(away.low) :]
