"""Bars of the past played again, one a poll."""

from collections.abc import Sequence

from photon_desktop.errors import NotEnoughDataError
from photon_desktop.trading.bars import Bar, Bars
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick


class ReplayFeed:
    """Plays `bars` of one symbol, paced: each poll brings the next bar as its opening price, its range, its close.

    An order decided on one bar therefore gets the next bar's open, and stops are tried against that bar's range.
    Raises NotEnoughDataError when there are no bars to play.
    """

    paced = True

    def __init__(self, symbol: str, interval: Interval, bars: Bars, source: str) -> None:
        if len(bars) == 0:
            raise NotEnoughDataError(f"There are no bars of {symbol} at {interval} to replay; choose a longer span.")
        self.symbols = (symbol,)
        self.interval = interval
        self.source = source
        self._bars = bars
        self._next = 0
        self._time_ns = int(bars.times[0])

    @property
    def finished(self) -> bool:
        """Whether the last bar has been brought, or the feed was closed."""
        return self._next >= len(self._bars)

    def poll(self) -> Sequence[MarketEvent]:
        """The next bar: a tick at its open, a tick with its whole range at its last nanosecond, and its close."""
        if self.finished:
            return ()
        bar = self._bars.bar(self._next)
        self._next += 1
        closed = BarClosed(self.symbols[0], self.interval, bar, self.source)
        self._time_ns = closed.close_time
        return (self._opening_tick(bar), self._range_tick(bar), closed)

    def market_time_ns(self) -> int:
        """When the last bar brought closed; before the first poll, when the first bar opens."""
        return self._time_ns

    def close(self) -> None:
        """Bring nothing more."""
        self._next = len(self._bars)

    def _opening_tick(self, bar: Bar) -> PriceTick:
        forming = Bar(bar.open_time, bar.open, bar.open, bar.open, bar.open, 0.0)
        prices = (bar.open, bar.open, bar.open, bar.open)
        return PriceTick(self.symbols[0], self.interval, bar.open_time, *prices, forming, _half_volume(bar))

    def _range_tick(self, bar: Bar) -> PriceTick:
        last_ns = bar.open_time + self.interval.nanoseconds - 1
        prices = (bar.open, bar.high, bar.low, bar.close)
        return PriceTick(self.symbols[0], self.interval, last_ns, *prices, bar, _half_volume(bar))


def _half_volume(bar: Bar) -> float | None:
    """What each of a bar's two ticks may count as traded: together no more than the bar's. None where it has none.

    A bar does not say when its volume was traded, and data without volume says zero.
    """
    return bar.volume / 2 if bar.volume > 0 else None
