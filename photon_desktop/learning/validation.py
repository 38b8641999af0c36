"""Honest figures: six models, each trained on the past only and scored on the block of bars that followed.

What is scored is what would have been said then: each block's probabilities are calibrated on the blocks before it,
never on itself. So the first block, before which nothing was predicted yet, says the base rates.
"""

from dataclasses import dataclass

import numpy as np

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.calibration import Calibration
from photon_desktop.learning.calibration_forward import Outcomes, calibrate_forward, calibration_of
from photon_desktop.learning.ensemble import FlatEnsemble
from photon_desktop.learning.labels import IntArray
from photon_desktop.learning.learners import Learner
from photon_desktop.learning.samples import Samples
from photon_desktop.learning.splits import Fold, embargo_bars, walk_forward
from photon_desktop.learning.weights import base_rates, effective_samples, recency, trade_lift, uniqueness
from photon_desktop.trading.bars import FloatArray

LEAST_TRAINING_ROWS = 30


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A model of the past, and the positions `tested` (n,) in the samples of the rows after it that it was tried on."""

    ensemble: FlatEnsemble
    tested: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Validated:
    """`probabilities` (n, 3) as they would have been told, and `priors` (n, 3), the base rates known then, of the rows
    at the positions `tested` (n,) in the samples; `calibration` as fitted on all of them, for the model itself; and the
    `blocks` they came from."""

    tested: IntArray
    probabilities: FloatArray
    priors: FloatArray
    calibration: Calibration
    blocks: tuple[Block, ...]


def training_weights(samples: Samples, chosen: slice | IntArray = slice(None)) -> FloatArray:
    """Uniqueness times recency times trades' lift of the chosen rows, each counted among these rows only."""
    rows, touches = samples.rows[chosen], samples.touches[chosen]
    weights: FloatArray = uniqueness(rows, touches) * recency(rows)
    if samples.results is not None:
        weights = weights * trade_lift(samples.results[chosen], weights)
    return weights


def expected_shares(samples: Samples, chosen: slice | IntArray = slice(None)) -> FloatArray:
    """The base rates that the chosen rows lead to expect, shape (3,)."""
    rows, touches = samples.rows[chosen], samples.touches[chosen]
    return base_rates(samples.classes[chosen], training_weights(samples, chosen), effective_samples(rows, touches))


def validate(samples: Samples, learner: Learner) -> Validated:
    """Walk-forward predictions of `learner` on `samples`.

    Blocks with fewer than 30 rows or one single class before them are left out; NotEnoughDataError when none is left.
    """
    folds = [fold for fold in walk_forward(samples.rows, samples.touches) if _can_teach(samples, fold)]
    if not folds:
        raise NotEnoughDataError(
            f"{len(samples)} labelled bars are too few to train on the past and test on what followed; give more bars."
        )
    blocks = tuple(Block(_fit_before(samples, fold, learner), fold.test) for fold in folds)
    told = np.concatenate([block.ensemble.probabilities(samples.features[block.tested]) for block in blocks])
    priors = np.concatenate([np.tile(expected_shares(samples, fold.train), (len(fold.test), 1)) for fold in folds])
    tested = np.concatenate([block.tested for block in blocks])
    outcomes = Outcomes(samples.classes[tested], samples.rows[tested], samples.touches[tested])
    starts = [int(samples.rows[fold.test[0]]) for fold in folds]
    said = calibrate_forward(told, priors, outcomes, starts, embargo_bars(len(samples)))
    return Validated(tested, said, priors, calibration_of(told, priors, outcomes), blocks)


def _can_teach(samples: Samples, fold: Fold) -> bool:
    return len(fold.train) >= LEAST_TRAINING_ROWS and len(np.unique(samples.classes[fold.train])) > 1


def _fit_before(samples: Samples, fold: Fold, learner: Learner) -> FlatEnsemble:
    weights = training_weights(samples, fold.train)
    return learner.fit_to_score(samples.features[fold.train], samples.classes[fold.train], weights)
