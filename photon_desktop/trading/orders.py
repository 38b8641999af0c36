"""Orders and fills as values."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.money import ZERO
from photon_desktop.trading.order_kinds import OrderKind, TimeInForce, Trail


class Side(StrEnum):
    """The direction of an order."""

    BUY = "BUY"
    SELL = "SELL"

    @property
    def sign(self) -> int:
        """+1 for a buy, -1 for a sell."""
        return 1 if self is Side.BUY else -1

    @property
    def opposite(self) -> "Side":
        """The side that undoes this one."""
        return Side.SELL if self is Side.BUY else Side.BUY


class OrderStatus(StrEnum):
    """How far an order has come. NEW waits for its fill, TRIGGERED is a stop that was reached and has no fill yet, and
    of PARTIALLY_FILLED the rest waits; UNKNOWN has to be asked for, and all others are final."""

    NEW = "new"
    TRIGGERED = "triggered"
    PARTIALLY_FILLED = "partially_filled"
    FILLED = "filled"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class OrderPurpose(StrEnum):
    """Why an order exists."""

    SIGNAL = "signal"
    STOP = "stop"
    TARGET = "target"
    FLATTEN = "flatten"
    CLOSED_BY_HAND = "closed_by_hand"


@dataclass(frozen=True, slots=True)
class Order:
    """An order and how far it has been filled. Times are ns UTC of the market.

    `stop_loss` and `take_profit` protect the position it opens. `model_hash`: of the model that decided on it, or on
    the position it closes; empty for rules. `stop_price` is where a stop stands now: that of a trailing stop moves,
    and is None until it has met a price. `expires_at` is the end of a day order's day. Orders that share a `group` are
    one-cancels-other. `filled` came in so many `parts`, for `filled_value` of quote money together.

    Raises ValueRefusedError for what does not fit its kind.
    """

    client_order_id: str
    trace_id: str
    decision_id: str
    symbol: str
    side: Side
    quantity: Decimal
    requested_price: Decimal
    created_at: int
    mode: str
    purpose: OrderPurpose = OrderPurpose.SIGNAL
    stop_loss: Decimal | None = None
    take_profit: Decimal | None = None
    model_hash: str = ""
    kind: OrderKind = OrderKind.MARKET
    limit_price: Decimal | None = None
    stop_price: Decimal | None = None
    trail: Trail | None = None
    time_in_force: TimeInForce = TimeInForce.GOOD_TILL_CANCELLED
    expires_at: int | None = None
    group: str = ""
    filled: Decimal = ZERO
    filled_value: Decimal = ZERO
    parts: int = 0
    is_triggered: bool = False

    def __post_init__(self) -> None:
        _check_numbers(self)
        _check_kind(self)
        _check_waiting(self)
        _check_progress(self)

    @property
    def remaining(self) -> Decimal:
        """What is not filled yet."""
        return self.quantity - self.filled

    @property
    def is_due(self) -> bool:
        """Whether the next price fills it, as far as there is volume: a market order, or a stop that was reached."""
        return self.kind is OrderKind.MARKET or (self.is_triggered and self.limit_price is None)

    @property
    def working_status(self) -> OrderStatus:
        """How far an order that nobody ended has come."""
        if self.remaining == 0:
            return OrderStatus.FILLED
        if self.filled > 0:
            return OrderStatus.PARTIALLY_FILLED
        return OrderStatus.TRIGGERED if self.is_triggered else OrderStatus.NEW

    def after(self, fill: "Fill") -> "Order":
        """The order once `fill`, a part of it or all, is carried out."""
        return replace(
            self,
            filled=self.filled + fill.quantity,
            filled_value=self.filled_value + fill.notional,
            parts=self.parts + 1,
        )


_TAKES = {
    OrderKind.MARKET: frozenset[str](),
    OrderKind.LIMIT: frozenset({"limit_price"}),
    OrderKind.STOP: frozenset({"stop_price"}),
    OrderKind.STOP_LIMIT: frozenset({"limit_price", "stop_price"}),
    OrderKind.TRAILING_STOP: frozenset({"stop_price", "trail"}),
}
_WHATEVER_IT_IS = (OrderKind.TRAILING_STOP, "stop_price")  # it has one from its first price on


def _check_numbers(order: Order) -> None:
    if not (order.quantity.is_finite() and order.quantity > 0):
        raise ValueRefusedError(f"An order's quantity is above zero; {order.symbol}'s is {order.quantity}.")
    if not (order.requested_price.is_finite() and order.requested_price > 0):
        raise ValueRefusedError(f"An order's price is above zero; {order.symbol}'s is {order.requested_price}.")
    for name in ("limit_price", "stop_price"):
        price = getattr(order, name)
        if price is not None and not (price.is_finite() and price > 0):
            raise ValueRefusedError(f"An order's {_words(name)} is above zero; {order.symbol}'s is {price}.")


def _check_kind(order: Order) -> None:
    for name in ("limit_price", "stop_price", "trail"):
        has, takes = getattr(order, name) is not None, name in _TAKES[order.kind]
        if has and not takes:
            raise ValueRefusedError(
                f"A {_words(order.kind)} order takes no {_words(name)}; leave {order.symbol}'s out."
            )
        if takes and not has and (order.kind, name) != _WHATEVER_IT_IS:
            raise ValueRefusedError(f"A {_words(order.kind)} order needs a {_words(name)}; {order.symbol}'s has none.")
    if order.kind is OrderKind.MARKET and order.group:
        raise ValueRefusedError(
            f"A market order waits for nothing, so {order.symbol}'s can't be in the group of a bracket."
        )


def _check_waiting(order: Order) -> None:
    is_day = order.time_in_force is TimeInForce.DAY
    if is_day != (order.expires_at is not None):
        raise ValueRefusedError(
            f"A day order, and no other, says when its day ends; {order.symbol}'s is {order.expires_at}."
        )
    if order.kind.is_stop and order.time_in_force is TimeInForce.IMMEDIATE_OR_CANCEL:
        raise ValueRefusedError(
            f"A {_words(order.kind)} order waits for its stop; {order.symbol}'s can't be immediate or cancel."
        )


def _check_progress(order: Order) -> None:
    if not 0 <= order.filled <= order.quantity:
        raise ValueRefusedError(f"{order.symbol}'s order of {order.quantity} can't be filled by {order.filled}.")
    if order.is_triggered and not order.kind.is_stop:
        raise ValueRefusedError(f"A {_words(order.kind)} order has no stop; {order.symbol}'s can't be triggered.")


def _words(name: str) -> str:
    return name.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Fill:
    """An order, or part of it, carried out. `slippage` is the signed cost against the requested price, quote money."""

    fill_id: str
    client_order_id: str
    symbol: str
    side: Side
    quantity: Decimal
    price: Decimal
    commission: Decimal
    slippage: Decimal
    filled_at: int

    def __post_init__(self) -> None:
        if not (self.quantity > 0 and self.price > 0):
            raise ValueRefusedError(f"A fill's quantity and price are above zero, not {self.quantity} at {self.price}.")

    @property
    def signed_quantity(self) -> Decimal:
        """Quantity, negative for a sale."""
        return self.quantity * self.side.sign

    @property
    def notional(self) -> Decimal:
        """Quantity times price."""
        return self.quantity * self.price
