"""The stops and targets that the exchange makes itself: by which ids they are stored, and what became of each."""

from dataclasses import replace
from uuid import NAMESPACE_OID, uuid5

from photon_desktop.broker.bybit.orders.exchange_orders import OPEN_THERE, ExchangeOrder, bad_row, read_order
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import EXECUTIONS, OPEN_ORDERS, ORDER_HISTORY
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.trading.identity import client_order_id
from photon_desktop.trading.orders import Order

_MILLISECOND_NS = 1_000_000


def exit_id(decision_id: str, leg: str, exchange_id: str) -> str:
    """The id under which the exchange's order `exchange_id` is stored, a stop ("s") or target ("t") of the position
    that `decision_id` led to."""
    return client_order_id(str(uuid5(NAMESPACE_OID, f"{decision_id} {exchange_id}")), leg)


def stands_for(order: Order, exchange_id: str) -> bool:
    """Whether the stored stop or target `order` is the exchange's `exchange_id`."""
    return order.client_order_id == exit_id(order.decision_id, order.purpose.value[0], exchange_id)


class ExitLookup:
    """Asks what became of stored stops and targets, on one thread. The exchange knows them by its own ids only: each is
    found by the execution that it was stored with."""

    def __init__(self, client: TradingClient, category: Category) -> None:
        self._client = client
        self._category = category
        self._exchange_ids: dict[str, str] = {}

    def ask(self, order: Order) -> ExchangeOrder | None:
        """`order` as the exchange has it, under our id; None when no list shows it (yet). Raises BrokerError."""
        name = order.client_order_id
        exchange_id = self._exchange_ids.get(name) or self._executed(order)
        if not exchange_id:
            return None
        self._exchange_ids[name] = exchange_id
        found = self._listed(order.symbol, exchange_id)
        if found is None:
            return None
        if found.status not in OPEN_THERE:
            self._exchange_ids.pop(name)
        return replace(found, client_order_id=name)

    def _listed(self, symbol: str, exchange_id: str) -> ExchangeOrder | None:
        """The order among the open ones, or in the history, which is asked second: an order moves that way only."""
        for path in (OPEN_ORDERS, ORDER_HISTORY):
            query = {"category": self._category.value, "symbol": symbol, "orderId": exchange_id}
            for found in map(read_order, self._client.rows(path, query)):
                if found.exchange_id == exchange_id:
                    return found
        return None

    def _executed(self, order: Order) -> str:
        """The exchange's id of `order`, by what was executed at the time it was stored for; empty when none fits."""
        at_ms = order.created_at // _MILLISECOND_NS
        span = {"startTime": at_ms, "endTime": at_ms + 1}
        rows = self._client.rows(EXECUTIONS, {"category": self._category.value, "symbol": order.symbol, **span})
        try:
            return next((found for row in rows if stands_for(order, found := str(row["orderId"]))), "")
        except (KeyError, TypeError) as error:
            raise bad_row("an execution", error) from None
