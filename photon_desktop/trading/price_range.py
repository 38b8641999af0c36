"""The prices an order meets at once: those of a bar, or those since the last tick."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from photon_desktop.errors import ValueRefusedError
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.money import ZERO, exact
from photon_desktop.trading.prices import PriceTick

_PARKINSON = Decimal("1.6651092223153954")  # 2 sqrt(ln 2)


@dataclass(frozen=True, slots=True)
class PriceRange:
    """First, highest, lowest and last price, the last at `time_ns` (ns UTC).

    `volume` traded within it in base units, None where nobody knows. `volatility` of a bar, as a share of the price.
    """

    time_ns: int
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal | None = None
    volatility: Decimal = ZERO

    def __post_init__(self) -> None:
        if not 0 < self.low <= min(self.open, self.close) <= max(self.open, self.close) <= self.high:
            raise ValueRefusedError(
                f"Prices from {self.low} to {self.high} don't hold their first and last, {self.open} and {self.close}."
            )

    @classmethod
    def of_tick(cls, tick: PriceTick) -> Self:
        """What came since the tick before; its volatility is that of the bar that is forming."""
        volume = None if tick.volume is None else exact(tick.volume)
        prices = (exact(tick.open), exact(tick.high), exact(tick.low), exact(tick.price))
        return cls(tick.time_ns, *prices, volume, volatility_of(tick.forming))

    @classmethod
    def of_bar(cls, bar: Bar, closes_at: int) -> Self:
        """A whole bar, whose last price comes with its last nanosecond."""
        prices = (exact(bar.open), exact(bar.high), exact(bar.low), exact(bar.close))
        return cls(closes_at - 1, *prices, exact(bar.volume), volatility_of(bar))


def volatility_of(bar: Bar) -> Decimal:
    """The standard deviation of the bar's return as its range shows it, a share of the open: range / (2 sqrt(ln 2)).

    Parkinson, "The Extreme Value Method for Estimating the Variance of the Rate of Return", 1980, for small ranges.
    """
    return (exact(bar.high) - exact(bar.low)) / exact(bar.open) / _PARKINSON
