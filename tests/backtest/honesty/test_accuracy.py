import numpy as np
import pytest

from photon_desktop.backtest.honesty.accuracy import accuracy_of
from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.out_of_sample import score
from photon_desktop.trading.bars import FloatArray

BARS = 3_000


def told(skill: float, seed: int = 1) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Probabilities that lean to what comes by `skill`, what came, and priors; the ends and some bars have none."""
    random = np.random.default_rng(seed)
    classes = random.choice(3, BARS, p=(0.25, 0.5, 0.25)).astype(np.float64)
    priors = np.tile((0.25, 0.5, 0.25), (BARS, 1))
    leaning = (
        priors
        + skill * (np.eye(3)[classes.astype(int)] - priors)
        + 0.05 * random.normal(0, 1, (BARS, 1)) * (np.array([1, 0, -1]))
    )
    leaning[:400] = np.nan
    leaning[700:900] = np.nan
    classes[-24:] = np.nan
    return leaning, classes, priors


def test_the_figures_are_those_of_the_score() -> None:
    probabilities, classes, priors = told(0.18)
    known = np.isfinite(probabilities[:, 0]) & np.isfinite(classes)
    plain = score(probabilities[known], classes[known].astype(np.int64), priors[known])
    found = accuracy_of(probabilities, classes, priors, 1)
    assert found.n == plain.n
    for name in ("accuracy", "balanced_accuracy", "log_loss", "majority_accuracy", "prior_log_loss"):
        assert getattr(found, name).value == pytest.approx(getattr(plain, name)), name
    assert found.log_loss_gain.value == pytest.approx(plain.prior_log_loss - plain.log_loss)
    assert found.accuracy_gain.value == pytest.approx(plain.accuracy - plain.majority_accuracy)


def test_every_figure_stands_between_its_bounds() -> None:
    found = accuracy_of(*told(0.18), 1)
    for name in ("accuracy", "balanced_accuracy", "log_loss", "majority_accuracy", "prior_log_loss", "log_loss_gain"):
        each = getattr(found, name)
        assert each.low < each.value < each.high, name


def test_skill_is_told_from_none() -> None:
    assert accuracy_of(*told(0.18), 1).log_loss_gain.low > 0
    assert accuracy_of(*told(0.0), 1).log_loss_gain.low <= 0


def test_the_same_seed_gives_the_same_bounds() -> None:
    assert accuracy_of(*told(0.18), 7) == accuracy_of(*told(0.18), 7)


def test_a_class_that_came_once_does_not_break_the_draws_it_is_missing_from() -> None:
    probabilities, classes, priors = told(0.18)
    classes[classes == 2] = 1.0
    classes[1_500] = 2.0
    found = accuracy_of(probabilities, classes, priors, 1)
    assert 0 < found.balanced_accuracy.low <= found.balanced_accuracy.high < 1


def test_nothing_told_is_refused() -> None:
    probabilities, classes, priors = told(0.18)
    with pytest.raises(NotEnoughDataError, match="known outcome"):
        accuracy_of(np.full_like(probabilities, np.nan), classes, priors, 1)
