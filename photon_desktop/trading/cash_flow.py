"""Money that moves without a trade."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class FlowKind(StrEnum):
    """Why money moved: a position's funding, capital paid in or taken out, interest, or what the venue gave."""

    FUNDING = "funding"
    CAPITAL = "capital"
    INTEREST = "interest"
    BONUS = "bonus"


@dataclass(frozen=True, slots=True)
class CashFlow:
    """Quote money that moved: `amount` is negative when it left the account; `happened_at` is ns UTC."""

    flow_id: str
    symbol: str
    amount: Decimal
    happened_at: int
    kind: FlowKind = FlowKind.FUNDING
