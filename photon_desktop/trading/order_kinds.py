"""What an order waits for, and for how long."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from photon_desktop.errors import ValueRefusedError


class OrderKind(StrEnum):
    """At which prices an order fills."""

    MARKET = "market"
    LIMIT = "limit"
    STOP = "stop"
    STOP_LIMIT = "stop_limit"
    TRAILING_STOP = "trailing_stop"

    @property
    def is_stop(self) -> bool:
        """Whether a price has to be reached before the order trades at all."""
        return self in (OrderKind.STOP, OrderKind.STOP_LIMIT, OrderKind.TRAILING_STOP)


class TimeInForce(StrEnum):
    """How long an order waits: until it is cancelled, for its first price only, or until its day ends."""

    GOOD_TILL_CANCELLED = "gtc"
    IMMEDIATE_OR_CANCEL = "ioc"
    DAY = "day"


class TrailUnit(StrEnum):
    """What a trail's offset is measured in."""

    PRICE = "price"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Trail:
    """How far a trailing stop stays behind the best price: in quote money, or as a share of that price, under 1."""

    offset: Decimal
    unit: TrailUnit = TrailUnit.PRICE

    def __post_init__(self) -> None:
        if not (self.offset.is_finite() and self.offset > 0):
            raise ValueRefusedError(f"A trail's offset is above zero; this one is {self.offset}.")
        if self.unit is TrailUnit.SHARE and self.offset >= 1:
            raise ValueRefusedError(f"A trail's share is under 1 (100% of the price); this one is {self.offset}.")

    def distance(self, price: Decimal) -> Decimal:
        """The offset from `price`, in quote money."""
        return self.offset if self.unit is TrailUnit.PRICE else price * self.offset
