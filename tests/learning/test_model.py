import subprocess
import sys

import numpy as np
import pytest

from photon_desktop.learning.model import Model
from photon_desktop.trading.features import FEATURE_NAMES, compute_features
from tests.learning.markets import fair_bars


@pytest.fixture(params=["forest_model", "boosting_model"])
def model(request: pytest.FixtureRequest) -> Model:
    found: Model = request.getfixturevalue(request.param)
    return found


def test_one_row_and_many_rows_say_the_same(model: Model) -> None:
    features = compute_features(fair_bars(400, seed=5))[300:]
    many = model.predict_many(features)
    for row, expected in zip(features, many, strict=True):
        prediction = model.predict(row)
        assert prediction is not None
        assert prediction.by_class == pytest.approx(expected, abs=1e-15)
        assert sum(prediction.by_class) == pytest.approx(1.0, abs=1e-12)


def test_contributions_are_named_sorted_and_add_up_to_the_lean(model: Model) -> None:
    row = compute_features(fair_bars(400, seed=5))[-1]
    prediction, explained = model.predict(row), model.ensemble.explain(row)
    assert prediction is not None
    assert {name for name, _ in prediction.contributions} == set(FEATURE_NAMES)
    sizes = [abs(value) for _, value in prediction.contributions]
    assert sizes == sorted(sizes, reverse=True)
    calibration, prior = model.manifest.calibration, np.array(model.manifest.base_rates)
    base = calibration.apply(explained.base, prior)
    lean = prediction.buy - prediction.sell - (base[2] - base[0])
    assert sum(value for _, value in prediction.contributions) == pytest.approx(lean, abs=1e-12)


def test_inputs_that_are_not_numbers_give_no_prediction(model: Model) -> None:
    features = compute_features(fair_bars(120))
    assert model.predict(features[50]) is None
    many = model.predict_many(features)
    assert np.isnan(many[50]).all()
    assert np.isfinite(many[-1]).all()


def test_deciding_loads_no_learning_library() -> None:
    code = (
        "import sys, photon_desktop.learning.decision, photon_desktop.learning.files, photon_desktop.learning.fitting;"
        "sys.exit(any(name in sys.modules for name in ('sklearn', 'scipy', 'joblib', 'PySide6')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
