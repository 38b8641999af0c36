"""The accuracy that a shuffled split promises, and why nobody should believe it.

Labels of neighbouring bars overlap: each looks up to 24 bars ahead over the same prices. Shuffled into training and
test rows, the test's answers are in the training. Such figures come out alike on a market that can't be predicted at
all. Here they stand only beside the honest ones, made the way they usually are: four fifths to train on, one to test
on, scikit-learn's model as it comes, no purge, no weights.
"""

from typing import Any

import numpy as np

from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.samples import Samples

_TEST_SHARE = 0.2


def shuffled_split_accuracy(samples: Samples, model_type: ModelType, seed: int) -> float:
    """The share of the shuffled test rows that were told right. Costs a fit; `samples` hold two classes or more."""
    order = np.random.default_rng(seed).permutation(len(samples))
    cut = len(samples) - round(_TEST_SHARE * len(samples))
    train, test = order[:cut], order[cut:]
    model = _as_it_comes(model_type, seed).fit(samples.features[train], samples.classes[train])
    return float(np.mean(model.predict(samples.features[test]) == samples.classes[test]))


def _as_it_comes(model_type: ModelType, seed: int) -> Any:
    from sklearn.ensemble import (  # noqa: PLC0415 - a second's import, for fitting only
        GradientBoostingClassifier,
        RandomForestClassifier,
    )

    if model_type is ModelType.RANDOM_FOREST:
        return RandomForestClassifier(n_jobs=1, random_state=seed)
    return GradientBoostingClassifier(random_state=seed)
