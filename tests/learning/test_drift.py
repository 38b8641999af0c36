import time

import numpy as np
import pytest

from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.drift import DriftGuard, DriftReading, drifted, proposes_retrain
from photon_desktop.learning.model import Model
from photon_desktop.learning.samples import Samples, make_samples
from photon_desktop.trading.features import compute_features
from tests.learning.markets import fair_bars


@pytest.fixture(scope="module")
def samples() -> Samples:
    return make_samples(fair_bars(1_500), 0.003)


@pytest.fixture(scope="module")
def guard(samples: Samples) -> DriftGuard:
    return DriftGuard.of(samples)


def test_a_training_row_is_no_distance_away(guard: DriftGuard, samples: Samples) -> None:
    assert guard.read(samples.features[77]).distance == pytest.approx(0)


def test_the_limit_is_what_one_row_in_a_hundred_passes_when_its_neighbours_are_left_out(
    guard: DriftGuard, samples: Samples
) -> None:
    scaled = (samples.features - np.median(samples.features, axis=0)) / guard.scale
    apart = np.sqrt(((scaled[:, None] - scaled[None, ::1]) ** 2).sum(axis=2))
    apart[np.abs(samples.rows[:, None] - samples.rows) <= 24] = np.inf
    nearest = apart.min(axis=1)
    assert guard.distances[0] == pytest.approx(nearest.mean())
    assert guard.limit == pytest.approx(np.quantile(nearest / nearest.mean(), 0.99))


def test_an_ordinary_bar_is_within_the_limit_and_a_foreign_one_is_not(guard: DriftGuard) -> None:
    later = compute_features(fair_bars(2_500, seed=3))[300:]
    beyond = np.mean([guard.read(row).is_beyond for row in later[::10]])
    assert beyond < 0.1
    foreign = later[0] + 6 * guard.scale
    reading = guard.read(foreign)
    assert reading.is_beyond
    assert reading.share > 1


def test_a_reading_says_how_far_of_its_limit_it_is() -> None:
    assert DriftReading(3.0, 2.0).share == 1.5
    assert not DriftReading(2.0, 2.0).is_beyond


def test_a_feature_that_is_mostly_one_value_does_not_blow_distances_up(guard: DriftGuard) -> None:
    assert guard.scale.min() > 0
    assert guard.scale[11] == 1.0  # the RSI's state: neutral most of the time


def test_the_same_market_has_not_drifted_and_a_wilder_one_has(guard: DriftGuard, samples: Samples) -> None:
    assert drifted(guard.psi(samples.features)) == ()
    moved = samples.features.copy()
    moved[:, [0, 3, 5]] += 2 * guard.scale[[0, 3, 5]]
    psi = guard.psi(moved)
    assert drifted(psi) == ("close", "sma10", "rsi14")
    assert proposes_retrain(psi)
    moved[:, 5] = samples.features[:, 5]
    assert not proposes_retrain(guard.psi(moved))


def test_the_index_is_what_its_definition_says(guard: DriftGuard, samples: Samples) -> None:
    half = samples.features[samples.features[:, 5] > np.median(samples.features[:, 5])]
    psi = guard.psi(half)
    assert psi is not None
    then, now = np.full(10, 0.1), np.array([0.001] * 5 + [0.2] * 5)
    assert psi["rsi14"] == pytest.approx(((now - then) * np.log(now / then)).sum(), rel=0.05)


def test_too_few_rows_have_no_index(guard: DriftGuard, samples: Samples) -> None:
    assert guard.psi(samples.features[:199]) is None
    assert not proposes_retrain(None)


def test_a_model_tells_drift_and_nothing_where_it_can_not(forest_model: Model) -> None:
    features = compute_features(fair_bars(400, seed=5))
    reading = forest_model.drift(features[-1])
    assert reading is not None
    assert reading.limit == forest_model.manifest.drift_limit
    assert forest_model.drift(features[5]) is None
    assert Model(forest_model.manifest, forest_model.ensemble).drift(features[-1]) is None


def test_a_year_of_hours_is_searched_in_a_millisecond() -> None:
    random = np.random.default_rng(1)
    rows = random.normal(size=(9_000, 14))
    guard = DriftGuard(np.zeros(14), np.ones(14), rows, np.array([1.0, 2.0]), np.zeros((14, 9)), np.full((14, 10), 0.1))
    spent = []
    for row in random.normal(size=(21, 14)):
        begun = time.perf_counter()
        guard.read(row)
        spent.append(time.perf_counter() - begun)
    assert sorted(spent)[10] < 0.002


@pytest.mark.parametrize("name", ["center", "scale", "rows", "distances", "edges", "shares"])
def test_arrays_that_are_no_guard_are_refused(name: str, guard: DriftGuard) -> None:
    arrays = {each: column.copy() for each, column in guard.arrays().items()}
    arrays[name].flat[0] = np.nan
    with pytest.raises(ValueRefusedError, match=name):
        DriftGuard(**arrays)
    arrays[name] = guard.arrays()[name][:-1]
    with pytest.raises(ValueRefusedError):
        DriftGuard(**arrays | ({"rows": guard.rows[:0]} if name == "rows" else {}))
