import numpy as np
import pytest

from photon_desktop.learning.labels import HORIZON
from photon_desktop.learning.samples import LARGEST_WINDOW, learning_window, make_samples
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.features import compute_features
from photon_desktop.trading.indicators import WARM_UP_BARS
from tests.learning.markets import HOUR, fair_bars, still_bars


def test_rows_lie_between_warm_up_and_horizon_and_are_finite() -> None:
    samples = make_samples(fair_bars(920), 0.003)
    assert samples.rows[0] == WARM_UP_BARS
    assert samples.rows[-1] == 920 - HORIZON - 1
    assert np.isfinite(samples.features).all()
    assert samples.features.shape == (len(samples), 14)
    assert samples.dropped == 0
    assert (samples.touches > samples.rows).all()


def test_a_row_is_the_features_of_its_bar() -> None:
    bars = fair_bars(500)
    samples = make_samples(bars, 0.003)
    assert samples.features == pytest.approx(compute_features(bars)[samples.rows])


def test_rows_without_movement_are_dropped_and_counted() -> None:
    samples = make_samples(still_bars(400), 0.003)
    assert len(samples) == 0
    assert samples.dropped == 400 - WARM_UP_BARS - HORIZON


def test_a_market_without_reported_volume_can_be_learnt_from() -> None:
    bars = fair_bars(500)
    silent = Bars.of(bars.times, bars.open, bars.high, bars.low, bars.close, np.zeros(500))
    samples = make_samples(silent, 0.003)
    assert samples.dropped == 0
    assert (samples.features[:, 1] == 0).all()


def test_no_more_than_a_year_of_hours_is_used() -> None:
    window = learning_window(fair_bars(10_000))
    assert len(make_samples(window, 0.003)) == LARGEST_WINDOW
    assert int(window.times[-1]) == 9_999 * HOUR
