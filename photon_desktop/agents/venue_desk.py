"""The execution agent's side towards a venue that speaks by itself: its news, its troubles, and what bars an order."""

from abc import abstractmethod
from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal, Slot

from photon_desktop.agents.agent import in_words
from photon_desktop.agents.hand_orders import OrdersByHand
from photon_desktop.agents.order_effects import Effects, OrderEffects
from photon_desktop.agents.peak_equity import CapitalMove, capital_move
from photon_desktop.agents.post import Post
from photon_desktop.agents.risk_watch import RiskWatch
from photon_desktop.broker.broker import Broker
from photon_desktop.broker.difference import BooksDifference
from photon_desktop.broker.news import News
from photon_desktop.broker.obstacles import NOT_RECONCILED
from photon_desktop.errors import AccountBreachError
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.arming import Arming
from photon_desktop.trading.orders import Order
from photon_desktop.trading.profile import AccountMode
from photon_desktop.trading.risk import Refusal

_NOT_ARMED = "This account sends orders to an exchange and is not armed; arm it to let decisions trade."
_IS_OFF = "The Execution Agent is off; start it under Agents, then look at the difference again."
_ADOPTED = "What Bybit holds was accepted without an explanation of:"


class VenueDesk(OrdersByHand):
    """Stores what a broker makes known by itself, each piece in one transaction, and tells of it.

    A piece that could not be stored is brought again with the next news or price; after a breach of the books nothing
    is, until the agent is started anew.
    """

    _watch: RiskWatch
    _prices: dict[str, Decimal]
    _starting_cash: Decimal

    trouble_changed = Signal(str)  # why nothing is sent, for a person to look at; empty when that is over
    difference_changed = Signal(object)  # BooksDifference, or None when nothing is unexplained
    books_adopted = Signal(object)  # Adoption: it is booked
    _news_came = Signal()

    def __init__(self, name: str, store: Store, post: Post, arming: Arming) -> None:
        super().__init__(name, store, post)
        self._arming = arming
        self._effects = OrderEffects(store, post)
        self._trouble = ""
        self._difference: BooksDifference | None = None
        self._is_breached = False
        self._news_came.connect(self.take_news, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def take_news(self) -> None:
        """Store what the broker has heard, oldest first, and show what troubles it."""
        broker = self._broker
        if not self._is_on or broker is None or self._is_breached:
            return
        try:
            while (news := broker.news(self._account)) is not None:
                self._keep_news(news, broker)
        except Exception as error:
            self._failed += 1
            self._is_breached = isinstance(error, AccountBreachError)
            self._halt_on_breach(error)
            self._degrade(in_words(error))
        self._show_difference(broker.difference)
        self._show_trouble(broker.trouble)

    @Slot(object, bool)
    def adopt_books(self, shown: BooksDifference, cancel_orders: bool) -> None:
        """Take over what the venue holds, if it still differs as `shown`."""
        if self._is_on and self._broker is not None:
            self._broker.adopt(shown, cancel_orders=cancel_orders)
        else:
            self.hand_refused.emit(_IS_OFF)

    def _begin_broker(self, broker: Broker) -> None:
        self._is_breached = False
        self._broker = broker
        broker.begin(self._news_came.emit)

    def _close_broker(self) -> None:
        broker, self._broker = self._broker, None
        self._show_trouble("")
        self._show_difference(None)
        if broker is not None:
            broker.close()

    def _barred(self, broker: Broker) -> tuple[Refusal, ...]:
        """Why no decision may send an order to the venue now, whatever the rules say of it."""
        if not AccountMode(broker.mode).is_exchange:
            return ()
        is_armed = self._arming.is_armed(self._account_name)
        unarmed = () if is_armed else (Refusal("NOT_ARMED", _NOT_ARMED),)
        return unarmed if broker.obstacle is None else (*unarmed, broker.obstacle)

    def _may_send_exit(self, order: Order, broker: Broker) -> bool:
        """Whether the order of a stop or target that was reached is to be sent: once, and, while books and venue
        have not been found to agree, with the next price at the earliest."""
        is_barred = broker.obstacle is not None and broker.obstacle.code == NOT_RECONCILED
        return not is_barred and not self._store.trades.has_order(order.client_order_id)

    def _keep_news(self, news: News, broker: Broker) -> None:
        now_ns = self._market.now_ns
        with self._store.transaction():
            made = self._effects.keep_news(news, self._account, self._account_name, now_ns)
            moved = self._keep_capital_move(news, made.account, now_ns)
        broker.noted(news)
        self._take_effects(made)
        if news.opening is not None:
            self._begin_books()
        elif moved is not None:
            self._take_capital_move(moved, now_ns)
        if news.adoption is not None:
            self._log("WARNING", f"{_ADOPTED} {' '.join(news.adoption.words)}")
            self.books_adopted.emit(news.adoption)
        for complaint in news.complaints:
            self._log("WARNING", complaint)
            self.hand_refused.emit(complaint)

    def _show_trouble(self, trouble: str) -> None:
        if trouble == self._trouble:
            return
        before, self._trouble = self._trouble, trouble
        if trouble:
            self._degrade(trouble)
        else:
            self._recover(before)
        self.trouble_changed.emit(trouble)

    def _show_difference(self, difference: BooksDifference | None) -> None:
        if difference != self._difference:
            self._difference = difference
            self.difference_changed.emit(difference)

    def _keep_capital_move(self, news: News, after: Account, now_ns: int) -> CapitalMove | None:
        """Keep, in the open transaction, what of `news` is capital that came or went; None when none did."""
        moved = capital_move(news, self._account.equity(self._prices), after.equity(self._prices))
        if moved is not None:
            self._watch.keep_moved(now_ns, moved, after.cash)
        return moved

    def _take_capital_move(self, moved: CapitalMove, now_ns: int) -> None:
        """Know of it, once it is stored."""
        self._watch.moved(now_ns, moved)
        self._starting_cash = self._store.trades.deposits(self._account_name)
        self._publish()

    @abstractmethod
    def _publish(self) -> None:
        """Show the account as it is now."""

    @abstractmethod
    def _take_effects(self, made: Effects) -> None:
        """Take what was stored as ours, and tell of it."""

    @abstractmethod
    def _begin_books(self) -> None:
        """Take up an account whose books were just opened."""

    @abstractmethod
    def _halt_on_breach(self, error: Exception) -> None:
        """Halt trading when the books do not add up."""


def sentences(refusals: Sequence[Refusal]) -> str:
    """What the refusals say, as one text."""
    return " ".join(refusal.sentence for refusal in refusals)
