"""Money that moves without a trade."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class CashFlow:
    """Funding of a position: `amount` in quote money, negative when it was paid; `happened_at` is ns UTC."""

    flow_id: str
    symbol: str
    amount: Decimal
    happened_at: int
