"""The price at which an order could trade now."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Offer:
    """`price` before slippage, and the `limit` that slippage may not pass. A maker rested and gets the price itself."""

    price: Decimal
    limit: Decimal | None = None
    is_maker: bool = False
