"""The orders that are not over, as the store has them, and what the exchange has said of each beyond that."""

from collections.abc import Iterable

from photon_desktop.broker.bybit.books.reconcile import accounts_for
from photon_desktop.broker.bybit.orders.order_lookup import Standing
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.orders import Order, OrderStatus

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.5, 8.0
_LONGEST_BEFORE_CANCEL_S = 4.0  # a person may be the one who asks


class OpenOrders:
    """Changed on one thread; `all`, oldest first, may be read on any: it is replaced as a whole."""

    def __init__(self, waiting: Iterable[Order], unknown: Iterable[str]) -> None:
        self._orders = {order.client_order_id: order for order in waiting}
        self._unknown = set(unknown)
        self._asked_back: dict[str, str] = {}
        self._endings: dict[str, Standing] = {}
        self._looks: dict[str, int] = {}
        self._cancels: dict[str, int] = {}
        self.all = tuple(self._orders.values())

    def get(self, order_id: str) -> Order | None:
        """The order with this id, if it is not over."""
        return self._orders.get(order_id)

    def put(self, order: Order) -> bool:
        """Take `order`; False when it is here already."""
        if order.client_order_id in self._orders:
            return False
        self._orders[order.client_order_id] = order
        self.all = tuple(self._orders.values())
        return True

    def note(self, change: OrderChange) -> None:
        """Know that `change` is stored."""
        name = change.order.client_order_id
        if change.is_final:
            self.drop(name)
        elif name in self._orders:
            self._orders[name] = change.order
            is_unknown = change.status is OrderStatus.UNKNOWN
            (self._unknown.add if is_unknown else self._unknown.discard)(name)
        self.all = tuple(self._orders.values())

    def drop(self, order_id: str) -> None:
        """Forget an order that is over."""
        for kept in (self._orders, self._asked_back, self._endings, self._looks, self._cancels):
            kept.pop(order_id, None)
        self._unknown.discard(order_id)
        self.all = tuple(self._orders.values())

    def is_unknown(self, order_id: str) -> bool:
        """Whether the store says that nobody knows what became of it."""
        return order_id in self._unknown

    def ask_back(self, order_id: str, why: str) -> bool:
        """Note that it is to be cancelled; False when that was noted already."""
        is_first = order_id not in self._asked_back
        self._asked_back.setdefault(order_id, why)
        return is_first

    def keep(self, order_id: str) -> None:
        """It was not cancelled: it may be asked for again."""
        self._asked_back.pop(order_id, None)

    def next_look_s(self, order_id: str) -> float:
        """In how many seconds to look an unknown order up, each time later."""
        looks = self._looks[order_id] = self._looks.get(order_id, -1) + 1
        return min(_FIRST_PAUSE_S * 2.0**looks, _LONGEST_PAUSE_S)

    def next_cancel_s(self, order_id: str) -> float:
        """In how many seconds to cancel it: at once, and later each time that it could not be. Whoever wants it gone
        asks with every price."""
        cancels = self._cancels[order_id] = self._cancels.get(order_id, -1) + 1
        return min(_FIRST_PAUSE_S * 2.0 ** (cancels - 1), _LONGEST_BEFORE_CANCEL_S) if cancels else 0.0

    def end(self, order_id: str, standing: Standing) -> bool:
        """The exchange says how an open order ended. False when not all its executions are here yet."""
        order = self._orders[order_id]
        self._endings[order_id] = standing
        return accounts_for(standing.filled, order.filled)

    def ended(self) -> tuple[OrderChange, ...]:
        """The ends of those orders whose executions are all booked."""
        return tuple(
            OrderChange(order, standing.status, note=self._why(name, standing))
            for name, standing in self._endings.items()
            if accounts_for(standing.filled, (order := self._orders[name]).filled)
        )

    def _why(self, order_id: str, standing: Standing) -> str:
        is_cancelled = standing.status is OrderStatus.CANCELLED
        return self._asked_back.get(order_id, standing.note) if is_cancelled else standing.note
