"""What fills cost in a backtest: the paper broker's rules in float64.

`trading/slippage.py` and `trading/commission.py` say the same in exact decimals; tests hold both together. A price or
quantity that is off its tick or step by no more than rounding lies on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, log, sqrt

import numpy as np

from photon_desktop.trading.bars import Bars
from photon_desktop.trading.costs import LARGEST_RATE, CostModel, SlippageModel

_LARGEST = float(LARGEST_RATE)
_ROUNDING = 4e-15  # relative: a few units in the last place of a double
_PARKINSON = 2 * sqrt(log(2))


@dataclass(frozen=True, slots=True)
class Grid:
    """Multiples of numerator / denominator: an instrument's ticks or steps."""

    numerator: int
    denominator: int

    @classmethod
    def of(cls, step: Decimal) -> "Grid":
        """The grid of this tick or step."""
        fraction = Fraction(step)
        return cls(fraction.numerator, fraction.denominator)

    def above(self, value: float) -> float:
        """The least multiple that is not under `value`."""
        count = value * self.denominator / self.numerator
        return (_whole(count) or ceil(count)) * self.numerator / self.denominator

    def below(self, value: float) -> float:
        """The largest multiple that is not above `value`."""
        count = value * self.denominator / self.numerator
        return (_whole(count) or floor(count)) * self.numerator / self.denominator

    def nearest(self, value: float) -> float:
        """The nearest multiple, the even one where two are as near."""
        return round(value * self.denominator / self.numerator) * self.numerator / self.denominator

    def away(self, sign: int, price: float) -> float:
        """The next tick away from a trader who buys (+1) or sells (-1) at `price`; never under one tick."""
        worse = self.above(price) if sign > 0 else self.below(price)
        return worse or self.numerator / self.denominator


def _whole(count: float) -> int:
    near = round(count)
    return near if abs(count - near) <= _ROUNDING * near else 0


@dataclass(frozen=True, slots=True)
class Slippage:
    """How much worse than the price that is there an order fills, as a share of it.

    One `share` for all; or `shares`, one a bar; or `share` and `impact` times the root of the share taken of `volumes`
    (base units, one a bar), `unknown` of them where a bar has none.
    """

    share: float
    shares: Sequence[float] | None = None
    volumes: Sequence[float] | None = None
    impact: float = 0.0
    unknown: float = 0.0

    @classmethod
    def of(cls, costs: CostModel, bars: Bars) -> "Slippage":
        """As `costs` say, on these bars; a bar's volatility is Parkinson's, range / (2 sqrt(ln 2) open)."""
        half_spread = float(costs.slippage_rate)
        match costs.slippage_model:
            case SlippageModel.NONE:
                return cls(0.0)
            case SlippageModel.FIXED:
                return cls(half_spread)
            case SlippageModel.SPREAD_VOLATILITY:
                volatility = (bars.high - bars.low) / bars.open / _PARKINSON
                shares = np.minimum(half_spread + float(costs.volatility_weight) * volatility, _LARGEST)
                return cls(half_spread, shares=shares.tolist())
        volumes, unknown = bars.volume.tolist(), float(costs.volume_share)
        return cls(half_spread, volumes=volumes, impact=float(costs.impact_rate), unknown=unknown)

    @property
    def is_constant(self) -> bool:
        """Whether every order slips by `share`."""
        return self.shares is None and self.volumes is None

    def rate(self, index: int, quantity: float) -> float:
        """For `quantity` units taken in bar `index`."""
        if self.shares is not None:
            return self.shares[index]
        if self.volumes is None:
            return self.share
        volume = self.volumes[index]
        taken = min(quantity / volume, 1.0) if volume else self.unknown
        return min(self.share + self.impact * sqrt(taken), _LARGEST)

    def worst(self, index: int) -> float:
        """The most it can be in bar `index`, which sizes leave room for."""
        return self.rate(index, 0.0) if self.volumes is None else min(self.share + self.impact, _LARGEST)
