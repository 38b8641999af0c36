"""An order written as the exchange wants it: decimal text on its ticks and steps, never a float."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from re import fullmatch

from photon_desktop.errors import OrderError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.rest.door import Query
from photon_desktop.trading.identity import CLIENT_ORDER_ID_LIMIT
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.money import plain
from photon_desktop.trading.orders import Order, OrderPurpose, Side

_SIDES = {Side.BUY: "Buy", Side.SELL: "Sell"}


class TimeInForce(StrEnum):
    """How long a limit order waits, in the exchange's words."""

    GOOD_TILL_CANCELLED = "GTC"
    IMMEDIATE_OR_CANCEL = "IOC"
    POST_ONLY = "PostOnly"


@dataclass(frozen=True, slots=True)
class Terms:
    """How an order is carried out: at `limit_price` or better, or at any price (None); `is_reduce_only` closes at most
    what is held."""

    limit_price: Decimal | None = None
    time_in_force: TimeInForce = TimeInForce.GOOD_TILL_CANCELLED
    is_reduce_only: bool = False


AT_MARKET = Terms()


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is to be changed of an open order; None leaves it."""

    quantity: Decimal | None = None
    limit_price: Decimal | None = None
    stop_loss: Decimal | None = None
    take_profit: Decimal | None = None


def create_query(order: Order, terms: Terms, category: Category, instrument: Instrument) -> Query:
    """The request that places `order`, its client order id being the exchange's orderLinkId.

    A linear order whose purpose is to close is reduce-only whatever `terms` say. The stop and target go to the
    exchange with a linear order that may open, and with a spot limit order; with a spot market order it takes none, so
    the program must watch them itself. Stop and target are put on the nearest tick; a quantity off its step or a limit
    price off its tick is refused. Raises OrderError, naming the bound and the value.
    """
    closes = category is Category.LINEAR and (terms.is_reduce_only or order.purpose is not OrderPurpose.SIGNAL)
    _check(order, terms, instrument, closes)
    query: dict[str, str | int] = {
        "category": category.value,
        "symbol": order.symbol,
        "side": _SIDES[order.side],
        "orderType": "Market" if terms.limit_price is None else "Limit",
        "qty": plain(order.quantity),
        "orderLinkId": order.client_order_id,
    }
    if terms.limit_price is not None:
        query |= {"price": plain(terms.limit_price), "timeInForce": terms.time_in_force.value}
    if category is Category.LINEAR:
        query |= {"positionIdx": 0, "reduceOnly": closes}
    elif terms.limit_price is None:
        query["marketUnit"] = "baseCoin"  # else the quantity of a buy would be quote money
    takes_protection = not closes if category is Category.LINEAR else terms.limit_price is not None
    return query | _protection(order.stop_loss, order.take_profit, instrument) if takes_protection else query


def amend_query(order: Order, change: Amendment, category: Category, instrument: Instrument) -> Query:
    """The request that changes the open `order`. Raises OrderError for a quantity off its step, a price off its tick,
    and for no change."""
    query: dict[str, str | int] = {"category": category.value, "symbol": order.symbol}
    query["orderLinkId"] = order.client_order_id
    length = len(query)
    if change.quantity is not None:
        _check_step(order.symbol, change.quantity, instrument)
        query["qty"] = plain(change.quantity)
    if change.limit_price is not None:
        _check_tick(order.symbol, change.limit_price, instrument)
        query["price"] = plain(change.limit_price)
    query |= _protection(change.stop_loss, change.take_profit, instrument)
    if len(query) == length:
        raise OrderError(f"Nothing of the order {order.client_order_id} is to be changed; name what is.")
    return query


def _check(order: Order, terms: Terms, instrument: Instrument, closes: bool) -> None:
    if fullmatch(r"[A-Za-z0-9_-]+", order.client_order_id) is None or (
        len(order.client_order_id) > CLIENT_ORDER_ID_LIMIT
    ):
        raise OrderError(
            f"The order id {order.client_order_id!r} is not of 1 to {CLIENT_ORDER_ID_LIMIT} letters, digits, - and _."
        )
    if terms.limit_price is not None:
        _check_tick(order.symbol, terms.limit_price, instrument)
    if closes:  # the least value does not hold for what closes
        _check_step(order.symbol, order.quantity, instrument)
    else:
        instrument.check_order(order.quantity, terms.limit_price or order.requested_price)


def _check_step(symbol: str, quantity: Decimal, instrument: Instrument) -> None:
    if quantity <= 0 or quantity % instrument.quantity_step != 0:
        raise OrderError(f"Quantity {plain(quantity)} is off {symbol}'s step {plain(instrument.quantity_step)}.")


def _check_tick(symbol: str, price: Decimal, instrument: Instrument) -> None:
    if price <= 0 or price % instrument.tick_size != 0:
        raise OrderError(f"Price {plain(price)} is off {symbol}'s tick {plain(instrument.tick_size)}.")


def _protection(stop_loss: Decimal | None, take_profit: Decimal | None, instrument: Instrument) -> dict[str, str | int]:
    prices = {"stopLoss": stop_loss, "takeProfit": take_profit}
    return {name: plain(instrument.round_price(price)) for name, price in prices.items() if price is not None}
