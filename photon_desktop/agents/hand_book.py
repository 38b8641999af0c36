"""What a person orders beside the agents: stored before it is sent, as a decision's order is."""

from collections.abc import Sequence
from decimal import Decimal

from photon_desktop.agents.post import Post
from photon_desktop.agents.reports import Chain, closing_order
from photon_desktop.errors import OrderError
from photon_desktop.store.inputs import InputKind, KeptInput
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account, Position
from photon_desktop.trading.identity import client_order_id
from photon_desktop.trading.money import plain
from photon_desktop.trading.orders import Order, OrderPurpose, OrderStatus
from photon_desktop.trading.protection import protection_fault

_LEG = "h"
Levels = tuple[Decimal | None, Decimal | None]  # the stop and the target


class HandBook:
    """Stores what was asked for, or raises OrderError with the reason in one sentence and leaves all as it was."""

    def __init__(self, store: Store, post: Post) -> None:
        self._store = store
        self._post = post

    def close(
        self,
        position: Position,
        quantity: Decimal,
        waiting: Sequence[Order],
        price: Decimal | None,
        mode: str,
        time_ns: int,
        account_name: str,
    ) -> Order:
        """The stored order that closes `quantity` of `position`, not sent yet. `waiting`: the orders in its symbol;
        with one of them open it is refused, because both filled would turn the position round."""
        symbol = position.symbol
        if not position.is_open:
            raise OrderError(f"Nothing of {symbol} is held; there is nothing to close.")
        if any(order.purpose is OrderPurpose.CLOSED_BY_HAND for order in waiting):
            raise OrderError(f"{symbol} is being closed already; its order waits for the next price.")
        if waiting:
            raise OrderError(f"An order in {symbol} waits for its fill; cancel it first, then close the position.")
        if quantity <= 0:
            raise OrderError(f"What is held of {symbol} is less than can be sold at once; it stays.")
        order = self._closing_order(
            position, quantity, price or abs(position.average_price), mode, time_ns, account_name
        )
        self._store.trades.add_order(order, OrderStatus.NEW, account_name)
        return order

    def check_levels(self, position: Position, last: Decimal | None, levels: Levels) -> None:
        """Refuse a stop and target that can't protect `position` while its price is `last`."""
        if fault := protection_fault(position, last, *levels):
            raise OrderError(fault)

    def protect(self, account: Account, symbol: str, levels: Levels, time_ns: int, account_name: str) -> Account:
        """The account with this stop and target on what is held of `symbol`, as it is stored now; they stand from
        `time_ns` (ns UTC, the market's time) on."""
        protected = account.protected(symbol, *levels)
        told = {"symbol": symbol, "levels": [None if level is None else plain(level) for level in levels]}
        moved = KeptInput(InputKind.LEVELS, self._post.new_id(), account_name, self._post.now_ns(), told)
        with self._store.transaction():
            self._store.trades.save_position(protected.position(symbol), time_ns, account_name)
            self._store.inputs.keep(moved)
        return protected

    def _closing_order(
        self, position: Position, quantity: Decimal, price: Decimal, mode: str, time_ns: int, account_name: str
    ) -> Order:
        """It belongs to the chain of the decision that opened the position, where that is known."""
        new_id = self._post.new_id()
        entry = self._store.trades.opening_order(position.symbol, account_name)
        chain = Chain(new_id, new_id) if entry is None else Chain.of(entry)
        order_id, purpose = client_order_id(new_id, _LEG), OrderPurpose.CLOSED_BY_HAND
        return closing_order(position, quantity, chain, order_id, price, purpose, mode, time_ns)
