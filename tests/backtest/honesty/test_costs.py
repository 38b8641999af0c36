from decimal import Decimal

from photon_desktop.backtest.honesty.costs import AtCosts, at_multiples
from photon_desktop.trading.costs import CostModel


def test_rates_and_the_minimum_are_multiplied() -> None:
    seen: list[CostModel] = []

    def trade(costs: CostModel) -> float:
        seen.append(costs)
        return -float(costs.commission_rate)

    costs = CostModel(Decimal("0.001"), Decimal("0.0005"), minimum_commission=Decimal(2), maker_share=Decimal("0.4"))
    found = at_multiples(costs, trade)
    assert found == (AtCosts(1, -0.001), AtCosts(2, -0.002), AtCosts(3, -0.003))
    assert seen[0] == costs
    assert seen[2].slippage_rate == Decimal("0.0015")
    assert seen[2].minimum_commission == 6
    assert seen[2].maker_share == Decimal("0.4")


def test_costs_beyond_what_they_may_be_are_left_out() -> None:
    found = at_multiples(CostModel(Decimal("0.04"), Decimal(0)), lambda costs: 0.5)
    assert found == (AtCosts(1, 0.5), AtCosts(2, 0.5), AtCosts(3, None))
