"""The bar of the simulated market that has not closed yet."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from photon_desktop.market.demo.moves import shown_prices, shown_volume
from photon_desktop.trading.bars import Bar, TimeArray
from photon_desktop.trading.instrument import Instrument


@dataclass(frozen=True, slots=True)
class FormingBar:
    """Log prices in LOG_UNIT and volume in quantity steps, since the bar opened at `open_time`."""

    open_time: int
    open: int
    high: int
    low: int
    last: int
    volume: int

    @classmethod
    def opened(cls, open_time: int, log_price: int) -> Self:
        """A bar in which nothing has happened yet."""
        return cls(open_time, log_price, log_price, log_price, log_price, 0)

    def grown(self, increments: TimeArray, volumes: TimeArray) -> "FormingBar":
        """The bar after more steps, at least one."""
        path = self.last + np.cumsum(increments)
        return replace(
            self,
            high=max(self.high, int(path.max())),
            low=min(self.low, int(path.min())),
            last=int(path[-1]),
            volume=self.volume + int(volumes.sum()),
        )

    def shown(self, instrument: Instrument) -> Bar:
        """The bar as others see it, prices at the tick."""
        prices = shown_prices(np.array([self.open, self.high, self.low, self.last]), instrument).tolist()
        volume = shown_volume(np.array([self.volume]), instrument).tolist()
        return Bar(self.open_time, *prices, *volume)
