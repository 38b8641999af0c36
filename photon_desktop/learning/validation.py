"""Honest figures: six models, each trained on the past only and scored on the block of bars that followed."""

import numpy as np

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.learning.labels import IntArray
from photon_desktop.learning.learners import Learner
from photon_desktop.learning.out_of_sample import OutOfSample, score
from photon_desktop.learning.samples import Samples
from photon_desktop.learning.splits import Fold, walk_forward
from photon_desktop.learning.weights import class_shares, recency, uniqueness
from photon_desktop.trading.bars import FloatArray

LEAST_TRAINING_ROWS = 30


def training_weights(samples: Samples, chosen: slice | IntArray = slice(None)) -> FloatArray:
    """Uniqueness times recency of the chosen rows, each counted among these rows only."""
    rows, touches = samples.rows[chosen], samples.touches[chosen]
    weights: FloatArray = uniqueness(rows, touches) * recency(rows)
    return weights


def validate(samples: Samples, learner: Learner) -> OutOfSample:
    """Walk-forward figures of `learner` on `samples`.

    Blocks with fewer than 30 rows or one single class before them are left out; NotEnoughDataError when none is left.
    """
    folds = [fold for fold in walk_forward(samples.rows, samples.touches) if _can_teach(samples, fold)]
    if not folds:
        raise NotEnoughDataError(
            f"{len(samples)} labelled bars are too few to train on the past and test on what followed; give more bars."
        )
    told, priors = zip(*(_predict_block(samples, fold, learner) for fold in folds), strict=True)
    tested = np.concatenate([fold.test for fold in folds])
    return score(np.concatenate(told), samples.classes[tested], np.concatenate(priors))


def _can_teach(samples: Samples, fold: Fold) -> bool:
    return len(fold.train) >= LEAST_TRAINING_ROWS and len(np.unique(samples.classes[fold.train])) > 1


def _predict_block(samples: Samples, fold: Fold, learner: Learner) -> tuple[FloatArray, FloatArray]:
    """Probabilities for the block's rows, and what the base rates of its training rows would have said."""
    classes = samples.classes[fold.train]
    weights = training_weights(samples, fold.train)
    ensemble = learner.fit_to_score(samples.features[fold.train], classes, weights)
    prior = class_shares(classes, weights)
    return ensemble.probabilities(samples.features[fold.test]), np.tile(prior, (len(fold.test), 1))
