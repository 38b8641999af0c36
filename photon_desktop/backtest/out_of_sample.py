"""How good predictions were on bars the model had not seen, beside what knowing nothing would have scored."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.trading.bars import FloatArray

CLASSES = 3  # SELL, HOLD, BUY
_LEAST_PROBABILITY = 1e-12


@dataclass(frozen=True, slots=True)
class OutOfSample:
    """`n` predictions whose outcome is known.

    `accuracy`: share in which the likeliest class came true. `balanced_accuracy`: mean over the classes that occurred
    of the share of each that was told (a coin scores 1/3 on three). `log_loss`: mean of -ln p(what came true), nats.
    `majority_accuracy` and `prior_log_loss`: the same two for someone who knows only how often each class came before
    each prediction's training ended.
    """

    n: int
    accuracy: float
    balanced_accuracy: float
    log_loss: float
    majority_accuracy: float
    prior_log_loss: float


def score(probabilities: FloatArray, labels: npt.NDArray[np.int64], priors: FloatArray) -> OutOfSample:
    """Score `probabilities` (n, 3) against `labels` (n,) 0 SELL, 1 HOLD, 2 BUY, beside `priors` (n, 3).

    `priors` are the class shares in each prediction's own training rows, so that the yardstick sees no future either.
    Raises NotEnoughDataError for n = 0.
    """
    if len(labels) == 0:
        raise NotEnoughDataError("No prediction has a known outcome yet; give more bars.")
    told = np.argmax(probabilities, axis=1)
    return OutOfSample(
        n=len(labels),
        accuracy=float(np.mean(told == labels)),
        balanced_accuracy=float(np.mean([np.mean(told[labels == label] == label) for label in np.unique(labels)])),
        log_loss=_log_loss(probabilities, labels),
        majority_accuracy=float(np.mean(np.argmax(priors, axis=1) == labels)),
        prior_log_loss=_log_loss(priors, labels),
    )


def _log_loss(probabilities: FloatArray, labels: npt.NDArray[np.int64]) -> float:
    of_what_came = probabilities[np.arange(len(labels)), labels]
    return float(-np.mean(np.log(np.maximum(of_what_came, _LEAST_PROBABILITY))))
