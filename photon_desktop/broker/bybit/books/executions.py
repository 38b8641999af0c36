"""The exchange's rows of executions read into ours: trades, and money that moved without one."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from photon_desktop.broker.bybit.orders.exchange_orders import SIDES, bad_row
from photon_desktop.broker.bybit.orders.exits import exit_id
from photon_desktop.broker.bybit.rest.certainty import broker_error
from photon_desktop.errors import ValueRefusedError
from photon_desktop.market.bybit.endpoint import Category
from photon_desktop.market.bybit.faults import unreadable
from photon_desktop.trading.cash_flow import CashFlow
from photon_desktop.trading.identity import client_order_id
from photon_desktop.trading.money import ZERO, exact, to_money
from photon_desktop.trading.orders import Fill, Order, Side

_MILLISECOND_NS = 1_000_000
_TRADES = ("Trade", "AdlTrade", "BustTrade")  # by an order, by the exchange's deleveraging, by a liquidation
_EXITS = {"CreateByStopLoss": "s", "CreateByTakeProfit": "t"}


@dataclass(frozen=True, slots=True)
class Execution:
    """A trade as the exchange reports it. `quantity` is what the holding changed by, `commission` in quote money.

    `client_order_id` is empty when the order was not placed by this program; `exit_leg` is "s" or "t" then, if it was
    the exchange's own stop or target of a position. `sequence` orders executions of one time (ns UTC). `is_last` when
    nothing of the order is left afterwards, and `ordered` how much of it there was, as far as the exchange says so.
    `exchange_id` is the order's id at the exchange.
    """

    execution_id: str
    client_order_id: str
    exit_leg: str
    symbol: str
    side: Side
    quantity: Decimal
    price: Decimal
    commission: Decimal
    executed_at: int
    sequence: int
    is_last: bool = False
    ordered: Decimal = ZERO
    exchange_id: str = ""

    def exit_id(self, opening: Order) -> str:
        """The id under which the stop or target that was executed is stored: one for each order that the exchange made
        of what `opening` carried along, for where the market is thin it makes one after the other."""
        if not self.exchange_id:
            return client_order_id(opening.decision_id, self.exit_leg)
        return exit_id(opening.decision_id, self.exit_leg, self.exchange_id)

    def fill(self, client_order_id: str, requested_price: Decimal) -> Fill:
        """This execution as a fill of the order `client_order_id`, its slippage reckoned from `requested_price`."""
        slippage = to_money((self.price - requested_price) * self.quantity * self.side.sign)
        return Fill(
            fill_id=self.execution_id,
            client_order_id=client_order_id,
            symbol=self.symbol,
            side=self.side,
            quantity=self.quantity,
            price=self.price,
            commission=self.commission,
            slippage=slippage,
            filled_at=self.executed_at,
        )


def read_execution(row: Mapping[str, Any], category: Category, base: str, quote: str) -> Execution | CashFlow | None:
    """What `row` of the executions of an instrument of `base` and `quote` coin says; None for one that moves nothing.

    A spot fee is in the coin that is received. Where that is the base coin (a buy), the holding grows by less than was
    traded: the quantity here is net of the fee, and the commission is the money paid for what did not arrive, so that
    both the coins held and the cash (to a hundred-millionth) are the exchange's. Raises AmbiguousError for a row that
    can't be read, and for a fee in a third coin.
    """
    try:
        kind = str(row["execType"])
        if kind == "Funding":
            return _cash_flow(row)
        return _execution(row, category, base, quote) if kind in _TRADES else None
    except (KeyError, TypeError, ValueError, ValueRefusedError) as error:
        raise bad_row("an execution", error) from None


def _cash_flow(row: Mapping[str, Any]) -> CashFlow:
    when = int(row["execTime"]) * _MILLISECOND_NS
    return CashFlow(str(row["execId"]), str(row["symbol"]), -exact(row["execFee"]), when)


def _execution(row: Mapping[str, Any], category: Category, base: str, quote: str) -> Execution:
    side, quantity, price = SIDES[row["side"]], exact(row["execQty"]), exact(row["execPrice"])
    fee_in_base, fee_in_quote = _fees(row, category, side, base, quote)
    net = quantity - side.sign * fee_in_base
    return Execution(
        execution_id=str(row["execId"]),
        client_order_id=str(row["orderLinkId"]),
        exit_leg=_EXITS.get(str(row.get("createType", "")), ""),
        symbol=str(row["symbol"]),
        side=side,
        quantity=net,
        price=price,
        commission=fee_in_quote + side.sign * (to_money(quantity * price) - to_money(net * price)),
        executed_at=int(row["execTime"]) * _MILLISECOND_NS,
        sequence=int(row.get("seq", 0)),
        is_last=str(row.get("leavesQty") or "") != "" and exact(str(row["leavesQty"])) == 0,
        ordered=exact(str(row.get("orderQty") or 0)),
        exchange_id=str(row.get("orderId") or ""),
    )


def _fees(row: Mapping[str, Any], category: Category, side: Side, base: str, quote: str) -> tuple[Decimal, Decimal]:
    """The fee in base and in quote coin, one of them zero."""
    fee, coin = exact(row["execFee"]), str(row.get("feeCurrency", ""))
    if not coin:
        coin = base if category is Category.SPOT and side is Side.BUY else quote
    if fee == 0 or coin == quote:
        return ZERO, fee
    if coin == base:
        return fee, ZERO
    raise broker_error(unreadable(f"a fee in {coin}, which is neither {base} nor {quote}; let fees be paid in those"))
