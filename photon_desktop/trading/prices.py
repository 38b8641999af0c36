"""What a feed brings: prices as they come, and bars as they close."""

from dataclasses import dataclass

from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval


@dataclass(frozen=True, slots=True)
class PriceTick:
    """The prices of `symbol` since its previous tick: first, highest, lowest and last, the last one at `time_ns`.

    A stop is tried against the whole range; an order waiting for the next price gets `open`. `forming` is the
    unfinished bar of `interval` that the chart shows; no decision may read it. `volume` traded since the previous
    tick, in base units, None where the feed can't say.
    """

    symbol: str
    interval: Interval
    time_ns: int
    open: float
    high: float
    low: float
    price: float
    forming: Bar
    volume: float | None = None


@dataclass(frozen=True, slots=True)
class BarClosed:
    """A bar of `symbol` that will not change any more, from the source named `source`."""

    symbol: str
    interval: Interval
    bar: Bar
    source: str

    @property
    def close_time(self) -> int:
        """When the bar closed, ns UTC."""
        return self.bar.open_time + self.interval.nanoseconds


MarketEvent = PriceTick | BarClosed


def time_of(event: MarketEvent) -> int:
    """When `event` happened, ns UTC: a price at its time, a bar at its close."""
    return event.close_time if isinstance(event, BarClosed) else event.time_ns
