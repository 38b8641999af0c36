import numpy as np
import pytest

from photon_desktop.backtest.honesty.trials import Variation, trials_of, variations_of
from photon_desktop.store.backtests import TriedRun
from photon_desktop.trading.costs import CostModel


def test_runs_that_traded_the_same_count_once() -> None:
    tried = [Variation("a", 0.1), Variation("b", 0.3), Variation("a", 0.1)]
    assert trials_of(tried, 1_000).count == 2


def test_the_variance_is_that_of_the_different_ones() -> None:
    tried = [Variation("a", 0.1), Variation("b", 0.3), Variation("a", 0.1), Variation("c", None)]
    found = trials_of(tried, 1_000)
    assert found.count == 3
    assert found.variance == pytest.approx(np.var([0.1, 0.3], ddof=1))


def test_variations_much_alike_are_taken_to_spread_as_chance_does() -> None:
    found = trials_of([Variation("a", 0.1), Variation("b", 0.1001)], 1_001)
    assert found.variance == pytest.approx(1 / 1_000)


def test_a_first_run_is_one_variation() -> None:
    assert trials_of([], 100).count == 1


def test_runs_at_other_costs_count_without_their_sharpe_ratio() -> None:
    costs = CostModel()
    own = (float(costs.commission_rate), float(costs.slippage_rate))
    found = variations_of([TriedRun("a", 2.0, 400.0, *own), TriedRun("b", 2.0, 400.0, 0.5, 0.5)], costs)
    assert found == [Variation("a", 0.1), Variation("b", None)]
