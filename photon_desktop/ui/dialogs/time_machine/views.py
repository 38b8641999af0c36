"""What was recorded of one symbol, moment by moment."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.trading.account import Account
from photon_desktop.trading.bars import Bars
from photon_desktop.trading.instrument import Instrument
from photon_desktop.trading.messages import MarketSnapshot, TradeDecision
from photon_desktop.trading.orders import Order
from photon_desktop.ui.language import tr


@dataclass(frozen=True, slots=True)
class PastOrder:
    """An order as it stood: how much of it was filled by then, and where its own stop stood, None without one."""

    order: Order
    filled: Decimal
    stop: Decimal | None = None

    @property
    def words(self) -> str:
        """How far it had come."""
        if self.filled >= self.order.quantity:
            return tr("filled")
        return tr("partly filled") if self.filled else tr("not filled yet")


@dataclass(frozen=True, slots=True)
class Moment:
    """The close of one bar, ns UTC: what was seen then, what was decided on it (None: nothing), the newest orders, the
    account with the stops and targets of then, and what it was worth in quote money (None: not known)."""

    time_ns: int
    snapshot: MarketSnapshot
    decision: TradeDecision | None
    orders: tuple[PastOrder, ...]
    account: Account
    equity: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """The moments of one symbol, oldest first, and its bars."""

    symbol: str
    instrument: Instrument
    bars: Bars
    moments: tuple[Moment, ...]
