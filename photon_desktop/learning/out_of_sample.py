"""How good predictions were on bars the model had not seen, beside what knowing nothing would have scored."""

from dataclasses import dataclass

import numpy as np

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.labels import IntArray
from photon_desktop.trading.bars import FloatArray

_LEAST_PROBABILITY = 1e-12


@dataclass(frozen=True, slots=True)
class OutOfSample:
    """`n` predictions whose outcome is known.

    `accuracy`: share in which the likeliest class came true. `balanced_accuracy`: mean over the classes that occurred
    of the share of each that was told (a coin scores 1/3 on three). `log_loss`: mean of -ln p(what came true), nats.
    `majority_accuracy` and `prior_log_loss`: the same two for someone who knows only how often each class came in
    the rows each prediction was trained on.
    """

    n: int
    accuracy: float
    balanced_accuracy: float
    log_loss: float
    majority_accuracy: float
    prior_log_loss: float


def score(probabilities: FloatArray, classes: IntArray, priors: FloatArray) -> OutOfSample:
    """Score `probabilities` (n, 3) against `classes` (n,) 0 SELL, 1 HOLD, 2 BUY, beside `priors` (n, 3).

    Raises NotEnoughDataError for n = 0.
    """
    if len(classes) == 0:
        raise NotEnoughDataError("No prediction has a known outcome yet; give more bars.")
    told = np.argmax(probabilities, axis=1)
    return OutOfSample(
        n=len(classes),
        accuracy=float(np.mean(told == classes)),
        balanced_accuracy=float(np.mean([np.mean(told[classes == each] == each) for each in np.unique(classes)])),
        log_loss=_log_loss(probabilities, classes),
        majority_accuracy=float(np.mean(np.argmax(priors, axis=1) == classes)),
        prior_log_loss=_log_loss(priors, classes),
    )


def _log_loss(probabilities: FloatArray, classes: IntArray) -> float:
    of_what_came = probabilities[np.arange(len(classes)), classes]
    return float(-np.mean(np.log(np.maximum(of_what_came, _LEAST_PROBABILITY))))
