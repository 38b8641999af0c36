import numpy as np
import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.cases import PastCases
from photon_desktop.learning.labels import HORIZON, barrier_distances
from photon_desktop.learning.model import Model
from photon_desktop.learning.samples import make_samples
from photon_desktop.trading.features import compute_features
from tests.learning.markets import HOUR, fair_bars

BARS = fair_bars(920)  # what the models of the fixtures were trained on


def test_the_nearest_case_of_a_training_row_is_itself_and_tells_what_followed(forest_model: Model) -> None:
    samples = make_samples(BARS, 0.003)
    barriers = barrier_distances(BARS.close, 0.003)
    for place in (3, 250, 500):
        row = int(samples.rows[place])
        case = forest_model.nearest_cases(samples.features[place])[0]
        assert (case.time, case.distance) == ((row + 1) * HOUR, pytest.approx(0))
        assert case.outcome == ("SELL", "HOLD", "BUY")[samples.classes[place]]
        assert case.bars == samples.touches[place] - row
        expected = {
            "BUY": barriers[row],
            "SELL": -barriers[row],
            "HOLD": np.log(BARS.close[row + case.bars] / BARS.open[row + 1]),
        }
        assert case.log_return == pytest.approx(expected[case.outcome])


def test_five_are_told_from_near_to_far_and_none_of_the_same_day(forest_model: Model) -> None:
    row = compute_features(fair_bars(400, seed=5))[-1]
    cases = forest_model.nearest_cases(row)
    distances = [case.distance for case in cases]
    assert len(cases) == 5
    assert distances == sorted(distances)
    times = np.sort([case.time for case in cases])
    assert (np.diff(times) > HORIZON * HOUR).all()
    reading = forest_model.drift(row)
    assert reading is not None
    assert distances[0] == pytest.approx(reading.distance)


def test_a_bar_whose_inputs_are_not_numbers_is_like_no_other(forest_model: Model) -> None:
    assert forest_model.nearest_cases(compute_features(BARS)[5]) == ()
    row = compute_features(BARS)[-1]
    assert Model(forest_model.manifest, forest_model.ensemble).nearest_cases(row) == ()


@pytest.mark.parametrize("name", ["closes", "classes", "lasted", "returns"])
def test_arrays_that_are_no_cases_are_refused(name: str, forest_model: Model) -> None:
    assert forest_model.cases is not None
    arrays = {each: column.copy() for each, column in forest_model.cases.arrays().items()}
    with pytest.raises(ValueRefusedError, match="past cases"):
        PastCases(**arrays | {name: arrays[name][:-1] if name != "closes" else arrays[name].astype(np.float64)})
    if name in ("classes", "lasted"):
        arrays[name][0] = 25
        with pytest.raises(ValueRefusedError, match="an outcome that no label has"):
            PastCases(**arrays)
