"""What the store says of an account at the exchange, and what is to be booked into it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from photon_desktop.broker.bybit.orders.exchange_orders import OPEN_THERE
from photon_desktop.trading.account import Account
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Fill, Order, OrderStatus

OPEN = (*OPEN_THERE, OrderStatus.UNKNOWN)


@dataclass(frozen=True, slots=True)
class BookedOrder:
    """A stored order, how far it has come, and the summed quantity of its stored fills. `is_the_exchanges`: it stands
    for a stop or target that the exchange made of a position, and which it does not know by our id."""

    order: Order
    status: OrderStatus
    filled: Decimal = ZERO
    is_the_exchanges: bool = False


@dataclass(frozen=True, slots=True)
class Books:
    """The stored side: orders by client order id, the ids of booked fills and cash flows, positions and cash."""

    orders: Mapping[str, BookedOrder]
    booked_ids: frozenset[str]
    account: Account


@dataclass(frozen=True, slots=True)
class AddOrder:
    """Store an order that the exchange made of ours: the stop or target that it carried along."""

    order: Order


@dataclass(frozen=True, slots=True)
class BookFill:
    """Book a fill that was missed."""

    fill: Fill


@dataclass(frozen=True, slots=True)
class BookFlow:
    """Book money that moved without a trade."""

    flow: CashFlow


@dataclass(frozen=True, slots=True)
class SettleOrder:
    """Set an order to what became of it."""

    client_order_id: str
    status: OrderStatus
    note: str


Booking = AddOrder | BookFill | BookFlow | SettleOrder


def booked(books: Books, bookings: Iterable[Booking]) -> Books:
    """The books once `bookings` are done. Raises AccountBreachError when they would not add up."""
    for booking in bookings:
        books = _after(books, booking)
    return books


def _after(books: Books, booking: Booking) -> Books:
    match booking:
        case AddOrder(order):
            added = BookedOrder(order, OrderStatus.NEW, is_the_exchanges=True)
            return replace(books, orders={**books.orders, order.client_order_id: added})
        case BookFill(fill):
            of = books.orders[fill.client_order_id]
            grown = replace(of, filled=of.filled + fill.quantity)
            account, _ = books.account.after(fill)
            orders = {**books.orders, fill.client_order_id: grown}
            return Books(orders, books.booked_ids | {fill.fill_id}, account)
        case BookFlow(flow):
            account = replace(books.account, cash=books.account.cash + flow.amount)
            return replace(books, booked_ids=books.booked_ids | {flow.flow_id}, account=account)
        case SettleOrder(client_order_id, status, _):
            settled = replace(books.orders[client_order_id], status=status)
            return replace(books, orders={**books.orders, client_order_id: settled})
