"""Numbers marked with a paper are those printed in it; the others are worked out by hand beside the test."""

from math import sqrt

import numpy as np
import pytest

from photon_desktop.backtest.honesty.moments import Moments
from photon_desktop.backtest.honesty.sharpe import (
    deflated_sharpe,
    expected_highest_sharpe,
    minimum_track_length,
    probabilistic_sharpe,
)


def normal(count: int, sharpe: float) -> Moments:
    return Moments(count, sharpe, 0.0, 3.0)


def test_moments_are_those_worked_out_by_hand() -> None:
    # mean 0.02; deviations -0.02 -0.02 -0.02 0.06: m2 = 0.0012, m3 = 0.000048, m4 = 0.00000336; std ddof 1 = 0.04
    found = Moments.of(np.array([0.0, 0.0, 0.0, 0.08]))
    assert found is not None
    assert found.count == 4
    assert found.sharpe == pytest.approx(0.5)
    assert found.skewness == pytest.approx(0.000048 / 0.0012**1.5)
    assert found.kurtosis == pytest.approx(0.00000336 / 0.0012**2)


@pytest.mark.parametrize("returns", [[], [0.1], [0.1, 0.1, 0.1]])
def test_returns_that_do_not_vary_have_no_moments(returns: list[float]) -> None:
    assert Moments.of(np.array(returns)) is None


def test_the_efficient_frontier_papers_two_year_track_is_reproduced() -> None:
    # 24 months, Sharpe ratio 0.458 a month: 0.982 taken as normal, 0.913 with its skewness and kurtosis
    assert probabilistic_sharpe(normal(24, 0.458)) == pytest.approx(0.982, abs=5e-4)
    assert probabilistic_sharpe(Moments(24, 0.458, -2.448, 10.164)) == pytest.approx(0.913, abs=5e-4)


@pytest.mark.parametrize(("year", "years"), [(252, 2.73), (52, 2.83), (12, 3.24)])
def test_the_efficient_frontier_papers_track_lengths_are_reproduced(year: int, years: float) -> None:
    # annual Sharpe ratio 2 told from 1 with 95%
    bars = minimum_track_length(normal(1, 2 / sqrt(year)), 1 / sqrt(year))
    assert bars is not None
    assert bars / year == pytest.approx(years, abs=6e-3)


def test_the_same_papers_track_of_skewed_months_takes_almost_five_years() -> None:
    bars = minimum_track_length(Moments(1, 2 / sqrt(12), -0.72, 5.78), 1 / sqrt(12))
    assert bars is not None
    assert bars / 12 == pytest.approx(4.99, abs=6e-3)


def test_the_deflated_sharpe_papers_example_is_reproduced() -> None:
    # 1,250 days of 250 a year, annual Sharpe ratio 2.5, skewness -3, kurtosis 10, variance of the trials' 1/2 a year
    track = Moments(1_250, 2.5 / sqrt(250), -3.0, 10.0)
    assert expected_highest_sharpe(100, 0.5 / 250) == pytest.approx(0.1132, abs=5e-5)
    assert deflated_sharpe(track, 100, 0.5 / 250) == pytest.approx(0.9004, abs=5e-5)
    assert deflated_sharpe(track, 46, 0.5 / 250) == pytest.approx(0.9505, abs=5e-5)


def test_one_variation_alone_is_not_deflated() -> None:
    track = normal(500, 0.1)
    assert deflated_sharpe(track, 1, 0.01) == probabilistic_sharpe(track)


def test_a_track_as_long_as_the_least_one_is_just_as_sure_as_was_asked() -> None:
    bars = minimum_track_length(Moments(1, 0.05, -1.0, 8.0), 0.01, 0.9)
    assert bars is not None
    reached = probabilistic_sharpe(Moments(round(bars), 0.05, -1.0, 8.0), 0.01)
    assert reached == pytest.approx(0.9, abs=1e-3)


def test_no_track_is_long_enough_for_a_ratio_under_the_benchmark() -> None:
    assert minimum_track_length(normal(100, 0.05), 0.05) is None


def test_the_highest_of_many_without_skill_is_foretold() -> None:
    random = np.random.default_rng(3)
    highest = random.normal(0, 0.02, (2_000, 200)).max(axis=1).mean()
    assert expected_highest_sharpe(200, 0.02**2) == pytest.approx(highest, rel=0.01)
