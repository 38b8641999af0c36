"""What a fill pays to whoever carries it out."""

from decimal import Decimal

from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.money import ZERO, to_money
from photon_desktop.trading.orders import Order


def commission_of(order: Order, notional: Decimal, costs: CostModel, is_maker: bool) -> Decimal:
    """Commission in quote money of the next part of `order`, worth `notional`.

    A part pays what the order owes with it less what it owed without it; an order owes its rate or the minimum,
    whichever is more. So the minimum is paid once, with the first part, and counts towards the later ones.
    """
    rate = costs.commission_rate * (costs.maker_share if is_maker else 1)
    owed_before = _owed(order.filled_value, rate, costs) if order.parts else ZERO
    return _owed(order.filled_value + notional, rate, costs) - owed_before


def _owed(value: Decimal, rate: Decimal, costs: CostModel) -> Decimal:
    return max(to_money(value * rate), costs.minimum_commission)
