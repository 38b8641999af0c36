"""Asks what became of an order: the only cure for an answer that did not come."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.broker.bybit.orders.exchange_orders import ExchangeOrder, bad_row, read_order
from photon_desktop.broker.bybit.rest.client import TradingClient
from photon_desktop.broker.bybit.rest.trading_door import EXECUTIONS, OPEN_ORDERS, ORDER_HISTORY
from photon_desktop.broker.errors import BrokerError
from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.rest.door import Query
from photon_desktop.trading.money import ZERO, exact, plain
from photon_desktop.trading.orders import Order, OrderStatus

# The exchange takes no request that was signed more than its window (5 s, and 1 s by which our clock may run ahead)
# ago, so one that has not arrived after that never will; the rest is for its lists to catch up.
SAFE_WAIT_S = 15.0


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an order: NEW, TRIGGERED and PARTIALLY_FILLED are open, UNKNOWN must be asked, the rest is
    final. `filled` is how much the exchange says was carried out, whatever the status."""

    status: OrderStatus
    note: str
    filled: Decimal = ZERO
    exchange_id: str = ""

    @property
    def is_known(self) -> bool:
        """Whether nothing has to be asked."""
        return self.status is not OrderStatus.UNKNOWN


def look_up(client: TradingClient, category: Category, order: Order, since_sent_s: float) -> Standing:
    """What became of `order`: open orders, then the history, then executions, by its id.

    `since_sent_s` is how long ago, at the beginning of this, the order can last have left here. That it is nowhere to
    be found only counts after SAFE_WAIT_S; until then, and when an answer did not come, it is UNKNOWN. Raises nothing.
    """
    is_late = since_sent_s >= SAFE_WAIT_S
    try:
        found = _listed(client, category, order)
        filled = found.filled if found else _executed(client, category, order)
    except BrokerError as error:
        return Standing(OrderStatus.UNKNOWN, f"It could not be looked up: {error}")
    if found is not None:
        return Standing(found.status, found.note, filled, found.exchange_id)
    if filled >= order.quantity:
        return Standing(OrderStatus.FILLED, "Bybit shows its executions only; they fill it.", filled)
    if not is_late:
        return Standing(OrderStatus.UNKNOWN, "Bybit does not show it yet.", filled)
    if filled:
        note = f"Bybit shows executions of {plain(filled)} of {plain(order.quantity)} only, and no open order."
        return Standing(OrderStatus.CANCELLED, note, filled)
    note = f"Bybit still has no such order {SAFE_WAIT_S:g} s after it was sent: it never arrived."
    return Standing(OrderStatus.REJECTED, note)


def _listed(client: TradingClient, category: Category, order: Order) -> ExchangeOrder | None:
    """The order in the list of open ones, or in the history, which is asked second: an order moves that way only."""
    for path in (OPEN_ORDERS, ORDER_HISTORY):
        for row in client.rows(path, _by_id(category, order)):
            found = read_order(row)
            if found.client_order_id == order.client_order_id:
                return found
    return None


def _executed(client: TradingClient, category: Category, order: Order) -> Decimal:
    """How much of `order` its executions sum to, each counted once."""
    rows = client.rows(EXECUTIONS, _by_id(category, order))
    try:
        quantities = {
            str(row["execId"]): exact(str(row["execQty"]))
            for row in rows
            if row["orderLinkId"] == order.client_order_id and row["execType"] == "Trade"
        }
    except (KeyError, TypeError, ValueRefusedError) as error:
        raise bad_row("an execution", error) from None
    return sum(quantities.values(), ZERO)


def _by_id(category: Category, order: Order) -> Query:
    return {"category": category.value, "symbol": order.symbol, "orderLinkId": order.client_order_id}
