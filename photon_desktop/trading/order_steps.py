"""Whether an order's prices and quantity are in the steps of what it trades, and large enough."""

from photon_desktop.errors import OrderError
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import plain
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import Order, OrderPurpose


def check_steps(order: Order, instrument: Instrument) -> None:
    """Raise OrderError, naming the bound and the value, for a waiting order that a market would not take.

    Its limit and stop lie on ticks, its quantity on steps, and one that carries out a decision is worth the minimum at
    its limit, or else at the price it was asked at. What closes a position may be as small as that is. A market order
    was checked before it was sent, and a trailing stop keeps its stop on ticks by itself.
    """
    if order.kind is OrderKind.MARKET:
        return
    for name, price in (("limit", order.limit_price), ("stop", order.stop_price)):
        if price is not None and price % instrument.tick_size != 0:
            raise OrderError(
                f"The {name} {plain(price)} is off {order.symbol}'s tick {plain(instrument.tick_size)};"
                f" the nearest price is {plain(instrument.round_price(price))}."
            )
    if order.purpose is OrderPurpose.SIGNAL:
        instrument.check_order(order.quantity, order.limit_price or order.requested_price)
    elif order.quantity % instrument.quantity_step != 0:
        raise OrderError(
            f"Quantity {plain(order.quantity)} is off {order.symbol}'s step {plain(instrument.quantity_step)}."
        )


def refusal_of(order: Order, instrument: Instrument) -> str:
    """Why a market would not take `order`, in a sentence; empty when it would."""
    try:
        check_steps(order, instrument)
    except OrderError as error:
        return str(error)
    return ""
