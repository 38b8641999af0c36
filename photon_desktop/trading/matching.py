"""How orders meet prices: the same rules for paper trading, replay and backtest."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TypeVar

from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import to_money
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, Side

Number = TypeVar("Number", Decimal, float)


def slipped_price(side: Side, price: Decimal, costs: CostModel, instrument: Instrument) -> Decimal:
    """The price a market order gets: worse by the slippage rate, at the next tick away from the trader."""
    worse = price * (1 + side.sign * costs.slippage_rate)
    rounding = ROUND_CEILING if side is Side.BUY else ROUND_FLOOR
    ticks = (worse / instrument.tick_size).quantize(Decimal(1), rounding=rounding)
    return max(ticks * instrument.tick_size, instrument.tick_size)


def fill_market_order(order: Order, price: Decimal, time_ns: int, costs: CostModel, instrument: Instrument) -> Fill:
    """The whole order at `price` and slippage, at `time_ns`. The fill's id follows from the order's."""
    executed = slipped_price(order.side, price, costs, instrument)
    return Fill(
        fill_id=f"{order.client_order_id}-1",
        client_order_id=order.client_order_id,
        symbol=order.symbol,
        side=order.side,
        quantity=order.quantity,
        price=executed,
        commission=to_money(order.quantity * executed * costs.commission_rate),
        slippage=to_money((executed - order.requested_price) * order.quantity * order.side.sign),
        filled_at=time_ns,
    )


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
