"""The exchange's rows of orders read into ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from photon_desktop.broker.bybit.rest.certainty import broker_error
from photon_desktop.broker.errors import BrokerError
from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.faults import unreadable
from photon_desktop.trading.money import exact, plain
from photon_desktop.trading.orders import OrderStatus, Side

SIDES = {"Buy": Side.BUY, "Sell": Side.SELL}
_STATUS = {
    "New": OrderStatus.NEW,
    "PartiallyFilled": OrderStatus.PARTIALLY_FILLED,
    "Untriggered": OrderStatus.NEW,
    "Triggered": OrderStatus.TRIGGERED,
    "Filled": OrderStatus.FILLED,
    "Rejected": OrderStatus.REJECTED,
    "Cancelled": OrderStatus.CANCELLED,
    "PartiallyFilledCanceled": OrderStatus.CANCELLED,
    "Deactivated": OrderStatus.CANCELLED,
}
OPEN_THERE = (OrderStatus.NEW, OrderStatus.TRIGGERED, OrderStatus.PARTIALLY_FILLED)
_NO_STOP = ("", "UNKNOWN")
_NO_REASON = ("", "EC_NoError")


@dataclass(frozen=True, slots=True)
class ExchangeOrder:
    """An order as the exchange has it. `filled` may be above zero with each status; `client_order_id` is empty for one
    that this program did not place; `is_protective` tells the exchange's own stop and target orders from those."""

    client_order_id: str
    exchange_id: str
    symbol: str
    side: Side
    quantity: Decimal
    filled: Decimal
    status: OrderStatus
    note: str
    is_protective: bool = False


def read_order(row: Mapping[str, Any]) -> ExchangeOrder:
    """The order that `row` describes. Raises AmbiguousError for a row that is none."""
    try:
        quantity, filled = exact(str(row["qty"])), exact(str(row["cumExecQty"] or 0))
        return ExchangeOrder(
            client_order_id=str(row["orderLinkId"]),
            exchange_id=str(row["orderId"]),
            symbol=str(row["symbol"]),
            side=SIDES[row["side"]],
            quantity=quantity,
            filled=filled,
            status=_STATUS[row["orderStatus"]],
            note=_note(row, quantity, filled),
            is_protective=str(row.get("stopOrderType", "")) not in _NO_STOP,
        )
    except (KeyError, TypeError, ValueRefusedError) as error:
        raise bad_row("an order", error) from None


def bad_row(what: str, error: Exception) -> BrokerError:
    """The error for a row that is not what the exchange describes."""
    return broker_error(unreadable(f"{what}: {type(error).__name__} {error}"))


def _note(row: Mapping[str, Any], quantity: Decimal, filled: Decimal) -> str:
    reason = str(row.get("rejectReason", ""))
    parts = [f"Bybit says {row['orderStatus']}"]
    if reason not in _NO_REASON:
        parts.append(reason)
    if 0 < filled < quantity:
        parts.append(f"{plain(filled)} of {plain(quantity)} filled")
    return ", ".join(parts) + "."
