"""What a person asks the execution agent to do beside its decisions: close, cancel, move a stop or target."""

from abc import abstractmethod
from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Signal, Slot

from photon_desktop.agents.agent import Agent, in_words
from photon_desktop.agents.hand_book import HandBook, Levels
from photon_desktop.agents.market_time import MarketTime
from photon_desktop.agents.post import Post
from photon_desktop.broker.broker import Broker
from photon_desktop.broker.obstacles import NOT_RECONCILED
from photon_desktop.errors import OrderError
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.orders import Order

CANCELLED_BY_HAND = "The order was cancelled by hand before all of it was filled."
POSITION_GONE = "The position was closed otherwise before this order was filled; it was taken back."


class OrdersByHand(Agent):
    """The slots for it. Each does what is asked, or tells in one sentence why not and leaves all as it was; none asks
    the rules for decisions, so that a position can be closed while trading is halted or the account not armed."""

    hand_refused = Signal(str)  # why what was asked for by hand was not done

    _account: Account
    _account_name: str
    _broker: Broker | None
    _market: MarketTime
    _prices: dict[str, Decimal]

    def __init__(self, name: str, store: Store, post: Post) -> None:
        super().__init__(name, store, post)
        self._hand_book = HandBook(store, post)

    @Slot(str)
    def close_position(self, symbol: str) -> None:
        """Close what is held of `symbol` at the next price, also while decisions are halted."""
        self._do_by_hand(lambda broker: self._close(symbol, broker))

    @Slot(str)
    def cancel_order(self, order_id: str) -> None:
        """Take back an order that waits for its fill."""
        self._do_by_hand(lambda broker: self._take_back(order_id, broker))

    @Slot(str, object, object)
    def move_protection(self, symbol: str, stop_loss: Decimal | None, take_profit: Decimal | None) -> None:
        """Put the stop and the target of a position at these prices; None takes one away."""
        self._do_by_hand(lambda broker: self._move_protection(symbol, (stop_loss, take_profit), broker))

    def _do_by_hand(self, act: Callable[[Broker], None]) -> None:
        try:
            act(self._open_broker_or_refuse())
            self._publish()
        except Exception as error:
            self._log("WARNING", in_words(error))
            self.hand_refused.emit(in_words(error))

    def _open_broker_or_refuse(self) -> Broker:
        if not self._is_on or self._broker is None:
            raise OrderError("The Execution Agent is stopped, so nothing was done; start it under Agents.")
        return self._broker

    def _close(self, symbol: str, broker: Broker) -> None:
        if broker.obstacle is not None and broker.obstacle.code == NOT_RECONCILED:
            raise OrderError(broker.obstacle.sentence)
        position, now = self._account.position(symbol), self._market.now_ns
        quantity = broker.closing_quantity(symbol, abs(position.quantity))
        waiting, last = broker.waiting(symbol), self._prices.get(symbol)
        broker.submit(self._hand_book.close(position, quantity, waiting, last, self._mode, now, self._account_name))

    def _take_back(self, order_id: str, broker: Broker) -> None:
        order = next((order for order in broker.all_waiting() if order.client_order_id == order_id), None)
        if order is None:
            raise OrderError(f"The order {order_id} does not wait any more; nothing was cancelled.")
        self._cancel(order, broker, CANCELLED_BY_HAND)

    def _move_protection(self, symbol: str, levels: Levels, broker: Broker) -> None:
        self._hand_book.check_levels(self._account.position(symbol), self._prices.get(symbol), levels)
        if broker.protect(symbol, *levels):
            now = self._market.now_ns
            self._account = self._hand_book.protect(self._account, symbol, levels, now, self._account_name)

    @property
    @abstractmethod
    def _mode(self) -> str:
        """paper, demo, testnet or live."""

    @abstractmethod
    def _cancel(self, order: Order, broker: Broker, why: str) -> None:
        """Settle a waiting order as cancelled, with its report, in one transaction."""

    @abstractmethod
    def _publish(self) -> None:
        """Tell the account as it is now."""
