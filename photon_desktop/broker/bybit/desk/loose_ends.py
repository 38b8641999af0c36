"""What was said of the exchange's own stops and targets and leaves open what became of them."""

from collections.abc import Iterable

from photon_desktop.broker.bybit.books.bookings import OPEN, BookFill, Booking, Books, SettleOrder, booked
from photon_desktop.broker.bybit.books.reconcile import accounts_for
from photon_desktop.broker.bybit.orders.exchange_orders import OPEN_THERE, ExchangeOrder
from photon_desktop.broker.bybit.orders.exits import stands_for


def open_exits(books: Books) -> frozenset[str]:
    """The ids of those that are not over in `books`."""
    return frozenset(
        name
        for name, mine in books.orders.items()
        if mine.is_the_exchanges and mine.status in OPEN and not accounts_for(mine.order.quantity, mine.filled)
    )


def leaves_open(books: Books, bookings: tuple[Booking, ...], orders: Iterable[ExchangeOrder]) -> bool:
    """Whether, once `bookings` are done, one of which they book a fill is not over, or one that is over at the exchange
    by what it says of `orders` is not here: its end or its executions may have been lost, or come late."""
    after = booked(books, bookings)
    carried_out = {one.fill.client_order_id for one in bookings if isinstance(one, BookFill)}
    settled = [after.orders[one.client_order_id].order for one in bookings if isinstance(one, SettleOrder)]
    over_there = (one.exchange_id for one in orders if _is_an_exit_over(one))
    return bool(carried_out & open_exits(after)) or any(
        not any(stands_for(order, exchange_id) for order in settled) for exchange_id in over_there
    )


def _is_an_exit_over(order: ExchangeOrder) -> bool:
    """Whether the exchange made `order`, carried it out, if only in part, and has ended it."""
    is_theirs = order.is_protective and not order.client_order_id
    return is_theirs and order.filled > 0 and order.status not in OPEN_THERE
