"""The eleventh schema: where stops and targets stood, and from when on."""

import sqlite3
from collections.abc import Iterator
from decimal import Decimal

from photon_desktop.trading.orders import OrderPurpose, Side

_ELEVENTH_SCHEMA = (
    """CREATE TABLE level_moves (
        sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        account TEXT NOT NULL,
        symbol TEXT NOT NULL,
        client_order_id TEXT NOT NULL,
        stop_loss TEXT,
        take_profit TEXT,
        moved_at INTEGER NOT NULL)""",
    "CREATE INDEX level_moves_by_subject ON level_moves (account, symbol, client_order_id, sequence)",
)
_FILLS = """
    SELECT fills.account, fills.symbol, fills.side, fills.quantity, fills.filled_at, orders.purpose,
        orders.stop_loss, orders.take_profit
    FROM fills JOIN orders USING (client_order_id) ORDER BY fills.sequence"""
_SEEN_LAST = """
    SELECT max(time) FROM (
        SELECT time FROM equity_points WHERE account = :account
        UNION ALL SELECT filled_at FROM fills WHERE account = :account)"""
_PUT = """
    INSERT INTO level_moves (account, symbol, stop_loss, take_profit, moved_at, client_order_id)
    VALUES (?, ?, ?, ?, ?, '')"""

_Subject = tuple[str, str]  # account and symbol
_Levels = tuple[str | None, str | None]  # the stop and the target
_Move = tuple[str, str, str | None, str | None, int]
_NONE: _Levels = (None, None)


def add_level_moves(connection: sqlite3.Connection) -> None:
    """Bring the schema from 10 to 11, with the moves that the books still tell of."""
    for statement in _ELEVENTH_SCHEMA:
        connection.execute(statement)
    connection.executemany(_PUT, list(_moves_of_the_past(connection)))


def _moves_of_the_past(connection: sqlite3.Connection) -> Iterator[_Move]:
    """What fills made of stops and targets, then where those of today stand.

    When one was moved by hand was not kept in the market's time, so it counts from the last time the account knew.
    """
    held: dict[_Subject, Decimal] = {}
    stood: dict[_Subject, _Levels] = {}
    for account, symbol, side, quantity, filled_at, purpose, stop, target in connection.execute(_FILLS):
        subject = (account, symbol)
        sign = Side(side).sign
        held[subject] = held.get(subject, Decimal(0)) + sign * Decimal(quantity)
        levels = stood.get(subject, _NONE)
        if held[subject] == 0:
            levels = _NONE
        elif purpose == OrderPurpose.SIGNAL.value and held[subject] * sign > 0:
            levels = (stop, target)
        if levels != stood.get(subject, _NONE):
            yield (*subject, *levels, filled_at)
        stood[subject] = levels
    for account, symbol, *now in connection.execute("SELECT account, symbol, stop_loss, take_profit FROM positions"):
        if tuple(now) != stood.get((account, symbol), _NONE):
            at = connection.execute(_SEEN_LAST, {"account": account}).fetchone()[0]
            yield (account, symbol, *now, at or 0)
