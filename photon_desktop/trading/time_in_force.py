"""When an order that is not filled stops waiting."""

from photon_desktop.trading.order_kinds import TimeInForce
from photon_desktop.trading.orders import Order

DAY_OVER = "The day ended before the order was filled; the rest expired."
NOT_AT_ONCE = "What could not be filled at once was cancelled."


def is_over(order: Order, time_ns: int) -> bool:
    """Whether a day order's day has ended by `time_ns`. Prices that reach past its end don't fill it any more."""
    return order.expires_at is not None and time_ns >= order.expires_at


def is_for_one_price(order: Order) -> bool:
    """Whether an order takes what its first price gives and is cancelled with it."""
    return order.time_in_force is TimeInForce.IMMEDIATE_OR_CANCEL
