"""Orders and fills as values."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from photon_desktop.errors import ValueRefusedError


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
    """How far an order has come. `NEW` is stored and waiting for its fill; the rest but UNKNOWN are final."""

    NEW = "new"
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


@dataclass(frozen=True, slots=True)
class Order:
    """A market order. Times are ns UTC of the market; the stop and target protect the position it opens. `model_hash`:
    of the model that decided on it, or on the position it closes; empty for rules."""

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

    def __post_init__(self) -> None:
        if not (self.quantity.is_finite() and self.quantity > 0):
            raise ValueRefusedError(f"An order's quantity is above zero; {self.symbol}'s is {self.quantity}.")
        if not (self.requested_price.is_finite() and self.requested_price > 0):
            raise ValueRefusedError(f"An order's price is above zero; {self.symbol}'s is {self.requested_price}.")


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
