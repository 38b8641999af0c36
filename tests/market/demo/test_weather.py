"""Volatility by the hour: average one, persistent, and the same for whoever asks in whatever order."""

import numpy as np
import pytest

from photon_desktop.market.demo.film_times import DAY_NS, DEMO_EPOCH
from photon_desktop.market.demo.weather import REGIME_LEVELS, REGIME_SHARES, Weather

TODAY = DEMO_EPOCH // DAY_NS


def test_levels_average_to_one() -> None:
    assert sum(share * level for share, level in zip(REGIME_SHARES, REGIME_LEVELS, strict=True)) == pytest.approx(1)
    assert sum(REGIME_SHARES) == pytest.approx(1)
    weather = Weather(3)
    levels = np.concatenate([weather.levels(day, 0) for day in range(TODAY, TODAY + 1_500)])
    assert levels.mean() == pytest.approx(1, abs=0.06)
    assert levels.min() > 0.1
    assert levels.max() < 8


def test_an_hour_resembles_the_one_before_also_across_midnight() -> None:
    weather = Weather(3)
    levels = np.log([weather.levels(day, 1) for day in range(TODAY, TODAY + 600)])
    within = np.corrcoef(levels[:, 11], levels[:, 12])[0, 1]
    across = np.corrcoef(levels[:-1, 23], levels[1:, 0])[0, 1]
    assert within > 0.9
    assert across > 0.9


def test_symbols_share_most_of_the_weather() -> None:
    weather = Weather(3)
    first, second = (np.log([weather.levels(day, place) for day in range(TODAY, TODAY + 300)]) for place in (0, 2))
    assert 0.75 < np.corrcoef(first.ravel(), second.ravel())[0, 1] < 0.99


def test_a_day_is_the_same_in_whatever_order_days_are_asked_for() -> None:
    forwards, backwards = Weather(5), Weather(5)
    days = range(TODAY, TODAY + 90)
    first = [forwards.levels(day, 2).tolist() for day in days]
    second = [backwards.levels(day, 2).tolist() for day in reversed(days)]
    assert first == second[::-1]
    assert first[0] != Weather(6).levels(TODAY, 2).tolist()
