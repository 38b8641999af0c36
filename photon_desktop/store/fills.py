"""Fills: each booked once, and read back beside the order that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from photon_desktop.errors import DuplicateError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.models import Fill as FillRow
from photon_desktop.trading.orders import Fill, OrderPurpose, Side

# In SQL, and not by Peewee, whose building of it takes longer than the reading: each closed position is looked back on.
_WITH_ORDERS = """
    SELECT fills.sequence, orders.trace_id, orders.purpose, orders.mode, fills.fill_id, fills.client_order_id,
        fills.symbol, fills.side, fills.quantity, fills.price, fills.commission, fills.slippage, fills.filled_at
    FROM fills JOIN orders USING (client_order_id)"""
_NEWEST = f"""{_WITH_ORDERS}
    WHERE fills.account = ? AND (? = '' OR fills.symbol = ?)
    ORDER BY fills.sequence DESC LIMIT ?"""
_AFTER = f"""{_WITH_ORDERS}
    WHERE fills.account = ? AND fills.symbol = ? AND fills.sequence > ?
    ORDER BY fills.sequence LIMIT ?"""


@dataclass(frozen=True, slots=True)
class StoredFill:
    """A fill, and of its order the chain it came from, its purpose and its mode."""

    fill: Fill
    trace_id: str
    purpose: OrderPurpose
    mode: str


class FillBook:
    """What was carried out, in the order it was booked."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, fill: Fill, account: str) -> None:
        """Store `fill`; DuplicateError when it is stored already."""
        values = {
            "fill_id": fill.fill_id,
            "account": account,
            "order": fill.client_order_id,
            "symbol": fill.symbol,
            "side": fill.side.value,
            "quantity": fill.quantity,
            "price": fill.price,
            "commission": fill.commission,
            "slippage": fill.slippage,
            "filled_at": fill.filled_at,
        }
        try:
            self._connections.insert(FillRow, values)
        except DuplicateError:
            raise DuplicateError(f"The fill {fill.fill_id} is booked already; nothing was booked again.") from None

    def newest(self, limit: int, account: str, symbol: str) -> list[StoredFill]:
        """The newest `limit` fills, of `symbol` where one is named, newest first."""
        rows = self._connections.tuples(_NEWEST, (account, symbol, symbol, limit))
        return [_stored(row) for row in rows]

    def of_symbol_after(self, sequence: int, limit: int, account: str, symbol: str) -> list[tuple[int, StoredFill]]:
        """The oldest `limit` fills of `symbol` booked after the one of number `sequence`, each with its own number."""
        rows = self._connections.tuples(_AFTER, (account, symbol, sequence, limit))
        return [(row[0], _stored(row)) for row in rows]

    def after(self, sequence: int, limit: int, account: str) -> list[tuple[int, Fill]]:
        """The oldest `limit` fills booked after the one of number `sequence`, each with its own number."""
        is_of = (FillRow.account == account) & (FillRow.sequence > sequence)
        rows = self._connections.rows(FillRow.select().where(is_of).order_by(FillRow.sequence).limit(limit))
        return [(row["sequence"], _fill_of(row)) for row in rows]


def _stored(row: Sequence[Any]) -> StoredFill:
    return StoredFill(fill_of_columns(row[4:]), row[1], OrderPurpose(row[2]), row[3])


def _fill_of(row: Row) -> Fill:
    return Fill(
        fill_id=row["fill_id"],
        client_order_id=row["order"],
        symbol=row["symbol"],
        side=Side(row["side"]),
        quantity=row["quantity"],
        price=row["price"],
        commission=row["commission"],
        slippage=row["slippage"],
        filled_at=row["filled_at"],
    )


def fill_of_columns(columns: Sequence[Any]) -> Fill:
    """A fill out of its columns as SQL has them: id, order, symbol, side, quantity, price, commission, slippage and
    time."""
    fill_id, order, symbol, side, quantity, price, commission, slippage, filled_at = columns
    return Fill(
        fill_id=fill_id,
        client_order_id=order,
        symbol=symbol,
        side=Side(side),
        quantity=Decimal(quantity),
        price=Decimal(price),
        commission=Decimal(commission),
        slippage=Decimal(slippage),
        filled_at=filled_at,
    )
