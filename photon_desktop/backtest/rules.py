"""What a backtest trades by: starting money, costs, sizes, stops, and what becomes of the last position."""

from dataclasses import dataclass, field
from enum import StrEnum
from math import floor, isfinite

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.costs import CostModel

_JUST_UNDER_ONE = 1 - 2**-52  # keeps rounding from spending more than there is


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


class SizeKind(StrEnum):
    """How a size is given."""

    ALL = "all"
    FIXED = "fixed"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Sizing:
    """How much to buy: `all` the money, a `share` of it (0 to 1), or `fixed` units; cut to 1/`steps_per_unit`."""

    kind: SizeKind = SizeKind.ALL
    amount: float = 1.0
    steps_per_unit: int = 1_000_000

    def __post_init__(self) -> None:
        if not (isfinite(self.amount) and self.amount > 0):
            raise ValueRefusedError(f"The size is {self.amount:g}; it must be above zero.")
        if self.kind is not SizeKind.FIXED and self.amount > 1:
            raise ValueRefusedError(f"The size is a share of {self.amount:g}; it lies above 0 and at most at 1 (all).")
        if self.kind is SizeKind.FIXED and self.steps_per_unit == 1 and self.amount != floor(self.amount):
            raise ValueRefusedError(f"The size {self.amount:g} is not whole, and only whole units are to be traded.")

    @classmethod
    def parse(cls, text: str, steps_per_unit: int = 1_000_000) -> "Sizing":
        """The size written as `all`, `fixed:QTY` or `share:0.5`; ValueRefusedError for anything else."""
        kind, _, amount = text.strip().partition(":")
        if text.strip() == SizeKind.ALL:
            return cls(SizeKind.ALL, 1.0, steps_per_unit)
        try:
            number = float(amount)
        except ValueError:
            number = None
        if number is None or kind not in (SizeKind.FIXED, SizeKind.SHARE):
            raise ValueRefusedError(f"The size {text!r} is not known: use all, fixed:QTY or share:0.5.")
        return cls(SizeKind(kind), number, steps_per_unit)

    def quantity(self, cash: float, unit_cost: float) -> float:
        """Units to open with `cash` when one costs `unit_cost`, commission included; 0 when the money is not there."""
        if self.kind is SizeKind.FIXED:
            return self.amount if 0 < self.amount * unit_cost <= cash else 0.0
        affordable = cash * self.amount * _JUST_UNDER_ONE / unit_cost
        return max(0, floor(affordable * self.steps_per_unit)) / self.steps_per_unit


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
