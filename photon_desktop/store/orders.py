"""Orders: each stored before it is sent, once."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.errors import DuplicateError, DuplicateOrderError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.fields import decimal_text
from photon_desktop.store.models import Order as OrderRow
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.order_kinds import OrderKind, TimeInForce, Trail, TrailUnit
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, OrderStatus, Side
from photon_desktop.trading.profile import AccountMode

LATEST = 2**63 - 1  # ns UTC: no time is later
_WAITING = tuple(status.value for status in (OrderStatus.NEW, OrderStatus.TRIGGERED, OrderStatus.PARTIALLY_FILLED))
_UNSETTLED = (*_WAITING, OrderStatus.UNKNOWN.value)
_IS_UNSETTLED = f"({', '.join('?' for _ in _UNSETTLED)})"


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
            self._connections.insert(OrderRow, _values(order, status, account))
        except DuplicateError:
            raise DuplicateOrderError(
                f"The order {order.client_order_id} is stored already; it can't be placed again."
            ) from None

    def find(self, client_order_id: str) -> StoredOrder | None:
        """The order with this id, or None."""
        row = self._connections.row(OrderRow.select().where(OrderRow.client_order_id == client_order_id))
        return None if row is None else _stored(row)

    def has(self, client_order_id: str) -> bool:
        """Whether an order with this id is stored."""
        return bool(self._connections.tuples("SELECT 1 FROM orders WHERE client_order_id = ?", (client_order_id,)))

    def settle(self, client_order_id: str, status: OrderStatus, note: str) -> bool:
        """Change the status of an order that waits or is unknown; False, and no change, for any other."""
        sql = f"UPDATE orders SET status = ?, note = ? WHERE client_order_id = ? AND status IN {_IS_UNSETTLED}"
        return self._connections.change(sql, (status.value, note, client_order_id, *_UNSETTLED)) == 1

    def cancel_signals(self, note: str) -> int:
        """Set every waiting paper order that carries out a decision cancelled; of one at an exchange it is asked."""
        is_here = (OrderRow.purpose == OrderPurpose.SIGNAL.value) & (OrderRow.mode == AccountMode.PAPER.value)
        waits = is_here & OrderRow.status.in_(_WAITING)
        return self._connections.write(OrderRow.update(status=OrderStatus.CANCELLED.value, note=note).where(waits))

    def cancel_all(self, account: str, note: str) -> int:
        """Set every order of `account` that waits or is unknown cancelled; how many those were is returned."""
        is_open = (OrderRow.account == account) & OrderRow.status.in_(_UNSETTLED)
        return self._connections.write(OrderRow.update(status=OrderStatus.CANCELLED.value, note=note).where(is_open))

    def move(self, order: Order) -> bool:
        """Keep a waiting order's quantity, where its stop stands, and whether it was reached; False for any other."""
        is_it = (OrderRow.client_order_id == order.client_order_id) & OrderRow.status.in_(_WAITING)
        moved = OrderRow.update(
            quantity=order.quantity,
            stop_price=order.stop_price,
            is_triggered=int(order.is_triggered),
            status=order.working_status.value,
        )
        return self._connections.write(moved.where(is_it)) == 1

    def count_fill(self, fill: Fill, account: str) -> bool:
        """Say how far `fill`, with those stored before, fills its order. False when `account` has no such order.

        A fill is a fact: one that completes an order makes it filled, whatever it was, and one of an unknown order
        shows that it was taken. One that was ended meanwhile keeps its end.
        """
        stored = self._connections.tuples(
            "SELECT quantity, status FROM orders WHERE client_order_id = ? AND account = ?",
            (fill.client_order_id, account),
        )
        if not stored:
            return False
        ordered, status = stored[0]
        filled, value, parts = self._filled(fill.client_order_id)
        filled, value = filled + fill.quantity, value + fill.notional
        if filled >= Decimal(ordered):
            status = OrderStatus.FILLED.value
        elif status in _UNSETTLED:
            status = OrderStatus.PARTIALLY_FILLED.value
        sums = (decimal_text(filled), decimal_text(value), parts + 1)
        sql = "UPDATE orders SET filled = ?, filled_value = ?, parts = ?, status = ? WHERE client_order_id = ?"
        return self._connections.change(sql, (*sums, status, fill.client_order_id)) == 1

    def open(self, account: str) -> list[Order]:
        """Orders that wait or are unknown, oldest first."""
        chosen = OrderRow.select().where((OrderRow.account == account) & OrderRow.status.in_(_UNSETTLED))
        return [_order(row) for row in self._connections.rows(chosen.order_by(OrderRow.sequence))]

    def newest(self, limit: int, account: str) -> list[Order]:
        """The newest `limit` orders that carried out decisions, newest first, whatever became of them."""
        is_of = (OrderRow.account == account) & (OrderRow.purpose == OrderPurpose.SIGNAL.value)
        chosen = OrderRow.select().where(is_of).order_by(OrderRow.sequence.desc()).limit(limit)
        return [_order(row) for row in self._connections.rows(chosen)]

    def after(self, sequence: int, limit: int, account: str) -> list[tuple[int, StoredOrder]]:
        """The oldest `limit` orders stored after the one of number `sequence`, each with its own number."""
        is_of = (OrderRow.account == account) & (OrderRow.sequence > sequence)
        rows = self._connections.rows(OrderRow.select().where(is_of).order_by(OrderRow.sequence).limit(limit))
        return [(row["sequence"], _stored(row)) for row in rows]

    def opening(self, symbol: str, account: str, side: Side | None = None, until_ns: int = LATEST) -> Order | None:
        """The newest order in `symbol` (to `side`, of `until_ns` at the latest) that carried out a decision and was
        filled, if only in part.

        While a position is open, the one to its side is what opened it.
        """
        chosen = OrderRow.select().where(
            (OrderRow.account == account)
            & (OrderRow.symbol == symbol)
            & (OrderRow.purpose == OrderPurpose.SIGNAL.value)
            & (OrderRow.parts > 0)
            & (OrderRow.created_at <= until_ns)
            & ((OrderRow.side == side.value) if side else True)
        )
        row = self._connections.row(chosen.order_by(OrderRow.sequence.desc()).limit(1))
        return None if row is None else _order(row)

    def _filled(self, client_order_id: str) -> tuple[Decimal, Decimal, int]:
        """Quantity, quote money and number of an order's fills."""
        rows = self._connections.tuples(
            "SELECT quantity, price FROM fills WHERE client_order_id = ?", (client_order_id,)
        )
        fills = [(Decimal(quantity), Decimal(price)) for quantity, price in rows]
        quantity = sum((quantity for quantity, _ in fills), ZERO)
        return quantity, sum((quantity * price for quantity, price in fills), ZERO), len(fills)


def _values(order: Order, status: OrderStatus, account: str) -> Row:
    return {
        "client_order_id": order.client_order_id,
        "account": account,
        "trace_id": order.trace_id,
        "decision_id": order.decision_id,
        "symbol": order.symbol,
        "side": order.side.value,
        "quantity": order.quantity,
        "requested_price": order.requested_price,
        "created_at": order.created_at,
        "mode": order.mode,
        "purpose": order.purpose.value,
        "stop_loss": order.stop_loss,
        "take_profit": order.take_profit,
        "status": status.value,
        "note": "",
        "model_hash": order.model_hash,
        "kind": order.kind.value,
        "limit_price": order.limit_price,
        "stop_price": order.stop_price,
        "trail_offset": None if order.trail is None else order.trail.offset,
        "trail_unit": None if order.trail is None else order.trail.unit.value,
        "time_in_force": order.time_in_force.value,
        "expires_at": order.expires_at,
        "bracket": order.group,
        "filled": order.filled,
        "filled_value": order.filled_value,
        "parts": order.parts,
        "is_triggered": int(order.is_triggered),
    }


def _stored(row: Row) -> StoredOrder:
    return StoredOrder(_order(row), OrderStatus(row["status"]), row["note"])


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
        kind=OrderKind(row["kind"]),
        limit_price=row["limit_price"],
        stop_price=row["stop_price"],
        trail=_trail(row),
        time_in_force=TimeInForce(row["time_in_force"]),
        expires_at=row["expires_at"],
        group=row["bracket"],
        filled=min(row["filled"], row["quantity"]),  # one filled beyond that is found by the store's health
        filled_value=row["filled_value"],
        parts=row["parts"],
        is_triggered=bool(row["is_triggered"]),
    )


def _trail(row: Row) -> Trail | None:
    return None if row["trail_offset"] is None else Trail(row["trail_offset"], TrailUnit(row["trail_unit"]))
