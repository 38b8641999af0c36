from math import log

import numpy as np
import pytest

from photon_desktop.backtest.out_of_sample import score
from photon_desktop.errors import NotEnoughDataError


def test_scores_by_hand() -> None:
    probabilities = np.array([[0.7, 0.2, 0.1], [0.2, 0.5, 0.3], [0.1, 0.6, 0.3], [0.3, 0.3, 0.4]])
    labels = np.array([0, 1, 2, 2])
    priors = np.array([[0.2, 0.5, 0.3]] * 3 + [[0.2, 0.3, 0.5]])
    scores = score(probabilities, labels, priors)
    assert scores.n == 4
    assert scores.accuracy == 0.75
    assert scores.balanced_accuracy == pytest.approx((1 + 1 + 0.5) / 3)
    assert scores.log_loss == pytest.approx(-(log(0.7) + log(0.5) + log(0.3) + log(0.4)) / 4)
    assert scores.majority_accuracy == 0.5
    assert scores.prior_log_loss == pytest.approx(-(log(0.2) + log(0.5) + log(0.3) + log(0.5)) / 4)


def test_a_certain_prediction_that_fails_costs_much_and_not_infinitely_much() -> None:
    scores = score(np.array([[1.0, 0.0, 0.0]]), np.array([2]), np.array([[0.0, 1.0, 0.0]]))
    assert 20 < scores.log_loss < 40
    assert 20 < scores.prior_log_loss < 40


def test_predicting_the_prior_scores_as_the_prior() -> None:
    generator = np.random.default_rng(4)
    priors = generator.dirichlet([2, 3, 2], 500)
    labels = generator.integers(0, 3, 500)
    scores = score(priors, labels, priors)
    assert (scores.accuracy, scores.log_loss) == (scores.majority_accuracy, scores.prior_log_loss)


def test_nothing_to_score_is_refused() -> None:
    with pytest.raises(NotEnoughDataError, match="known outcome"):
        score(np.empty((0, 3)), np.empty(0, dtype=np.int64), np.empty((0, 3)))
