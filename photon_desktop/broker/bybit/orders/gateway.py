"""The one door by which orders leave for Bybit, each at most once."""

import threading
from collections.abc import Callable
from decimal import Decimal

from photon_desktop.broker.bybit.orders.exchange_orders import OPEN_THERE
from photon_desktop.broker.bybit.orders.order_lookup import Standing, look_up
from photon_desktop.broker.bybit.orders.order_query import AT_MARKET, Amendment, Terms, amend_query, create_query
from photon_desktop.broker.bybit.rest.client import ATTEMPTS, TradingClient
from photon_desktop.broker.bybit.rest.trading_door import AMEND, CANCEL, CANCEL_ALL, CREATE, TRADING_STOP
from photon_desktop.broker.errors import AmbiguousError, BrokerError, ClockSkewError, RateLimitedError, RefusedError
from photon_desktop.errors import OrderError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.rest.door import Query
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import plain
from photon_desktop.trading.orders import Order, OrderStatus

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.5, 8.0
_SETTLE_COIN = "USDT"
_NOT_MODIFIED = 34_040  # it stands there already


class OrderGateway:
    """Places, looks up, amends and cancels orders of one category.

    The caller stores an order before it hands it over, and stores the standing that comes back. An order id is sent
    once in the life of a gateway, and never after `remember`, which names the orders of an earlier run. `now_s` gives
    monotonic seconds.
    """

    def __init__(
        self,
        client: TradingClient,
        category: Category,
        instrument_of: Callable[[str], Instrument],
        now_s: Callable[[], float],
    ) -> None:
        self._client = client
        self._category = category
        self._instrument_of = instrument_of
        self._now_s = now_s
        self._left_at: dict[str, float] = {}  # when the order can last have left, by its id
        self._lock = threading.Lock()

    def remember(self, client_order_id: str) -> None:
        """Take it that this order may have been sent, just now at the latest: it is only looked up from here on."""
        self._is_first(client_order_id)

    def place(self, order: Order, terms: Terms = AT_MARKET) -> Standing:
        """Send `order`: NEW when the exchange accepted it, REJECTED when it certainly did not, else UNKNOWN.

        After a refusal that is certain and passing (rate limit, clock) the same request is sent again, three times in
        all. After anything ambiguous it is not: `resolve` asks. Raises only what `instrument_of` does, before sending.
        """
        try:
            query = create_query(order, terms, self._category, self._instrument_of(order.symbol))
        except OrderError as error:
            return Standing(OrderStatus.REJECTED, str(error))
        if not self._is_first(order.client_order_id):
            return Standing(OrderStatus.UNKNOWN, "It may have been sent before; it is looked up, not sent again.")
        try:
            return self._sent(order, query)
        finally:
            self._left_at[order.client_order_id] = self._now_s()

    def look_up(self, order: Order) -> Standing:
        """What became of `order`, asked once; see `order_lookup.look_up`."""
        self.remember(order.client_order_id)
        since_s = self._now_s() - self._left_at[order.client_order_id]
        return look_up(self._client, self._category, order, since_s)

    def resolve(self, order: Order, patience_s: float = 60.0) -> Standing:
        """What became of `order`, asked with growing pauses (0.5 to 8 s) until it is known or `patience_s` are over."""
        deadline, pause_s = self._now_s() + patience_s, _FIRST_PAUSE_S
        while True:
            standing = self.look_up(order)
            if standing.is_known or self._now_s() + pause_s > deadline:
                return standing
            self._client.pause(pause_s)
            pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)

    def amend(self, order: Order, change: Amendment) -> None:
        """Change the open `order`. Raises OrderError before sending; RefusedError when nothing was changed, a kind of
        it (OrderGoneError) when it is not open any more; AmbiguousError when `look_up` must tell."""
        query = amend_query(order, change, self._category, self._instrument_of(order.symbol))
        self._client.write(AMEND, query)

    def cancel(self, order: Order) -> Standing:
        """Cancel `order`, and what became of it: it may have been filled before. UNKNOWN when `resolve` must tell.
        Raises RefusedError when it was not cancelled and is, or may be, open still."""
        query = {"category": self._category.value, "symbol": order.symbol, "orderLinkId": order.client_order_id}
        try:
            self._client.write(CANCEL, query)
        except RefusedError:
            standing = self.look_up(order)  # what is over already is refused, with one of many codes
            if standing.status in (*OPEN_THERE, OrderStatus.UNKNOWN):
                raise
            return standing
        except AmbiguousError as error:
            return Standing(OrderStatus.UNKNOWN, f"Whether it was cancelled is not known: {error}")
        return self.look_up(order)

    def protect(self, symbol: str, stop_loss: Decimal | None, take_profit: Decimal | None) -> None:
        """Put the stop and the target of the whole position in `symbol` there, on the nearest ticks; None takes one
        away. Raises RefusedError when nothing was moved, AmbiguousError when nobody knows."""
        instrument = self._instrument_of(symbol)
        levels = {"stopLoss": stop_loss, "takeProfit": take_profit}
        query: dict[str, str | int] = {"category": self._category.value, "symbol": symbol, "positionIdx": 0}
        query |= {
            name: "0" if level is None else plain(instrument.round_price(level)) for name, level in levels.items()
        }
        try:
            self._client.write(TRADING_STOP, {**query, "tpslMode": "Full"})
        except BrokerError as error:
            if error.code != _NOT_MODIFIED:
                raise

    def cancel_all(self, symbol: str = "") -> None:
        """Cancel every open order of the category (in `symbol`), asked up to three times, which does no harm; the stops
        and targets of positions stay. Raises BrokerError when it is not known to have been done."""
        query: dict[str, str | int] = {"category": self._category.value, "orderFilter": "Order"}
        if symbol:
            query["symbol"] = symbol
        elif self._category is Category.LINEAR:
            query["settleCoin"] = _SETTLE_COIN
        for attempt in range(ATTEMPTS):
            try:
                self._client.write(CANCEL_ALL, query)
            except (AmbiguousError, RateLimitedError, ClockSkewError):
                if attempt == ATTEMPTS - 1:
                    raise
            else:
                return

    def _is_first(self, client_order_id: str) -> bool:
        """Whether this id was not remembered before; it is from now on."""
        with self._lock:
            is_first = client_order_id not in self._left_at
            self._left_at.setdefault(client_order_id, self._now_s())
            return is_first

    def _sent(self, order: Order, query: Query) -> Standing:
        for _ in range(ATTEMPTS):
            try:
                answer = self._client.write(CREATE, query)
            except (RateLimitedError, ClockSkewError) as error:
                refused = Standing(OrderStatus.REJECTED, str(error))
            except RefusedError as error:
                return Standing(OrderStatus.REJECTED, str(error))
            except AmbiguousError as error:
                return Standing(OrderStatus.UNKNOWN, str(error))
            else:
                return _accepted(order, str(answer.get("orderLinkId", "")), str(answer.get("orderId", "")))
        return refused


def _accepted(order: Order, answered_id: str, exchange_id: str) -> Standing:
    """Accepted when the answer is about this order: one to another request says nothing of it."""
    if answered_id != order.client_order_id or not exchange_id:
        return Standing(OrderStatus.UNKNOWN, "Bybit answered of another order; this one is looked up.")
    return Standing(OrderStatus.NEW, "Bybit accepted it.", exchange_id=exchange_id)
