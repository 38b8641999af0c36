from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.labels import HORIZON
from photon_desktop.learning.samples import Samples, make_samples
from photon_desktop.learning.validation import training_weights, validate
from tests.learning.markets import fair_bars


@dataclass
class RecordingLearner:
    """Remembers what it was given and predicts the same for every row."""

    trained_on: list[np.ndarray] = field(default_factory=list)
    tested_on: list[np.ndarray] = field(default_factory=list)

    def fit_to_score(self, features: np.ndarray, classes: np.ndarray, weights: np.ndarray) -> Any:
        self.trained_on.append(features)
        assert len(features) == len(classes) == len(weights)
        return self

    def probabilities(self, features: np.ndarray) -> np.ndarray:
        self.tested_on.append(features)
        return np.tile([0.2, 0.5, 0.3], (len(features), 1))


def test_each_fit_sees_only_labels_settled_before_its_block() -> None:
    samples = make_samples(fair_bars(920), 0.003)
    row_of = {row.tobytes(): place for place, row in enumerate(samples.features)}
    learner = RecordingLearner()
    validated = validate(samples, learner)  # type: ignore[arg-type]
    assert len(learner.trained_on) == 6
    for trained, tested in zip(learner.trained_on, learner.tested_on, strict=True):
        train = [row_of[row.tobytes()] for row in trained]
        test = [row_of[row.tobytes()] for row in tested]
        assert samples.touches[train].max() < samples.rows[test].min()
        assert samples.rows[train].max() < samples.rows[test].min() - HORIZON
    tested = np.concatenate(learner.tested_on)
    assert np.array_equal(samples.features[validated.tested], tested)
    assert validated.probabilities.sum(axis=1) == pytest.approx(np.ones(len(tested)))
    assert validated.probabilities[:99] == pytest.approx(validated.priors[:99])  # nothing was predicted before


def test_what_comes_later_changes_no_earlier_training() -> None:
    samples = make_samples(fair_bars(920), 0.003)
    other = Samples(samples.features, samples.classes.copy(), samples.rows, samples.touches, 0)
    other.classes[400:] = 0
    first, second = RecordingLearner(), RecordingLearner()
    validate(samples, first)  # type: ignore[arg-type]
    validate(other, second)  # type: ignore[arg-type]
    assert all(np.array_equal(a, b) for a, b in zip(first.trained_on, second.trained_on, strict=True))


def test_too_few_rows_to_train_and_test_apart_are_refused() -> None:
    samples = make_samples(fair_bars(200 + HORIZON + 60), 0.003)
    with pytest.raises(NotEnoughDataError, match="give more bars"):
        validate(samples, RecordingLearner())  # type: ignore[arg-type]


def test_weights_count_overlaps_among_the_chosen_rows_only() -> None:
    samples = make_samples(fair_bars(920), 0.003)
    alone = training_weights(samples, np.array([5]))
    assert alone == pytest.approx([1.0])
    assert training_weights(samples)[5] < 0.3
