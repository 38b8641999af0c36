"""The orders that take a position out: at its stop, at its target, or because all is to be closed."""

from decimal import Decimal

from photon_desktop.agents.post import Post
from photon_desktop.agents.reports import Chain, closing_order
from photon_desktop.broker.broker import Broker
from photon_desktop.errors import AccountBreachError
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Position
from photon_desktop.trading.identity import client_order_id
from photon_desktop.trading.orders import Order, OrderPurpose

_ONCE = (OrderPurpose.STOP, OrderPurpose.TARGET)


class ExitOrders:
    """Makes them, in the chain of the decision that opened the position; nothing is stored by it."""

    def __init__(self, store: Store, post: Post) -> None:
        self._store = store
        self._post = post

    def closing(
        self,
        position: Position,
        broker: Broker,
        price: Decimal,
        purpose: OrderPurpose,
        time_ns: int,
        account_name: str,
    ) -> Order | None:
        """The order that takes `position` out; None when what is held is less than any order there can close."""
        quantity = broker.closing_quantity(position.symbol, abs(position.quantity))
        if quantity <= 0:
            return None
        return self.order(position, quantity, price, purpose, broker.mode, time_ns, account_name)

    def order(
        self,
        position: Position,
        quantity: Decimal,
        price: Decimal,
        purpose: OrderPurpose,
        mode: str,
        time_ns: int,
        account_name: str,
    ) -> Order:
        """The order that closes `quantity` of `position`; AccountBreachError when nothing ever opened it."""
        entry = self._store.trades.opening_order(position.symbol, account_name)
        if entry is None:
            raise AccountBreachError(f"The position in {position.symbol} has no opening order; trading halts.")
        order_id = self._id_of(entry, purpose)
        return closing_order(position, quantity, Chain.of(entry), order_id, price, purpose, mode, time_ns)

    def _id_of(self, entry: Order, purpose: OrderPurpose) -> str:
        """A stop or target ends a position once; a close that was asked for and taken back may be asked for again."""
        decision_id = entry.decision_id if purpose in _ONCE else self._post.new_id()
        return client_order_id(decision_id, purpose.value[0])
