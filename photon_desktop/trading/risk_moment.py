"""What the risk rules look at beside the order itself: what went before, and how old what is known is."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.trading.money import ZERO

MINUTE_NS = 60 * 10**9


@dataclass(frozen=True, slots=True)
class TradingMoment:
    """The account's moment in the market's time. What is None or zero is not known, and no rule refuses because of it.

    `day_began_with` and `peak`: equity (quote money) when the UTC day began, and the highest there was. `orders`: how
    many were placed within a minute before. `ordered_on`: the bar's close (ns UTC) that the newest order of this symbol
    and side was decided on. `price_age_ns`: how long before the decision its symbol's last price came. `cools_for`:
    bars until a position may be opened after one was closed.
    """

    day_began_with: Decimal | None = None
    peak: Decimal | None = None
    orders: int = 0
    ordered_on: int | None = None
    price_age_ns: int = 0
    is_market_open: bool = True
    cools_for: int = 0

    def day_loss(self, equity: Decimal) -> Decimal:
        """The share of the day's first equity that is lost since; negative for a gain."""
        return _fallen(self.day_began_with, equity)

    def drawdown(self, equity: Decimal) -> Decimal:
        """The share that equity is under its peak."""
        return _fallen(self.peak, equity)


def _fallen(before: Decimal | None, now: Decimal) -> Decimal:
    return ZERO if before is None or before <= 0 else (before - now) / before
