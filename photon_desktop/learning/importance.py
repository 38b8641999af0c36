"""What each input was worth: how much worse a model foretells bars it has not seen when that input is mixed up.

Lopez de Prado calls it mean decrease accuracy, taken in log loss (Advances in Financial Machine Learning, ch. 8). The
trees' own importance, how much an input parted the training rows, is not shown: it never falls below zero, and gives an
input of pure noise its share.
"""

from collections.abc import Sequence

import numpy as np

from photon_desktop.learning.gains import log_of
from photon_desktop.learning.samples import Samples
from photon_desktop.learning.validation import Block
from photon_desktop.trading.features import FEATURE_NAMES

Importance = tuple[tuple[str, float], ...]


def permutation_importance(samples: Samples, blocks: Sequence[Block], seed: int) -> Importance:
    """By feature, the largest first: the rise in nats of the mean log loss over all tested rows when the feature's
    values are permuted within each block; below zero where the models did better without it.

    Inputs that say the same stand in for each other: each of them looks worth less than both are. The trees'
    probabilities are taken as they are, before calibration draws them back.
    """
    rises = np.zeros(len(FEATURE_NAMES))
    random = np.random.default_rng(seed)
    for block in blocks:
        features, rows = samples.features[block.tested], np.arange(len(block.tested))
        came = samples.classes[block.tested]
        order = random.permutation(len(rows))
        told = log_of(block.ensemble.probabilities(features)[rows, came]).sum()
        for feature in range(len(FEATURE_NAMES)):
            mixed = features.copy()
            mixed[:, feature] = features[order, feature]
            rises[feature] += told - log_of(block.ensemble.probabilities(mixed)[rows, came]).sum()
    rises /= sum(len(block.tested) for block in blocks)
    pairs = zip(FEATURE_NAMES, rises.tolist(), strict=True)
    return tuple(sorted(pairs, key=lambda pair: -pair[1]))
