"""Orders and executions of the local exchange, as it keeps and as it shows them."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.trading.money import plain

ZERO = Decimal(0)
OPEN = ("New", "PartiallyFilled")


@dataclass(slots=True)
class LocalOrder:
    """An order as the exchange keeps it; `value` is the summed quantity times price of its executions."""

    order_id: str
    link_id: str
    category: str
    symbol: str
    side: str
    order_type: str
    quantity: Decimal
    price: Decimal
    time_in_force: str
    is_reduce_only: bool
    stop_loss: str
    take_profit: str
    created_ms: int
    create_type: str = "CreateByUser"
    stop_order_type: str = ""
    status: str = "New"
    filled: Decimal = ZERO
    value: Decimal = ZERO
    reject_reason: str = "EC_NoError"

    @property
    def is_open(self) -> bool:
        """Whether it can still be filled."""
        return self.status in OPEN

    @property
    def left(self) -> Decimal:
        """What is not filled yet."""
        return self.quantity - self.filled

    def crosses(self, price: Decimal) -> bool:
        """Whether it takes `price`."""
        if self.order_type == "Market":
            return True
        return price <= self.price if self.side == "Buy" else price >= self.price

    def row(self) -> dict[str, object]:
        """As the order lists show it."""
        return {
            "category": self.category,
            "orderId": self.order_id,
            "orderLinkId": self.link_id,
            "symbol": self.symbol,
            "side": self.side,
            "orderType": self.order_type,
            "qty": format(self.quantity, "f"),
            "price": format(self.price, "f"),
            "timeInForce": self.time_in_force,
            "reduceOnly": self.is_reduce_only,
            "stopLoss": self.stop_loss,
            "takeProfit": self.take_profit,
            "createType": self.create_type,
            "stopOrderType": self.stop_order_type,
            "orderStatus": self.status,
            "cumExecQty": format(self.filled, "f"),
            "cumExecValue": format(self.value, "f"),
            "avgPrice": format(self.value / self.filled, "f") if self.filled else "",
            "leavesQty": format(self.left if self.is_open else ZERO, "f"),
            "rejectReason": self.reject_reason,
            "createdTime": str(self.created_ms),
            "updatedTime": str(self.created_ms),
        }


@dataclass(frozen=True, slots=True)
class LocalExecution:
    """What was carried out of an order, or a funding payment; `fee` in `fee_coin`, paid when positive."""

    exec_id: str
    kind: str
    category: str
    order: LocalOrder | None
    symbol: str
    side: str
    quantity: Decimal
    price: Decimal
    fee: Decimal
    fee_coin: str
    is_maker: bool
    time_ms: int
    sequence: int
    leaves: Decimal = ZERO

    @property
    def words(self) -> str:
        """What it was, for a person who looks for it."""
        if self.order is None:
            return f"{self.exec_id}, {self.kind.lower()} of {self.symbol}, {plain(self.fee)} at {self.time_ms} ms"
        told = f"{self.side} {plain(self.quantity)} {self.symbol} at {plain(self.price)}, {self.time_ms} ms"
        return f"{self.exec_id}, {told}, of {self.order.link_id or self.order.create_type} {self.order.order_id}"

    def row(self) -> dict[str, object]:
        """As the list of executions shows it."""
        order = self.order
        return {
            "category": self.category,
            "execId": self.exec_id,
            "execType": self.kind,
            "symbol": self.symbol,
            "side": self.side,
            "orderId": order.order_id if order else "",
            "orderLinkId": order.link_id if order else "",
            "createType": order.create_type if order else "",
            "stopOrderType": order.stop_order_type if order else "",
            "execQty": format(self.quantity, "f"),
            "execPrice": format(self.price, "f"),
            "execValue": format(self.quantity * self.price, "f"),
            "execFee": format(self.fee, "f"),
            "feeCurrency": self.fee_coin if self.category == "spot" else "",
            "leavesQty": format(self.leaves, "f"),
            "orderQty": format(order.quantity, "f") if order else "0",
            "isMaker": self.is_maker,
            "execTime": str(self.time_ms),
            "seq": self.sequence,
        }
