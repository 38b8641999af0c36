"""What trading costs: commission on every fill, and slippage on every market order."""

from dataclasses import dataclass
from decimal import Decimal

from photon_desktop.errors import ValueRefusedError

_LARGEST_RATE = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class CostModel:
    """Commission and slippage as shares of the traded notional (0.001 is 0.1%), each between 0 and 0.1."""

    commission_rate: Decimal = Decimal("0.001")
    slippage_rate: Decimal = Decimal("0.0005")

    def __post_init__(self) -> None:
        for name in ("commission_rate", "slippage_rate"):
            rate = getattr(self, name)
            if not 0 <= rate <= _LARGEST_RATE:
                raise ValueRefusedError(f"{name} is {rate}; it lies between 0 and {_LARGEST_RATE} (10%).")

    @property
    def round_trip(self) -> float:
        """Share of the notional that buying and selling again costs."""
        return float(2 * (self.commission_rate + self.slippage_rate))
