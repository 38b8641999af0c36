"""What is new in an answer of Yahoo's, as events of one symbol in order."""

from photon_desktop.market.tick_step import step_to
from photon_desktop.market.yahoo import YAHOO_SOURCE
from photon_desktop.market.yahoo.ask.chart import Split
from photon_desktop.market.yahoo.rows import Reading
from photon_desktop.trading.bars import Bar
from photon_desktop.trading.interval import Interval
from photon_desktop.trading.prices import BarClosed, MarketEvent, PriceTick


class SymbolTrack:
    """Brings each bar from `next_open` (ns UTC) on once, in order, and the prices of the one that is forming.

    A split after `started_ns` ends it: prices from then on are of other shares than the bars before, which would look
    like a crash.
    """

    def __init__(self, symbol: str, interval: Interval, next_open: int, started_ns: int) -> None:
        self.symbol = symbol
        self.next_open = next_open
        self.market_ns: int | None = None
        self.split: Split | None = None
        self._interval = interval
        self._started_ns = started_ns
        self._forming: Bar | None = None
        self._ticked_ns = 0
        self._has_volume = False

    @property
    def forming_ends_ns(self) -> int | None:
        """When the bar that is forming ends; None when none is known to be."""
        return None if self._forming is None else self._forming.open_time + self._interval.nanoseconds

    def take(self, reading: Reading) -> list[MarketEvent]:
        """What `reading` makes known: closed bars and the newest price, or nothing."""
        self.split = self.split or next((one for one in reading.splits if one.open_ns > self._started_ns), None)
        if self.split is not None:
            return []
        if reading.about.market_ns is not None:
            self.market_ns = max(self.market_ns or 0, reading.about.market_ns)
        events: list[MarketEvent] = []
        for bar in reading.closed:
            if bar.open_time >= self.next_open:
                events += self._closed(bar)
        forming = reading.forming
        if forming is not None and forming.open_time >= self.next_open:
            events += self._grown(forming)
        return events

    def _closed(self, bar: Bar) -> list[MarketEvent]:
        """The bar's last prices, unless they are known, and its close."""
        ends_ns = bar.open_time + self._interval.nanoseconds
        events: list[MarketEvent] = [] if bar == self._forming else [self._tick(bar, ends_ns - 1)]
        self._forming = None
        self._ticked_ns = ends_ns
        self.next_open = ends_ns
        return [*events, BarClosed(self.symbol, self._interval, bar, YAHOO_SOURCE)]

    def _grown(self, bar: Bar) -> list[MarketEvent]:
        """A tick, unless nothing has changed or the answer is older than what is known."""
        if bar == self._forming or (self._forming is not None and bar.volume < self._forming.volume):
            return []
        return [self._tick(bar, self.market_ns or bar.open_time)]

    def _tick(self, bar: Bar, time_ns: int) -> PriceTick:
        """The step from the last tick to `bar`. Of currencies and indices, whose bars have no volume, none is known."""
        before, ends_ns = self._forming, bar.open_time + self._interval.nanoseconds
        is_first_ever, is_whole = self._ticked_ns == 0, time_ns == ends_ns - 1
        self._ticked_ns = max(self._ticked_ns, bar.open_time, min(time_ns, ends_ns - 1))
        self._forming = bar
        self._has_volume = self._has_volume or bar.volume > 0
        step = step_to(bar, before, is_first_ever and not is_whole)
        prices = (step.open, step.high, step.low, bar.close)
        volume = step.volume if self._has_volume else None
        return PriceTick(self.symbol, self._interval, self._ticked_ns, *prices, forming=bar, volume=volume)
