"""Forests grown without repeating the same work for each tree: those that scikit-learn's own fit gives, to the bit."""

from typing import Any

import numpy as np
import pytest

from photon_desktop.learning import growing
from photon_desktop.learning.growing import Grown, fitted, grow, grown_of
from photon_desktop.learning.learners import new_forest

ARRAYS = ("feature", "threshold", "children_left", "children_right", "value", "weighted_n_node_samples", "impurity")


def lesson(count: int, classes: list[int], seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features on a grid and off it, two rows alike, classes of all sizes, weights from hardly any to many."""
    random = np.random.default_rng(seed)
    features = random.normal(size=(count, 14))
    features[:, ::2] = np.round(features[:, ::2], 1)
    features[1] = features[0]
    places = np.digitize(features[:, 0] + random.normal(size=count), np.linspace(-1, 1.5, len(classes) - 1))
    return features, np.array(classes)[places], random.uniform(1e-6, 3, count) ** 2


def assert_equal(one: Grown, other: Grown) -> None:
    assert np.array_equal(one.classes, other.classes)
    assert len(one.trees) == len(other.trees)
    for tree, as_tree in zip(one.trees, other.trees, strict=True):
        for name in ARRAYS:
            assert np.array_equal(getattr(tree, name), getattr(as_tree, name)), name


@pytest.mark.parametrize("classes", [[0, 1, 2], [0, 2], [1, 2]])
@pytest.mark.parametrize("count", [31, 200, 1_776])
def test_trees_equal_scikit_learns_to_the_bit(count: int, classes: list[int]) -> None:
    for seed in (0, 7, 2**32 - 1):
        rows, labels, weights = lesson(count, classes, seed)
        theirs = grown_of(fitted(new_forest(6, seed), rows, labels, weights))
        assert_equal(grow(new_forest(6, seed), rows, labels, weights), theirs)


def test_the_installed_scikit_learn_grows_the_same_both_ways() -> None:
    assert growing._is_as_fitted()


def test_a_setting_not_known_here_leaves_the_forest_to_scikit_learn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growing, "_grown", never)
    rows, labels, weights = lesson(200, [0, 1, 2], 3)
    forest = new_forest(4, 3).set_params(max_features=5)
    told = grow(forest, rows, labels, weights)
    assert_equal(told, grown_of(fitted(forest, rows, labels, weights)))


@pytest.mark.parametrize("error", [TypeError, ImportError, AttributeError, ValueError])
def test_another_scikit_learn_fits_forests_itself(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def refused(*arguments: Any) -> Any:
        raise error("another builder")

    monkeypatch.setattr(growing, "_tree", refused)
    assert fresh_trial(monkeypatch) is False
    rows, labels, weights = lesson(200, [0, 1, 2], 3)
    theirs = grown_of(fitted(new_forest(4, 3), rows, labels, weights))
    assert_equal(grow(new_forest(4, 3), rows, labels, weights), theirs)


def test_trees_that_differ_in_a_bit_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    other = growing._tree

    def counted_twice(forest: Any, rows: Any, wanted: Any, counts: Any, classes: int, random: Any) -> Any:
        return other(forest, rows, wanted, 2 * counts, classes, random)

    monkeypatch.setattr(growing, "_tree", counted_twice)
    assert fresh_trial(monkeypatch) is False


def fresh_trial(monkeypatch: pytest.MonkeyPatch) -> bool:
    """The trial of this process, made again with what is patched."""
    trial = growing._is_as_fitted.__wrapped__
    found: bool = trial()
    monkeypatch.setattr(growing, "_is_as_fitted", lambda: found)
    return found


def never(*arguments: Any) -> Any:
    raise AssertionError("grown here")
