import time

import numpy as np
import pytest

from photon_desktop.learning.labels import BUY, HOLD, HORIZON, SELL, barrier_distances, triple_barrier
from photon_desktop.trading.bars import Bars
from tests.learning.markets import HOUR, fair_bars, rising_bars

COST = 0.003


def market_with(path: list[tuple[float, float]]) -> Bars:
    """Thirty bars between 99.9 and 100.1, then bars with these highs and lows around an unchanged close of 100."""
    wicks = [(100.1, 99.9)] * 30 + path + [(100.1, 99.9)] * HORIZON
    high, low = np.array(wicks).T
    flat = np.full(len(wicks), 100.0)
    return Bars.of(np.arange(len(wicks)) * HOUR, flat, high, low, flat, flat)


def test_the_barrier_touched_first_gives_the_class_and_the_touch_its_time() -> None:
    labels = triple_barrier(market_with([(100.1, 99.9), (101.0, 99.9), (100.1, 90.0)]), COST)
    assert labels.classes[29] == BUY
    assert labels.touches[29] == 31


def test_a_fall_first_is_a_sell() -> None:
    labels = triple_barrier(market_with([(100.1, 99.0), (110.0, 99.9)]), COST)
    assert labels.classes[29] == SELL
    assert labels.touches[29] == 30


def test_one_bar_that_touches_both_barriers_is_a_hold_settled_there() -> None:
    labels = triple_barrier(market_with([(101.0, 99.0)]), COST)
    assert labels.classes[29] == HOLD
    assert labels.touches[29] == 30


def test_a_time_out_is_a_hold_settled_at_the_horizon() -> None:
    labels = triple_barrier(market_with([]), COST)
    assert labels.classes[5] == HOLD
    assert labels.touches[5] == 5 + HORIZON


def test_the_barrier_is_measured_from_the_next_open() -> None:
    quiet = market_with([])
    opens = quiet.open.copy()
    opens[30] = 100.08
    high, low = quiet.high.copy(), quiet.low.copy()
    high[30] = 100 * np.exp(2 * COST) + 0.05  # above the barrier over 100, under the one over 100.08
    labels = triple_barrier(Bars.of(quiet.times, opens, high, low, quiet.close, quiet.volume), COST)
    assert labels.classes[29] == HOLD


def test_the_bar_decided_on_can_not_touch() -> None:
    labels = triple_barrier(market_with([(105.0, 99.9)]), COST)
    assert labels.classes[30] == HOLD


def test_the_last_rows_of_a_rising_series_have_no_label() -> None:
    labels = triple_barrier(rising_bars(300, step=0.01), COST)
    assert np.isnan(labels.classes[-HORIZON:]).all()
    assert (labels.touches[-HORIZON:] == -1).all()
    assert (labels.classes[2:-HORIZON] == BUY).all()


def test_labels_that_are_finished_never_change_when_bars_are_added() -> None:
    bars = fair_bars(400)
    whole = triple_barrier(bars, COST)
    part = triple_barrier(bars.part(0, 300), COST)
    finished = np.isfinite(part.classes)
    assert finished.sum() == 300 - HORIZON - 2
    assert np.array_equal(part.classes[finished], whole.classes[:300][finished])
    assert np.array_equal(part.touches[finished], whole.touches[:300][finished])


def test_the_barrier_is_never_nearer_than_two_round_trips() -> None:
    assert barrier_distances(np.full(50, 100.0), COST)[-1] == pytest.approx(2 * COST)
    close = fair_bars(500).close
    returns = np.diff(np.log(close))
    ages = np.arange(len(returns))[::-1]
    weights = (1 - 2 / 101.0) ** ages
    mean = np.average(returns, weights=weights)
    biased = np.average((returns - mean) ** 2, weights=weights)
    sigma = np.sqrt(biased * weights.sum() ** 2 / (weights.sum() ** 2 - (weights**2).sum()))
    assert barrier_distances(close, 0.0)[-1] == pytest.approx(sigma * np.sqrt(24), rel=1e-9)


def test_mirrored_prices_swap_buy_and_sell() -> None:
    bars = fair_bars(500)
    mirrored = Bars.of(bars.times, 1 / bars.open, 1 / bars.low, 1 / bars.high, 1 / bars.close, bars.volume)
    classes, swapped = triple_barrier(bars, COST).classes, triple_barrier(mirrored, COST).classes
    known = np.isfinite(classes)
    assert np.array_equal(classes[known], 2 - swapped[known])


@pytest.mark.parametrize("count", [0, 1, 2, HORIZON, HORIZON + 1])
def test_too_few_bars_have_no_labels(count: int) -> None:
    labels = triple_barrier(fair_bars(500).part(0, count), COST)
    assert np.isnan(labels.classes).all()
    assert len(labels.classes) == len(labels.touches) == count


def test_years_of_hours_are_labelled_well_within_a_second() -> None:
    bars = fair_bars(58_000)
    started = time.perf_counter()
    triple_barrier(bars, COST)
    assert time.perf_counter() - started < 1.0
