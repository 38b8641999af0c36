"""Whether a model has shown an edge, or nothing that luck on a market without one would not have shown as well.

The model's whole way of working, labels, features, purged walk-forward and calibration, is gone through again on 20
permuted markets. To be quick this is done with fewer trees than the model has, on the permuted markets and on the real
one alike: like is compared with like.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from photon_desktop.learning.gains import total_gain
from photon_desktop.learning.learners import Learner
from photon_desktop.learning.model import Model
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.permutation import permuted_market
from photon_desktop.learning.samples import learning_window, make_samples
from photon_desktop.learning.training import TrainingRequest, seed_of
from photon_desktop.learning.validation import validate
from photon_desktop.learning.verdict import EvidenceTest
from photon_desktop.trading.bars import Bars

PERMUTATIONS = 20
_SHARE = 0.95
_TREES = {ModelType.RANDOM_FOREST: 30, ModelType.GRADIENT_BOOSTING: 20}


def gain_on_market(bars: Bars, request: TrainingRequest, permutation: int | None) -> float:
    """The walk-forward gain on `bars`, or on their `permutation` number 0 and up. One task for a worker process.

    The same arguments give the same gain. Raises what training raises.
    """
    window = learning_window(bars, request.window)
    seed = seed_of(request, int(window.times[-1]))
    market = window if permutation is None else permuted_market(window, seed + permutation)
    samples = make_samples(market, request.round_trip_cost)
    learner = replace(_learner(request, seed), seed=seed + (0 if permutation is None else permutation + 1))
    validated = validate(samples, learner)
    return total_gain(validated.probabilities, samples.classes[validated.tested], validated.priors)


def weigh(model: Model, gain: float, permuted: Sequence[float]) -> Model:
    """`model` with the verdict that these gains, all of its bars and request, lead to. `permuted` must not be empty."""
    direction = None if model.manifest.gains is None else model.manifest.gains.direction
    test = EvidenceTest(
        gain=gain,
        gain_to_beat=float(np.quantile(permuted, _SHARE)),
        p_value=(1 + sum(other >= gain for other in permuted)) / (1 + len(permuted)),
        direction_low=None if direction is None else direction.low,
        permutations=len(permuted),
        trees=min(_TREES[model.manifest.model_type], int(model.manifest.parameters["trees"])),
    )
    return replace(model, manifest=replace(model.manifest, evidence=test.verdict, evidence_test=test))


def _learner(request: TrainingRequest, seed: int) -> Learner:
    model_type = ModelType.parse(request.model_type)
    return Learner.standard(model_type, seed, min(_TREES[model_type], request.trees or _TREES[model_type]))
