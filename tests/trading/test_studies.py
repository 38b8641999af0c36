"""Curves laid over a chart, each against its formula worked out by hand."""

import numpy as np
import pytest

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.studies import (
    average_true_range,
    bollinger_bands,
    convergence,
    exponential_average,
    relative_strength,
    session_numbers,
    volume_weighted_price,
)

HOUR = 3_600_000_000_000


def some_bars(count: int = 120, step: int = HOUR) -> Bars:
    rng = np.random.default_rng(3)
    close = 100 * np.exp(np.cumsum(rng.normal(0, 0.01, count)))
    opens = np.concatenate([[100.0], close[:-1]])
    high, low = np.maximum(opens, close) * 1.004, np.minimum(opens, close) * 0.995
    return Bars.of(np.arange(count) * step, opens, high, low, close, rng.uniform(1, 9, count))


def test_the_exponential_average_begins_with_the_mean_and_forgets() -> None:
    close = some_bars().close
    average = exponential_average(close, 9)
    assert np.isnan(average[:8]).all()
    expected = close[:9].mean()
    for price in close[9:]:
        expected += 2 / 10 * (price - expected)
    assert average[-1] == pytest.approx(expected)


def test_the_bands_stand_two_deviations_about_the_mean() -> None:
    close = some_bars().close
    upper, middle, lower = bollinger_bands(close, 20)
    assert middle[-1] == pytest.approx(close[-20:].mean())
    assert upper[-1] - middle[-1] == pytest.approx(2 * close[-20:].std())
    assert middle[-1] - lower[-1] == pytest.approx(2 * close[-20:].std())


def test_the_strength_is_wilders() -> None:
    close = some_bars().close
    steps = np.diff(close)
    gain, loss = np.maximum(steps, 0)[:14].mean(), np.maximum(-steps, 0)[:14].mean()
    for step in steps[14:]:
        gain, loss = (13 * gain + max(step, 0.0)) / 14, (13 * loss + max(-step, 0.0)) / 14
    assert relative_strength(close, 14)[-1] == pytest.approx(100 - 100 / (1 + gain / loss))


def test_the_true_range_counts_the_gap_to_the_close_before() -> None:
    bars = some_bars()
    before = bars.close[:-1]
    reach = np.maximum(bars.high[1:], before) - np.minimum(bars.low[1:], before)
    expected = reach[:14].mean()
    for step in reach[14:]:
        expected = (13 * expected + step) / 14
    assert average_true_range(bars, 14)[-1] == pytest.approx(expected)


def test_the_histogram_is_the_line_less_its_signal() -> None:
    line, signal, difference = convergence(some_bars().close, 5, 13, 4)
    np.testing.assert_allclose(difference[20:], line[20:] - signal[20:])


def test_the_weighted_price_begins_anew_each_day() -> None:
    bars = some_bars(72)
    weighted = volume_weighted_price(bars, session_numbers(bars.times))
    typical = (bars.high + bars.low + bars.close) / 3
    assert weighted[24] == pytest.approx(typical[24])
    expected = np.average(typical[24:40], weights=bars.volume[24:40])
    assert weighted[39] == pytest.approx(expected)


def test_bars_of_a_day_have_the_year_for_a_session() -> None:
    bars = some_bars(400, 24 * HOUR)
    numbers = session_numbers(bars.times)
    assert numbers[364] == numbers[0]
    assert numbers[365] == numbers[0] + 1


def test_without_volume_there_is_no_weighted_price() -> None:
    bars = some_bars(10)
    silent = Bars.of(bars.times, bars.open, bars.high, bars.low, bars.close, np.zeros(10))
    assert np.isnan(volume_weighted_price(silent, session_numbers(silent.times))).all()
    assert len(volume_weighted_price(Bars.empty(), session_numbers(Bars.empty().times))) == 0
