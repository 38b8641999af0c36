"""Orders: each stored before it is sent, once."""

from dataclasses import dataclass

from peewee import ModelInsert

from photon_desktop.errors import DuplicateError, DuplicateOrderError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import Order as OrderRow
from photon_desktop.trading.orders import Order, OrderPurpose, OrderStatus, Side

_UNSETTLED = (OrderStatus.NEW.value, OrderStatus.UNKNOWN.value)


@dataclass(frozen=True, slots=True)
class StoredOrder:
    """An order and how far it has come."""

    order: Order
    status: OrderStatus
    note: str


class OrderBook:
    """The program's own orders, in the order they were stored."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, order: Order, status: OrderStatus, account: str) -> None:
        """Store `order`; DuplicateOrderError when its client order id is stored already."""
        try:
            self._connections.write(_insertion(order, status, account))
        except DuplicateError:
            raise DuplicateOrderError(
                f"The order {order.client_order_id} is stored already; it can't be placed again."
            ) from None

    def find(self, client_order_id: str) -> StoredOrder | None:
        """The order with this id, or None."""
        row = self._connections.row(OrderRow.select().where(OrderRow.client_order_id == client_order_id))
        return None if row is None else StoredOrder(_order(row), OrderStatus(row["status"]), row["note"])

    def settle(self, client_order_id: str, status: OrderStatus, note: str) -> bool:
        """Change the status of an order that is new or unknown; False, and no change, for any other."""
        is_unsettled = (OrderRow.client_order_id == client_order_id) & OrderRow.status.in_(_UNSETTLED)
        return self._connections.write(OrderRow.update(status=status.value, note=note).where(is_unsettled)) == 1

    def cancel_signals(self, note: str) -> int:
        """Set every order that carries out a decision and is new cancelled; what became of an unknown one is asked."""
        waits = (OrderRow.purpose == OrderPurpose.SIGNAL.value) & (OrderRow.status == OrderStatus.NEW.value)
        return self._connections.write(OrderRow.update(status=OrderStatus.CANCELLED.value, note=note).where(waits))

    def mark_filled(self, client_order_id: str, account: str) -> bool:
        """Set an order of `account` filled, whatever it was: a fill is a fact. False when there is no such order."""
        is_it = (OrderRow.client_order_id == client_order_id) & (OrderRow.account == account)
        return self._connections.write(OrderRow.update(status=OrderStatus.FILLED.value).where(is_it)) == 1

    def open(self, account: str) -> list[Order]:
        """Orders that are new or unknown, oldest first."""
        chosen = OrderRow.select().where((OrderRow.account == account) & OrderRow.status.in_(_UNSETTLED))
        return [_order(row) for row in self._connections.rows(chosen.order_by(OrderRow.sequence))]

    def newest(self, limit: int, account: str) -> list[Order]:
        """The newest `limit` orders that carried out decisions, newest first, whatever became of them."""
        is_of = (OrderRow.account == account) & (OrderRow.purpose == OrderPurpose.SIGNAL.value)
        chosen = OrderRow.select().where(is_of).order_by(OrderRow.sequence.desc()).limit(limit)
        return [_order(row) for row in self._connections.rows(chosen)]

    def opening(self, symbol: str, account: str) -> Order | None:
        """The newest filled order in `symbol` that carried out a decision: while a position is open, what opened it."""
        chosen = OrderRow.select().where(
            (OrderRow.account == account)
            & (OrderRow.symbol == symbol)
            & (OrderRow.purpose == OrderPurpose.SIGNAL.value)
            & (OrderRow.status == OrderStatus.FILLED.value)
        )
        row = self._connections.row(chosen.order_by(OrderRow.sequence.desc()).limit(1))
        return None if row is None else _order(row)


def _insertion(order: Order, status: OrderStatus, account: str) -> ModelInsert:
    return OrderRow.insert(
        client_order_id=order.client_order_id,
        account=account,
        trace_id=order.trace_id,
        decision_id=order.decision_id,
        symbol=order.symbol,
        side=order.side.value,
        quantity=order.quantity,
        requested_price=order.requested_price,
        created_at=order.created_at,
        mode=order.mode,
        purpose=order.purpose.value,
        stop_loss=order.stop_loss,
        take_profit=order.take_profit,
        status=status.value,
        note="",
        model_hash=order.model_hash,
    )


def _order(row: Row) -> Order:
    return Order(
        client_order_id=row["client_order_id"],
        trace_id=row["trace_id"],
        decision_id=row["decision_id"],
        symbol=row["symbol"],
        side=Side(row["side"]),
        quantity=row["quantity"],
        requested_price=row["requested_price"],
        created_at=row["created_at"],
        mode=row["mode"],
        purpose=OrderPurpose(row["purpose"]),
        stop_loss=row["stop_loss"],
        take_profit=row["take_profit"],
        model_hash=row["model_hash"],
    )
