"""How well a model told what it had not seen, beside knowing nothing, and how sure that is."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.bootstrap import Estimate, block_length, estimate, of_draws, resampled
from photon_desktop.learning.gains import log_of
from photon_desktop.learning.labels import CLASSES, IntArray
from photon_desktop.trading.bars import FloatArray


@dataclass(frozen=True, slots=True)
class Accuracy:
    """`n` out-of-sample predictions whose outcome is known. Each figure has the 5%, 20%, 80% and 95% bounds of a
    circular block bootstrap in blocks of `block` bars.

    `accuracy`, `balanced_accuracy` and `log_loss` (nats) as in `OutOfSample`, beside `majority_accuracy` and
    `prior_log_loss` of someone who knows only how often each class came. `accuracy_gain` and `log_loss_gain` are what
    the model is better by, row by row: under 0 where it is worse.
    """

    n: int
    block: int
    accuracy: Estimate
    balanced_accuracy: Estimate
    log_loss: Estimate
    majority_accuracy: Estimate
    prior_log_loss: Estimate
    accuracy_gain: Estimate
    log_loss_gain: Estimate


def accuracy_of(probabilities: FloatArray, classes: FloatArray, priors: FloatArray, seed: int) -> Accuracy:
    """Figures of `probabilities` (bars, 3) and `priors` (bars, 3), NaN where nothing was told, given what came:
    `classes` (bars,), NaN where that is not known. The same arguments give the same bounds.

    Raises NotEnoughDataError where nothing was told of which the outcome is known.
    """
    known = np.isfinite(probabilities).all(axis=1) & np.isfinite(classes)
    if not known.any():
        raise NotEnoughDataError("No prediction has a known outcome yet; give more bars.")
    places = np.flatnonzero(known)
    span = slice(int(places[0]), int(places[-1]) + 1)  # rows without a prediction keep their place in a block
    known, told, usual = known[span], np.nan_to_num(probabilities[span]), np.nan_to_num(priors[span])
    came = np.where(known, classes[span], 0).astype(np.int64)
    rows = np.arange(len(known))
    hit, usual_hit = (_where(known, np.argmax(each, axis=1) == came) for each in (told, usual))
    loss, usual_loss = (_where(known, -log_of(each[rows, came])) for each in (told, usual))
    counts = known.astype(np.float64)
    return Accuracy(
        n=int(known.sum()),
        block=block_length(len(known)),
        accuracy=estimate(hit, counts, seed),
        balanced_accuracy=_balanced(hit, came, counts, seed),
        log_loss=estimate(loss, counts, seed),
        majority_accuracy=estimate(usual_hit, counts, seed),
        prior_log_loss=estimate(usual_loss, counts, seed),
        accuracy_gain=estimate(hit - usual_hit, counts, seed),
        log_loss_gain=estimate(usual_loss - loss, counts, seed),
    )


def _balanced(hit: FloatArray, came: IntArray, counts: FloatArray, seed: int) -> Estimate:
    """The mean over the classes that came of the share of each that was told, drawn with its classes' shares."""
    members = [counts * (came == each) for each in range(CLASSES)]
    columns = np.stack([hit * member for member in members] + members)
    return of_draws(float(_mean_share(columns.sum(axis=1))), _mean_share(resampled(columns, seed)))


def _mean_share(sums: FloatArray) -> FloatArray:
    told, there = sums[:CLASSES], sums[CLASSES:]
    shares = np.divide(told, there, out=np.zeros_like(told), where=there > 0)
    mean: FloatArray = shares.sum(axis=0) / np.count_nonzero(there > 0, axis=0)
    return mean


def _where(known: npt.NDArray[np.bool_], values: npt.NDArray[Any]) -> FloatArray:
    return np.where(known, values, 0.0)
