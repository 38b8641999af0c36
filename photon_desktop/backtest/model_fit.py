"""The fit of one block's model: the live trainer's samples, weights and learner, without its own validation."""

from dataclasses import dataclass

import numpy as np

from photon_desktop.backtest.walk_forward import Fitted
from photon_desktop.learning.drift import DriftGuard
from photon_desktop.learning.learners import Learner
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.samples import make_samples
from photon_desktop.learning.training import LEAST_EFFECTIVE_SAMPLES, TrainingRequest, seed_of
from photon_desktop.learning.validation import expected_shares, training_weights
from photon_desktop.learning.weights import effective_samples
from photon_desktop.trading.bars import Bars

_SEEDS = 2**32


@dataclass(frozen=True, slots=True)
class ModelFit:
    """Fits models as `request` says; `seed` is added to the seed that the symbol, the interval and the newest bar give.

    The same bars give the same model, in any process.
    """

    request: TrainingRequest
    seed: int

    def __call__(self, bars: Bars) -> Fitted | None:
        """The model of `bars`, or None where the trainer would refuse them: under 30 effective samples, or one class.

        Labels that are not settled by the last of `bars` are left out.
        """
        samples = make_samples(bars, self.request.round_trip_cost)
        if effective_samples(samples.rows, samples.touches) < LEAST_EFFECTIVE_SAMPLES:
            return None
        if len(np.unique(samples.classes)) < 2:
            return None
        seed = (seed_of(self.request, int(bars.times[-1])) + self.seed) % _SEEDS
        weights = training_weights(samples)
        learner = Learner.standard(ModelType.parse(self.request.model_type), seed)
        ensemble = learner.fit_to_score(samples.features, samples.classes, weights)
        return Fitted(ensemble.probabilities, expected_shares(samples), DriftGuard.of(samples).shares_of)
