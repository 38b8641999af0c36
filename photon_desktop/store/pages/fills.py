"""Pages of an account's fills, newest first."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from photon_desktop.store.connections import Connections
from photon_desktop.store.fills import fill_of_columns
from photon_desktop.store.pages.span import Span
from photon_desktop.store.pages.whole import rows_in_one
from photon_desktop.trading.orders import Fill, OrderPurpose

_TIMES = "fills.filled_at >= ? AND fills.filled_at < ?"
_FOUND = f"FROM fills WHERE fills.account = ? AND (? = '' OR fills.symbol = ?) AND {_TIMES}"
_FIELDS = (
    "fills.sequence", "fills.fill_id", "fills.client_order_id", "fills.symbol", "fills.side", "fills.quantity",
    "fills.price", "fills.commission", "fills.slippage", "fills.filled_at", "orders.trace_id", "orders.decision_id",
    "orders.mode", "orders.purpose", "orders.requested_price",
)  # fmt: skip
_ORDERED = "FROM fills JOIN orders USING (client_order_id)"


@dataclass(frozen=True, slots=True)
class NumberedFill:
    """A fill with its number in the store, and of its order what a list shows."""

    number: int
    fill: Fill
    trace_id: str
    decision_id: str
    mode: str
    purpose: OrderPurpose
    requested_price: Decimal


class FillPages:
    """Fills in the order they were booked."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def read(self, account: str, span: Span) -> tuple[int, list[NumberedFill]]:
        """How many fills `account` has in `span`, and those of its page."""
        found = (account, span.symbol, span.symbol, span.start_ns, span.end_ns)
        with self._connections.snapshot():
            count = int(self._connections.tuples(f"SELECT count(*) {_FOUND}", found)[0][0])
            rows = rows_in_one(
                self._connections,
                _FIELDS,
                f"""{_ORDERED} WHERE fills.sequence IN (
                    SELECT sequence {_FOUND} ORDER BY sequence DESC LIMIT ? OFFSET ?)
                ORDER BY fills.sequence DESC LIMIT -1""",
                (*found, span.size, span.skipped),
            )
        return count, [_numbered(row) for row in rows]

    def find(self, account: str, number: int) -> NumberedFill | None:
        """The fill of this number if it is the account's, or None."""
        source = f"{_ORDERED} WHERE fills.account = ? AND fills.sequence = ? LIMIT 1"
        rows = rows_in_one(self._connections, _FIELDS, source, (account, number))
        return _numbered(rows[0]) if rows else None


def _numbered(row: list[Any]) -> NumberedFill:
    number, *columns = row[:10]
    fill = fill_of_columns(columns)
    return NumberedFill(number, fill, row[10], row[11], row[12], OrderPurpose(row[13]), Decimal(row[14]))
