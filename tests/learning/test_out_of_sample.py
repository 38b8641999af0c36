import numpy as np
import pytest

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.out_of_sample import score


def test_figures_match_those_counted_by_hand() -> None:
    told = np.array([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3], [0.2, 0.2, 0.6], [0.2, 0.5, 0.3]])
    prior = np.tile([0.25, 0.5, 0.25], (4, 1))
    figures = score(told, np.array([0, 1, 1, 2]), prior)
    assert figures.n == 4
    assert figures.accuracy == 0.5
    assert figures.balanced_accuracy == pytest.approx((1 + 0.5 + 0) / 3)
    assert figures.log_loss == pytest.approx(-np.mean(np.log([0.5, 0.6, 0.2, 0.3])))
    assert figures.majority_accuracy == 0.5
    assert figures.prior_log_loss == pytest.approx(-np.mean(np.log([0.25, 0.5, 0.5, 0.25])))


def test_a_certainty_that_did_not_come_true_costs_much_but_not_infinitely() -> None:
    certain = np.array([[1.0, 0.0, 0.0]])
    assert score(certain, np.array([2]), certain).log_loss == pytest.approx(-np.log(1e-12))


def test_nothing_to_score_is_refused() -> None:
    with pytest.raises(NotEnoughDataError, match="give more bars"):
        score(np.empty((0, 3)), np.empty(0, dtype=np.int64), np.empty((0, 3)))
