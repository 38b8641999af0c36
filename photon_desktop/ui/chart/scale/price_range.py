"""Which prices are in view: fitted to the bars, or set by hand until it is fitted again."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from photon_desktop.trading.bars import FloatArray

MARGIN = 0.06
_LEAST_SHARE = 1e-6  # of the price: the least height of a range that stands still


@dataclass(frozen=True, slots=True)
class PriceRange:
    """`bottom` and `top` in the axis' own measure: prices, or their base 10 logarithms when `is_log`."""

    bottom: float = 0.0
    top: float = 1.0
    is_fitted: bool = True
    is_log: bool = False

    @property
    def height(self) -> float:
        """Top less bottom."""
        return self.top - self.bottom

    def fitted(self, low: float, high: float, floor: float = MARGIN, ceiling: float = MARGIN) -> Self:
        """The range that shows `low` to `high` with the shares `floor` and `ceiling` of its height free."""
        bottom, top = self.measure(low), self.measure(high)
        least = _LEAST_SHARE if self.is_log else max(abs(top), 1e-9) * _LEAST_SHARE
        shown = max(top - bottom, least)
        height = shown / (1 - ceiling - floor)
        middle = (bottom + top) / 2
        new_bottom = middle - shown / 2 - floor * height
        return replace(self, bottom=new_bottom, top=new_bottom + height, is_fitted=True)

    def scaled(self, factor: float) -> Self:
        """The range `factor` times as high around its middle, from now on set by hand."""
        middle, half = (self.bottom + self.top) / 2, self.height / 2 * factor
        return replace(self, bottom=middle - half, top=middle + half, is_fitted=False)

    def shifted(self, share: float) -> Self:
        """A range set by hand moved up by a share of its height; a fitted one stays as it is."""
        if self.is_fitted:
            return self
        return replace(self, bottom=self.bottom + share * self.height, top=self.top + share * self.height)

    def refitted(self) -> Self:
        """The same range, free to be fitted again."""
        return replace(self, is_fitted=True)

    def with_log(self, is_log: bool) -> Self:
        """The same prices in view on a logarithmic or linear axis; what has no logarithm leads to a new fit."""
        if is_log == self.is_log:
            return self
        if is_log and self.bottom <= 0:
            return replace(self, bottom=0.0, top=1.0, is_log=True, is_fitted=True)
        other = replace(self, is_log=is_log)
        return replace(other, bottom=other.measure(self.price(self.bottom)), top=other.measure(self.price(self.top)))

    def measure(self, price: float) -> float:
        """Where a price stands on this axis."""
        return float(np.log10(max(price, 1e-12))) if self.is_log else price

    def measures(self, prices: FloatArray) -> FloatArray:
        """Where prices stand on this axis."""
        return np.log10(np.maximum(prices, 1e-12)) if self.is_log else prices

    def price(self, measure: float) -> float:
        """The price that stands at `measure`."""
        return float(10.0**measure) if self.is_log else measure

    def place(self, price: float) -> float:
        """Where a price stands as a share of the height, 0 at the top, 1 at the bottom."""
        return (self.top - self.measure(price)) / self.height

    def price_at(self, place: float) -> float:
        """The price at a share of the height, counted from the top."""
        return self.price(self.top - place * self.height)
