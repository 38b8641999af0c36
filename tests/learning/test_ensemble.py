import time
from typing import Any

import numpy as np
import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.ensemble import FlatEnsemble, digest, ensemble_of
from photon_desktop.learning.flatten import flatten_boosting, flatten_forest
from photon_desktop.learning.growing import grown_of
from photon_desktop.learning.learners import Learner, new_boosting, new_forest
from photon_desktop.learning.model_type import ModelType

UNLIFTED = np.ones(3)
FLATTEN = {new_forest: lambda forest, lifted: flatten_forest(grown_of(forest), lifted), new_boosting: flatten_boosting}


def rows(count: int, seed: int = 1) -> np.ndarray:
    """Features on a grid, so that many lie exactly on a threshold, and off it."""
    random = np.random.default_rng(seed)
    features = random.normal(size=(count, 14))
    features[:, ::2] = np.round(features[:, ::2], 1)
    features[:, 9] = random.integers(-1, 2, count)
    return features


def fitted(new: Any, classes: list[int], seed: int = 3, trees: int = 15) -> tuple[Any, FlatEnsemble]:
    features = rows(400)
    wave = features[:, 0] + 0.5 * features[:, 3] + np.random.default_rng(seed).normal(size=400)
    places = np.digitize(wave, np.quantile(wave, np.linspace(0, 1, len(classes) + 1)[1:-1]))
    labels = np.array(classes)[places]
    weights = np.random.default_rng(seed).uniform(0.2, 1.8, 400)
    theirs = new(trees, seed).fit(features, labels, weights)
    return theirs, FLATTEN[new](theirs, UNLIFTED)


@pytest.mark.parametrize("new", [new_forest, new_boosting])
@pytest.mark.parametrize("classes", [[0, 1, 2], [0, 1], [0, 2], [1, 2]])
def test_probabilities_equal_scikit_learns_by_class_even_with_one_missing(new: Any, classes: list[int]) -> None:
    theirs, ours = fitted(new, classes)
    features = rows(600, seed=2)
    expected = np.zeros((600, 3))
    expected[:, theirs.classes_] = theirs.predict_proba(features)
    assert np.abs(ours.probabilities(features) - expected).max() < 1e-12


@pytest.mark.parametrize("new", [new_forest, new_boosting])
def test_features_are_compared_as_float32(new: Any) -> None:
    theirs, ours = fitted(new, [0, 1, 2])
    trees = [tree.tree_ for tree in theirs.estimators_.ravel()] if new is new_boosting else [
        tree.tree_ for tree in theirs.estimators_
    ]  # fmt: skip
    features = rows(1)
    for tree in trees:
        for feature, threshold in zip(tree.feature, tree.threshold, strict=True):
            if feature < 0:
                continue
            for value in (threshold, np.nextafter(threshold, np.inf), threshold + 1e-9, np.float32(threshold)):
                features[0, feature] = value
                assert ours.probabilities(features) == pytest.approx(theirs.predict_proba(features), abs=1e-12)


@pytest.mark.parametrize("new", [new_forest, new_boosting])
@pytest.mark.parametrize("classes", [[0, 1, 2], [1, 2], [0, 2]])
def test_base_and_contributions_add_up_to_the_probabilities(new: Any, classes: list[int]) -> None:
    _, ours = fitted(new, classes, trees=60)
    for row in rows(40, seed=5):
        explained = ours.explain(row)
        assert explained.contributions.shape == (14, 3)
        assert np.abs(explained.base + explained.contributions.sum(axis=0) - explained.probabilities).max() < 1e-12
        assert explained.probabilities.sum() == pytest.approx(1.0, abs=1e-12)
        assert np.abs(explained.contributions.sum(axis=1)).max() < 1e-12  # what one class gains the others lose


@pytest.mark.parametrize("new", [new_forest, new_boosting])
def test_a_feature_no_tree_asks_for_contributes_nothing(new: Any) -> None:
    features = rows(400)
    features[:, 4] = 1.0
    labels = np.random.default_rng(1).integers(0, 3, 400)
    ours = FLATTEN[new](new(10, 1).fit(features, labels, np.ones(400)), UNLIFTED)
    assert (ours.explain(features[0]).contributions[4] == 0).all()


def test_undoing_the_balance_gives_a_forests_leaves_their_honest_shares() -> None:
    random = np.random.default_rng(8)
    features, labels = rows(3_000), random.choice(3, 3_000, p=[0.1, 0.7, 0.2])
    learner = Learner.standard(ModelType.RANDOM_FOREST, 5, trees=40)
    told = learner.fit(features, labels, np.ones(3_000)).probabilities(rows(2_000, seed=6)).mean(axis=0)
    assert told == pytest.approx(np.bincount(labels) / 3_000, abs=0.02)


def test_undoing_the_balance_returns_boosting_to_the_base_rates() -> None:
    random = np.random.default_rng(8)
    features, labels = rows(3_000), random.choice(3, 3_000, p=[0.1, 0.7, 0.2])
    learner = Learner.standard(ModelType.GRADIENT_BOOSTING, 5, trees=20)
    told = learner.fit(features, labels, np.ones(3_000)).probabilities(rows(2_000, seed=6)).mean(axis=0)
    assert told == pytest.approx(np.bincount(labels) / 3_000, abs=0.02)


def test_each_tree_draws_as_many_rows_as_there_are_and_grows_leaves() -> None:
    learner = Learner.standard(ModelType.RANDOM_FOREST, 5, trees=10)
    weights = np.full(700, 0.001)  # unscaled, these draw not one row a tree from scikit-learn 1.9 on
    ensemble = learner.fit(rows(700), np.random.default_rng(2).integers(0, 3, 700), weights)
    arrays = ensemble.arrays()
    leaves = (arrays["left"] == np.arange(len(arrays["left"]))).sum() / len(arrays["roots"])
    assert leaves > 10


def test_one_row_of_a_full_forest_is_explained_in_a_few_milliseconds() -> None:
    _, ours = fitted(new_forest, [0, 1, 2], trees=300)
    row = rows(1)[0]
    ours.explain(row)
    times = []
    for _ in range(9):
        started = time.perf_counter()
        ours.explain(row)
        times.append(time.perf_counter() - started)
    assert sorted(times)[4] < 0.010


def test_arrays_make_the_same_ensemble_again() -> None:
    for new in (new_forest, new_boosting):
        _, ours = fitted(new, [0, 1, 2])
        again = ensemble_of({name: column.copy() for name, column in ours.arrays().items()})
        assert type(again) is type(ours)
        assert digest(again) == digest(ours)


def broken(change: str) -> dict[str, np.ndarray]:
    _, ours = fitted(new_boosting, [0, 1, 2], trees=2)
    arrays: dict[str, Any] = {name: column.copy() for name, column in ours.arrays().items()}
    inner = int(np.flatnonzero(arrays["left"] != np.arange(len(arrays["left"])))[1])
    match change:
        case "loop":
            arrays["left"][inner] = 0
        case "past the end":
            arrays["right"][inner] = len(arrays["left"])
        case "shared child":
            arrays["right"][inner] = arrays["left"][inner]
        case "unknown feature":
            arrays["feature"][inner] = 14
        case "not a number":
            arrays["values"][inner, 0] = np.nan
        case "other type":
            arrays["threshold"] = arrays["threshold"].astype(np.float32)
        case "other shape":
            arrays["values"] = arrays["values"][:, :2]
        case "missing":
            del arrays["feature"]
        case "foreign":
            arrays["extra"] = np.zeros(3)
        case "no trees":
            arrays["roots"] = arrays["roots"][:0]
        case "bad start":
            arrays["start"] = np.full(3, np.nan)
        case "bad root":
            arrays["roots"][0] = -1
    return arrays


@pytest.mark.parametrize(
    "change",
    ["loop", "past the end", "shared child", "unknown feature", "not a number", "other type", "other shape", "missing",
     "foreign", "no trees", "bad start", "bad root"],
)  # fmt: skip
def test_arrays_that_are_no_ensemble_are_refused(change: str) -> None:
    with pytest.raises(ValueRefusedError):
        ensemble_of(broken(change))
