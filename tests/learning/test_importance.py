import numpy as np

from photon_desktop.learning.importance import permutation_importance
from photon_desktop.learning.learners import Learner
from photon_desktop.learning.model import Model
from photon_desktop.learning.model_type import ModelType
from photon_desktop.learning.samples import Samples, make_samples
from photon_desktop.learning.validation import validate
from photon_desktop.trading.features import FEATURE_NAMES
from tests.learning.markets import fair_bars

RSI = FEATURE_NAMES.index("rsi14")


def told_by_rsi() -> Samples:
    """Labels that follow from one input alone: its sign."""
    samples = make_samples(fair_bars(1_500), 0.003)
    classes = np.where(samples.features[:, RSI] > 0, 2, 0)
    return Samples(samples.features, classes, samples.rows, samples.touches, 0)


def importance(samples: Samples, model_type: ModelType = ModelType.RANDOM_FOREST) -> tuple[tuple[str, float], ...]:
    return permutation_importance(samples, validate(samples, Learner.standard(model_type, 3, 20)).blocks, 3)


def test_the_input_that_tells_all_is_worth_most() -> None:
    for model_type in ModelType:
        worth = importance(told_by_rsi(), model_type)
        assert worth[0][0] == "rsi14"
        assert worth[0][1] > 0.05 > worth[-1][1]


def test_each_input_has_its_worth_and_the_largest_comes_first(forest_model: Model) -> None:
    names, worths = zip(*forest_model.manifest.importance, strict=True)
    assert sorted(names) == sorted(FEATURE_NAMES)
    assert list(worths) == sorted(worths, reverse=True)


def test_an_input_that_no_tree_looks_at_is_worth_nothing() -> None:
    samples = told_by_rsi()
    samples.features[:, 0] = 1.0
    assert dict(importance(samples))[FEATURE_NAMES[0]] == 0


def test_the_same_samples_have_the_same_worths() -> None:
    assert importance(told_by_rsi()) == importance(told_by_rsi())
