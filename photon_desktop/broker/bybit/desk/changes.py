"""Bookings, as the reconciliation names them, turned into what the execution agent stores."""

from collections.abc import Iterable, Mapping, Set

from photon_desktop.broker.bybit.books.bookings import AddOrder, BookedOrder, BookFill, BookFlow, Booking, SettleOrder
from photon_desktop.broker.bybit.books.reconcile import accounts_for
from photon_desktop.broker.news import News
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.order_change import OrderChange, filled
from photon_desktop.trading.orders import Fill, Order, OrderStatus


def news_of(bookings: Iterable[Booking], orders: Mapping[str, BookedOrder], last_fills: Set[str] = frozenset()) -> News:
    """The news that has `bookings` stored, `orders` being the stored ones they speak of. After one of the `last_fills`
    the exchange has nothing left of an order, though a fee in the bought coin may have made it less than was ordered.

    A fill beyond what was ordered is left out: the reconciliation names it, and nobody can book it.
    """
    known = {name: booked.order for name, booked in orders.items()}
    changes: list[OrderChange] = []
    flows: list[CashFlow] = []
    for booking in bookings:
        match booking:
            case AddOrder(order):
                known[order.client_order_id] = order
            case BookFlow(flow):
                flows.append(flow)
            case BookFill(fill):
                changes += _filled(known, fill, fill.fill_id in last_fills)
            case SettleOrder(name, status, note) if not any(_fills(change, name) for change in changes):
                changes.append(OrderChange(known[name], status, note=note))
    return News(changes=tuple(changes), flows=tuple(flows))


def _fills(change: OrderChange, name: str) -> bool:
    """Whether `change` is the fill by which the order `name` is over."""
    return change.order.client_order_id == name and change.status is OrderStatus.FILLED


def _filled(known: dict[str, Order], fill: Fill, is_last: bool) -> list[OrderChange]:
    order = known[fill.client_order_id]
    if order.filled + fill.quantity > order.quantity:
        return []
    change = filled(order, fill)
    known[fill.client_order_id] = change.order
    is_whole = is_last and accounts_for(order.quantity, change.order.filled)  # it may have overtaken others
    return [OrderChange(change.order, OrderStatus.FILLED, fill) if is_whole else change]
