"""The broker of an account at Bybit: orders go to the exchange, and what became of them comes from it."""

import logging
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import random
from typing import Any

from photon_desktop.broker.bybit.books.execution_reader import ExecutionCursor
from photon_desktop.broker.bybit.desk.agreement import Agreement
from photon_desktop.broker.bybit.desk.courier import Courier
from photon_desktop.broker.bybit.desk.listings import Listings
from photon_desktop.broker.bybit.desk.open_orders import OpenOrders
from photon_desktop.broker.bybit.desk.reader import Read, WordReader
from photon_desktop.broker.bybit.desk.stock import StockTaking
from photon_desktop.broker.bybit.desk.stored_books import StoredBooks
from photon_desktop.broker.bybit.desk.words import Statement, Word
from photon_desktop.broker.bybit.orders.gateway import OrderGateway
from photon_desktop.broker.bybit.orders.order_query import Terms
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.stream.link import LinkState
from photon_desktop.broker.bybit.stream.private_messages import read_private
from photon_desktop.broker.bybit.stream.private_stream import PrivateStream, PrivateTransports
from photon_desktop.broker.difference import BooksDifference
from photon_desktop.broker.news import Levels, News, bookmark_key
from photon_desktop.errors import PhotonError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.stream.pacing import Pacing
from photon_desktop.store.store import Store
from photon_desktop.trading.account import Account
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.order_change import OrderChange
from photon_desktop.trading.orders import Fill, Order, OrderStatus
from photon_desktop.trading.prices import PriceTick
from photon_desktop.trading.risk import Refusal

log = logging.getLogger(__name__)
_NOTHING = News()


@dataclass(frozen=True, slots=True)
class Ways:
    """How the account is reached: requests by `client`, the stream by what `new_transport` makes. `now_s` gives the
    monotonic seconds by which requests are spaced, `random` numbers in [0, 1)."""

    client: TradingClient
    category: Category
    new_transport: Callable[[], PrivateTransports]
    pacing: Pacing = field(default_factory=Pacing)
    now_s: Callable[[], float] = time.monotonic
    random: Callable[[], float] = random


class BybitBroker:
    """Of one account, whose books `store` keeps under `account`. `waiting` are its stored orders that are not over:
    they may have been sent, and are looked up, never sent again. `symbols` are those whose steps are asked for first;
    `instrument_of` answers for what was not asked yet. `may_leave` says why an order may not leave any more.
    """

    def __init__(
        self,
        ways: Ways,
        mode: str,
        account: str,
        store: Store,
        waiting: Sequence[Order],
        symbols: Sequence[str],
        instrument_of: Callable[[str], Instrument],
        may_leave: Callable[[Order], str],
    ) -> None:
        self.mode = mode
        self.keeps_exits = ways.category is Category.LINEAR
        self._ways = ways
        self._instrument_of = instrument_of
        self._listings = Listings(ways.client, ways.category)
        self._gateway = OrderGateway(ways.client, ways.category, self._listings.instrument, ways.now_s)
        self._stock = StockTaking(ways.client, ways.category, self._listings, self._gateway, symbols)
        self._books = books = StoredBooks(store, account, keeps_exits=self.keeps_exits)
        self._exits = books.exits()  # replaced as a whole: the courier's thread reads it
        ours = [order for order in waiting if not books.is_the_exchanges(order)]
        self._orders = OpenOrders(ours, _unknown_of(ours, store))
        for order in ours:
            self._gateway.remember(order.client_order_id)
        kept = store.settings.get(bookmark_key(account), "")
        self._cursor = ExecutionCursor.of(kept) if kept else None
        self._agreement = Agreement()
        self._courier = Courier(self._gateway, self._take_stock, self._tell, may_leave, ways.now_s)
        self._reader = WordReader(account, mode, books, self._orders, self._agreement, self._courier)
        self._stream = PrivateStream(
            ways.new_transport, ways.client.measure_clock, self._hear, self._link_changed, ways.pacing,
            time.monotonic, ways.random,
        )  # fmt: skip
        self._is_open = True
        self._account = Account()
        self._words: deque[Word] = deque()
        self._heard: deque[Word] = deque()
        self._reading: tuple[deque[Word] | None, Read] = (None, Read())
        self._on_news: Callable[[], None] = lambda: None

    def begin(self, on_news: Callable[[], None]) -> None:
        """Connect, on threads of its own."""
        self._on_news = on_news
        self._courier.start()
        self._stream.start()

    @property
    def is_open(self) -> bool:
        """Whether it was not closed; from any thread."""
        return self._is_open

    def close(self) -> None:
        """End the stream, the requests and the threads, within seconds at the most."""
        self._is_open = False
        self._stream.stop()
        self._ways.client.close()
        self._courier.stop()

    @property
    def obstacle(self) -> Refusal | None:
        """The stream that is down, or books that have not been found to agree."""
        return self._agreement.obstacle(self._stream.state, self._stream.age_s)

    @property
    def trouble(self) -> str:
        """What can't be explained, or a key that is refused."""
        return self._agreement.trouble(self._stream.state)

    @property
    def difference(self) -> BooksDifference | None:
        """What the newest statement left unexplained, once that is no doubt any more."""
        return self._reader.difference if self._agreement.is_different else None

    def adopt(self, shown: BooksDifference, *, cancel_orders: bool) -> None:
        """Have the exchange asked once more; what comes of it is news."""
        self._courier.adopt(shown, cancel_orders=cancel_orders)

    def stream_age_s(self) -> float | None:
        """Seconds since the account's stream last said anything; None while it has not, or is not open. From any
        thread."""
        return self._stream.age_s if self._stream.state.is_live else None

    def cancel_all(self) -> None:
        """Have every open order of the account cancelled, now and on the calling thread; from any. Raises BrokerError
        when it is not known to have been done."""
        self._gateway.cancel_all()

    def news(self, account: Account, /) -> News | None:
        """Requests' answers first; what the stream brings waits until stock was taken for its connection."""
        self._account = account
        while (source := self._next_source()) is not None:
            read = self._reader.read(source[0], account)
            if read.news != _NOTHING:
                self._reading = (source, read)
                return read.news
            source.popleft()
            read.then()
        if ends := self._orders.ended():
            self._reading = (None, Read())
            return News(changes=ends)
        return None

    def noted(self, news: News) -> None:
        """Go on from what is stored."""
        for change in news.changes:
            self._orders.note(change)
        if news.changes:
            self._exits = self._books.exits()
        if news.bookmark:
            self._cursor = ExecutionCursor.of(news.bookmark)
        source, read = self._reading
        if source is not None:
            source.popleft()
        read.then()

    def instrument_of(self, symbol: str) -> Instrument:
        """As the exchange describes it, once it was asked."""
        return self._listings.known(symbol) or self._instrument_of(symbol)

    def closing_quantity(self, symbol: str, held: Decimal, /) -> Decimal:
        """Whole steps only: a fee in the bought coin leaves parts of one."""
        return self.instrument_of(symbol).floor_quantity(held)

    def set_costs(self, costs: CostModel) -> None:
        """The exchange says what a fill costs."""

    def submit(self, order: Order) -> None:
        """Have `order` sent, once."""
        if self._orders.get(order.client_order_id) is None:
            self._courier.send(order, self._terms_of(order))
            self._orders.put(order)

    def _terms_of(self, order: Order) -> Terms:
        """An order that makes a position smaller must not open one the other way, though the exchange's own stop takes
        the position out first."""
        held = self._account.position(order.symbol).quantity
        return Terms(is_reduce_only=held * order.side.sign < 0 and order.quantity <= abs(held))

    def take_back(self, order: Order, why: str, /) -> bool:
        """Have it cancelled."""
        if self._orders.ask_back(order.client_order_id, why):
            self._courier.cancel(order, self._orders.next_cancel_s(order.client_order_id))
        return False

    def protect(self, symbol: str, stop_loss: Decimal | None, take_profit: Decimal | None, /) -> bool:
        """The exchange watches contracts' stops and targets; of coins they are watched here."""
        if self.keeps_exits:
            self._courier.protect(Levels(symbol, stop_loss, take_profit))
        return not self.keeps_exits

    def forget(self, client_order_id: str) -> None:
        """Drop an order that is over."""
        self._orders.drop(client_order_id)

    def waiting(self, symbol: str) -> tuple[Order, ...]:
        """Orders in `symbol` that are not over, oldest first."""
        return tuple(order for order in self._orders.all if order.symbol == symbol)

    def all_waiting(self) -> tuple[Order, ...]:
        """Orders that are not over, oldest first."""
        return self._orders.all

    def changes_at(self, _tick: PriceTick, /) -> Sequence[OrderChange]:
        """A price alone changes nothing: the exchange says what it did."""
        return ()

    def accept(self, changes: Sequence[OrderChange]) -> None:
        """Go on with what each order has become."""
        for change in changes:
            self._orders.note(change)

    def fill_exit(self, _order: Order, _price: Decimal, _time_ns: int, /) -> Fill | None:
        """Nothing is filled here."""
        return None

    def _next_source(self) -> deque[Word] | None:
        if self._words:
            return self._words
        is_counted = self._reader.counted == self._stream.state.generation
        return self._heard if self._heard and is_counted else None

    def _take_stock(self) -> Statement | None:
        """On the courier's thread; None while nobody would hear what happens meanwhile."""
        state = self._stream.state
        if not state.is_live:
            return None
        waiting = self._orders.all  # before those that have not left: one that leaves in between counts
        unsent = self._courier.unsent
        left = [order for order in waiting if order.client_order_id not in unsent]
        return self._stock.take(state.generation, left, self._cursor, self._exits)

    def _tell(self, word: Word) -> None:
        self._words.append(word)
        self._say_news()

    def _hear(self, message: Mapping[str, Any]) -> None:
        """On the stream's thread. What can't be read is not lost: stock is taken instead."""
        try:
            heard = read_private(message, self._ways.category, self._listings.coins)
        except PhotonError as error:
            log.warning("%s", error)
            self._courier.stock()
            return
        if not heard.is_empty:
            self._heard.append(heard)
            self._say_news()

    def _link_changed(self, state: LinkState) -> None:
        if state.is_live:
            self._courier.stock()
        self._say_news()

    def _say_news(self) -> None:
        if self._is_open:
            self._on_news()


def _unknown_of(waiting: Sequence[Order], store: Store) -> list[str]:
    found = [store.trades.order(order.client_order_id) for order in waiting]
    return [one.order.client_order_id for one in found if one is not None and one.status is OrderStatus.UNKNOWN]
