"""The fifth schema: orders of every kind, and how far each has been filled."""

import sqlite3
from decimal import Decimal

from photon_desktop.trading.money import ZERO, plain

_COLUMNS = (
    "kind TEXT NOT NULL DEFAULT 'market'",
    "limit_price TEXT",
    "stop_price TEXT",
    "trail_offset TEXT",
    "trail_unit TEXT",
    "time_in_force TEXT NOT NULL DEFAULT 'gtc'",
    "expires_at INTEGER",
    "bracket TEXT NOT NULL DEFAULT ''",
    "filled TEXT NOT NULL DEFAULT '0'",
    "filled_value TEXT NOT NULL DEFAULT '0'",
    "parts INTEGER NOT NULL DEFAULT 0",
    "is_triggered INTEGER NOT NULL DEFAULT 0",
)


def add_kinds_of_orders(connection: sqlite3.Connection) -> None:
    """Bring the schema from 4 to 5; what orders made before were filled by is summed up from their fills."""
    for column in _COLUMNS:
        connection.execute(f"ALTER TABLE orders ADD COLUMN {column}")
    sums: dict[str, tuple[Decimal, Decimal, int]] = {}
    for order, quantity, price in connection.execute("SELECT client_order_id, quantity, price FROM fills"):
        filled, value, parts = sums.get(order, (ZERO, ZERO, 0))
        sums[order] = (filled + Decimal(quantity), value + Decimal(quantity) * Decimal(price), parts + 1)
    connection.executemany(
        "UPDATE orders SET filled = ?, filled_value = ?, parts = ? WHERE client_order_id = ?",
        [(plain(filled), plain(value), parts, order) for order, (filled, value, parts) in sums.items()],
    )
