"""What was traded: orders, fills, positions and the ledger, kept so that they can't disagree."""

from collections.abc import Iterable
from decimal import Decimal

from photon_desktop.errors import AccountBreachError, StoreError
from photon_desktop.store.connections import Connections, Row
from photon_desktop.store.equity import EquityCurve
from photon_desktop.store.fills import FillBook, StoredFill
from photon_desktop.store.ledger import Ledger, StoredLedgerLine
from photon_desktop.store.levels import LevelBook, MovedLevels
from photon_desktop.store.models import Position as PositionRow
from photon_desktop.store.orders import LATEST, OrderBook, StoredOrder
from photon_desktop.trading.account import Account, Book, LedgerLine, Position
from photon_desktop.trading.bars import FloatArray, TimeArray
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.money import ZERO, plain
from photon_desktop.trading.orders import Fill, Order, OrderStatus, Side

PAPER = "paper"


class TradeRepository:
    """Accounts by name, each with its orders, fills, positions, ledger and equity curve."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._orders = OrderBook(connections)
        self._fills = FillBook(connections)
        self._ledger = Ledger(connections)
        self._equity = EquityCurve(connections)
        self._levels = LevelBook(connections)

    def add_order(self, order: Order, status: OrderStatus = OrderStatus.NEW, account: str = PAPER) -> None:
        """Store `order`; DuplicateOrderError when its client order id is stored already."""
        with self._connections.transaction():
            self._orders.add(order, status, account)
            self._levels.note_order(order, order.created_at, account)

    def order(self, client_order_id: str) -> StoredOrder | None:
        """The order with this id, or None."""
        return self._orders.find(client_order_id)

    def has_order(self, client_order_id: str) -> bool:
        """Whether an order with this id is stored."""
        return self._orders.has(client_order_id)

    def set_order_status(self, client_order_id: str, status: OrderStatus, note: str = "") -> bool:
        """Change the status of an order that waits or is unknown; False, and no change, for any other."""
        return self._orders.settle(client_order_id, status, note)

    def move_order(self, order: Order, at_ns: int, account: str = PAPER) -> bool:
        """Keep a waiting order's quantity, where its stop stands from `at_ns` (ns UTC, the market's time) on, and
        whether it was reached; False for any other."""
        with self._connections.transaction():
            is_moved = self._orders.move(order)
            if is_moved:
                self._levels.note_order(order, at_ns, account)
        return is_moved

    def open_orders(self, account: str = PAPER) -> list[Order]:
        """Orders that wait or are unknown, oldest first."""
        return self._orders.open(account)

    def orders_after(self, sequence: int, limit: int, account: str = PAPER) -> list[tuple[int, StoredOrder]]:
        """The oldest `limit` orders stored after the one of number `sequence`, each with its own number."""
        return self._orders.after(sequence, limit, account)

    def fills_after(self, sequence: int, limit: int, account: str = PAPER) -> list[tuple[int, Fill]]:
        """The oldest `limit` fills booked after the one of number `sequence`, each with its own number."""
        return self._fills.after(sequence, limit, account)

    def opening_order(
        self, symbol: str, account: str = PAPER, side: Side | None = None, until_ns: int = LATEST
    ) -> Order | None:
        """The newest order in `symbol` (to `side`, of `until_ns` at the latest) that carried out a decision and was
        filled, if only in part: what opened it."""
        return self._orders.opening(symbol, account, side, until_ns)

    def record_fill(
        self, fill: Fill, account_after: Account, lines: tuple[LedgerLine, ...], account: str = PAPER
    ) -> None:
        """Book `fill`: its row, its ledger lines, the position it leaves, and how far its order is filled; all or none.

        Raises DuplicateError when it is booked already, AccountBreachError when the lines don't sum to zero, and
        StoreError when `account` has no such order.
        """
        with self._connections.transaction():
            if not self._orders.count_fill(fill, account):
                raise StoreError(
                    f"The fill {fill.fill_id} belongs to no order of the account {account};"
                    f" store the order {fill.client_order_id} first."
                )
            self._fills.add(fill, account)
            self._ledger.book(fill.fill_id, lines, fill.filled_at, account)
            self._put_position(account_after.position(fill.symbol), account)
            self._levels.note_position(account_after.position(fill.symbol), fill.filled_at, account)

    def record_deposit(
        self, amount: Decimal, lines: tuple[LedgerLine, ...], at_ns: int, deposit_id: str, account: str = PAPER
    ) -> None:
        """Book the lines of a deposit. Raises DuplicateError when `deposit_id` is booked already, and
        AccountBreachError when the lines don't sum to zero or don't bring `amount` of cash."""
        cash = sum((line.amount for line in lines if line.book is Book.CASH), ZERO)
        if cash != amount:
            raise AccountBreachError(
                f"The deposit {deposit_id} is {plain(amount)} but its lines bring {plain(cash)}; nothing was booked."
            )
        self._ledger.book(deposit_id, lines, at_ns, account)

    def record_flow(self, flow: CashFlow, lines: tuple[LedgerLine, ...], account: str = PAPER) -> None:
        """Book the lines of money that moved without a trade. Raises DuplicateError when it is booked already, and
        AccountBreachError when the lines don't sum to zero."""
        self._ledger.book(flow.flow_id, lines, flow.happened_at, account)

    def booked(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of `ids`, of fills and flows, that are booked already."""
        return frozenset(name for name in ids if self._ledger.has(name))

    def load_account(self, account: str = PAPER) -> Account:
        """The account as the books have it: cash from the ledger, positions (closed ones too) from their rows."""
        with self._connections.snapshot():
            cash = self._ledger.total(Book.CASH, account)
            rows = self._connections.rows(PositionRow.select().where(PositionRow.account == account))
        return Account(cash, {row["symbol"]: _position(row) for row in rows})

    def deposits(self, account: str = PAPER) -> Decimal:
        """All capital that was paid in, less what was taken out."""
        return -self._ledger.total(Book.CAPITAL, account)

    def cash_of_ledger(self, account: str = PAPER) -> Decimal:
        """The sum of all cash lines."""
        return self._ledger.total(Book.CASH, account)

    def ledger(self, limit: int = 200, account: str = PAPER) -> list[StoredLedgerLine]:
        """The newest `limit` ledger lines, newest first."""
        return self._ledger.newest(limit, account)

    def save_position(self, position: Position, at_ns: int, account: str = PAPER) -> None:
        """Store where the stop and target of a position stand from `at_ns` (ns UTC, the market's time) on; what is
        held changes only with a fill.

        Raises StoreError when the books hold another quantity of it.
        """
        is_it = (
            (PositionRow.account == account)
            & (PositionRow.symbol == position.symbol)
            & (PositionRow.quantity == position.quantity)
        )
        changed = PositionRow.update(stop_loss=position.stop_loss, take_profit=position.take_profit).where(is_it)
        with self._connections.transaction():
            if self._connections.write(changed) != 1:
                raise StoreError(
                    f"The account {account} does not hold {plain(position.quantity)} {position.symbol};"
                    " load the account again before its stop or target is changed."
                )
            self._levels.note_position(position, at_ns, account)

    def levels_after(self, sequence: int, limit: int, account: str = PAPER) -> list[tuple[int, MovedLevels]]:
        """The oldest `limit` moves of stops and targets stored after the one of number `sequence`, each with its own
        number."""
        return self._levels.after(sequence, limit, account)

    def fills(self, limit: int = 200, account: str = PAPER, symbol: str = "") -> list[StoredFill]:
        """The newest `limit` fills, of `symbol` where one is named, newest first."""
        return self._fills.newest(limit, account, symbol)

    def fills_of_symbol_after(
        self, sequence: int, limit: int, account: str, symbol: str
    ) -> list[tuple[int, StoredFill]]:
        """The oldest `limit` fills of `symbol` booked after the one of number `sequence`, each with its own number."""
        return self._fills.of_symbol_after(sequence, limit, account, symbol)

    def add_equity_point(self, time_ns: int, equity: Decimal, cash: Decimal, account: str = PAPER) -> None:
        """Store what the account is worth at `time_ns`; it replaces the point of the same time."""
        self._equity.add(time_ns, equity, cash, account)

    def equity_curve(self, account: str = PAPER, last: int | None = None) -> tuple[TimeArray, FloatArray]:
        """Times (int64 ns UTC, rising) and equity (float64, quote money) of the newest `last` points, or of all."""
        return self._equity.read(account, last)

    def equity_after(self, time_ns: int, limit: int, account: str = PAPER) -> list[tuple[int, float]]:
        """The oldest `limit` points of the equity curve after `time_ns` (ns UTC): their time and equity."""
        return self._equity.after(time_ns, limit, account)

    def first_of_last_equity(self, last: int, account: str = PAPER) -> int | None:
        """The time (ns UTC) of the oldest among the newest `last` points of the equity curve, or None."""
        return self._equity.first_of_last(last, account)

    def equity_before(self, time_ns: int, account: str = PAPER) -> tuple[int, Decimal] | None:
        """The newest point of the equity curve before `time_ns` (ns UTC): its time and the equity, or None."""
        return self._equity.last_before(time_ns, account)

    def highest_equity(self, since_ns: int, account: str = PAPER) -> Decimal | None:
        """The highest point of the equity curve at `since_ns` (ns UTC) or later, or None."""
        return self._equity.highest(since_ns, account)

    def cancel_waiting(self, note: str) -> int:
        """Set the decisions' orders that wait, of every paper account, cancelled; how many those were is returned."""
        return self._orders.cancel_signals(note)

    def newest_orders(self, limit: int, account: str = PAPER) -> list[Order]:
        """The newest `limit` orders that carried out decisions, newest first, whatever became of them."""
        return self._orders.newest(limit, account)

    def _put_position(self, position: Position, account: str) -> None:
        values = {
            "account": account,
            "symbol": position.symbol,
            "quantity": position.quantity,
            "cost": position.cost,
            "realised": position.realised,
            "opened_at": position.opened_at,
            "stop_loss": position.stop_loss,
            "take_profit": position.take_profit,
        }
        self._connections.put(PositionRow, values)


def _position(row: Row) -> Position:
    return Position(
        symbol=row["symbol"],
        quantity=row["quantity"],
        cost=row["cost"],
        realised=row["realised"],
        opened_at=row["opened_at"],
        stop_loss=row["stop_loss"],
        take_profit=row["take_profit"],
    )
