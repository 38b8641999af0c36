"""scikit-learn's fitted ensembles turned into flat arrays, with the balancing of classes taken back.

Rows of rare classes weigh more in training so that trees split for them too. What a leaf then says is too high for
them. In a forest the classes' masses in each leaf are divided by the factors they were lifted by, which gives the
leaf's honest shares; in boosting the logarithms of the factors leave the starting score, which does the same to the
softmax. Either way the mean probability returns to the base rate.
"""

from typing import Any

import numpy as np

from photon_desktop.learning.ensemble import BoostingEnsemble, ForestEnsemble
from photon_desktop.learning.growing import Grown
from photon_desktop.learning.labels import CLASSES, IntArray
from photon_desktop.learning.trees import NodeArray, Trees, levels
from photon_desktop.trading.bars import FloatArray


def flatten_forest(grown: Grown, lifted: FloatArray) -> ForestEnsemble:
    """The forest of trees that were `grown` with their classes `lifted` (3,) by these factors."""
    classes, parts = grown.classes, grown.trees
    masses = np.zeros((sum(part.node_count for part in parts), CLASSES))
    of_leaves = np.concatenate([part.value[:, 0, :] * part.weighted_n_node_samples[:, None] for part in parts])
    masses[:, classes] = of_leaves / lifted[classes]
    feature, threshold, left, right, roots = _linked(parts)
    for level in reversed(levels(left, right, roots)[:-1]):
        inner = level[left[level] != level]
        masses[inner] = masses[left[inner]] + masses[right[inner]]
    shares = masses / masses.sum(axis=1, keepdims=True)
    return ForestEnsemble(Trees(feature, threshold, left, right, shares, roots))


def flatten_boosting(boosting: Any, lifted: FloatArray) -> BoostingEnsemble:
    """The trees of a fitted GradientBoostingClassifier, whose classes were `lifted` (3,) by these factors.

    With two classes scikit-learn fits one tree a stage, for the score of the second over the first.
    """
    classes = np.asarray(boosting.classes_, dtype=np.int64)
    scored = classes if len(classes) == CLASSES else classes[1:]
    parts = [estimator.tree_ for estimator in boosting.estimators_.ravel()]
    of_class = np.concatenate(
        [np.full(part.node_count, scored[i % len(scored)], dtype=np.int64) for i, part in enumerate(parts)]
    )
    steps = np.concatenate([part.value[:, 0, 0] for part in parts]) * boosting.learning_rate
    weights = np.concatenate([part.weighted_n_node_samples for part in parts])
    feature, threshold, left, right, roots = _linked(parts)
    steps = _mean_of_leaves(steps, weights, left, right, roots)
    values = np.zeros((len(steps), CLASSES))
    values[np.arange(len(steps)), of_class] = steps
    trees = Trees(feature, threshold, left, right, values, roots)
    start = _start(boosting, trees, classes, scored)
    start[classes] -= np.log(lifted[classes])
    return BoostingEnsemble(trees, start)


def _linked(parts: list[Any]) -> tuple[NodeArray, FloatArray, NodeArray, NodeArray, NodeArray]:
    """Feature, threshold, left, right and roots of all trees, children counted through."""
    sizes = np.array([part.node_count for part in parts])
    roots = (np.cumsum(sizes) - sizes).astype(np.int32)
    offsets = np.repeat(roots, sizes)
    nodes = np.arange(len(offsets), dtype=np.int32)
    children_left = np.concatenate([part.children_left for part in parts])
    is_leaf = children_left < 0
    left = np.where(is_leaf, nodes, children_left + offsets).astype(np.int32)
    children_right = np.concatenate([part.children_right for part in parts])
    right = np.where(is_leaf, nodes, children_right + offsets).astype(np.int32)
    feature = np.where(is_leaf, 0, np.concatenate([part.feature for part in parts])).astype(np.int32)
    threshold = np.where(is_leaf, 0.0, np.concatenate([part.threshold for part in parts]))
    return feature, threshold, left, right, roots


def _mean_of_leaves(
    steps: FloatArray, weights: FloatArray, left: NodeArray, right: NodeArray, roots: NodeArray
) -> FloatArray:
    """`steps` with each inner node's replaced by the weighted mean of its leaves'."""
    averaged = steps.copy()
    for level in reversed(levels(left, right, roots)[:-1]):
        inner = level[left[level] != level]
        one, other = left[inner], right[inner]
        summed = averaged[one] * weights[one] + averaged[other] * weights[other]
        averaged[inner] = summed / (weights[one] + weights[other])
    return averaged


def _start(boosting: Any, trees: Trees, classes: IntArray, scored: IntArray) -> FloatArray:
    """The score before the first tree: scikit-learn's score of some row, less what our trees add to it."""
    row = np.zeros((1, boosting.n_features_in_))
    whole = np.atleast_1d(np.squeeze(boosting.decision_function(row)))
    start = np.full(CLASSES, -np.inf)
    start[classes] = 0.0
    start[scored] = whole - trees.sums(row)[0, scored]
    return start
