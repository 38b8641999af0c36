"""How orders meet prices: the same rules for paper trading, replay and backtest."""

from decimal import Decimal
from typing import TypeVar

from photon_desktop.trading.commission import commission_of
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.limits import is_within
from photon_desktop.trading.money import to_money
from photon_desktop.trading.offer import Offer
from photon_desktop.trading.orders import Fill, Order, OrderPurpose
from photon_desktop.trading.price_range import PriceRange
from photon_desktop.trading.slippage import slippage_rate, slipped_price

Number = TypeVar("Number", Decimal, float)


def fill_market_order(order: Order, price: Decimal, time_ns: int, costs: CostModel, instrument: Instrument) -> Fill:
    """All that is not filled of the order, at `price` and slippage, at `time_ns`, whatever is traded there."""
    prices = PriceRange(time_ns, price, price, price, price)
    return part_fill(order, order.remaining, Offer(price), prices, costs, instrument)


def fill_resting_order(order: Order, price: Decimal, time_ns: int, costs: CostModel, instrument: Instrument) -> Fill:
    """All that is not filled of the order at `price`, at `time_ns`, as an order that rested there gets it."""
    prices = PriceRange(time_ns, price, price, price, price)
    return part_fill(order, order.remaining, Offer(price, is_maker=True), prices, costs, instrument)


def part_fill(
    order: Order, quantity: Decimal, offer: Offer, prices: PriceRange, costs: CostModel, instrument: Instrument
) -> Fill:
    """`quantity` of the order at what `prices` offer it, slippage and commission taken off.

    The fill's id follows from the order's and from how many parts came before.
    """
    executed = offer.price if offer.is_maker else _taken_price(order, quantity, offer, prices, costs, instrument)
    return Fill(
        fill_id=f"{order.client_order_id}-{order.parts + 1}",
        client_order_id=order.client_order_id,
        symbol=order.symbol,
        side=order.side,
        quantity=quantity,
        price=executed,
        commission=commission_of(order, quantity * executed, costs, offer.is_maker),
        slippage=to_money((executed - order.requested_price) * quantity * order.side.sign),
        filled_at=prices.time_ns,
    )


def _taken_price(
    order: Order, quantity: Decimal, offer: Offer, prices: PriceRange, costs: CostModel, instrument: Instrument
) -> Decimal:
    rate = slippage_rate(costs, quantity, prices.volume, prices.volatility)
    executed = slipped_price(order.side, offer.price, rate, instrument)
    if offer.limit is None or is_within(order.side, executed, offer.limit):
        return executed
    return offer.limit


def protective_exit(
    is_long: bool, open_: Number, high: Number, low: Number, stop: Number | None, target: Number | None
) -> tuple[Number, OrderPurpose] | None:
    """The price and reason at which a position's stop or target takes it out within one bar, or None.

    A stop the bar opens beyond fills at the open; so does a target, to the trader's gain. One bar that holds both
    counts as the stop. A single price is a bar whose four prices are equal.
    """
    if is_long:
        if stop is not None and low <= stop:
            return min(open_, stop), OrderPurpose.STOP
        if target is not None and high >= target:
            return max(open_, target), OrderPurpose.TARGET
        return None
    if stop is not None and high >= stop:
        return max(open_, stop), OrderPurpose.STOP
    if target is not None and low <= target:
        return min(open_, target), OrderPurpose.TARGET
    return None
