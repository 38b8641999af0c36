"""What a backtest trades by: starting money, costs, sizes, stops, and what becomes of the last position."""

from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

from photon_desktop.backtest.sizes import Sizing
from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.costs import CostModel


class StopBasis(StrEnum):
    """The price that stop and target are measured from: the entry's fill, or the close of the bar that signalled."""

    ENTRY = "entry"
    SIGNAL = "signal"


class Finalize(StrEnum):
    """What becomes of a position still open after the last bar: it stays open, or closes at that bar's open or close.

    `LAST_OPEN` goes back to a price that was gone already; it is there to compare with programs that do so.
    """

    NONE = "none"
    LAST_OPEN = "last-open"
    LAST_CLOSE = "last-close"


@dataclass(frozen=True, slots=True)
class Rules:
    """`initial_balance` in quote money; `stop_loss` and `take_profit` as shares of their basis price (0.05 is 5%)."""

    initial_balance: float = 10_000.0
    costs: CostModel = field(default_factory=CostModel)
    sizing: Sizing = field(default_factory=Sizing)
    stop_loss: float | None = None
    take_profit: float | None = None
    stop_basis: StopBasis = StopBasis.ENTRY
    short_allowed: bool = False
    finalize: Finalize = Finalize.NONE

    def __post_init__(self) -> None:
        if not (isfinite(self.initial_balance) and 0 < self.initial_balance <= 1e15):
            raise ValueRefusedError(f"The initial balance is {self.initial_balance:g}; it lies above 0 and under 1e15.")
        if self.stop_loss is not None and not 0 < self.stop_loss < 1:
            raise ValueRefusedError(f"The stop loss is {100 * self.stop_loss:g}%; it lies above 0% and under 100%.")
        largest_target = 1 if self.short_allowed else 100
        if self.take_profit is not None and not 0 < self.take_profit < largest_target:
            raise ValueRefusedError(
                f"The take profit is {100 * self.take_profit:g}%; it lies above 0% and under {100 * largest_target}%."
            )
