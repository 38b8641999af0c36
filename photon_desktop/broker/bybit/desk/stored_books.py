"""The books as the store has them, as far as they matter to what the exchange says."""

from collections.abc import Iterable
from decimal import Decimal

from photon_desktop.broker.bybit.books.bookings import BookedOrder, Books
from photon_desktop.broker.bybit.books.executions import Execution
from photon_desktop.broker.news import foreign_key
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.orders import Order, OrderPurpose


class StoredBooks:
    """Reads those of the account `name`. `keeps_exits`: the exchange makes positions' stops and targets itself."""

    def __init__(self, store: Store, name: str, *, keeps_exits: bool) -> None:
        self._store = store
        self._name = name
        self._keeps_exits = keeps_exits

    @property
    def are_empty(self) -> bool:
        """Whether nothing was ever booked."""
        return not self._store.trades.ledger(1, self._name)

    def money_there(self, account: Account) -> Decimal:
        """The quote money that the wallet shows when `account` is as at the exchange: contracts cost it nothing."""
        return account.balance if self._keeps_exits else account.cash

    @property
    def costs_are_told(self) -> bool:
        """Whether the exchange says what was paid for a holding, as it does of contracts."""
        return self._keeps_exits

    @property
    def let_stay(self) -> frozenset[str]:
        """The exchange's ids of orders that nobody here placed and that a person let stay."""
        return frozenset(self._store.settings.get(foreign_key(self._name), []))

    def knows(self, order_id: str) -> bool:
        """Whether an order with this id is stored."""
        return self._store.trades.order(order_id) is not None

    def about(
        self,
        account: Account,
        executions: Iterable[Execution],
        flows: Iterable[CashFlow],
        asked: Iterable[str] = (),
        listed: Iterable[str] = (),
    ) -> Books:
        """`account` with the orders that `executions` carry out, those `asked` about, and, of those `listed` by the
        exchange, all that are stored; with the exchange's own exits that are not over. Any other open order that nobody
        was asked about is left out: nothing is known of it."""
        executions = tuple(executions)
        ids = {*(one.execution_id for one in executions), *(one.flow_id for one in flows)}
        names = {*asked, *listed, *(one.client_order_id for one in executions)}
        orders = {name: found for name in names if name and (found := self._order(name)) is not None}
        for one in executions:
            if one.exit_leg:
                orders |= self._behind(one)
        orders |= self._exits()
        return Books(orders, self._store.trades.booked(ids), account)

    def is_the_exchanges(self, order: Order) -> bool:
        """Whether the exchange made `order` of a position, and does not know it by its id."""
        return self._keeps_exits and order.purpose in (OrderPurpose.STOP, OrderPurpose.TARGET)

    def exits(self) -> tuple[Order, ...]:
        """The exchange's own stops and targets that are not over, oldest first."""
        if not self._keeps_exits:
            return ()
        return tuple(order for order in self._store.trades.open_orders(self._name) if self.is_the_exchanges(order))

    def _exits(self) -> dict[str, BookedOrder]:
        names = (order.client_order_id for order in self.exits())
        return {name: found for name in names if (found := self._order(name)) is not None}

    def _order(self, name: str) -> BookedOrder | None:
        stored = self._store.trades.order(name)
        if stored is None:
            return None
        return BookedOrder(stored.order, stored.status, stored.order.filled, self.is_the_exchanges(stored.order))

    def _behind(self, exit_: Execution) -> dict[str, BookedOrder]:
        """What opened the position that a stop or target of the exchange closed, and that exit if it is stored."""
        side, until_ns = exit_.side.opposite, exit_.executed_at
        opening = self._store.trades.opening_order(exit_.symbol, self._name, side, until_ns)
        if opening is None:
            return {}
        names = (opening.client_order_id, exit_.exit_id(opening))
        return {name: found for name in names if (found := self._order(name)) is not None}
