"""The paper twin: what the same decisions would have made without spread, slippage, latency and fees."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Self

from photon_desktop.trading.account import Account
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.orders import Fill, Order, OrderPurpose, OrderStatus


@dataclass(frozen=True, slots=True)
class TradingCost:
    """What the account makes less than its twin, in quote money; a part under zero is a gain.

    `fees`: the commissions. `slippage`: what its fills paid beyond the prices asked for. `delay`: all the rest, which
    is what orders would have made that were filled in part, under other holdings, or not at all.
    """

    fees: Decimal = ZERO
    slippage: Decimal = ZERO
    delay: Decimal = ZERO

    @property
    def total(self) -> Decimal:
        """The twin's equity less the account's."""
        return self.fees + self.slippage + self.delay


@dataclass(frozen=True, slots=True)
class Twin:
    """The books of a twin beside those of its account, both from no cash on: only the difference is told.

    It never changes: `ordered` and `filled` give the next one. `prices`: the last one of each symbol in an order or a
    fill, or as it was told.
    """

    books: Account = field(default_factory=Account)
    account: Account = field(default_factory=Account)
    fees: Decimal = ZERO
    slippage: Decimal = ZERO
    prices: Mapping[str, Decimal] = field(default_factory=dict)

    def ordered(self, order: Order) -> Self:
        """The twin once `order` was made: filled whole and at once at the price asked for, and for nothing.

        What closes a position closes what the twin holds of it, whatever the account holds.
        """
        priced = self.at({order.symbol: order.requested_price})
        quantity = self._quantity(order)
        return priced if quantity == 0 else replace(priced, books=priced.books.after(_free_fill(order, quantity))[0])

    def filled(self, fill: Fill) -> Self:
        """The twin once the account has booked `fill`."""
        priced = self.at({fill.symbol: fill.price})
        return replace(
            priced,
            account=priced.account.after(fill)[0],
            fees=self.fees + fill.commission,
            slippage=self.slippage + fill.slippage,
        )

    def at(self, prices: Mapping[str, Decimal]) -> Self:
        """The twin at these prices; a symbol they don't name keeps its own."""
        return replace(self, prices={**self.prices, **prices})

    def cost(self) -> TradingCost:
        """The twin's equity less the account's at the last prices, and its parts, which sum to it exactly."""
        whole = self.books.equity(self.prices) - self.account.equity(self.prices)
        return TradingCost(self.fees, self.slippage, whole - self.fees - self.slippage)

    def _quantity(self, order: Order) -> Decimal:
        held = self.books.position(order.symbol).quantity
        twin_closes = abs(held) if held * order.side.sign < 0 else ZERO
        if order.purpose is not OrderPurpose.SIGNAL:
            return twin_closes
        account_held = self.account.position(order.symbol).quantity
        if account_held * order.side.sign >= 0:  # the decision opened, or added to what was held
            return order.quantity
        beyond = order.quantity - abs(account_held)
        return min(twin_closes, order.quantity) if beyond < 0 else twin_closes + beyond


def takes_part(order: Order, status: OrderStatus) -> bool:
    """Whether the twin fills `order`: all but one that was taken back before anything of it was filled."""
    return status is not OrderStatus.CANCELLED or order.parts > 0


def is_decided(order: Order, status: OrderStatus) -> bool:
    """Whether it is known for good if the twin fills `order`."""
    return order.parts > 0 or status in (OrderStatus.CANCELLED, OrderStatus.REJECTED, OrderStatus.EXPIRED)


def _free_fill(order: Order, quantity: Decimal) -> Fill:
    return Fill(
        fill_id=f"{order.client_order_id}-twin",
        client_order_id=order.client_order_id,
        symbol=order.symbol,
        side=order.side,
        quantity=quantity,
        price=order.requested_price,
        commission=ZERO,
        slippage=ZERO,
        filled_at=order.created_at,
    )
