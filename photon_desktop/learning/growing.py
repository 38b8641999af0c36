"""A forest's trees grown by scikit-learn's own builder, without asking anew for each tree what is the same for all.

`RandomForestClassifier.fit` clones, checks and encodes for every tree; with some thousand rows that takes a third of
the time. Here it is done once a forest. The builder is a part of scikit-learn that may change with any version, so a
process first grows a small forest both ways: unless they are equal to the bit, forests are fitted by `fit`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from photon_desktop.learning.labels import IntArray
from photon_desktop.trading.bars import FloatArray

_OBEYED = {"n_estimators", "random_state", "max_depth", "min_samples_leaf", "n_jobs"}
_SEEDS = np.iinfo(np.int32).max  # as scikit-learn draws them
_TRIAL_ROWS, _TRIAL_TREES = 300, 3


@dataclass(frozen=True, slots=True, eq=False)
class Grown:
    """The `classes` (k,) that occurred, rising, and scikit-learn's `trees` (`tree_` of each of its estimators)."""

    classes: IntArray
    trees: list[Any]


def grow(forest: Any, features: FloatArray, classes: IntArray, weights: FloatArray) -> Grown:
    """What the RandomForestClassifier `forest` would be, fitted to finite `features` (n, m), `classes` and `weights`
    (n,): the same to the bit."""
    if _is_plain(forest) and _is_as_fitted():
        return _grown(forest, features, classes, weights)
    return grown_of(fitted(forest, features, classes, weights))


def grown_of(forest: Any) -> Grown:
    """What a fitted RandomForestClassifier holds."""
    return Grown(np.asarray(forest.classes_, dtype=np.int64), [tree.tree_ for tree in forest.estimators_])


def fitted(estimator: Any, features: FloatArray, classes: IntArray, weights: FloatArray) -> Any:
    """`estimator`, fitted without looking at the same numbers and parameters again for each of its trees."""
    from sklearn import config_context  # noqa: PLC0415 - a second's import, for fitting only

    with config_context(assume_finite=True, skip_parameter_validation=True):
        return estimator.fit(features, classes, weights)


def _is_plain(forest: Any) -> bool:
    """Whether the forest has no setting that is not obeyed here."""
    usual = type(forest)().get_params(deep=False)
    chosen = forest.get_params(deep=False)
    is_usual = all(value == usual[name] for name, value in chosen.items() if name not in _OBEYED)
    return is_usual and isinstance(chosen["max_depth"], int) and isinstance(chosen["min_samples_leaf"], int)


@cache
def _is_as_fitted() -> bool:
    """Whether this version of scikit-learn grows the same trees both ways."""
    from sklearn.ensemble import RandomForestClassifier  # noqa: PLC0415 - a second's import, for fitting only

    random = np.random.RandomState(0)
    features, weights = random.normal(size=(_TRIAL_ROWS, 5)), random.uniform(0.2, 1.8, _TRIAL_ROWS)
    classes = np.digitize(features[:, 0] + random.normal(size=_TRIAL_ROWS), (-0.5, 0.5))
    forest = RandomForestClassifier(_TRIAL_TREES, max_depth=6, min_samples_leaf=5, random_state=1)
    try:
        ours = _grown(forest, features, classes, weights)
    except (ImportError, AttributeError, TypeError, ValueError):
        return False  # the builder is another one
    theirs = grown_of(fitted(forest, features, classes, weights))
    return np.array_equal(ours.classes, theirs.classes) and all(map(_are_equal, ours.trees, theirs.trees))


def _are_equal(one: Any, other: Any) -> bool:
    names = ("feature", "threshold", "children_left", "children_right", "value", "weighted_n_node_samples")
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names)


def _grown(forest: Any, features: FloatArray, classes: IntArray, weights: FloatArray) -> Grown:
    """Rows are drawn with the weights as probabilities, as scikit-learn does from 1.9 on."""
    found, places = np.unique(classes, return_inverse=True)
    rows = np.ascontiguousarray(features, dtype=np.float32)
    wanted = places.astype(np.float64)[:, None]
    reached = np.cumsum(weights / np.sum(weights))
    reached /= reached[-1]
    seeds = np.random.RandomState(forest.random_state)
    trees = []
    for _ in range(forest.n_estimators):
        random = np.random.RandomState(seeds.randint(_SEEDS))
        begin = random.get_state(legacy=False)
        drawn = reached.searchsorted(random.random_sample(len(rows)), side="right")
        random.set_state(begin)  # the tree's own draws begin where the rows' did
        counts = np.bincount(drawn, minlength=len(rows)).astype(np.float64)
        trees.append(_tree(forest, rows, wanted, counts, len(found), random))
    return Grown(found.astype(np.int64), trees)


def _tree(
    forest: Any,
    rows: np.ndarray[Any, np.dtype[np.float32]],
    wanted: FloatArray,
    counts: FloatArray,
    classes: int,
    random: np.random.RandomState,
) -> Any:
    """One tree of `rows`, each counted as often as `counts` says."""
    from sklearn.tree._criterion import Gini  # noqa: PLC0415 - a second's import, for fitting only
    from sklearn.tree._splitter import BestSplitter  # noqa: PLC0415
    from sklearn.tree._tree import DepthFirstTreeBuilder, Tree  # noqa: PLC0415

    per_output = np.array([classes], dtype=np.intp)
    asked = max(1, int(np.sqrt(rows.shape[1])))  # features at each split
    leaf = forest.min_samples_leaf
    splitter = BestSplitter(Gini(1, per_output), asked, leaf, 0.0, random, None)
    tree = Tree(rows.shape[1], per_output, 1)
    builder = DepthFirstTreeBuilder(splitter, max(2, 2 * leaf), leaf, 0.0, forest.max_depth, 0.0)
    builder.build(tree, rows, wanted, counts, None)
    return tree
