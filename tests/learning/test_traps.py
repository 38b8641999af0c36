"""The ways in which a model seems to know the future: each is laid on purpose here, to see that it would be noticed."""

import numpy as np
import pytest

from photon_desktop.learning.gains import total_gain
from photon_desktop.learning.gate import gate
from photon_desktop.learning.labels import triple_barrier
from photon_desktop.learning.learners import Learner
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.permutation import permuted_market
from photon_desktop.learning.samples import Samples, make_samples
from photon_desktop.learning.splits import Fold, purged, walk_forward
from photon_desktop.learning.validation import validate
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.features import compute_features
from tests.learning.markets import fair_bars, rising_bars

LEARNER = Learner.standard(ModelType.RANDOM_FOREST, 1, trees=20)
COST = 0.003


@pytest.fixture(scope="module")
def permuted() -> Samples:
    return make_samples(permuted_market(fair_bars(1_800, seed=9), 4), COST)


def gain_of(samples: Samples) -> float:
    validated = validate(samples, LEARNER)
    return total_gain(validated.probabilities, samples.classes[validated.tested], validated.priors)


def shuffled_folds(rows: np.ndarray, touches: np.ndarray) -> list[Fold]:
    """What others do: any rows to train on, any others to test on, in the order of time."""
    order = np.random.default_rng(1).permutation(len(rows))
    tests = np.array_split(order, 6)
    return [Fold(np.sort(np.setdiff1d(order, test)), np.sort(test)) for test in tests]


def test_a_shuffled_split_finds_a_gain_on_a_market_that_has_none_and_ours_does_not(
    permuted: Samples, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = gain_of(permuted)
    assert honest < 0.01
    told, came, priors = [], [], []
    for fold in shuffled_folds(permuted.rows, permuted.touches):
        ensemble = LEARNER.fit_to_score(
            permuted.features[fold.train], permuted.classes[fold.train], np.ones(len(fold.train))
        )
        told.append(ensemble.probabilities(permuted.features[fold.test]))
        came.append(permuted.classes[fold.test])
        share = np.bincount(permuted.classes[fold.train], minlength=3) / len(fold.train)
        priors.append(np.tile(share, (len(fold.test), 1)))
    leaked = total_gain(np.concatenate(told), np.concatenate(came), np.concatenate(priors))
    assert leaked > honest + 0.03


def test_a_feature_that_knows_the_label_is_seen_in_the_gain(permuted: Samples) -> None:
    features = permuted.features.copy()
    features[:, 4] = permuted.classes + np.random.default_rng(1).normal(0, 0.3, len(permuted))
    leaking = Samples(features, permuted.classes, permuted.rows, permuted.touches, 0)
    assert gain_of(leaking) > 0.2


def test_a_purge_by_count_lets_a_late_label_by_and_ours_does_not() -> None:
    rows, touches, start = np.array([0, 1, 2]), np.array([3, 30, 6]), 10
    by_count = rows < start - 3
    assert touches[by_count].max() >= start
    assert touches[purged(touches, start)].max() < start
    assert purged(touches, start).tolist() == [True, False, True]


def test_folds_without_an_embargo_touch_what_they_test() -> None:
    rows = np.arange(200, 900)
    for fold in walk_forward(rows, rows + 24):
        assert rows[fold.test].min() - rows[fold.train].max() > 24


def test_early_touches_of_the_newest_bars_would_be_moves_only() -> None:
    bars = rising_bars(300, step=0.01)
    assert np.isnan(triple_barrier(bars, COST).classes[-24:]).all()
    longer = triple_barrier(rising_bars(330, step=0.01), COST).classes[276:300]
    assert (longer == 2).all()  # taking these early would have called every one a rise


def test_scaling_by_the_whole_history_is_found_by_cutting_it() -> None:
    def globally_scaled(bars: Bars) -> np.ndarray:
        return (bars.close - bars.close.mean()) / bars.close.std()

    bars = fair_bars(500)
    for cut in (15, 34, 99, 150, 300):
        part = bars.part(0, cut)
        assert not np.allclose(globally_scaled(part), globally_scaled(bars)[:cut])
        np.testing.assert_array_equal(compute_features(part), compute_features(bars)[:cut])


@pytest.mark.slow
def test_the_gate_mostly_rejects_the_same_model_with_another_seed(permuted: Samples) -> None:
    cut = len(permuted) * 2 // 3
    train, test = slice(0, cut - 30), slice(cut, None)

    def losses(seed: int) -> np.ndarray:
        learner = Learner.standard(ModelType.RANDOM_FOREST, seed, trees=20)
        ensemble = learner.fit(permuted.features[train], permuted.classes[train], np.ones(cut - 30))
        told = ensemble.probabilities(permuted.features[test])
        return -np.log(np.maximum(told[np.arange(len(told)), permuted.classes[test]], 1e-3))

    champion = losses(0)
    promoted = [gate(champion, losses(seed), seed).is_promoted for seed in range(1, 25)]
    assert np.mean(promoted) < 0.6
