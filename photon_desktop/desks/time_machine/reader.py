"""Reads what was recorded of a symbol, and puts it together moment by moment."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.store.levels import MovedLevels
from photon_desktop.store.messages import StoredMessage
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import MarketSnapshot, MessageType, Payload, TradeDecision
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.order_kinds import OrderKind
from photon_desktop.trading.orders import Fill, Order
from photon_desktop.ui.dialogs.time_machine.views import Moment, PastOrder, Recording

_MOMENTS = 1_000
_BOOKED = 100_000  # orders, fills and moves of stops and targets, at most
_ORDERS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Books:
    """What was booked, in its order, the account after each fill, the first being that before any, and the moves of
    stops and targets by the symbol of a position or the id of an order."""

    orders: Sequence[Order]
    fills: Sequence[Fill]
    accounts: Sequence[Account]
    marks: Sequence[tuple[int, float]]
    moves: Mapping[str, Sequence[MovedLevels]]

    def at(self, time_ns: int) -> tuple[tuple[PastOrder, ...], Account, float | None]:
        """The newest orders, the account and the equity at `time_ns` (ns UTC)."""
        fills = self.fills[: bisect_right(self.fills, time_ns, key=lambda fill: fill.filled_at)]
        placed = self.orders[: bisect_right(self.orders, time_ns, key=lambda order: order.created_at)]
        newest = tuple(self._order_at(order, fills, time_ns) for order in reversed(placed[-_ORDERS_SHOWN:]))
        marked = bisect_right(self.marks, time_ns, key=lambda mark: mark[0])
        account = self._protected(self.accounts[len(fills)], time_ns)
        return newest, account, self.marks[marked - 1][1] if marked else None

    def _order_at(self, order: Order, fills: Sequence[Fill], time_ns: int) -> PastOrder:
        stop = order.stop_price
        if order.kind is OrderKind.TRAILING_STOP:
            moved = self._moved(order.client_order_id, time_ns)
            stop = None if moved is None else moved.stop_loss
        return PastOrder(order, _filled(order, fills), stop)

    def _protected(self, account: Account, time_ns: int) -> Account:
        """`account` with the stops and targets that its positions had then."""
        for position in account.open_positions():
            if (moved := self._moved(position.symbol, time_ns)) is not None:
                account = account.protected(position.symbol, moved.stop_loss, moved.take_profit)
        return account

    def _moved(self, subject: str, time_ns: int) -> MovedLevels | None:
        moves = self.moves.get(subject, ())
        place = bisect_right(moves, time_ns, key=lambda moved: moved.moved_at)
        return moves[place - 1] if place else None


def read_recording(store: Store, symbol: str, account: str, instrument: Instrument, bars: Bars | None) -> Recording:
    """The newest 1,000 recorded bars of `symbol` and the books of `account` at each. `bars` where the window has them,
    else those recorded. Belongs in a worker thread; closes its connection. Raises what the store raises."""
    try:
        with store.connections.snapshot():
            seen = store.messages.of_type(MessageType.MARKET_SNAPSHOT, _MOMENTS, symbol)
            made = store.messages.of_type(MessageType.TRADE_DECISION, _MOMENTS, symbol)
            books = _read_books(store, account)
    finally:
        store.close_thread()
    decisions = {item.message.trace_id: item.message.payload for item in made}
    by_time = {moment.time_ns: moment for moment in (_moment(item, decisions, books) for item in reversed(seen))}
    newest_interval = max(by_time.items())[1].snapshot.interval if by_time else None
    moments = tuple(by_time[time] for time in sorted(by_time) if by_time[time].snapshot.interval is newest_interval)
    if bars is None or len(bars) == 0:
        bars = Bars.from_bars(moment.snapshot.bar for moment in moments)
    return Recording(symbol, instrument, bars, moments)


def _read_books(store: Store, account: str) -> _Books:
    orders = [stored.order for _, stored in store.trades.orders_after(0, _BOOKED, account)]
    fills = [fill for _, fill in store.trades.fills_after(0, _BOOKED, account)]
    marks = store.trades.equity_after(-(2**63), _BOOKED, account)
    fills.sort(key=lambda fill: fill.filled_at)
    orders.sort(key=lambda order: order.created_at)
    accounts = [Account(store.trades.deposits(account))]
    for fill in fills:
        accounts.append(accounts[-1].after(fill)[0])
    moves: dict[str, list[MovedLevels]] = defaultdict(list)
    for _, moved in store.trades.levels_after(0, _BOOKED, account):
        moves[moved.client_order_id or moved.symbol].append(moved)
    return _Books(orders, fills, accounts, marks, moves)


def _moment(item: StoredMessage, decisions: Mapping[str, Payload], books: _Books) -> Moment:
    snapshot = item.message.payload
    assert isinstance(snapshot, MarketSnapshot)
    found = decisions.get(item.message.trace_id)
    decision = found if isinstance(found, TradeDecision) else None
    return Moment(snapshot.close_time, snapshot, decision, *books.at(snapshot.close_time))


def _filled(order: Order, fills: Sequence[Fill]) -> Decimal:
    own = (fill.quantity for fill in fills if fill.client_order_id == order.client_order_id)
    return sum(own, ZERO)
