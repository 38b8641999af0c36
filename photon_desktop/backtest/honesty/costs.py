"""The same positions at the costs, and at two and three times the costs."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from photon_desktop.trading.costs import LARGEST_MINIMUM, LARGEST_RATE, CostModel

MULTIPLES = (1, 2, 3)
TotalReturn = Callable[[CostModel], float]  # what the strategy makes at these costs


@dataclass(frozen=True, slots=True)
class AtCosts:
    """`total_return` at `multiple` times the costs; None where these are beyond what a cost may be."""

    multiple: int
    total_return: float | None


def at_multiples(costs: CostModel, total_return: TotalReturn) -> tuple[AtCosts, ...]:
    """What is made at one, two and three times `costs`: rates of commission, slippage and impact, and the minimum."""
    return tuple(AtCosts(multiple, _made(costs, multiple, total_return)) for multiple in MULTIPLES)


def _made(costs: CostModel, multiple: int, total_return: TotalReturn) -> float | None:
    rates = (costs.commission_rate, costs.slippage_rate, costs.impact_rate)
    if max(rates) * multiple > LARGEST_RATE or costs.minimum_commission * multiple > LARGEST_MINIMUM:
        return None
    raised = replace(
        costs,
        commission_rate=costs.commission_rate * multiple,
        slippage_rate=costs.slippage_rate * multiple,
        impact_rate=costs.impact_rate * multiple,
        minimum_commission=costs.minimum_commission * multiple,
    )
    return total_return(raised)
