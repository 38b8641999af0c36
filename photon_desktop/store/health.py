"""Whether the store is sound: the file itself, messages and orders left over, and books that add up."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from photon_desktop.store.bar_blocks import BarBlock
from photon_desktop.store.connections import Connections
from photon_desktop.trading.account import Book
from photon_desktop.trading.messages import MessageStatus
from photon_desktop.trading.money import ZERO, to_money
from photon_desktop.trading.orders import OrderStatus, Side

Sums = dict[Hashable, Decimal]
_WITHOUT_TRADE = (Book.CAPITAL, Book.FUNDING, Book.INTEREST, Book.BONUS)


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """`integrity` is "ok" or SQLite's first complaint. `duplicate_fills` counts fills stored twice and orders that
    were filled beyond their quantity. `ledger_equals_cash` holds when every ledger transaction sums to zero and the
    cash and positions rebuilt from money that moved without a trade and fills alone are those of the books, in every
    account. `damaged_bar_blocks` counts blocks of bars that are not what was stored."""

    path: Path
    schema: int
    integrity: str
    messages_queued: int
    messages_failed: int
    orders_unknown: int
    duplicate_fills: int
    ledger_equals_cash: bool
    damaged_bar_blocks: int = 0


def examine(connections: Connections, schema: int) -> StoreHealth:
    """The store's health at one moment. Reads the whole file."""
    with connections.snapshot():
        return StoreHealth(
            path=connections.path,
            schema=schema,
            integrity=str(connections.tuples("PRAGMA quick_check(1)")[0][0]),
            messages_queued=_count(connections, "messages", MessageStatus.QUEUED),
            messages_failed=_count(connections, "messages", MessageStatus.FAILED),
            orders_unknown=_count(connections, "orders", OrderStatus.UNKNOWN),
            duplicate_fills=_repeated_fills(connections) + _overfilled_orders(connections),
            ledger_equals_cash=_books_agree(connections),
            damaged_bar_blocks=_damaged_blocks(connections),
        )


def _damaged_blocks(connections: Connections) -> int:
    return connections.gathered(
        lambda rows: sum(BarBlock.from_row(row).unpack() is None for row in rows),
        "SELECT first_time, last_time, count, checksum, columns FROM bar_blocks",
    )


def _count(connections: Connections, table: str, status: MessageStatus | OrderStatus) -> int:
    return int(connections.tuples(f"SELECT count(*) FROM {table} WHERE status = ?", (status.value,))[0][0])


def _repeated_fills(connections: Connections) -> int:
    return int(connections.tuples("SELECT count(fill_id) - count(DISTINCT fill_id) FROM fills")[0][0])


def _overfilled_orders(connections: Connections) -> int:
    filled = _sums(
        (order, Decimal(quantity))
        for order, quantity in connections.tuples("SELECT client_order_id, quantity FROM fills")
    )
    ordered = dict(connections.tuples("SELECT client_order_id, quantity FROM orders"))
    return sum(quantity > Decimal(ordered[order]) for order, quantity in filled.items())


def _books_agree(connections: Connections) -> bool:
    entries = [
        (account, transaction, book, Decimal(amount))
        for account, transaction, book, amount in connections.tuples(
            'SELECT account, "transaction", book, amount FROM ledger_entries'
        )
    ]
    if any(_sums((transaction, amount) for _, transaction, _, amount in entries).values()):
        return False
    cash = _sums((account, amount) for account, _, book, amount in entries if book == Book.CASH)
    paid_in = [(account, -amount) for account, _, book, amount in entries if book in _WITHOUT_TRADE]
    rebuilt_cash, rebuilt_quantities = _rebuild(connections, paid_in)
    held = _sums(
        ((account, symbol), Decimal(quantity))
        for account, symbol, quantity in connections.tuples("SELECT account, symbol, quantity FROM positions")
    )
    return _same(cash, rebuilt_cash) and _same(held, rebuilt_quantities)


def _rebuild(connections: Connections, paid_in: list[tuple[str, Decimal]]) -> tuple[Sums, Sums]:
    """Cash by account and quantities by account and symbol, from flows without a trade and fills alone."""
    moved: list[tuple[Hashable, Decimal]] = list(paid_in)
    traded: list[tuple[Hashable, Decimal]] = []
    fills = connections.tuples("SELECT account, symbol, side, quantity, price, commission FROM fills")
    for account, symbol, side, quantity, price, commission in fills:
        sign = Side(side).sign
        moved.append((account, -sign * to_money(Decimal(quantity) * Decimal(price)) - Decimal(commission)))
        traded.append(((account, symbol), sign * Decimal(quantity)))
    return _sums(moved), _sums(traded)


def _sums(amounts: Iterable[tuple[Hashable, Decimal]]) -> Sums:
    sums: Sums = defaultdict(lambda: ZERO)
    for key, amount in amounts:
        sums[key] += amount
    return sums


def _same(left: Sums, right: Sums) -> bool:
    return all(left.get(key, ZERO) == right.get(key, ZERO) for key in left.keys() | right.keys())
