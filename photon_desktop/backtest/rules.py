"""What a backtest trades by: starting money, costs, sizes, stops, and what becomes of the last position."""

from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

from photon_desktop.backtest.entry_orders import EntryOrders
from photon_desktop.backtest.fills import Grid
from photon_desktop.backtest.sizes import Sizing
from photon_desktop.errors import ValueRefusedError
from photon_desktop.learning.policy import LONGEST_COOLDOWN
from photon_desktop.trading.costs import CostModel
from photon_desktop.trading.instrument import Instrument


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
class Cooldown:
    """For how many bars nothing is opened once a position was closed, the bar it was closed in being the first; and
    after one that lost money, where that is more. 0 to 1,000 each, as in the live policy."""

    bars: int = 0
    after_loss: int = 0

    def __post_init__(self) -> None:
        for name, value in (("cooldown", self.bars), ("cooldown after a loss", self.after_loss)):
            if not 0 <= value <= LONGEST_COOLDOWN:
                raise ValueRefusedError(f"The {name} is {value} bars; it lies between 0 and {LONGEST_COOLDOWN:,}.")

    def waits(self, profit: float) -> int:
        """Bars to wait after a position that brought `profit`, commissions taken off."""
        return max(self.bars, self.after_loss if profit < 0 else 0)


@dataclass(frozen=True, slots=True)
class Rules:
    """`initial_balance` in quote money; `stop_loss` and `take_profit` as shares of their basis price (0.05 is 5%).

    With an `instrument`, prices keep to its ticks and quantities to its steps, and entries under its least order are
    refused, as in paper; without one, prices are taken as they are. With a `volume_share`, up to 1, orders take at most
    so much of a bar's volume, as in paper, and the rest waits; without one, all is filled at once.
    """

    initial_balance: float = 10_000.0
    costs: CostModel = field(default_factory=CostModel)
    sizing: Sizing = field(default_factory=Sizing)
    stop_loss: float | None = None
    take_profit: float | None = None
    stop_basis: StopBasis = StopBasis.ENTRY
    short_allowed: bool = False
    finalize: Finalize = Finalize.NONE
    instrument: Instrument | None = None
    cooldown: Cooldown = field(default_factory=Cooldown)
    entry: EntryOrders = field(default_factory=EntryOrders)
    volume_share: float | None = None

    def __post_init__(self) -> None:
        if not (isfinite(self.initial_balance) and 0 < self.initial_balance <= 1e15):
            raise ValueRefusedError(f"The initial balance is {self.initial_balance:g}; it lies above 0 and under 1e15.")
        if self.stop_loss is not None and not 0 < self.stop_loss < 1:
            raise ValueRefusedError(f"The stop loss is {100 * self.stop_loss:g}%; it lies above 0% and under 100%.")
        if self.volume_share is not None and not 0 < self.volume_share <= 1:
            raise ValueRefusedError(f"The volume share is {self.volume_share:g}; it lies above 0 and up to 1.")
        largest_target = 1 if self.short_allowed else 100
        if self.take_profit is not None and not 0 < self.take_profit < largest_target:
            raise ValueRefusedError(
                f"The take profit is {100 * self.take_profit:g}%; it lies above 0% and under {100 * largest_target}%."
            )

    def orderable(self, quantity: float, price: float) -> float:
        """`quantity` cut to the instrument's step; 0 when that is under its least order at `price`."""
        if self.instrument is None:
            return quantity
        cut = Grid.of(self.instrument.quantity_step).below(quantity)
        least, worth = float(self.instrument.minimum_quantity), float(self.instrument.minimum_notional)
        return cut if cut >= least and cut * price >= worth else 0.0
