"""What trading costs: commission on every fill, and slippage on every order that takes what is there."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.money import ZERO

LARGEST_RATE = Decimal("0.1")
LARGEST_MINIMUM = Decimal(1_000)


class SlippageModel(StrEnum):
    """How much worse than the price that is there an order fills that takes it; `slippage.py` has the formulas."""

    NONE = "none"
    FIXED = "fixed"
    SPREAD_VOLATILITY = "spread_volatility"
    SQUARE_ROOT = "square_root"


@dataclass(frozen=True, slots=True)
class CostModel:
    """Commission and slippage as shares of the traded notional (0.001 is 0.1%), each between 0 and 0.1.

    `slippage_rate` is the whole slippage of the FIXED model and half the spread in the two that add to it:
    `volatility_weight` times the volatility, or `impact_rate` times the square root of the share of volume taken.
    A resting order pays `maker_share` of the commission, an order at least `minimum_commission` of quote money in all.
    An order takes at most `volume_share` of what is traded, where that is known. Raises ValueRefusedError beyond the
    bounds.
    """

    commission_rate: Decimal = Decimal("0.001")
    slippage_rate: Decimal = Decimal("0.0005")
    maker_share: Decimal = Decimal(1)
    minimum_commission: Decimal = ZERO
    slippage_model: SlippageModel = SlippageModel.FIXED
    volatility_weight: Decimal = Decimal("0.1")
    impact_rate: Decimal = Decimal("0.01")
    volume_share: Decimal = Decimal("0.1")

    def __post_init__(self) -> None:
        for name in ("commission_rate", "slippage_rate", "impact_rate"):
            rate = getattr(self, name)
            if not 0 <= rate <= LARGEST_RATE:
                raise ValueRefusedError(f"{name} is {rate}; it lies between 0 and {LARGEST_RATE} (10%).")
        for name in ("maker_share", "volatility_weight"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueRefusedError(f"{name} is {getattr(self, name)}; it lies between 0 and 1.")
        if not 0 <= self.minimum_commission <= LARGEST_MINIMUM:
            raise ValueRefusedError(
                f"minimum_commission is {self.minimum_commission}; it lies between 0 and {LARGEST_MINIMUM:,}."
            )
        if not 0 < self.volume_share <= 1:
            raise ValueRefusedError(f"volume_share is {self.volume_share}; it lies above 0 and up to 1.")

    @property
    def round_trip(self) -> float:
        """Share of the notional that buying and selling again costs, in a calm market and for small orders."""
        slippage = ZERO if self.slippage_model is SlippageModel.NONE else self.slippage_rate
        return float(2 * (self.commission_rate + slippage))
